"""The Graph's listings: an edge whose items are newest first, and what lies beneath the items of an edge.

Beneath every post lie comments, beneath every conversation messages, each newest first; together they are one
listing, newest first over all of them, so that a comment of today on a post of three weeks ago is found.
"""

import json
import logging
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from casework.errors import Refused, SchemaChanged
from casework.message import Received
from connectors.answers import at, listed, moment, parsed, words
from connectors.meta_graph import Graph, next_of
from connectors.meta_troubles import NoObject
from connectors.walk import Listing

log = logging.getLogger(__name__)
MOST_ABOVE, MOST_AGAIN = 24, 1_000  # pages of 25: the Graph gives 600 posts a year at most


@dataclass(frozen=True, slots=True)
class Asked:
    """An edge and how it is asked: fields of its items, how many to a page, and the name of their time."""

    edge: str
    fields: str
    limit: int = 25
    time: str = "created_time"
    args: Mapping[str, str] = field(default_factory=dict)

    @property
    def nested(self) -> str:
        """The same as a field of the edge above."""
        how = "".join(f".{name}({value})" for name, value in self.args.items())
        return f"{self.edge}{how}.limit({self.limit}){{{self.fields}}}"


class Edge(Listing):
    """A plain edge of the account's own node."""

    def __init__(
        self, graph: Graph, node: str, asked: Asked, read: Callable[[object], Iterable[Received]]
    ) -> None:
        """`read` gives an item in our words."""
        self._graph, self._node, self._asked, self._read = graph, node, asked, read

    def page(self, token: str) -> tuple[list[object], str]:
        """See Listing."""
        asked = self._asked
        return self._graph.edge(
            self._node, asked.edge, token, fields=asked.fields, limit=asked.limit, **asked.args
        )

    def time(self, item: object) -> datetime | None:
        """See Listing."""
        return moment(words(item, self._asked.time))

    def read(self, item: object) -> Iterable[Received]:
        """See Listing."""
        return self._read(item)


@dataclass(frozen=True, slots=True)
class Found:
    """An item, the thing above it, and where it stands in the listing."""

    above: object
    item: object
    at: datetime


@dataclass(slots=True)
class _Branch:
    """What lies beneath one thing: read and not handed out yet, and the way on from there."""

    above: object
    found: deque[Found]
    way_on: str = ""
    came_by: str | None = None  # the way on that led here; None for what came with the thing itself
    count: int = 0
    last: datetime | None = None  # where the last that was read stands

    @property
    def hungry(self) -> bool:
        return not self.found and bool(self.way_on)


class Beneath(Listing):
    """What lies beneath the items of an edge, newest first over all of them.

    `window`: older things are not looked at, and the newer ones all at once, as any may hold the newest item;
    `None` where the things themselves stand by their newest item. `most_beneath`: how many items beneath one
    thing the network gives, 0 for all.
    """

    window: timedelta | None = None
    most_beneath = 0

    def __init__(self, graph: Graph, node: str, above: Asked, beneath: Asked) -> None:
        """The edge of the account's node, and the edge of its items."""
        self.graph, self._node, self._above, self._beneath = graph, node, above, beneath
        self.keeps = self.window
        self._before: datetime | None = None
        self._begin("")

    def page(self, token: str) -> tuple[list[object], str]:
        """All that can be told in order without asking for more; before that, what must be asked is asked.

        The token holds what a later walk needs to go on from here; raises SchemaChanged for any other.
        """
        if token != self._token or not token:
            self._begin(token)
        self._read_above()
        for branch in self._branches:
            if branch.hungry:
                self._read_on(branch)
        found: list[object] = []
        while (newest := self._newest()) and not self._newer_above(newest):
            self._before = newest.found[0].at
            found.append(newest.found.popleft())
        return found, self._mark()

    def time(self, item: object) -> datetime | None:
        """See Listing."""
        return item.at if isinstance(item, Found) else None

    def held(self) -> Sequence[object]:
        """See Listing."""
        return [found for branch in self._branches for found in branch.found]

    def parts(self, item: object) -> Sequence[object]:
        """The items that one item of the network holds, newest first: itself, where it holds no other."""
        return [item]

    def _begin(self, token: str) -> None:
        told = _told(token)
        self._token = token
        self._resumed = moment(words(told, "before"))
        self._before = self._resumed
        marks = at(told, "marks")
        self._marks: Mapping[str, object] = marks if isinstance(marks, dict) else {}
        self._branches: list[_Branch] = []
        self._way_on: str | None = ""
        self._bound: datetime | None = None

    def _read_above(self) -> None:
        """Within a window all of it; else the next page, where it may hold something newer. A walk that goes
        on from before goes down to that place."""
        for _ in range(MOST_ABOVE if self.window else MOST_AGAIN if self._resumed else 1):
            open_now = [branch for branch in self._branches if branch.found]
            if self._way_on is None or not (self.window or all(map(self._newer_above, open_now))):
                return
            self._climb(self._way_on)
        if self.window and self._way_on:
            log.warning("%s: more than %s pages of %s", self.graph.network, MOST_ABOVE, self._above.edge)
            self._way_on, self.cut = None, datetime.now(UTC)  # beneath the rest anything may have come

    def _climb(self, way_on: str) -> None:
        things, more = self._ask(self._above, self._node, way_on, f",{self._beneath.nested}")
        self._way_on = more or None
        oldest = datetime.now(UTC) - self.window if self.window else None
        for thing in things:
            self._bound = moment(words(thing, self._above.time)) or self._bound
            if not (oldest and self._bound and self._bound < oldest):
                self._branch_off(thing)
        if oldest and self._bound and self._bound < oldest:
            self._way_on = None

    def _branch_off(self, thing: object) -> None:
        mark = self._marks.get(words(thing, "id"))
        branch = _Branch(thing, deque())
        self._branches.append(branch)
        if isinstance(mark, str):
            branch.way_on = branch.came_by = mark
        else:
            beneath = at(thing, self._beneath.edge)
            told = listed(beneath, "data")
            if not isinstance(thing, dict) or not (beneath is None or isinstance(at(beneath, "data"), list)):
                told = [f"{self._beneath.edge} of {words(thing, 'id')}"]  # nobody can read that: it is a hole
            self._put(branch, told, next_of(beneath))

    def _read_on(self, branch: _Branch) -> None:
        """Of a thing that the network lists and yet does not know no more is to be had: the rest is lost."""
        branch.came_by = branch.way_on
        try:
            self._put(branch, *self._ask(self._beneath, words(branch.above, "id"), branch.way_on))
        except (NoObject, Refused) as why:
            log.warning("%s", why)
            self._cut_off(branch)

    def _ask(self, asked: Asked, node: str, way_on: str, more: str = "") -> tuple[list[object], str]:
        fields = asked.fields + more
        return self.graph.edge(node, asked.edge, way_on, fields=fields, limit=asked.limit, **asked.args)

    def _put(self, branch: _Branch, items: Sequence[object], way_on: str) -> None:
        """Add a page to its branch; an item without a time stands where it was found."""
        stands = datetime.now(UTC)
        for item in items:
            stands = moment(words(item, self._beneath.time)) or stands
            if not (self._resumed and stands > self._resumed):
                branch.found += [Found(branch.above, part, stands) for part in self.parts(item)]
            branch.last = stands
        branch.way_on = way_on
        branch.count += len(items)
        if way_on and self.most_beneath and branch.count >= self.most_beneath:
            self._cut_off(branch)

    def _cut_off(self, branch: _Branch) -> None:
        """Below the last that was read, here or by the walk before, something is left out for good."""
        below = branch.last or self._resumed or datetime.now(UTC)
        branch.way_on, self.cut = "", max(below, self.cut or below)

    def _newest(self) -> _Branch | None:
        """The branch with the newest item, if that can be told yet."""
        if any(branch.hungry for branch in self._branches):
            return None
        ready = [branch for branch in self._branches if branch.found]
        return max(ready, key=lambda branch: branch.found[0].at, default=None)

    def _newer_above(self, branch: _Branch) -> bool:
        return bool(self._way_on) and (self._bound is None or self._bound >= branch.found[0].at)

    def _mark(self) -> str:
        left = self._way_on is not None or any(b.found or b.hungry for b in self._branches)
        way = {
            words(b.above, "id"): b.came_by if b.found else b.way_on
            for b in self._branches
            if b.came_by is not None or b.hungry
        }
        before = self._before.isoformat() if self._before else ""
        self._token = json.dumps({"before": before, "marks": way}) if left else ""
        return self._token


def _told(token: str) -> object:
    try:
        return parsed(token.encode()) if token else {}
    except ValueError:
        raise SchemaChanged("the way on is none of ours; begin at the newest") from None
