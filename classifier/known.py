"""Texts in numbers, labels unseen: words, public machines, directions of meaning, the encoder's answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.svm import LinearSVC

from classifier import encoder
from classifier.corpus import PublicTask
from classifier.features import BUCKETS, Columns, Floats, Matrix, Numbers, find, weigh
from classifier.model import HEADS
from classifier.nearness import Space
from classifier.nearness_training import learn_space, places_of
from classifier.normalise import Reading, read
from classifier.screen import Screen
from classifier.text import Text

SEED = 110
BATCH = 512
WRITERS_NEEDED = 2
PUBLIC_TEXTS_NEEDED = 20
PUBLIC_STRENGTH = 0.1
MEANING_SHARE, SECOND_SHARE, PUBLIC_SHARE = 3.0, 5.0, 0.05
REACH, SECOND_REACH = 3.0, 1.0
SECOND_DIRECTIONS = 64


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
    """The texts that are learnt from, in numbers: words (texts x columns), places in either look's space; and
    the screen, which learns from examples alone, never from corrections."""

    screen: Screen
    ground: Ground
    matrix: Matrix
    places: Floats
    second_places: Floats


@dataclass(frozen=True, slots=True)
class Evidence:
    """Texts in numbers: the screen's margins (texts x HEADS), how alike they are to each text that is learnt
    from, in the first and in the second look (texts x learnt), what the second look's encoder answers (texts
    x HEADS), and signals (texts x signals).

    The first of the texts are those that are learnt from, in the same order.
    """

    screen: Floats
    alike: Floats
    second_alike: Floats
    answers: Floats
    signals: Floats

    def of(self, texts: Numbers, learnt: Numbers) -> "Evidence":
        """The same of some texts, by some of the learnt ones."""
        part = np.ix_(texts, learnt)
        return Evidence(
            screen=self.screen[texts],
            alike=self.alike[part],
            second_alike=self.second_alike[part],
            answers=self.answers[texts],
            signals=self.signals[texts],
        )

    def rows(self, texts: Numbers) -> "Evidence":
        """The same of some texts."""
        return self.of(texts, np.arange(self.alike.shape[1]))


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
    texts: Sequence[Text],
    seconds: Floats,
    writers: NDArray[np.int64],
    tasks: Sequence[PublicTask],
    screen: Screen,
) -> Known:
    """Put the texts that are learnt from into numbers, with their second looks; labels are not looked at."""
    readings, views = [text.reading for text in texts], np.array([text.views for text in texts])
    public_readings = {text: read(text) for task in tasks for text in task.texts}
    columns = choose_columns(readings, writers, list(public_readings.values()))
    matrix, space = matrix_of(columns, readings), learn_space(views)
    second_space = learn_space(seconds, SECOND_DIRECTIONS)
    public = learn_from_public(columns, tasks, public_readings, matrix)
    ground = Ground(columns, public, space, second_space)
    return Known(screen, ground, matrix, places_of(space, views), places_of(second_space, seconds))


def evidence(known: Known, texts: Sequence[Text], seconds: Floats) -> Evidence:
    """Hold texts, with their second looks, against those that are learnt from; the texts begin with these."""
    ground = known.ground
    matrix = matrix_of(ground.columns, [text.reading for text in texts])
    places = places_of(ground.space, np.array([text.views for text in texts]))
    second_places = places_of(ground.second_space, seconds)
    helped, theirs = ground.public.margins(matrix), ground.public.margins(known.matrix)
    words = (matrix @ known.matrix.T).toarray() + PUBLIC_SHARE * helped @ theirs.T
    near = rbf_kernel(second_places, known.second_places, gamma=1 / SECOND_REACH)
    return Evidence(
        screen=known.screen.scores([text.original for text in texts]),
        alike=words + MEANING_SHARE * rbf_kernel(places, known.places, gamma=1 / REACH),
        second_alike=SECOND_SHARE * near,
        answers=np.array([encoder.tuned().answers(second)[:HEADS] for second in seconds]),
        signals=np.array([text.signals for text in texts]),
    )
