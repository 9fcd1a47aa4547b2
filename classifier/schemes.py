"""Answers in the labels of public sets, by heads trained on each set through the same features.

They are for comparison with the literature and never feed the verdict. What learnt from sets under GPL-3.0,
the encoder they share included, lies in files of its own, under that licence's notice in the model card.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import softmax

from casework.errors import Refused
from classifier import encoder
from classifier.features import Columns, Floats, weigh
from classifier.meaning import meaning_of
from classifier.model import DECIMALS
from classifier.normalise import read

BATCH = 256
FOLDER = encoder.SETS


@dataclass(frozen=True, slots=True)
class Scheme:
    """A public set: its file, the column of its labels, where it comes from and under which licence.

    `head` names the encoder's own head for these labels, where they are too rare to learn a last step from.
    """

    name: str
    file: str
    column: str
    source: str
    licence: str
    head: str = ""


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
            head="vio",
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
    """One set's heads: labels, known columns and their weights (columns x labels), bias (labels), and weights
    of the meaning (e5_engine.WIDTH x labels)."""

    labels: list[str]
    columns: Columns
    weights: Floats
    bias: Floats
    meaning: Floats

    def scores(self, originals: Sequence[str]) -> Floats:
        """Shares that add up to 1, texts x labels; each row depends on its own text alone."""
        words = weigh(self.columns, [read(one) for one in originals]).matrix @ self.weights
        meant = np.array([meaning_of(one, encoder.of_sets()) @ self.meaning for one in originals])
        odds = words + meant.reshape(words.shape) + self.bias
        told: Floats = softmax(odds, axis=1).round(DECIMALS)
        return told

    def answer(self, originals: Sequence[str]) -> list[Answer]:
        """One answer a text, in order."""
        batches = (originals[at : at + BATCH] for at in range(0, len(originals), BATCH))
        scores = [row for batch in batches for row in self.scores(batch)]
        return [Answer(self.labels[int(row.argmax())], float(row.max())) for row in scores]


def scheme_of(name: str) -> Scheme:
    """The scheme of that name; raises Refused naming those there are."""
    if name not in SCHEMES:
        raise Refused(f"scheme {name!r}: there are {', '.join(SCHEMES)}")
    return SCHEMES[name]
