"""The screen's eyes: hashed words and pieces of words of a whole batch, a few microseconds a text."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from classifier.normalise import LONGEST_HEAD, LONGEST_TAIL, MOST_SPELT_OUT, read, shortened

BITS = 18
BUCKETS = 1 << BITS
LENGTHS = (3, 4, 5)
PIECES_COUNT, WORDS_COUNT = 1.0, 0.7

_DRAWN_OUT = re.compile(r"(.)\1{2,}", re.DOTALL)
_MENTION = re.compile(r"@\w+")
_GAPS = frozenset("*_·•")
_SPACE = np.uint32(32)
_BASE, _MIX, _NEXT = np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)
_WORD, _PAIR = np.uint32(77), np.uint32(1542)
_SHIFT = np.uint32(32 - BITS)
_LONGEST_WORD = 1_000
_POWERS = np.multiply.accumulate(np.concatenate([[np.uint32(1)], np.full(_LONGEST_WORD, _BASE)]))

Codes = NDArray[np.uint32]
Bools = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Matrix: TypeAlias = Any  # scipy.sparse.csr_array, texts x BUCKETS; scipy ships no types


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of features: matrices (texts x BUCKETS, whole numbers; what occurs twice in a text may stand
    there twice), and a factor that makes a text's features of one length, however many they are (texts)."""

    matrices: tuple[Matrix, ...]
    share: NDArray[np.float64]


def blocks(originals: Sequence[str]) -> tuple[Block, Block]:
    """Pieces of 3 to 5 characters within words (their edges counted), and words and pairs of words."""
    line = _Line(originals)
    return _block(_pieces(line), PIECES_COUNT), _block(_words(line), WORDS_COUNT)


def fold(original: str) -> str:
    """Small letters, look-alikes and hidden characters undone, no character more than twice in a row, each
    symbol apart, mentions without their names.

    Of a text longer than 8,000 characters the first 6,000 and the last 2,000 are read. Never fails.
    """
    if len(original) > LONGEST_HEAD + LONGEST_TAIL:
        original = original[:LONGEST_HEAD] + original[-LONGEST_TAIL:]
    original = _DRAWN_OUT.sub(r"\1\1", original)
    if "@" in original:
        original = _MENTION.sub("@", original)
    folded = original.translate(_FOLDED)
    if len(folded) <= MOST_SPELT_OUT:
        return folded
    return "".join(shortened([_FOLDED[ord(character)] for character in original]))


class _Folded(dict[int, str]):
    """How each character is read; worked out once per character."""

    def __missing__(self, point: int) -> str:
        read_as = self[point] = _read_alone(chr(point))
        return read_as


def _read_alone(character: str) -> str:
    if character.isspace():
        return " "
    if character.isdigit():
        return str(unicodedata.digit(character))
    plain = read(character).text
    if plain in _GAPS:
        return ""
    return "".join(one if one.isalnum() else f" {one} " for one in plain)


_FOLDED = _Folded()


class _Line:
    """All texts as one line of code points, one space before each word and after it. `bounds` says where each
    text starts, and where the last ends (texts + 1)."""

    def __init__(self, originals: Sequence[str]) -> None:
        padded = [f" {fold(original)} " for original in originals]
        points = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), np.uint32)
        bounds = np.cumsum([0, *map(len, padded)])
        blank = points == _SPACE
        kept = np.ones(len(points), bool)
        kept[1:] = ~(blank[1:] & blank[:-1])
        kept[bounds[:-1]] = True
        self.points = points[kept]
        self.blank = blank[kept]
        self.bounds = np.concatenate([[0], np.cumsum(kept)])[bounds]


Part = tuple[Codes, Numbers]  # hashes in the order of the texts, and where each text's hashes start and end


def _pieces(line: _Line) -> list[Part]:
    """Hashes of pieces, rolled on from one length to the next."""
    hashes, parts = line.points, []
    broken = np.zeros(len(line.points), bool)
    for length in range(2, LENGTHS[-1] + 1):
        count = max(len(line.points) - length + 1, 0)
        hashes = hashes[:count] * _BASE + line.points[length - 1 :]
        if length > 2:
            broken = broken[:count] | line.blank[length - 2 : length - 2 + count]
        if length in LENGTHS:
            at = np.flatnonzero(~broken)
            parts.append((hashes[at] ^ np.uint32(length), np.searchsorted(at, line.bounds)))
    return parts


def _words(line: _Line) -> list[Part]:
    """Hashes of words, and of two words in a row."""
    edges = np.flatnonzero(line.blank[1:] != line.blank[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    bounds = np.searchsorted(starts, line.bounds)
    hashes = _word_hashes(line.points, starts, ends)
    row = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    at = np.flatnonzero(row[1:] == row[:-1])
    pairs = hashes[at] * _NEXT + hashes[at + 1]
    return [(hashes ^ _WORD, bounds), (pairs ^ _PAIR, np.searchsorted(at, bounds))]


def _word_hashes(points: Codes, starts: Numbers, ends: Numbers) -> Codes:
    """One hash a word; of a word longer than 1,000 characters the rest weighs alike."""
    if not len(starts):
        return np.empty(0, np.uint32)
    lengths = ends - starts
    first = np.cumsum(lengths) - lengths
    offsets = np.arange(lengths.sum()) - np.repeat(first, lengths)
    inside = points[np.repeat(starts, lengths) + offsets] + np.uint32(1)
    weighted = inside * _POWERS[np.minimum(offsets, _LONGEST_WORD)]
    hashes: Codes = np.add.reduceat(weighted, first, dtype=np.uint32)
    return hashes


def _block(parts: Sequence[Part], length: float) -> Block:
    count = np.sum([np.diff(bounds) for _, bounds in parts], axis=0)
    return Block(tuple(_matrix(*part) for part in parts), length / np.sqrt(np.maximum(count, 1)))


def _matrix(hashes: Codes, bounds: Numbers) -> Matrix:
    columns = (((hashes ^ (hashes >> np.uint32(15))) * _MIX) >> _SHIFT).astype(np.int32)
    ones = np.ones(len(columns), np.int32)
    return sparse.csr_array((ones, columns, bounds.astype(np.int32)), shape=(len(bounds) - 1, BUCKETS))
