"""Calibration on predictions about writers that were left out: log-odds to trust, thresholds by cost."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from classifier.fit import Labels, Linear, Matrix, fit_heads, out_of_fold
from classifier.model import (
    HEADS,
    HOSTILE,
    HOSTILITIES,
    HOSTILITY,
    INTENT,
    INTENTS,
    TARGET,
    TARGETS,
    Floats,
    Scores,
    scores_of,
)
from classifier.thresholds import EMERGENCY, Thresholds

MISSED_EMERGENCY_COST = 50
EVERYDAY_EMERGENCIES = 0.03
FALSE_HOSTILITY_COST = 1.2
PRECISE_ENOUGH, SURE_ENOUGH = 0.60, 0.70
STRENGTH = 3.0
_GRID = np.linspace(0.005, 0.95, 190).round(3)

Bools = NDArray[np.bool_]


def calibrated(matrix: Matrix, public: Linear, labels: Labels) -> tuple[Linear, Thresholds]:
    """Heads in log-odds, and thresholds, both set on predictions about writers that were left out."""
    unseen = out_of_fold(matrix, public, labels)
    step = calibration(unseen, labels)
    limits = choose(scores_of(step.margins(unseen)), labels)
    return fit_heads(matrix, public, labels).then(step.weights, step.bias), limits


def calibration(margins: Floats, labels: Labels) -> Linear:
    """The linear step from unseen writers' margins to log-odds: each head listens to its whole family."""
    mix, bias = np.zeros((HEADS, HEADS)), np.zeros(HEADS)
    hostile = labels.hostility.any(axis=1)
    mix[INTENT, INTENT], bias[INTENT] = _choose_one(margins[:, INTENT], labels.intent, len(INTENTS))
    mix[TARGET, TARGET], bias[TARGET] = _choose_one(
        margins[hostile][:, TARGET], labels.target[hostile], len(TARGETS)
    )
    family = slice(HOSTILITY.start, HOSTILE + 1)
    for number, answers in enumerate([*labels.hostility.T, hostile], start=HOSTILITY.start):
        machine = LogisticRegression(C=STRENGTH).fit(margins[:, family], answers)
        mix[family, number], bias[number] = machine.coef_[0], machine.intercept_[0]
    return Linear(mix, bias)


def _choose_one(margins: Floats, answers: NDArray[np.int64], count: int) -> tuple[Floats, Floats]:
    """Softmax over the heads; a label that never occurs stays out of reach."""
    machine = LogisticRegression(C=STRENGTH, max_iter=2_000).fit(margins, answers)
    mix, bias = np.zeros((margins.shape[1], count)), np.full(count, -20.0)
    mix[:, machine.classes_], bias[machine.classes_] = machine.coef_.T, machine.intercept_
    return mix, bias


def choose(scores: Scores, labels: Labels) -> Thresholds:
    """Thresholds of least cost on scores of examples whose writers the model had not seen."""
    emergencies = np.asarray(labels.intent == EMERGENCY)
    score = scores.intent[:, EMERGENCY]
    acute = _cheapest(score, emergencies, MISSED_EMERGENCY_COST * _everyday(emergencies))
    hostile = np.asarray(labels.hostility.any(axis=1))
    return Thresholds(
        emergency=max(acute, _precise(score, emergencies, PRECISE_ENOUGH)),
        acute=acute,
        intent=_reliable(scores.intent, labels.intent, SURE_ENOUGH),
        hostile=FALSE_HOSTILITY_COST / (1 + FALSE_HOSTILITY_COST),
        hostility={
            label.value: _best_f1(scores.hostility[hostile, n], labels.hostility[hostile, n])
            for n, label in enumerate(HOSTILITIES)
        },
    )


def _everyday(emergencies: Bools) -> float:
    """What one emergency among the examples counts for in everyday mail, where they are far rarer."""
    share = min(max(float(np.mean(emergencies)), 1e-6), 1 - 1e-6)
    return (EVERYDAY_EMERGENCIES / share) / ((1 - EVERYDAY_EMERGENCIES) / (1 - share))


def _cheapest(score: Floats, true: Bools, missed: float) -> float:
    costs = [missed * np.sum(true & (score < t)) + np.sum(~true & (score >= t)) for t in _GRID]
    return float(_GRID[int(np.argmin(costs))])


def _precise(score: Floats, true: Bools, precision: float) -> float:
    """The lowest threshold from which on what is flagged is right often enough."""
    enough = [np.mean(true[score >= t]) >= precision if np.any(score >= t) else True for t in _GRID]
    return float(_GRID[int(np.argmax(enough))])


def _best_f1(score: Floats, true: Bools) -> float:
    f1 = [2 * np.sum(true & (score >= t)) / max(np.sum(true) + np.sum(score >= t), 1) for t in _GRID]
    return float(_GRID[int(np.argmax(f1))])


def _reliable(scores: Floats, intent: NDArray[np.int64], sure: float) -> float:
    """The least best-score above which at least `sure` of the answers are right."""
    best, right = scores.max(axis=1), scores.argmax(axis=1) == intent
    enough = [np.mean(right[best >= t]) >= sure if np.any(best >= t) else True for t in _GRID]
    return float(_GRID[int(np.argmax(enough))])
