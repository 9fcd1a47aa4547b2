"""Reads a listing that is newest first: down to the mark of the last pull, or else the rest is a gap.

A citizen's clock can place a message below the mark, so the walk goes some way beyond it and hands out
whole pages; the store keeps once what it gets twice.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from casework.account import Gap
from casework.errors import ConnectorError, SchemaChanged
from casework.message import Checkpoint, Deleted, Received
from connectors.answers import moment

MOST_PAGES, FIRST_PAGES = 50, 10


class Listing(ABC):
    """What a network must say of one of its listings; a connector inherits it and answers.

    `overlap`: how far below the mark a walk goes. `keeps`: how far back the network gives anything, `None`
    for ever. `most`: how many items it gives at all, 0 where there is no such limit.
    """

    overlap = timedelta(hours=1)
    keeps: timedelta | None = None
    most = 0

    @abstractmethod
    def page(self, token: str) -> tuple[list[object], str]:
        """The items behind the token ("": the newest), and the next token ("": no more)."""

    @abstractmethod
    def time(self, item: object) -> datetime | None:
        """Where the item stands in the listing's order; None when it does not say."""

    @abstractmethod
    def read(self, item: object) -> Iterable[Received | Deleted]:
        """The item in our words, nothing if it is not for the desk; raises SchemaChanged."""


def walk(listing: Listing, cursor: str) -> Iterator[Received | Deleted | Checkpoint]:
    """Oldest first, then the checkpoint; its cursor is the newest time seen, in RFC 3339.

    An error amid the walk: what was read is handed out, the mark stays for the next pull, and the
    error is raised. A new item that cannot be read raises SchemaChanged, once, behind all that can.
    """
    read = _Read(listing, moment(cursor))
    yield from read.walked(Checkpoint(cursor, cut_off=True))
    yield read.checkpoint(cursor)
    read.complain()


def walk_gap(listing: Listing, gap: Gap) -> Iterator[Received | Deleted | Checkpoint]:
    """What was missed: from where the walk stopped (`gap.resume`) down to the gap's beginning.

    Ends with a checkpoint of what is missing still; raises as `walk` does.
    """
    read = _Read(listing, gap.missed_from, gap.resume)
    yield from read.walked(Checkpoint("", gap.missed_from, gap.missed_to, gap.resume))
    yield read.rest(gap)
    read.complain()


@dataclass
class _Read:
    """What was read so far, newest first, on the way from a token down to the mark (None: the first pull)."""

    listing: Listing
    mark: datetime | None
    token: str = ""
    items: list[object] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    exhausted: bool = False

    def walked(self, unmoved: Checkpoint) -> Iterator[Received | Deleted | Checkpoint]:
        """The messages; after an error amid them the unmoved mark, then the error."""
        try:
            self._down()
        except ConnectorError:
            if self.items:
                yield from self._messages()
                yield unmoved
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
            return Checkpoint(newest, since=edge if self.exhausted else self._oldest())
        if edge:
            return Checkpoint(newest, self.mark, edge, lost=True)
        if self.exhausted or self._below():
            return Checkpoint(newest)
        return Checkpoint(newest, self.mark, self._oldest(), self.token)

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

    def _down(self) -> None:
        for _ in range(MOST_PAGES if self.mark else FIRST_PAGES):
            items, self.token = self.listing.page(self.token)
            self.items += items
            self.times += filter(None, map(self.listing.time, items))
            self.exhausted = not self.token
            if self.exhausted or self._below(self.listing.overlap):
                return

    def _messages(self) -> list[Received | Deleted]:
        """Oldest first, each once in its newest wording.

        Of what cannot be read only the new is noted: the rest was before.
        """
        found: dict[str, Received | Deleted] = {}
        new = True
        for item in self.items:
            time = self.listing.time(item)
            new = new and not (self.mark and time and time <= self.mark)
            try:
                messages = list(self.listing.read(item))
            except SchemaChanged as why:
                self.unreadable += [str(why)] if new else []
            else:
                for message in reversed(messages):
                    found.setdefault(message.native_id, message)
        return [*reversed(found.values())]

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
