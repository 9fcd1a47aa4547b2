"""Place names in people's words: which of the known ones a text names, however inflected or abbreviated.

"in der Lindenstr. 7", "am Kanalparks Ende", "Linden-Straße" and "Lindenstrasse" all name the Lindenstraße. A
slip of one letter is taken for a guess, never for certain.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from casework.spelling import LONGEST_WORD, Word, bound, forms, one_slip, shortened
from casework.spelling import words as words_in

LONGEST_READ = 20_000
SLIPS_FROM = 8  # shorter words turn into one another too easily
SHORT, LONG = 6, 8
_NUMBER = re.compile(r"[ \u00a0,]{0,2}(?:nr\.?|nummer|haus)?[ \u00a0]?(\d{1,4})(?!\d)", re.IGNORECASE)
_LANDMARKS = ("bahnhof", "strasse", "platz", "markt", "hafen", "kirche", "rathaus", "schule", "zentrum")
_RANGE = re.compile(r"(.+?)[ \u00a0]+(\d{1,4})\s*[-\u2013]\s*(\d{1,4})(?:\s+(gerade|ungerade))?")
_PREPOSITIONS = frozenset(
    {"am", "an", "auf", "im", "in", "zum", "zur", "beim", "bei", "hinter", "unter", "vor", "neben"}
)
_ARTICLES = frozenset({"der", "dem", "den", "die", "das", "de", "het", "the"})
_LEADING = _PREPOSITIONS | _ARTICLES
_BEFORE = _PREPOSITIONS | {
    *(
        "aus",
        "des",
        "ins",
        "hinterm",
        "nahe",
        "ueber",
        "um",
        "unterm",
        "vom",
        "von",
        "vorm",
        "zu",
        "zwischen",
    ),
    *("naehe", "ecke", "haus", "kreuzung", "op", "aan", "bij", "at", "on", "near"),
}
_KINDS = frozenset(
    {
        *("strasse", "weg", "platz", "allee", "gasse", "ring", "damm", "ufer", "park", "bruecke", "hof"),
        *("markt", "tor", "steig", "stieg", "wall", "kai"),
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """A street or place as it is listed; with house numbers only that part of the street.

    `last` 0 means all of it; `parity` 0 even numbers, 1 odd ones, `None` both.
    """

    name: str
    first: int = 0
    last: int = 0
    parity: int | None = None

    def has(self, number: int | None) -> bool:
        """Whether the house number lies here; an unknown one may."""
        if number is None or not self.last:
            return True
        return self.first <= number <= self.last and self.parity in (None, number % 2)


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a text names, in the text's own words; `exact` unless it takes a guess to see it."""

    place: Place
    said: str
    exact: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """A listed name; `led` where it begins with a preposition that people bend ("Am Speicher").

    `short` is the name where other words look like an inflection of it ("Ring", "ringen").
    """

    words: tuple[frozenset[str], ...]
    name: str
    led: bool = False
    short: str = ""

    def begins(self, word: str) -> bool:
        """Whether the name can begin with this word, as far as it is short."""
        return not self.short or word in (self.short, f"{self.short}s", f"{self.short}es")


def place_of(listed: str) -> Place:
    """The place that a list names: `Lindenstraße`, `Lindenstraße 1-40`, `Ring 1-99 ungerade`."""
    found = _RANGE.fullmatch(listed.strip())
    if not found:
        return Place(" ".join(listed.split()))
    name, first, last, parity = found.groups()
    odd = {"gerade": 0, "ungerade": 1}.get(parity or "")
    return Place(" ".join(name.split()), int(first), int(last), odd)


class Gazetteer:
    """Known places, ready to be found in texts."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Sort the names by the forms of their first word."""
        self._places: defaultdict[str, list[Place]] = defaultdict(list)
        self._entries: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._slips: defaultdict[str, set[str]] = defaultdict(set)
        for place in places:
            known = place.name in self._places
            self._places[place.name].append(place)
            if not known:
                self._learn(place.name)

    def find(self, text: str) -> list[Named]:
        """All places that the text names, each once, in the order of the text; exact before guessed."""
        read = normalize("NFC", text[:LONGEST_READ])
        words = words_in(read)
        found: dict[Place, Named] = {}
        at = 0
        while at < len(words):
            entry, until, exact = self._at(read, words, at)
            if entry is None:
                at += 1
                continue
            said = read[words[at].start : words[until - 1].end]
            for place in self._meant(entry.name, _number_behind(read, words[until - 1])):
                if place not in found or (exact and not found[place].exact):
                    found[place] = Named(place, said, exact)
            at = until
        return list(found.values())

    def _meant(self, name: str, number: int | None) -> list[Place]:
        return [place for place in self._places[name] if place.has(number)]

    def _learn(self, name: str) -> None:
        words = words_in(normalize("NFC", name))
        led = len(words) > 1 and words[0].folded in _PREPOSITIONS
        while led and len(words) > 1 and words[0].folded in _LEADING:
            words = words[1:]
        if not words:
            return
        short = words[0].folded if len(words) == 1 and len(words[0].folded) < SHORT else ""
        entry = _Entry(tuple(word.forms for word in words), name, led, short)
        for one in entry.words[0]:
            self._entries[one].append(entry)
        if len(words) == 1 and not led and len(words[0].folded) >= SLIPS_FROM:
            for form in shortened(words[0].folded):
                self._slips[form].add(name)

    def _at(self, read: str, words: Sequence[Word], at: int) -> tuple[_Entry | None, int, bool]:
        """The longest listed name that begins at this word, where it ends, and whether that is sure."""
        best: tuple[_Entry | None, int, bool] = (None, at, False)
        for shapes, until, sure in _beginnings(read, words, at):
            for entry in {e.name: e for form in shapes for e in self._entries.get(form, ())}.values():
                end = _matched(read, words, entry, until) if entry.begins(words[until - 1].folded) else 0
                exact = sure and _told(read, words[at:until], entry, led=_led(words, at))
                if end and (end, exact) > best[1:]:
                    best = (entry, end, exact)
        return best if best[0] else self._slip(words, at)

    def _slip(self, words: Sequence[Word], at: int) -> tuple[_Entry | None, int, bool]:
        word = words[at].folded
        if not SLIPS_FROM <= len(word) <= LONGEST_WORD:
            return None, at, False
        near = {name for form in shortened(word) for name in self._slips.get(form, ())}
        close = [name for name in near if one_slip(word, words_in(normalize("NFC", name))[-1].folded)]
        return (_Entry((), close[0], False), at + 1, False) if len(close) == 1 else (None, at, False)


def town_named(text: str, towns: Mapping[str, str] | frozenset[str]) -> set[str]:
    """Which of these towns the text says something happened in: "in Peine", "Bahnhof Hannover"."""
    read = normalize("NFC", text[:LONGEST_READ])
    found = set()
    for before, word in pairwise([Word(0, 0, "", frozenset()), *words_in(read)]):
        said = read[word.start : word.end]
        capital = said[:1].isupper() and not said.isupper()
        told = before.folded in ("in", "aus", "bei") or before.folded.endswith(_LANDMARKS)
        if capital and said in towns and told and read[before.end : word.start].isspace():
            found.add(said)
    return found


def _beginnings(read: str, words: Sequence[Word], at: int) -> Iterator[tuple[frozenset[str], int, bool]]:
    """The word at this place; and put together with the next one, where that says what kind of place it is.

    "Linden Weg" written apart is only likely to be one name; a capital or a hyphen makes it sure.
    """
    yield words[at].forms, at + 1, True
    if at + 1 < len(words) and bound(read, words[at], words[at + 1]):
        second = words[at + 1]
        if second.forms & _KINDS:
            sure = read[second.start].isupper() or "-" in read[words[at].end : second.start]
            yield forms(words[at].folded + second.folded), at + 2, sure


def _matched(read: str, words: Sequence[Word], entry: _Entry, until: int) -> int:
    """Where the name ends if its further words follow, else 0."""
    for shapes in entry.words[1:]:
        if until >= len(words) or not bound(read, words[until - 1], words[until]):
            return 0
        if not shapes & words[until].forms:
            return 0
        until += 1
    return until


def _led(words: Sequence[Word], at: int) -> bool:
    """Whether a preposition leads to the word, with an article between or not: "zum Hof", "in der Bucht"."""
    before = [word.folded for word in words[max(0, at - 2) : at]]
    if before and before[-1] in _ARTICLES:
        before.pop()
    return bool(before) and before[-1] in _BEFORE


def _told(read: str, words: Sequence[Word], entry: _Entry, *, led: bool) -> bool:
    """Whether the words can hardly be meant otherwise: led to, or else a capital or a long word."""
    first = words[0]
    return led or (not entry.led and (read[first.start].isupper() or len(first.folded) >= LONG))


def _number_behind(read: str, word: Word) -> int | None:
    """The house number; the dot of "Str." may stand before it, but no end of a sentence."""
    cut = read[word.start : word.end].casefold().endswith("str") and read[word.end : word.end + 1] == "."
    found = _NUMBER.match(read, word.end + cut)
    return int(found.group(1)) if found else None
