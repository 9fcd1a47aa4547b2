"""Messages in a store: kept once, every wording, and found again until assessed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import unjudged
from casework.assessment import Assessment
from casework.erasure import Erasure
from casework.errors import NotFound
from casework.labels import Hostility, Intent
from casework.message import Attachment, Author, Message, State, Version, sha256
from casework.rechecks import Recheck
from tests import builders
from tests.builders import NOON, a_message, a_verdict, an_account, received
from tests.contracts.at_once import HOSTILE_TEXTS, in_threads

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


class IntakeContract:
    """Messages: kept once, every wording, and found again until assessed."""

    def test_a_message_is_kept_with_its_bytes(self, store, clock):
        with store.begin() as work:
            arrival = received("Ich sah zwei Männer", raw=b"\xff\x00raw")
            taken = work.take_in(an_account(work), [arrival])[0]
            assert taken.change == "new"
            message = work.get(Message, taken.message.id)
            assert message == taken.message
            assert (message.text, message.received_at) == (arrival.text, clock.now())
            assert work.raw(message.id, 1) == b"\xff\x00raw"
            version = work.find(Version, message_id=message.id)[0]
            assert version.sha256 == sha256(b"\xff\x00raw")

    def test_the_stream_through_which_it_came_first_is_kept(self, store):
        with store.begin() as work:
            account = an_account(work)
            first = received("Heute um 6", native_id="1", stream="mentions")
            work.take_in(account, [first, received("Heute um 7", native_id="1", stream="quotes")])
            assert [m.stream for m in work.find(Message)] == ["mentions"]

    def test_what_certain_people_wrote_within_a_span_is_found_by_time(self, store):
        with store.begin() as work:
            mine, other = an_account(work), an_account(work)
            him, her = Author("1", "er.example"), Author("2", "sie.example")

            def at(minutes, author=her, to=mine, **given):
                sent_at = NOON - minutes * MINUTE
                return a_message(work, to, author=author, sent_at=sent_at, **given).id

            newest, oldest, same = at(0), at(30), at(30)
            at(31), at(10, him), at(10, to=other), at(10, deleted_at=NOON)
            begin = NOON - 30 * MINUTE
            found = work.written([mine.id], ["2", "3"], begin, NOON)
            assert [m.id for m in found] == [oldest, same, newest]
            everywhere = work.written([mine.id, other.id], ["1", "2"], begin, NOON)
            assert {m.author.id for m in everywhere} == {"1", "2"}
            assert len(everywhere) == len(found) + 2
            assert work.written([mine.id], ["2"], begin, NOON - MINUTE) == found[:2]
            assert work.written([], [], begin, NOON) == []

    def test_taking_the_same_page_in_twice_changes_nothing(self, store):
        page = [received(f"Nachricht {n}") for n in range(5)]
        with store.begin() as work:
            account = an_account(work)
            first = work.take_in(account, page)
        with store.begin() as work:
            again = work.take_in(account, page)
            assert {t.change for t in again} == {"unchanged"}
            assert [t.message for t in again] == [t.message for t in first]
            assert len(work.find(Version)) == 5

    def test_the_same_native_id_on_two_accounts_is_two_messages(self, store):
        with store.begin() as work:
            arrival = received()
            taken = [work.take_in(an_account(work), [arrival])[0] for _ in range(2)]
            assert [t.change for t in taken] == ["new", "new"]

    def test_an_edit_adds_a_version(self, store):
        with store.begin() as work:
            account = an_account(work)
            before = a_message(work, account, "Heute um 6", native_id="1", state=State.TIP)
            taken = work.take_in(account, [received("Heute um 7", native_id="1")])[0]
            message = work.get(Message, before.id)
            assert taken.change == "edited"
            assert taken.message == message
            assert (message.text, message.version, message.state) == ("Heute um 7", 2, State.TIP)
            assert message.revision == before.revision + 1
            texts = [v.text for v in work.find(Version, message_id=message.id)]
            assert texts == ["Heute um 6", "Heute um 7"]
            assert work.raw(message.id, 1) == b"Heute um 6"

    def test_a_swapped_picture_is_a_version_and_the_correction_of_the_words_stays(self, store):
        with store.begin() as work:
            account, one, two = (
                an_account(work),
                Attachment("image", "https://pictures.example/1", "Hund"),
                Attachment("image", "https://pictures.example/2", "Hund"),
            )
            before = a_message(work, account, "Da", native_id="1", attachments=(one,), corrected=True)
            told = received("Da", native_id="1", attachments=(two,))
            taken = work.take_in(account, [told])[0]
            assert (taken.change, taken.message.attachments, taken.message.corrected) == (
                "edited",
                (two,),
                True,
            )
            assert taken.message == work.get(Message, before.id)
            assert work.take_in(account, [told])[0].change == "unchanged"

    def test_a_correction_of_another_description_is_dropped(self, store):
        with store.begin() as work:
            account, one, two = (
                an_account(work),
                Attachment("image", "", "Hund"),
                Attachment("image", "", "Du"),
            )
            a_message(work, account, "Da", native_id="1", attachments=(one,), corrected=True)
            edited = work.take_in(account, [received("Da", native_id="1", attachments=(two,))])[0].message
            assert not edited.corrected

    def test_a_correction_of_other_words_is_dropped(self, store):
        with store.begin() as work:
            account = an_account(work)
            a_message(work, account, "Da", native_id="1", corrected=True)
            edited = work.take_in(account, [received("Dort", native_id="1")])[0].message
            assert not edited.corrected
            assert edited == work.get(Message, edited.id)

    def test_an_edit_back_to_an_older_wording_is_a_version_too(self, store):
        with store.begin() as work:
            account = an_account(work)
            for text in ("A", "B", "A", "A"):
                taken = work.take_in(account, [received(text, native_id="1")])[0]
            assert taken.change == "unchanged"
            assert [v.text for v in work.find(Version)] == ["A", "B", "A"]

    def test_one_page_may_hold_a_message_and_its_edits(self, store):
        with store.begin() as work:
            texts = ("A", "B", "B", "C")
            taken = work.take_in(an_account(work), [received(t, native_id="1") for t in texts])
            assert [t.change for t in taken] == ["new", "edited", "unchanged", "edited"]
            assert [v.version for v in work.find(Version)] == [1, 2, 3]
            assert work.get(Message, taken[0].message.id).text == "C"

    def test_a_page_of_thousands_keeps_its_order(self, store):
        page = [received(f"Nachricht {n}") for n in range(2_500)]
        with store.begin() as work:
            taken = work.take_in(an_account(work), page)
            assert [t.message.native_id for t in taken] == [r.native_id for r in page]
            ids = [t.message.id for t in taken]
            assert ids == sorted(ids)
            assert work.raw(ids[-1], 1) == page[-1].raw

    def test_an_empty_page_is_taken_in_too(self, store):
        with store.begin() as work:
            assert work.take_in(an_account(work), []) == []

    def test_an_unknown_account_takes_nothing_in(self, store):
        with store.begin() as work, pytest.raises(NotFound):
            work.take_in(replace(an_account(work), id=999), [received()])

    @pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=range(len(HOSTILE_TEXTS)))
    def test_strange_words_come_back_as_they_were(self, store, text):
        with store.begin() as work:
            message = a_message(work, text=text)
        with store.begin() as work:
            assert work.get(Message, message.id).text == text
            assert work.find(Message, text=text)
            assert work.find(Version, message_id=message.id)[0].text == text

    def test_an_unknown_version_has_no_bytes(self, store):
        with store.begin() as work:
            message = a_message(work)
            with pytest.raises(NotFound):
                work.raw(message.id, 2)

    def test_what_came_in_last_is_assessed_first(self, store, clock):
        with store.begin() as work:
            account = an_account(work)
            old, new = a_message(work, account), None
            clock.forward(hours=1)
            new = a_message(work, account)
            assert [m.id for m in work.unassessed(10)] == [new.id, old.id]
            assert [m.id for m in work.unassessed(1)] == [new.id]
            assert [m.id for m in work.unassessed(1, oldest=True)] == [old.id]

    def test_a_verdict_sets_the_labels(self, store):
        with store.begin() as work:
            message = a_message(work)
            verdict = a_verdict(Intent.TIP, Hostility.INSULT, Hostility.THREAT, abstained=True)
            work.assessed([Assessment(message.id, 1, verdict, NOON)])
            labelled = work.get(Message, message.id)
            for name in ("intent", "hostility", "target", "urgency", "abstained"):
                assert getattr(labelled, name) == getattr(verdict, name)
            assert labelled.revision == message.revision + 1
            assert work.unassessed(10) == []
            assert work.find(Assessment)[0].verdict == verdict

    def test_the_verdict_on_what_could_not_be_judged_is_kept_as_it_is(self, store):
        with store.begin() as work:
            message = a_message(work)
            work.assessed([Assessment(message.id, 1, unjudged.UNREAD, NOON)])
            assert work.find(Assessment)[0].verdict == unjudged.UNREAD
            assert [one.id for one in work.alarms()] == [message.id]

    def test_an_edit_is_assessed_anew(self, store):
        with store.begin() as work:
            account = an_account(work)
            message = a_message(work, account, native_id="1")
            builders.assessed(work, message)
            work.take_in(account, [received("Anders", native_id="1")])
            assert [m.version for m in work.unassessed(10)] == [2]

    def test_a_correction_stays_on_top(self, store):
        with store.begin() as work:
            message = a_message(work, intent=Intent.PRAISE, corrected=True)
            builders.assessed(work, message, Intent.SPAM)
            assert work.get(Message, message.id).intent is Intent.PRAISE
            assert work.unassessed(10) == []
            assert work.find(Assessment)[0].verdict.intent is Intent.SPAM

    def test_a_late_verdict_on_an_old_wording_changes_no_label(self, store):
        with store.begin() as work:
            account = an_account(work)
            message = a_message(work, account, native_id="1")
            edited = work.take_in(account, [received("Anders", native_id="1")])[0].message
            builders.assessed(work, edited, Intent.TIP)
            builders.assessed(work, message, Intent.SPAM)
            assert work.get(Message, message.id).intent is Intent.TIP
            assert work.get(Message, message.id).assessed_version == 2
            assert len(work.find(Assessment)) == 2

    def test_verdicts_are_found_by_model_and_time(self, store, clock):
        with store.begin() as work:
            made = []
            for model in ("old-1", "new-1", "new-1", "new-1"):
                message = a_message(work)
                work.assessed([Assessment(message.id, 1, a_verdict(model=model), clock.now())])
                made += work.find(Assessment, message_id=message.id)
                clock.forward(hours=1)
            _, first, second, last = made
            assert work.judged("new-1", NOON, clock.now(), 9) == [first, second, last]
            assert work.judged("new-1", NOON, clock.now(), 2, newest_first=True) == [last, second]
            assert work.judged("new-1", first.assessed_at, last.assessed_at, 9) == [first, second]
            assert work.judged("other", NOON, clock.now(), 9) == []

    def test_erased_words_and_bytes_are_gone_and_their_hashes_stay(self, store):
        with store.begin() as work:
            account = an_account(work)
            message = a_message(work, account, "Erst", native_id="1", attachments=(Attachment("image"),))
            other = a_message(work, account, "Bleibt")
            work.take_in(account, [received("Dann", native_id="1")])
            hashes = [v.sha256 for v in work.find(Version, message_id=message.id)]
            before = work.get(Message, message.id)
            erased = work.erase(message.id)
            assert erased == replace(before, text="", attachments=(), revision=before.revision + 1)
        with store.begin() as work:
            assert work.get(Message, message.id) == erased
            found = work.find(Version, message_id=message.id)
            assert [(v.text, v.raw) for v in found] == [("", b"")] * 2
            assert [v.sha256 for v in found] == hashes
            assert work.raw(other.id, 1) == b"Bleibt"

    def test_what_does_not_exist_is_not_erased(self, store):
        with store.begin() as work, pytest.raises(NotFound):
            work.erase(17)

    def test_what_was_deleted_is_found_until_it_is_erased(self, store, clock):
        with store.begin() as work:
            account = an_account(work)
            a_message(work, account)
            gone = [a_message(work, account, deleted_at=NOON + n * HOUR) for n in (0, 1, 2)]
            assert [m.id for m in work.withdrawn(NOON + HOUR, 0, 9)] == [gone[0].id, gone[1].id]
            assert [m.id for m in work.withdrawn(NOON + HOUR, gone[0].id, 9)] == [gone[1].id]
            assert [m.id for m in work.withdrawn(NOON + 9 * HOUR, 0, 2)] == [gone[0].id, gone[1].id]
            work.add(Erasure(gone[0].id, "deleted_by_author", NOON))
            assert [m.id for m in work.withdrawn(NOON + HOUR, 0, 9)] == [gone[1].id]

    def test_what_is_noted_as_gone_is_found_to_be_asked_about_until_it_is_erased(self, store):
        with store.begin() as work:
            account = an_account(work)
            a_message(work, account, received_at=NOON)
            early, late, erased = (
                a_message(
                    work, account, received_at=NOON, deleted_at=NOON + n * HOUR, sent_at=NOON - 999 * HOUR
                )
                for n in (1, 5, 5)
            )
            work.add(Erasure(erased.id, "deleted_by_author", NOON))
            for since, wanted in ((NOON, [early.id, late.id]), (NOON + 2 * HOUR, [late.id])):
                found = work.unchecked([account.id], since, NOON, 9, gone=True)
                assert [m.id for m in found] == wanted
            work.add(Recheck(late.id, NOON + HOUR))
            assert [m.id for m in work.unchecked([account.id], NOON, NOON, 9, gone=True)] == [early.id]

    def test_what_was_not_asked_about_for_long_comes_first(self, store, clock):
        with store.begin() as work:
            account = an_account(work)
            early, asked, fresh = (a_message(work, account, received_at=NOON + n * HOUR) for n in (0, 1, 5))
            a_message(work, account, received_at=NOON, deleted_at=NOON)
            a_message(work, account, received_at=NOON, sent_at=NOON - 99 * HOUR)
            a_message(work, an_account(work), received_at=NOON)
            work.add(Recheck(asked.id, NOON - HOUR))
            since = NOON - 50 * HOUR
            found = work.unchecked([account.id], since, NOON + 2 * HOUR, 9)
            assert [m.id for m in found] == [asked.id, early.id]
            assert [m.id for m in work.unchecked([account.id], since, NOON + 9 * HOUR, 9)][-1] == fresh.id
            assert len(work.unchecked([account.id], since, NOON + 9 * HOUR, 1)) == 1

    def test_nothing_to_assess_writes_nothing(self, store):
        with store.begin() as work:
            work.assessed([])
            assert work.find(Assessment) == []

    def test_two_who_take_the_same_page_in_keep_it_once(self, store):
        page = [received(f"Nachricht {n}") for n in range(300)]
        with store.begin() as work:
            account = an_account(work)

        def take():
            with store.begin() as work:
                work.take_in(account, page)

        assert in_threads(take, take, take) == [None, None, None]
        with store.begin() as work:
            assert len(work.find(Message)) == len(work.find(Version)) == 300
