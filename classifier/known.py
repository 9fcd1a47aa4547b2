"""Texts in numbers, labels unseen: words, public machines, directions of meaning, the encoder's answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.svm import LinearSVC

from classifier import encoder
from classifier.corpus import PublicTask
from classifier.features import BUCKETS, Columns, Floats, Matrix, Numbers, find, weigh
from classifier.model import HEADS
from classifier.nearness import Space
from classifier.nearness_training import Landmarks, learn_space, places_of, set_landmarks
from classifier.normalise import Reading, read
from classifier.screen import Screen
from classifier.text import Text

SEED = 110
BATCH = 512
WRITERS_NEEDED = 4
PUBLIC_TEXTS_NEEDED = 20
PUBLIC_STRENGTH = 0.1
MEANING_SHARE, PUBLIC_SHARE = 5.0, 0.05
REACH, DIRECTIONS = 1.0, 64


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
    """What is learnt without looking at our labels: known columns, public machines, directions of meaning and
    landmarks among the places there."""

    columns: Columns
    public: Linear
    space: Space
    landmarks: Landmarks


@dataclass(frozen=True, slots=True)
class Known:
    """The ground, and the screen, which learns from examples alone, never from corrections."""

    screen: Screen
    ground: Ground


@dataclass(frozen=True, slots=True)
class Evidence:
    """Texts in numbers: the screen's margins (texts x HEADS), words (texts x columns, then what the public
    machines say), how near they are in meaning (texts x landmarks), what the encoder answers (texts x HEADS),
    and signals (texts x signals)."""

    screen: Floats
    words: Matrix
    near: Floats
    answers: Floats
    signals: Floats

    def of(self, texts: Numbers) -> "Evidence":
        """The same of some texts."""
        return Evidence(
            screen=self.screen[texts],
            words=self.words[texts],
            near=self.near[texts],
            answers=self.answers[texts],
            signals=self.signals[texts],
        )


def choose_columns(
    readings: Sequence[Reading],
    writers: NDArray[np.int64],
    public: Sequence[Reading],
    writers_needed: int = WRITERS_NEEDED,
) -> Columns:
    """Keep what at least four of our writers use, or twenty public texts; labels are not looked at."""
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
    texts: Sequence[Text],
    meanings: Floats,
    writers: NDArray[np.int64],
    tasks: Sequence[PublicTask],
    screen: Screen,
) -> Known:
    """Put the texts that are learnt from into numbers, with their meanings; labels are not looked at."""
    readings = [text.reading for text in texts]
    public_readings = {text: read(text) for task in tasks for text in task.texts}
    columns = choose_columns(readings, writers, list(public_readings.values()))
    space = learn_space(meanings, DIRECTIONS)
    public = learn_from_public(columns, tasks, public_readings, matrix_of(columns, readings))
    landmarks = set_landmarks(places_of(space, meanings), REACH, SEED)
    return Known(screen, Ground(columns, public, space, landmarks))


def evidence(known: Known, texts: Sequence[Text], meanings: Floats) -> Evidence:
    """Put texts, with their meanings, into numbers."""
    ground = known.ground
    matrix = matrix_of(ground.columns, [text.reading for text in texts])
    helped = PUBLIC_SHARE**0.5 * ground.public.margins(matrix)
    return Evidence(
        screen=known.screen.scores([text.original for text in texts]),
        words=sparse.csr_array(sparse.hstack([matrix, helped])),
        near=MEANING_SHARE**0.5 * ground.landmarks.near(places_of(ground.space, meanings)),
        answers=np.array([encoder.tuned().answers(one)[:HEADS] for one in meanings]),
        signals=np.array([text.signals for text in texts]),
    )
