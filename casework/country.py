"""What differs by country: whom a citizen calls, and the clock on the wall; facts as data in `profiles/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDER = Path(__file__).with_name("profiles")
DEFAULT = "DE"


@dataclass(frozen=True, slots=True)
class Country:
    """One country's profile; `first_answer` is what the automatic answer says, by language.

    `lands` names its parts in its own language, by what follows the hyphen in ISO 3166-2.
    """

    code: str
    source: str
    seen: date
    zone: ZoneInfo
    language: str
    first_answer: Mapping[str, str]
    lands: Mapping[str, str]


def country_of(land: str) -> Country:
    """The profile of a Land (ISO 3166-2, such as DE-NI); Germany's where there is none for it."""
    return _countries().get(land.partition("-")[0].upper()) or _countries()[DEFAULT]


def land_name(land: str) -> str:
    """What a Land (ISO 3166-2, such as DE-NI) is called where it lies; empty where no profile names it."""
    code, _, part = land.upper().partition("-")
    found = _countries().get(code)
    return found.lands.get(part, "") if found else ""


def zone_of(land: str) -> ZoneInfo:
    """The time zone in which a station's office hours are meant."""
    return country_of(land).zone


@cache
def _countries() -> Mapping[str, Country]:
    found = (_read(file) for file in sorted(FOLDER.glob("*.toml")))
    return {one.code: one for one in found}


def _read(file: Path) -> Country:
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return Country(
        told["code"],
        told["source"],
        told["seen"],
        ZoneInfo(told["zone"]),
        told["language"],
        told["first_answer"],
        told.get("lands", {}),
    )
