"""What every connector promises; a connector's test class inherits this and says how its network is set up.

A class gives three fixtures: `connector`, an instance that finds at least three messages; `connect`,
which makes a new instance for the same account; and `account`, kept in the store.
"""

import pytest

from casework import intake
from casework.account import Stream
from casework.errors import Refused
from casework.message import Checkpoint, Deleted, Message, Received, Unknown, checked
from tests.builders import a_stream, an_account


class Killed(BaseException):
    """The process ended here."""


class KilledAfter:
    """A connector whose process is killed once it has handed out so many pieces."""

    def __init__(self, connector, pieces):
        self.connector, self.pieces = connector, pieces

    def pull(self, stream, cursor):
        for given, piece in enumerate(self.connector.pull(stream, cursor)):
            if given == self.pieces:
                raise Killed
            yield piece


class ConnectorContract:
    @pytest.fixture
    def name(self, connector):
        return connector.streams()[0]

    @pytest.fixture
    def stream(self, store, account, name):
        with store.begin() as work:
            return a_stream(work, account, name=name)

    def pieces(self, connector, name, cursor=""):
        return list(connector.pull(name, cursor))

    def collect(self, store, connector, account, stream):
        with store.begin() as work:
            newest = work.get(Stream, stream.id)
        return intake.collect(store, connector, account, newest)

    def kept(self, store, account):
        with store.begin() as work:
            return {m.native_id: (m.text, m.version) for m in work.find(Message, account_id=account.id)}

    def test_its_streams_have_names_and_are_the_same_each_time(self, connector):
        assert connector.streams()
        assert all(connector.streams())
        assert list(connector.streams()) == list(connector.streams())

    def test_a_stream_that_it_has_not_is_refused(self, connector):
        with pytest.raises(Refused):
            self.pieces(connector, "no such stream")

    def test_every_message_is_fit_to_be_kept(self, connector, name, clock):
        messages = [p for p in self.pieces(connector, name) if isinstance(p, Received)]
        assert len(messages) >= 3
        for message in messages:
            assert message.raw
            assert message.sent_at.tzinfo
            assert checked(message, clock.now()).text == message.text

    def test_a_pull_ends_with_a_checkpoint(self, connector, name):
        last = self.pieces(connector, name)[-1]
        assert isinstance(last, Checkpoint)
        assert last.cursor

    def test_within_a_page_each_id_stands_once(self, connector, name):
        page = []
        for piece in self.pieces(connector, name):
            if isinstance(piece, Checkpoint):
                assert len(page) == len(set(page))
                page = []
            else:
                page.append(piece.native_id)

    def test_two_instances_read_the_same(self, connector, connect, name):
        def told(pieces):
            return [p for p in pieces if isinstance(p, Received | Deleted)]

        assert told(self.pieces(connector, name)) == told(self.pieces(connect(), name))

    def test_what_is_collected_twice_is_kept_once(self, store, connector, account, stream):
        self.collect(store, connector, account, stream)
        before = self.kept(store, account)
        again = self.collect(store, connector, account, stream)
        assert again.count("new") == again.count("edited") == 0
        assert self.kept(store, account) == before

    def test_everything_again_from_the_start_adds_no_message(self, store, connector, account, stream):
        self.collect(store, connector, account, stream)
        before = self.kept(store, account).keys()
        again = intake.collect(store, connector, account, self.without_mark(store, stream))
        assert again.count("new") == 0
        assert self.kept(store, account).keys() == before

    def test_a_process_killed_at_any_piece_loses_nothing(self, store, connector, name):
        pieces = self.pieces(connector, name)
        for piece in range(len(pieces)):
            with store.begin() as work:
                account = an_account(work)
                stream = a_stream(work, account, name=name)
            with pytest.raises(Killed):
                self.collect(store, KilledAfter(connector, piece), account, stream)
            self.collect(store, connector, account, stream)
            wanted = {p.native_id for p in pieces if isinstance(p, Received)}
            assert self.kept(store, account).keys() == wanted

    def test_a_pull_from_any_checkpoint_gives_what_came_after_it(self, connector, name):
        pieces = self.pieces(connector, name)
        for place, piece in enumerate(pieces):
            if isinstance(piece, Checkpoint):
                resumed = self.pieces(connector, name, piece.cursor)
                later = [p for p in pieces[place:] if not isinstance(p, Checkpoint)]
                assert [p for p in later if p not in resumed] == []

    def test_recheck_answers_for_every_id_once(self, connector, name):
        ids = [*dict.fromkeys(p.native_id for p in self.pieces(connector, name) if isinstance(p, Received))]
        answers = list(connector.recheck([*ids, "no such id"]))
        assert sorted(a.native_id for a in answers) == sorted([*ids, "no such id"])
        assert Unknown("no such id") in answers

    def test_recheck_of_nothing_is_nothing(self, connector):
        assert list(connector.recheck([])) == []

    def without_mark(self, store, stream):
        """The stream as if it had never been read."""
        with store.begin() as work:
            newest = work.get(Stream, stream.id)
            return work.replace(
                type(newest)(**{f: getattr(newest, f) for f in newest.__slots__} | {"cursor": ""})
            )
