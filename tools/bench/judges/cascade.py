"""Our own verdict: everything behind the classifier's port."""

import json
from pathlib import Path

from casework.errors import Refused
from classifier.archive import MODEL
from classifier.assess import load as load_model
from tools.bench.judges import Bools, Judge

CARD = MODEL / "schemes" / "germeval2018_coarse.json"


def make(_: Path) -> None:
    """Nothing to learn: the model lies in the repository."""


def load(_: Path) -> Judge:
    """Verdicts with their reasons."""
    return load_model().assess


def files(_: Path) -> list[Path]:
    """The model's files in the repository; the encoder's weights lie in its package (see e5)."""
    return sorted([*MODEL.glob("*.npz"), *MODEL.glob("*.onnx")])


def macro_f1(_: Judge, texts: list[str], __: Bools) -> float:
    """As the training measured it by folds (classifier/scheme_training.py): minutes, so not done anew."""
    card = json.loads(CARD.read_text(encoding="utf-8"))
    if card["texts"] != len(texts):
        raise Refused(f"{CARD.name}: measured on {card['texts']} texts, here are {len(texts)}")
    return float(card["macro_f1"])
