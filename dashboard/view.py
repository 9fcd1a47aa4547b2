"""What the triage page shows: view, filters, search and what is open, all of it kept in the address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError

from casework.clocks import LOCAL
from casework.labels import Hostility, Intent, Platform
from casework.message import Message, State
from casework.query import Query, Scope

PAGE = 20
VIEWS: dict[str, tuple[State, ...]] = {
    "open": (State.OPEN,),
    "tips": (State.TIP,),
    "waiting": (State.HANDED_OVER,),
    "all": (),
    "reread": (),
}
REREAD = "reread"
FILTERS = ("account", "beat", "platform", "intent", "hostile", "language", "period", "state")
SEARCH = "search"
APPROVAL = "approval"
NAMES = ("view", SEARCH, *FILTERS)
HOSTILE = {"yes": True, "no": False}
PERIODS = {"today": 0, "yesterday": 1, "week": 6, "month": 29}
BETWEEN = ".."
LONGEST_SEARCH = 200
After = tuple[int, datetime, int] | None
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class View:
    """Which messages to list; empty values filter nothing.

    `hostile` is "yes", "no" or one label; `period` a name of PERIODS, or days such as 2026-11-01..2026-11-20
    of which one may be missing.
    """

    name: str = "open"
    account: int | None = None
    beat: int | None = None
    platform: str = ""
    intent: str = ""
    hostile: str = ""
    language: str = ""
    period: str = ""
    state: str = ""
    search: str = ""

    @property
    def filters(self) -> int:
        """How many filters narrow the list; view and search aside."""
        return sum(bool(getattr(self, name)) for name in FILTERS)

    @property
    def filtered(self) -> bool:
        """Whether anything beyond the view's states narrows the list."""
        return bool(self.filters or self.search)

    @property
    def states(self) -> tuple[State, ...]:
        """Where its messages stand; none means anywhere."""
        return (State(self.state),) if self.state else VIEWS[self.name]

    @property
    def by_urgency(self) -> bool:
        """Work to be done comes by urgency; what is looked up, the newest first."""
        return self.name not in ("all", REREAD) and not self.search

    def holds(self, message: Message) -> bool:
        """Whether the message still stands where this view's messages stand."""
        return not self.states or message.state in self.states

    def query(self, at: datetime, after: After = None, limit: int = PAGE) -> Query:
        """The page of the worklist behind `after`, as of a moment; the scope is the worklist's business."""
        begin, end = _moments(days(self.period, at))
        return Query(
            Scope(),
            states=self.states,
            account_id=self.account,
            beat=self.beat,
            platform=self.platform,
            intent=self.intent,
            hostile=HOSTILE.get(self.hostile),
            hostility="" if self.hostile in HOSTILE else self.hostile,
            language=self.language,
            text=self.search,
            sent_from=begin,
            sent_to=end,
            fold=self.name != REREAD,
            reread=self.name == REREAD,
            by_urgency=self.by_urgency,
            newest_first=not self.by_urgency,
            as_of=at,
            after=after,
            limit=limit,
        )


def from_address(parameters: Mapping[str, str]) -> View:
    """The view that the address names; what nobody knows is ignored, and told by `unknown`."""
    known: dict[str, Any] = {name: read(parameters.get(name, "")) for name, read in _READ.items()}
    name = str(known.pop("view") or "open")
    searched = parameters.get(SEARCH, "")[:LONGEST_SEARCH].strip()
    if known["state"] and name != REREAD:
        name = "all"
    return View(name, search=searched, **known)


def unknown(parameters: Mapping[str, str]) -> list[str]:
    """Names of those parameters whose value means nothing to us, such as in an old link."""
    return [n for n, read in _READ.items() if parameters.get(n) and not read(parameters[n])]


def open_message(parameters: Mapping[str, str]) -> int | None:
    """The id of the message that the address opens."""
    return _number(parameters.get("message", ""))


def asked_approval(parameters: Mapping[str, str]) -> int | None:
    """The id of the answer that a notice leads to, for whoever is asked to approve it."""
    return _number(parameters.get(APPROVAL, ""))


def open_wave(parameters: Mapping[str, str]) -> int | None:
    """The id of the message whose wave the address opens; a message goes before it."""
    return _number(parameters.get("wave", "")) if not open_message(parameters) else None


def days(period: str, now: datetime) -> Days:
    """The first and the last day of a period, seen from a moment; None where it has no end."""
    if period in PERIODS:
        first = now.astimezone(LOCAL).date() - timedelta(days=PERIODS[period])
        return first, (first if period == "yesterday" else None)
    return _days(period) or (None, None)


def _moments(span: Days) -> tuple[datetime | None, datetime | None]:
    first, last = span
    begin = datetime.combine(first, time(), LOCAL) if first else None
    end = datetime.combine(last + timedelta(days=1), time(), LOCAL) if last else None
    return begin, end


def _days(text: str) -> Days | None:
    begin, between, end = text.partition(BETWEEN)
    try:
        found = tuple(date.fromisoformat(day) if day else None for day in (begin, end))
    except ValueError:
        return None
    first, last = found
    backwards = bool(first and last and first > last)
    # The calendar's last years have no day after and no time zone.
    far = any(day.year not in range(1990, 2200) for day in found if day)
    return None if not between or backwards or far or not any(found) else (first, last)


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else None


def _one_of(*values: str) -> Callable[[str], str]:
    return lambda value: value if value in values else ""


def _of(kind: type[Enum]) -> Callable[[str], str]:
    return _one_of(*(str(one.value) for one in kind))


def _period(value: str) -> str:
    return value if value in PERIODS or _days(value) else ""


def _language(value: str) -> str:
    if not (value.isascii() and value.isalpha() and value.islower() and len(value) in (2, 3)):
        return ""
    try:
        return value if Locale.parse(value).language == value else ""
    except (UnknownLocaleError, ValueError):
        return ""


_READ: dict[str, Callable[[str], int | str | None]] = {
    "view": _one_of(*VIEWS),
    "account": _number,
    "beat": _number,
    "platform": _of(Platform),
    "intent": _of(Intent),
    "hostile": _one_of(*HOSTILE, *(h.value for h in Hostility)),
    "language": _language,
    "period": _period,
    "state": _of(State),
}
