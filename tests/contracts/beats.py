"""Beats of messages and notices to be mailed: what every store tells of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import notice
from casework.account import Account
from casework.announced import Announced
from casework.beat import Beat
from casework.errors import Conflict
from casework.labels import Urgency
from casework.message import Message
from casework.notice import Notice, NoticeKind
from casework.people import Station
from casework.query import Query, Scope
from tests.builders import NOON, a_message, a_station, an_account, an_officer, received

HOUR = timedelta(hours=1)


class BeatContract:
    """Where messages belong, and who is to be mailed."""

    def test_what_was_never_looked_through_comes_first_then_older_editions(self, store):
        with store.begin() as work:
            account = an_account(work)
            ids = [a_message(work, account).id for _ in range(6)]
            work.placed(dict.fromkeys(ids[:2]), 1)
            work.placed(dict.fromkeys(ids[2:4]), 2)
            assert [m.id for m in work.unplaced(3, 10)] == [ids[5], ids[4], ids[3], ids[2], ids[1], ids[0]]
            assert [m.id for m in work.unplaced(3, 3)] == [ids[5], ids[4], ids[3]]
            assert [m.id for m in work.unplaced(1, 10)] == [ids[5], ids[4]]
            work.placed(dict.fromkeys(ids), 3)
            assert work.unplaced(3, 10) == []

    def test_a_beat_is_noted_without_disturbing_whoever_decides(self, store):
        with store.begin() as work:
            account = an_account(work)
            message = a_message(work, account)
            beat = work.add(Beat(account.station_id, "Nord"))
            work.placed({message.id: beat.id}, 4)
            kept = work.get(Message, message.id)
            assert (kept.beat_id, kept.beat_edition, kept.revision) == (beat.id, 4, message.revision)
            work.replace(replace(kept, urgency=Urgency.TODAY))
            work.placed({}, 5)

    def test_a_newer_wording_is_looked_through_anew(self, store):
        with store.begin() as work:
            account = an_account(work)
            message = a_message(work, account, "Hier", native_id="m")
            work.placed({message.id: None}, 1)
            work.take_in(account, [received("Dort", native_id="m")])
            assert [m.id for m in work.unplaced(1, 10)] == [message.id]

    def test_a_beat_that_is_none_is_refused(self, store):
        with store.begin() as work, pytest.raises(Conflict):
            work.add(Beat(a_station(work).id, "Nord", officer_id=999))

    def test_a_name_is_one_beat_of_a_station(self, store):
        with store.begin() as work:
            station = a_station(work)
            work.add(Beat(station.id, "Nord"))
            work.add(Beat(a_station(work).id, "Nord"))
            with pytest.raises(Conflict):
                work.add(Beat(station.id, "Nord"))

    def test_the_worklist_can_be_narrowed_to_a_beat(self, store):
        with store.begin() as work:
            account = an_account(work)
            messages = [a_message(work, account, thread=f"t{n % 2}") for n in range(6)]
            beats = [work.add(Beat(work.find(Station)[0].id, name)) for name in ("Nord", "Süd")]
            work.placed({m.id: beats[n % 3].id for n, m in enumerate(messages) if n % 3 < 2}, 1)
            here = Query(Scope(frozenset(a.id for a in work.find(Account))))
            for number, beat in enumerate(beats):
                wanted = {m.id for n, m in enumerate(messages) if n % 3 == number}
                query = replace(here, beat=beat.id)
                assert {m.id for m in work.worklist(query)} == wanted
                assert sum(work.count(query).values()) == len(wanted)
                inside = {m.id for m in work.worklist(replace(query, thread="t0"))}
                assert inside == {m.id for m in messages[::2] if m.id in wanted}
            assert work.worklist(replace(here, beat=999)) == []

    def test_what_is_due_to_be_mailed_comes_in_its_order(self, store, clock):
        with store.begin() as work:
            officer = an_officer(work)
            told = [notice.tell(work, officer.id, NoticeKind.DIGEST, f"shift:{n}") for n in range(5)]
            work.replace(replace(told[0], next_try_at=NOON - HOUR))
            work.replace(replace(told[1], next_try_at=NOON + HOUR))
            work.replace(replace(told[2], next_try_at=None, mailed_at=NOON))
            assert [n.id for n in work.to_mail(10)] == [told[0].id, told[3].id, told[4].id]
            assert [n.id for n in work.to_mail(1)] == [told[0].id]
            alarm = notice.tell(work, officer.id, NoticeKind.ESCALATED, "message:1")
            assert [n.id for n in work.to_mail(2)] == [alarm.id, told[0].id]
            work.replace(replace(alarm, next_try_at=None))
            clock.forward(hours=2)
            assert len(work.to_mail(10)) == 4
            assert all(isinstance(n, Notice) for n in work.to_mail(10))

    def test_only_what_was_seen_long_ago_and_is_not_to_be_mailed_is_dropped(self, store, clock):
        with store.begin() as work:
            officer = an_officer(work)
            told = [notice.tell(work, officer.id, NoticeKind.DIGEST, f"shift:{n}") for n in range(5)]
            long_ago, lately = NOON - 3 * HOUR, NOON - HOUR
            states = [(long_ago, None), (lately, None), (None, None), (long_ago, NOON), (long_ago, None)]
            for one, (seen, tried) in zip(told, states, strict=True):
                work.replace(replace(one, seen_at=seen, next_try_at=tried))
            assert work.drop(Notice, NOON - 2 * HOUR, 1) == 1
            assert [n.id for n in work.find(Notice)] == [n.id for n in told[1:]]
            assert work.drop(Notice, NOON - 2 * HOUR, 9) == 1
            assert [n.id for n in work.find(Notice)] == [n.id for n in told[1:4]]
            assert work.drop(Notice, NOON - 2 * HOUR, 9) == 0

    def test_what_was_announced_long_ago_is_dropped_and_may_be_announced_again(self, store):
        with store.begin() as work:
            about = an_account(work).id, "mentions"
            old, _ = (
                work.add(Announced(*about, f"comment:{n}", "2026-11-22", NOON - n * HOUR)) for n in (3, 1)
            )
            assert work.drop(Announced, NOON - 2 * HOUR, 9) == 1
            assert [one.native_id for one in work.find(Announced)] == ["comment:1"]
            assert work.drop(Announced, NOON - 2 * HOUR, 9) == 0
            assert work.add(replace(old, heard_at=NOON)).id
