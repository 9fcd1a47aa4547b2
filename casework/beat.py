"""Beats: which contact officer looks after which streets and places of a station."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from casework import leave
from casework.errors import Refused
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.roles import Act, demand


@dataclass(frozen=True, slots=True)
class Beat:
    """One beat of a station: its contact officer and deputy, and the streets and places in it.

    `places` are as listed, such as `Lindenstraße 1-40`; `outline` is a GeoJSON geometry in WGS 84, or "".
    `retired` once an import no longer names it: what was handed over there stays readable.
    """

    station_id: int
    name: str
    officer_id: int | None = None
    deputy_id: int | None = None
    places: tuple[str, ...] = ()
    outline: str = ""
    retired: bool = False
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class BeatEdition:
    """One change of a station's beats; each message is looked through anew for it (`beat_edition`)."""

    station_id: int
    source: str
    beats: int
    made_at: datetime
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """A beat as a file describes it."""

    name: str
    officer_id: int | None = None
    deputy_id: int | None = None
    places: tuple[str, ...] = ()
    outline: str = ""


def replace_all(
    work: Work, person: Person, station: Station, drafts: Sequence[Draft], source: str
) -> list[Beat]:
    """Put these beats in place of the station's; same names stay the same beats. Raises Refused."""
    demand(person, Act.MANAGE_PEOPLE, station)
    names = [draft.name for draft in drafts]
    if not drafts or len(set(names)) != len(names):
        raise Refused("beats: none, or the same name twice; each beat needs a name of its own")
    known = {beat.name: beat for beat in work.find(Beat, station_id=station.id)}
    for gone in (beat for name, beat in known.items() if name not in names and not beat.retired):
        work.replace(replace(gone, retired=True))
    kept = [_keep(work, station.id, draft, known.get(draft.name)) for draft in drafts]
    edition = work.add(BeatEdition(station.id, source[:200], len(kept), work.now))
    told = {"edition": edition.id, "source": source[:200], "beats": [beat.id for beat in kept]}
    work.record(person.login, "beats_imported", f"station:{station.id}", told)
    return kept


def assign(work: Work, person: Person, beat_id: int, officer_id: int | None, deputy_id: int | None) -> Beat:
    """Give a beat its contact officer and deputy; raises Refused for whoever is none."""
    beat = work.get(Beat, beat_id)
    demand(person, Act.MANAGE_PEOPLE, work.get(Station, beat.station_id))
    for one in (officer_id, deputy_id):
        if one is not None and not leave.receives(work, work.get(Officer, one)):
            raise Refused(f"officer {one}: is no active contact officer; choose one from the list")
    if officer_id is not None and officer_id == deputy_id:
        raise Refused("deputy: must be somebody else than the contact officer")
    kept = work.replace(replace(beat, officer_id=officer_id, deputy_id=deputy_id))
    told = {"beat": beat_id, "officer": officer_id, "deputy": deputy_id}
    work.record(person.login, "beat_assigned", f"station:{beat.station_id}", told)
    return kept


def of(work: Work, station_id: int | None = None) -> list[Beat]:
    """The beats in force, of one station or of all, by id."""
    return work.find(Beat, retired=False, **({"station_id": station_id} if station_id else {}))


def edition(work: Work) -> int:
    """The edition of the beats in force; 0 where there never were any."""
    return max((one.id for one in work.find(BeatEdition)), default=0)


def _keep(work: Work, station_id: int, draft: Draft, known: Beat | None) -> Beat:
    told = (draft.officer_id, draft.deputy_id, draft.places, draft.outline)
    if known is None:
        return work.add(Beat(station_id, draft.name, *told))
    officer, deputy, places, outline = told
    return work.replace(
        replace(
            known,
            officer_id=officer if officer is not None else known.officer_id,
            deputy_id=deputy if deputy is not None else known.deputy_id,
            places=places,
            outline=outline,
            retired=False,
        )
    )
