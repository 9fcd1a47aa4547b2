"""Drift: whether what people write here still resembles what the model in force judged in its first weeks.

Compared are the first weeks under the model with the last two, in seven aspects, by the population
stability index; a finding holds sums alone, never a message.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import fmean, quantiles

from casework.assessment import Assessment, Verdict
from casework.labels import Intent
from casework.message import EARLIEST, Message
from casework.ports import Classifier, Sampling, Work

REFERENCE, RECENT = timedelta(days=28), timedelta(days=14)
ENOUGH, MOST = 200, 5_000
WATCH, ALARM = 0.1, 0.25  # Yurdakul and Naranjo (2020) name both as the rule of thumb; docs/learning.md
BINS = 10
FEWEST = 20  # sorts that are rarer, both windows together, count as one: chance rules there
RARE = "rare"


class Aspect(StrEnum):
    """What may drift: how sure the model is, its scores, what it says, and what it reads."""

    SURENESS = "sureness"
    EMERGENCY = "emergency"
    HOSTILITY = "hostility"
    INTENT = "intent"
    ABSTENTION = "abstention"
    LANGUAGE = "language"
    WORDS = "words"


class Level(StrEnum):
    """How far: the mildest first."""

    STEADY = "steady"
    WATCH = "watch"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Shift:
    """One aspect: its index, what chance explains, and a telling number before and now.

    That number is a mean, or the share in [0, 1] of `sort`, the sort that moved most.
    """

    aspect: Aspect
    index: float
    by_chance: float
    before: float
    now: float
    sort: str = ""

    @property
    def level(self) -> Level:
        """Steady where the index is small or chance explains it."""
        if self.index < WATCH or self.index <= self.by_chance:
            return Level.STEADY
        return Level.ALARM if self.index >= ALARM else Level.WATCH


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when was looked at, and how many messages were judged then."""

    begin: datetime
    end: datetime
    messages: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What a comparison gave; no shifts where a window holds too few messages to tell."""

    model: str
    examined_at: datetime
    reference: Window
    recent: Window
    shifts: tuple[Shift, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether both windows hold enough messages to compare."""
        return min(self.reference.messages, self.recent.messages) >= ENOUGH

    @property
    def level(self) -> Level:
        """The gravest of all aspects."""
        return max((shift.level for shift in self.shifts), key=list(Level).index, default=Level.STEADY)


@dataclass(frozen=True, slots=True)
class Sample:
    """The verdicts of a window, each with the wording that was judged, as far as it still stands."""

    window: Window
    verdicts: tuple[Verdict, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Samples:
    """Both windows of one model at one moment."""

    model: str
    taken_at: datetime
    reference: Sample
    recent: Sample


def gather(work: Work, model: str) -> Samples:
    """Read both windows, at most MOST messages of each; no person reads anything here."""
    first = work.judged(model, EARLIEST, work.now, 1)
    begin = first[0].assessed_at if first else work.now
    end = begin + REFERENCE
    later = max(end, work.now - RECENT)
    reference = work.judged(model, begin, min(end, work.now), MOST)
    recent = work.judged(model, later, work.now, MOST, newest_first=True)
    return Samples(
        model,
        work.now,
        _sample(work, Window(begin, end, len(reference)), reference),
        _sample(work, Window(later, max(later, work.now), len(recent)), recent),
    )


def compare(samples: Samples, classifier: Classifier, sampling: Sampling) -> Finding:
    """Hold both windows side by side; takes no transaction, as the classifier reads every text."""
    before, now = samples.reference, samples.recent
    finding = Finding(samples.model, samples.taken_at, before.window, now.window)
    if not finding.enough:
        return finding
    numbers = {
        aspect: tuple([number(v) for v in one.verdicts] for one in (before, now))
        for aspect, number in NUMBERS.items()
    }
    texts = [[text for text in one.texts if text] for one in (before, now)]  # what was erased says nothing
    if all(len(some) >= ENOUGH for some in texts):
        numbers[Aspect.WORDS] = tuple([1 - known for known in classifier.known(some)] for some in texts)
    shifts = [_of_numbers(aspect, *pair, sampling=sampling) for aspect, pair in numbers.items()]
    for aspect, sort in SORTS.items():
        pair = ([sort(v) for v in one.verdicts] for one in (before, now))
        shifts.append(_of_sorts(aspect, *pair, sampling=sampling))
    return replace(finding, shifts=tuple(shifts))


def _sureness(verdict: Verdict) -> float:
    return max(verdict.intent_scores.values(), default=0.0)


def _emergency(verdict: Verdict) -> float:
    return verdict.intent_scores.get(Intent.EMERGENCY, 0.0)


def _hostility(verdict: Verdict) -> float:
    return max(verdict.hostility_scores.values(), default=0.0)


NUMBERS: dict[Aspect, Callable[[Verdict], float]] = {
    Aspect.SURENESS: _sureness,
    Aspect.EMERGENCY: _emergency,
    Aspect.HOSTILITY: _hostility,
}
SORTS: dict[Aspect, Callable[[Verdict], str]] = {
    Aspect.INTENT: lambda verdict: verdict.intent.value,
    Aspect.ABSTENTION: lambda verdict: "yes" if verdict.abstained else "",
    Aspect.LANGUAGE: lambda verdict: verdict.language,
}


def _sample(work: Work, window: Window, assessments: Sequence[Assessment]) -> Sample:
    ids = sorted({a.message_id for a in assessments})
    standing = {m.id: m for m in work.find(Message, id=ids)} if ids else {}
    texts = (standing[a.message_id].text for a in assessments)
    return Sample(window, tuple(a.verdict for a in assessments), tuple(texts))


def _of_numbers(aspect: Aspect, before: list[float], now: list[float], *, sampling: Sampling) -> Shift:
    """By bins that hold a tenth of the reference each; equal numbers fall into one bin."""
    cuts = sorted(set(quantiles(before, n=BINS, method="inclusive")))
    binned = ([bisect_left(cuts, number) for number in numbers] for numbers in (before, now))
    return Shift(aspect, *_index(*binned, sampling=sampling), fmean(before), fmean(now))


def _of_sorts(aspect: Aspect, before: list[str], now: list[str], *, sampling: Sampling) -> Shift:
    both = Counter([*before, *now])
    was, is_now = ([sort if both[sort] >= FEWEST else RARE for sort in sorts] for sorts in (before, now))
    shares = {
        sort: (was.count(sort) / len(was), is_now.count(sort) / len(is_now))
        for sort in sorted({*was, *is_now})
        if sort
    }
    moved = max(shares, key=lambda sort: abs(shares[sort][1] - shares[sort][0]), default="")
    return Shift(aspect, *_index(was, is_now, sampling=sampling), *shares.get(moved, (0.0, 0.0)), sort=moved)


def _index(
    before: Sequence[int | str], now: Sequence[int | str], *, sampling: Sampling
) -> tuple[float, float]:
    was, is_now = Counter(before), Counter(now)
    sorts = sorted({*was, *is_now}, key=str)
    index, by_chance = sampling.stability([was[one] for one in sorts], [is_now[one] for one in sorts])
    return round(index, 4), round(by_chance, 4)
