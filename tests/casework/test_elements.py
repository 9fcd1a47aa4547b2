"""Elements of an offence: a human says what she found, the history stays, nobody says "fulfilled"."""

from dataclasses import replace

import pytest

from casework import case, elements
from casework.elements import Answer, ElementFinding
from casework.errors import NotAllowed, Refused
from casework.offences import profile
from casework.people import Role, Station
from casework.record import CaseState
from tests.builders import a_person

MET, UNCLEAR = ElementFinding.MET, ElementFinding.UNCLEAR


def check(work, person, opened, *said):
    return elements.check(work, person, opened.id, Answer(*said))


def test_a_check_keeps_the_element_as_it_stood_and_the_latest_counts(work, merle, opened, clock):
    first = check(work, merle, opened, "185", 1, UNCLEAR, " wer ist gemeint? ")
    clock.forward(minutes=5)
    check(work, merle, opened, "185", 1, MET)
    assert (first.element, first.note) == (profile().offences["185"].elements[0], "wer ist gemeint?")
    assert [one.finding for one in elements.of(work, opened.id)] == [UNCLEAR, MET]
    rows = elements.rows(opened, elements.of(work, opened.id))["185"]
    assert [row.check.finding if row.check else None for row in rows] == [MET, None, None, None]


def test_the_log_says_that_it_was_checked_and_not_what_was_noted(work, merle, opened):
    check(work, merle, opened, "185", 2, MET, "Erika Muster war dabei")
    entry = work.audit_of(f"case:{opened.id}")[-1]
    assert (entry.act, entry.detail["section"], entry.detail["finding"]) == ("element_checked", "185", "met")
    assert "Erika" not in str(entry.detail)


def test_the_same_again_changes_nothing_unless_another_says_it(work, merle, opened):
    one = check(work, merle, opened, "185", 1, MET)
    assert check(work, merle, opened, "185", 1, MET).id == one.id
    other = a_person(work, Role.CASE_OFFICER, station=work.get(Station, opened.station_id))
    assert check(work, other, opened, "185", 1, MET).id != one.id


def test_an_element_that_was_worded_otherwise_stays_beside_the_present_one(work, merle, opened):
    one = check(work, merle, opened, "185", 1, MET)
    older = replace(one, element="Früherer Wortlaut", seen="2024-01")
    rows = elements.rows(opened, [older])["185"]
    assert [row.check for row in rows if row.current] == [None] * 4
    assert [(row.element, row.seen) for row in rows if not row.current] == [("Früherer Wortlaut", "2024-01")]


@pytest.mark.parametrize(("section", "place"), [("241", 1), ("185", 0), ("185", 5), ("nichts", 1)])
def test_only_elements_of_sections_that_the_case_hints_at_are_checked(work, merle, opened, section, place):
    with pytest.raises(Refused, match="is not to be checked"):
        check(work, merle, opened, section, place, MET)


def test_a_closed_case_and_a_stranger_check_nothing(work, merle, opened):
    with pytest.raises(NotAllowed):
        check(work, a_person(work, Role.CASE_OFFICER), opened, "185", 1, MET)
    case.end_case(work, merle, opened.id, CaseState.CLOSED, "fertig")
    with pytest.raises(Refused, match="closed"):
        check(work, merle, opened, "185", 1, MET)
