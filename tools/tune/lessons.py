"""What the encoder is tuned on: our examples of the train part, and five sixths of each public set."""

import random
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from classifier.corpus import DAVIDSON, GAHD, GERMEVAL, Example, load_examples, read_set
from classifier.model import HOSTILITIES, INTENTS, TARGETS
from classifier.parts import left_out, split

OURS, PUBLIC = "ours", "public"
LABELS = {
    "germeval": ["OTHER", "PROFANITY", "INSULT", "ABUSE"],
    "gahd": ["0", "1"],
    "davidson": ["neither", "offensive", "hate"],
}
FILES = {"germeval": (GERMEVAL, "fine"), "gahd": (GAHD, "label"), "davidson": (DAVIDSON, "label")}
MOST_OF_A_LABEL = 1_600  # Davidson's set is large, and mostly slang
DISTURBED = 0.2
_LOOK_ALIKES = {"a": "@4", "e": "3", "i": "1!", "o": "0", "s": "$5"}


@dataclass(frozen=True, slots=True)
class Question:
    """A text of one set and the right answer: of ours an example, else the label's number; of PUBLIC texts
    the numbers of their labels, by set."""

    source: str
    text: str
    answer: Example | int | Mapping[str, int]


def ours() -> list[Question]:
    """The examples of the train part."""
    return [Question(OURS, example.text, example) for example in split(load_examples()).train]


def public(folder: Path, source: str, chance: random.Random) -> list[Question]:
    """A public set without every sixth text; of Davidson's no more than 1,600 of a label but hate."""
    file, column = FILES[source]
    names = LABELS[source]
    found = [Question(source, row["text"], names.index(row[column])) for row in read_set(folder / file)]
    if source == "davidson":
        chance.shuffle(found)
        by_label = [[one for one in found if one.answer == label] for label in range(len(names))]
        most = [None if name == "hate" else MOST_OF_A_LABEL for name in names]
        found = [one for few, count in zip(by_label, most, strict=True) for one in few[:count]]
    return [one for one in found if not left_out(one.text)]


def numbers_of(example: Example) -> tuple[int, list[float], int]:
    """Intent, hostilities with "any" behind them, and target as numbers."""
    kinds = [float(one in example.hostility) for one in HOSTILITIES]
    return INTENTS.index(example.intent), [*kinds, float(any(kinds))], TARGETS.index(example.target)


def disturbed(text: str, chance: random.Random) -> str:
    """The text as another hand might have typed it: small letters, no marks, a slip, a disguise.

    Not in capitals: `classifier.meaning.calmed` takes those for small letters.
    """
    ways: Sequence[tuple[float, Callable[[str], str]]] = (
        (0.20, str.lower),
        (0.35, _without_umlauts),
        (0.45, _without_marks),
        (0.55, lambda all_of_it: "".join(one for one in all_of_it if one not in ",.;:!?")),
    )
    drawn = chance.random()
    for below, way in ways:
        if drawn < below:
            return way(text)
    words = text.split(" ")
    long = [number for number, word in enumerate(words) if len(word) > 3]
    for number in chance.sample(long, min(len(long), 1 + len(long) // 8)):
        words[number] = _slip(words[number], drawn, chance)
    return " ".join(words)


def _without_umlauts(text: str) -> str:
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.replace(umlaut, plain)
    return text


def _without_marks(text: str) -> str:
    """As on a foreign keyboard: å and ä become a, ö becomes o."""
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(one for one in apart if not unicodedata.combining(one)))


def _slip(word: str, drawn: float, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    if drawn < 0.70:
        return word[:at] + word[at + 1 :]
    if drawn < 0.80:
        return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    if drawn < 0.87:
        return "".join(_look_alike(one, chance) for one in word)
    if drawn < 0.93:
        return " ".join(word)
    return word[:at] + "*" + word[at + 1 :]


def _look_alike(letter: str, chance: random.Random) -> str:
    known = letter in _LOOK_ALIKES and chance.random() < 0.7
    return chance.choice(_LOOK_ALIKES[letter]) if known else letter
