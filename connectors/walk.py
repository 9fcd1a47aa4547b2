"""Reads a listing that is newest first: down to the mark of the last pull, or else the rest is a gap.

A citizen's clock can place a message below the mark, so the walk goes some way beyond it and hands out
whole pages; the store keeps once what it gets twice.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from casework.account import Gap, Hole
from casework.errors import ConnectorError, SchemaChanged
from casework.message import EARLIEST, Checkpoint, Deleted, Received
from connectors.answers import moment, shown

MOST_PAGES, FIRST_PAGES = 50, 10
AROUND = timedelta(seconds=30)  # a hole reaches so far to both sides of what could not be read
ONE_HOLE = timedelta(hours=1)  # holes as near as that to one another are one


class Listing(ABC):
    """What a network must say of one of its listings; a connector inherits it and answers.

    `overlap`: how far below the mark a walk goes. `keeps`: how far back the network gives anything, `None`
    for ever. `most`: how many items it gives at all, 0 where there is no such limit. `cut`: set on the way,
    the newest moment below which the network, or our patience, left something out for good.
    """

    overlap = timedelta(hours=1)
    keeps: timedelta | None = None
    most = 0
    cut: datetime | None = None

    @abstractmethod
    def page(self, token: str) -> tuple[list[object], str]:
        """The items behind the token ("": the newest), and the next token ("": no more)."""

    @abstractmethod
    def time(self, item: object) -> datetime | None:
        """Where the item stands in the listing's order; None when it does not say."""

    def written(self, item: object) -> datetime | None:
        """When it was written, around which it is missed while it cannot be read; it may stand elsewhere."""
        return self.time(item)

    @abstractmethod
    def read(self, item: object) -> Iterable[Received | Deleted]:
        """The item in our words, nothing if it is not for the desk; raises SchemaChanged."""

    def held(self) -> Sequence[object]:
        """What a page that broke off had read before, in no order."""
        return ()


def cut_below(times: Sequence[datetime | None]) -> datetime:
    """Of a list that was cut short, below which moment some are missing: its last, where the newest come
    first; of one in another order any may be, up to now.
    """
    known = [time for time in times if time]
    newest_first = all(one >= following for one, following in pairwise(known))
    return known[-1] if known and newest_first else datetime.now(UTC)


def walk(listing: Listing, cursor: str) -> Iterator[Received | Deleted | Checkpoint]:
    """Oldest first, then the checkpoint; its cursor is the newest time seen, in RFC 3339.

    An error amid the walk: what was read is handed out, and the error is raised. What lies between the mark
    and the place where the walk stopped is a gap; where there is no such place, as on the first pull, the
    mark stays for the next. What cannot be read is a hole of the checkpoint; where it is new, SchemaChanged
    is raised, once, behind all that can be read.
    """
    read = _Read(listing, moment(cursor))
    yield from read.walked(Checkpoint(cursor, cut_off=True), lambda: read.stopped(cursor))
    yield replace(read.checkpoint(cursor), holes=read.holes())
    read.complain()


def walk_gap(listing: Listing, gap: Gap) -> Iterator[Received | Deleted | Checkpoint]:
    """What was missed: from where the walk stopped (`gap.resume`) down to the gap's beginning.

    Ends with a checkpoint of what is missing still, and raises the network's errors as `walk` does; what
    cannot be read is a hole and no error, as the rest of the gap was filled.
    """
    read = _Read(listing, gap.missed_from, gap.resume, until=gap.missed_to)
    yield from read.walked(
        Checkpoint("", gap.missed_from, gap.missed_to, gap.resume), lambda: read.rest_from_here(gap)
    )
    yield replace(read.rest(gap), holes=read.holes())


@dataclass
class _Read:
    """What was read so far, newest first, on the way from a token down to the mark (None: the first pull)."""

    listing: Listing
    mark: datetime | None
    token: str = ""
    items: list[object] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    unread: list[Hole] = field(default_factory=list)
    exhausted: bool = False
    until: datetime | None = None

    def walked(
        self, unmoved: Checkpoint, moved: Callable[[], Checkpoint | None]
    ) -> Iterator[Received | Deleted | Checkpoint]:
        """The messages; after an error amid them the mark, moved if the next walk can go on here, then the
        error."""
        try:
            self._down()
        except ConnectorError:
            amid = self.listing.held()
            if self.items or amid:
                yield from self._messages(amid)
                told = moved() if self.mark and self.times and self.token else None
                yield replace(told or unmoved, cut_off=True, holes=self.holes())
            raise
        yield from self._messages()

    def checkpoint(self, cursor: str) -> Checkpoint:
        """Never ahead of our own clock: a wrong date would hide what comes after it."""
        now, edge = datetime.now(UTC), self._edge()
        seen = [*self.times, *filter(None, (self.mark, edge))]
        if not self.times and not (self.mark and edge):
            return Checkpoint(cursor)
        newest = min(max(seen), now).isoformat()
        if self.mark is None:
            since = [edge if self.exhausted else self._oldest(), self.listing.cut]
            return Checkpoint(newest, since=max(filter(None, since), default=None))
        if edge:
            return Checkpoint(newest, self.mark, edge, lost=True)
        if self.exhausted or self._below():
            return Checkpoint(newest)
        return Checkpoint(newest, self.mark, self._oldest(), self.token)

    def stopped(self, cursor: str) -> Checkpoint | None:
        """After an error; None where the mark was reached and only what lies a little below it is missing."""
        return None if self._below() or self._oldest() == self.mark else self.checkpoint(cursor)

    def rest_from_here(self, gap: Gap) -> Checkpoint:
        """After an error: the gap stays open, if only by a moment, until what lies below it was read too."""
        last = gap.missed_from + AROUND
        left_to = max(self._oldest() or gap.missed_to, last)
        return Checkpoint("", gap.missed_from, min(left_to, gap.missed_to), self.token)

    def rest(self, gap: Gap) -> Checkpoint:
        """What of the gap is missing still."""
        edge = self._edge()
        if edge:
            return Checkpoint("", gap.missed_from, min(edge, gap.missed_to), lost=True)
        if self.exhausted or self._below():
            return Checkpoint("")
        left_to = min(self._oldest() or gap.missed_to, gap.missed_to)
        return Checkpoint("", gap.missed_from, left_to, self.token)

    def complain(self) -> None:
        """Raise SchemaChanged where something new could not be read."""
        if self.unreadable:
            raise SchemaChanged(f"{len(self.unreadable)} could not be read; the first: {self.unreadable[0]}")

    def holes(self) -> tuple[Hole, ...]:
        """Where something stands that could not be read, new or not, oldest first; neighbours are one. Behind
        them what was left out for good, down to the mark."""
        found: list[Hole] = []
        for hole in sorted(self.unread, key=lambda hole: hole.start):
            if found and hole.start <= found[-1].end + ONE_HOLE:
                found[-1] = replace(found[-1], end=max(found[-1].end, hole.end))
            else:
                found.append(hole)
        cut = min(filter(None, (self.listing.cut, self.until))) if self.listing.cut else None
        if self.mark and cut and self.mark < cut:
            found.append(Hole(self.mark, cut, lost=True))
        return tuple(found)

    def _down(self) -> None:
        for _ in range(MOST_PAGES if self.mark else FIRST_PAGES):
            items, self.token = self.listing.page(self.token)
            self.items += items
            self.times += filter(None, map(self.listing.time, items))
            self.exhausted = not self.token
            if self.exhausted or self._below(self.listing.overlap):
                return

    def _messages(self, amid: Sequence[object] = ()) -> list[Received | Deleted]:
        """Oldest first, each once in its newest wording; `amid`: read of a page that broke off.

        Of what cannot be read only the new is complained of: the rest was before.
        """
        found: dict[str, Received | Deleted] = {}
        new = True
        for place, item in enumerate(self.items):
            time = self.listing.time(item)
            new = new and not (self.mark and time and time <= self.mark)
            try:
                messages = self._words(item)
            except SchemaChanged as why:
                self.unread.append(self._hole(place, str(why)))
                self.unreadable += [str(why)] if new else []
            else:
                for message in reversed(messages):
                    found.setdefault(message.native_id, message)
        for item in amid:
            with suppress(SchemaChanged):  # the next walk comes by here again, and tells
                found.update((m.native_id, m) for m in self._words(item) if m.native_id not in found)
        return [*reversed(found.values())]

    def _words(self, item: object) -> list[Received | Deleted]:
        if item is None or isinstance(item, str | int | float | list):
            raise SchemaChanged(f"an item is no object: {shown(item)}")
        try:
            return list(self.listing.read(item))
        except (ValueError, TypeError) as why:  # as of half a character in an address: it hides no other item
            raise SchemaChanged(f"{type(why).__name__} at an item: {shown(str(why))}") from why

    def _hole(self, place: int, why: str) -> Hole:
        """When the item was written; of one that does not say, between those beside it that do."""
        now = datetime.now(UTC)
        older = map(self.listing.written, self.items[place:])
        newer = map(self.listing.written, reversed(self.items[: place + 1]))
        end = next(filter(None, newer), now)
        begin = next(filter(None, older), self.mark or end)
        begin, end = sorted(min(max(time, EARLIEST), now) for time in (begin, end))
        return Hole(begin - AROUND, end + AROUND, why)

    def _edge(self) -> datetime | None:
        """Down to where the network gave all it had, if that is above the mark: below it all is lost."""
        if not self.exhausted:
            return None
        if self.listing.most and len(self.items) >= self.listing.most:
            edge = self._oldest()
        else:
            edge = datetime.now(UTC) - self.listing.keeps if self.listing.keeps else None
        return edge if edge and (self.mark is None or self.mark < edge) else None

    def _oldest(self) -> datetime | None:
        return self.times[-1] if self.times else None

    def _below(self, overlap: timedelta = timedelta()) -> bool:
        return bool(self.mark and self.times and self.times[-1] < self.mark - overlap)
