"""The model: one matrix from features to labels. Calibration is folded in: margins are log-odds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, softmax

from casework.labels import Hostility, Intent, Target
from classifier.features import Columns, Weighed, weigh
from classifier.normalise import Reading

INTENTS, HOSTILITIES, TARGETS = list(Intent), list(Hostility), list(Target)
INTENT = slice(0, len(INTENTS))
HOSTILITY = slice(INTENT.stop, INTENT.stop + len(HOSTILITIES))
HOSTILE = HOSTILITY.stop
TARGET = slice(HOSTILE + 1, HOSTILE + 1 + len(TARGETS))
HEADS = TARGET.stop
DECIMALS = 6

Floats = NDArray[np.float64]


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
class Model:
    """Known columns, weights (columns x heads) and bias (heads); intents, hostilities, any, targets."""

    columns: Columns
    weights: Floats
    bias: Floats

    def weigh(self, readings: Sequence[Reading]) -> Weighed:
        """The batch in numbers."""
        return weigh(self.columns, readings)

    def margins(self, weighed: Weighed) -> Floats:
        """Log-odds, texts x heads. Each row depends on its own text alone."""
        margins: Floats = weighed.matrix @ self.weights + self.bias
        return margins


def scores_of(margins: Floats) -> Scores:
    """Probabilities, rounded so that no order of summation can show."""
    return Scores(
        intent=softmax(margins[:, INTENT], axis=1).round(DECIMALS),
        hostility=expit(margins[:, HOSTILITY]).round(DECIMALS),
        hostile=expit(margins[:, HOSTILE]).round(DECIMALS),
        target=softmax(margins[:, TARGET], axis=1).round(DECIMALS),
    )
