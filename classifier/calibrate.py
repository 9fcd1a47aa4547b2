"""Calibration on predictions about writers that were left out: log-odds to trust, thresholds by cost."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from classifier.everyday import everyday_weights
from classifier.features import Floats
from classifier.fit import Alike, Heads, Labels, fit_heads, out_of_fold
from classifier.model import (
    EMERGENCY,
    HEADS,
    HOSTILITIES,
    HOSTILITY,
    INTENT,
    INTENTS,
    TARGET,
    TARGETS,
    Scores,
    Step,
    scores_of,
    settled,
)
from classifier.thresholds import Thresholds

MISSED_EMERGENCY_COST = 50
FALSE_HOSTILITY_COST = 2.0
PRECISE_ENOUGH, SURE_ENOUGH = 0.45, 0.80
STRENGTH = 0.3
OUT_OF_REACH = -20.0
_GRID = np.linspace(0.005, 0.95, 190).round(3)

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Judges:
    """Heads of both looks, and the calibrated step that either look takes at its end."""

    heads: Heads
    second_heads: Heads
    first: Step
    second: Step

    def odds(self, alike: Alike) -> Floats:
        """Log-odds of texts, texts x heads: the first look's where it settles them, else the second's."""
        margins, more = self.heads.margins(alike.first), self.second_heads.margins(alike.second)
        return both_looks(
            self.first.odds(margins, alike.signals), self.second.odds(margins, more, alike.signals)
        )


def both_looks(first: Floats, second: Floats) -> Floats:
    """Rows of the first look where it settles the text, of the second elsewhere (texts x heads)."""
    odds: Floats = np.where(settled(first)[:, None], first, second)
    return odds


def calibrated(alike: Alike, labels: Labels) -> tuple[Judges, Thresholds]:
    """Heads and steps, and thresholds, set on predictions about writers that were left out."""
    margins, more = out_of_fold(alike.first, labels), out_of_fold(alike.second, labels)
    first = calibration(np.hstack([margins, alike.signals]), labels)
    second = calibration(np.hstack([margins, more, alike.signals]), labels)
    odds = both_looks(first.odds(margins, alike.signals), second.odds(margins, more, alike.signals))
    judges = Judges(fit_heads(alike.first, labels), fit_heads(alike.second, labels), first, second)
    return judges, choose(scores_of(odds), labels)


def calibration(inputs: Floats, labels: Labels) -> Step:
    """Learn a step on unseen writers' margins; each head listens to all the others."""
    hostile = labels.hostility.any(axis=1)
    weights, bias = np.zeros((inputs.shape[1], HEADS)), np.zeros(HEADS)
    weights[:, INTENT], bias[INTENT] = _choose_one(inputs, labels.intent, len(INTENTS))
    weights[:, TARGET], bias[TARGET] = _choose_one(inputs[hostile], labels.target[hostile], len(TARGETS))
    for number, answers in enumerate([*labels.hostility.T, hostile], start=HOSTILITY.start):
        weights[:, [number]], bias[[number]] = _logistic(inputs, answers)
    return Step(weights, bias)


def _choose_one(inputs: Floats, answers: NDArray[np.int64], count: int) -> tuple[Floats, Floats]:
    """Softmax over the heads; a label that never occurs stays out of reach."""
    known = np.unique(answers)
    mix, bias = np.zeros((inputs.shape[1], count)), np.full(count, OUT_OF_REACH)
    mix[:, known], bias[known] = _logistic(inputs, answers)
    return mix, bias


def _logistic(inputs: Floats, answers: NDArray[Any]) -> tuple[Floats, Floats]:
    """Logistic regression on evenly spread inputs, told in terms of the inputs as they are.

    What never occurs stays out of reach.
    """
    if not answers.any():
        return np.zeros((inputs.shape[1], 1)), np.array([OUT_OF_REACH])
    middle, spread = inputs.mean(axis=0), inputs.std(axis=0)
    spread[spread == 0] = 1.0
    machine = LogisticRegression(C=STRENGTH, max_iter=3_000).fit((inputs - middle) / spread, answers)
    coefficients = machine.coef_.T / spread[:, None]
    return coefficients, machine.intercept_ - middle @ coefficients


def choose(scores: Scores, labels: Labels) -> Thresholds:
    """Thresholds of least cost on scores of examples whose writers the model had not seen."""
    emergencies = np.asarray(labels.intent == EMERGENCY)
    everyday = everyday_weights([INTENTS[n] for n in labels.intent])
    score = scores.intent[:, EMERGENCY]
    acute = _cheapest(score, emergencies, everyday)
    hostile = np.asarray(labels.hostility.any(axis=1))
    return Thresholds(
        emergency=max(acute, _precise(score, emergencies, everyday)),
        acute=acute,
        intent=_reliable(scores.intent, labels.intent, SURE_ENOUGH),
        hostile=FALSE_HOSTILITY_COST / (1 + FALSE_HOSTILITY_COST),
        hostility={
            label.value: _best_f1(scores.hostility[hostile, n], labels.hostility[hostile, n])
            for n, label in enumerate(HOSTILITIES)
        },
    )


def _cheapest(score: Floats, true: Bools, weight: Floats) -> float:
    missed = MISSED_EMERGENCY_COST * weight
    costs = [missed[true & (score < t)].sum() + weight[~true & (score >= t)].sum() for t in _GRID]
    return float(_GRID[int(np.argmin(costs))])


def _precise(score: Floats, true: Bools, weight: Floats) -> float:
    """The lowest threshold from which on what is flagged in everyday mail is right often enough."""
    right = [weight[true & (score >= t)].sum() for t in _GRID]
    flagged = [weight[score >= t].sum() for t in _GRID]
    enough = np.array(right) >= PRECISE_ENOUGH * np.array(flagged)
    return float(_GRID[int(np.argmax(enough))])


def _best_f1(score: Floats, true: Bools) -> float:
    f1 = [2 * np.sum(true & (score >= t)) / max(np.sum(true) + np.sum(score >= t), 1) for t in _GRID]
    return float(_GRID[int(np.argmax(f1))])


def _reliable(scores: Floats, intent: NDArray[np.int64], sure: float) -> float:
    """The least best-score above which at least `sure` of the answers are right."""
    best, right = scores.max(axis=1), scores.argmax(axis=1) == intent
    enough = [np.mean(right[best >= t]) >= sure if np.any(best >= t) else True for t in _GRID]
    return float(_GRID[int(np.argmax(enough))])
