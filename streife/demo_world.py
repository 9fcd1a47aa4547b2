"""The invented people of the training data, read from `demo/world.toml`."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from casework.account import Gap, GapState
from casework.labels import Platform
from casework.people import Role

FOLDER = Path(__file__).parent / "demo"
PASSWORD = "uebung-macht-den-meister"  # noqa: S105 - for training data alone; real stores have no default
STREAMS = {
    Platform.X: ("mentions", "dms"),
    Platform.FACEBOOK: ("comments", "dms"),
    Platform.INSTAGRAM: ("comments", "tags", "dms"),
    Platform.YOUTUBE: ("comments",),
    Platform.BLUESKY: ("mentions", "dms"),
    Platform.MASTODON: ("mentions", "dms"),
}


@dataclass(frozen=True, slots=True)
class DemoStation:
    """An invented station; `office` and `off` are the logins of its standby lists."""

    slug: str
    name: str
    land: str
    office: Sequence[str] = ()
    off: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class DemoUser:
    """An invented person with roles by station slug and handles by platform."""

    login: str
    name: str
    station: str
    roles: dict[Role, tuple[str, ...]]
    accounts: dict[Platform, str]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What one stream of the demo did not hear, in hours before its last moment.

    With an `error` it is silent from `from_hours` on; with a `state` there was a gap until `to_hours`. The
    first pull reached back `since_hours`, 0: to the beginning.
    """

    account: str
    stream: str
    state: GapState | None = None
    from_hours: int = 0
    to_hours: int = 0
    since_hours: int = 0
    error: str = ""

    def gap(self, stream_id: int, end: datetime) -> Gap | None:
        """The gap it left, if it did."""
        begin, until = (end - timedelta(hours=hours) for hours in (self.from_hours, self.to_hours))
        return Gap(stream_id, begin, until, self.state) if self.state else None

    def silent_since(self, end: datetime) -> datetime | None:
        """Since when the stream is silent; None when it speaks."""
        return end - timedelta(hours=self.from_hours) if self.error else None

    def known_since(self, end: datetime) -> datetime | None:
        """How far back the first pull reached; None: to the beginning."""
        return end - timedelta(hours=self.since_hours) if self.since_hours else None


@dataclass(frozen=True, slots=True)
class Money:
    """What an account may cost in a month, and what accounts cost a day up to that, in cents."""

    cap_cents: int
    cents_a_day: dict[str, int]


@dataclass(frozen=True, slots=True)
class World:
    """All stations, people, troubles and expenses of the demo."""

    stations: tuple[DemoStation, ...]
    people: tuple[DemoUser, ...]
    troubles: tuple[Trouble, ...]
    money: Money


@cache
def world() -> World:
    """The demo's stations and people."""
    with (FOLDER / "world.toml").open("rb") as file:
        told = tomllib.load(file)
    return World(
        tuple(DemoStation(**station) for station in told["stations"]),
        tuple(
            DemoUser(
                login=p["login"],
                name=p["name"],
                station=p["station"],
                roles={Role(r): tuple(slugs) for r, slugs in p["roles"].items()},
                accounts={Platform(n): handle for n, handle in p.get("accounts", {}).items()},
            )
            for p in told["people"]
        ),
        tuple(_trouble(trouble) for trouble in told["troubles"]),
        _money(told["money"]),
    )


def _trouble(told: dict[str, Any]) -> Trouble:
    return Trouble(**told | {"state": GapState(told["state"]) if "state" in told else None})


def _money(told: dict[str, Any]) -> Money:
    return Money(told["cap_cents"], {one["account"]: one["cents_a_day"] for one in told["spending"]})
