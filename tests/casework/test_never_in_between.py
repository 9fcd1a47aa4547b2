"""Nothing is ever in between: whatever happens to a message, one place waits for it, and somebody sees it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from casework import (
    case,
    decision,
    erasure,
    handover,
    intake,
    leave,
    notice,
    reading,
    tending,
    turn,
    worklist,
)
from casework.beat import Beat
from casework.case import Draft
from casework.errors import Conflict, NotAllowed, NotFound, Refused
from casework.labels import Hostility, Intent
from casework.message import Message, State
from casework.people import Grant, Officer, Role
from casework.query import Query
from casework.record import ON_ITS_WAY, Handover, HandoverState, Notice, Outcome, PersonRole
from casework.roles import Act, may
from casework.turn import Place
from data.memory import MemoryStore
from tests import builders
from tests.builders import FakeClock

RECEIVERS = ("jens", "telse", "okko")
SENDERS = ("kira", "merle")
EVERYBODY = (*RECEIVERS, *SENDERS)
WHOSE_TURN = {Place.HANDOVER, Place.QUESTION, Place.DESK, Place.ORPHANED, Place.CASE, Place.SETTLED}


class NoHolidays:
    def is_holiday(self, day, land):
        return False


NO_HOLIDAYS = NoHolidays()


class NeverInBetween(RuleBasedStateMachine):
    """One message, two who may send it, three who may receive it, and a supervisor; everything may happen."""

    def __init__(self):
        super().__init__()
        self.clock = FakeClock()
        self.store = MemoryStore(self.clock)

    @initialize(beat=st.booleans())
    def begin(self, beat):
        with self.store.begin() as work:
            station = builders.a_station(work)
            roles = dict.fromkeys(RECEIVERS, Role.CONTACT_OFFICER)
            roles |= {"kira": Role.OFFICER, "merle": Role.CASE_OFFICER}
            roles |= {"birgit": Role.SUPERVISOR, "ada": Role.ADMINISTRATOR}
            self.ids = {
                login: builders.an_officer(work, station, role, login=login).id
                for login, role in roles.items()
            }
            self.station = station
            self.account = builders.an_account(work, work.get(Officer, self.ids["kira"]))
            message = builders.a_message(work, self.account, "In der Lindenstraße!", native_id="m")
            message = builders.assessed(work, message, Intent.TIP, Hostility.INSULT)
            if beat:
                ids = self.ids["jens"], self.ids["telse"]
                here = work.add(Beat(station.id, "Nord", *ids, places=("Lindenstraße",)))
                work.placed({message.id: here.id}, 1)
            self.message_id = message.id

    def person(self, work, login):
        return turn.known(work, self.ids[login])

    def attempt(self, act):
        """Do it as the rules of the house allow; what they refuse changes nothing."""
        try:
            with self.store.begin() as work:
                act(work)
        except (Refused, NotAllowed, NotFound, Conflict):
            pass

    def last(self, work):
        found = work.find(Handover, message_id=self.message_id)
        return found[-1].id if found else 1

    @rule(who=st.sampled_from(SENDERS), to=st.sampled_from(RECEIVERS), hours=st.integers(1, 200))
    def hand_over(self, who, to, hours):
        due = self.clock.now() + timedelta(hours=hours)
        self.attempt(
            lambda w: handover.hand_over(w, self.person(w, who), self.message_id, to, "Dein Viertel", due)
        )

    @rule(who=st.sampled_from(EVERYBODY))
    def accept(self, who):
        self.attempt(lambda w: handover.accept(w, self.person(w, who), self.last(w)))

    @rule(who=st.sampled_from(EVERYBODY))
    def ask(self, who):
        self.attempt(lambda w: handover.ask(w, self.person(w, who), self.last(w), "Welches Haus?"))

    @rule(who=st.sampled_from(EVERYBODY))
    def answer(self, who):
        self.attempt(lambda w: handover.answer(w, self.person(w, who), self.last(w), "Das blaue"))

    @rule(who=st.sampled_from(EVERYBODY))
    def give_back(self, who):
        self.attempt(lambda w: handover.give_back(w, self.person(w, who), self.last(w), "Nicht mein Bezirk"))

    @rule(who=st.sampled_from(EVERYBODY), outcome=st.sampled_from(Outcome))
    def finish(self, who, outcome):
        self.attempt(lambda w: handover.finish(w, self.person(w, who), self.last(w), outcome))

    @rule(who=st.sampled_from(EVERYBODY))
    def withdraw(self, who):
        self.attempt(lambda w: handover.withdraw(w, self.person(w, who), self.last(w)))

    @rule(to=st.sampled_from(RECEIVERS))
    def move(self, to):
        self.attempt(lambda w: handover.move(w, self.person(w, "birgit"), self.last(w), to, "Krank"))

    @rule(
        who=st.sampled_from(EVERYBODY),
        does=st.sampled_from(["tip", "dismiss", "reopen", "correct", "answer"]),
    )
    def decide(self, who, does):
        acts = {
            "tip": lambda w, p: decision.confirm_tip(w, p, self.message_id),
            "dismiss": lambda w, p: decision.dismiss(w, p, self.message_id, "Erledigt"),
            "reopen": lambda w, p: decision.reopen(w, p, self.message_id),
            "correct": lambda w, p: decision.correct(w, p, self.message_id, hostility=()),
            "answer": lambda w, p: decision.answer(w, p, self.message_id, "Danke"),
        }
        self.attempt(lambda w: acts[does](w, self.person(w, who)))

    @rule(who=st.sampled_from(SENDERS))
    def open_case(self, who):
        draft = Draft("Hetze", "Kira", PersonRole.OFFICER)
        self.attempt(lambda w: case.open_case(w, self.person(w, who), [self.message_id], draft))

    @rule(gone=st.booleans())
    def author_deletes_and_time_passes(self, gone):
        def act(work):
            intake.mark_deleted(work, self.account, "m")
            if gone:
                self.clock.forward(days=4)
                erasure.erase_withdrawn(work, 0, 10)

        self.attempt(act)

    @rule(login=st.sampled_from(EVERYBODY), active=st.booleans())
    def comes_or_goes(self, login, active):
        def act(work):
            work.replace(replace(work.get(Officer, self.ids[login]), active=active))

        self.attempt(act)

    @rule(login=st.sampled_from(RECEIVERS))
    def changes_role(self, login):
        def act(work):
            grant = next(g for g in work.find(Grant, officer_id=self.ids[login]))
            other = Role.CONTACT_OFFICER if grant.role is Role.OFFICER else Role.OFFICER
            work.replace(replace(grant, role=other))

        self.attempt(act)

    @rule(
        login=st.sampled_from(RECEIVERS),
        deputy=st.none() | st.sampled_from(RECEIVERS),
        begins=st.integers(0, 48),
        hours=st.integers(1, 400),
    )
    def plans_leave(self, login, deputy, begins, hours):
        start = self.clock.now() + timedelta(hours=begins)
        self.attempt(
            lambda w: leave.plan(
                w,
                self.person(w, login),
                self.ids[login],
                start,
                start + timedelta(hours=hours),
                self.ids[deputy] if deputy else None,
            )
        )

    @rule(login=st.sampled_from(RECEIVERS))
    def comes_back(self, login):
        def act(work):
            for one in leave.of(work, self.ids[login]):
                leave.cancel(work, self.person(work, login), one.id)

        self.attempt(act)

    @rule(hours=st.integers(1, 100))
    def time_passes(self, hours):
        self.clock.forward(hours=hours)

    def teardown(self):
        if hasattr(self, "message_id"):
            self.the_duties_find_nothing_twice()

    def the_duties_find_nothing_twice(self):
        with self.store.begin() as work:
            tending.rescue(work)
            tending.remind(work, NO_HOLIDAYS)
            assert tending.rescue(work) == 0
            assert tending.remind(work, NO_HOLIDAYS) == 0

    @invariant()
    def at_most_one_hand_over_is_on_its_way_and_the_state_says_so(self):
        with self.store.view() as work:
            live = work.find(Handover, message_id=self.message_id, state=ON_ITS_WAY)
            assert len(live) <= 1
            state = work.get(Message, self.message_id).state
            assert (state is State.HANDED_OVER) == bool(live)

    @invariant()
    def one_place_waits_and_whoever_must_act_there_can(self):
        """What the duty looks after every minute is looked after here before each look."""
        with self.store.begin() as work:
            tending.rescue(work)
            tending.remind(work, NO_HOLIDAYS)
        with self.store.view() as work:
            waits = turn.of(work, self.message_id)
            assert waits.place in WHOSE_TURN
            if waits.place not in (Place.SETTLED, Place.CASE, Place.ORPHANED):
                assert len(waits.officer_ids) == 1
                self.can_act(work, waits)
            if waits.place is Place.ORPHANED:
                assert set(waits.officer_ids) == {self.ids["birgit"], self.ids["ada"]}

    def can_act(self, work, waits):
        person = turn.known(work, waits.officer_ids[0])
        letter = reading.letter(work, self.message_id)
        act = {Place.HANDOVER: Act.READ_MESSAGE, Place.QUESTION: Act.HAND_OVER, Place.DESK: Act.DECIDE}
        assert person.officer.active
        assert may(person, act[waits.place], letter)
        assert may(person, Act.READ_MESSAGE, letter)
        shown = work.worklist(Query(worklist.scope_of(work, person), states=()))
        assert self.message_id in [m.id for m in shown]
        if waits.place is Place.HANDOVER:
            (live,) = work.find(Handover, message_id=self.message_id, state=ON_ITS_WAY)
            assert may(person, Act.ANSWER_HANDOVER, live)
            assert leave.receives(work, person.officer)
            assert live.state in handover.UNDERWAY

    @invariant()
    def nobody_keeps_reading_what_was_taken_away(self):
        with self.store.view() as work:
            kept = work.find(Handover, message_id=self.message_id)
            readers = {h.to_id for h in kept if h.state in (*ON_ITS_WAY, HandoverState.DONE)}
            letter = reading.letter(work, self.message_id)
            for login in RECEIVERS:
                if self.ids[login] not in readers:
                    assert not may(self.person(work, login), Act.READ_MESSAGE, letter)

    @invariant()
    def nobody_is_told_a_thing_twice(self):
        with self.store.view() as work:
            once = (notice.NoticeKind.HANDOVER_DUE, notice.NoticeKind.HANDOVER_LATE)
            told = [(n.officer_id, n.kind, n.subject) for n in work.find(Notice) if n.kind in once]
            assert len(told) == len(set(told))

    @invariant()
    def an_open_hand_over_keeps_the_words(self):
        with self.store.view() as work:
            if work.get(Message, self.message_id).state is State.HANDED_OVER:
                assert erasure.needed(work, work.get(Message, self.message_id))


TestNeverInBetween = pytest.mark.filterwarnings("ignore")(NeverInBetween.TestCase)
NeverInBetween.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
