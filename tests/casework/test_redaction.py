"""Which words are blackened, by whom, and that the record of it gives nothing away."""

import pytest

from casework import redaction
from casework.dossier import gather
from casework.errors import NotAllowed, Refused
from casework.people import Role
from tests.builders import a_person
from tests.casework.leaving import exported


def test_the_words_go_into_the_dossier_the_longest_first(work, merle, opened):
    redaction.redact(work, merle, opened.id, "Muster", "unbeteiligt")
    redaction.redact(work, merle, opened.id, " Erika \n Muster ", "unbeteiligt")
    made = gather(work, merle, opened.id)
    assert made.redactions == ("Erika Muster", "Muster")
    assert exported(work, merle, opened).blackened


def test_nothing_is_blackened_unless_somebody_says_so(work, merle, opened):
    assert gather(work, merle, opened.id).redactions == ()
    assert not exported(work, merle, opened).blackened


def test_the_words_never_stand_in_the_audit_log_that_goes_into_the_package(work, merle, opened):
    one = redaction.redact(work, merle, opened.id, "Erika Muster", "Zeugin, nicht nötig")
    redaction.lift(work, merle, one.id, "doch nötig")
    told = [str(entry.detail) for entry in gather(work, merle, opened.id).audit]
    assert not [words for words in told if "Erika" in words or "Zeugin" in words]
    assert {"redaction_added", "redaction_lifted"} <= {e.act for e in work.audit_of(f"case:{opened.id}")}


def test_what_was_lifted_stays_on_record_and_is_read_again(work, merle, opened):
    one = redaction.redact(work, merle, opened.id, "Erika", "unbeteiligt")
    lifted = redaction.lift(work, merle, one.id, "Irrtum")
    assert (lifted.lifted_by, redaction.standing(work, opened.id)) == (merle.id, [])
    with pytest.raises(Refused, match="already"):
        redaction.lift(work, merle, one.id, "Irrtum")


@pytest.mark.parametrize(("term", "reason"), [("x", "r"), ("", "r"), ("x" * 301, "r"), ("Erika", " ")])
def test_a_term_too_short_too_long_or_without_reason_is_refused(work, merle, opened, term, reason):
    with pytest.raises(Refused):
        redaction.redact(work, merle, opened.id, term, reason)


def test_the_same_words_stand_on_the_list_once(work, merle, opened):
    redaction.redact(work, merle, opened.id, "Erika Muster", "r")
    with pytest.raises(Refused, match="already"):
        redaction.redact(work, merle, opened.id, "ERIKA  MUSTER", "r")


def test_the_preview_counts_places_whatever_the_case(work, merle, opened):
    assert redaction.places(work, merle, opened.id, ["erika  MUSTER", "Niemand", " "]) == [1, 0, 0]
    assert redaction.places(work, merle, opened.id, []) == []


def test_words_that_stay_and_are_like_one_of_the_list_are_told_once(work, merle, opened):
    assert redaction.near(work, merle, opened.id) == []
    redaction.redact(work, merle, opened.id, "Jonas Muster", "r")
    assert redaction.near(work, merle, opened.id) == ["Muster"]
    redaction.redact(work, merle, opened.id, "Muster", "r")
    assert redaction.near(work, merle, opened.id) == []


def test_only_the_case_officer_blackens(work, merle, opened):
    stranger = a_person(work, Role.CASE_OFFICER)
    with pytest.raises(NotAllowed):
        redaction.redact(work, stranger, opened.id, "Erika", "r")
    with pytest.raises(NotAllowed):
        redaction.places(work, stranger, opened.id, ["Erika"])
    with pytest.raises(NotAllowed):
        redaction.near(work, stranger, opened.id)
