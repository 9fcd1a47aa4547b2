"""What files of beats call things, and whom they may name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from casework.beat import Draft
from casework.people import Officer

LONGEST_NAME = 200
MOST_PLACES = 50_000
BEAT = ("bezirk", "beat", "district", "name")
PLACE = ("ort", "orte", "straße", "strasse", "place", "places", "street")
NUMBERS = ("hausnummern", "nummern", "numbers")
OFFICER = ("kob", "login", "officer", "kontaktbeamter", "kontaktbeamtin")
DEPUTY = ("vertretung", "deputy")


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds: beats, and what to look at although nothing is wrong with it."""

    drafts: tuple[Draft, ...]
    hints: tuple[str, ...] = ()


@dataclass(slots=True)
class Desk:
    """The officers that a file may name, by login, and what was found wrong so far."""

    officers: Mapping[str, Officer]
    problems: list[str] = field(default_factory=list)

    def officer(self, where: str, login: str) -> int | None:
        """The contact officer of that login; a problem where there is none."""
        if not login:
            return None
        found = self.officers.get(login)
        if found is None:
            self.problems.append(
                f"{where}: {login!r} is no active contact officer; see `streife officers`, or leave it empty"
            )
        return found.id if found else None


def named(given: Mapping[str, Any], names: Sequence[str]) -> str:
    """The value under the first of these names, whatever its capitals; "" where there is none."""
    small = {str(key).strip().casefold(): value for key, value in given.items()}
    found = next((small[name] for name in names if small.get(name) not in (None, "")), "")
    return " ".join(str(found).split()) if not isinstance(found, list) else ""
