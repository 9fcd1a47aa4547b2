"""Whom a message is to be handed over to: the beats that its words point to, and why.

A proposal always says what it rests on. Where several beats fit, all are proposed and none is chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from casework import beat, leave
from casework.account import Account
from casework.beat import Beat
from casework.leave import Leave
from casework.message import Message
from casework.people import Officer, Station
from casework.place import Gazetteer, Named, Place, place_of, town_named
from casework.ports import Work
from casework.spelling import folded

SHORTEST_IN_PROFILE = 5
LONGEST_READ = 20_000
_OFFICES = ("polizei", "wache", "dienststelle", "inspektion", "kommissariat", "revier", "station")


class Where(StrEnum):
    """Where a place is named."""

    TEXT = "text"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Mention:
    """One reason for a beat: the listed place, the writer's own words for it, and where they stand.

    `exact` unless it takes a guess: a slip of the pen, a profile, another station's street.
    """

    place: str
    said: str
    where: Where
    exact: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A beat that fits, why, and who receives it now; `receiver` is `None` where nobody is there.

    `leave` says why it is a deputy. `sure` when the text names places of this beat alone.
    """

    beat: Beat
    mentions: tuple[Mention, ...]
    receiver: Officer | None
    leave: Leave | None
    sure: bool = False


def proposals(work: Work, message: Message, towns: frozenset[str] = frozenset()) -> list[Proposal]:
    """Beats that the message or its author's profile points to, the likeliest first; none where nothing does.

    `towns` are the names of towns anywhere: what is said to have happened elsewhere makes nothing sure here.
    """
    home = work.get(Account, message.account_id).station_id
    return _proposals(work, message.text, _profile(message), home, towns)


def of_words(work: Work, words: str, station_id: int, towns: frozenset[str] = frozenset()) -> list[Proposal]:
    """The same for words that reached nobody, to try the beats out."""
    return _proposals(work, words, "", station_id, towns)


def _proposals(work: Work, text: str, profile: str, home: int, towns: frozenset[str]) -> list[Proposal]:
    found = _atlas_of(work).named(Reading(text, profile, home), _towns_of(work), towns)
    made = [_proposal(work, one, mentions) for one, mentions in found.items()]
    sure = [one for one in made if any(m.exact for m in one.mentions)]
    made = [replace(one, sure=len(sure) == 1 and one is sure[0]) for one in made]
    return sorted(made, key=lambda one: _rank(one, home))


def waits(work: Work) -> bool:
    """Whether any message was not looked through for the beats in force."""
    edition = beat.edition(work)
    return bool(edition and work.unplaced(edition, 1))


def place_some(work: Work, limit: int, towns: frozenset[str] = frozenset()) -> int:
    """Note the beat of messages that were not looked through for the beats in force; returns how many."""
    edition = beat.edition(work)
    waiting = work.unplaced(edition, limit) if edition else []
    if not waiting:
        return 0
    atlas, towns_of = _atlas_of(work), _towns_of(work)
    homes = {a.id: a.station_id for a in work.find(Account, id=sorted({m.account_id for m in waiting}))}
    beats: dict[int, int | None] = {}
    for message in waiting:
        read = Reading(message.text, _profile(message), homes[message.account_id])
        found = atlas.named(read, towns_of, towns)
        sure = [one.id for one, mentions in found.items() if any(m.exact for m in mentions)]
        beats[message.id] = sure[0] if len(sure) == 1 else None
    work.placed(beats, edition)
    return len(waiting)


@dataclass(frozen=True, slots=True)
class Reading:
    """What there is to read: the words, their author's names, and the station that received them."""

    text: str
    profile: str
    home: int


class _Atlas:
    """The beats with their places ready to be found; `beats` in the order of their ids."""

    def __init__(self, beats: tuple[Beat, ...]) -> None:
        self.beats = beats
        self._beats_of: dict[Place, list[Beat]] = {}
        for one in beats:
            for place in {place_of(listed) for listed in one.places}:
                self._beats_of.setdefault(place, []).append(one)
        self._gazetteer = Gazetteer(self._beats_of)

    def named(
        self, read: Reading, towns_of: Mapping[int, frozenset[str]], towns: frozenset[str]
    ) -> dict[Beat, tuple[Mention, ...]]:
        """The beats that somebody's words point to, each with its reasons.

        Other stations' streets count for little unless their town is named with them.
        """
        said = {_bare(word) for word in read.text[:LONGEST_READ].split()}
        told = {i for i, names in towns_of.items() if said & {name.removesuffix("s") for name in names}}
        ours = {name for names in towns_of.values() for name in names}
        away = {t for t in town_named(read.text, towns) if folded(t) not in ours} or told - {read.home}
        found = self._in(read.text, Where.TEXT)
        for one, mentions in self._in(read.profile, Where.PROFILE).items():
            found.setdefault(one, mentions)
        near = {b: m for b, m in found.items() if b.station_id == read.home or b.station_id in told}
        sure = told | (set() if away else {read.home})
        return {
            one: tuple(replace(m, exact=m.exact and one.station_id in sure) for m in mentions)
            for one, mentions in (near or found).items()
        }

    def _in(self, text: str, where: Where) -> dict[Beat, tuple[Mention, ...]]:
        found: dict[Beat, tuple[Mention, ...]] = {}
        for named in self._gazetteer.find(text):
            if where is Where.PROFILE and len(named.said) < SHORTEST_IN_PROFILE:
                continue
            for one in self._beats_of[named.place]:
                found[one] = (*found.get(one, ()), _mention(named, where))
        return found


def _atlas_of(work: Work) -> _Atlas:
    beats = tuple(beat.of(work))
    return _atlas(beats, tuple(one.id for one in beats))


@lru_cache(maxsize=4)
def _atlas(beats: tuple[Beat, ...], _: tuple[int, ...]) -> _Atlas:
    """Made once for these beats; beats of the same words but other ids are other beats."""
    return _Atlas(beats)


def _mention(named: Named, where: Where) -> Mention:
    return Mention(named.place.name, named.said, where, named.exact and where is Where.TEXT)


def _profile(message: Message) -> str:
    """What the author calls himself, in words."""
    handle = "".join(c if c.isalpha() else " " for c in message.author.handle)
    return f"{message.author.name} . {handle}"


def _bare(word: str) -> str:
    return folded(word.strip(".,;:!?()\"'")).removesuffix("s")


def _towns_of(work: Work) -> dict[int, frozenset[str]]:
    """By station the towns that its name tells."""
    return {station.id: _town_of(station.name) for station in work.find(Station)}


def _town_of(station: str) -> frozenset[str]:
    """The town in a station's name: `Polizeikommissariat Weidenfurt` -> weidenfurt."""
    words = (folded(word) for word in station.replace("-", " ").split())
    return frozenset(w for w in words if len(w) > 3 and not any(office in w for office in _OFFICES))


def _proposal(work: Work, where: Beat, mentions: tuple[Mention, ...]) -> Proposal:
    first = where.officer_id or where.deputy_id
    there = leave.stand_in(work, first, where.deputy_id) if first else leave.StandIn(None)
    return Proposal(where, mentions, there.officer, there.leave)


def _rank(one: Proposal, home: int) -> tuple[bool, bool, int, str]:
    exact = sum(m.exact for m in one.mentions)
    in_text = any(m.where is Where.TEXT for m in one.mentions)
    return (one.beat.station_id != home, not in_text, -exact, one.beat.name)
