"""Together at one desk: who looks, who has taken on, and what is written and not sent."""

import pytest

from casework import claim, decision, draft, happened
from casework.claim import Claim, Presence
from casework.draft import FormDraft
from casework.errors import Conflict, NotAllowed, Refused
from casework.labels import Hostility, Intent, Target
from casework.message import Message
from casework.people import Role, Station
from tests import builders


@pytest.fixture
def message(work, officer):
    account = builders.an_account(work, officer)
    kept = builders.a_message(work, account)
    return builders.assessed(work, kept, Intent.OTHER, Hostility.INSULT, target=Target.GROUP)


@pytest.fixture
def colleague(work, officer):
    return builders.a_person(work, Role.CASE_OFFICER, station=work.get(Station, officer.station_id))


def company(work, message):
    return claim.around(work, [work.get(Message, message.id)]).get(message.id, claim.Company())


def test_who_has_it_open_is_seen_for_a_while_and_no_longer(work, person, message, clock):
    claim.arrive(work, person, message.id)
    assert company(work, message).here == (person.id,)
    clock.forward(seconds=80)
    claim.arrive(work, person, message.id)
    clock.forward(seconds=80)
    assert company(work, message).here == (person.id,)
    clock.forward(seconds=11)
    assert company(work, message).here == ()


def test_going_on_leaves_the_last_one_at_once_and_rows_do_not_grow(work, person, message, clock):
    others = [builders.a_message(work, work.get(builders.Account, message.account_id)) for _ in range(5)]
    before = None
    for one in [message, *others, message]:
        claim.arrive(work, person, one.id, leaving=before)
        before = one.id
    assert len(work.find(Presence)) == 1
    assert company(work, message).here == (person.id,)
    clock.forward(minutes=2)
    claim.arrive(work, person, others[0].id)
    assert len(work.find(Presence)) == 1
    claim.leave(work, person, others[0].id)
    assert company(work, others[0]).here == ()


def test_two_tabs_are_two_places(work, person, message):
    other = builders.a_message(work, work.get(builders.Account, message.account_id))
    claim.arrive(work, person, message.id)
    claim.arrive(work, person, other.id)
    assert company(work, message).here == company(work, other).here == (person.id,)


def test_a_claim_stands_for_a_quarter_of_an_hour_after_the_last_stir(work, person, message, clock):
    claim.take(work, person, message.id)
    clock.forward(minutes=10)
    claim.stir(work, person, message.id)
    clock.forward(minutes=14)
    assert company(work, message).claim.officer_id == person.id
    clock.forward(minutes=1)
    assert company(work, message).claim is None


def test_the_second_is_told_and_may_take_over_with_a_record(work, person, colleague, message):
    first = claim.take(work, person, message.id)
    with pytest.raises(Conflict, match="colleague"):
        claim.take(work, colleague, message.id)
    taken = claim.take_over(work, colleague, message.id, first.officer_id)
    assert company(work, message).claim == taken
    assert [e.act for e in work.audit_of(f"message:{message.id}")] == ["claimed", "claim_taken_over"]
    with pytest.raises(Conflict, match="look again"):
        claim.take_over(work, person, message.id, person.id)


def test_a_lapsed_claim_is_free_for_anybody(work, person, colleague, message, clock):
    claim.take(work, person, message.id)
    clock.forward(minutes=15)
    assert claim.take(work, colleague, message.id).claimed_at == work.now
    assert len(work.find(Claim)) == 1


def test_a_claim_is_given_up_by_its_holder_alone(work, person, colleague, message):
    claim.take(work, person, message.id)
    with pytest.raises(Refused):
        claim.let_go(work, colleague, message.id)
    claim.let_go(work, person, message.id)
    assert company(work, message).claim is None
    with pytest.raises(Refused):
        claim.let_go(work, person, message.id)


def test_a_claim_is_no_lock(work, person, colleague, message):
    claim.take(work, person, message.id)
    decision.dismiss(work, colleague, message.id, "geklärt")
    assert company(work, message).claim is None
    with pytest.raises(Refused, match="nothing is left"):
        claim.take(work, person, message.id)


def test_who_may_not_decide_takes_nothing_on(work, message):
    with pytest.raises(NotAllowed):
        claim.take(work, builders.a_person(work), message.id)


def test_a_draft_is_private_kept_and_gone_when_sent(work, person, colleague):
    where = draft.place("message:7", "dismiss")
    draft.keep(work, person, where, {"more": "halb fertig", "note": " "})
    assert draft.read(work, person, where) == {"more": "halb fertig"}
    assert draft.read(work, colleague, where) == {}
    draft.drop(work, person, where)
    assert draft.read(work, person, where) == {}
    assert [one.words for one in work.find(FormDraft)] == [{}]


def test_draft_rows_serve_again(work, person, clock):
    for number in range(5):
        where = draft.place(f"message:{number}", "case")
        draft.keep(work, person, where, {"note": "x"})
        draft.drop(work, person, where)
    draft.keep(work, person, "a b", {"note": "alt"})
    clock.forward(days=31)
    draft.keep(work, person, "c d", {"note": "neu"})
    assert [(one.place, one.words) for one in work.find(FormDraft)] == [("c d", {"note": "neu"})]
    assert draft.keep(work, person, "e f", {"note": "  "}) is None


def test_a_draft_has_an_end(work, person):
    with pytest.raises(Refused, match="longer"):
        draft.keep(work, person, "a b", {"note": "x" * (draft.LONGEST + 1)})


def test_the_second_is_told_what_the_first_did(work, person, colleague, message):
    decision.dismiss(work, colleague, message.id, "geklärt")
    told = happened.since(work, person, message)
    assert (told.what, told.officer_id, told.at) == ("dismiss", colleague.id, work.now)


def test_the_second_is_told_when_it_was_only_the_machine(work, person, message):
    builders.assessed(work, message, Intent.SPAM)
    assert happened.since(work, person, message).what == "judged"
