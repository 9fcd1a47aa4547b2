"""Learning: one ridge machine over words and meaning, helped by what public sets teach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.kernel_ridge import KernelRidge
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

from classifier.corpus import Example, PublicTask
from classifier.features import BUCKETS, Columns, Floats, Numbers, find, weigh
from classifier.model import HEADS, HOSTILE, HOSTILITIES, HOSTILITY, INTENTS, TARGET, TARGETS
from classifier.nearness import Space, learn_space, places_of
from classifier.normalise import Reading, read
from classifier.text import Text
from classifier.views import second_look

SEED = 110
FOLDS = 6
BATCH = 512
WRITERS_NEEDED = 2
PUBLIC_TEXTS_NEEDED = 10
PUBLIC_STRENGTH = 0.1
RIDGE = 0.5
MEANING_SHARE, SECOND_SHARE, PUBLIC_SHARE = 3.0, 5.0, 0.05
REACH, SECOND_REACH = 3.0, 0.2

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
class Linear:
    """Weights (columns x heads) and bias (heads)."""

    weights: Floats
    bias: Floats

    def margins(self, matrix: Matrix) -> Floats:
        """Margins, texts x heads."""
        margins: Floats = matrix @ self.weights + self.bias
        return margins


@dataclass(frozen=True, slots=True)
class Ground:
    """What is learnt without looking at our labels: known columns, public machines, directions of meaning."""

    columns: Columns
    public: Linear
    space: Space
    second_space: Space


@dataclass(frozen=True, slots=True)
class Known:
    """The examples in numbers: words (texts x columns) and places in either look's meaning."""

    ground: Ground
    matrix: Matrix
    places: Floats
    second_places: Floats


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike texts are to examples, in the first look and in the second (texts x examples), and the texts'
    own signals (texts x signals)."""

    first: Floats
    second: Floats
    signals: Floats

    def among(self, texts: Numbers, examples: Numbers) -> "Alike":
        """The same of some texts to some examples."""
        part = np.ix_(texts, examples)
        return Alike(self.first[part], self.second[part], self.signals[texts])


@dataclass(frozen=True, slots=True)
class Heads:
    """What each example adds to the heads of a text as far as they are alike (examples x heads), and bias."""

    pulls: Floats
    bias: Floats

    def margins(self, alike: Floats) -> Floats:
        """Margins of texts that are so alike to the examples (texts x examples)."""
        margins: Floats = alike @ self.pulls + self.bias
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


def choose_columns(
    readings: Sequence[Reading],
    writers: NDArray[np.int64],
    public: Sequence[Reading],
    writers_needed: int = WRITERS_NEEDED,
) -> Columns:
    """Keep what at least two of our writers use, or ten public texts; labels are not looked at."""
    rows, buckets = _seen(readings)
    ours = np.bincount(np.unique(rows * BUCKETS + buckets) % BUCKETS, minlength=BUCKETS)
    by_writer = np.bincount(np.unique(writers[rows] * BUCKETS + buckets) % BUCKETS, minlength=BUCKETS)
    rows, buckets = _seen(public)
    theirs = np.bincount(np.unique(rows * BUCKETS + buckets) % BUCKETS, minlength=BUCKETS)
    kept = np.flatnonzero((by_writer >= writers_needed) | (theirs >= PUBLIC_TEXTS_NEEDED))
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


def learn_from_public(
    columns: Columns, tasks: Sequence[PublicTask], readings: Mapping[str, Reading], ours: Matrix
) -> Linear:
    """One machine a public question, scaled to spread evenly over our examples."""
    matrices: dict[int, Matrix] = {}
    machines = []
    for task in tasks:
        key = id(task.texts)
        if key not in matrices:
            matrices[key] = matrix_of(columns, [readings[text] for text in task.texts])
        machine = LinearSVC(C=PUBLIC_STRENGTH, class_weight="balanced", random_state=SEED)
        machines.append(machine.fit(matrices[key], task.answers))
    learnt = Linear(
        np.hstack([m.coef_.T for m in machines]), np.concatenate([m.intercept_ for m in machines])
    )
    margins = learnt.margins(ours)
    spread = margins.std(axis=0)
    return Linear(learnt.weights / spread, (learnt.bias - margins.mean(axis=0)) / spread)


def get_to_know(
    texts: Sequence[Text], writers: NDArray[np.int64], tasks: Sequence[PublicTask]
) -> tuple[Known, Alike]:
    """Put the examples into numbers, and hold each against each; labels are not looked at."""
    readings, views = [text.reading for text in texts], np.array([text.views for text in texts])
    seconds = np.array([second_look(text.original) for text in texts])
    public_readings = {text: read(text) for task in tasks for text in task.texts}
    columns = choose_columns(readings, writers, list(public_readings.values()))
    matrix, space, second_space = matrix_of(columns, readings), learn_space(views), learn_space(seconds)
    public = learn_from_public(columns, tasks, public_readings, matrix)
    ground = Ground(columns, public, space, second_space)
    known = Known(ground, matrix, places_of(space, views), places_of(second_space, seconds))
    return known, _alike(known, np.array([text.signals for text in texts]))


def _alike(known: Known, signals: Floats) -> Alike:
    helped = known.ground.public.margins(known.matrix)
    words = (known.matrix @ known.matrix.T).toarray() + PUBLIC_SHARE * helped @ helped.T
    return Alike(
        first=words + MEANING_SHARE * rbf_kernel(known.places, gamma=1 / REACH),
        second=SECOND_SHARE * rbf_kernel(known.second_places, gamma=1 / SECOND_REACH),
        signals=signals,
    )


def fit_heads(gram: Floats, labels: Labels) -> Heads:
    """All heads of one look at once, uncalibrated; `gram` says how alike any two examples are."""
    answers = labels.answers()
    middle = answers.mean(axis=0)
    machine = KernelRidge(alpha=RIDGE, kernel="precomputed").fit(gram, answers - middle)
    return Heads(machine.dual_coef_, middle)


def out_of_fold(gram: Floats, labels: Labels) -> Floats:
    """Margins of every example from heads that never saw its writer."""
    margins = np.zeros((len(gram), HEADS))
    for seen, unseen in folds(labels):
        heads = fit_heads(gram[np.ix_(seen, seen)], labels.take(seen))
        margins[unseen] = heads.margins(gram[np.ix_(unseen, seen)])
    return margins


def folds(labels: Labels) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Rows to learn from and rows to be asked, no writer in both."""
    count = min(FOLDS, len(np.unique(labels.writer)))
    split = GroupKFold(count, shuffle=True, random_state=SEED)
    return list(split.split(labels.intent, groups=labels.writer))
