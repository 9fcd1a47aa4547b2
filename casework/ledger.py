"""The gap ledger: what we know of each moment of a stream, from the first to the last without a hole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from casework.account import Gap, GapState, Stream
from casework.ports import Work


class Heard(StrEnum):
    """What we know of an interval."""

    KNOWN = "known"  # everything that the network gives of it is here
    FILLED = "filled"  # the same, but it came later, through back-filling
    FILLING = "filling"  # a gap, still being back-filled
    UNREADABLE = "unreadable"  # something came that we could not read; tried again seldom
    LOST = "lost"  # the network no longer gives it
    BLIND = "blind"  # before the first pull reached back, or never read at all
    LATE = "late"  # since the last success: not asked yet

    @property
    def complete(self) -> bool:
        """Whether nothing of it is missing."""
        return self in (Heard.KNOWN, Heard.FILLED)


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` up to, but without, `end` (UTC)."""

    state: Heard
    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.end - self.start


MISSING = (Heard.FILLING, Heard.UNREADABLE)  # not here, and may still come
# Where gaps overlap, the gravest claim holds.
CLAIMS = (Heard.LOST, Heard.UNREADABLE, Heard.FILLING, Heard.FILLED)


def as_of(work: Work, *, training: bool) -> datetime:
    """The moment by which streams are judged: now.

    Training data stand still, as nobody polls there: the last moment at which any stream of theirs was heard.
    """
    if not training:
        return work.now
    heard = (stream.last_success_at for stream in work.find(Stream))
    return max((at for at in heard if at), default=work.now)


def ledger(work: Work, stream: Stream, begin: datetime, end: datetime) -> list[Interval]:
    """What we know of the stream from `begin` to `end`: disjoint, in order, covering exactly that."""
    return intervals(stream, work.find(Gap, stream_id=stream.id), begin, end)


def intervals(stream: Stream, gaps: Iterable[Gap], begin: datetime, end: datetime) -> list[Interval]:
    """The same, from the stream's gaps; neighbours differ in state. Nothing where `end` is not after `begin`.

    Gaps may overlap, hold one another and lie beyond the edges. What a gap says of an interval goes before
    what the stream says.
    """
    begin, end = begin.astimezone(UTC), end.astimezone(UTC)
    near = [g for g in gaps if g.missed_from < g.missed_to and g.missed_from < end and g.missed_to > begin]
    edges = [edge for gap in near for edge in (gap.missed_from, gap.missed_to)]
    edges += [edge for edge in (stream.since, stream.last_success_at) if edge]
    cuts = sorted({begin, end, *(edge.astimezone(UTC) for edge in edges if begin < edge < end)})
    found: list[Interval] = []
    for start, stop in pairwise(cuts) if begin < end else ():
        state = _state(stream, near, start)
        if found and found[-1].state is state:
            start = found.pop().start
        found.append(Interval(state, start, stop))
    return found


def length(found: Iterable[Interval], *states: Heard) -> timedelta:
    """How long these states last, all together."""
    return sum((one.length for one in found if one.state in states), timedelta())


def _state(stream: Stream, gaps: Sequence[Gap], at: datetime) -> Heard:
    claimed = {_claim(gap) for gap in gaps if gap.missed_from <= at < gap.missed_to}
    for state in CLAIMS:
        if state in claimed:
            return state
    if stream.last_success_at is None or (stream.since and at < stream.since):
        return Heard.BLIND
    return Heard.LATE if at >= stream.last_success_at else Heard.KNOWN


def _claim(gap: Gap) -> Heard:
    if gap.state is GapState.OPEN:
        return Heard.UNREADABLE if gap.retry_at else Heard.FILLING
    return Heard.LOST if gap.state is GapState.LOST else Heard.FILLED
