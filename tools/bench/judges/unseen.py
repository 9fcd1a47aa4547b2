"""Macro F1 of yes or no, each text judged by what learnt from the other four fifths."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from tools.bench.judges import Bools, Rows

FOLDS, SEED = 5, 110


def cross_validated(offence: Bools, ask: Callable[[Rows, Rows], Bools]) -> float:
    """`ask(seen, unseen)` learns from rows and says yes or no to others."""
    said = np.zeros(len(offence), bool)
    for seen, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(offence, offence):
        said[unseen] = ask(seen, unseen)
    return float(f1_score(offence, said, average="macro"))


def by_numbers(numbers: NDArray[np.float32], offence: Bools) -> float:
    """The same by a logistic regression on numbers (texts x numbers)."""

    def ask(seen: Rows, unseen: Rows) -> Bools:
        machine = LogisticRegression(C=10, class_weight="balanced", max_iter=2_000)
        said: Bools = machine.fit(numbers[seen], offence[seen]).predict(numbers[unseen])
        return said

    return cross_validated(offence, ask)
