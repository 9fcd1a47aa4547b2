"""The elements of an offence, checked by humans one by one; nothing here says that a section is fulfilled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casework.errors import Refused
from casework.offences import profile
from casework.people import Person
from casework.pinning import pin
from casework.ports import Work
from casework.record import Case, CaseState
from casework.roles import Act, demand

LONGEST = 1_000


class ElementFinding(StrEnum):
    """What a human found of one element."""

    MET = "met"
    NOT_MET = "not_met"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a human says of one element: of which section of StGB, and which place in it, from 1."""

    section: str
    place: int
    finding: ElementFinding
    note: str = ""


@dataclass(frozen=True, slots=True)
class ElementCheck:
    """What a person found of one element of a section; never changed, a later one counts instead.

    `element` and `place` (from 1) are the element as it stood in the legal profile of the month `seen`.
    """

    case_id: int
    section: str
    place: int
    element: str
    seen: str
    finding: ElementFinding
    note: str
    officer_id: int
    checked_at: datetime
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Row:
    """An element and the check that counts; `seen` is the profile's month it is worded as.

    Without `current` the profile words it otherwise by now, and it was checked as it stood before.
    """

    place: int
    element: str
    seen: str
    check: ElementCheck | None
    current: bool = True


def check(work: Work, person: Person, case_id: int, told: Answer) -> ElementCheck:
    """Note what the person found of an element of a section that the case hints at.

    The same again by the same person changes nothing. Raises Refused for a closed case, and for a section or
    element that is not to be checked in it.
    """
    case = work.get(Case, case_id)
    demand(person, Act.WORK_CASE, case)
    if case.state is CaseState.CLOSED:
        raise Refused(f"case {case.number} is closed; open a new one for what is still to be checked")
    section, place, known = told.section, told.place, profile()
    offence = known.offences.get(section) if section in case.hints else None
    if offence is None or not 1 <= place <= len(offence.elements):
        raise Refused(f"section {section[:20]!r}, element {place}: is not to be checked in this case")
    note = told.note.strip()
    if len(note) > LONGEST:
        raise Refused(f"note: longer than {LONGEST} characters; shorten it")
    element = offence.elements[place - 1]
    said = (case_id, section, place, element, known.seen, told.finding, note, person.id)
    before = latest(of(work, case_id)).get((section, element))
    if before == ElementCheck(*said, before.checked_at if before else work.now):
        return before
    work.replace(case)  # as it is, so that what closes it at this moment is before or behind
    made = work.add(ElementCheck(*said, work.now))
    detail = {"check": made.id, "section": section, "element": place, "finding": made.finding.value}
    work.record(person.login, "element_checked", f"case:{case_id}", {**detail, "sha256": pin(made)})
    return made


def of(work: Work, case_id: int) -> list[ElementCheck]:
    """All checks in a case, by id: the whole history."""
    return work.find(ElementCheck, case_id=case_id)


def latest(checks: Sequence[ElementCheck]) -> dict[tuple[str, str], ElementCheck]:
    """The check that counts, by section and wording of the element."""
    return {(one.section, one.element): one for one in checks}


def rows(case: Case, checks: Sequence[ElementCheck]) -> Mapping[str, list[Row]]:
    """By section of the case, each element with the check that counts, those worded otherwise before last."""
    known, counting = profile(), latest(checks)
    found: dict[str, list[Row]] = {}
    for section in dict.fromkeys((*case.hints, *(one.section for one in checks))):
        offence = known.offences.get(section)
        now = offence.elements if offence else ()
        found[section] = [
            *(Row(n, one, known.seen, counting.get((section, one))) for n, one in enumerate(now, start=1)),
            *(
                Row(one.place, one.element, one.seen, one, current=False)
                for one in counting.values()
                if one.section == section and one.element not in now
            ),
        ]
    return found
