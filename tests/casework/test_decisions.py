from datetime import timedelta

import pytest

from casework import case, decision, handover, reading, undo
from casework.case import Draft
from casework.errors import Conflict, NotAllowed, Refused
from casework.labels import Hostility, Intent, Target, Urgency
from casework.message import Message, State
from casework.people import Role
from casework.record import CaseState, HandoverState, Outcome, PersonRole
from tests import builders


@pytest.fixture
def message(work, officer):
    return builders.a_message(work, builders.an_account(work, officer), "Der weiße Transporter steht da.")


@pytest.fixture
def contact(work):
    return builders.a_person(work, Role.CONTACT_OFFICER)


def _due(work):
    return work.now + timedelta(days=3)


def test_a_look_is_logged_and_the_first_one_is_kept(work, person, message, clock):
    reading.look(work, person, message.id)
    clock.forward(minutes=5)
    again = reading.look(work, person, message.id)
    assert again.message.first_seen_at == work.now - timedelta(minutes=5)
    assert [e.act for e in work.audit_of(f"message:{message.id}")] == ["read", "read"]


def test_a_decision_returns_the_record_it_wrote(work, person, message):
    written = decision.confirm_tip(work, person, message.id, "passt")
    assert written in work.find(type(written), message_id=message.id)
    assert work.get(Message, message.id).state is State.TIP


def test_nothing_is_dismissed_without_a_reason(work, person, message):
    with pytest.raises(Refused, match="reason"):
        decision.dismiss(work, person, message.id, "  ")


def test_a_dismissal_can_be_taken_back_and_both_are_recorded(work, person, message):
    decision.dismiss(work, person, message.id, "Spam")
    decision.reopen(work, person, message.id)
    assert work.get(Message, message.id).state is State.OPEN
    assert [d.choice for d in reading.look(work, person, message.id).decisions] == ["dismiss", "reopen"]


def test_a_correction_outlives_the_next_assessment(work, person, message):
    decision.correct(
        work, person, message.id, intent=Intent.TIP, hostility=(Hostility.INSULT,), target=Target.OFFICER
    )
    builders.assessed(work, message, Intent.SPAM)
    kept = work.get(Message, message.id)
    assert (kept.intent, kept.hostility, kept.corrected) == (Intent.TIP, (Hostility.INSULT,), True)


def test_an_answer_settles_an_open_message_but_no_unacknowledged_emergency(work, person, officer):
    account = builders.an_account(work, officer)
    alarm = builders.assessed(work, builders.a_message(work, account), Intent.EMERGENCY)
    praise = builders.assessed(work, builders.a_message(work, account), Intent.PRAISE)
    for one in (alarm, praise):
        decision.answer(work, person, one.id, "Danke!")
    assert work.get(Message, alarm.id).state is State.OPEN
    assert work.get(Message, praise.id).state is State.DONE


def test_who_decides_on_an_old_state_learns_of_it(message):
    with pytest.raises(Conflict):
        decision.expect(message, message.revision + 1)


def test_a_hand_over_goes_to_contact_officers_alone(work, person, message):
    colleague = builders.a_person(work, Role.OFFICER)
    with pytest.raises(Refused, match="contact officer"):
        handover.hand_over(work, person, message.id, colleague.login, "Bezirk 4", _due(work))


def test_a_hand_over_is_accepted_and_finished(work, person, contact, message):
    given = handover.hand_over(work, person, message.id, contact.login, "Bezirk 4", _due(work))
    handover.accept(work, contact, given.id)
    done = handover.finish(work, contact, given.id, Outcome.TRUE_TIP)
    assert (done.state, work.get(Message, message.id).state) == (HandoverState.DONE, State.DONE)


def test_a_returned_hand_over_stands_open_at_the_sender_with_the_reason(work, person, contact, message):
    given = handover.hand_over(work, person, message.id, contact.login, "Bezirk 4", _due(work))
    handover.give_back(work, contact, given.id, "Falscher Bezirk")
    opened = reading.look(work, person, message.id)
    assert opened.message.state is State.OPEN
    assert opened.letter.handovers[0].reason == "Falscher Bezirk"


def test_only_the_receiver_answers_a_hand_over(work, person, contact, message):
    given = handover.hand_over(work, person, message.id, contact.login, "Bezirk 4", _due(work))
    with pytest.raises(NotAllowed):
        handover.accept(work, person, given.id)


def test_a_message_is_handed_over_once(work, person, contact, message):
    handover.hand_over(work, person, message.id, contact.login, "Bezirk 4", _due(work))
    with pytest.raises(Refused):
        handover.hand_over(work, person, message.id, contact.login, "Bezirk 4", _due(work))


def test_a_case_pins_the_version_and_its_hash(work, person, message):
    draft = Draft("Beleidigung", "Kira Ahlers", PersonRole.OFFICER, ("185",))
    opened = case.open_case(work, person, [message.id], draft)
    _, items = case.read_case(work, person, opened.id)
    version = reading.look(work, person, message.id).versions[0]
    assert [(i.version, i.sha256) for i in items] == [(1, version.sha256)]
    assert work.get(Message, message.id).state is State.IN_CASE


def test_a_message_is_bound_into_a_case_once(work, person, message):
    opened = case.open_case(work, person, [message.id], Draft("A", "B", PersonRole.OFFICER))
    with pytest.raises(Refused, match="already"):
        case.add_item(work, person, opened.id, message.id)


def test_cases_are_numbered_by_station_and_year(work, person, officer):
    account = builders.an_account(work, officer)
    numbers = [
        case.open_case(
            work, person, [builders.a_message(work, account).id], Draft("A", "B", PersonRole.OFFICER)
        ).number
        for _ in range(2)
    ]
    assert [n[-9:] for n in numbers] == ["2026-0001", "2026-0002"]


def test_a_case_is_closed_with_a_reason_by_a_case_officer(work, person, officer, message):
    opened = case.open_case(work, person, [message.id], Draft("A", "B", PersonRole.OFFICER))
    with pytest.raises(NotAllowed):
        case.end_case(work, person, opened.id, CaseState.CLOSED, "erledigt")
    station = work.get(builders.Station, officer.station_id)
    colleague = builders.a_person(work, Role.CASE_OFFICER, station=station)
    assert case.end_case(work, colleague, opened.id, CaseState.CLOSED, "erledigt").state is CaseState.CLOSED


SETTLING = (
    lambda *who: decision.dismiss(*who, "Spam"),
    lambda *who: decision.answer(*who, "Danke!"),
)


@pytest.mark.parametrize("settle", SETTLING)
@pytest.mark.parametrize("seemed", [Intent.OTHER, Intent.EMERGENCY])
def test_what_was_settled_and_is_corrected_to_an_emergency_waits_and_undo_settles_it_again(
    work, person, message, settle, seemed
):
    builders.assessed(work, message, seemed, abstained=True, urgency=Urgency.TODAY)
    decision.acknowledge(work, person, message.id)
    settle(work, person, message.id)
    settled = work.get(Message, message.id)
    corrected = decision.correct(work, person, message.id, intent=Intent.EMERGENCY)
    now = work.get(Message, message.id)
    assert (now.state, now.acknowledged_at) == (State.OPEN, None)
    assert [one.id for one in work.alarms()] == [message.id]
    undo.take_back(work, person, corrected.id)
    now = work.get(Message, message.id)
    assert (now.state, now.acknowledged_at) == (settled.state, settled.acknowledged_at)
    assert work.alarms() == []


def test_a_perhaps_that_was_dismissed_waits_once_a_person_is_sure(work, person, message):
    builders.assessed(work, message, Intent.EMERGENCY, abstained=True)
    decision.dismiss(work, person, message.id, "Spass")
    decision.correct(work, person, message.id, intent=Intent.EMERGENCY)
    assert [one.id for one in work.alarms()] == [message.id]


def test_a_sure_emergency_that_was_dismissed_stays_so_when_its_other_labels_are_corrected(
    work, person, message
):
    builders.assessed(work, message, Intent.EMERGENCY)
    decision.dismiss(work, person, message.id, "Probe der Leitstelle")
    decision.correct(work, person, message.id, hostility=(Hostility.INSULT,))
    assert work.get(Message, message.id).state is State.DISMISSED


def test_a_hand_over_that_is_finished_silences_no_emergency(work, person, contact, message):
    given = handover.hand_over(work, person, message.id, contact.login, "Bezirk 4", _due(work))
    handover.accept(work, contact, given.id)
    builders.assessed(work, message, Intent.EMERGENCY)
    done = handover.finish(work, contact, given.id, Outcome.TRUE_TIP)
    assert (done.state, work.get(Message, message.id).state) == (HandoverState.DONE, State.OPEN)
    assert [one.id for one in work.alarms()] == [message.id]
    assert work.audit_of(f"message:{message.id}")[-1].detail["state"] == "open"


def test_who_read_other_words_than_those_that_stand_there_learns_of_it(message):
    decision.expect_wording(message, message.version)
    with pytest.raises(Conflict, match="edited"):
        decision.expect_wording(message, message.version - 1)
