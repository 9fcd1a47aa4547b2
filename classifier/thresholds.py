"""Where scores become labels: thresholds by what a mistake costs, on predictions about unseen writers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casework.labels import Intent
from classifier.fit import Labels
from classifier.model import HOSTILITIES, INTENTS, Scores

MISSED_EMERGENCY_COST = 50
FALSE_HOSTILITY_COST = 1.2
EVERYDAY_EMERGENCIES = 0.03
SURE_ENOUGH_PRECISION = 0.60
EMERGENCY = INTENTS.index(Intent.EMERGENCY)
_GRID = np.linspace(0.005, 0.95, 190).round(3)

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Least probabilities for each label.

    `emergency`: judged an emergency. `acute`: below that, still shown as acute and unsure. `intent`: below
    it the best intent is a guess (abstained). `hostile`: some hostility; then the labels over their own
    `hostility` threshold, or the best one.
    """

    emergency: float
    acute: float
    intent: float
    hostile: float
    hostility: dict[str, float]


def choose(scores: Scores, labels: Labels, sure: float) -> Thresholds:
    """Thresholds of least cost on scores of examples whose writers the model had not seen."""
    emergencies = np.asarray(labels.intent == EMERGENCY)
    score = scores.intent[:, EMERGENCY]
    acute = _cheapest(score, emergencies, MISSED_EMERGENCY_COST * _everyday(emergencies))
    hostile = np.asarray(labels.hostility.any(axis=1))
    return Thresholds(
        emergency=max(acute, _precise(score, emergencies, SURE_ENOUGH_PRECISION)),
        acute=acute,
        intent=_reliable(scores.intent, labels.intent, sure),
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
