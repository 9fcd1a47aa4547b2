"""Learning either look's heads: one ridge machine over how alike texts are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.kernel_ridge import KernelRidge
from sklearn.model_selection import GroupKFold

from classifier.corpus import Example
from classifier.features import Floats
from classifier.known import SEED
from classifier.model import HEADS, HOSTILE, HOSTILITIES, HOSTILITY, INTENTS, TARGET, TARGETS

FOLDS = 6
RIDGE = 0.5


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
class Heads:
    """What each learnt text adds to the heads of one that is alike (learnt x heads), and bias (heads)."""

    pulls: Floats
    bias: Floats

    def margins(self, alike: Floats) -> Floats:
        """Margins of texts that are so alike to the learnt ones (texts x learnt)."""
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


def fit_heads(gram: Floats, labels: Labels) -> Heads:
    """All heads at once, uncalibrated; `gram` says how alike any two of the learnt texts are."""
    answers = labels.answers()
    middle = answers.mean(axis=0)
    machine = KernelRidge(alpha=RIDGE, kernel="precomputed").fit(gram, answers - middle)
    return Heads(machine.dual_coef_, middle)


def out_of_fold(gram: Floats, labels: Labels) -> Floats:
    """Margins of every learnt text from heads that never saw its writer."""
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
