"""Bluesky's direct messages as one stream: all conversations merged, the newest message first."""

import heapq
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count, islice

from casework.errors import SchemaChanged
from casework.message import Received
from connectors.answers import at, moment, shown, words
from connectors.at_protocol import NotTaken
from connectors.bluesky_chat import Chat
from connectors.bluesky_messages import received, stamp
from connectors.walk import Listing

MOST_REQUESTS = 32
Piece = tuple[float, object]  # seconds since 1970, and an item; None stands before each request


class Inbox(Listing):
    """Messages of others; the times are the service's own `sentAt`.

    A token is the time down to which was read. A page may cost twice the requests of the one before: a quiet
    account is asked once or twice, a long history in few pages.
    """

    overlap = timedelta(minutes=5)

    def __init__(self, chat: Chat) -> None:
        """Read these conversations."""
        self._chat, self._token = chat, ""
        self._pages: Iterator[list[Piece]] = iter(())

    def page(self, token: str) -> tuple[list[object], str]:
        """The next messages, newest first; raises SchemaChanged for a token that is not ours."""
        pages = self._pages if token and token == self._token else self._paged(_before(token))
        self._token = ""  # an error amid a page ends the merging
        page = next(pages, [])
        self._pages, self._token = pages, repr(page[-1][0]) if page else ""
        return [item for _, item in page], self._token

    def time(self, item: object) -> datetime | None:
        """When the service took it."""
        return moment(words(item, "message", "sentAt"))

    def read(self, item: object) -> Iterator[Received]:
        """The message in our words; nothing for the officer's own and for notes of the service."""
        if unreadable := words(item, "unreadable"):
            raise SchemaChanged(unreadable)
        if words(item, "message", "sender", "did") != self._chat.server.did:
            yield from received(item)

    def _paged(self, before: float) -> Iterator[list[Piece]]:
        page: list[Piece] = []
        requests, most = 0, 1
        for piece in self._merged(before):
            if piece[1] is not None:
                page.append(piece)
                continue
            if page and requests >= most:
                yield page
                page, requests, most = [], 0, min(2 * most, MOST_REQUESTS)
            requests += 1
        if page:
            yield page

    def _merged(self, before: float) -> Iterator[Piece]:
        """In what order the service lists conversations is not written down: another page of them is asked
        for until one is wholly older than what is handed out next."""
        merged, pages = _Merge(), self._chat.conversations()
        convos: list[object] | None = []
        unlisted = math.inf  # how new the messages of conversations may be that were not listed yet
        while True:
            while convos is not None and unlisted >= merged.newest:
                convos = next(pages, None)
                for convo in convos or ():
                    merged.add(self._newest_first(convo, before))
                unlisted = max((stamp(at(one, "lastMessage")) for one in convos or ()), default=unlisted)
            if not merged.waiting:
                return
            yield merged.pop()

    def _newest_first(self, convo: object, before: float) -> Iterator[Piece]:
        """It is opened only when the merging comes to the time of its last message."""
        newest = stamp(at(convo, "lastMessage"))
        yield newest, None
        try:
            for page in self._chat.messages(convo):
                for item in page:
                    newest = stamp(at(item, "message"), newest)
                    if newest <= before:
                        yield newest, item
                yield newest, None
        except NotTaken as why:  # the other conversations are no worse for it
            yield newest, {"unreadable": str(why), "message": at(convo, "lastMessage")}


@dataclass
class _Merge:
    """Conversations by the time of their next message, the newest on top."""

    waiting: list[tuple[float, int, object, Iterator[Piece]]] = field(default_factory=list)
    number: Iterator[int] = field(default_factory=count)

    @property
    def newest(self) -> float:
        return -self.waiting[0][0] if self.waiting else -math.inf

    def add(self, pieces: Iterator[Piece]) -> None:
        for time, item in islice(pieces, 1):
            heapq.heappush(self.waiting, (-time, next(self.number), item, pieces))

    def pop(self) -> Piece:
        time, _, item, pieces = heapq.heappop(self.waiting)
        self.add(pieces)
        return -time, item


def _before(token: str) -> float:
    """The time of a token; "" is the newest."""
    try:
        return float(token or math.inf)
    except ValueError:
        raise SchemaChanged(f"{shown(token)} is no place in the direct messages") from None
