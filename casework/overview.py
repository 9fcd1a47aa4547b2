"""What one export of several cases holds: case by case, what was packed, and what failed and why."""

from dataclasses import dataclass
from datetime import date, datetime

from casework import binding, clocks
from casework.dossier import Dossier
from casework.message import Message
from casework.people import Station
from casework.ports import Holidays, Work
from casework.recipients import Destination
from casework.record import Case


@dataclass(frozen=True, slots=True)
class Line:
    """One case of the run; `error` says why there is no package, and then nothing else is told but the id.

    `apply_by` is the last day to apply for prosecution (StGB 77b); `running` is false where it is only
    cautious, as the author is unknown.
    """

    case_id: int
    number: str = ""
    hints: tuple[str, ...] = ()
    entitled_person: str = ""
    items: int = 0
    left_out: int = 0
    blackened: bool = False
    apply_by: date | None = None
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


def clock(work: Work, case: Case, holidays: Holidays) -> clocks.ApplicationClock:
    """Until when the entitled person may apply, as the case page shows it."""
    items = binding.items(work, case_id=case.id)
    messages = work.find(Message, id=[item.message_id for item in items])
    first = min((m.first_seen_at or m.received_at for m in messages), default=case.opened_at)
    land = work.get(Station, case.station_id).land
    return clocks.application_clock(case, first, land, holidays)


def line(dossier: Dossier, applying: clocks.ApplicationClock, package: str, fingerprint: str) -> Line:
    """What is told of a case that was packed."""
    case = dossier.case
    return Line(
        case_id=case.id,
        number=case.number,
        hints=case.hints,
        entitled_person=case.entitled_person,
        items=len(dossier.exhibits),
        left_out=dossier.left_out,
        blackened=bool(dossier.redactions),
        apply_by=applying.last_day,
        running=applying.running,
        package=package,
        fingerprint=fingerprint,
    )
