"""The functional tests of hate: whole, balanced as described, and kept apart from what was learnt."""

from collections import Counter
from pathlib import Path

import pytest

import classifier
from classifier.comparison import read_table
from classifier.corpus import load_examples

FOLDER = Path(classifier.__file__).with_name("functional")
COLUMNS = ("id", "functionality", "group", "hate", "text")


@pytest.mark.parametrize("language", ["de", "en", "nl"])
def test_each_functionality_has_twelve_sentences_of_one_label(language):
    ids, kinds, _, labels, texts = read_table(FOLDER / f"{language}.csv", COLUMNS)
    assert len(set(ids)) == len(set(texts)) == 28 * 12
    assert set(Counter(kinds).values()) == {12}
    assert len(set(zip(kinds, labels, strict=True))) == 28
    assert set(labels) == {"yes", "no"}


def test_no_sentence_stands_among_the_examples():
    learnt = {example.text.casefold() for example in load_examples()}
    for file in FOLDER.glob("*.csv"):
        assert learnt.isdisjoint(text.casefold() for text in read_table(file, COLUMNS)[-1])
