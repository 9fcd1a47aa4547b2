"""Sums of the figures, and the finding that each of them proves; a finding that is not there is None."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from casework.figures import DayCount, Tips
from casework.labels import Intent, Platform
from casework.waiting import Step, Wait

Key = TypeVar("Key")
Label = TypeVar("Label", Intent, Platform)
NOTABLE = 0.05
ENOUGH = 10


class Sort(StrEnum):
    """Messages in four sorts that a chart can tell apart."""

    TALK = "talk"
    HELP = "help"
    CRITICISM = "criticism"
    HOSTILE = "hostile"


def sort_of(count: DayCount) -> Sort:
    """Hostile ones first, whatever they wanted."""
    if count.hostile:
        return Sort.HOSTILE
    if count.intent in (Intent.TIP, Intent.REPORT, Intent.EMERGENCY):
        return Sort.HELP
    return Sort.CRITICISM if count.intent is Intent.CRITICISM else Sort.TALK


def by_day(counts: Iterable[DayCount]) -> dict[tuple[date, Sort], int]:
    """Messages by day and sort."""
    return _add(((c.day, sort_of(c)), c.messages) for c in counts)


def by_platform(counts: Iterable[DayCount]) -> dict[Platform, int]:
    """Messages by platform, most first."""
    return _ranked(_add((c.platform, c.messages) for c in counts))


def by_intent(counts: Iterable[DayCount]) -> dict[Intent, int]:
    """Assessed messages by intent, most first."""
    return _ranked(_add((c.intent, c.messages) for c in counts if c.intent is not None))


def foremost(found: Mapping[Label, int]) -> Label | None:
    """What stands alone at the top; `other` says nothing of what people want, so it is passed over."""
    named = {key: n for key, n in found.items() if key != Intent.OTHER}
    first = [key for key, n in named.items() if n == max(named.values())]
    return first[0] if len(first) == 1 else None


def total(counts: Iterable[DayCount]) -> int:
    """All messages."""
    return sum(c.messages for c in counts)


def hostile_share(counts: Sequence[DayCount]) -> float | None:
    """Share of the judged messages with any hostility; None where none is judged."""
    judged = total([c for c in counts if c.intent is not None])
    return total([c for c in counts if c.hostile]) / judged if judged else None


def change(counts: Sequence[DayCount], first: date, last: date) -> float | None:
    """How the later half of the days differs from the earlier; None where that may be chance.

    Two counts whose true means are the same differ by more than twice the root of their sum in one case of
    twenty (Poisson).
    """
    middle = first + (last - first + date.resolution) // 2
    earlier = total([c for c in counts if first <= c.day < middle])
    later = total([c for c in counts if middle <= c.day <= last])
    if min(earlier, later) < ENOUGH:
        return None
    grown, by_chance = later / earlier - 1, 2 * (earlier + later) ** 0.5
    return grown if abs(grown) >= NOTABLE and abs(later - earlier) > by_chance else None


def latest(waits: Iterable[Wait], step: Step) -> list[Wait]:
    """The waits of the newest week in which a place has a time, else all together, else of the newest at all;
    the longest median first."""
    fitting = [w for w in waits if w.step is step]
    timed = [w for w in fitting if w.median is not None]
    newest = max((w.week for w in [w for w in timed if w.platform] or timed or fitting), default=None)
    newest_ones = [w for w in fitting if w.week == newest]
    return sorted(newest_ones, key=lambda w: w.median or timedelta(), reverse=True)


def waiting(waits: Iterable[Wait], step: Step) -> tuple[int, datetime | None]:
    """How many still wait, and since when the oldest of those of which that may be told."""
    fitting = [w for w in waits if w.step is step]
    oldest = min((w.since for w in fitting if w.since), default=None)
    return sum(w.waiting for w in fitting if w.platform), oldest


def funnel(tips: Iterable[Tips]) -> dict[str, int]:
    """The way of the tips over all stations; keys are catalogue keys."""
    every = list(tips)
    return {
        "tips-suggested": sum(t.suggested for t in every),
        "tips-confirmed": sum(t.confirmed for t in every),
        "tips-handed-over": sum(t.handed_over for t in every),
        "tips-accepted": sum(t.accepted for t in every),
        "tips-helpful": sum(t.helped for t in every),
    }


def _add(pairs: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    added: Counter[Key] = Counter()
    for key, n in pairs:
        added[key] += n
    return dict(added)


def _ranked(sums: dict[Key, int]) -> dict[Key, int]:
    return dict(sorted(sums.items(), key=lambda pair: -pair[1]))
