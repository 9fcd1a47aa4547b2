"""An emergency that nobody acknowledges goes on and on, in nights of every sort."""

import os
import random
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from threading import Barrier, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import decision, emergencies, escalation, judging, standby
from casework.errors import Conflict, StoreUnavailable
from casework.escalation import Called, Rung
from casework.labels import Intent, Urgency
from casework.leave import Leave
from casework.message import Message
from casework.people import Grant, Officer, Role
from casework.reading import letter
from casework.record import Notice, NoticeKind
from casework.roles import Act, may
from casework.standby import Hours, Standby
from data.engine import open_engine
from data.memory import MemoryStore
from data.migrate import migrate
from data.store import SqlStore
from streife import escalating
from streife.public_holidays import PublicHolidays
from tests import builders
from tests.builders import FakeClock, a_message, a_person, a_station, a_verdict, an_account

HOLIDAYS = PublicHolidays()
FRIDAY = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)  # ten in the evening in Berlin
TICK = timedelta(seconds=10)


class Killed(BaseException):
    """The process ended here."""


class Ward:
    """A station with an account, a standby list and its heads."""

    def __init__(self, store, **plan):
        self.store = store
        with store.begin() as work:
            self.station = a_station(work)
            self.owner = a_person(work, Role.OFFICER, station=self.station)
            self.account = an_account(work, self.owner.officer)
            self.first, self.second = (a_person(work, Role.OFFICER, station=self.station) for _ in range(2))
            self.head = a_person(work, Role.SUPERVISOR, station=self.station)
            self.admin = a_person(work, Role.ADMINISTRATOR, station=self.station)
            lists = {"office": (self.second.id,), "off": (self.first.id, self.second.id)}
            self.plan = work.add(Standby(self.station.id, **{**lists, **plan}))

    def arrives(self, **given):
        with self.store.begin() as work:
            return a_message(
                work,
                self.account,
                "Er schlägt sie gerade",
                **{"urgency": Urgency.ACUTE, "sent_at": work.now, **given},
            )

    def look(self):
        return escalating.escalate(self.store, HOLIDAYS)

    def steps(self, message):
        with self.store.view() as work:
            return escalation.steps_of(work, message.id)

    def told(self, person):
        with self.store.view() as work:
            return work.find(Notice, officer_id=person.id)


@pytest.fixture
def clock():
    return FakeClock(FRIDAY)


@pytest.fixture
def ward(store):
    return Ward(store)


def test_after_so_many_minutes_the_first_on_the_list_is_told_and_then_the_next(ward, clock):
    message = ward.arrives()
    clock.forward(minutes=4, seconds=59)
    assert ward.look() == 0
    clock.forward(seconds=1)
    assert (ward.look(), ward.look()) == (1, 0)
    clock.forward(minutes=5)
    assert ward.look() == 1
    one, two = ward.steps(message)
    assert (one.step, one.rung, one.hours, one.officer_ids) == (1, Rung.STANDBY, Hours.OFF, (ward.first.id,))
    assert (two.step, two.rung, two.officer_ids) == (2, Rung.STANDBY, (ward.second.id,))
    assert one.due_at == message.received_at + timedelta(minutes=5) == one.escalated_at
    (told,) = ward.told(ward.first)
    assert (told.kind, told.subject) == (NoticeKind.ESCALATED, f"message:{message.id}")
    assert (told.detail["emergencies"], told.detail["minutes"]) == (1, 5)
    assert "schlägt" not in str(told.detail)


def test_the_list_begins_again_at_its_end_and_the_heads_are_told(ward, clock):
    message = ward.arrives()
    for _ in range(6):
        clock.forward(minutes=5)
        assert ward.look() == 1
    steps = ward.steps(message)
    assert [s.rung for s in steps] == [
        *[Rung.STANDBY] * 2,
        Rung.AGAIN,
        Rung.STANDBY,
        Rung.AGAIN,
        Rung.STANDBY,
    ]
    assert [s.round for s in steps] == [1, 1, 2, 2, 3, 3]
    assert steps[2].officer_ids == (ward.first.id, ward.head.id, ward.admin.id)
    assert len(ward.told(ward.head)) == len(ward.told(ward.admin)) == 2


def test_where_nobody_is_on_the_list_the_heads_are_told_each_time(store, clock):
    ward = Ward(store, off=())
    message = ward.arrives()
    for _ in range(2):
        clock.forward(minutes=5)
        ward.look()
    assert [(s.rung, s.officer_ids) for s in ward.steps(message)] == [
        (Rung.HEADS, (ward.head.id, ward.admin.id))
    ] * 2


def test_where_nobody_is_there_at_all_it_is_written_down_and_shouted(store, clock, caplog):
    ward = Ward(store, off=(), office=())
    message = ward.arrives()
    with store.begin() as work:
        for officer in work.find(Officer):
            work.replace(replace(officer, active=False))
    assert ward.look() == 1
    assert [(s.rung, s.officer_ids) for s in ward.steps(message)] == [(Rung.NOBODY, ())]
    assert "nobody to tell" in caplog.text
    with store.begin() as work:
        back = work.replace(replace(ward.second.officer, active=True))
    clock.forward(minutes=5)
    assert ward.look() == 1
    assert ward.steps(message)[-1].officer_ids == (back.id,)


@pytest.mark.parametrize(
    ("moment", "hours"),
    [
        (datetime(2026, 11, 20, 9, 0, tzinfo=UTC), Hours.OFFICE),
        (datetime(2026, 11, 20, 5, 59, tzinfo=UTC), Hours.OFF),
        (datetime(2026, 11, 20, 6, 0, tzinfo=UTC), Hours.OFFICE),
        (datetime(2026, 11, 20, 15, 0, tzinfo=UTC), Hours.OFF),
        (datetime(2026, 7, 17, 5, 0, tzinfo=UTC), Hours.OFFICE),
        (datetime(2026, 11, 21, 9, 0, tzinfo=UTC), Hours.OFF),
        (datetime(2026, 10, 31, 9, 0, tzinfo=UTC), Hours.OFF),
        (datetime(2026, 12, 25, 9, 0, tzinfo=UTC), Hours.OFF),
    ],
    ids=["morning", "before seven", "seven", "four", "summer", "saturday", "reformation", "christmas"],
)
def test_office_hours_end_at_night_at_weekends_and_on_holidays(moment, hours):
    assert standby.hours_at(Standby(1), "DE-NI", moment, HOLIDAYS) is hours


def test_who_comes_next_follows_the_hours(ward, clock):
    clock.set(datetime(2026, 11, 20, 14, 52, tzinfo=UTC))
    message = ward.arrives()
    for _ in range(2):
        clock.forward(minutes=5)
        ward.look()
    assert [(s.hours, s.officer_ids) for s in ward.steps(message)] == [
        (Hours.OFFICE, (ward.second.id,)),
        (Hours.OFF, (ward.first.id,)),
    ]


def test_acknowledging_stops_it_and_whoever_was_called_may(ward, clock, store):
    message = ward.arrives()
    clock.forward(minutes=5)
    ward.look()
    with store.begin() as work:
        decision.acknowledge(work, ward.first, message.id, "Leitstelle 22:05")
    clock.forward(hours=9)
    assert ward.look() == 0
    with store.view() as work:
        entries = [(e.actor, e.act) for e in work.audit_of(f"message:{message.id}")]
    assert entries == [
        ("streife", "escalated"),
        ("streife", "told"),
        (ward.first.login, "acknowledge"),
    ]


@pytest.mark.parametrize("state", escalation.AWAITED)
def test_moving_it_on_does_not_stop_it(ward, clock, state):
    message = ward.arrives(state=state)
    clock.forward(minutes=5)
    assert ward.look() == 1
    assert len(ward.steps(message)) == 1


def test_what_may_be_acute_waits_longer_but_not_for_ever(ward, clock):
    message = ward.arrives(abstained=True)
    clock.forward(minutes=14, seconds=59)
    assert ward.look() == 0
    clock.forward(seconds=1)
    assert ward.look() == 1
    assert ward.steps(message)[0].officer_ids == (ward.first.id,)


def test_where_the_officer_left_nobody_is_waited_for(ward, store):
    with store.begin() as work:
        work.replace(replace(ward.owner.officer, active=False))
    message = ward.arrives()
    assert ward.look() == 1
    assert ward.steps(message)[0].officer_ids == (ward.first.id,)


def test_a_disconnected_account_keeps_nothing_back(ward, store, clock):
    with store.begin() as work:
        work.replace(replace(ward.account, active=False))
    ward.arrives()
    clock.forward(minutes=5)
    assert ward.look() == 1


def test_whoever_left_or_is_not_of_the_station_any_more_is_passed_over(ward, store, clock):
    with store.begin() as work:
        work.replace(replace(ward.first.officer, active=False))
    message = ward.arrives()
    clock.forward(minutes=5)
    ward.look()
    assert ward.steps(message)[0].officer_ids == (ward.second.id,)


def test_whoever_is_on_leave_is_passed_over_and_nobody_waits_for_an_owner_who_is(ward, store, clock):
    away = {
        "begins_at": FRIDAY,
        "ends_at": FRIDAY + timedelta(minutes=7),
        "deputy_id": None,
        "noted_at": FRIDAY,
    }
    with store.begin() as work:
        for person in (ward.owner, ward.first):
            work.add(Leave(person.id, **away))
        work.add(Leave(ward.second.id, **{**away, "cancelled_at": FRIDAY}))
    message = ward.arrives()
    assert ward.look() == 1
    clock.forward(minutes=5)
    assert ward.look() == 1
    clock.forward(minutes=5)
    assert ward.look() == 1
    whom = [s.officer_ids for s in ward.steps(message)]
    assert whom == [(ward.second.id,), (ward.second.id, ward.head.id, ward.admin.id), (ward.first.id,)]


def test_where_all_are_on_leave_they_are_told_all_the_same(ward, store):
    with store.begin() as work:
        for officer in work.find(Officer):
            work.add(Leave(officer.id, FRIDAY, FRIDAY + timedelta(days=9), None, FRIDAY))
    message = ward.arrives()
    assert ward.look() == 1
    assert [(s.rung, s.officer_ids) for s in ward.steps(message)] == [
        (Rung.HEADS, (ward.head.id, ward.admin.id))
    ]


def test_each_officer_gets_one_notice_of_many_emergencies(ward, clock):
    messages = [ward.arrives() for _ in range(escalating.AT_ONCE)]
    clock.forward(minutes=7)
    assert ward.look() == escalating.AT_ONCE
    (told,) = ward.told(ward.first)
    assert (told.detail["emergencies"], told.detail["minutes"]) == (escalating.AT_ONCE, 7)
    assert told.detail["messages"] == [m.id for m in messages]


def test_a_person_who_makes_it_an_emergency_has_as_long_as_others(ward, clock, store):
    old = ward.arrives(urgency=Urgency.ROUTINE, intent=Intent.OTHER)
    clock.forward(days=2)
    with store.begin() as work:
        decision.correct(work, ward.owner, old.id, intent=Intent.EMERGENCY)
    clock.forward(minutes=4)
    assert ward.look() == 0
    clock.forward(minutes=1)
    assert ward.look() == 1


def test_an_edit_that_makes_it_an_emergency_counts_from_the_edit(ward, clock, store):
    with store.begin() as work:
        told = builders.received("Schöner Tag", native_id="n")
        work.take_in(ward.account, [told])
        clock.forward(hours=3)
        changed = work.take_in(ward.account, [replace(told, text="Hilfe, er hat ein Messer")])[0].message
        builders.assessed(work, changed, Intent.EMERGENCY)
    assert ward.look() == 0
    clock.forward(minutes=5)
    assert ward.look() == 1


@pytest.mark.parametrize(("verdict", "every"), [(Intent.EMERGENCY, 4), (Intent.OTHER, 4), (Intent.OTHER, 14)])
def test_whoever_edits_an_emergency_again_and_again_holds_nothing_up(ward, clock, store, verdict, every):
    with store.begin() as work:
        told = builders.received("Hilfe, er hat ein Messer", native_id="n")
        new = work.take_in(ward.account, [told])[0].message
        judging.keep_verdicts(work, [new], [a_verdict(Intent.EMERGENCY)])
    for minute in range(1, 61):
        clock.forward(minutes=1)
        if minute % every == 0:
            with store.begin() as work:
                work.take_in(ward.account, [replace(told, text=f"{told.text} {minute}")])
                judging.keep_verdicts(work, work.unassessed(5), [a_verdict(verdict)])
        ward.look()
    due = [new.received_at + timedelta(minutes=5 * n) for n in range(1, 13)]
    assert [s.escalated_at for s in ward.steps(new)] == due


def test_an_emergency_is_not_edited_away(ward, clock, store):
    with store.begin() as work:
        told = builders.received("Hilfe, er hat ein Messer", native_id="n")
        new = work.take_in(ward.account, [told])[0].message
        judging.keep_verdicts(work, [new], [a_verdict(Intent.EMERGENCY)])
        work.take_in(ward.account, [replace(told, text="Alles gut, war nur Spaß")])
        waiting = work.unassessed(5)
        judging.keep_verdicts(work, waiting, [a_verdict(Intent.OTHER)])
        kept = work.get(Message, new.id)
        assert (kept.urgency, kept.abstained, kept.intent) == (Urgency.ACUTE, True, Intent.OTHER)
        assert "alarm_kept" in [e.act for e in work.audit_of(f"message:{new.id}")]
    clock.forward(minutes=5)
    assert ward.look() == 1
    with store.begin() as work:
        decision.acknowledge(work, ward.owner, new.id)
        work.take_in(ward.account, [replace(told, text="Nun wirklich")])
        judging.keep_verdicts(work, work.unassessed(5), [a_verdict(Intent.OTHER)])
        assert work.get(Message, new.id).urgency is Urgency.ROUTINE


class Troubled:
    """A store whose transactions fail as they are told: at so many writes, with this error."""

    def __init__(self, store):
        self.store, self.training, self.troubles = store, store.training, []

    def begin(self):
        return _Block(self.store.begin(), self.troubles.pop(0) if self.troubles else None)

    def view(self):
        return self.store.view()


class _Block:
    def __init__(self, block, trouble):
        self.block, self.trouble = block, trouble

    def __enter__(self):
        work = self.block.__enter__()
        if self.trouble:
            moment, error = self.trouble
            left = [moment]

            def counted(act):
                def write(*given, **named):
                    left[0] -= 1
                    if left[0] < 0:
                        raise error
                    return act(*given, **named)

                return write

            for name in ("add", "replace", "record"):
                setattr(work, name, counted(getattr(work, name)))
        return work

    def __exit__(self, *told):
        return self.block.__exit__(*told)


@pytest.mark.parametrize("moment", range(6))
@pytest.mark.parametrize("error", [Killed(), StoreUnavailable("store: full"), RuntimeError("a bug")])
def test_a_step_that_breaks_off_anywhere_is_done_once_in_the_end(store, clock, moment, error):
    ward = Ward(store)
    message = ward.arrives()
    clock.forward(minutes=5)
    broken = Troubled(store)
    broken.troubles = [(moment, error)]
    with suppress(Killed, StoreUnavailable):
        escalating.escalate(broken, HOLIDAYS)
    clock.forward(seconds=10)
    ward.look()
    assert [s.step for s in ward.steps(message)] == [1]
    assert len(ward.told(ward.first)) == 1


def test_one_that_cannot_be_passed_on_keeps_the_others_from_nothing(store, clock, monkeypatch):
    ward = Ward(store)
    bad, good = ward.arrives(), ward.arrives()
    kept = escalation._kept

    def break_for_one(work, done):
        if done.message_id == bad.id:
            raise ValueError("a bug in one record")
        return kept(work, done)

    monkeypatch.setattr(escalation, "_kept", break_for_one)
    clock.forward(minutes=5)
    assert ward.look() == 1
    assert len(ward.steps(good)) == 1
    monkeypatch.undo()
    assert ward.look() == 1
    assert len(ward.steps(bad)) == 1


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_first_step_never_comes_later_than_so_many_minutes_and_one_look(data):
    clock = FakeClock(FRIDAY + timedelta(minutes=data.draw(st.integers(0, 7 * 24 * 60))))
    minutes = data.draw(st.integers(1, standby.MOST_MINUTES))
    maybe = data.draw(st.integers(minutes, standby.MOST_MAYBE_MINUTES))
    abstained, every = data.draw(st.booleans()), timedelta(seconds=data.draw(st.integers(1, 90)))
    lists = data.draw(st.sampled_from(["both", "office", "off", "none"]))
    ward = Ward(MemoryStore(clock), minutes=minutes, maybe_minutes=maybe)
    with ward.store.begin() as work:
        office = ward.plan.office if lists in ("both", "office") else ()
        off = ward.plan.off if lists in ("both", "off") else ()
        work.replace(replace(ward.plan, office=office, off=off))
    message = ward.arrives(abstained=abstained, state=data.draw(st.sampled_from(escalation.AWAITED)))
    latest = message.received_at + timedelta(minutes=maybe if abstained else minutes) + every
    clock.moment += timedelta(seconds=data.draw(st.integers(0, int(every.total_seconds()))))
    while not ward.steps(message):
        assert clock.moment <= latest
        ward.look()
        clock.moment += every
    first = ward.steps(message)[0]
    assert first.escalated_at <= latest
    assert first.officer_ids
    with ward.store.view() as work:
        assert {c.officer_id for c in work.find(Called, message_id=message.id)} == set(first.officer_ids)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whoever_is_told_may_read_and_acknowledge_at_that_moment(data):
    """Whoever comes, leaves, moves to another station or gets and loses roles between the steps."""
    clock = FakeClock(FRIDAY)
    ward = Ward(MemoryStore(clock))
    with ward.store.begin() as work:
        far = [a_station(work) for _ in range(2)]
        for station in far:
            a_person(work, data.draw(st.sampled_from(Role)), station=station)
        places = [ward.station.id, *(station.id for station in far)]
    message = ward.arrives()
    for _ in range(4):
        clock.forward(minutes=5)
        with ward.store.begin() as work:
            for officer in work.find(Officer):
                work.replace(replace(officer, active=data.draw(st.booleans())))
            for grant in work.find(Grant):
                moved = replace(grant, station_id=data.draw(st.sampled_from(places)))
                work.replace(replace(moved, role=data.draw(st.sampled_from(Role))))
        ward.look()
        with ward.store.view() as work:
            told = ward.steps(message)[-1].officer_ids
            for person in (builders.the_person(work, o) for o in work.find(Officer, id=list(told))):
                opened = letter(work, message.id)
                assert may(person, Act.READ_MESSAGE, opened)
                assert may(person, Act.ACKNOWLEDGE, opened)
                assert [m.id for m in emergencies.of(work, person, 9, 9).messages] == [message.id]


class Night:
    """Ten hours, looked at every ten seconds' worth of chance, with trouble of every sort."""

    def __init__(self, store, clock, seed):
        self.dice = random.Random(seed)
        self.store, self.clock = store, clock
        self.wards = [Ward(store), Ward(store, minutes=2, maybe_minutes=20), Ward(store, off=(), office=())]
        minutes = sorted(self.dice.sample(range(9 * 60), 30))
        self.coming = [(FRIDAY + timedelta(minutes=m), self.dice.choice(self.wards)) for m in minutes]
        self.messages, self.acknowledged, self.down_until = {}, {}, FRIDAY

    def goes_by(self):
        while self.clock.moment < FRIDAY + timedelta(hours=10):
            self._minute()
            self._somebody_looks()
            self.clock.moment += TICK

    def _minute(self):
        while self.coming and self.coming[0][0] <= self.clock.moment:
            _, ward = self.coming.pop(0)
            new = ward.arrives(abstained=self.dice.random() < 0.3, state=self.dice.choice(escalation.AWAITED))
            self.messages[new.id] = (new, ward)
        if self.messages and self.dice.random() < 0.006:
            message, ward = self.messages[self.dice.choice(list(self.messages))]
            with self.store.begin() as work:
                who = [c.officer_id for c in work.find(Called, message_id=message.id)] or [ward.owner.id]
                person = builders.the_person(work, work.get(Officer, self.dice.choice(who)))
                decision.acknowledge(work, person, message.id)
            self.acknowledged.setdefault(message.id, self.clock.moment)

    def _somebody_looks(self):
        """Two workers at most; a look may be killed between its steps, or find the store out of reach."""
        for _ in range(self.dice.choice([1, 1, 2])):
            broken = Troubled(self.store)
            if self.dice.random() < 0.3:
                error = self.dice.choice(
                    [Killed(), StoreUnavailable("full"), Conflict("crossed"), OSError("smtp")]
                )
                broken.troubles = [(self.dice.randrange(9), error)]
            try:
                escalating.escalate(broken, HOLIDAYS)
            except (Killed, StoreUnavailable):
                self.down_until = self.clock.moment + TICK

    def slack(self):
        """Of a look that fails nothing is lost but its time; here at most so many fail in a row."""
        return 12 * TICK


@pytest.mark.parametrize("seed", range(4))
def test_a_night_leaves_no_emergency_unacknowledged_and_unescalated(store, clock, seed):
    night = Night(store, clock, seed)
    night.goes_by()
    assert len(night.messages) == 30
    with store.view() as work:
        steps = {i: escalation.steps_of(work, i) for i in night.messages}
        entries = [e for e in work.audit(limit=100_000) if e.act == "escalated"]
    assert len(entries) == sum(map(len, steps.values())) > 100
    for message_id, (message, ward) in night.messages.items():
        until = night.acknowledged.get(message_id, clock.moment)
        wait = escalation.interval(ward.plan, abstained=message.abstained)
        taken = steps[message_id]
        assert [s.step for s in taken] == list(range(1, len(taken) + 1))
        moments = [message.received_at, *(s.escalated_at for s in taken)]
        for before, after in zip(moments, [*moments[1:], until], strict=True):
            assert after - before <= wait + night.slack(), (message_id, before, after)
        for before, after in pairwise(moments):
            assert after - before >= wait
        assert all(s.escalated_at <= until for s in taken)
        assert all(s.officer_ids for s in taken)


def test_two_workers_at_once_take_each_step_once(tmp_path):
    url, clock = f"sqlite:///{tmp_path / 'two.db'}", FakeClock(FRIDAY)
    engines = [open_engine(url) for _ in range(3)]
    migrate(engines[0])
    stores = [SqlStore(engine, clock) for engine in engines]
    ward = Ward(stores[0])
    messages = [ward.arrives() for _ in range(20)]
    for _ in range(4):
        clock.forward(minutes=5)
        together, taken = Barrier(3), []

        def look(store, together=together, taken=taken):
            together.wait(10)
            taken.append(escalating.escalate(store, HOLIDAYS))

        workers = [Thread(target=look, args=[store]) for store in stores]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(60)
        assert sum(taken) == 20
    assert [[s.step for s in ward.steps(m)] for m in messages] == [[1, 2, 3, 4]] * 20
    assert sum(n.detail["emergencies"] for n in ward.told(ward.first)) == 40
    for engine in engines:
        engine.dispose()


KILLED = """
import os, sys
from datetime import datetime
from data.engine import open_engine
from data.store import SqlStore, SqlWork
from streife.escalating import escalate
from streife.public_holidays import PublicHolidays
from tests.builders import FakeClock
left, record = int(sys.argv[3]), SqlWork.record
def dying(*given, **named):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return record(*given, **named)
SqlWork.record = dying
escalate(SqlStore(open_engine(sys.argv[1]), FakeClock(datetime.fromisoformat(sys.argv[2]))), PublicHolidays())
"""


def test_a_process_that_is_killed_amid_it_neither_loses_nor_doubles_a_step(tmp_path):
    url, clock = f"sqlite:///{tmp_path / 'one.db'}", FakeClock(FRIDAY)
    engine = open_engine(url)
    migrate(engine)
    ward = Ward(SqlStore(engine, clock))
    messages = [ward.arrives() for _ in range(escalating.AT_ONCE + 5)]
    clock.forward(minutes=5)
    for writes in (0, 3, escalating.AT_ONCE + 3):
        told = [sys.executable, "-c", KILLED, url, clock.moment.isoformat(), str(writes)]
        assert subprocess.run(told, env={**os.environ, "PYTHONPATH": "."}, check=False).returncode == 9
    ward.look()
    assert [[s.step for s in ward.steps(m)] for m in messages] == [[1]] * len(messages)
    assert sum(n.detail["emergencies"] for n in ward.told(ward.first)) == len(messages)
    engine.dispose()
