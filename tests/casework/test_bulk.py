"""Several messages in one go: nothing dangerous is taken along, each has its record, one undo for all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import bulk, case, decision, erasure
from casework.bulk import Receiver, Spared
from casework.bulk_record import BulkStep
from casework.case import Draft
from casework.errors import NotAllowed, Refused
from casework.labels import Hostility, Intent
from casework.message import Message, State
from casework.people import Role
from casework.query import Query, Scope
from casework.reading import look
from casework.record import Decision, Handover, PersonRole
from tests import builders


@pytest.fixture
def account(work, officer):
    return builders.an_account(work, officer)


def arrived(work, account, intent=Intent.SPAM, *hostility):
    return builders.assessed(work, builders.a_message(work, account), intent, *hostility)


def states(work, messages):
    return [work.get(Message, m.id).state for m in messages]


def test_each_is_dismissed_with_a_record_of_its_own_and_one_undo_takes_all_back(work, person, account):
    three = [arrived(work, account) for _ in range(3)]
    done = bulk.dismiss(work, person, bulk.select(three), "Werbung")
    assert states(work, three) == [State.DISMISSED] * 3
    decided = [work.get(Decision, record) for _, record in done.bulk.records]
    assert [(d.message_id, d.reason) for d in decided] == [(m.id, "Werbung") for m in three]
    for message in three:
        assert [e.act for e in work.audit_of(f"message:{message.id}")][-1] == "dismiss"
    assert work.audit()[-1].detail["messages"] == [m.id for m in three]
    bulk.take_back(work, person, done.bulk.id)
    assert states(work, three) == [State.OPEN] * 3
    with pytest.raises(Refused):
        bulk.take_back(work, person, done.bulk.id)


def test_emergencies_are_never_taken_along_not_even_with_the_hostile_ones(work, person, account):
    spam = arrived(work, account)
    acute = arrived(work, account, Intent.EMERGENCY)
    threat = arrived(work, account, Intent.EMERGENCY, Hostility.THREAT)
    seen = bulk.select([spam, acute, threat])
    done = bulk.dismiss(work, person, seen, "Werbung", hostile_too=True)
    assert done.spared == ((acute.id, Spared.ACUTE), (threat.id, Spared.ACUTE))
    assert states(work, [spam, acute, threat]) == [State.DISMISSED, State.OPEN, State.OPEN]


def test_what_nobody_has_judged_as_it_reads_now_is_never_taken_along(work, person, account):
    spam, fresh = arrived(work, account), builders.a_message(work, account)
    changed = arrived(work, account)
    told = builders.received("Hilfe", native_id=changed.native_id)
    changed = work.take_in(account, [told])[0].message
    seen = bulk.select([spam, fresh, changed])
    for step in BulkStep:
        shown = bulk.preview(work, person, step, seen, hostile_too=True)
        assert shown.spared == ((fresh.id, Spared.UNJUDGED), (changed.id, Spared.UNJUDGED))
    bulk.dismiss(work, person, seen, "Werbung")
    assert states(work, [spam, fresh, changed]) == [State.DISMISSED, State.OPEN, State.OPEN]


def test_hostile_ones_are_left_out_and_named_unless_asked_for(work, person, account):
    spam, insult = arrived(work, account), arrived(work, account, Intent.OTHER, Hostility.INSULT)
    seen = bulk.select([spam, insult])
    shown = bulk.preview(work, person, BulkStep.DISMISS, seen)
    assert [m.id for m in shown.taken] == [spam.id]
    assert shown.spared == ((insult.id, Spared.HOSTILE),)
    asked = bulk.preview(work, person, BulkStep.DISMISS, seen, hostile_too=True)
    assert [m.id for m in asked.taken] == [spam.id, insult.id]


def test_what_a_colleague_changed_meanwhile_is_left_out_and_the_rest_is_done(work, person, account):
    one, two = arrived(work, account), arrived(work, account)
    seen = bulk.select([one, two])
    decision.confirm_tip(work, person, two.id)
    done = bulk.dismiss(work, person, seen, "Werbung")
    assert done.spared == ((two.id, Spared.CHANGED),)
    assert states(work, [one, two]) == [State.DISMISSED, State.TIP]


def test_a_mere_look_changes_nothing_about_a_selection(work, person, account):
    message = arrived(work, account)
    seen = bulk.select([message])
    look(work, person, message.id)
    assert bulk.dismiss(work, person, seen, "Werbung").spared == ()


def test_a_strangers_message_is_left_out(work, person, account):
    mine, other = arrived(work, account), builders.a_message(work)
    assert bulk.select_ids(work, person, [mine.id, other.id, 999]) == bulk.select([mine])
    done = bulk.tip(work, person, bulk.select([mine, other]))
    assert done.spared == ((other.id, Spared.NOT_YOURS),)


def test_undo_leaves_alone_what_went_on_since(work, person, account):
    two = [arrived(work, account) for _ in range(2)]
    done = bulk.tip(work, person, bulk.select(two))
    decision.dismiss(work, person, two[1].id, "doch nicht")
    undone = bulk.take_back(work, person, done.bulk.id)
    assert undone.spared == ((two[1].id, Spared.CHANGED),)
    assert states(work, two) == [State.OPEN, State.DISMISSED]


def test_undo_is_for_whoever_did_it(work, person, account):
    done = bulk.tip(work, person, bulk.select([arrived(work, account)]))
    with pytest.raises(NotAllowed):
        bulk.take_back(work, builders.a_person(work), done.bulk.id)


def test_several_are_handed_over_and_withdrawn(work, person, account):
    contact = builders.a_person(work, Role.CONTACT_OFFICER)
    two = [arrived(work, account, Intent.TIP) for _ in range(2)]
    to = Receiver(contact.login, "Bezirk 4", work.now + timedelta(days=2))
    done = bulk.hand_over(work, person, bulk.select(two), to)
    assert {h.to_id for h in work.find(Handover)} == {contact.id}
    bulk.take_back(work, person, done.bulk.id)
    assert states(work, two) == [State.OPEN, State.OPEN]


def test_several_hostile_ones_are_bound_into_a_case_but_no_emergency(work, person, account):
    insult, other = (arrived(work, account, Intent.OTHER, Hostility.INSULT) for _ in range(2))
    acute = arrived(work, account, Intent.EMERGENCY, Hostility.THREAT)
    made = case.open_case(work, person, [insult.id], Draft("A", "B", PersonRole.OFFICER))
    insult = work.get(Message, insult.id)
    officer = builders.the_person(
        work, builders.an_officer(work, work.get(builders.Station, account.station_id), Role.CASE_OFFICER)
    )
    done = bulk.add_to_case(work, officer, bulk.select([insult, other, acute]), made.id)
    assert done.spared == ((insult.id, Spared.SETTLED), (acute.id, Spared.ACUTE))
    assert states(work, [other, acute]) == [State.IN_CASE, State.OPEN]


def test_nothing_at_all_is_refused_and_so_is_far_too_much(work, person, account):
    with pytest.raises(Refused, match="fits"):
        bulk.dismiss(work, person, bulk.select([arrived(work, account, Intent.EMERGENCY)]), "x")
    with pytest.raises(Refused, match="reason"):
        bulk.dismiss(work, person, {}, " ")
    with pytest.raises(Refused, match="at most"):
        bulk.preview(work, person, BulkStep.TIP, dict.fromkeys(range(bulk.MOST + 1), ""))


def test_all_that_a_filter_lets_through_is_selected_at_once(work, person, account):
    spam = [arrived(work, account) for _ in range(3)]
    arrived(work, account, Intent.PRAISE)
    query = Query(Scope(), intent=Intent.SPAM.value, limit=1)
    assert bulk.select_all(work, person, query) == bulk.select(spam)


def test_what_was_erased_is_left_out_and_holds_up_no_other(work, person, account, clock):
    contact = builders.a_person(work, Role.CONTACT_OFFICER)
    two = [arrived(work, account, Intent.TIP) for _ in range(2)]
    gone = work.replace(replace(two[0], deleted_at=work.now))
    clock.forward(days=7)
    erasure.erase_withdrawn(work, 0, 100)
    both = bulk.select([work.get(Message, gone.id), two[1]])
    done = bulk.hand_over(work, person, both, Receiver(contact.login, "", work.now + timedelta(days=2)))
    assert done.spared == ((gone.id, Spared.SETTLED),)
    assert [h.message_id for h in work.find(Handover)] == [two[1].id]
