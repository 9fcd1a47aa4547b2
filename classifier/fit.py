"""Learning: linear machines on our examples, helped by what public sets teach."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

from classifier.corpus import Example, PublicTask
from classifier.features import BUCKETS, Columns, find, weigh
from classifier.model import HEADS, HOSTILITIES, INTENTS, TARGETS, Floats
from classifier.normalise import Reading, read

SEED = 110
FOLDS = 6
BATCH = 512
WRITERS_NEEDED = 2
PUBLIC_TEXTS_NEEDED = 10
STRENGTH, PUBLIC_STRENGTH = 0.3, 0.1
PUBLIC_SHARE = 0.15

Matrix: TypeAlias = Any  # scipy.sparse.csr_array, texts x columns; scipy ships no types


@dataclass(frozen=True, slots=True)
class Labels:
    """The answers: intent and target numbers (texts), hostility (texts x labels), writers' numbers."""

    intent: NDArray[np.int64]
    hostility: NDArray[np.bool_]
    target: NDArray[np.int64]
    writer: NDArray[np.int64]

    def take(self, rows: NDArray[np.int64]) -> "Labels":
        """The answers of some texts."""
        return Labels(self.intent[rows], self.hostility[rows], self.target[rows], self.writer[rows])


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights (columns x heads) and bias (heads)."""

    weights: Floats
    bias: Floats

    def margins(self, matrix: Matrix) -> Floats:
        """Margins, texts x heads."""
        margins: Floats = matrix @ self.weights + self.bias
        return margins

    def then(self, mix: Floats, bias: Floats) -> "Linear":
        """The same followed by another linear step: still one matrix."""
        return Linear(self.weights @ mix, self.bias @ mix + bias)


def labels_of(examples: Sequence[Example]) -> Labels:
    """The examples' labels as numbers."""
    writers = {group: number for number, group in enumerate(sorted({e.group for e in examples}))}
    return Labels(
        np.array([INTENTS.index(e.intent) for e in examples]),
        np.array([[h in e.hostility for h in HOSTILITIES] for e in examples]),
        np.array([TARGETS.index(e.target) for e in examples]),
        np.array([writers[e.group] for e in examples]),
    )


def choose_columns(
    readings: Sequence[Reading], writers: NDArray[np.int64], public: Sequence[Reading]
) -> Columns:
    """Keep what at least two of our writers use, or ten public texts; labels are not looked at."""
    rows, buckets = _seen(readings)
    ours = np.bincount(np.unique(rows * BUCKETS + buckets) % BUCKETS, minlength=BUCKETS)
    by_writer = np.bincount(np.unique(writers[rows] * BUCKETS + buckets) % BUCKETS, minlength=BUCKETS)
    rows, buckets = _seen(public)
    theirs = np.bincount(np.unique(rows * BUCKETS + buckets) % BUCKETS, minlength=BUCKETS)
    kept = np.flatnonzero((by_writer >= WRITERS_NEEDED) | (theirs >= PUBLIC_TEXTS_NEEDED))
    frequency = ours[kept] + theirs[kept] * len(readings) / max(len(public), 1)
    idf = np.log((1 + 2 * len(readings)) / (1 + frequency)) + 1
    return Columns(kept.astype(np.int32), idf.astype(np.float32))


def _seen(readings: Sequence[Reading]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    found = [(find(readings[at : at + BATCH]), at) for at in range(0, len(readings), BATCH)]
    rows = np.concatenate([np.empty(0, np.int64), *(one.row + at for one, at in found)])
    return rows, np.concatenate([np.empty(0, np.int64), *(one.bucket for one, _ in found)])


def matrix_of(columns: Columns, readings: Sequence[Reading]) -> Matrix:
    """All readings in numbers, texts x columns."""
    parts = [weigh(columns, readings[at : at + BATCH]).matrix for at in range(0, len(readings), BATCH)]
    return sparse.csr_array(sparse.vstack(parts))


def learn_from_public(columns: Columns, tasks: Sequence[PublicTask], ours: Matrix) -> Linear:
    """One machine a public question, scaled to spread evenly over our examples."""
    learnt = Linear(np.empty((len(columns.buckets), 0)), np.empty(0))
    matrices: dict[int, Matrix] = {}
    for task in tasks:
        key = id(task.texts)
        if key not in matrices:
            matrices[key] = matrix_of(columns, [read(text) for text in task.texts])
        one = _separate(matrices[key], np.array(task.answers), PUBLIC_STRENGTH)
        learnt = _beside(learnt, one)
    margins = learnt.margins(ours)
    spread = margins.std(axis=0)
    return learnt.then(np.diag(1 / spread), -margins.mean(axis=0) / spread)


def fit_heads(matrix: Matrix, public: Linear, labels: Labels) -> Linear:
    """All heads, uncalibrated; what the public machines say is a few more features, merged in the end."""
    widened = sparse.csr_array(sparse.hstack([matrix, PUBLIC_SHARE * public.margins(matrix)]))
    hostile = np.flatnonzero(labels.hostility.any(axis=1))
    heads = _one_against_rest(widened, labels.intent, len(INTENTS))
    for column in [*labels.hostility.T, labels.hostility.any(axis=1)]:
        heads = _beside(heads, _separate(widened, column, STRENGTH))
    heads = _beside(heads, _one_against_rest(widened[hostile], labels.target[hostile], len(TARGETS)))
    width = matrix.shape[1]
    borrowed = PUBLIC_SHARE * heads.weights[width:]
    return Linear(heads.weights[:width] + public.weights @ borrowed, heads.bias + public.bias @ borrowed)


def _one_against_rest(matrix: Matrix, answers: NDArray[np.int64], count: int) -> Linear:
    heads = [_separate(matrix, answers == one, STRENGTH) for one in range(count)]
    return Linear(np.hstack([h.weights for h in heads]), np.concatenate([h.bias for h in heads]))


def _separate(matrix: Matrix, answers: NDArray[np.bool_], strength: float) -> Linear:
    """One yes-or-no machine; a question with one answer only is answered so for ever."""
    if answers.all() or not answers.any():
        return Linear(np.zeros((matrix.shape[1], 1)), np.array([1.0 if answers.all() else -1.0]))
    machine = LinearSVC(C=strength, class_weight="balanced", random_state=SEED).fit(matrix, answers)
    return Linear(machine.coef_.T, machine.intercept_)


def _beside(left: Linear, right: Linear) -> Linear:
    return Linear(np.hstack([left.weights, right.weights]), np.concatenate([left.bias, right.bias]))


def out_of_fold(matrix: Matrix, public: Linear, labels: Labels) -> Floats:
    """Margins of every example from heads that never saw its writer."""
    margins = np.zeros((matrix.shape[0], HEADS))
    for seen, unseen in folds(labels):
        margins[unseen] = fit_heads(matrix[seen], public, labels.take(seen)).margins(matrix[unseen])
    return margins


def folds(labels: Labels) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Rows to learn from and rows to be asked, no writer in both."""
    count = min(FOLDS, len(np.unique(labels.writer)))
    split = GroupKFold(count, shuffle=True, random_state=SEED)
    return list(split.split(labels.intent, groups=labels.writer))
