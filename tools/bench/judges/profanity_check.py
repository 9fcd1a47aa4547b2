"""alt-profanity-check: a linear machine on English words, as its package ships it."""

from importlib.resources import files as files_of
from pathlib import Path

from profanity_check import predict

from tools.bench.judges import Bools, Judge


def make(_: Path) -> None:
    """Nothing to learn: the model comes with the package."""


def load(_: Path) -> Judge:
    """1 for profane, 0 for not."""
    return predict


def files(_: Path) -> list[Path]:
    """Its words and its machine."""
    return sorted(Path(str(files_of("profanity_check") / "data")).glob("*.joblib"))


def macro_f1(judge: Judge, texts: list[str], offence: Bools) -> float:
    """Of what it says as it comes: it learns nothing here."""
    from sklearn.metrics import f1_score

    return float(f1_score(offence, judge(texts) == 1, average="macro"))
