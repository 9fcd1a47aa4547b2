"""What every connector must stand over real HTTP: crashes, doubled pages, limits, refused keys, bad answers.

A network's test class inherits `NetworkContract` and names its stub (a subclass of
`tests.networks.stub.Stub`) in `new_stub`. The stub, beside answering as the network does:

- `stream`: the name of the stream that the suite reads;
- `connect()`: a new connector for the stub's account;
- `arrives(number, text="...", **fields)`: a message to the officer at `minute(number)` in that stream;
  returns its native id. `fields` are set on the network's own item, whatever they are;
- `edit(native_id, text)`, `delete(native_id)`; `editable`, `deletable`: False where the network has no such;
- `limited(reset)`: its answer to one who asks too often, with the moment (None: without the header);
- `expired()`, `revoked()`: its answers to a key that ran out, and to one that was withdrawn;
- `needed`: the field of an item without which it cannot be read; `page_size`: items to a page;
- `goes_on`: False where each go must first ask for all conversations anew, newest first;
- `empty_with_token()`: its answer of an empty page whose token leads on to the first; None: has no tokens;
- `answerable`: False where the network lets no program answer what comes in that stream.
"""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from casework import intake
from casework.account import Gap, GapState, Stream
from casework.answering import Reply, ReplyState
from casework.errors import AuthExpired, RateLimited, SchemaChanged, StreifeError, Transient
from casework.labels import Kind
from casework.message import Checkpoint, Deleted, Message, Received, Version
from connectors import walk
from streife import sending
from tests.builders import an_account
from tests.contracts.connector import ConnectorContract
from tests.networks.stub import TROUBLES, minute, serving

HOSTILE_TEXTS = {
    "emoji": "🚓👮🏽‍♀️ Danke! 🏳️‍🌈",
    "right to left": "\u202eصباح الخير\u202c אבג",
    "ten thousand": "Ä" * 10_000,
    "NUL and friends": "a\u0001b\u200bc\ufeffd",
    "markup": "<script>alert(1)</script> [x](javascript:alert(1)) =HYPERLINK()",
}


def blind_to(text, read):
    """A connector of yesterday, to which one message is in a form it does not know."""

    def yesterdays(listing, item):
        found = list(read(listing, item))
        if any(message.text == text for message in found):
            raise SchemaChanged("words is missing in 7")
        return found

    return yesterdays


class NetworkContract(ConnectorContract):
    new_stub = None

    @pytest.fixture
    def network(self):
        with serving(type(self).new_stub()) as stub:
            yield stub

    @pytest.fixture
    def connect(self, network):
        return network.connect

    @pytest.fixture
    def connector(self, network, connect):
        network.page_size = 2
        for number in range(1, 6):
            network.arrives(number, f"Nachricht {number}")
        return connect()

    @pytest.fixture
    def name(self, network):
        return network.stream

    @pytest.fixture
    def account(self, store):
        with store.begin() as work:
            return an_account(work)

    def told(self, connector, name, cursor=""):
        """Pieces handed out, and the error at the end if there was one."""
        pieces = []
        try:
            for piece in connector.pull(name, cursor):
                pieces.append(piece)
        except StreifeError as error:
            return pieces, error
        return pieces, None

    def texts(self, pieces):
        return [p.text for p in pieces if isinstance(p, Received)]

    def mark(self, connector, name):
        return self.pieces(connector, name)[-1].cursor

    def test_the_oldest_comes_first_and_what_is_new_is_found_from_the_mark(self, network, connector, name):
        pieces, error = self.told(connector, name)
        assert (self.texts(pieces), error) == ([f"Nachricht {n}" for n in range(1, 6)], None)
        network.arrives(2_000, "neu")
        assert self.texts(self.pieces(connector, name, pieces[-1].cursor))[-1] == "neu"

    def test_a_message_is_told_with_its_time_its_writer_and_its_own_bytes(self, network, connect, name):
        native_id = network.arrives(7, "Moin")
        (message,) = (p for p in self.pieces(connect(), name) if isinstance(p, Received))
        assert message.native_id == native_id
        assert message.sent_at == minute(7)
        assert message.author.id
        assert message.author.handle
        assert b"Moin" in message.raw

    def test_the_same_page_twice_adds_nothing(self, network, store, connector, account, stream):
        self.collect(store, connector, account, stream)
        before = self.kept(store, account)
        network.arrives(2_000, "neu")
        self.collect(store, connector, account, stream)
        self.collect(store, connector, account, stream)
        assert len(self.kept(store, account)) == len(before) + 1

    def test_a_walk_that_does_not_reach_the_mark_leaves_a_gap_which_is_filled(
        self, network, store, connector, account, stream, name, monkeypatch
    ):
        self.collect(store, connector, account, stream)
        monkeypatch.setattr(walk, "MOST_PAGES", 3)
        for number in range(2_000, 2_020):
            network.arrives(number, f"Flut {number}")
        self.collect(store, connector, account, stream)
        with store.view() as work:
            (gap,) = work.find(Gap, stream_id=stream.id)
        missing = 25 - len(self.kept(store, account))
        assert missing > 0
        assert gap.state is GapState.OPEN
        self.fill_all(store, connector, account, stream)
        assert len(self.kept(store, account)) == 25
        with store.view() as work:
            assert {g.state for g in work.find(Gap, stream_id=stream.id)} == {GapState.FILLED}

    def fill_all(self, store, connector, account, stream):
        for _ in range(20):
            with store.view() as work:
                found, gaps = work.get(Stream, stream.id), work.find(Gap, state=GapState.OPEN)
            for gap in gaps:
                intake.fill(store, connector, account, found, gap)
            if not gaps:
                return

    def test_an_edit_adds_a_version_and_the_first_stays(self, network, store, connector, account, stream):
        if not network.editable:
            pytest.skip("this network lets nobody edit")
        self.collect(store, connector, account, stream)
        native_id = min(self.kept(store, account))
        with store.view() as work:
            (before,) = work.find(Message, native_id=native_id)
        network.edit(native_id, "anders")
        with store.begin() as work:
            intake.take_in(work, account, list(connector.recheck([native_id])))
        with store.view() as work:
            texts = [v.text for v in work.find(Version, message_id=before.id)]
        assert texts == [before.text, "anders"]

    def test_what_was_deleted_is_told_by_a_recheck(self, network, connector, name):
        if not network.deletable:
            pytest.skip("this network never says that something is gone")
        first = next(p for p in self.pieces(connector, name) if isinstance(p, Received))
        network.delete(first.native_id)
        assert list(connector.recheck([first.native_id])) == [Deleted(first.native_id)]

    def test_an_answer_comes_back_to_its_draft_and_is_no_message(
        self, network, store, connector, account, stream
    ):
        if not (network.answerable and hasattr(connector, "reply")):
            pytest.skip("nothing can be sent there")
        self.collect(store, connector, account, stream)
        before = self.kept(store, account)
        self.queue(store, account)
        assert sending.send(store, lambda _: connector) == 1
        self.collect(store, connector, account, stream)
        sending.look_for_sent(store, lambda _: connector)
        with store.view() as work:
            (reply,) = work.find(Reply)
        assert (reply.state, reply.seen_at is not None) == (ReplyState.SENT, True)
        assert self.kept(store, account) == before

    def queue(self, store, account):
        """An answer to the newest message."""
        with store.begin() as work:
            to = max(work.find(Message, account_id=account.id), key=lambda message: message.sent_at)
            kind = Kind.DM if to.kind is Kind.DM else Kind.COMMENT
            basics = (to.id, account.id, account.officer_id, kind, "Gern geschehen!", "draft-1", work.now)
            work.add(Reply(*basics, state=ReplyState.QUEUED))

    @pytest.mark.parametrize("what", sorted(TROUBLES))
    def test_a_broken_answer_is_transient_and_the_next_pull_has_it_all(self, what, network, connector, name):
        network.faults.append(TROUBLES[what])
        pieces, error = self.told(connector, name)
        assert isinstance(error, Transient), error
        assert self.texts(pieces) == []
        assert len(self.texts(self.pieces(connector, name))) == 5

    def test_an_error_amid_the_pages_keeps_what_was_read_and_loses_nothing(
        self, network, store, connector, account, stream
    ):
        network.faults.extend([None, TROUBLES["HTML 502"]])
        with pytest.raises(Transient):
            self.collect(store, connector, account, stream)
        with store.view() as work:
            assert work.get(Stream, stream.id).last_success_at is None
        self.collect(store, connector, account, stream)
        assert len(self.kept(store, account)) == 5

    def test_a_network_that_gives_but_little_at_a_time_is_read_all_the_same(
        self, network, store, connector, connect, account, stream
    ):
        """Every go breaks off after two answers, and each goes on where the one before stopped."""
        if not network.goes_on:
            pytest.skip("the messages of all conversations are one listing, put in order from the newest")
        self.collect(store, connector, account, stream)
        for number in range(2_000, 2_014):
            network.arrives(number, f"Flut {number}")
        kept = [len(self.kept(store, account))]
        for _ in range(30):
            network.faults.clear()
            network.faults.extend([None, None, TROUBLES["HTML 502"]])
            with suppress(Transient):
                self.go_on(store, connect(), account, stream)
            kept.append(len(self.kept(store, account)))
        assert kept[-1] == 19, kept
        assert {gap.state for gap in self.gaps(store, stream)} == {GapState.FILLED}

    def go_on(self, store, connector, account, stream):
        """The newest is read once; then what is missing is filled."""
        missing = [gap for gap in self.gaps(store, stream) if gap.state is GapState.OPEN]
        if missing:
            intake.fill(store, connector, account, stream, missing[0])
        else:
            self.collect(store, connector, account, stream)

    @pytest.mark.parametrize("after", [timedelta(minutes=7), None])
    def test_too_often_is_told_with_its_end_where_the_network_says_it(self, after, network, connector, name):
        reset = (datetime.now(UTC) + after).replace(microsecond=0) if after else None
        network.faults.append(network.limited(reset))
        _, error = self.told(connector, name)
        assert isinstance(error, RateLimited), error
        told = error.reset_at
        assert told is None if reset is None else abs(told - reset) < timedelta(minutes=1)

    @pytest.mark.parametrize("what", ["expired", "revoked"])
    def test_a_refused_key_is_told_without_it(self, what, network, connector, name):
        network.faults.extend([getattr(network, what)()] * 3)
        _, error = self.told(connector, name)
        assert isinstance(error, AuthExpired), error
        assert "secret" not in str(error).lower()

    def test_an_unknown_field_is_no_trouble(self, network, connect, name):
        network.arrives(1, "Moin", brand_new_field={"of": ["2027"]})
        assert self.texts(self.pieces(connect(), name)) == ["Moin"]

    @pytest.mark.parametrize("value", [None, 7, [], {"a": 1}, "gone"])
    def test_a_poisoned_item_is_named_and_blocks_nobody_behind_it(self, value, network, connect, name):
        network.arrives(1, "davor")
        network.arrives(2, "giftig", **{network.needed: value})
        network.arrives(3, "danach")
        pieces, error = self.told(connect(), name)
        texts = self.texts(pieces)
        assert [t for t in texts if t not in ("giftig", str(value))] == ["davor", "danach"]
        assert len(texts) == 3 or isinstance(error, SchemaChanged), error

    def test_what_cannot_be_read_is_a_gap_until_a_mended_connector_reads_it(
        self, network, store, connect, account, stream, name, monkeypatch
    ):
        listing = type(connect().listings()[name])
        with monkeypatch.context() as yesterday:
            yesterday.setattr(listing, "read", blind_to("giftig", listing.read))
            for number, text in enumerate(("davor", "giftig", "danach"), 1):
                network.arrives(number, text)
                with suppress(SchemaChanged):
                    self.collect(store, connect(), account, stream)
            network.arrives(4, "weiter")
            self.collect(store, connect(), account, stream)
            self.fill_once(store, connect(), account, stream)
            (gap,) = self.gaps(store, stream)
            assert gap.state is GapState.OPEN
            assert gap.missed_from < minute(2) < gap.missed_to
            assert gap.retry_at
        self.fill_once(store, connect(), account, stream)
        assert sorted(text for text, _ in self.kept(store, account).values()) == [
            *("danach", "davor", "giftig", "weiter")
        ]
        assert [gap.state for gap in self.gaps(store, stream)] == [GapState.FILLED]

    def gaps(self, store, stream):
        with store.view() as work:
            return work.find(Gap, stream_id=stream.id)

    def fill_once(self, store, connector, account, stream):
        for gap in self.gaps(store, stream):
            intake.fill(store, connector, account, stream, gap)

    def test_an_empty_page_with_a_token_is_not_the_end(self, network, connector, name):
        empty = network.empty_with_token()
        if empty is None:
            pytest.skip("this network has no tokens")
        network.faults.append(empty)
        assert len(self.texts(self.pieces(connector, name))) == 5

    @pytest.mark.parametrize("what", sorted(HOSTILE_TEXTS))
    def test_strange_words_arrive_as_they_were_written(
        self, what, network, connect, store, account, stream, name
    ):
        network.arrives(1, HOSTILE_TEXTS[what])
        self.collect(store, connect(), account, stream)
        ((text, _),) = self.kept(store, account).values()
        assert text == HOSTILE_TEXTS[what]

    def test_a_clock_that_runs_ahead_hides_nothing(self, network, connect, store, account, stream, name):
        network.arrives(60 * 24 * 365 * 5, "aus der Zukunft")
        network.arrives(1, "jetzt")
        self.collect(store, connect(), account, stream)
        network.arrives(2_000, "später")
        self.collect(store, connect(), account, stream)
        assert {text for text, _ in self.kept(store, account).values()} >= {"jetzt", "später"}

    def test_what_the_network_never_gives_is_said(self, connector):
        assert list(connector.blind()) == list(connector.blind())
        assert all(key.isidentifier() for key in connector.blind())

    def test_an_empty_stream_is_read_without_trouble(self, connect, name):
        assert not self.texts(self.pieces(connect(), name))
        assert isinstance(self.pieces(connect(), name)[-1], Checkpoint)
