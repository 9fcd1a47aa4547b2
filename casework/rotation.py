"""Rotation: who has read enough hostile text hands the next to a colleague; case officers take turns.

Nobody loses a right by it: the queue leaves hostile messages out until the turn ends, those that are acute
never, and each can still be asked for. A turn holds only while its reader is there.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from casework.account import Account
from casework.clocks import LOCAL
from casework.errors import Refused
from casework.people import Grant, Officer, Person, Role
from casework.ports import Work

ENDS, SHORTEST = time(6), timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Turn:
    """`reader_id` reads the hostile messages of a station in the place of `officer_id` until `ends_at`."""

    officer_id: int
    station_id: int
    reader_id: int
    begun_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def calm(work: Work, person: Person) -> frozenset[int] | None:
    """The accounts whose hostile messages stay in a resting person's queue; None for who does not rest.

    They are the readers' own: what is aimed at a reader is kept from her or him.
    """
    turns = _running(work, person.id)
    if not turns or not _hold(work, person, turns):
        return None
    readers = sorted({turn.reader_id for turn in turns})
    return frozenset(account.id for account in work.find(Account, officer_id=readers))


def resting(work: Work, person: Person) -> list[Turn]:
    """Who reads for this person now; empty where nobody does."""
    turns = _running(work, person.id)
    return turns if turns and _hold(work, person, turns) else []


def reading_for(work: Work, person: Person) -> list[Turn]:
    """For whom this person reads now."""
    turns = work.find(Turn, reader_id=person.id, ended_at=None)
    return [t for t in turns if t.ends_at > work.now and resting(work, _person(work, t.officer_id))]


def next_reader(work: Work, station_id: int, besides: Collection[int]) -> int | None:
    """Whose turn it is at a station: of the active case officers that do not rest, who read longest ago."""
    grants = work.find(Grant, role=Role.CASE_OFFICER, station_id=station_id)
    ids = sorted({g.officer_id for g in grants} - set(besides))
    there = [o.id for o in work.find(Officer, id=ids, active=True)] if ids else []
    free = [i for i in there if not resting(work, _person(work, i))]
    last = {turn.reader_id: turn.begun_at for turn in work.find(Turn, reader_id=free)} if free else {}
    return min(free, key=lambda i: (i in last, last.get(i, work.now), i), default=None)


def offers(work: Work, person: Person) -> dict[int, int]:
    """Station -> who would read there for this person; empty unless there is somebody everywhere."""
    found = {place: next_reader(work, place, {person.id}) for place in sorted(_stations(work, person))}
    return {place: reader for place, reader in found.items() if reader} if all(found.values()) else {}


def rest(work: Work, person: Person) -> list[Turn]:
    """Hand the next hostile messages on until six in the morning; Refused where no colleague is there."""
    if resting(work, person):
        raise Refused("rest: somebody reads for you already")
    readers = offers(work, person)
    if not readers:
        raise Refused("rest: no other case officer of the station is free now; take a break, nothing is lost")
    for turn in work.find(Turn, officer_id=person.id, ended_at=None):
        work.replace(replace(turn, ended_at=min(turn.ends_at, work.now)))
    # What a reader once handed on no longer holds, else she or he would be none; it must not come back.
    for turn in [t for reader in readers.values() for t in _running(work, reader)]:
        work.replace(replace(turn, ended_at=work.now))
    ends = _next_morning(work.now)
    turns = [work.add(Turn(person.id, place, who, work.now, ends)) for place, who in readers.items()]
    told = {"turns": [t.id for t in turns], "readers": sorted(set(readers.values()))}
    work.record(person.login, "rest_begun", f"officer:{person.id}", told)
    return turns


def end_rest(work: Work, person: Person) -> list[Turn]:
    """Read on oneself; nothing happens where nobody read for the person."""
    ended = [work.replace(replace(turn, ended_at=work.now)) for turn in _running(work, person.id)]
    if ended:
        work.record(person.login, "rest_ended", f"officer:{person.id}", {"turns": [t.id for t in ended]})
    return ended


def _running(work: Work, officer_id: int) -> list[Turn]:
    turns = work.find(Turn, officer_id=officer_id, ended_at=None)
    return [turn for turn in turns if turn.ends_at > work.now]


def _hold(work: Work, person: Person, turns: Collection[Turn]) -> bool:
    """Whether at every station where the person reads a reader is active and still a case officer."""
    readers = sorted({turn.reader_id for turn in turns})
    active = {o.id for o in work.find(Officer, id=readers, active=True)}
    grants = work.find(Grant, role=Role.CASE_OFFICER, officer_id=readers)
    there = {(g.officer_id, g.station_id) for g in grants if g.officer_id in active}
    covered = {t.station_id for t in turns if (t.reader_id, t.station_id) in there}
    return _stations(work, person) <= covered


def _stations(work: Work, person: Person) -> set[int]:
    own = work.find(Account, officer_id=person.id)
    return {account.station_id for account in own} | person.stations(Role.CASE_OFFICER)


def _person(work: Work, officer_id: int) -> Person:
    grants = work.find(Grant, officer_id=officer_id)
    return Person(work.get(Officer, officer_id), frozenset((g.role, g.station_id) for g in grants))


def _next_morning(now: datetime) -> datetime:
    """The next six o'clock that is a while away."""
    local = now.astimezone(LOCAL)
    today = datetime.combine(local.date(), ENDS, LOCAL)
    later = datetime.combine(local.date() + timedelta(days=1), ENDS, LOCAL)
    return today if today - local >= SHORTEST else later
