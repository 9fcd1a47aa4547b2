"""Figures for supervisors: sums by day, station, platform and intent; never a message, never an officer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from casework.labels import Intent, Platform
from casework.record import Outcome
from casework.waiting import Wait

HELPFUL = (Outcome.TRUE_TIP, Outcome.LED_FURTHER)


@dataclass(frozen=True, slots=True)
class Span:
    """Days in Europe/Berlin, both included; a message belongs to the day on which it was sent."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many messages of one sort were sent on one day; `intent` is `None` before the first verdict."""

    day: date
    station_id: int
    platform: Platform
    intent: Intent | None
    hostile: bool
    messages: int


@dataclass(frozen=True, slots=True)
class Tips:
    """What became of the tips sent to one station; each message counts once in each number."""

    station_id: int
    suggested: int
    confirmed: int
    handed_over: int
    accepted: int
    returned: int
    outcomes: Mapping[Outcome, int]
    helped: int = 0  # ended in one of HELPFUL, however often


@dataclass(frozen=True, slots=True)
class OpenAlarms:
    """Emergencies that wait until somebody acknowledges them; `oldest_at` is when the first of them was sent.

    `maybe`: so many others are shown as perhaps acute and wait, too. `unjudged` messages have no verdict yet:
    any of them may be one.
    """

    waiting: int
    oldest_at: datetime | None
    maybe: int = 0
    unjudged: int = 0


class Counts(Protocol):
    """Gives the figures of some stations."""

    def days(self, span: Span, station_ids: Collection[int]) -> list[DayCount]:
        """By day, station, platform, intent and hostility; empty sorts are left out."""
        ...

    def waits(self, span: Span, station_ids: Collection[int], now: datetime) -> list[Wait]:
        """By week, station, platform and step, and all together where those are several, which come first."""
        ...

    def tips(self, span: Span, station_ids: Collection[int]) -> list[Tips]:
        """One for each station, in the order of their ids."""
        ...

    def alarm(self, station_ids: Collection[int]) -> OpenAlarms:
        """The emergencies that wait now."""
        ...
