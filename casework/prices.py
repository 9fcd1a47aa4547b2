"""What the networks charge: facts as data, in `prices.toml` beside this."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from casework.labels import Platform

FILE = Path(__file__).with_name("prices.toml")
CENT = 10_000  # millionths of the currency


@dataclass(frozen=True, slots=True)
class Price:
    """Millionths of the currency for an item read and for a request that writes."""

    read: int
    write: int


@dataclass(frozen=True, slots=True)
class Tariff:
    """What a network charges: by endpoint, and `other` for endpoints that are not named."""

    source: str
    seen: date
    currency: str
    other: Price
    endpoints: Mapping[str, Price]


@cache
def tariffs(file: Path = FILE) -> Mapping[Platform, Tariff]:
    """The networks that charge."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return {Platform(name): _tariff(one) for name, one in told.items()}


def priced(platform: Platform) -> bool:
    """Whether this network charges at all."""
    return platform in tariffs()


def price_of(platform: Platform, endpoint: str, reads: int, writes: int) -> int:
    """What reading and writing so many costs, in millionths of the currency; 0 on networks without price."""
    if not priced(platform):
        return 0
    tariff = tariffs()[platform]
    price = tariff.endpoints.get(endpoint, tariff.other)
    return reads * price.read + writes * price.write


def _tariff(told: Mapping[str, Any]) -> Tariff:
    named = {name: _price(one) for name, one in told["endpoints"].items()}
    return Tariff(told["source"], told["seen"], told["currency"], _price(told["other"]), named)


def _price(told: Mapping[str, int]) -> Price:
    return Price(told["read"], told["write"])
