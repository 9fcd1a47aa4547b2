"""To whom a case may go, and on what basis: offices and sections of law, as data that operators extend."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from casework.errors import Refused

HERE = Path(__file__).parent
OFFICES, BASES = "contact_points.toml", "legal_bases.toml"
USUAL_BASIS = "stpo-163"
LONGEST = 300
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class Office:
    """A focal prosecutor's office; `land` is ISO 3166-2 such as DE-NI, `note` what to check before use."""

    key: str
    name: str
    land: str
    competence: str
    note: str


@dataclass(frozen=True, slots=True)
class Basis:
    """A section of law on which personal data may be handed on."""

    key: str
    section: str
    about: str


@dataclass(frozen=True, slots=True)
class Destination:
    """To whom, on what basis and for what; nothing given means a draft that nobody was handed yet.

    `office` is the contact point's key, empty where the recipient was named in own words.
    """

    recipient: str = ""
    basis: str = ""
    purpose: str = ""
    office: str = ""


DRAFT = Destination()


def offices(home: Path | None = None) -> dict[str, Office]:
    """All contact points by key, those of the operator's file in `home` over the shipped ones.

    Raises Refused naming the file and the entry where it is not of this form.
    """
    found = _offices(HERE / OFFICES)
    own = home / OFFICES if home else None
    return found | _offices(own) if own and own.exists() else found


def proposed(known: Mapping[str, Office], land: str) -> list[Office]:
    """The contact points, those of this Land first."""
    return sorted(known.values(), key=lambda one: (one.land != land, one.land, one.name))


@cache
def bases() -> Mapping[str, Basis]:
    """The sections to choose from, by key."""
    told = tomllib.loads((HERE / BASES).read_text(encoding="utf-8"))
    return {one["key"]: Basis(one["key"], one["section"], one["about"]) for one in told["bases"]}


def destination(
    known: Mapping[str, Office], *, to: str = "", recipient: str = "", basis: str = "", purpose: str = ""
) -> Destination:
    """A destination from a contact point's key or own words, and a section's key or own words.

    A recipient without a basis gets the usual one, StPO 163(2). Raises Refused for an unknown key, for a
    basis without a recipient, and for words too long.
    """
    if to and to not in known:
        raise Refused(f"to {to!r}: no such contact point; known are {', '.join(sorted(known))}")
    name = known[to].name if to else _one_line(recipient)
    if not name:
        if basis or purpose:
            raise Refused("recipient: none given; name one, or leave basis and purpose out")
        return Destination()
    found = bases().get(basis or USUAL_BASIS)
    ground = found.section if found else _one_line(basis)
    made = Destination(name, ground, _one_line(purpose), to)
    if any(len(words) > LONGEST for words in (made.recipient, made.basis, made.purpose)):
        raise Refused(f"recipient, basis and purpose: at most {LONGEST} characters each")
    return made


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _offices(path: Path) -> dict[str, Office]:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8")).get("offices", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as why:
        raise Refused(f"{path.name}: cannot be read ({why}); mend the file") from why
    if not isinstance(told, list):
        raise Refused(f"{path.name}: offices must be a list of tables, each under [[offices]]")
    made = [_office(f"{path.name}, office {n}", one) for n, one in enumerate(told, start=1)]
    return {one.key: one for one in made}


def _office(item: str, told: Any) -> Office:
    names = ("key", "name", "land", "competence", "note")
    values = (
        [_one_line(v) if isinstance(v := told.get(n, ""), str) else "" for n in names]
        if isinstance(told, dict)
        else [""] * len(names)
    )
    made = Office(*values)
    if not _KEY.fullmatch(made.key):
        raise Refused(f"{item}: key must be small letters, digits and hyphens, such as zac-nrw")
    if not made.name or not made.land:
        raise Refused(f"{item} ({made.key}): name and land must be given")
    if max(map(len, values)) > LONGEST:
        raise Refused(f"{item} ({made.key}): at most {LONGEST} characters each")
    return made
