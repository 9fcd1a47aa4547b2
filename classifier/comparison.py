"""Holds labels said against labels true: the figures of `streife evaluate`, for strangers to reproduce."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import confusion_matrix

from casework.errors import Refused
from classifier.figures import LabelFigures

SEED = 110
RESAMPLES = 2_000
SURE = (2.5, 97.5)

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures in [0, 1]: macro F1 over the labels that occur as true, with its 95 % bootstrap interval; each
    label's figures; confusion[true][said] counts texts."""

    texts: int
    macro_f1: float
    interval: tuple[float, float]
    accuracy: float
    labels: dict[str, LabelFigures]
    confusion: dict[str, dict[str, int]]


def read_table(file: Path, text: str, label: str, names: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Texts and labels of a CSV file, labels renamed by `names`; raises Refused naming what is missing."""
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, ValueError, csv.Error) as error:
        raise Refused(f"{file}: cannot be read as CSV in UTF-8 ({error})") from error
    if not rows:
        raise Refused(f"{file}: no rows")
    missing = [column for column in (text, label) if rows[0].get(column) is None]
    if missing:
        raise Refused(f"{file}: no column {missing[0]!r}; there are {', '.join(map(str, rows[0]))}")
    labels = [row[label] or "" for row in rows]
    return [row[text] or "" for row in rows], [names.get(one, one) for one in labels]


def compare(true: Sequence[str], said: Sequence[str]) -> Comparison:
    """Count and measure; the same labels give the same interval."""
    names = sorted({*true, *said})
    counts = np.asarray(confusion_matrix(true, said, labels=names), np.int64)
    resampled = np.random.default_rng(SEED).multinomial(len(true), counts.ravel() / len(true), RESAMPLES)
    spread = _macro_f1(resampled.reshape(-1, *counts.shape), counts.sum(axis=1) > 0)
    low, high = np.percentile(spread, SURE)
    f1 = float(_macro_f1(counts[None], counts.sum(axis=1) > 0)[0])
    return Comparison(
        texts=len(true),
        macro_f1=round(f1, 4),
        interval=(round(float(low), 4), round(float(high), 4)),
        accuracy=round(float(np.trace(counts) / len(true)), 4),
        labels={name: _figures(counts, n) for n, name in enumerate(names)},
        confusion={
            one: {other: int(counts[n, m]) for m, other in enumerate(names) if counts[n, m]}
            for n, one in enumerate(names)
        },
    )


def _macro_f1(counts: Counts, occurring: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Mean F1 of the labels that occur, for each of many confusions (many x true x said)."""
    right = np.einsum("kii->ki", counts)
    total = counts.sum(axis=1) + counts.sum(axis=2)
    f1 = 2 * right / np.maximum(total, 1)
    means: NDArray[np.float64] = f1[:, occurring].mean(axis=1)
    return means


def _figures(counts: Counts, n: int) -> LabelFigures:
    right, said, is_so = int(counts[n, n]), int(counts[:, n].sum()), int(counts[n].sum())
    return LabelFigures(
        precision=round(right / max(said, 1), 4),
        recall=round(right / max(is_so, 1), 4),
        f1=round(2 * right / max(said + is_so, 1), 4),
        support=is_so,
    )
