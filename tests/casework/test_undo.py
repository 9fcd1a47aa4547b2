"""Taking back: exactly what stood before, in any order of things, and both stay on record."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import decision, handover, intake, learning, spot_check, undo
from casework.account import Account
from casework.errors import NotAllowed, Refused
from casework.labels import Hostility, Intent, Target
from casework.message import Message, State
from casework.people import Role
from casework.reading import letter
from casework.record import Choice, Decision, SpotCheck
from data.memory import MemoryStore
from tests import builders
from tests.builders import FakeClock

LOOK = (
    *("state", "intent", "hostility", "target", "urgency", "abstained", "corrected"),
    *("acknowledged_at", "answered_at"),
)
INTENTS = st.sampled_from([Intent.TIP, Intent.EMERGENCY, Intent.PRAISE, Intent.OTHER])


@pytest.fixture
def message(work, officer):
    return builders.assessed(work, builders.a_message(work, builders.an_account(work, officer)), Intent.TIP)


def looks(work, message):
    now = work.get(Message, message.id)
    checks = [
        (c.answer, c.intent, c.hostility, c.answered_at) for c in work.find(SpotCheck, message_id=message.id)
    ]
    return [getattr(now, name) for name in LOOK], checks


def newest(work, message):
    return undo.newest(letter(work, message.id), work.find(Decision, message_id=message.id))


STEPS = {
    "tip": lambda work, who, m, _: decision.confirm_tip(work, who, m.id),
    "dismiss": lambda work, who, m, _: decision.dismiss(work, who, m.id, "x"),
    "acknowledge": lambda work, who, m, _: decision.acknowledge(work, who, m.id),
    "answer": lambda work, who, m, _: decision.answer(work, who, m.id, "Danke"),
    "reopen": lambda work, who, m, _: decision.reopen(work, who, m.id),
    "harmless": lambda work, who, m, _: decision.confirm_harmless(work, who, m.id),
    "correct": lambda work, who, m, draw: decision.correct(
        work, who, m.id, intent=draw(INTENTS), hostility=draw(st.sampled_from([(), (Hostility.THREAT,)]))
    ),
    "hand over": lambda work, who, m, _: handover.hand_over(
        work, who, m.id, "contact", "", work.now + timedelta(days=1)
    ),
}


def walk(work, clock, person, message, data):
    """Take some steps; what was done, and how things looked before the first and after each."""
    trail, done = [looks(work, message)], []
    for name in data.draw(st.lists(st.sampled_from(sorted(STEPS)), max_size=8)):
        clock.forward(minutes=1)
        try:
            done.append(STEPS[name](work, person, message, data.draw))
        except Refused:
            continue
        trail.append(looks(work, message))
    return trail, done


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_undoing_any_sequence_of_steps_leads_back_through_exactly_the_same_states(data):
    clock = FakeClock()
    with MemoryStore(clock).begin() as work:
        officer = builders.an_officer(work)
        builders.an_officer(work, None, Role.CONTACT_OFFICER, login="contact")
        person, account = builders.the_person(work, officer), builders.an_account(work, officer)
        message = builders.assessed(work, builders.a_message(work, account), data.draw(INTENTS))
        work.add(SpotCheck(message.id, message.account_id, 1, "test-1", work.now, work.now))
        trail, done = walk(work, clock, person, message, data)
        logged = len(work.audit_of(f"message:{message.id}"))
        for number, step in enumerate(reversed(done), start=1):
            clock.forward(minutes=1)
            assert newest(work, message) == step
            undo.undo(work, person, step)
            assert looks(work, message) == trail[-1 - number]
            acts = [e.act for e in work.audit_of(f"message:{message.id}")]
            assert (len(acts), acts[-1] in ("undo", "handover_withdrawn")) == (logged + number, True)
        assert newest(work, message) is None
        kept = [d for d in work.find(Decision, message_id=message.id) if d.choice is not Choice.UNDO]
        assert all(d.taken_back_at for d in kept)


def test_a_correction_taken_back_leaves_the_newest_verdict_not_an_old_one(work, person, message):
    corrected = decision.correct(work, person, message.id, intent=Intent.SPAM)
    builders.assessed(work, message, Intent.REPORT, Hostility.THREAT)
    undo.take_back(work, person, corrected.id)
    now = work.get(Message, message.id)
    assert (now.intent, now.hostility, now.target) == (Intent.REPORT, (Hostility.THREAT,), Target.OFFICER)
    assert not now.corrected


def test_a_correction_taken_back_leaves_the_correction_before(work, person, message):
    decision.correct(work, person, message.id, intent=Intent.SPAM)
    second = decision.correct(work, person, message.id, intent=Intent.EMERGENCY)
    undo.take_back(work, person, second.id)
    now = work.get(Message, message.id)
    assert (now.intent, now.corrected) == (Intent.SPAM, True)


def test_nothing_is_learned_from_a_correction_that_was_taken_back(work, person, message):
    corrected = decision.correct(work, person, message.id, intent=Intent.SPAM)
    assert len(learning.corrections(work)) == 1
    undo.take_back(work, person, corrected.id)
    assert learning.corrections(work) == []


def test_what_came_later_is_taken_back_first(work, person, message):
    first = decision.confirm_tip(work, person, message.id)
    decision.correct(work, person, message.id, intent=Intent.REPORT)
    with pytest.raises(Refused, match="since"):
        undo.take_back(work, person, first.id)


def test_nothing_is_taken_back_twice_and_no_undo_is_undone(work, person, message):
    tip = decision.confirm_tip(work, person, message.id)
    taken = undo.take_back(work, person, tip.id)
    with pytest.raises(Refused, match="already"):
        undo.take_back(work, person, tip.id)
    with pytest.raises(Refused, match="anew"):
        undo.take_back(work, person, taken.id)


def test_only_who_may_decide_takes_back(work, person, message):
    tip = decision.confirm_tip(work, person, message.id)
    with pytest.raises(NotAllowed):
        undo.take_back(work, builders.a_person(work), tip.id)


def test_an_accepted_hand_over_is_no_longer_withdrawn(work, person, message):
    contact = builders.a_person(work, Role.CONTACT_OFFICER)
    given_over = handover.hand_over(work, person, message.id, contact.login, "", work.now + timedelta(days=1))
    handover.accept(work, contact, given_over.id)
    with pytest.raises(Refused, match="accepted"):
        handover.withdraw(work, person, given_over.id)


def test_who_got_a_hand_over_that_was_withdrawn_reads_it_no_more(work, person, message):
    contact = builders.a_person(work, Role.CONTACT_OFFICER)
    decision.confirm_tip(work, person, message.id)
    given_over = handover.hand_over(work, person, message.id, contact.login, "", work.now + timedelta(days=1))
    handover.withdraw(work, person, given_over.id)
    assert work.get(Message, message.id).state is State.TIP
    with pytest.raises(NotAllowed):
        decision.confirm_tip(work, contact, message.id)


def test_a_decision_from_before_it_was_kept_what_moved_is_taken_back_too(work, person, message):
    old = decision.dismiss(work, person, message.id, "Spam")
    work.replace(replace(old, moved={}))
    undo.take_back(work, person, old.id)
    assert work.get(Message, message.id).state is State.OPEN


def test_a_message_that_moved_on_by_other_ways_is_not_thrown_back(work, person, message):
    tip = decision.confirm_tip(work, person, message.id)
    work.replace(replace(work.get(Message, message.id), state=State.DONE))
    with pytest.raises(Refused, match="moved on"):
        undo.take_back(work, person, tip.id)


def test_a_spot_check_waits_again_when_its_answer_is_taken_back(work, person, message):
    work.add(SpotCheck(message.id, message.account_id, 1, "test-1", work.now, work.now))
    answered = decision.confirm_harmless(work, person, message.id)
    assert not spot_check.waits(work, message)
    undo.take_back(work, person, answered.id)
    assert spot_check.waits(work, message)


@pytest.mark.parametrize("opens", ["correct", "reopen"])
def test_what_became_an_emergency_by_an_edit_is_not_settled_by_an_undo(work, clock, person, message, opens):
    decision.dismiss(work, person, message.id, "x")
    if opens == "correct":
        opened = decision.correct(work, person, message.id, intent=Intent.EMERGENCY)
    else:
        opened = decision.reopen(work, person, message.id)
    clock.forward(minutes=5)
    account = work.get(Account, message.account_id)
    intake.take_in(work, account, [builders.received("Er hat ein Messer", native_id=message.native_id)])
    builders.assessed(work, work.get(Message, message.id), Intent.EMERGENCY)
    with pytest.raises(Refused, match="edited since"):
        undo.take_back(work, person, opened.id)
    assert [one.id for one in work.alarms()] == [message.id]
