"""The legal clock of StGB 77b: until when a person may apply for prosecution."""

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from casework.assessment import Assessment
from casework.message import Message, Version
from casework.people import Station
from casework.ports import Holidays, Work
from casework.record import AuditEntry, Case

LOCAL = ZoneInfo("Europe/Berlin")
MONTHS = 3
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class ApplicationClock:
    """Last day to apply. `running` is false while the author is unknown: the date is then only cautious.

    `since` is the day whose end it counts from. Where it stands for several acts (`of_case`), `passed` says
    for how many others the last day is over.
    """

    last_day: date
    running: bool
    since: date
    passed: int = 0


def application_clock(case: Case, first_seen_at: datetime, land: str, holidays: Holidays) -> ApplicationClock:
    """One act's: three months from the end of the day on which act and perpetrator were known (StGB 77b).

    With an unknown author the legal clock has not started; then a cautious one from first sight.
    """
    seen, known = local_day(first_seen_at), case.offender_known_at
    return _from(max(seen, local_day(known)) if known else seen, known is not None, land, holidays)


def of_acts(
    work: Work, case: Case, message_ids: Sequence[int], holidays: Holidays, knew_on: date | None = None
) -> dict[int, ApplicationClock]:
    """Each act's own clock, by message id, as one applicant has it.

    `knew_on` is the day on which he or she learned of act and author, where it is not the case's: that may
    be before the act was seen here, but not before it was written.
    """
    land = work.get(Station, case.station_id).land
    found = {message.id: message for message in work.find(Message, id=[*message_ids])}
    seen = first_seen(work, found.values())
    if knew_on is None:
        return {n: application_clock(case, seen[n], land, holidays) for n in message_ids}
    plain = {n: message.first_seen_at or message.received_at for n, message in found.items()}
    written = {n: seen[n] if seen[n] > plain[n] else min(found[n].sent_at, seen[n]) for n in message_ids}
    return {n: _from(max(knew_on, local_day(at)), True, land, holidays) for n, at in written.items()}


def first_seen(work: Work, messages: Collection[Message]) -> dict[int, datetime]:
    """When each act was first seen here, by message id: the message, or, where an edit made it one, the first
    wording that was judged hostile. No edit of what is hostile already counts."""
    seen = {m.id: m.first_seen_at or m.received_at for m in messages}
    edited = [m.id for m in messages if m.version > 1]
    came = {(v.message_id, v.version): v.received_at for v in work.find(Version, message_id=edited)}
    judged = work.find(Assessment, message_id=edited) if edited else []
    began: dict[int, datetime] = {}
    for one in sorted((one for one in judged if one.verdict.hostility), key=lambda one: one.version):
        began.setdefault(one.message_id, came[one.message_id, one.version])
    return {n: max(at, began.get(n, at)) for n, at in seen.items()}


def of_case(
    case: Case, seen: Collection[datetime], land: str, holidays: Holidays, today: date
) -> ApplicationClock:
    """Of the clocks of the acts first seen then the one that ends next; where all are over, the one that
    ended last."""
    acts = [application_clock(case, first, land, holidays) for first in seen or [case.opened_at]]
    ahead = [clock for clock in acts if clock.last_day >= today]
    one = (min if ahead else max)(ahead or acts, key=lambda clock: clock.last_day)
    return replace(one, passed=len(acts) - max(len(ahead), 1))


def late(acts: Mapping[int, ApplicationClock], made_at: datetime) -> list[int]:
    """For which acts an application of that moment comes after the last day, by message id."""
    return [n for n, clock in acts.items() if local_day(made_at) > clock.last_day]


def late_acts(entries: Iterable[AuditEntry]) -> dict[int, list[int]]:
    """For which messages each application came late, by its id, as the log noted it when it was recorded.

    Entries from before each act had a clock of its own do not say.
    """
    found: dict[int, list[int]] = {}
    for entry in entries:
        match entry.detail:
            case {"application": int(application), "late_acts": [*acts]}:
                found[application] = [n for n in acts if isinstance(n, int)]
    return found


def local_day(at: datetime) -> date:
    """The day that it is here at that moment."""
    return at.astimezone(LOCAL).date()


def moment_on(day: date, now: datetime) -> datetime:
    """A moment of that day, for what is known by its day only: noon, and now if it is today."""
    return now if day == local_day(now) else datetime.combine(day, time(12), LOCAL).astimezone(UTC)


def _from(since: date, running: bool, land: str, holidays: Holidays) -> ApplicationClock:
    last = _next_working_day(_months_later(since, MONTHS), land, holidays)
    return ApplicationClock(last, running, since)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _next_working_day(day: date, land: str, holidays: Holidays) -> date:
    while day.weekday() >= SATURDAY or holidays.is_holiday(day, land):
        day += timedelta(days=1)
    return day
