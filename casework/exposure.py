"""How much hostile text an officer reads, and what she or he wishes: their own matter and nobody else's.

Nothing here is ever shown to another person, and no act of it is in the audit log: a log of who asked to be
spared would be read by those from whom it must be kept. Of the count only the last seven days exist. Whoever
holds the machine itself can read its database file; the page says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from casework.clocks import LOCAL
from casework.errors import Refused
from casework.people import Person
from casework.ports import Work

DAYS = 7
USUAL_LIMIT, HIGHEST_LIMIT = 30, 1_000


class Telling(StrEnum):
    """How often the officer wants to hear of abuse that others took on."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Exposure:
    """How many hostile messages were read uncovered on a local day; `slot` is its weekday, 0 Monday."""

    officer_id: int
    slot: int
    day: str
    count: int
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How an officer wants to be told, and how many hostile messages a day are enough; 0 sets no limit.

    `heard_at`: when the last summary was read.
    """

    officer_id: int
    telling: Telling = Telling.DAILY
    daily_limit: int = USUAL_LIMIT
    heard_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def today(moment: datetime) -> date:
    """The local day."""
    return moment.astimezone(LOCAL).date()


def note(work: Work, person: Person, number: int) -> Exposure:
    """Count so many hostile messages that this person has just read uncovered."""
    day = today(work.now)
    known = work.find(Exposure, officer_id=person.id, slot=day.weekday())
    if not known:
        return work.add(Exposure(person.id, day.weekday(), day.isoformat(), number))
    before = known[0].count if known[0].day == day.isoformat() else 0
    return work.replace(replace(known[0], day=day.isoformat(), count=before + number))


def week(work: Work, person: Person) -> Mapping[date, int]:
    """The person's own count of the last seven local days, the oldest first."""
    counted = {one.day: one.count for one in work.find(Exposure, officer_id=person.id)}
    last = today(work.now)
    days = [last - timedelta(days=ago) for ago in reversed(range(DAYS))]
    return {day: counted.get(day.isoformat(), 0) for day in days}


def wishes(work: Work, person: Person) -> Wishes:
    """The person's own wishes; the usual ones where none were kept."""
    known = work.find(Wishes, officer_id=person.id)
    return known[0] if known else Wishes(person.id)


def wish(
    work: Work, person: Person, *, telling: Telling | None = None, daily_limit: int | None = None
) -> Wishes:
    """Keep the person's own wishes; raises Refused for a limit that is none."""
    if daily_limit is not None and not 0 <= daily_limit <= HIGHEST_LIMIT:
        raise Refused(f"limit: from 1 to {HIGHEST_LIMIT}, or 0 for none")
    now = wishes(work, person)
    limit = now.daily_limit if daily_limit is None else daily_limit
    return _keep(work, replace(now, telling=telling or now.telling, daily_limit=limit))


def heard(work: Work, person: Person) -> Wishes:
    """The person has read the summary."""
    return _keep(work, replace(wishes(work, person), heard_at=work.now))


def _keep(work: Work, new: Wishes) -> Wishes:
    return work.replace(new) if new.id else work.add(new)
