"""Old against new on the same unseen texts: what got better, what got worse, may the new one take over."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from classifier.corpus import Example
from classifier.fairness import false_alarms
from classifier.features import Floats
from classifier.figures import Figures, measure
from classifier.judge import Judgement
from classifier.yardsticks import FIGURES, HARMLESS, LESS_IS_BETTER, MAIN, Figure

SEED = 110
RESAMPLES = 1_000
SURE = 95.0
TOLERATED = 0.01  # so much may a main figure fall on the written examples
TELLING = 60  # of fewer texts so small a fall tells nothing: there it must be surely no chance
LEAST_TEXTS = 20  # of fewer texts that truly carry a label, its figure says nothing
DESK = "desk-"  # how the author groups of corrections begin
ALL, WRITTEN, CORRECTED = "all", "written examples", "corrections"
DECISIVE = (ALL, WRITTEN, CORRECTED)
MENTION = "mention of "  # how the groups of people begin

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure in [0, 1] before and after, on one group of texts; [low, high] holds `after - before`.

    `texts` truly carry the label; `better` and `worse` mean that the interval does not hold 0.
    """

    figure: str
    group: str
    texts: int
    before: float
    after: float
    low: float
    high: float
    better: bool
    worse: bool

    def __str__(self) -> str:
        """One line for people."""
        return (
            f"{self.figure} ({self.group}, {self.texts} texts): {self.before:.3f} -> {self.after:.3f}, "
            f"by {self.low:+.3f} to {self.high:+.3f}"
        )


@dataclass(frozen=True, slots=True)
class Contest:
    """Both models' figures on the same texts of writers that neither learnt from, and what follows."""

    texts: int
    writers: int
    before: Figures
    after: Figures
    differences: tuple[Difference, ...]
    promoted: bool
    reasons: tuple[str, ...]

    @property
    def decisive(self) -> list[Difference]:
        """The main figures, on all texts and by source."""
        return [one for one in self.differences if one.figure in MAIN and one.group in DECISIVE]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A figure before and after on one group, as seen and (shares: resamples) with writers drawn anew."""

    figure: Figure
    group: str
    texts: int
    before: Floats
    after: Floats

    @property
    def gains(self) -> Floats:
        """After minus before in each resample."""
        gains: Floats = self.after[1:] - self.before[1:]
        return gains


def compare(
    examples: Sequence[Example], before: Sequence[Judgement], after: Sequence[Judgement], mentions: int = 0
) -> Contest:
    """Hold old and new judgements of the same texts against the labels: figure by figure, group by group.

    The last `mentions` texts are harmless mentions of groups: on them false alarms are counted, nothing else.

    Writers are drawn with replacement, not texts: one writer's texts stand or fall together. Main figures
    have an interval of 95 % each on all texts and by source; the many others share one of 95 % (widened by
    the largest deviation among them), lest one of them condemn or praise by chance. The new model is promoted
    if a main figure got better on all texts or on the corrections, no figure got worse anywhere, and no main
    figure fell by more than a hundredth on the written examples (where they are enough to tell): wrong
    corrections agree with themselves.
    """
    drawn = list(_draw(examples, before, after, mentions))
    decisive = [one for one in drawn if _is_decisive(one)]
    others = [one for one in drawn if not _is_decisive(one)]
    found = [_difference(one, *_own_interval(one)) for one in decisive]
    wide = _width(others)
    found += [_difference(one, *_shared_interval(one, wide)) for one in others]
    promoted, reasons = _decide(found)
    asked = examples[: len(examples) - mentions]
    return Contest(
        texts=len(asked),
        writers=len({example.group for example in asked}),
        before=_measured(examples, before, len(asked)),
        after=_measured(examples, after, len(asked)),
        differences=tuple(found),
        promoted=promoted,
        reasons=reasons,
    )


def groups(examples: Sequence[Example], mentions: int = 0) -> dict[str, Bools]:
    """Which texts belong to which group: all, each source, each language, each group of people mentioned."""
    asked = np.arange(len(examples)) < len(examples) - mentions
    desk = np.array([example.group.startswith(DESK) for example in examples], bool)
    spoken = np.array([example.lang for example in examples])
    by_language = {str(lang): np.asarray(asked & (spoken == lang)) for lang in np.unique(spoken)}
    named = sorted({group for example in examples for group in example.mentions})
    by_mention = {
        MENTION + name: np.array([name in example.mentions for example in examples], bool) for name in named
    }
    return {ALL: asked, WRITTEN: asked & ~desk, CORRECTED: desk, **by_language, **by_mention}


def _measured(examples: Sequence[Example], judged: Sequence[Judgement], asked: int) -> Figures:
    figures = measure(examples[:asked], judged[:asked])
    return replace(figures, false_alarms=false_alarms(examples, judged))


def _draw(
    examples: Sequence[Example], before: Sequence[Judgement], after: Sequence[Judgement], mentions: int
) -> Iterator[_Drawn]:
    counted = _counts([example.group for example in examples])
    for group, rows in groups(examples, mentions).items():
        here = counted[:, rows]
        for figure in (HARMLESS,) if group.startswith(MENTION) else FIGURES:
            true = _said(examples, [is_so for is_so, _ in figure.columns])[rows]
            present = true.any(axis=0)
            texts = int(true.any(axis=1).sum())
            if texts >= LEAST_TEXTS:
                said = [says for _, says in figure.columns]
                old, new = (
                    _share(figure.kind, here, true[:, present], _said(judged, said)[rows][:, present])
                    for judged in (before, after)
                )
                yield _Drawn(figure, group, texts, old, new)


def _counts(writers: Sequence[str]) -> Floats:
    """How often each text counts in each resample (resamples x texts); in the first row each counts once."""
    names, writer = np.unique(np.array(writers), return_inverse=True)
    evenly = np.full(len(names), 1 / len(names))
    often = np.random.default_rng(SEED).multinomial(len(names), evenly, RESAMPLES)
    return np.vstack([np.ones(len(writer)), often[:, writer]])


def _share(kind: str, counted: Floats, true: Bools, said: Bools) -> Floats:
    """The figure in each resample: counted is resamples x texts, true and said are texts x columns."""
    both, truly, named = (counted @ hits.astype(float) for hits in (true & said, true, said))
    among = {"recall": truly, "precision": named, "f1": (truly + named) / 2}[kind]
    mean: Floats = (both / np.maximum(among, 0.5)).mean(axis=1)
    return mean


def _own_interval(one: _Drawn) -> tuple[float, float]:
    low, high = np.percentile(one.gains, [(100 - SURE) / 2, (100 + SURE) / 2])
    return float(low), float(high)


def _shared_interval(one: _Drawn, width: float) -> tuple[float, float]:
    gain, spread = float(one.after[0] - one.before[0]), float(one.gains.std())
    return gain - width * spread, gain + width * spread


def _width(many: Sequence[_Drawn]) -> float:
    """How many standard deviations all of them stay within at once, in 95 % of the resamples."""
    moving = [one.gains for one in many if one.gains.std() > 0]
    if not moving:
        return 0.0
    apart = [np.abs(gains - gains.mean()) / gains.std() for gains in moving]
    return float(np.percentile(np.max(apart, axis=0), SURE))


def _is_decisive(one: _Drawn) -> bool:
    return one.figure.main and one.group in DECISIVE


def _difference(one: _Drawn, low: float, high: float) -> Difference:
    rose, fell = low > 0, high < 0
    return Difference(
        figure=one.figure.name,
        group=one.group,
        texts=one.texts,
        before=round(float(one.before[0]), 4),
        after=round(float(one.after[0]), 4),
        low=round(low, 4) + 0.0,  # never -0.0: not every store keeps it
        high=round(high, 4) + 0.0,
        better=fell if one.figure.less else rose,
        worse=rose if one.figure.less else fell,
    )


def _decide(found: Sequence[Difference]) -> tuple[bool, tuple[str, ...]]:
    lost = [f"worse: {one}" for one in found if one.worse]
    lost += [f"lower, if perhaps by chance: {one}" for one in found if _slipped(one) and not one.worse]
    if lost:
        return False, tuple(lost)
    better = [one for one in found if one.better and one.figure in MAIN and one.group in (ALL, CORRECTED)]
    if not better:
        return False, ("no main figure is surely better, on all texts or on the corrections",)
    return True, tuple(f"better: {one}" for one in better)


def _slipped(one: Difference) -> bool:
    """Whether a main figure fell on the written examples by more than is tolerated."""
    loss = one.after - one.before if one.figure in LESS_IS_BETTER else one.before - one.after
    return one.figure in MAIN and one.group == WRITTEN and one.texts >= TELLING and loss > TOLERATED


def _said(judged: Sequence[object], columns: Sequence[Callable[..., bool]]) -> Bools:
    """Whether each text (rows) is so in each column."""
    return np.array([[is_so(one) for is_so in columns] for one in judged], bool)
