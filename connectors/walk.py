"""Reads a listing that is newest first: down to the mark of the last pull, or else the rest is a gap.

A citizen's clock can place a message below the mark, so the walk goes an hour beyond it and hands out
whole pages; the store keeps once what it gets twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from casework.errors import ConnectorError, SchemaChanged
from casework.message import Checkpoint, Received
from connectors.answers import moment

MOST_PAGES, FIRST_PAGES = 50, 10
OVERLAP = timedelta(hours=1)


class Listing(Protocol):
    """What a network must say of its listing."""

    def page(self, token: str) -> tuple[list[object], str]:
        """The items behind the token ("": the newest), and the next token ("": no more)."""
        ...

    def time(self, item: object) -> datetime | None:
        """Where the item stands in the listing's order; None when it does not say."""
        ...

    def read(self, item: object) -> Received | None:
        """The item in our words, None if it is not for the desk; raises SchemaChanged."""
        ...


def walk(listing: Listing, cursor: str) -> Iterator[Received | Checkpoint]:
    """Oldest first, then the checkpoint; its cursor is the newest time seen, in RFC 3339.

    An error amid the walk: what was read is handed out, the mark stays for the next pull, and the
    error is raised. A new item that cannot be read raises SchemaChanged, once, behind all that can.
    """
    read = _Read(listing, moment(cursor))
    try:
        read.down()
    except ConnectorError:
        if read.items:
            yield from read.messages()
            yield Checkpoint(cursor)
        raise
    yield from read.messages()
    yield read.checkpoint(cursor)
    if read.unreadable:
        raise SchemaChanged(f"{len(read.unreadable)} could not be read; the first: {read.unreadable[0]}")


@dataclass
class _Read:
    """What was read so far, newest first, on the way down to the mark (None: the first pull)."""

    listing: Listing
    mark: datetime | None
    items: list[object] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    ended: bool = False

    def down(self) -> None:
        token = ""
        for _ in range(MOST_PAGES if self.mark else FIRST_PAGES):
            items, token = self.listing.page(token)
            self.items += items
            self.times += filter(None, map(self.listing.time, items))
            self.ended = not token or self._below(OVERLAP)
            if self.ended:
                return

    def messages(self) -> list[Received]:
        """Oldest first, each once. Of what cannot be read only the new is noted: the rest was before."""
        found: dict[str, Received] = {}
        new = True
        for item in self.items:
            time = self.listing.time(item)
            new = new and not (self.mark and time and time <= self.mark)
            try:
                message = self.listing.read(item)
            except SchemaChanged as why:
                self.unreadable += [str(why)] if new else []
            else:
                found |= {message.native_id: message} if message else {}
        return [*reversed(found.values())]

    def checkpoint(self, cursor: str) -> Checkpoint:
        """Never ahead of our own clock: a wrong date would hide what comes after it."""
        if not self.times:
            return Checkpoint(cursor)
        newest = min(max(*self.times, self.mark or self.times[0]), datetime.now(UTC)).isoformat()
        if self.ended or self._below() or not self.mark:
            return Checkpoint(newest)
        return Checkpoint(newest, missed_from=self.mark, missed_to=self.times[-1])

    def _below(self, overlap: timedelta = timedelta()) -> bool:
        return bool(self.mark and self.times and self.times[-1] < self.mark - overlap)
