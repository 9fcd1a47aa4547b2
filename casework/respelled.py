"""How a term may be spelled (umlauts, marks, apostrophes, gaps, order) and where that stands in a text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

UNSEEN = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # letters and signs with nothing to be seen
FEWEST_LOOSE, FEWEST_IN_A_WORD, FEWEST_BEFORE_S = 4, 8, 3  # letters and digits of a term
MOST_RINGS = 6
_DECODINGS = 3  # an address within an address within an address
_HANGING = ("Mn", "Me", "Cf")
_CASED = ("Lu", "Ll", "Lt")
_APOSTROPHES = "\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\ua78c"  # letters, says Unicode
_WITHOUT_STROKE = str.maketrans({"ø": "ö", "œ": "ö", "æ": "ä", "ł": "l", "đ": "d", "ı": "i"})
_DOTS, _RING = str.maketrans("aou", "äöü"), str.maketrans("a", "å")
# Ways that begin alike differ by one letter only, so that a search soon knows which it is.
_WAYS = {
    "a": "[aäå]",
    "o": "[oö]",
    "u": "[uü]",
    "ä": "(?:[äå]|ae?)",
    "ö": "(?:ö|oe?)",
    "ü": "(?:ü|ue?)",
    "å": "(?:[äå]|aa?)",
    "ae": "(?:[aå]e|äe?)",
    "oe": "(?:oe|öe?)",
    "ue": "(?:ue|üe?)",
    "aa": "(?:[aä][aäå]|å)",
}
_UNIT = re.compile("aa|ae|oe|ue|.", re.DOTALL)
_ENCODED = re.compile("(?:%[0-9A-Fa-f]{2})+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a term; `signs`: its signs count, for it has hardly a letter."""

    pattern: re.Pattern[str]
    signs: bool = False
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is compared: small letters and digits, one blank for any run of separators.

    `base`, `starts` and `ends` say of each of them which character it was and where it stands in the text.
    """

    bare: str
    base: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def places(self, one: Pattern) -> Iterator[tuple[int, int]]:
        """Where it stands, [start, end) of `bare`: as words and numbers of their own, not within others."""
        for start, end in every(one.pattern, self.bare):
            if self._alone(start, end) or (one.in_words and self._run_together(start, end)):
                yield start, end

    def _alone(self, start: int, end: int) -> bool:
        if self._one_number(start) or self._one_number(end) or self._one_word(start):
            return False
        return not self._one_word(end) or self._genitive(start, end)

    def _genitive(self, start: int, end: int) -> bool:
        long_enough = end - start - self.bare.count(" ", start, end) >= FEWEST_BEFORE_S
        return long_enough and self.bare[end] == "s" and not self._one_word(end + 1)

    def _run_together(self, start: int, end: int) -> bool:
        """Several words without a gap, as in a handle: where they end in it cannot be known."""
        apart = " " in self.bare[start:end]
        return not (apart or self._one_number(start) or self._one_number(end))

    def _one_number(self, i: int) -> bool:
        """Whether the characters before and at this place are digits of one number, or parts of one sign."""
        if not 0 < i < len(self.bare) or " " in self.bare[i - 1 : i + 1]:
            return False
        if self.starts[i - 1] == self.starts[i]:
            return True
        return self.base[i - 1].isdecimal() and self.base[i].isdecimal()

    def _one_word(self, i: int) -> bool:
        """Whether both are letters of one word; scripts without capitals often write words together."""
        if not 0 < i < len(self.bare) or " " in self.bare[i - 1 : i + 1]:
            return False
        before, after = unicodedata.category(self.base[i - 1]), unicodedata.category(self.base[i])
        return before in _CASED and after in _CASED and (before, after) != ("Ll", "Lu")


def readings(text: str, *, signs: bool = False) -> Iterator[Reading]:
    """The text as it stands and, where parts of it are percent-encoded, as that reads."""
    edges: Sequence[int] = range(len(text) + 1)
    for _ in range(_DECODINGS):
        yield _reading(text, edges, signs=signs)
        if not _ENCODED.search(text):
            return
        text, edges = _decoded(text, edges)
    yield _reading(text, edges, signs=signs)


def patterns(term: str) -> list[Pattern]:
    """The ways to write a term; none for one with nothing to be seen."""
    words = [word for word in map(core, term.split()) if word]
    if len("".join(words)) < 2:
        signs = next(readings(term.strip(), signs=True)).bare
        return [Pattern(re.compile(re.escape(signs)), signs=True)] if signs.strip() else []
    orders = [words]
    if len(words) > 1 and not any(character.isdigit() for word in words for character in word):
        orders.append([words[-1], *words[:-1]])
    several = len(words) > 1 and sum(map(len, words)) >= FEWEST_IN_A_WORD
    return [Pattern(re.compile(_spelled(" ".join(order))), in_words=several) for order in orders]


def core(word: str) -> str:
    """Its letters and digits as they are compared, a blank for any separators between them."""
    return next(readings(word)).bare.strip()


def every(pattern: re.Pattern[str], bare: str) -> Iterator[tuple[int, int]]:
    """All places, also those that overlap."""
    found = pattern.search(bare)
    while found:
        yield found.span()
        found = pattern.search(bare, found.start() + 1)


def _spelled(bare: str) -> str:
    loose = len(bare.replace(" ", "")) >= FEWEST_LOOSE
    numbers = sum(character.isdigit() for character in bare) >= FEWEST_LOOSE
    units = [unit for word in bare.split(" ") for unit in (*_UNIT.findall(word), " ")][:-1]
    parts = [_way(units[0], 0)]
    for i, (before, unit) in enumerate(pairwise(units), start=1):
        if unit == " ":
            parts.append(" ?" if loose else " ")
        else:
            parts += [_gap(before, unit, loose, numbers), _way(unit, units[:i].count("å"))]
    return "".join(parts)


def _gap(before: str, unit: str, loose: bool, numbers: bool) -> str:
    """Separators may stand between the digits of a number, and where letters and digits meet."""
    if before == " ":
        return ""
    if before.isdigit() and unit.isdigit():
        return " ?" if numbers else ""
    return " ?" if loose and before.isdigit() != unit.isdigit() else ""


def _way(unit: str, rings: int) -> str:
    """Only the first few `å` may be spelled out: a row of them could be read in too many ways."""
    if unit == "å" and rings >= MOST_RINGS:
        return _WAYS["a"]
    return _WAYS.get(unit) or re.escape(unit)


def _reading(text: str, edges: Sequence[int], *, signs: bool) -> Reading:
    bare: list[str] = []
    base: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, cluster in _clusters(text):
        for part in _plain(cluster, signs):
            if part == " " and bare and bare[-1] == " ":
                continue
            bare.append(part)
            base.append(cluster[0])
            starts.append(edges[start])
            ends.append(edges[end])
    return Reading("".join(bare), base, starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Each character with the marks that hang on it; of these only the one that makes it another letter."""
    start, telling = 0, ""
    for i in range(1, len(text)):
        if not _hangs(text[i]):
            yield start, i, text[start] + telling
            start, telling = i, ""
        elif text[i] in "\u0308\u030a" and not telling:
            telling = text[i]
    if text:
        yield start, len(text), text[start] + telling


@lru_cache(maxsize=4096)
def _hangs(character: str) -> bool:
    return unicodedata.category(character) in _HANGING


@lru_cache(maxsize=4096)
def _plain(cluster: str, signs: bool) -> str:
    """Small letters without marks, but `ä ö ü å`; digits; a blank for a separator; nothing for what hides."""
    if cluster[0].isspace():
        return " "
    if cluster[0] in UNSEEN or unicodedata.category(cluster[0]) == "Cc":
        return ""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", cluster).casefold())
    bare = "".join(_part(part, signs) for part in small).translate(_WITHOUT_STROKE)
    if bare.isspace():  # a sign that is no more than a mark on a blank
        return cluster[0] if signs else " "
    if "\u0308" in small:
        bare = bare.translate(_DOTS)
    return bare.translate(_RING) if "\u030a" in small else bare


def _part(part: str, signs: bool) -> str:
    category = unicodedata.category(part)
    if category in _HANGING:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(part))
    if (part.isalnum() or category == "Mc") and part not in _APOSTROPHES:
        return part
    return part if signs else " "


def _decoded(text: str, edges: Sequence[int]) -> tuple[str, list[int]]:
    """Percent-encoded UTF-8 as its characters, each where its code stands."""
    parts: list[str] = []
    at: list[int] = []
    done = 0
    for found in _ENCODED.finditer(text):
        parts.append(text[done : found.start()])
        at += edges[done : found.start()]
        done, here = found.end(), found.start()
        for character in bytes.fromhex(found.group().replace("%", "")).decode(errors="surrogateescape"):
            parts.append(character)
            at.append(edges[here])
            here += 3 * len(character.encode(errors="surrogateescape"))
    return "".join([*parts, text[done:]]), [*at, *edges[done:]]
