"""How a text is made, in a few numbers: its length, its marks, its language, whether the safety net rang."""

import numpy as np

from classifier.features import Floats
from classifier.languages import OURS, Language
from classifier.normalise import PERSON, URL, Reading

MOST_MARKS = 5
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
