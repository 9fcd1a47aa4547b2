"""The model: a screen for all, then words, then meaning, each for what the one before leaves open."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, softmax

from casework.labels import Hostility, Intent, Target
from classifier import encoder
from classifier.features import Columns, Floats, Matrix, Weighed, weigh
from classifier.nearness import Neighbours
from classifier.screen import Screen
from classifier.signals import NAMES
from classifier.text import Text

INTENTS, HOSTILITIES, TARGETS = list(Intent), list(Hostility), list(Target)
EMERGENCY = INTENTS.index(Intent.EMERGENCY)
TIPS = [INTENTS.index(Intent.TIP), INTENTS.index(Intent.REPORT)]
INTENT = slice(0, len(INTENTS))
HOSTILITY = slice(INTENT.stop, INTENT.stop + len(HOSTILITIES))
HOSTILE = HOSTILITY.stop
TARGET = slice(HOSTILE + 1, HOSTILE + 1 + len(TARGETS))
HEADS = TARGET.stop
DECIMALS = 6
# What is surely harmless is settled without a closer look; the screen must be surer than the first look.
SURE_INTENT, HARDLY_EMERGENCY, HARDLY_HOSTILE = 0.70, 0.02, 0.20
ALARMED = NAMES.index("rang the safety net")
SCREEN_SURE, SCREEN_HARDLY_HOSTILE = 0.80, 0.10


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
    """A batch's words in numbers, its log-odds (texts x heads), which texts were looked at twice, and for
    each what its words' margins add to the log-odds (heads x heads)."""

    weighed: Weighed
    odds: Floats
    twice: NDArray[np.bool_]
    mixes: list[Floats]


@dataclass(frozen=True, slots=True)
class Model:
    """The screen, known columns and their weights (columns x heads), neighbours in meaning, and the step at
    the end of the screen and of either look; heads are intents, hostilities, any hostility, targets."""

    screen: Screen
    columns: Columns
    weights: Floats
    bias: Floats
    neighbours: Neighbours
    zeroth: Step
    first: Step
    second: Step

    def weigh(self, texts: Sequence[Text]) -> Weighed:
        """The words of a batch in numbers."""
        return weigh(self.columns, [text.reading for text in texts])

    def margins(self, words: Matrix) -> Floats:
        """What words (texts x columns) say, uncalibrated (texts x heads)."""
        margins: Floats = words @ self.weights + self.bias
        return margins

    def first_odds(self, margins: Floats, texts: Sequence[Text]) -> Floats:
        """Log-odds of texts by their words' margins alone (texts x heads)."""
        return self.first.odds(margins, np.array([text.signals for text in texts]))

    def second_odds(self, margins: Floats, texts: Sequence[Text]) -> Floats:
        """Log-odds of texts by their words' margins and by what they mean (texts x heads)."""
        meanings = [text.meaning for text in texts]
        answers = np.array([encoder.tuned().answers(one)[:HEADS] for one in meanings])
        signals = np.array([text.signals for text in texts])
        return self.second.odds(margins, self.neighbours.margins(meanings), answers, signals)

    def glance(self, originals: Sequence[str]) -> Scores:
        """What the screen alone makes of texts, tens of thousands a second."""
        return scores_of(self.zeroth.odds(self.screen.scores(originals)))

    def look(self, texts: Sequence[Text]) -> Looked:
        """Judge a batch: the screen sees all, the first look what that leaves, the second the rest."""
        signals = np.array([text.signals for text in texts])
        glanced = self.zeroth.odds(self.screen.scores([text.original for text in texts]))
        odds = glanced.copy()
        weighed, margins = self.weigh(texts), np.zeros_like(odds)
        done = screened(odds, signals)
        left = [n for n, text in enumerate(texts) if not done[n] or text.masked]
        if left:
            margins[left] = self.margins(weighed.matrix[left])
            odds[left] = self.first_odds(margins[left], [texts[n] for n in left])
            left = [n for n, done in zip(left, settled(odds[left], glanced[left]), strict=True) if not done]
        if left:
            odds[left] = self.second_odds(margins[left], [texts[n] for n in left])
        twice = np.isin(np.arange(len(texts)), left)
        steps = [self.second if both else self.first for both in twice]
        return Looked(weighed, odds, twice, [step.weights[:HEADS] for step in steps])


def screened(odds: Floats, signals: Floats) -> NDArray[np.bool_]:
    """For which texts the screen's log-odds are enough if nothing is disguised; never where the net rang."""
    return np.asarray(_harmless(odds, SCREEN_SURE, SCREEN_HARDLY_HOSTILE) & (signals[:, ALARMED] == 0))


def settled(odds: Floats, glanced: Floats) -> NDArray[np.bool_]:
    """For which texts the first look's log-odds need no second one: the screen must see no danger either."""
    safe = scores_of(glanced).intent[:, EMERGENCY] < HARDLY_EMERGENCY
    return np.asarray(_harmless(odds, SURE_INTENT, HARDLY_HOSTILE) & safe)


def _harmless(odds: Floats, sure_intent: float, hardly_hostile: float) -> NDArray[np.bool_]:
    scores = scores_of(odds)
    sure = scores.intent.max(axis=1) >= sure_intent
    harmless = (scores.intent[:, EMERGENCY] < HARDLY_EMERGENCY) & (scores.hostile < hardly_hostile)
    return np.asarray(sure & harmless)


def scores_of(odds: Floats) -> Scores:
    """Probabilities, rounded so that no order of summation can show."""
    return Scores(
        intent=softmax(odds[:, INTENT], axis=1).round(DECIMALS),
        hostility=expit(odds[:, HOSTILITY]).round(DECIMALS),
        hostile=expit(odds[:, HOSTILE]).round(DECIMALS),
        target=softmax(odds[:, TARGET], axis=1).round(DECIMALS),
    )
