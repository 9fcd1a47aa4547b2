"""Whether a percentage keeps its word: what was said beside what came true, label by label."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from casework.labels import Hostility, Intent
from classifier.corpus import Example
from classifier.judge import Judgement

BINS = 10

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Curve = list[tuple[float, float, int]]  # a bin: mean of what was said, share that came true, texts
Chances = dict[str, tuple[Floats, Bools]]  # label: the probability of each text, and whether it came true


def chances_of(examples: Sequence[Example], judged: Sequence[Judgement]) -> Chances:
    """The best intent's score, each intent's and each hostility's, against the labels."""
    best = [max(j.intent_scores.items(), key=lambda item: item[1]) for j in judged]
    right = [intent is e.intent for e, (intent, _) in zip(examples, best, strict=True)]
    return {
        "intent": _arrays([score for _, score in best], right),
        **{
            one.value: _arrays([j.intent_scores[one] for j in judged], [e.intent is one for e in examples])
            for one in Intent
        },
        **{
            h.value: _arrays([j.hostility_scores[h] for j in judged], [h in e.hostility for e in examples])
            for h in Hostility
        },
    }


def curves(found: Chances) -> dict[str, Curve]:
    """Each label's reliability diagram; a bin without texts has no point."""
    return {label: curve(chances, true) for label, (chances, true) in found.items()}


def curve(chances: Floats, true: Bools) -> Curve:
    """Ten bins of equal width, those with texts."""
    count, mean, share = _binned(chances, true)
    return [
        (round(float(mean[n]), 4), round(float(share[n]), 4), int(count[n])) for n in np.flatnonzero(count)
    ]


def expected_calibration_error(chances: Floats, true: Bools) -> float:
    """Mean gap between probability said and share that came true, over the same bins, by their size."""
    count, mean, share = _binned(chances, true)
    return round(float((count * np.abs(mean - share)).sum() / max(count.sum(), 1)), 4)


def _binned(chances: Floats, true: Bools) -> tuple[NDArray[np.int64], Floats, Floats]:
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    count = np.bincount(bins, minlength=BINS)
    sizes = np.maximum(count, 1)
    summed, came = np.bincount(bins, chances, minlength=BINS), np.bincount(bins, true, minlength=BINS)
    return count, summed / sizes, came / sizes


def _arrays(chances: Sequence[float], true: Sequence[bool]) -> tuple[Floats, Bools]:
    return np.array(chances, np.float64), np.array(true, bool)
