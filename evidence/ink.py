"""Strangers' words made ready for paper: blackened, inert, and no character lost without its code point."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

import regex

from casework.blackening import blacken
from casework.visible import visible

PLAIN, CODE, CHUNK = 0, 1, 2
LONGEST_SHORT = 80
LONGEST_RUN, CHUNK_LENGTH, CODES_TOGETHER = 24, 8, 3
MOST_MARKS, LONGEST_CLUSTER = 4, 12
_HARMLESS = re.compile(r"[\n\x20-\x7e\xa1-\xac\xae-\u02ff]*")
_JOINER, _SELECTOR = "\u200d", "\ufe0f"
# Scripts that break lines without spaces, by rules of their own that the typesetter knows.
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_LONG_RUN = re.compile(rf"[^\s{_UNSPACED}]{{{LONGEST_RUN + 1},}}")


class Own(str):
    """Words of ours, such as a label, a hash or a path: set as they stand."""

    __slots__ = ()


class Plain(str):
    """A stranger's words where no layout is possible, such as the document's title: one inert line."""

    __slots__ = ()


class Short(str):
    """A stranger's words in a head or foot, where there is little room: cut, after they were blackened."""

    __slots__ = ()


class Wording(str):
    """A stranger's words whose lines are kept; every other `str` is set as one line."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ink:
    """How words are set: what is blackened, what no font at hand has, and whether only Latin letters go."""

    blackened: Sequence[str] = ()
    lost: frozenset[str] = frozenset()
    latin_only: bool = False

    def dry(self, value: object) -> object:
        """The value as plain data for the templates; each stranger's words become lines of runs."""
        match value:
            case str():
                return self._set(value)
            case Mapping():
                return {str(key): self.dry(one) for key, one in value.items()}
            case Sequence():
                return [self.dry(one) for one in value]
            case bool() | int() | None:
                return value
            case _:
                raise TypeError(f"{type(value).__name__} cannot be set")

    def _set(self, words: str) -> object:
        match words:
            case Own():
                return words
            case Plain():
                return "".join(self._pieces(_cut(visible(blacken(words, self.blackened)))))
            case Short():
                return self._lines(_cut(blacken(words, self.blackened)), several=False)
            case _:
                return self._lines(blacken(words, self.blackened), several=isinstance(words, Wording))

    def _lines(self, text: str, *, several: bool = True) -> dict[str, object]:
        lines = text.split("\n") if several else [text]
        return {"lines": [{"d": _direction(line), "r": list(self._runs(line))} for line in lines]}

    def _runs(self, line: str) -> Iterator[tuple[str, int]]:
        """(text, kind): as it stands, code points written out, or a piece of a word too long for a line."""
        for written_out, group in groupby(self._pieces(line), key=lambda piece: isinstance(piece, Own)):
            if written_out:
                yield from (("".join(codes), CODE) for codes in _batched(group))
            else:
                yield from _broken("".join(group))

    def _pieces(self, line: str) -> Iterator[str]:
        """Characters as they stand; `Own` where one is written out."""
        start = _HARMLESS.match(line)
        if start and start.end() == len(line) and self.lost.isdisjoint(line) and "\n" not in line:
            yield line
            return
        for cluster in regex.findall(r"\X", line):
            yield from self._cluster(cluster)

    def _cluster(self, cluster: str) -> Iterator[str]:
        marks, before = 0, ""
        for character in cluster:
            marks += unicodedata.category(character) in ("Mn", "Me")
            hidden = visible(character) != character or self._unprintable(character)
            stacked = marks > MOST_MARKS or (len(cluster) > LONGEST_CLUSTER and before)
            stray = character in (_JOINER, _SELECTOR) and not _joins(character, before)
            yield Own(f"[U+{ord(character):04X}]") if hidden or stacked or stray else character
            before = character

    def _unprintable(self, character: str) -> bool:
        return character in self.lost or (self.latin_only and character > "\u017f")


def _joins(character: str, before: str) -> bool:
    """Whether a joiner or an emoji selector follows a sign that it can belong to; else it is unseen."""
    if not before:
        return False
    category = unicodedata.category(before)
    if character == _SELECTOR:
        return category[0] in "SPN"
    return category in ("So", "Sk") or before == _SELECTOR


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_SHORT else words[:LONGEST_SHORT] + "…"


def _batched(codes: Iterator[str]) -> Iterator[list[str]]:
    """A few at a time: a box for each would need much memory where thousands stand in a row."""
    while together := list(islice(codes, CODES_TOGETHER)):
        yield together


def _broken(text: str) -> Iterator[tuple[str, int]]:
    """A word too long for a line goes in pieces between which it may break; no character is added."""
    done = 0
    for found in _LONG_RUN.finditer(text):
        if found.start() > done:
            yield text[done : found.start()], PLAIN
        yield from ((chunk, CHUNK) for chunk in _chunks(found.group()))
        done = found.end()
    if done < len(text):
        yield text[done:], PLAIN


def _chunks(word: str) -> Iterator[str]:
    if word.isascii():
        yield from (word[i : i + CHUNK_LENGTH] for i in range(0, len(word), CHUNK_LENGTH))
        return
    clusters = regex.findall(r"\X", word)
    for i in range(0, len(clusters), CHUNK_LENGTH):
        yield "".join(clusters[i : i + CHUNK_LENGTH])


def _direction(line: str) -> str:
    """By the first strong letter (Unicode Bidirectional Algorithm, rules P2 and P3)."""
    strong = (unicodedata.bidirectional(c) for c in line)
    first = next((b for b in strong if b in ("L", "R", "AL")), "L")
    return "ltr" if first == "L" else "rtl"


def lost_in(refusal: str) -> frozenset[str]:
    """The characters that the typesetter says it has no glyph for, from its refusal."""
    told = re.findall(r'the text `"(.*?)"` could not be displayed', refusal)
    return frozenset(c for text in told for c in _unescaped(text))


def _unescaped(text: str) -> str:
    """What a Rust debug string stands for."""
    plain = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}

    def one(found: re.Match[str]) -> str:
        return chr(int(found[1], 16)) if found[1] else plain.get(found[2], found[2])

    return re.sub(r"\\u\{([0-9a-f]+)\}|\\(.)", one, text)
