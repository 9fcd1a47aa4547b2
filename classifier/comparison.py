"""Holds labels said against labels true: the figures of `streife evaluate`, for strangers to reproduce."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import confusion_matrix

from casework.errors import Refused
from classifier.figures import LabelFigures

SEPARATORS, LONGEST_FIELD = ",;\t", 10_000_000
SEED = 110
RESAMPLES = 2_000
SURE = (2.5, 97.5)

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures in [0, 1]: macro F1 over the labels that occur as true, with its 95 % bootstrap interval; each
    label's figures; confusion[true][said] counts texts; the share said right of each kind of text, if asked
    for."""

    texts: int
    macro_f1: float
    interval: tuple[float, float]
    accuracy: float
    labels: dict[str, LabelFigures]
    confusion: dict[str, dict[str, int]]
    kinds: dict[str, float]


def read_table(file: Path, columns: Sequence[str]) -> list[list[str]]:
    """Some columns of a CSV file, each from top to bottom; raises Refused naming what is missing.

    UTF-8 with or without a mark at its head; commas, semicolons or tabs between, whichever parts the columns.
    """
    csv.field_size_limit(LONGEST_FIELD)
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            head = lines.readline()
            lines.seek(0)
            reader = csv.DictReader(lines, delimiter=_separator(head, columns), strict=True)
            rows = [(reader.line_num, row) for row in reader]
            names = list(reader.fieldnames or [])
    except (OSError, ValueError, csv.Error) as error:
        raise Refused(f"{file}: cannot be read as CSV in UTF-8 ({error})") from error
    if not rows:
        raise Refused(f"{file}: no rows")
    if wrong := [column for column in columns if names.count(column) != 1]:
        found = "no" if wrong[0] not in names else "more than one"
        raise Refused(f"{file}: {found} column {wrong[0]!r}; there are {', '.join(names)}")
    if short := [number for number, row in rows if any(row[column] is None for column in columns)]:
        raise Refused(f"{file}: line {short[0]} ends too early; write as many fields as the first line has")
    if long := [number for number, row in rows if any(row.get(None, ()))]:
        raise Refused(
            f"{file}: line {long[0]} has more fields than the first; put its text in quotation marks"
        )
    return [[row[column] for _, row in rows] for column in columns]


def _separator(head: str, columns: Sequence[str]) -> str:
    """By which the first line holds the columns; a comma where none does."""
    return next(
        (one for one in SEPARATORS if set(columns) <= set(next(csv.reader([head], delimiter=one)))), ","
    )


def compare(true: Sequence[str], said: Sequence[str], kinds: Sequence[str] = ()) -> Comparison:
    """Count and measure, within each kind of text besides where `kinds` names each text's; the same labels
    give the same interval."""
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
        kinds=_right_by_kind(true, said, kinds),
    )


def _right_by_kind(true: Sequence[str], said: Sequence[str], kinds: Sequence[str]) -> dict[str, float]:
    """Kinds in the order in which they first come."""
    right: dict[str, list[bool]] = {}
    for kind, one, other in zip(kinds, true, said, strict=bool(kinds)):
        right.setdefault(kind, []).append(one == other)
    return {kind: round(sum(found) / len(found), 4) for kind, found in right.items()}


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
