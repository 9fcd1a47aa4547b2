"""How a text is made, in a few numbers: its length, its marks, its language, whether the safety net rang."""

import re

import numpy as np

from classifier.features import Floats
from classifier.languages import OURS, Language
from classifier.normalise import PERSON, URL, Reading

MOST_MARKS, SEARCHED, LONGEST_SENTENCE = 5, 2_000, 400
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n\s*")
NAMES = (
    "length",
    "length of the last sentence",
    "question marks",
    "exclamation marks",
    "ends in a question",
    "names somebody",
    "has a link",
    "rang the safety net",
    *OURS,
)


def signals(reading: Reading, last_sentence: str, language: Language, alarmed: bool) -> Floats:
    """One number a name of `NAMES`."""
    text = reading.text
    made = [
        len(text) ** 0.5 / 10,
        len(last_sentence) ** 0.5 / 10,
        min(text.count("?"), MOST_MARKS),
        min(text.count("!"), MOST_MARKS),
        text.endswith("?"),
        PERSON in text,
        URL in text,
        alarmed,
    ]
    return np.array([*made, *(language.nearest == one for one in OURS)], np.float64)


def last_sentence(original: str) -> str:
    """The last sentence as written, at most 400 characters; the whole where there is one only."""
    return _SENTENCE_END.split(original[-SEARCHED:].strip())[-1][-LONGEST_SENTENCE:]
