"""Answers in the labels of public sets, by heads trained on each set through the same features.

They are for comparison with the literature and never feed the verdict. Those learnt from sets under GPL-3.0
lie in files of their own, under that licence's notice in the model card.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.special import softmax

from casework.errors import Refused
from classifier.features import Columns, Floats, weigh
from classifier.model import DECIMALS
from classifier.nearness import Neighbours
from classifier.text import Text, take_in

BATCH = 256
FOLDER = Path(__file__).with_name("schemes")


@dataclass(frozen=True, slots=True)
class Scheme:
    """A public set: its file, the column of its labels, where it comes from and under which licence."""

    name: str
    file: str
    column: str
    source: str
    licence: str


SCHEMES = {
    scheme.name: scheme
    for scheme in (
        Scheme(
            "germeval2018_coarse",
            "germeval2018_train.csv",
            "coarse",
            "uds-lsv/GermEval-2018-Data",
            "CC BY 4.0",
        ),
        Scheme(
            "germeval2018_fine", "germeval2018_train.csv", "fine", "uds-lsv/GermEval-2018-Data", "CC BY 4.0"
        ),
        Scheme("gahd", "gahd_train.csv", "label", "jagol/gahd", "CC BY 4.0"),
        Scheme(
            "germeval2026_def",
            "germeval2026_def.csv",
            "label",
            "Communication-Forensics-Lab/harmful-content-detection",
            "GPL-3.0",
        ),
        Scheme(
            "germeval2026_vio",
            "germeval2026_vio.csv",
            "label",
            "Communication-Forensics-Lab/harmful-content-detection",
            "GPL-3.0",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A set's own label, and its share among the labels' scores, in [0, 1]."""

    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Sorter:
    """One set's heads: labels, known columns and their weights (columns x labels), bias (labels), neighbours
    in meaning, and weights of the meaning itself (e5_engine.WIDTH x labels)."""

    labels: list[str]
    columns: Columns
    weights: Floats
    bias: Floats
    neighbours: Neighbours
    meaning: Floats

    def scores(self, texts: Sequence[Text]) -> Floats:
        """Shares that add up to 1, texts x labels; each row depends on its own text alone."""
        words = weigh(self.columns, [text.reading for text in texts]).matrix @ self.weights
        meanings = [text.meaning for text in texts]
        near = self.neighbours.margins(meanings)
        meant = np.array([one @ self.meaning for one in meanings]).reshape(words.shape)
        odds = words + near + meant + self.bias
        told: Floats = softmax(odds, axis=1).round(DECIMALS)
        return told

    def answer(self, originals: Sequence[str]) -> list[Answer]:
        """One answer a text, in order."""
        batches = (originals[at : at + BATCH] for at in range(0, len(originals), BATCH))
        scores = [row for batch in batches for row in self.scores([take_in(text) for text in batch])]
        return [Answer(self.labels[int(row.argmax())], float(row.max())) for row in scores]


def scheme_of(name: str) -> Scheme:
    """The scheme of that name; raises Refused naming those there are."""
    if name not in SCHEMES:
        raise Refused(f"scheme {name!r}: there are {', '.join(SCHEMES)}")
    return SCHEMES[name]
