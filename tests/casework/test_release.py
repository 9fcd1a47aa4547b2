"""Taking a message out of a case: it goes back where it belongs, and nothing of what happened is lost."""

from datetime import timedelta
from pathlib import Path

import pytest

from casework import binding, bulk, case, decision, erasure, handover, recall, release, undo
from casework.case import Draft
from casework.errors import NotAllowed, Refused
from casework.labels import Hostility, Intent
from casework.message import Message, State
from casework.people import Role
from casework.reading import letter
from casework.recall import Ground
from casework.record import CaseItem, CaseState, Choice, Decision, Outcome, PersonRole
from tests.builders import a_message, a_person, an_account, assessed
from tests.casework.leaving import handed_over

ROOMS = ("casework", "dashboard", "streife")


@pytest.fixture
def account(work, merle):
    return an_account(work, merle.officer)


@pytest.fixture
def insult(work, account):
    return assessed(work, a_message(work, account, "Du Null"), Intent.OTHER, Hostility.INSULT)


def bound(work, who, *messages):
    return case.open_case(work, who, [m.id for m in messages], Draft("A", "B", PersonRole.PERSON))


def state(work, message):
    return work.get(Message, message.id).state


def taken_out(work, who, opened, message):
    return release.release(work, who, opened.id, message.id, "falscher Fall")


def test_it_stands_open_again_and_both_say_who_took_it_out_and_why(work, merle, insult):
    opened = bound(work, merle, insult)
    gone = taken_out(work, merle, opened, insult)
    assert (gone.released_at, gone.released_by, gone.release_reason) == (work.now, merle.id, "falscher Fall")
    assert state(work, insult) is State.OPEN
    assert binding.items(work, case_id=opened.id) == []
    assert letter(work, insult.id).case_ids == ()
    told = work.audit_of(f"message:{insult.id}")[-1]
    assert (told.act, told.actor, told.detail["case"]) == ("released_from_case", merle.login, opened.id)
    assert (told.detail["sha256"], told.detail["reason"]) == (gone.sha256, "falscher Fall")
    listed = work.audit_of(f"case:{opened.id}")[-1]
    assert (listed.act, listed.detail["messages"]) == ("item_released", [insult.id])
    assert listed in work.touching(insult.id)


@pytest.mark.parametrize(
    ("before", "stands"),
    [
        (lambda work, who, m: decision.confirm_tip(work, who, m.id), State.TIP),
        (lambda work, who, m: decision.dismiss(work, who, m.id, "x"), State.DISMISSED),
        (lambda work, who, m: decision.answer(work, who, m.id, "Danke"), State.DONE),
    ],
)
def test_it_stands_where_it_stood_before(work, merle, insult, before, stands):
    before(work, merle, insult)
    opened = bound(work, merle, insult)
    assert state(work, insult) is State.IN_CASE
    taken_out(work, merle, opened, insult)
    assert state(work, insult) is stands


def given(work, who, message):
    contact = a_person(work, Role.CONTACT_OFFICER)
    return contact, handover.hand_over(work, who, message.id, contact.login, "", work.now + timedelta(days=1))


def test_what_is_handed_over_stays_so(work, merle, insult):
    given(work, merle, insult)
    taken_out(work, merle, bound(work, merle, insult), insult)
    assert state(work, insult) is State.HANDED_OVER


def _finished(work, _, contact, way):
    handover.accept(work, contact, way.id)
    handover.finish(work, contact, way.id, Outcome.TRUE_TIP)


def _returned(work, _, contact, way):
    handover.give_back(work, contact, way.id, "nein")


def _withdrawn(work, sender, _, way):
    handover.withdraw(work, sender, way.id)


ENDS = [(_finished, State.DONE), (_returned, State.OPEN), (_withdrawn, State.TIP)]


@pytest.mark.parametrize(("end", "stands"), ENDS)
def test_a_hand_over_that_ended_meanwhile_says_where_it_belongs(work, clock, merle, insult, end, stands):
    decision.confirm_tip(work, merle, insult.id)
    contact, way = given(work, merle, insult)
    opened = bound(work, merle, insult)
    clock.forward(minutes=5)
    end(work, merle, contact, way)
    assert state(work, insult) is State.IN_CASE
    taken_out(work, merle, opened, insult)
    assert state(work, insult) is stands


def test_a_second_case_keeps_it_until_it_is_taken_out_there_too(work, merle, insult):
    decision.confirm_tip(work, merle, insult.id)
    cases = [bound(work, merle, insult), bound(work, merle, insult)]
    taken_out(work, merle, cases[0], insult)
    assert state(work, insult) is State.IN_CASE
    taken_out(work, merle, cases[1], insult)
    assert state(work, insult) is State.TIP


def test_bound_again_it_is_one_item_with_the_wording_of_now(work, clock, merle, insult):
    opened = bound(work, merle, insult)
    taken_out(work, merle, opened, insult)
    clock.forward(minutes=1)
    again = case.add_item(work, merle, opened.id, insult.id)
    assert work.find(CaseItem, case_id=opened.id) == [again]
    assert (again.added_at, again.released_at, again.release_reason) == (work.now, None, "")
    assert state(work, insult) is State.IN_CASE


def test_only_whoever_works_an_open_case_takes_out_and_only_with_a_reason(work, merle, insult, person):
    opened = bound(work, merle, insult)
    with pytest.raises(NotAllowed):
        taken_out(work, person, opened, insult)
    with pytest.raises(Refused, match="reason"):
        release.release(work, merle, opened.id, insult.id, " ")
    case.end_case(work, merle, opened.id, CaseState.CLOSED, "fertig")
    with pytest.raises(Refused, match="closed"):
        taken_out(work, merle, opened, insult)
    assert state(work, insult) is State.IN_CASE


def test_what_is_not_there_or_gone_already_is_refused(work, merle, account, insult):
    opened = bound(work, merle, insult)
    with pytest.raises(Refused, match="is not in case"):
        taken_out(work, merle, opened, a_message(work, account))
    taken_out(work, merle, opened, insult)
    with pytest.raises(Refused, match="is not in case"):
        taken_out(work, merle, opened, insult)


def test_a_decision_in_the_case_is_not_undone_into_a_case_that_it_left(work, merle, insult):
    opened = bound(work, merle, insult)
    tip = decision.confirm_tip(work, merle, insult.id)
    taken_out(work, merle, opened, insult)
    assert state(work, insult) is State.TIP
    with pytest.raises(Refused, match="taken out of its case"):
        undo.take_back(work, merle, tip.id)
    assert [d.choice for d in work.find(Decision, message_id=insult.id)] == [Choice.TIP]


def test_words_that_their_author_took_back_are_needed_no_longer(work, merle, insult):
    opened = bound(work, merle, insult)
    assert erasure.needed(work, insult)
    taken_out(work, merle, opened, insult)
    assert not erasure.needed(work, work.get(Message, insult.id))


def test_whoever_has_a_package_with_it_is_to_be_told(work, merle, opened, clock):
    handed_over(work, merle, opened, clock)
    assert recall.suggested(work, opened.id) == []
    clock.forward(minutes=1)
    first = binding.items(work, case_id=opened.id)[0]
    release.release(work, merle, opened.id, first.message_id, "Dublette")
    assert [one.grounds for one in recall.suggested(work, opened.id)] == [(Ground.RELEASED,)]


def test_whoever_bound_it_can_undo_that_for_a_while_and_nobody_else(work, clock, merle, insult, person):
    item = binding.items(work, case_id=bound(work, merle, insult).id)[0]
    with pytest.raises(NotAllowed):
        undo.undo(work, person, item)
    clock.forward(minutes=11)
    with pytest.raises(Refused, match="too late"):
        undo.undo(work, merle, item)
    clock.forward(minutes=-5)
    assert undo.undo(work, merle, item).released_at == work.now
    assert state(work, insult) is State.OPEN


def test_what_went_into_a_package_is_not_simply_undone(work, merle, opened, clock):
    handed_over(work, merle, opened, clock)
    with pytest.raises(Refused, match="too late"):
        release.take_back(work, merle, binding.items(work, case_id=opened.id)[0].id)


def test_several_bound_at_once_are_taken_back_at_once(work, merle, account, insult):
    opened = bound(work, merle, insult)
    two = [assessed(work, a_message(work, account), Intent.OTHER, Hostility.INSULT) for _ in range(2)]
    done = bulk.add_to_case(work, merle, bulk.select(two), opened.id)
    bulk.take_back(work, merle, done.bulk.id)
    assert [state(work, m) for m in (insult, *two)] == [State.IN_CASE, State.OPEN, State.OPEN]


def test_nobody_counts_what_was_taken_out_by_mistake():
    """Whoever asks for a case's messages asks `binding.items`, or for history and by name."""
    history = {"binding.py", "happened.py", "reading.py", "recall.py", "case_file.py"}
    here = Path(case.__file__).parent.parent
    asking = {
        path.name
        for room in ROOMS
        for path in (here / room).rglob("*.py")
        if "find(CaseItem" in path.read_text(encoding="utf-8")
    }
    assert asking == history


@pytest.mark.parametrize(
    "settle", [lambda *who: decision.dismiss(*who, "x"), lambda *who: decision.answer(*who, "x")]
)
def test_an_emergency_is_not_settled_by_taking_it_out(work, merle, insult, settle):
    settle(work, merle, insult.id)
    opened = bound(work, merle, insult)
    assessed(work, insult, Intent.EMERGENCY)
    taken_out(work, merle, opened, insult)
    assert state(work, insult) is State.OPEN
    assert [one.id for one in work.alarms()] == [insult.id]


def test_nor_by_a_hand_over_that_was_finished_while_it_was_in_the_case(work, clock, merle, insult):
    contact, way = given(work, merle, insult)
    opened = bound(work, merle, insult)
    clock.forward(minutes=5)
    assessed(work, insult, Intent.EMERGENCY)
    _finished(work, merle, contact, way)
    taken_out(work, merle, opened, insult)
    assert state(work, insult) is State.OPEN
