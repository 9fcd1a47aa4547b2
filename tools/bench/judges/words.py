"""The plainest rival: TF-IDF of words and a logistic regression, learnt from GermEval 2018."""

from pathlib import Path

import numpy as np
import skops.io
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from tools.bench.judges import Bools, Judge
from tools.bench.texts import germeval

FILE = "words.skops"


def make(folder: Path) -> None:
    """Learn from the training part."""
    skops.io.dump(_new().fit(*germeval()), folder / FILE)


def load(folder: Path) -> Judge:
    """Yes or no."""
    file = folder / FILE  # made by ourselves, a moment ago
    pipeline: Pipeline = skops.io.load(file, trusted=skops.io.get_untrusted_types(file=file))
    return pipeline.predict


def files(folder: Path) -> list[Path]:
    """Its words and its weights."""
    return [folder / FILE]


def macro_f1(_: Judge, texts: list[str], offence: Bools) -> float:
    """Of the same, learnt anew in each fold."""
    from tools.bench.judges.unseen import cross_validated

    many = np.array(texts, object)
    return cross_validated(
        offence, lambda seen, unseen: _new().fit(many[seen], offence[seen]).predict(many[unseen])
    )


def _new() -> Pipeline:
    return make_pipeline(TfidfVectorizer(), LogisticRegression(max_iter=1_000))
