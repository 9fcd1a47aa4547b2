"""Abuse of an officer: who takes it on, how the officer learns of it, and what she or he may still do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import care, case, decision, exposure, handover, notice, reading, tenure, worklist
from casework.assessment import Assessment
from casework.care import Fate
from casework.case import Draft
from casework.errors import Conflict, NotAllowed, Refused
from casework.exposure import Telling
from casework.labels import Hostility, Intent, Target, Urgency
from casework.message import Message, State
from casework.people import Grant, Officer, Role
from casework.query import Query, Scope
from casework.record import NoticeKind, PersonRole
from casework.roles import Act, may
from tests import builders
from tests.builders import NOON, a_verdict

EVERYTHING = Query(Scope(), states=(), limit=100)


@pytest.fixture
def station(work):
    return builders.a_station(work)


@pytest.fixture
def kira(work, station):
    return builders.a_person(work, Role.OFFICER, station=station, name="Kira Ahlers")


@pytest.fixture
def berta(work, station):
    return builders.a_person(work, Role.CASE_OFFICER, station=station, name="Berta Klein")


@pytest.fixture
def account(work, kira):
    return builders.an_account(work, kira.officer)


def comes(work, account, *hostility, intent=Intent.OTHER, at=NOON, **given) -> Message:
    message = builders.a_message(work, account, "Du Witzfigur")
    verdict = a_verdict(intent, *hostility or (Hostility.INSULT,), **given)
    work.assessed([Assessment(message.id, 1, verdict, NOON)])
    return work.replace(replace(work.get(Message, message.id), received_at=at))


def queue(work, person):
    return [m.id for m in worklist.page(work, person, EVERYTHING)]


def reads(work, person, message) -> bool:
    return may(person, Act.READ_MESSAGE, reading.letter(work, message.id))


def test_abuse_of_an_officer_goes_to_the_case_officer_alone(work, kira, berta, account):
    message = comes(work, account)
    assert queue(work, kira) == []
    assert queue(work, berta) == [message.id]
    assert sum(worklist.counts(work, kira, EVERYTHING).values()) == 0
    with pytest.raises(NotAllowed):
        reading.look(work, kira, message.id)


def test_abuse_stays_that_of_whose_account_it_was_when_it_came(work, clock, station, berta):
    before = builders.a_person(work, Role.OFFICER, Role.CASE_OFFICER, station=station)
    after = builders.a_person(work, Role.OFFICER, station=station)
    account = builders.an_account(work, before.officer)
    tenure.begin(work, account)
    of_before = comes(work, account, Hostility.THREAT, at=clock.now())
    tenure.finish(work, account, tenure.End.HANDED_OVER)
    clock.forward(minutes=1)
    tenure.begin(work, given := work.replace(replace(account, officer_id=after.id)))
    of_after = comes(work, given, Hostility.THREAT, at=clock.now())
    assert not may(before, Act.DECIDE, reading.letter(work, of_before.id))
    assert may(before, Act.DECIDE, reading.letter(work, of_after.id))
    assert (queue(work, before), queue(work, after)) == ([of_after.id], [of_before.id])
    assert [one.message.id for one in care.against(work, after, NOON)] == [of_after.id]
    assert [m.id for m in care.untold(work, before)] == [of_after.id]
    assert care.tell(work, berta, of_before.id).officer_id == before.id


def test_threads_leave_it_out(work, kira, berta, account):
    asks = builders.a_message(work, account, "Wann ist Sprechstunde?", thread="t")
    abuse = comes(work, account)
    work.replace(replace(abuse, thread="t"))
    assert reading.look(work, kira, asks.id).thread == ()


def test_criticism_and_what_the_verdict_abstains_from_stay_with_the_officer(work, kira, berta, account):
    lawful = builders.assessed(work, builders.a_message(work, account), Intent.CRITICISM)
    unsure = comes(work, account, abstained=True)
    other = comes(work, account, Hostility.HATE, target=Target.GROUP)
    assert set(queue(work, kira)) == {lawful.id, unsure.id, other.id}


def test_a_correction_hands_it_over_and_brings_it_back(work, kira, berta, account):
    unsure = comes(work, account, abstained=True)
    decision.correct(work, kira, unsure.id, hostility=(Hostility.INSULT,), target=Target.OFFICER)
    assert queue(work, kira) == []
    decision.correct(work, berta, unsure.id, intent=Intent.CRITICISM, hostility=())
    assert queue(work, kira) == [unsure.id]


def test_without_a_case_officer_the_officer_has_it_and_others_are_warned(work, station, kira, account):
    message = comes(work, account)
    ada = builders.a_person(work, Role.ADMINISTRATOR, station=station)
    birgit = builders.a_person(work, Role.SUPERVISOR, station=station)
    assert queue(work, kira) == [message.id]
    assert care.uncovered(work, ada) == care.uncovered(work, birgit) == [account]
    assert care.uncovered(work, kira) == []
    builders.a_person(work, Role.CASE_OFFICER, station=station)
    assert queue(work, kira) == []
    assert care.uncovered(work, ada) == []


def test_when_the_case_officer_leaves_it_comes_back(work, kira, berta, account):
    message = comes(work, account)
    work.replace(replace(berta.officer, active=False))
    assert queue(work, kira) == [message.id]


def test_a_case_officer_never_works_on_abuse_of_herself(work, station, kira, account):
    work.add(Grant(kira.id, Role.CASE_OFFICER, station.id))
    both = builders.the_person(work, kira.officer)
    message = comes(work, account)
    assert queue(work, both) == [message.id]
    other = builders.a_person(work, Role.CASE_OFFICER, station=station)
    assert queue(work, both) == []
    assert queue(work, other) == [message.id]
    opened = case.open_case(work, other, [message.id], Draft("Beleidigung", "Kira", PersonRole.OFFICER))
    assert not reads(work, both, message)
    assert list(care.kept_from(work, both, [work.get(Message, message.id)])) == [message.id]
    assert may(both, Act.READ_CASE, opened)


def test_an_emergency_is_with_the_case_officer_and_said_to_the_officer_at_once(work, kira, berta, account):
    message = comes(work, account, Hostility.THREAT, intent=Intent.EMERGENCY)
    acute = Query(Scope(), urgency=Urgency.ACUTE.value, acknowledged=False)
    assert [m.id for m in worklist.page(work, berta, acute)] == [message.id]
    exposure.wish(work, kira, telling=Telling.NEVER)
    (said,) = care.emergencies(work, kira)
    assert (said.message.id, said.carers) == (message.id, (berta.id,))
    decision.acknowledge(work, berta, message.id)
    assert care.emergencies(work, kira) == []


def test_an_emergency_that_was_asked_for_may_be_acted_on_and_nothing_else(work, kira, berta, account):
    alarm = comes(work, account, Hostility.THREAT, intent=Intent.EMERGENCY)
    insult = comes(work, account)
    for message in (alarm, insult):
        care.ask(work, kira, message.id)
    assert decision.acknowledge(work, kira, alarm.id).message_id == alarm.id
    with pytest.raises(NotAllowed):
        decision.dismiss(work, kira, insult.id, "egal")


def test_the_officer_may_ask_to_see_it_and_give_it_back_and_both_are_logged(work, kira, berta, account):
    message = comes(work, account)
    care.ask(work, kira, message.id)
    assert queue(work, kira) == [message.id]
    assert reading.look(work, kira, message.id).message.id == message.id
    with pytest.raises(Refused):
        care.ask(work, kira, message.id)
    care.give_back(work, kira, message.id)
    assert queue(work, kira) == []
    with pytest.raises(Refused):
        care.give_back(work, kira, message.id)
    acts = [e.act for e in work.audit_of(f"message:{message.id}")]
    assert [a for a in acts if a.startswith("abuse")] == ["abuse_asked_for", "abuse_given_back"]


def test_nobody_else_can_ask(work, station, kira, berta, account):
    message = comes(work, account)
    for person in (berta, builders.a_person(work, Role.OFFICER, station=station)):
        with pytest.raises(NotAllowed):
            care.ask(work, person, message.id)


def test_it_is_not_handed_over_to_whom_it_abuses(work, station, kira, berta, account):
    work.add(Grant(kira.id, Role.CONTACT_OFFICER, station.id))
    message = comes(work, account)
    with pytest.raises(Refused, match="abuses"):
        handover.hand_over(work, berta, message.id, kira.login, "", NOON + timedelta(days=1))
    assert work.get(Message, message.id).state is State.OPEN


def test_yesterday_is_told_with_who_has_it_and_what_was_done(work, kira, berta, account, clock):
    yesterday, before = NOON - timedelta(days=1), NOON - timedelta(days=2)
    bound, settled, waits = (comes(work, account, at=yesterday) for _ in range(3))
    comes(work, account, at=before)
    comes(work, account, at=NOON)
    opened = case.open_case(work, berta, [bound.id], Draft("Beleidigung", "Kira", PersonRole.OFFICER))
    decision.dismiss(work, berta, settled.id, "Kein Antrag")
    told = care.summary(work, kira)
    assert told is not None
    known = {one.message.id: (one.fate, one.by_id, one.case_number) for one in told.borne}
    assert known == {
        bound.id: (Fate.IN_CASE, berta.id, opened.number),
        settled.id: (Fate.SETTLED, berta.id, ""),
        waits.id: (Fate.WAITING, None, ""),
    }
    exposure.heard(work, kira)
    assert care.summary(work, kira) is None
    clock.forward(days=1)
    again = care.summary(work, kira)
    assert again is not None
    assert len(again.borne) == 1


def test_it_is_told_weekly_or_never_as_the_officer_wishes(work, kira, berta, account):
    comes(work, account, at=NOON - timedelta(days=7))
    assert care.summary(work, kira) is None
    exposure.wish(work, kira, telling=Telling.WEEKLY)
    told = care.summary(work, kira)
    assert told is not None
    assert (told.first.weekday(), told.last.weekday(), len(told.borne)) == (0, 6, 1)
    exposure.wish(work, kira, telling=Telling.NEVER)
    assert care.summary(work, kira) is None


def test_a_threat_is_told_by_the_case_officer_and_once(work, kira, berta, account):
    comes(work, account)
    threat = comes(work, account, Hostility.THREAT)
    assert notice.unseen(work, kira) == []
    assert [m.id for m in care.untold(work, berta)] == [threat.id]
    care.tell(work, berta, threat.id)
    assert care.untold(work, berta) == []
    (told,) = notice.unseen(work, kira)
    assert (told.kind, told.detail) == (NoticeKind.ABUSE, {"by": "Berta Klein"})
    with pytest.raises(Conflict):
        care.tell(work, berta, threat.id)


def test_only_a_case_officer_tells_and_never_of_abuse_of_herself(work, station, kira, account):
    work.add(Grant(kira.id, Role.CASE_OFFICER, station.id))
    both = builders.the_person(work, kira.officer)
    threat = comes(work, account, Hostility.THREAT)
    assert care.untold(work, both) == []
    with pytest.raises(Refused):
        care.tell(work, both, threat.id)


def test_another_station_s_case_officer_takes_nothing_on(work, kira, account):
    message = comes(work, account)
    far = builders.a_person(work, Role.CASE_OFFICER)
    assert queue(work, kira) == [message.id]
    assert care.untold(work, far) == []
    assert work.get(Officer, far.id).active
