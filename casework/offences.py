"""What a human must check before a section of the criminal code is said to fit; read from `offences.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PROFILE = Path(__file__).with_name("offences.toml")


@dataclass(frozen=True, slots=True)
class Offence:
    """One section: its name, the elements to check, and whether an application is needed."""

    section: str
    name: str
    elements: tuple[str, ...]
    application: str


@dataclass(frozen=True, slots=True)
class Profile:
    """The sections of one code, where we have them from, and in which month (YYYY-MM) they were read."""

    code: str
    source: str
    seen: str
    offences: Mapping[str, Offence]


@cache
def profile() -> Profile:
    """The German profile."""
    told = tomllib.loads(PROFILE.read_text(encoding="utf-8"))
    known = {
        section: Offence(section, one["name"], tuple(one["elements"]), one["application"])
        for section, one in told["sections"].items()
    }
    return Profile(told["code"], told["source"], told["seen"], known)
