"""The trials by strangers: as they are described, and kept apart from what was learnt."""

from collections import Counter
from pathlib import Path

import pytest

import classifier
from classifier.comparison import read_table
from classifier.corpus import load_examples

FOLDER = Path(classifier.__file__).with_name("trials")
TRIALS = {"complaints": "hostile", "emergencies": "urgency"}


@pytest.mark.parametrize(("trial", "label"), TRIALS.items())
def test_no_text_of_a_trial_is_learnt_from(trial, label):
    ids, texts, _ = read_table(FOLDER / f"{trial}.csv", ("id", "text", label))
    assert len(set(ids)) == len(set(texts)) == len(ids)
    assert {one.text.casefold() for one in load_examples()}.isdisjoint(text.casefold() for text in texts)


def test_only_complaints_are_called_harmless():
    kinds, labels = read_table(FOLDER / "complaints.csv", ("kind", "hostile"))
    said = Counter(zip(kinds, labels, strict=True))
    assert said == {("complaint", "no"): 220, ("hate", "yes"): 120, ("threat", "yes"): 24}


def test_every_emergency_should_be_acute():
    (labels,) = read_table(FOLDER / "emergencies.csv", ("urgency",))
    assert Counter(labels) == {"acute": 184}
