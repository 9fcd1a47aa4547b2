"""An officer leaves an account: nothing comes in or goes out any more, and in time no name stays behind."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import answering, consent, credential, erasure, four_eyes, intake, media, succession
from casework.account import Account, Gap
from casework.answering import Reply, ReplyState
from casework.first_answer import FirstAnswer
from casework.four_eyes import ApprovalRule, ReplySettings
from casework.labels import Kind
from casework.media import Fetched, Media
from casework.message import Attachment, Author, Checkpoint, Message
from casework.people import Role
from casework.sendable import How
from casework.tenure import Tenure, begin
from tests import builders
from tests.builders import NOON, a_message, received
from tests.contracts.searching import texts

ZACHARIAS = Author("did:plc:zacharias", "zacharias.example", "Zacharias Quirlig")
PICTURE = "https://cdn.example/did:plc:zacharias/1.jpg"


class Interrupted:
    """Hands out two pages; between them somebody acts."""

    def __init__(self, act):
        self.act = act

    def pull(self, stream, cursor):
        yield received("davor")
        yield Checkpoint("1", missed_from=NOON - timedelta(hours=2), missed_to=NOON - timedelta(hours=1))
        self.act()
        yield received("danach")
        yield Checkpoint("2")

    fill = pull


class LeavingContract:
    """What leaving and handing over an account promise."""

    @pytest.fixture
    def house(self, store):
        """An account that is read, its officer, and who manages it."""
        with store.begin() as work:
            station = builders.a_station(work)
            kira = builders.a_person(work, Role.OFFICER, station=station)
            ada = builders.a_person(work, Role.ADMINISTRATOR, station=station)
            account = builders.an_account(work, kira.officer)
            begin(work, account)
        return account, kira, ada

    @pytest.mark.parametrize("walk", ["collect", "fill"])
    @pytest.mark.parametrize("how", ["leave", "hand over"])
    def test_what_comes_once_the_officer_has_left_is_not_kept(self, store, house, walk, how):
        account, kira, ada = house
        with store.begin() as work:
            lena = builders.an_officer(work, work.get(builders.Station, account.station_id))
            stream = builders.a_stream(work, account)
            gap = work.add(Gap(stream.id, NOON - timedelta(hours=2), NOON))

        def act():
            with store.begin() as work:
                if how == "leave":
                    succession.leave(work, kira, account)
                else:
                    given = succession.hand_over(work, ada, account, lena).account
                    work.replace(replace(given, active=True))

        args = (stream, gap) if walk == "fill" else (stream,)
        assert getattr(intake, walk)(store, Interrupted(act), account, *args).count("new") == 1
        with store.view() as work:
            assert [m.text for m in work.find(Message)] == ["davor"]

    def test_what_slipped_in_behind_the_end_is_erased_with_the_rest(self, store, house, clock):
        account, kira, _ = house
        with store.begin() as work:
            succession.leave(work, kira, account)
        clock.forward(seconds=20)
        with store.begin() as work:
            late = a_message(work, account)
        clock.forward(days=30)
        with store.begin() as work:
            assert [m.id for m in succession.erase_due(work)] == [late.id]
            assert succession.erase_due(work) == []
            assert [t.erase_at for t in work.find(Tenure)] == [None]

    def test_who_comes_back_finds_everything_whoever_had_the_account_in_between(self, store, house, clock):
        account, kira, ada = house
        with store.begin() as work:
            own = a_message(work, account, "Kiras Zeit")
            lena = builders.a_person(
                work, Role.OFFICER, station=work.get(builders.Station, account.station_id)
            )
            succession.leave(work, kira, account)
        for person, days in ((lena, 5), (kira, 40)):
            clock.forward(days=1)
            with store.begin() as work:
                succession.hand_over(work, ada, account, person.officer)
                consent.give(work, person, work.get(Account, account.id))
                theirs = a_message(work, account, person.login)
            clock.forward(days=days)
            if person is lena:
                between = theirs
                with store.begin() as work:
                    succession.leave(work, lena, work.get(Account, account.id))
        with store.begin() as work:
            assert [m.id for m in succession.erase_due(work)] == [between.id]
            assert work.get(Message, own.id).text == "Kiras Zeit"

    @pytest.mark.parametrize("before", ["stands", "was taken back"])
    def test_nobody_finds_the_writer_once_the_message_is_erased(self, store, house, clock, before):
        account, kira, _ = house
        with store.begin() as work:
            pictured = {
                "attachments": (Attachment("image", PICTURE),),
                "url": "https://net.example/zacharias",
            }
            message = a_message(work, account, "Am Kanal", author=ZACHARIAS, assessed_version=1, **pictured)
            media.keep(work, kira, message.id, 0, Fetched(PICTURE, "image/jpeg", b"x"))
            reply = work.add(Reply(message.id, account.id, kira.id, Kind.DM, "112", "k", NOON))
            told = (account.id, "at://did:plc:zacharias/1", ZACHARIAS.id, message.id, reply.id, NOON)
            work.add(FirstAnswer(*told))
            if before == "was taken back":
                erasure.erase(work, message)
            assert len(texts(work, text="zacharias quirlig")) == 1
            succession.leave(work, kira, account)
        clock.forward(days=31)
        with store.begin() as work:
            (gone,) = succession.erase_due(work)
            assert gone == work.get(Message, message.id)
            assert texts(work, text="zacharias") == set()
            left = [gone, *work.find(Media), *work.find(FirstAnswer)]
            assert "zacharias" not in str(left).casefold()
            assert succession.erase_due(work) == []
            assert work.audit_of(f"message:{message.id}")[-1].act == "erased"

    def test_the_writer_of_what_was_taken_back_stays_while_it_is_needed(self, store, house, clock):
        account, kira, _ = house
        with store.begin() as work:
            message = a_message(work, account, author=ZACHARIAS)
            erasure.erase(work, message)
            held = work.add(erasure.Hold(message.id, kira.id, "Ermittlung", NOON))
            succession.leave(work, kira, account)
        clock.forward(days=31)
        with store.begin() as work:
            assert succession.erase_due(work) == []
            assert work.get(Message, message.id).author == ZACHARIAS
            work.replace(replace(held, ended_at=work.now))
            assert [m.author.name for m in succession.erase_due(work)] == [""]

    @pytest.mark.parametrize("how", ["leave", "close", "hand over"])
    def test_no_answer_goes_out_in_a_successors_name(self, store, house, how):
        account, kira, ada = house
        with store.begin() as work:
            lena = builders.an_officer(work, work.get(builders.Station, account.station_id))
            one, other = (a_message(work, account, text) for text in "ab")
            queued = answering.queue(work, kira, one.id, "Ihre Kira", Kind.COMMENT)
            work.add(ReplySettings(account.station_id, ApprovalRule.ALWAYS))
            asked = answering.queue(work, kira, other.id, "Kira", Kind.COMMENT, How(approver_id=lena.id))
            {
                "leave": lambda: succession.leave(work, kira, account),
                "close": lambda: succession.close(work, ada, account, "why"),
                "hand over": lambda: succession.hand_over(work, ada, account, lena),
            }[how]()
            queued, asked = (work.get(Reply, reply.id) for reply in (queued, asked))
            assert (queued.state, asked.state) == (ReplyState.FAILED, ReplyState.DRAFT)
            assert "no longer has the account" in queued.reason
            assert answering.unfinished(work, kira, other.id).text == "Kira"
            assert four_eyes.waiting(work, asked.id) is None
            assert work.audit_of(f"message:{one.id}")[-1].act == "reply_failed"
            assert not work.get(Account, account.id).active
            assert not credential.has_key(work, account)
