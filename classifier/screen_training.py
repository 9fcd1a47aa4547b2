"""Teaches the screen: ridge heads over hashed features, kept in whole steps; learns in seconds."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import Ridge

from classifier.features import Floats
from classifier.screen import BATCH, Screen
from classifier.screen_features import BUCKETS, Block, Matrix, blocks

TEXTS_NEEDED = 2
TELLING = 1.5
RIDGE = 300.0
STEPS = 127
EXACT_ENOUGH = 1e-3


def fit_screen(texts: Sequence[str], answers: Floats, counts: Floats | None = None) -> Screen:
    """Learn heads from what they should say of each text, -1 for no and 1 for yes (texts x heads).

    Anything between will do: a slower, better model's answers, also on texts that nobody labelled.
    `counts` is how often each text counts (texts; once where left out).
    """
    matrix = _matrix(texts)
    telling = _telling(matrix)
    known = np.flatnonzero(telling)
    weights, bias = np.zeros((BUCKETS, answers.shape[1])), answers.mean(axis=0)
    if len(known):
        scaled = matrix[:, known] @ _diagonal(telling[known])
        machine = Ridge(alpha=RIDGE, solver="sparse_cg", tol=EXACT_ENOUGH)
        machine.fit(scaled, answers, sample_weight=counts)
        weights[known] = machine.coef_.reshape(-1, len(known)).T * telling[known, None]
        bias = np.atleast_1d(machine.intercept_)
    return _in_steps(weights, bias)


def balanced(yes: NDArray[np.bool_]) -> Floats:
    """How often each text counts, so that yes and no weigh alike and the mean is 1."""
    share = np.clip(yes.mean(), 1e-9, 1 - 1e-9)
    counts: Floats = np.where(yes, 0.5 / share, 0.5 / (1 - share))
    return counts


def _matrix(texts: Sequence[str]) -> Matrix:
    """All features of all texts, texts x BUCKETS."""
    batches = (blocks(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH))
    rows = [sum(map(_joined, both[1:]), _joined(both[0])) for both in batches]
    return sparse.csr_array(sparse.vstack(rows)) if rows else sparse.csr_array((0, BUCKETS))


def _joined(block: Block) -> Matrix:
    return _diagonal(block.share) @ sum(block.matrices[1:], block.matrices[0])


def _diagonal(numbers: Floats) -> Matrix:
    return sparse.dia_array((numbers[None], [0]), shape=(len(numbers), len(numbers)))


def _telling(matrix: Matrix) -> Floats:
    """How telling each bucket is: the rarer, the more (buckets); 0 where fewer than two texts have it."""
    frequency = np.bincount(matrix.indices, minlength=BUCKETS)
    rare = np.log((1 + matrix.shape[0]) / (1 + frequency)) + 1
    telling: Floats = np.where(frequency >= TEXTS_NEEDED, rare**TELLING, 0.0)
    return telling


def _in_steps(weights: Floats, bias: Floats) -> Screen:
    """Every head's largest weight is 127 steps."""
    worth = np.maximum(np.abs(weights).max(axis=0, initial=0), 1e-12) / STEPS
    return Screen(np.rint(weights / worth).astype(np.int32), worth, np.asarray(bias, np.float64))
