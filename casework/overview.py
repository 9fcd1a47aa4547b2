"""What one export of several cases holds: case by case, what was packed, and what failed and why."""

from dataclasses import dataclass
from datetime import date, datetime

from casework.dossier import Dossier
from casework.recipients import Destination


@dataclass(frozen=True, slots=True)
class Line:
    """One case of the run; `error` says why there is no package, and then nothing else is told but the id.

    `apply_by` is the last day to apply for prosecution (StGB 77b), of several acts the one that comes next;
    `apply_over` for how many others it is over; `running` is false where it is only cautious, as the author
    is unknown.
    """

    case_id: int
    number: str = ""
    hints: tuple[str, ...] = ()
    entitled_person: str = ""
    items: int = 0
    left_out: int = 0
    blackened: bool = False
    apply_by: date | None = None
    apply_over: int = 0
    running: bool = False
    package: str = ""
    fingerprint: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole run: for whom, by whom, when; `training` marks invented cases."""

    to: Destination
    exported_by: str
    exported_at: datetime
    lines: tuple[Line, ...]
    training: bool = False

    @property
    def failed(self) -> int:
        """How many cases have no package."""
        return sum(bool(line.error) for line in self.lines)


def line(dossier: Dossier, package: str, fingerprint: str) -> Line:
    """What is told of a case that was packed."""
    case, applying = dossier.case, dossier.annex.clock
    return Line(
        case_id=case.id,
        number=case.number,
        hints=case.hints,
        entitled_person=case.entitled_person,
        items=len(dossier.exhibits),
        left_out=dossier.left_out,
        blackened=bool(dossier.redactions),
        apply_by=applying.last_day if applying else None,
        apply_over=applying.passed if applying else 0,
        running=applying is not None and applying.running,
        package=package,
        fingerprint=fingerprint,
    )
