"""The model: how words, neighbours in meaning and signals become log-odds, in a first and a second look."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, softmax

from casework.labels import Hostility, Intent, Target
from classifier.features import Columns, Floats, Weighed, weigh
from classifier.nearness import Neighbours
from classifier.text import Text
from classifier.views import second_look

INTENTS, HOSTILITIES, TARGETS = list(Intent), list(Hostility), list(Target)
EMERGENCY = INTENTS.index(Intent.EMERGENCY)
INTENT = slice(0, len(INTENTS))
HOSTILITY = slice(INTENT.stop, INTENT.stop + len(HOSTILITIES))
HOSTILE = HOSTILITY.stop
TARGET = slice(HOSTILE + 1, HOSTILE + 1 + len(TARGETS))
HEADS = TARGET.stop
DECIMALS = 6
# The first look settles what is surely harmless: on unseen writers the second would have changed nothing.
SURE_INTENT, HARDLY_EMERGENCY, HARDLY_HOSTILE = 0.70, 0.02, 0.20


@dataclass(frozen=True, slots=True)
class Scores:
    """Calibrated probabilities of a batch, one row a text; columns in the order of the labels.

    `hostile` is the probability of any hostility; `target` is meant for the case that there is some.
    """

    intent: Floats
    hostility: Floats
    hostile: Floats
    target: Floats


@dataclass(frozen=True, slots=True)
class Step:
    """The calibrated step from margins and signals (inputs) to log-odds: inputs x heads, and bias (heads)."""

    weights: Floats
    bias: Floats

    def odds(self, *inputs: Floats) -> Floats:
        """Log-odds, texts x heads; worked out row by row, so that a batch leaves no trace."""
        rows = np.hstack(inputs)
        odds: Floats = np.array([row @ self.weights for row in rows]).reshape(-1, HEADS) + self.bias
        return odds


@dataclass(frozen=True, slots=True)
class Looked:
    """A batch's words in numbers, its uncalibrated margins and its log-odds (texts x heads), and for each
    text what its margins add to the log-odds (heads x heads)."""

    weighed: Weighed
    margins: Floats
    odds: Floats
    mixes: list[Floats]


@dataclass(frozen=True, slots=True)
class Model:
    """Known columns and their weights (columns x heads), neighbours in either look's meaning, and what either
    look makes of them; heads are intents, hostilities, any hostility, targets."""

    columns: Columns
    weights: Floats
    bias: Floats
    neighbours: Neighbours
    second_neighbours: Neighbours
    first: Step
    second: Step

    def weigh(self, texts: Sequence[Text]) -> Weighed:
        """The words of a batch in numbers."""
        return weigh(self.columns, [text.reading for text in texts])

    def margins(self, weighed: Weighed, views: Sequence[Floats]) -> Floats:
        """What words and the first look's neighbours say, uncalibrated (texts x heads)."""
        margins: Floats = weighed.matrix @ self.weights + self.neighbours.margins(views) + self.bias
        return margins

    def look(self, texts: Sequence[Text]) -> Looked:
        """Judge a batch; only what the first look leaves open gets the second."""
        weighed = self.weigh(texts)
        margins = self.margins(weighed, [text.views for text in texts])
        signals = np.array([text.signals for text in texts])
        odds = self.first.odds(margins, signals)
        left = np.flatnonzero(~settled(odds)).tolist()
        more = self.second_neighbours.margins([second_look(texts[n].original) for n in left])
        odds[left] = self.second.odds(margins[left], more, signals[left])
        steps = [self.second if n in left else self.first for n in range(len(texts))]
        return Looked(weighed, margins, odds, [step.weights[:HEADS] for step in steps])


def settled(odds: Floats) -> NDArray[np.bool_]:
    """For which texts the first look's log-odds need no second one."""
    scores = scores_of(odds)
    sure = scores.intent.max(axis=1) >= SURE_INTENT
    harmless = (scores.intent[:, EMERGENCY] < HARDLY_EMERGENCY) & (scores.hostile < HARDLY_HOSTILE)
    return np.asarray(sure & harmless)


def scores_of(odds: Floats) -> Scores:
    """Probabilities, rounded so that no order of summation can show."""
    return Scores(
        intent=softmax(odds[:, INTENT], axis=1).round(DECIMALS),
        hostility=expit(odds[:, HOSTILITY]).round(DECIMALS),
        hostile=expit(odds[:, HOSTILE]).round(DECIMALS),
        target=softmax(odds[:, TARGET], axis=1).round(DECIMALS),
    )
