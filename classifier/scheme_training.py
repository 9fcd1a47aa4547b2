"""Trains the schemes' heads, each on its set's training part, and measures them by cross-validation."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from classifier import encoder, scheme_archive
from classifier.comparison import Comparison, compare
from classifier.corpus import read_set
from classifier.features import Floats, Numbers
from classifier.known import SEED, choose_columns, matrix_of
from classifier.meaning import meaning_of
from classifier.normalise import read
from classifier.parts import left_out
from classifier.schemes import FOLDER, SCHEMES, Scheme, Sorter

FOLDS = 5
RIDGE = 0.5
# The larger the set, the coarser its heads: all of them together must stay small in the repository.
TEXTS_TO_A_COLUMN = 1_200
STRENGTHS = (0.003, 0.01, 0.1, 1.0)
LIFTS = (0.0, 0.25, 0.5, 0.75, 1.0)
# Beside the encoder's own head: how much words count, and how much likelier the commonest label is than it
# seemed to the encoder, which saw it less often than there is of it.
WORDS_SHARES, LIKELIER = (0.0, 0.3, 0.6, 1.0), (0.0, 0.5, 1.0, 1.5)

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
    originals = [row["text"] for row in rows]
    asked = np.flatnonzero([left_out(one) for one in originals])
    sorter, said = _fit(originals, truth, labels, asked, scheme.head)
    figures = compare([labels[n] for n in truth[asked]], [labels[n] for n in said])
    facts = {
        "texts": len(rows),
        "measured": len(asked),
        "macro_f1": figures.macro_f1,
        "interval": figures.interval,
    }
    return SchemeReport(figures, scheme_archive.keep(scheme, sorter, facts, out))


def _fit(
    originals: Sequence[str], truth: Numbers, labels: list[str], asked: Numbers, head: str
) -> tuple[Sorter, Numbers]:
    """The heads, and what heads that had not seen a text say of it (the texts `asked`).

    The last step learns only from texts that the encoder was not tuned on (the texts `asked`): of the others
    its answers say too much.
    """
    readings = [read(one) for one in originals]
    columns = choose_columns(readings, np.arange(len(truth)), [], max(2, len(truth) // TEXTS_TO_A_COLUMN))
    matrix = matrix_of(columns, readings)
    gram: Single = (matrix @ matrix.T).astype(np.float32).toarray()
    answers = np.where(truth[:, None] == np.arange(len(labels)), 1.0, -1.0).astype(np.float32)
    splits = list(StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(truth, truth))
    margins = _out_of_fold(gram, answers, splits)[asked]
    looked = _meanings([originals[n] for n in asked])
    within = _within(splits, asked)
    if head:
        step, said = _own(margins, looked, truth[asked], within, _head(head, labels))
    else:
        step, said = _last(margins, looked, truth[asked], within)
    middle = answers.mean(axis=0)
    pulls = _ridge(gram, answers - middle) @ step.margins
    return Sorter(labels, columns, matrix.T @ pulls, middle @ step.margins + step.bias, step.looked), said


def _meanings(originals: Sequence[str]) -> Floats:
    """What each text means (texts x WIDTH), worked out on all processors."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return np.array(list(pool.map(lambda one: meaning_of(one, encoder.of_sets()), originals)))


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


def _last(margins: Floats, looked: Floats, truth: Numbers, splits: Folds) -> tuple[_Step, Numbers]:
    """Strength and lift of rare labels by which macro F1 gains most unseen, and what it then says unseen."""
    share = np.bincount(truth) / len(truth)
    tuned = encoder.of_sets()
    scale = (looked @ tuned.weights + tuned.bias).std(axis=0)
    weights, bias = tuned.weights / scale, tuned.bias / scale
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


Head = tuple[Floats, Floats]  # weights (WIDTH x labels) and bias (labels)


def _head(name: str, labels: list[str]) -> Head:
    """The encoder's own head for a set's labels, in their order here."""
    tuned, (at, names) = encoder.of_sets(), encoder.head_of_sets(name)
    order = [names.index(label) for label in labels]
    return tuned.weights[:, at][:, order], tuned.bias[at][order]


def _own(margins: Floats, looked: Floats, truth: Numbers, splits: Folds, head: Head) -> tuple[_Step, Numbers]:
    """The encoder's own head; picked are two numbers beside it, on four fifths for what is said unseen."""
    weights, bias = head
    even, common = 1 / margins.std(axis=0), np.eye(len(bias))[np.bincount(truth).argmax()]
    own = looked @ weights + bias
    ways = [(share, lift) for share in WORDS_SHARES for lift in LIKELIER]
    says = [(own + share * margins * even + lift * common).argmax(axis=1) for share, lift in ways]

    def best(rows: Numbers) -> int:
        scores = [f1_score(truth[rows], one[rows], average="macro") for one in says]
        return int(np.argmax(scores))

    said = np.empty_like(truth)
    for seen, unseen in splits:
        said[unseen] = says[best(seen)][unseen]
    share, lift = ways[best(np.arange(len(truth)))]
    return _Step(np.diag(share * even), weights, bias + lift * common), said


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
