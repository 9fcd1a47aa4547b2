"""What left the house, and telling recipients what is wrong with it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import case, decision, outcome, proceedings, recall, recipients, redaction, transmission
from casework.dossier import gather
from casework.erasure import Erasure
from casework.errors import NotAllowed, Refused
from casework.labels import Target
from casework.outcome import ProsecutionState, Told
from casework.people import Officer, Person, Role, Station
from casework.recall import Ground
from casework.recall_letter import RecallKind
from casework.recipients import DRAFT, Destination
from casework.record import Case, CaseState, Decision
from casework.transmission import Transmission, Way
from tests.builders import a_person, the_person
from tests.casework.leaving import TO_COLOGNE, exported, handed_over, message_ids

OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)


def test_a_draft_says_that_nobody_has_it(work, merle, opened):
    noted = exported(work, merle, opened)
    assert (noted.recipient, noted.basis, noted.sent_at) == ("", "", None)
    assert transmission.of_case(work, merle, opened.id) == [noted]
    last = work.audit_of(f"case:{opened.id}")[-1]
    assert (last.act, last.detail["fingerprint"], last.detail["recipient"]) == (
        "package_written",
        "ab" * 32,
        "",
    )


def test_a_package_knows_which_messages_went_into_it(work, merle, opened):
    first, second = message_ids(work, opened)
    assert exported(work, merle, opened).messages == ((first, 1), (second, 1))
    assert exported(work, merle, opened, only=[second]).messages == ((second, 1),)


def test_the_hand_over_is_noted_with_recipient_basis_way_and_moment(work, merle, opened, clock):
    sent = handed_over(work, merle, opened, clock)
    assert (sent.recipient, sent.way, sent.sent_at, sent.sent_by) == (
        "ZAC NRW",
        Way.PORTAL,
        work.now,
        merle.login,
    )
    assert work.audit_of(f"case:{opened.id}")[-1].detail["basis"] == TO_COLOGNE.basis


@pytest.mark.parametrize(
    ("to", "minutes", "complaint"),
    [
        (DRAFT, 0, "recipient and basis"),
        (Destination("StA Köln"), 0, "recipient and basis"),
        (TO_COLOGNE, -1, "between the export and now"),
        (TO_COLOGNE, 1, "between the export and now"),
    ],
)
def test_a_hand_over_that_cannot_be_is_refused(work, merle, opened, to, minutes, complaint):
    sent = exported(work, merle, opened)
    at = work.now + timedelta(minutes=minutes)
    with pytest.raises(Refused, match=complaint):
        transmission.hand_over(work, merle, sent.id, to, Way.DISC, at)
    assert work.get(Transmission, sent.id) == sent


def test_what_one_recipient_has_is_not_written_over_by_another(work, merle, opened, clock):
    sent = handed_over(work, merle, opened, clock)
    with pytest.raises(Refused, match="already"):
        transmission.hand_over(work, merle, sent.id, TO_COLOGNE, Way.DISC, work.now)


def test_only_the_case_officer_notes_and_recalls(work, merle, opened, clock):
    sent = handed_over(work, merle, opened, clock)
    for stranger in (a_person(work, Role.CASE_OFFICER), OPERATOR):
        with pytest.raises(NotAllowed):
            transmission.hand_over(work, stranger, sent.id, TO_COLOGNE, Way.DISC, work.now)
        with pytest.raises(NotAllowed):
            recall.recall(work, stranger, sent.id, RecallKind.RECALL, "falsch")


def test_the_administrator_sees_what_left_the_station_and_that_is_on_record(work, merle, opened):
    noted = exported(work, merle, opened)
    ada = a_person(work, Role.ADMINISTRATOR, station=work.get(case.Station, opened.station_id))
    elsewhere = a_person(work, Role.ADMINISTRATOR)
    assert [t.id for _, t in transmission.of_stations(work, ada)] == [noted.id]
    assert work.audit()[-1].act == "transmissions_listed"
    assert transmission.of_stations(work, elsewhere) == []
    assert transmission.of_stations(work, merle) == []
    assert len(transmission.of_stations(work, OPERATOR)) == 1


def test_one_step_notes_the_recall_and_writes_the_letter(work, merle, opened, clock):
    sent = handed_over(work, merle, opened, clock)
    outcome.note(work, merle, opened.id, Told("12 Js 3/26", "StA Köln", ProsecutionState.RECEIVED))
    told = recall.recall(work, merle, sent.id, RecallKind.RECALL, "Name verwechselt\u202e")
    for words in (
        "12 Js 3/26",
        opened.number,
        sent.run,
        sent.fingerprint,
        "ZAC NRW",
        "löschen",
        "§ 75 Abs. 3",
    ):
        assert words in told.letter
    assert "Name verwechselt[U+202E]" in told.letter
    assert opened.title not in told.letter
    assert work.get(Transmission, sent.id).recalled_at == work.now
    assert work.audit_of(f"case:{opened.id}")[-1].act == "recipient_told"


def test_a_notice_stays_open_until_the_recipient_confirms(work, merle, opened, clock):
    sent = handed_over(work, merle, opened, clock)
    told = recall.recall(work, merle, sent.id, RecallKind.CORRECTION, "falsch")
    assert recall.notices(work, [sent])[sent.id][0].confirmed_at is None
    done = recall.confirm(work, merle, told.id, "Fax der StA vom 23.11.")
    assert recall.notices(work, [sent])[sent.id] == [done]
    with pytest.raises(Refused, match="already"):
        recall.confirm(work, merle, told.id, "noch einmal")


def test_what_nobody_was_handed_is_exported_anew_instead(work, merle, opened):
    sent = exported(work, merle, opened, TO_COLOGNE)
    with pytest.raises(Refused, match="export it anew"):
        recall.recall(work, merle, sent.id, RecallKind.RECALL, "falsch")


def grounds(work, opened):
    return [ground for one in recall.suggested(work, opened.id) for ground in one.grounds]


def _correct(work, merle, opened):
    decision.correct(work, merle, message_ids(work, opened)[0], target=Target.POLICE, reason="alle gemeint")


def _erase(work, merle, opened):
    work.add(Erasure(message_ids(work, opened)[1], "deleted_by_author", work.now))


def _change(work, merle, opened):
    work.replace(replace(work.get(Case, opened.id), entitled_person="Jens Wolter"))


def _blacken(work, merle, opened):
    redaction.redact(work, merle, opened.id, "Erika Muster", "unbeteiligt")


@pytest.mark.parametrize(
    ("change", "ground"),
    [
        (_correct, Ground.CORRECTED),
        (_erase, Ground.ERASED),
        (_change, Ground.CASE_CHANGED),
        (_blacken, Ground.BLACKENED),
    ],
)
def test_a_change_after_the_export_suggests_a_notice_until_it_is_given(
    work, merle, opened, clock, change, ground
):
    sent = handed_over(work, merle, opened, clock)
    assert grounds(work, opened) == []
    clock.forward(minutes=1)
    change(work, merle, opened)
    assert grounds(work, opened) == [ground]
    clock.forward(minutes=1)
    recall.recall(work, merle, sent.id, RecallKind.CORRECTION, "siehe oben")
    assert grounds(work, opened) == []


def test_a_change_before_the_export_suggests_nothing(work, merle, opened, clock):
    _correct(work, merle, opened)
    clock.forward(minutes=1)
    handed_over(work, merle, opened, clock)
    assert grounds(work, opened) == []


def test_a_draft_never_suggests_a_notice(work, merle, opened, clock):
    exported(work, merle, opened)
    clock.forward(minutes=1)
    _correct(work, merle, opened)
    assert grounds(work, opened) == []


def test_what_happens_to_a_message_that_was_left_out_concerns_no_recipient(work, merle, opened, clock):
    sent = exported(work, merle, opened, TO_COLOGNE, only=message_ids(work, opened)[:1])
    clock.forward(minutes=1)
    _erase(work, merle, opened)
    assert sent.recipient
    assert grounds(work, opened) == []


def test_a_correction_taken_back_is_a_change_as_well(work, merle, opened, clock):
    _correct(work, merle, opened)
    clock.forward(minutes=1)
    handed_over(work, merle, opened, clock)
    clock.forward(minutes=1)
    ours = work.find(case.CaseItem, case_id=opened.id)[0].message_id
    (made,) = work.find(Decision, message_id=ours)
    work.replace(replace(made, taken_back_at=work.now))
    assert grounds(work, opened) == [Ground.CORRECTED]


def test_contact_points_near_the_station_come_first():
    assert recipients.proposed(recipients.offices(), "DE-NW")[0].key == "zac-nrw"
    assert recipients.proposed(recipients.offices(), "DE-NI")[0].key == "zhin"


def test_the_operator_adds_offices_and_replaces_shipped_ones(tmp_path):
    own = '[[offices]]\nkey = "{}"\nname = "Eigene"\nland = "SE-M"\n'
    (tmp_path / "contact_points.toml").write_text(own.format("aklagare") + own.format("zit"))
    found = recipients.offices(tmp_path)
    assert (found["aklagare"].name, found["zit"].name) == ("Eigene", "Eigene")
    assert "zac-nrw" in found
    assert recipients.offices(tmp_path / "nowhere").keys() == recipients.offices().keys()


@pytest.mark.parametrize(
    "words",
    [
        "[[offices",
        "offices = 3",
        'offices = ["x"]',
        '[[offices]]\nkey = "../x"',
        '[[offices]]\nkey = "a"',
        "\xff",
    ],
)
def test_a_broken_file_of_offices_is_named(tmp_path, words):
    (tmp_path / "contact_points.toml").write_bytes(words.encode("latin-1"))
    with pytest.raises(Refused, match=r"contact_points\.toml"):
        recipients.offices(tmp_path)


def test_a_recipient_gets_the_usual_basis_and_a_key_that_is_unknown_is_refused():
    known = recipients.offices()
    made = recipients.destination(known, to="zac-nrw")
    assert (made.office, made.basis) == ("zac-nrw", "§ 163 Abs. 2 Satz 1 StPO")
    assert recipients.destination(known, recipient="StA  Stade\n", basis="§ 9 XY").basis == "§ 9 XY"
    assert recipients.destination(known) == DRAFT
    for given in ({"to": "zac-nwr"}, {"basis": "stpo-163"}, {"recipient": "x" * 301}):
        with pytest.raises(Refused):
            recipients.destination(known, **given)


def test_whoever_is_no_longer_case_officer_cannot_export(work, merle, opened):
    with pytest.raises(NotAllowed):
        gather(work, the_person(work, a_person(work).officer), opened.id)


def handed(work, case_id):
    """Of cases handed to prosecutors as the case's supervisor reads it: all, and those without an answer."""
    station = work.get(Station, work.get(Case, case_id).station_id)
    found = proceedings.summary(work, a_person(work, Role.SUPERVISOR, station=station))
    return found.handed_over, found.unanswered


def test_a_case_handed_over_twice_is_one_case_and_an_export_alone_is_none(work, merle, opened, clock):
    exported(work, merle, opened)
    assert handed(work, opened.id) == (0, 0)
    handed_over(work, merle, opened, clock)
    handed_over(work, merle, opened, clock)
    assert handed(work, opened.id) == (1, 1)


def test_a_case_whose_packages_were_all_recalled_is_not_with_the_prosecutor(work, merle, opened, clock):
    first = handed_over(work, merle, opened, clock)
    case.end_case(work, merle, opened.id, CaseState.SENT, "StA")
    recall.recall(work, merle, first.id, RecallKind.CORRECTION, "falsch")
    assert handed(work, opened.id) == (1, 1)
    recall.recall(work, merle, first.id, RecallKind.RECALL, "falsch")
    assert handed(work, opened.id) == (0, 0)


def test_what_went_to_another_authority_went_to_no_prosecutor(work, merle, opened, clock):
    another = Destination("Jugendamt", "§ 481 Abs. 1 StPO")
    one = exported(work, merle, opened)
    clock.forward(minutes=1)
    transmission.hand_over(work, merle, one.id, another, Way.DISC, one.exported_at)
    assert handed(work, opened.id) == (0, 0)
