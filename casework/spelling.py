"""How people write a word: bent by grammar, cut short, without umlauts, or with a slip of the pen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

LONGEST_WORD = 40
FEWEST_LETTERS = 3
_WORD = re.compile(r"[^\W_]+")
_BINDS = re.compile(r"[ \u00a0]?[-\u2010-\u2015]?[ \u00a0]?")
_SHORT = re.compile(r"\.[ \u00a0]?")
_ENDINGS = ("es", "en", "em", "er", "e", "s", "n")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands, its bare spelling, and what that may be an inflection of."""

    start: int
    end: int
    folded: str
    forms: frozenset[str]


def words(text: str) -> list[Word]:
    """The words of a text in NFC, in order."""
    found = []
    for match in _WORD.finditer(text):
        small = folded(match.group()[: LONGEST_WORD + 1])
        found.append(Word(match.start(), match.end(), small, forms(small)))
    return found


def folded(word: str) -> str:
    """One word without capitals, umlauts and the many ways to write a street."""
    small = normalize("NFC", word).casefold().translate(_UMLAUTS)
    for ending in ("straat", "str"):
        if small.endswith(ending):
            return small[: -len(ending)] + "strasse"
    return small


def forms(word: str) -> frozenset[str]:
    """The folded word and what it may be an inflection of."""
    bare = {word[: -len(e)] for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= FEWEST_LETTERS}
    return frozenset({word, *bare})


def bound(text: str, first: Word, second: Word) -> bool:
    """Whether two words can be one name: nothing but a blank or a hyphen between, or the dot of "Str."."""
    gap = text[first.end : second.start]
    short = first.folded in ("st", "sankt") or first.folded.endswith("strasse")
    return bool(_BINDS.fullmatch(gap)) or (short and bool(_SHORT.fullmatch(gap)))


def shortened(word: str) -> Iterator[str]:
    """The word, and all that is left of it without one letter: two words with one in common are close."""
    yield word
    yield from (word[:i] + word[i + 1 :] for i in range(len(word)))


def one_slip(one: str, other: str) -> bool:
    """Whether one letter was left out, put in or mistaken, or two changed places."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or one == other:
        return False
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = short[same : same + 2] == long[same : same + 2][::-1] and short[same + 2 :] == long[same + 2 :]
    return swapped or short[same + 1 :] == long[same + 1 :]
