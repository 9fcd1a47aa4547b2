"""A case: hate, threats and insults bound together for one entitled person, with what was secured."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from casework import binding, capture, clocks
from casework.erasure import erased
from casework.errors import Refused
from casework.message import Message, State, Version
from casework.people import Person, Station
from casework.ports import Work
from casework.reading import letter
from casework.record import Case, CaseItem, CaseState, PersonRole
from casework.roles import Act, demand, may

LONGEST_REASON = 4_000


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person writes down to open a case."""

    title: str
    entitled_person: str
    person_role: PersonRole
    hints: tuple[str, ...] = ()
    note: str = ""
    offender_known_at: datetime | None = None


def open_case(work: Work, person: Person, message_ids: Sequence[int], draft: Draft) -> Case:
    """Bind messages into a new case at the station of the first one's account."""
    if not message_ids:
        raise Refused("messages: none given; a case needs at least one")
    if not draft.title.strip() or not draft.entitled_person.strip():
        raise Refused("title and entitled person: both must be given")
    _check_known(draft.offender_known_at, work.now)
    letters = [letter(work, message_id) for message_id in message_ids]
    for one in letters:
        demand(person, Act.OPEN_CASE, one)
    station = work.get(Station, letters[0].account.station_id)
    case = work.add(
        Case(
            number=_next_number(work, station),
            title=draft.title.strip(),
            station_id=station.id,
            entitled_person=draft.entitled_person.strip(),
            person_role=draft.person_role,
            opened_by=person.id,
            opened_at=work.now,
            hints=draft.hints,
            note=draft.note,
            offender_known_at=draft.offender_known_at,
        )
    )
    work.record(person.login, "case_opened", f"case:{case.id}", {"number": case.number})
    if case.offender_known_at:
        _record_known(work, person, case)
    for message_id in message_ids:
        _bind(work, person, case, message_id)
    return case


def add_item(work: Work, person: Person, case_id: int, message_id: int) -> CaseItem:
    """Bind one more message into an open case."""
    case = work.get(Case, case_id)
    demand(person, Act.READ_CASE, case)
    demand(person, Act.OPEN_CASE, letter(work, message_id))
    if case.state is not CaseState.OPEN:
        raise Refused(f"case {case.number} is {case.state.value}; reopen it first")
    case = work.replace(case)  # so that what ends it at this moment is before or behind, never between
    return _bind(work, person, case, message_id)


def offender_known(work: Work, person: Person, case_id: int, since: date | None) -> Case:
    """Note since which day the author is known, from which StGB 77b counts; None: nobody knows after all.

    Applications that were recorded before keep the term they had. Raises Refused in a closed case, for a
    day still to come, and where it is noted like that already.
    """
    case = work.get(Case, case_id)
    demand(person, Act.WORK_CASE, case)
    if case.state is CaseState.CLOSED:
        raise Refused(f"case {case.number} is closed; open a new one for what is still to come")
    before = case.offender_known_at
    if since == (before and clocks.local_day(before)):
        raise Refused(f"case {case.number}: says so already; choose another day")
    known = clocks.moment_on(since, work.now) if since else None
    _check_known(known, work.now)
    noted = work.replace(replace(case, offender_known_at=known))
    _record_known(work, person, noted)
    return noted


def end_case(work: Work, person: Person, case_id: int, state: CaseState, reason: str) -> Case:
    """Close a case or note that it was sent to the prosecutor, with the reason or the recipient."""
    case = work.get(Case, case_id)
    demand(person, Act.WORK_CASE, case)
    if state is CaseState.OPEN or case.state is CaseState.CLOSED:
        raise Refused(f"case {case.number} is {case.state.value}; it cannot become {state.value}")
    if not reason.strip():
        raise Refused("reason: empty; say why, or to whom it was sent")
    ended = work.replace(replace(case, state=state, ended_at=work.now, ended_reason=reason.strip()))
    work.record(person.login, f"case_{state.value}", f"case:{case.id}", {"reason": reason.strip()})
    return ended


def read_case(work: Work, person: Person, case_id: int) -> tuple[Case, list[CaseItem]]:
    """Open a case: logged as a read of the case and of each of its messages."""
    case = work.get(Case, case_id)
    demand(person, Act.READ_CASE, case)
    items = binding.items(work, case_id=case_id)
    ids = [item.message_id for item in items]
    work.record(person.login, "case_read", f"case:{case_id}", {"messages": ids})
    return case, items


def cases_of(work: Work, person: Person) -> list[Case]:
    """All cases the person may read."""
    return [c for c in work.find(Case) if may(person, Act.READ_CASE, c)]


def listed(work: Work, person: Person, cases: Sequence[Case]) -> None:
    """Log that these cases, with their titles and whom they are about, were shown to the person."""
    if cases:
        work.record(person.login, "cases_listed", "cases", {"cases": [c.id for c in cases]})


def _check_known(at: datetime | None, now: datetime) -> None:
    if at and at > now:
        raise Refused("author known since: lies in the future; give the day on which it became known")


def _record_known(work: Work, person: Person, case: Case) -> None:
    known = case.offender_known_at
    detail = {"since": clocks.local_day(known).isoformat() if known else ""}
    work.record(person.login, "offender_known", f"case:{case.id}", detail)


def _bind(work: Work, person: Person, case: Case, message_id: int) -> CaseItem:
    found = letter(work, message_id)
    if case.id in found.case_ids:
        raise Refused(f"message {message_id} is in case {case.number} already")
    message = found.message
    if erased(work, message_id):
        raise Refused(
            f"message {message_id}: its author took it back and its words are erased; nothing is left"
        )
    version = work.find(Version, message_id=message_id, version=message.version)[0]
    item = binding.bind(work, person, case, version)
    work.replace(replace(message, state=_bound(message), first_seen_at=message.first_seen_at or work.now))
    work.record(
        person.login,
        binding.BOUND,
        f"message:{message_id}",
        {"case": case.id, "version": version.version, "sha256": version.sha256},
    )
    capture.bound(work, person, message)
    return item


def _bound(message: Message) -> State:
    """What is handed over stays so until the contact officer is done; then it stands in the case."""
    return State.HANDED_OVER if message.state is State.HANDED_OVER else State.IN_CASE


def _next_number(work: Work, station: Station) -> str:
    year = work.now.year
    taken = sum(c.opened_at.year == year for c in work.find(Case, station_id=station.id))
    return f"{station.slug.upper()}-{year}-{taken + 1:04d}"
