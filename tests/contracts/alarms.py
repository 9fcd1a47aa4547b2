"""What waits for a human: each store tells the same, and tells all of it."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

from casework import decision, emergencies, escalation, worklist
from casework.escalation import Called
from casework.labels import Hostility, Urgency
from casework.message import Message, State
from casework.people import Role
from casework.reading import letter
from casework.roles import Act, may
from tests.builders import (
    NOON,
    a_handover,
    a_message,
    a_person,
    a_station,
    an_account,
    an_officer,
    the_person,
)


class Workdays:
    """No day is a public holiday."""

    def is_holiday(self, day, land):
        return False


class AlarmsContract:
    """Emergencies that nobody acknowledged."""

    def test_every_emergency_without_acknowledgement_waits_whatever_else_is_so(self, store):
        with store.begin() as work:
            account = an_account(work)
            for state, urgency, seen in product(State, (*Urgency, None), (None, NOON)):
                a_message(work, account, state=state, urgency=urgency, acknowledged_at=seen)
            waiting = {one.id for one in work.alarms()}
            assert waiting == {m.id for m in work.find(Message) if escalation.waits(m)}
            assert len(waiting) == len(escalation.AWAITED)

    def test_the_surest_come_first_then_the_longest_waiting(self, store):
        with store.begin() as work:
            account, made = an_account(work), []
            for minutes, abstained in ((5, True), (9, True), (1, False), (7, False)):
                at = NOON - timedelta(minutes=minutes)
                kept = a_message(work, account, urgency=Urgency.ACUTE, abstained=abstained)
                made.append(work.replace(replace(kept, received_at=at)))
            assert [one.id for one in work.alarms()] == [made[n].id for n in (3, 2, 1, 0)]
            first = work.alarms()[0]
            assert (first.account_id, first.received_at) == (account.id, made[3].received_at)
            assert (first.abstained, first.hostile) == (False, False)

    def test_whoever_was_called_may_open_that_message_and_no_other(self, store):
        with store.begin() as work:
            station, far = a_station(work), a_station(work)
            account = an_account(work, an_officer(work, station))
            mine, other = (a_message(work, account, urgency=Urgency.ACUTE) for _ in range(2))
            standby = a_person(work, Role.CONTACT_OFFICER, station=station)
            stranger = a_person(work, Role.OFFICER, station=far)
            for person in (standby, stranger):
                work.add(Called(mine.id, person.id, station.id, NOON))
            assert worklist.scope_of(work, standby).message_ids == {mine.id}
            assert may(standby, Act.READ_MESSAGE, letter(work, mine.id))
            assert may(standby, Act.ACKNOWLEDGE, letter(work, mine.id))
            assert not may(standby, Act.DECIDE, letter(work, mine.id))
            assert not may(standby, Act.READ_MESSAGE, letter(work, other.id))
            assert worklist.scope_of(work, stranger).message_ids == set()
            assert not may(stranger, Act.READ_MESSAGE, letter(work, mine.id))

    def test_a_head_from_elsewhere_who_is_called_may_open_that_message_and_no_other(self, store, clock):
        with store.begin() as work:
            station, far = a_station(work), a_station(work)
            account = an_account(work, an_officer(work, station, active=False))
            mine, other = (a_message(work, account, urgency=Urgency.ACUTE) for _ in range(2))
            chief = a_person(work, Role.SUPERVISOR, station=far)
            work.add(Called(mine.id, chief.id, station.id, NOON))  # when he or she was still there
            (step,) = escalation.step(work, [mine.id], Workdays())
            assert step.officer_ids == (chief.id,)
            assert may(chief, Act.READ_MESSAGE, letter(work, mine.id))
            assert [m.id for m in emergencies.of(work, chief, 9, 9).messages] == [mine.id]
            assert decision.acknowledge(work, chief, mine.id)
            assert not may(chief, Act.DECIDE, letter(work, mine.id))
            assert not may(chief, Act.READ_MESSAGE, letter(work, other.id))
            left = the_person(work, an_officer(work, a_station(work), Role.OFFICER))
            work.replace(replace(work.find(Called, officer_id=chief.id)[0], officer_id=left.id))
            assert not may(left, Act.READ_MESSAGE, letter(work, mine.id))

    def test_a_scope_among_few_is_the_whole_scope_cut_to_them(self, store):
        with store.begin() as work:
            station = a_station(work)
            account = an_account(work, an_officer(work, station))
            person = a_person(work, Role.CONTACT_OFFICER, station=station)
            made = [a_message(work, account, hostility=(Hostility.THREAT,)) for _ in range(4)]
            a_handover(work, made[0], an_officer(work, station), person.officer)
            a_handover(work, made[1], an_officer(work, station), person.officer)
            work.add(Called(made[2].id, person.id, station.id, NOON))
            assert worklist.scope_of(work, person).message_ids == {m.id for m in made[:3]}
            few = worklist.scope_of(work, person, [made[1].id, made[2].id, made[3].id])
            assert few.message_ids == {made[1].id, made[2].id}
