"""Calibration on writers that nothing was learnt from: log-odds to trust, thresholds by cost."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from classifier.everyday import everyday_weights
from classifier.features import Floats, Numbers
from classifier.fit import Heads, Labels, fit_heads, folds, out_of_fold
from classifier.judge import likeliest
from classifier.known import Evidence
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
    screened,
    settled,
)
from classifier.thresholds import Thresholds

MISSED_EMERGENCY_COST = 50
FALSE_HOSTILITY_COST = 2.0
MISSED_TIP_COST = 1.5  # taken for something else, beside something else taken for a tip
WRONG_INTENT_COST = 2.0  # counted in texts that a person must read without a suggestion
PRECISE_ENOUGH = 0.45
STRENGTH, KEPT_STRENGTH = 0.3, 0.01  # what learns from the kept texts alone has fewer
FEW, STRENGTH_OF_FEW = 1_000, 0.03  # of so few texts a tighter rein leaves nothing
OUT_OF_REACH = -20.0
_GRID = np.linspace(0.005, 0.95, 190).round(3)

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Judges:
    """The heads of words and of meaning, and the calibrated steps of the screen and of either look."""

    heads: Heads
    near_heads: Heads
    zeroth: Step
    first: Step
    second: Step

    def odds(self, seen: Evidence) -> Floats:
        """Log-odds of texts, texts x heads: by whoever in the cascade settles them."""
        margins, more = self.heads.margins(seen.words), self.near_heads.margins(seen.near)
        screen, first = self.zeroth.odds(seen.screen), self.first.odds(margins, seen.signals)
        second = self.second.odds(margins, more, seen.answers, seen.signals)
        return _cascade(screen, first, second, seen.signals)


def calibrated(seen: Evidence, labels: Labels, learnt: Numbers, kept: Numbers) -> tuple[Judges, Thresholds]:
    """Learn heads from the texts `learnt`, then steps and thresholds on predictions about unseen writers.

    The first look's step also sees the learnt texts, each by heads that never saw its writer. Screen and
    encoder did see them: their steps, and all thresholds, come from the texts `kept` alone.
    """
    ours, theirs = seen.of(learnt), seen.of(kept)
    taught, answers = labels.take(learnt), labels.take(kept)
    heads, near_heads = fit_heads(ours.words, taught), fit_heads(ours.near, taught)
    margins = heads.margins(theirs.words)
    unseen = np.vstack([out_of_fold(ours.words, taught), margins])
    both = np.concatenate([learnt, kept])
    first = calibration(np.hstack([unseen, seen.signals[both]]), labels.take(both), STRENGTH)
    more = near_heads.margins(theirs.near)
    inputs = np.hstack([margins, more, theirs.answers, theirs.signals])
    screen, zeroth = _unseen(theirs.screen, answers)
    looked, second = _unseen(inputs, answers)
    odds = _cascade(screen, first.odds(margins, theirs.signals), looked, theirs.signals)
    return Judges(heads, near_heads, zeroth, first, second), choose(scores_of(odds), answers)


def _unseen(inputs: Floats, labels: Labels) -> tuple[Floats, Step]:
    """A step learnt from all texts, and the log-odds of each by one that never saw its writer."""
    odds = np.zeros((len(inputs), HEADS))
    strength = KEPT_STRENGTH if len(inputs) >= FEW else STRENGTH_OF_FEW
    for rows, others in folds(labels):
        odds[others] = calibration(inputs[rows], labels.take(rows), strength).odds(inputs[others])
    return odds, calibration(inputs, labels, strength)


def _cascade(screen: Floats, first: Floats, second: Floats, signals: Floats) -> Floats:
    """The screen's rows where it settles a text, else the first look's where that does, else the second's."""
    looked = np.where(settled(first, screen)[:, None], first, second)
    odds: Floats = np.where(screened(screen, signals)[:, None], screen, looked)
    return odds


def calibration(inputs: Floats, labels: Labels, strength: float) -> Step:
    """Learn a step on unseen writers' margins; each head listens to all the others."""
    hostile = labels.hostility.any(axis=1)
    weights, bias = np.zeros((inputs.shape[1], HEADS)), np.zeros(HEADS)
    weights[:, INTENT], bias[INTENT] = _choose_one(inputs, labels.intent, len(INTENTS), strength)
    weights[:, TARGET], bias[TARGET] = _choose_one(
        inputs[hostile], labels.target[hostile], len(TARGETS), strength
    )
    for number, answers in enumerate([*labels.hostility.T, hostile], start=HOSTILITY.start):
        weights[:, [number]], bias[[number]] = _logistic(inputs, answers, strength)
    return Step(weights, bias)


def _choose_one(
    inputs: Floats, answers: NDArray[np.int64], count: int, strength: float
) -> tuple[Floats, Floats]:
    """Softmax over the heads; a label that never occurs stays out of reach."""
    known = np.unique(answers)
    mix, bias = np.zeros((inputs.shape[1], count)), np.full(count, OUT_OF_REACH)
    mix[:, known], bias[known] = _logistic(inputs, answers, strength)
    return mix, bias


def _logistic(inputs: Floats, answers: NDArray[Any], strength: float) -> tuple[Floats, Floats]:
    """Logistic regression on evenly spread inputs, told in terms of the inputs as they are.

    What never occurs stays out of reach.
    """
    if not answers.any():
        return np.zeros((inputs.shape[1], 1)), np.array([OUT_OF_REACH])
    middle, spread = inputs.mean(axis=0), inputs.std(axis=0)
    spread[spread == 0] = 1.0
    machine = LogisticRegression(C=strength, max_iter=3_000).fit((inputs - middle) / spread, answers)
    coefficients = machine.coef_.T / spread[:, None]
    return coefficients, machine.intercept_ - middle @ coefficients


def choose(scores: Scores, labels: Labels) -> Thresholds:
    """Thresholds of least cost on scores of examples whose writers the model had not seen."""
    emergencies = np.asarray(labels.intent == EMERGENCY)
    everyday = everyday_weights([INTENTS[n] for n in labels.intent])
    score = scores.intent[:, EMERGENCY]
    acute = min(_cheapest(score, emergencies, everyday), _fair_bet(emergencies, everyday))
    hostile = np.asarray(labels.hostility.any(axis=1))
    tip = round(1 / MISSED_TIP_COST, 3)
    return Thresholds(
        emergency=max(acute, _precise(score, emergencies, everyday)),
        acute=acute,
        intent=_worth_saying(scores.intent, tip, labels.intent, everyday),
        tip=tip,
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


def _fair_bet(true: Bools, weight: Floats) -> float:
    """The probability, among the examples, from which in everyday mail a false alarm is worth its cost.

    With reliable probabilities it is the cheapest threshold; a few hundred texts are no reason to go higher.
    """
    rarer = (weight[true].sum() / true.sum()) / (weight[~true].sum() / (~true).sum()) if true.any() else 1.0
    odds = 1 / (MISSED_EMERGENCY_COST * rarer)
    return round(float(odds / (1 + odds)), 3)


def _precise(score: Floats, true: Bools, weight: Floats) -> float:
    """The lowest threshold from which on what is flagged in everyday mail is right often enough."""
    right = [weight[true & (score >= t)].sum() for t in _GRID]
    flagged = [weight[score >= t].sum() for t in _GRID]
    enough = np.array(right) >= PRECISE_ENOUGH * np.array(flagged)
    return float(_GRID[int(np.argmax(enough))])


def _best_f1(score: Floats, true: Bools) -> float:
    f1 = [2 * np.sum(true & (score >= t)) / max(np.sum(true) + np.sum(score >= t), 1) for t in _GRID]
    return float(_GRID[int(np.argmax(f1))])


def _worth_saying(scores: Floats, tip: float, intent: NDArray[np.int64], weight: Floats) -> float:
    """The named intent's score below which to say nothing costs least: a wrong suggestion misleads, none only
    asks."""
    named = np.array([likeliest(row, tip) for row in scores])
    best, wrong = scores[np.arange(len(scores)), named], weight * (named != intent)
    costs = [WRONG_INTENT_COST * wrong[best >= t].sum() + weight[best < t].sum() for t in _GRID]
    return float(_GRID[int(np.argmin(costs))])
