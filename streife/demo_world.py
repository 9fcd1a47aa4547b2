"""The invented people of the training data, read from `demo/world.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casework.labels import Platform
from casework.people import Role

FOLDER = Path(__file__).parent / "demo"
PASSWORD = "uebung-macht-den-meister"  # noqa: S105 - for training data alone; real stores have no default


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
class World:
    """All stations and people of the demo."""

    stations: tuple[DemoStation, ...]
    people: tuple[DemoUser, ...]


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
    )
