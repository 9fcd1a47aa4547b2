"""Sums of what prosecutors were handed and made of it: cases, not packages, and no officer in them."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from casework.clocks import LOCAL
from casework.outcome import PENDING, ProsecutionState, ProsecutorResult, day_of
from casework.people import Person, Role
from casework.ports import Work
from casework.recall import Correction
from casework.recall_letter import RecallKind
from casework.recipients import bases
from casework.record import Case, CaseState
from casework.transmission import Transmission

TO_PROSECUTORS = ("stpo-163", "stpo-161")  # the sections of StPO that name no other recipient


@dataclass(frozen=True, slots=True)
class Summary:
    """Sums over cases: how many were handed to a prosecutor, of how many nothing came back yet, proceedings
    by state, and the median days from hand-over to decision over `measured` proceedings."""

    handed_over: int
    unanswered: int
    states: Mapping[ProsecutionState, int]
    median_days: float | None
    measured: int


def summary(work: Work, person: Person) -> Summary:
    """The sums of the stations that the person supervises; no officer and no case in them."""
    stations = sorted(person.stations(Role.SUPERVISOR))
    cases = {c.id: c for c in work.find(Case, station_id=stations)}
    results = work.find(ProsecutorResult, case_id=sorted(cases))
    moments = _moments(work, cases.values())
    days = [
        (day_of(one.decided_on) - moments[one.case_id].astimezone(LOCAL).date()).days
        for one in results
        if one.state not in PENDING and one.case_id in moments
    ]
    answered = {one.case_id for one in results}
    return Summary(
        len(moments.keys() | answered),
        len(moments.keys() - answered),
        Counter(one.state for one in results),
        median(max(0, n) for n in days) if days else None,
        len(days),
    )


def _moments(work: Work, cases: Collection[Case]) -> dict[int, datetime]:
    """When each case first went to a prosecutor, and the prosecutor was to keep it."""
    sent: dict[int, list[Transmission]] = {case.id: [] for case in cases}
    for one in work.find(Transmission, case_id=sorted(sent)):
        if one.sent_at and _to_a_prosecutor(one):
            sent[one.case_id].append(one)
    recalled = _recalled(work, [one for packages in sent.values() for one in packages])
    moments = {case.id: _moment(case, sent[case.id], recalled) for case in cases}
    return {case_id: at for case_id, at in moments.items() if at}


def _moment(case: Case, sent: Sequence[Transmission], recalled: Collection[int]) -> datetime | None:
    """By its first package that was not recalled, or noted as sent; not where all packages were recalled."""
    standing = [one.sent_at for one in sent if one.sent_at and one.id not in recalled]
    if case.state is CaseState.SENT and case.ended_at and (standing or not sent):
        standing.append(case.ended_at)
    return min(standing, default=None)


def _to_a_prosecutor(one: Transmission) -> bool:
    """A contact point, as these are prosecutors' offices, or on a section that is for prosecutors alone."""
    return bool(one.office) or one.basis in {bases()[key].section for key in TO_PROSECUTORS}


def _recalled(work: Work, sent: Sequence[Transmission]) -> set[int]:
    """Only a recall takes a package back; a correction and a restriction leave it with the recipient."""
    told = work.find(Correction, transmission_id=[one.id for one in sent])
    return {one.transmission_id for one in told if one.kind is RecallKind.RECALL}
