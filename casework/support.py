"""Where an abused or threatened officer finds support: what the Land offers, and what the station adds."""

import tomllib
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from casework.errors import Refused
from casework.people import Person, Station
from casework.ports import Work
from casework.roles import Act, demand

PROFILE = Path(__file__).with_name("support.toml")
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to turn to, in its own country's words; `source` is where we have it from, "" the station."""

    name: str
    reach: str
    about: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A place that a station's administrators added."""

    station_id: int
    name: str
    reach: str
    about: str
    added_by: int
    added_at: datetime
    removed_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def places(land: str) -> tuple[Place, ...]:
    """What there is in a Land (ISO 3166-2, such as DE-NI), the nearest first, then in its country."""
    told = _profile()["places"]
    country = land.split("-")[0]
    near = [one for one in told if one["land"] == land]
    wide = [one for one in told if one["land"] == country and country != land]
    return tuple(Place(one["name"], one["reach"], one["about"], one["source"]) for one in [*near, *wide])


def checked() -> str:
    """In which month (YYYY-MM) the profile was last looked through."""
    return str(_profile()["checked"])


def of_station(work: Work, station_id: int) -> list[Contact]:
    """What the station added, by id."""
    return work.find(Contact, station_id=station_id, removed_at=None)


def add(work: Work, person: Person, station_id: int, place: Place) -> Contact:
    """Add a place to turn to; for the station's administrators."""
    demand(person, Act.MANAGE_PEOPLE, work.get(Station, station_id))
    name, reach, about = (words.strip() for words in (place.name, place.reach, place.about))
    if not name or not reach:
        raise Refused("name and reach: both must be given, so that somebody can turn there")
    if any(len(words) > LONGEST for words in (name, reach, about)):
        raise Refused(f"name, reach and about: at most {LONGEST} characters each")
    added = work.add(Contact(station_id, name, reach, about, person.id, work.now))
    work.record(person.login, "contact_added", f"station:{station_id}", {"contact": added.id, "name": name})
    return added


def remove(work: Work, person: Person, contact_id: int) -> Contact:
    """Take a place away that is no longer right."""
    contact = work.get(Contact, contact_id)
    demand(person, Act.MANAGE_PEOPLE, work.get(Station, contact.station_id))
    if contact.removed_at:
        raise Refused(f"contact {contact_id}: was removed already")
    gone = work.replace(replace(contact, removed_at=work.now))
    work.record(person.login, "contact_removed", f"station:{gone.station_id}", {"contact": gone.id})
    return gone


@cache
def _profile() -> dict[str, list[dict[str, str]]]:
    with PROFILE.open("rb") as file:
        return tomllib.load(file)
