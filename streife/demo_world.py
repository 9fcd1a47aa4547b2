"""The invented people of the training data, read from `demo/world.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from casework.account import GapState
from casework.labels import Platform
from casework.people import Role

FOLDER = Path(__file__).parent / "demo"
PASSWORD = "uebung-macht-den-meister"  # noqa: S105 - for training data alone; real stores have no default
STREAMS = {
    Platform.X: ("mentions", "dms"),
    Platform.FACEBOOK: ("comments", "dms"),
    Platform.INSTAGRAM: ("comments", "mentions", "dms"),
    Platform.YOUTUBE: ("comments",),
    Platform.BLUESKY: ("mentions",),
    Platform.MASTODON: ("mentions",),
}


@dataclass(frozen=True, slots=True)
class DemoStation:
    """An invented station."""

    slug: str
    name: str
    land: str


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
    """An interval that one stream of the demo missed, in hours before its last moment."""

    account: str
    stream: str
    state: GapState
    from_hours: int
    to_hours: int
    error: str = ""

    def interval(self, end: datetime) -> tuple[datetime, datetime]:
        """From when to when nothing was heard."""
        return end - timedelta(hours=self.from_hours), end - timedelta(hours=self.to_hours)

    def silent_since(self, end: datetime) -> datetime | None:
        """Since when the stream is silent; None when it speaks again."""
        return self.interval(end)[0] if self.to_hours == 0 else None


@dataclass(frozen=True, slots=True)
class World:
    """All stations, people and troubles of the demo."""

    stations: tuple[DemoStation, ...]
    people: tuple[DemoUser, ...]
    troubles: tuple[Trouble, ...]


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
        tuple(Trouble(**t | {"state": GapState(t["state"])}) for t in told["troubles"]),
    )
