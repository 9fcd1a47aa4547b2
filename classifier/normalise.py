"""Reads a text past its disguises, and remembers where in the original each read character stood."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LONGEST_HEAD = 6_000
LONGEST_TAIL = 2_000
MOST_SPELT_OUT, MOST_OF_ONE = 2 * (LONGEST_HEAD + LONGEST_TAIL), 3
URL, PERSON, DATA = "weblink", "atperson", "rawdata"
TELLING_NUMBERS = frozenset(
    {"1312", "88", "1488", "18", "28", "110", "112", "114", "116117", "911", "999", "101"}
)

_HOMOGLYPHS = str.maketrans(
    "аеорсухіјѕԁһԛԝѵɡаɑοаορτυνκιαεηɩıⅼ|ʙʀɴʜɪʏкмтвн",
    "aeopcyxijsdhqwvgaaoaoptuvkiaenliilbrnhiykmtbh",
)
_SPELT_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"}
_LEET = str.maketrans("013457@$€!", "oieastasei")
_QUOTES = str.maketrans("„“”«»‚‘’´`", '"""""' + "'" * 5)

_SPACES = re.compile(" {2,}")
_URL = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:de|com|org|net|info|se|nl|io|me|ru|shop|xyz)\b(?:/\S*)?"
)
_MENTION = re.compile(r"(?<![\w@])@[\w.-]*\w")
# Letters apart: four or more, or fewer beside other such words where wide gaps part the words.
_LETTER, _GAP = r"(?:[aou]e|ss|[^\W\d_])", r"(?: ?[.\-_*·/]{1,2} ?| )"
_APART = rf"{_LETTER}(?:{_GAP}{_LETTER})"
_LETTER_SPACED = re.compile(
    rf"(?<![^\W_])(?:{_APART}{{3,}}|{_LETTER}(?: {{2,}}{_LETTER}){{3,}}(?!{_GAP}{_LETTER})"
    rf"|{_APART}+(?= {{2,}}{_LETTER}{_GAP}{_LETTER}(?![^\W_]))|(?<= {{2}}){_APART}+)(?![^\W_])"
)
_LETTER_GAP = re.compile(r"[ .\-_*·/]+")
CHAINED = re.compile(r"(?<![^\W_])[^\W_]++(?:[-_][^\W_]++){3,}")  # words-strung-together-like-this
JOINT = re.compile(r"[-_]")
_LEET_INSIDE = re.compile(
    r"(?<=[^\W\d_])(?:[013457$€@]|(?<![aeiouy])!(?![aeiouy]))(?=[^\W\d_])|(?<!\w)[$€](?=[^\W\d_]{2})"
)
_STAR_INSIDE = re.compile(r"(?<=[^\W\d_])[*_•·]+(?=[^\W\d_])(?!\*?in(?:nen)?\b)")
_LONG_VOWEL = re.compile(r"([aeiouy])\1{2,}")
_LONG_RUN = re.compile(r"(\D)\1{2,}")
_NUMBER = re.compile(r"\d+")
_SYMBOL = re.compile(r"((?!(?<=\w)'\w)[^\w\s@])\1?|(?<!\w)@|_+")
RAW = re.compile(r"(?<!\S)(?=(?:[^\s\d]*\d){3})[A-Za-z0-9+/=_-]{40,}(?!\S)")  # a key, a picture: no language
_HIDDEN = frozenset({"Cf", "Mn", "Me", "Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: words and symbols with one space between, and offsets into the original.

    `starts[i]:ends[i]` is the piece of the original behind character i of `text` (empty for a space put in).
    """

    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]


def read(original: str) -> Reading:
    """Undo disguises: look-alikes, hidden characters, spaced letters, strung words, leet, stars, runs.

    Digits are read as 0 except in emergency numbers and codes, mentions and links as one word each.
    Of a text longer than 8,000 characters the first 6,000 and the last 2,000 are read. Never fails.
    """
    reading = _letters(original)
    for pattern, replace in _STEPS:
        if pattern.search(reading.text):
            reading = _replace(reading, pattern, replace)
    return _strip(Reading(_NUMBER.sub(_figure, reading.text), reading.starts, reading.ends))


def _figure(number: re.Match[str]) -> str:
    """As long as before: a telling number stays, any other is read as so many zeros."""
    return number[0] if number[0] in TELLING_NUMBERS else "0" * len(number[0])


def _letters(original: str) -> Reading:
    """One pass over the characters: NFKC, small letters, look-alikes, hidden ones left out."""
    places = np.arange(len(original), dtype=np.int32)
    if len(original) > LONGEST_HEAD + LONGEST_TAIL:
        places = np.concatenate([places[:LONGEST_HEAD], places[-LONGEST_TAIL:]])
        original = original[:LONGEST_HEAD] + original[-LONGEST_TAIL:]
    pieces = [_KNOWN[character] for character in original]
    pieces = shortened(pieces)
    starts = np.repeat(places, [len(piece) for piece in pieces])
    return Reading("".join(pieces), starts, starts + 1)


def shortened(pieces: list[str]) -> list[str]:
    """What each character is spelt out as; only its first letters where that would be without end: ﷺ alone is
    eighteen. The words between such characters stay whole."""
    if sum(map(len, pieces)) <= MOST_SPELT_OUT:
        return pieces
    return [piece[:MOST_OF_ONE] for piece in pieces]


class _Letters(dict[str, str]):
    """How each character is read; worked out once per character."""

    def __missing__(self, character: str) -> str:
        read_as = _read_character(character)
        self[character] = read_as
        return read_as


def _read_character(character: str) -> str:
    if character.isspace():
        return " "
    quoted = character.translate(_QUOTES)  # before NFKC, which makes a space of an accent that stands alone
    plain = unicodedata.normalize("NFKC", quoted).lower().translate(_HOMOGLYPHS)
    spelt = "".join(_SPELT_OUT.get(one, one) for one in plain)
    bare = unicodedata.normalize("NFD", spelt)
    return "".join(
        " " if unicodedata.category(one) in ("Cc", "Zs", "Zl", "Zp") else one
        for one in bare
        if unicodedata.category(one) not in _HIDDEN or _is_umlaut(one)
    )


def _is_umlaut(character: str) -> bool:
    return character == "\u0308"


def _replace(reading: Reading, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> Reading:
    """Replace each match; its new characters all point to the whole match in the original, or, where there
    are as many as before, each to its own."""
    pieces, starts, ends, done = [], [], [], 0
    for match in pattern.finditer(reading.text):
        new, (first, behind) = replace(match), match.span()
        pieces += [reading.text[done:first], new]
        starts += [reading.starts[done:first], reading.starts[first:behind]]
        ends += [reading.ends[done:first], reading.ends[first:behind]]
        if len(new) != behind - first:
            starts[-1] = np.full(len(new), reading.starts[first], np.int32)
            ends[-1] = np.full(len(new), reading.ends[behind - 1], np.int32)
        done = behind
    pieces.append(reading.text[done:])
    starts.append(reading.starts[done:])
    ends.append(reading.ends[done:])
    return Reading("".join(pieces), np.concatenate(starts), np.concatenate(ends))


def _strip(reading: Reading) -> Reading:
    """Leave no space at either end."""
    left = len(reading.text) - len(reading.text.lstrip())
    right = max(len(reading.text.rstrip()), left)
    return Reading(reading.text[left:right], reading.starts[left:right], reading.ends[left:right])


_KNOWN = _Letters()
_STEPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile("[aou]\u0308"), lambda m: m[0][0] + "e"),
    (re.compile("\u0308"), lambda _: ""),
    (re.compile(r"([aou]e)\1{2,}"), lambda m: m[1]),
    (_URL, lambda _: f" {URL} "),
    (RAW, lambda _: DATA),
    (_MENTION, lambda _: f" {PERSON} "),
    (_LETTER_SPACED, lambda m: _LETTER_GAP.sub("", m[0])),
    (_SPACES, lambda _: " "),
    (CHAINED, lambda m: JOINT.sub(" ", m[0])),
    (_LEET_INSIDE, lambda m: m[0].translate(_LEET)),
    (_STAR_INSIDE, lambda _: ""),
    (_LONG_VOWEL, lambda m: m[1]),
    (_LONG_RUN, lambda m: m[1] * 2),
    (_SYMBOL, lambda m: f" {m[0]} "),
    (_SPACES, lambda _: " "),
)
