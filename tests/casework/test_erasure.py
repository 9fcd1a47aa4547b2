from dataclasses import replace
from datetime import timedelta

import pytest

from casework import erasure, intake
from casework.case import Draft, open_case
from casework.erasure import GRACE, Erasure
from casework.errors import NotAllowed, Refused
from casework.labels import Hostility, Urgency
from casework.message import Message, State, Version
from casework.rechecks import Recheck
from casework.record import HandoverState, PersonRole
from tests import builders
from tests.builders import NOON, received

CASE = Draft("Hetze", "Kira Ahlers", PersonRole.OFFICER)


def taken_back(work, account, text="Danke!", again=timedelta(), **given):
    """A message deleted as long ago as the grace, and still not there when the network was asked again."""
    judged = {"deleted_at": NOON - GRACE, "assessed_version": 1}
    message = builders.a_message(work, account, text, **{**judged, **given})
    if again is not None:
        work.add(Recheck(message.id, NOON - again, NOON - again))
    return message


@pytest.fixture
def account(work, officer):
    return builders.an_account(work, officer)


@pytest.fixture
def gone(work, account):
    return taken_back(work, account, "Geheimes", native_id="1")


def _erase(work):
    return erasure.erase_withdrawn(work, 0, 100)[0]


def _text(work, message):
    return work.get(Message, message.id).text


def test_what_its_author_took_back_goes_after_the_grace(work, gone, clock):
    work.replace(replace(gone, deleted_at=NOON - GRACE + timedelta(seconds=1)))
    assert _erase(work) == 0
    clock.forward(seconds=1)
    assert _erase(work) == 1
    assert _text(work, gone) == ""
    assert work.find(Version)[0].raw == b""
    assert _erase(work) == 0


def test_the_note_and_the_log_name_the_hashes_and_no_word(work, gone):
    digest = work.find(Version)[0].sha256
    _erase(work)
    assert work.find(Erasure, message_id=gone.id)[0].erased_at == NOON
    entry = work.audit_of(f"message:{gone.id}")[-1]
    assert (entry.act, entry.detail["sha256"]) == ("erased", [digest])
    assert work.find(Version)[0].sha256 == digest
    assert "Geheimes" not in str(work.audit())


def test_an_emergency_that_nobody_acknowledged_stays_until_somebody_does(work, gone, clock):
    work.replace(replace(gone, urgency=Urgency.ACUTE))
    assert _erase(work) == 0
    work.replace(replace(work.get(Message, gone.id), acknowledged_at=clock.now()))
    assert _erase(work) == 1


@pytest.mark.parametrize("kind", [Hostility.THREAT, Hostility.INCITEMENT, Hostility.DOXXING])
def test_what_may_be_a_crime_stays_until_somebody_decides(work, gone, kind):
    work.replace(replace(gone, hostility=(kind,)))
    assert _erase(work) == 0
    work.replace(replace(work.get(Message, gone.id), state=State.DISMISSED))
    assert _erase(work) == 1


def test_what_was_erased_can_be_bound_into_no_case(work, person, gone):
    _erase(work)
    with pytest.raises(Refused, match="erased"):
        open_case(work, person, [gone.id], CASE)


def test_what_stands_is_never_erased(work, account):
    standing = builders.a_message(work, account)
    assert _erase(work) == 0
    assert _text(work, standing)


def test_a_case_keeps_it(work, person, gone):
    open_case(work, person, [gone.id], CASE)
    assert _erase(work) == 0
    assert _text(work, gone) == "Geheimes"


def test_a_hand_over_keeps_it_until_it_ends(work, officer, gone):
    handed = builders.a_handover(work, gone, officer, builders.an_officer(work))
    assert _erase(work) == 0
    work.replace(replace(handed, state=HandoverState.DONE))
    assert _erase(work) == 1


def test_a_hold_keeps_it_until_it_is_released(work, person, gone):
    held = erasure.hold(work, person, gone.id, "Ermittlung läuft")
    assert _erase(work) == 0
    erasure.release(work, person, held.id, "Ermittlung beendet")
    assert _erase(work) == 1


def test_a_hold_needs_a_reason_leave_and_words_that_are_there(work, person, gone):
    with pytest.raises(Refused, match="reason"):
        erasure.hold(work, person, gone.id, " ")
    with pytest.raises(NotAllowed):
        erasure.hold(work, builders.a_person(work), gone.id, "neugierig")
    held = erasure.hold(work, person, gone.id, "Ermittlung")
    with pytest.raises(Refused, match="held already"):
        erasure.hold(work, person, gone.id, "Ermittlung")
    erasure.release(work, person, held.id, "Ermittlung beendet")
    with pytest.raises(Refused, match="ended already"):
        erasure.release(work, person, held.id, "Ermittlung beendet")
    _erase(work)
    with pytest.raises(Refused, match="erased already"):
        erasure.hold(work, person, gone.id, "zu spät")


def test_a_hold_is_lifted_with_a_reason_that_the_log_keeps(work, person, gone):
    held = erasure.hold(work, person, gone.id, "Ermittlung")
    assert erasure.held(work, gone.id) == held
    with pytest.raises(Refused, match="reason"):
        erasure.release(work, person, held.id, " ")
    erasure.release(work, person, held.id, "Ermittlung beendet")
    assert erasure.held(work, gone.id) is None
    placed, lifted = work.audit_of(f"message:{gone.id}")[-2:]
    assert (placed.act, placed.detail["reason"]) == ("held", "Ermittlung")
    assert (lifted.act, lifted.detail["reason"]) == ("hold_ended", "Ermittlung beendet")


def test_what_is_kept_does_not_hide_what_lies_behind_it(work, person, account):
    messages = [taken_back(work, account) for _ in range(5)]
    open_case(work, person, [m.id for m in messages[:3]], CASE)
    after, erased = 0, 0
    while after is not None:
        done, after = erasure.erase_withdrawn(work, after, 2)
        erased += done
    assert erased == 2


def test_one_answer_that_it_is_gone_erases_nothing(work, account):
    told_once = taken_back(work, account, again=GRACE)
    never_asked = taken_back(work, account, again=None)
    assert _erase(work) == 0
    assert _text(work, told_once)
    assert _text(work, never_asked)


def test_where_the_network_says_no_more_it_goes_after_twice_the_grace(work, account, clock):
    taken_back(work, account, again=None)
    clock.forward(seconds=GRACE.total_seconds() - 1)
    assert _erase(work) == 0
    clock.forward(seconds=1)
    assert _erase(work) == 1


def test_where_nobody_can_ask_any_more_the_grace_is_enough(work, account):
    taken_back(work, account, again=None)
    work.replace(replace(account, active=False))
    assert _erase(work) == 1


def test_what_a_network_shows_again_was_not_taken_back(work, account, gone):
    intake.take_in(work, account, [received("Geheimes", native_id="1")])
    assert work.get(Message, gone.id).deleted_at is None
    entry = work.audit_of(f"message:{gone.id}")[-1]
    assert (entry.act, entry.detail["deleted_at"]) == ("seen_again", (NOON - GRACE).isoformat())
    assert _erase(work) == 0


def test_an_old_file_is_no_sight_of_it(work, account, gone):
    intake.take_in(work, account, [received("Geheimes", native_id="1")], by="anna")
    assert work.get(Message, gone.id).deleted_at
    assert _erase(work) == 1


def test_what_a_network_shows_again_after_its_erasure_is_kept_and_judged(work, account, gone):
    _erase(work)
    for _ in range(3):
        intake.take_in(work, account, [received("Er hat ein Messer", native_id="1")])
    shown = work.get(Message, gone.id)
    assert (shown.text, shown.deleted_at, shown.version) == ("Er hat ein Messer", None, 2)
    assert shown in work.unassessed(10)
    assert erasure.erased(work, gone.id) is None


def test_what_was_shown_again_and_is_taken_back_again_is_erased_again(work, account, gone):
    _erase(work)
    intake.take_in(work, account, [received("Doch nicht", native_id="1")])
    shown = work.get(Message, gone.id)
    work.replace(replace(shown, deleted_at=NOON - 2 * GRACE, assessed_version=2))
    assert _erase(work) == 1
    assert _text(work, gone) == ""


def test_what_nobody_has_judged_yet_is_not_erased(work, account):
    fresh = taken_back(work, account, "Ich springe jetzt", assessed_version=0)
    assert _erase(work) == 0
    work.replace(replace(fresh, assessed_version=1))
    assert _erase(work) == 1


def test_erased_words_do_not_come_back_with_an_old_file(work, account, gone):
    _erase(work)
    intake.take_in(work, account, [received("Geheimes", native_id="1")], by="ada")
    assert _text(work, gone) == ""
    assert {v.raw for v in work.find(Version)} == {b""}
