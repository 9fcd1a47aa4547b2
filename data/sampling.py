"""How sure a counted share is, and how far two samples lie apart."""

from collections.abc import Sequence

import numpy as np
from scipy.stats import binomtest, chi2

SURE, BY_CHANCE = 0.95, 0.001
EMPTY = 0.5  # an empty sort counts half a message, so that no logarithm runs away


def interval(found: int, of: int) -> tuple[float, float]:
    """The exact 95 % interval of a share (Clopper, Pearson 1934); [0, 1] where nothing was counted."""
    if not of:
        return 0.0, 1.0
    low, high = binomtest(found, of).proportion_ci(SURE, method="exact")
    return float(low), float(high)


def stability(before: Sequence[int], now: Sequence[int]) -> tuple[float, float]:
    """The population stability index of two rows of counts, and which one chance alone exceeds once in 1,000.

    Chance: the index over (1/n + 1/m) is about chi-squared with sorts - 1 degrees of freedom (Yurdakul and
    Naranjo 2020, Journal of Risk Model Validation 14/4). Sorts that neither sample has don't count.
    """
    counts = np.array([before, now], np.float64)
    counts = counts[:, counts.any(axis=0)]
    sorts = counts.shape[1]
    if sorts < 2 or not counts.any(axis=1).all():
        return 0.0, 0.0
    sizes = counts.sum(axis=1)
    was, is_now = (counts + EMPTY) / (sizes + EMPTY * sorts)[:, None]
    index = float(((is_now - was) * np.log(is_now / was)).sum())
    return index, float(chi2.ppf(1 - BY_CHANCE, sorts - 1) * (1 / sizes).sum())
