"""Trains the schemes' heads, each on its set's training part, and measures them by cross-validation."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from classifier import encoder, scheme_archive
from classifier.comparison import Comparison, compare
from classifier.corpus import GAHD, GERMEVAL, read_set
from classifier.features import Floats, Numbers
from classifier.known import DIRECTIONS, MEANING_SHARE, REACH, SEED, choose_columns, matrix_of
from classifier.nearness import Neighbours
from classifier.nearness_training import learn_space, places_of
from classifier.parts import left_out
from classifier.schemes import FOLDER, SCHEMES, Scheme, Sorter
from classifier.text import Text, take_in_all

FOLDS = 5
RIDGE = 0.5
# The larger the set, the coarser its heads: all of them together must stay small in the repository.
TEXTS_TO_A_COLUMN, NUMBERS_KEPT = 1_200, 320_000
STRENGTHS = (0.003, 0.01, 0.1, 1.0)
WHOLE_SHARE = 0.3  # how much a text's whole embedding weighs beside the margins
FEW = 5_000  # of more texts whole embeddings take hours
LIFTS = (0.0, 0.25, 0.5, 0.75, 1.0)

TUNED_ON = (GERMEVAL, GAHD)

Single = NDArray[np.float32]
Folds = list[tuple[Numbers, Numbers]]


@dataclass(frozen=True, slots=True)
class SchemeReport:
    """How a scheme's heads do on texts they did not see, and bytes on disk."""

    figures: Comparison
    size: int


def train_schemes(
    data_dir: Path, out: Path = FOLDER, names: Sequence[str] = tuple(SCHEMES)
) -> dict[str, SchemeReport]:
    """Train, measure and store the named schemes; raises Refused where a set is missing."""
    return {name: _train(SCHEMES[name], data_dir, out) for name in names}


def _train(scheme: Scheme, data_dir: Path, out: Path) -> SchemeReport:
    rows = read_set(data_dir / scheme.file)
    labels = sorted({row[scheme.column] for row in rows})
    truth = np.array([labels.index(row[scheme.column]) for row in rows])
    texts = take_in_all(row["text"] for row in rows)
    tuned_on = scheme.file in TUNED_ON
    asked = np.flatnonzero([not tuned_on or left_out(text.original) for text in texts])
    sorter, said = _fit(texts, truth, labels, asked, tuned_on=tuned_on)
    figures = compare([labels[n] for n in truth[asked]], [labels[n] for n in said])
    facts = {
        "texts": len(rows),
        "measured": len(asked),
        "macro_f1": figures.macro_f1,
        "interval": figures.interval,
    }
    return SchemeReport(figures, scheme_archive.keep(scheme, sorter, facts, out))


def _fit(
    texts: Sequence[Text], truth: Numbers, labels: list[str], asked: Numbers, *, tuned_on: bool
) -> tuple[Sorter, Numbers]:
    """The heads, and what heads that had not seen a text say of it (the texts `asked`).

    The last step learns only from texts that the encoder was not tuned on; where it was tuned on the set, how
    near a text lies to others in meaning says too much of these, and words alone tell what is alike. There
    the encoder's answers say most; of a small set that it never saw, its whole embeddings do.
    """
    readings, meanings = [text.reading for text in texts], np.array([text.meaning for text in texts])
    columns = choose_columns(readings, np.arange(len(texts)), [], max(2, len(texts) // TEXTS_TO_A_COLUMN))
    matrix = matrix_of(columns, readings)
    space = learn_space(meanings, min(DIRECTIONS, NUMBERS_KEPT // len(texts)))
    places = places_of(space, meanings)
    gram: Single = (matrix @ matrix.T).astype(np.float32).toarray()
    if not tuned_on:
        gram += MEANING_SHARE * rbf_kernel(places.astype(np.float32), gamma=1 / REACH)
    answers = np.where(truth[:, None] == np.arange(len(labels)), 1.0, -1.0).astype(np.float32)
    splits = list(StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(truth, truth))
    margins = _out_of_fold(gram, answers, splits)[asked]
    whole = not tuned_on and len(texts) <= FEW
    view = _whole(meanings[asked]) if whole else _answers(meanings[asked])
    step, said = _last(margins, meanings[asked], view, truth[asked], _within(splits, asked))
    middle = answers.mean(axis=0)
    pulls = _ridge(gram, answers - middle) @ step.margins
    few = 0 if tuned_on else len(texts)
    near = Neighbours(space, places[:few], MEANING_SHARE * pulls[:few], REACH)
    bias = middle @ step.margins + step.bias
    return Sorter(labels, columns, matrix.T @ pulls, bias, near, step.looked), said


def _within(splits: Folds, asked: Numbers) -> Folds:
    """The same folds of some texts, numbered as these stand among themselves."""
    own = [np.flatnonzero(np.isin(asked, unseen)) for _, unseen in splits]
    return [(np.setdiff1d(np.arange(len(asked)), unseen), unseen) for unseen in own]


@dataclass(frozen=True, slots=True)
class _Step:
    """The last step: weights of margins (labels x labels) and of the second look (WIDTH x labels), bias."""

    margins: Floats
    looked: Floats
    bias: Floats


View = tuple[
    Floats, Floats
]  # weights (WIDTH x numbers) and bias (numbers): what of an embedding is looked at


def _answers(looked: Floats) -> View:
    """What the encoder's heads say, evenly spread over these texts."""
    tuned = encoder.tuned()
    scale = (looked @ tuned.weights + tuned.bias).std(axis=0)
    return tuned.weights / scale, tuned.bias / scale


def _whole(looked: Floats) -> View:
    """All of the embedding, evenly spread over these texts."""
    scale = WHOLE_SHARE / looked.std(axis=0)
    return np.diag(scale), -looked.mean(axis=0) * scale


def _last(
    margins: Floats, looked: Floats, view: View, truth: Numbers, splits: Folds
) -> tuple[_Step, Numbers]:
    """Strength and lift of rare labels by which macro F1 gains most unseen, and what it then says unseen."""
    share = np.bincount(truth) / len(truth)
    weights, bias = view
    inputs = np.hstack([margins / margins.std(axis=0), looked @ weights + bias])
    tried = []
    for lift in LIFTS:
        of_labels = dict(enumerate(share**-lift))
        for strength in STRENGTHS:
            last = LogisticRegression(C=strength, class_weight=of_labels, max_iter=3_000)
            said = cross_val_predict(last, inputs, truth, cv=splits)
            tried.append((f1_score(truth, said, average="macro"), lift, strength, last, said))
    *_, last, said = max(tried, key=lambda one: one[:3])
    mix, own = _softmax(last.fit(inputs, truth))
    count = margins.shape[1]
    heads = mix[count:]
    return _Step(mix[:count] / margins.std(axis=0)[:, None], weights @ heads, own + bias @ heads), said


def _ridge(gram: Single, answers: Single) -> Floats:
    pulls: Floats = KernelRidge(alpha=RIDGE, kernel="precomputed").fit(gram, answers).dual_coef_
    return pulls.astype(np.float64)


def _out_of_fold(gram: Single, answers: Single, folds: Folds) -> Floats:
    margins = np.zeros(answers.shape)
    for seen, unseen in folds:
        middle = answers[seen].mean(axis=0)
        pulls = _ridge(gram[np.ix_(seen, seen)], answers[seen] - middle)
        margins[unseen] = gram[np.ix_(unseen, seen)] @ pulls + middle
    return margins


def _softmax(machine: LogisticRegression) -> tuple[Floats, Floats]:
    """The machine as one column a label, also where it has one column for two labels."""
    if len(machine.coef_) > 1:
        return machine.coef_.T, machine.intercept_
    zero = np.zeros_like(machine.coef_)
    return np.vstack([zero, machine.coef_]).T, np.concatenate([[0.0], machine.intercept_])
