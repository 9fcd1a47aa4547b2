"""The legal clock of StGB 77b: until when a person may apply for prosecution."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from casework import binding
from casework.message import Message
from casework.people import Station
from casework.ports import Holidays, Work
from casework.record import Case

LOCAL = ZoneInfo("Europe/Berlin")
MONTHS = 3
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class ApplicationClock:
    """Last day to apply. `running` is false while the author is unknown: the date is then only cautious."""

    last_day: date
    running: bool


def application_clock(case: Case, first_seen_at: datetime, land: str, holidays: Holidays) -> ApplicationClock:
    """Three months from the end of the day on which act and perpetrator were known (StGB 77b).

    With an unknown author the legal clock has not started; then a cautious one from first sight.
    """
    known = case.offender_known_at
    start = (known or first_seen_at).astimezone(LOCAL).date()
    return ApplicationClock(
        _next_working_day(_months_later(start, MONTHS), land, holidays), known is not None
    )


def of_case(work: Work, case: Case, holidays: Holidays) -> ApplicationClock:
    """Until when one may apply for prosecution in this case, as its page shows it."""
    items = binding.items(work, case_id=case.id)
    messages = work.find(Message, id=[item.message_id for item in items])
    first = min((m.first_seen_at or m.received_at for m in messages), default=case.opened_at)
    return application_clock(case, first, work.get(Station, case.station_id).land, holidays)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _next_working_day(day: date, land: str, holidays: Holidays) -> date:
    while day.weekday() >= SATURDAY or holidays.is_holiday(day, land):
        day += timedelta(days=1)
    return day
