"""What the prosecutor made of a case: file number, state and result, for the case and the person hit."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from casework import binding
from casework.account import Account
from casework.clocks import LOCAL
from casework.errors import Refused
from casework.exposure import Telling, Wishes
from casework.message import Message
from casework.notice import tell
from casework.people import Officer, Person
from casework.ports import Work
from casework.record import Case, NoticeKind, PersonRole
from casework.roles import Act, demand

LONGEST = 300
_FILE_NUMBER = re.compile(r"(?=.*\d[/-]\d{2,4}\b)\w[\w ./()-]{3,59}")


class ProsecutionState(StrEnum):
    """Where a proceeding stands; the sections are those of StPO."""

    RECEIVED = "received"
    INVESTIGATING = "investigating"
    CHARGED = "charged"
    PENALTY_ORDER = "penalty_order"
    DISCONTINUED_170 = "discontinued_170"
    DROPPED_153 = "dropped_153"
    DROPPED_153A = "dropped_153a"
    DROPPED_154 = "dropped_154"
    PRIVATE_PROSECUTION = "private_prosecution"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    OTHER = "other"


PENDING = (ProsecutionState.RECEIVED, ProsecutionState.INVESTIGATING)


@dataclass(frozen=True, slots=True)
class Told:
    """What came from the prosecutor; `decided_on` is empty or a day as YYYY-MM-DD."""

    file_number: str
    office: str
    state: ProsecutionState
    words: str = ""
    decided_on: str = ""


@dataclass(frozen=True, slots=True)
class ProsecutorResult:
    """One proceeding about a case, under one file number; a case may have several."""

    case_id: int
    file_number: str
    office: str
    state: ProsecutionState
    words: str
    decided_on: str
    noted_by: str
    noted_at: datetime
    revision: int = 1
    id: int = field(default=0, compare=False)


def note(work: Work, person: Person, case_id: int, told: Told) -> ProsecutorResult:
    """Write down what came; under a file number that is known already the result is brought up to date.

    The same again changes nothing. Raises Refused where something is missing or cannot be.
    """
    case = work.get(Case, case_id)
    demand(person, Act.NOTE_RESULT, case)
    told = checked(told, work.now)
    known = work.find(ProsecutorResult, case_id=case_id, file_number=told.file_number)
    before = known[0] if known else None
    if before and _told(before) == told:
        return before
    new = ProsecutorResult(
        case_id=case_id,
        file_number=told.file_number,
        office=told.office,
        state=told.state,
        words=told.words,
        decided_on=told.decided_on,
        noted_by=person.login,
        noted_at=work.now,
    )
    noted = work.replace(replace(new, id=before.id, revision=before.revision)) if before else work.add(new)
    detail = {"result": noted.id, "file_number": noted.file_number, "state": noted.state.value}
    changed = {"from": before.state.value} if before else {}
    work.record(person.login, "result_noted", f"case:{case_id}", {**detail, **changed})
    if before is None or before.state is not noted.state:
        _tell(work, case, noted)
    return noted


def checked(told: Told, now: datetime) -> Told:
    """The same, trimmed; raises Refused with the remedy where it cannot be."""
    cut = (told.file_number, told.office, told.words, told.decided_on)
    number, office, words, day = (" ".join(one.split()) for one in cut)
    if not _FILE_NUMBER.fullmatch(number):
        raise Refused(f"file number {number[:60]!r}: does not look like one; write it as 123 Js 4567/26")
    if not office or max(len(office), len(words)) > LONGEST:
        raise Refused(f"office and result: give the office, and at most {LONGEST} characters each")
    if not day and told.state not in PENDING:
        raise Refused("decided on: missing; give the day of the decision as YYYY-MM-DD")
    if day and day_of(day) > now.astimezone(LOCAL).date():
        raise Refused(f"decided on {day}: lies in the future; give the day of the decision")
    return Told(number, office, told.state, words, day_of(day).isoformat() if day else "")


def of(work: Work, case_id: int) -> list[ProsecutorResult]:
    """The proceedings about a case, by id."""
    return work.find(ProsecutorResult, case_id=case_id)


def concerned(work: Work, case: Case) -> list[int]:
    """Active officers whom the case is about: whom its messages abuse on their accounts, and the one who is
    entitled by name at the case's station."""
    ids = [item.message_id for item in binding.items(work, case_id=case.id)]
    accounts = sorted({m.account_id for m in work.find(Message, id=ids) if m.aimed})
    found = {account.officer_id for account in work.find(Account, id=accounts)}
    if case.person_role is PersonRole.OFFICER:
        named = work.find(Officer, name=case.entitled_person, station_id=case.station_id)
        found |= {named[0].id} if len(named) == 1 else set()
    return [officer.id for officer in work.find(Officer, id=sorted(found), active=True)]


def mine(work: Work, person: Person) -> list[tuple[Case, ProsecutorResult]]:
    """What became of cases about this very person, newest first; nothing for who wants to hear nothing."""
    results = work.find(ProsecutorResult)
    if not results or _wants_silence(work, person.id):
        return []
    cases = {c.id: c for c in work.find(Case, id=sorted({r.case_id for r in results}))}
    about_me = {i for i, case in cases.items() if person.id in concerned(work, case)}
    found = sorted((r for r in results if r.case_id in about_me), key=lambda r: (r.noted_at, r.id))
    return [(cases[one.case_id], one) for one in reversed(found)]


def _tell(work: Work, case: Case, noted: ProsecutorResult) -> None:
    for officer_id in concerned(work, case):
        if not _wants_silence(work, officer_id):
            tell(work, officer_id, NoticeKind.CASE_RESULT, f"case:{case.id}", {"result": noted.id})


def _wants_silence(work: Work, officer_id: int) -> bool:
    return any(one.telling is Telling.NEVER for one in work.find(Wishes, officer_id=officer_id))


def _told(one: ProsecutorResult) -> Told:
    return Told(one.file_number, one.office, one.state, one.words, one.decided_on)


def day_of(words: str) -> date:
    """A day as YYYY-MM-DD or, as Germans write it, DD.MM.YYYY."""
    german = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", words)
    try:
        return (
            date(*(int(part) for part in reversed(german.groups()))) if german else date.fromisoformat(words)
        )
    except ValueError:
        raise Refused(f"decided on {words[:20]!r}: no day; write it as YYYY-MM-DD") from None
