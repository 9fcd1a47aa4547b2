"""Learning either look's heads: one ridge machine over a text's numbers."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import Ridge
from sklearn.model_selection import GroupKFold

from classifier.corpus import Example
from classifier.features import Floats, Matrix
from classifier.known import SEED
from classifier.model import HEADS, HOSTILE, HOSTILITIES, HOSTILITY, INTENTS, TARGET, TARGETS

Rows = NDArray[np.int64]

FOLDS = 6
RIDGE = 1.0
EXACT_ENOUGH = 1e-4


@dataclass(frozen=True, slots=True)
class Labels:
    """The answers: intent and target numbers (texts), hostility (texts x labels), writers' numbers."""

    intent: NDArray[np.int64]
    hostility: NDArray[np.bool_]
    target: NDArray[np.int64]
    writer: NDArray[np.int64]

    def take(self, rows: Rows) -> "Labels":
        """The answers of some texts."""
        return Labels(self.intent[rows], self.hostility[rows], self.target[rows], self.writer[rows])

    def answers(self) -> Floats:
        """What each head should say, 1 or -1 (texts x heads)."""
        said = np.zeros((len(self.intent), HEADS), bool)
        rows = np.arange(len(self.intent))
        said[rows, self.intent] = True
        said[:, HOSTILITY] = self.hostility
        said[:, HOSTILE] = self.hostility.any(axis=1)
        said[rows, TARGET.start + self.target] = True
        return np.where(said, 1.0, -1.0)


@dataclass(frozen=True, slots=True)
class Heads:
    """Weights (numbers x heads) and bias (heads)."""

    weights: Floats
    bias: Floats

    def margins(self, texts: Matrix | Floats) -> Floats:
        """Margins of texts (texts x numbers)."""
        margins: Floats = texts @ self.weights + self.bias
        return margins


def labels_of(examples: Sequence[Example]) -> Labels:
    """The examples' labels as numbers."""
    writers = {group: number for number, group in enumerate(sorted({e.group for e in examples}))}
    return Labels(
        np.array([INTENTS.index(e.intent) for e in examples]),
        np.array([[h in e.hostility for h in HOSTILITIES] for e in examples]),
        np.array([TARGETS.index(e.target) for e in examples]),
        np.array([writers[e.group] for e in examples]),
    )


def fit_heads(texts: Matrix | Floats, labels: Labels) -> Heads:
    """All heads, uncalibrated, from the learnt texts (texts x numbers)."""
    answers = labels.answers()
    middle = answers.mean(axis=0)
    solver = "sparse_cg" if sparse.issparse(texts) else "cholesky"
    machine = Ridge(alpha=RIDGE, fit_intercept=False, solver=solver, tol=EXACT_ENOUGH)
    return Heads(machine.fit(texts, answers - middle).coef_.T, middle)


def out_of_fold(texts: Matrix, labels: Labels) -> Floats:
    """Margins of every learnt text from heads that never saw its writer."""
    margins = np.zeros((texts.shape[0], HEADS))
    shares = folds(labels)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda share: _unseen(texts, labels, *share), shares)
        for (_, unseen), some in zip(shares, found, strict=True):
            margins[unseen] = some
    return margins


def _unseen(texts: Matrix, labels: Labels, seen: Rows, unseen: Rows) -> Floats:
    return fit_heads(texts[seen], labels.take(seen)).margins(texts[unseen])


def folds(labels: Labels) -> list[tuple[Rows, Rows]]:
    """Rows to learn from and rows to be asked, no writer in both."""
    count = min(FOLDS, len(np.unique(labels.writer)))
    split = GroupKFold(count, shuffle=True, random_state=SEED)
    return list(split.split(labels.intent, groups=labels.writer))
