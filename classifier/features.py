"""Turns readings into numbers: hashed words, pieces of words and concepts, each with the place it came from.

Hashing is vectorised over code points, so that it costs microseconds a text, and nobody's words are
kept in the model.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from classifier.concepts import concepts_of
from classifier.normalise import Reading

BITS = 22
BUCKETS = 1 << BITS
SHORTEST = 2
LENGTHS = (SHORTEST, 3, 4, 5)
WORD, PIECE, CONCEPT = range(3)
BLOCK_WEIGHTS = np.array([1.0, 1.0, 0.5])

_SPACE = np.uint64(32)
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_SHIFT = np.uint64(64 - BITS)
_WORD_SEED, _CONCEPT_SEED = np.uint64(77), np.uint64(999)
_LONGEST_WORD = 8_001
_POWERS = np.multiply.accumulate(np.concatenate([[np.uint64(1)], np.full(_LONGEST_WORD, _BASE)]))

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Floats = NDArray[np.float64]
Matrix: TypeAlias = Any  # scipy.sparse.csr_array, texts x columns; scipy ships no types


@dataclass(frozen=True, slots=True)
class Found:
    """Features found in a batch: arrays of one length. Text `row`, hash bucket `bucket`, block, and
    the characters [start, end) of the reading they stand on."""

    row: Numbers
    bucket: Numbers
    block: Numbers
    start: Numbers
    end: Numbers


def find(readings: Sequence[Reading]) -> Found:
    """All features of all readings, in no telling order."""
    line = _Line(readings)
    parts = [_pieces(line, length) for length in LENGTHS]
    parts += [_words(line, 1), _words(line, 2), _concepts(readings)]
    joined = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return Found(*joined)


class _Line:
    """All readings as one line of code points, a space before and after each."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        padded = "".join(f" {reading.text} " for reading in readings)
        self.points = np.frombuffer(padded.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
        lengths = np.array([len(reading.text) + 2 for reading in readings], np.int64)
        self.row = np.repeat(np.arange(len(readings)), lengths)
        first = np.cumsum(lengths) - lengths
        self.place = np.arange(len(self.points)) - np.repeat(first, lengths) - 1
        self.length = lengths - 2
        self.blank = self.points == _SPACE
        self.starts = np.flatnonzero(~self.blank[1:] & self.blank[:-1]) + 1
        self.ends = np.flatnonzero(self.blank[1:] & ~self.blank[:-1]) + 1


Part = tuple[Numbers, Numbers, Numbers, Numbers, Numbers]


def _pieces(line: _Line, length: int) -> Part:
    """Runs of `length` characters inside a word, its edges counted as spaces."""
    count = max(len(line.points) - length + 1, 0)
    hashes = np.full(count, np.uint64(length))
    for step in range(length):
        hashes = hashes * _BASE + line.points[step : step + count]
    blanks = np.concatenate([[0], np.cumsum(line.blank)])
    whole = blanks[length - 1 : length - 1 + count] == blanks[1 : 1 + count]
    if length == SHORTEST:
        whole &= ~(line.blank[:count] | line.blank[length - 1 :])
    at = np.flatnonzero(whole)
    row = line.row[at]
    start = np.maximum(line.place[at], 0)
    end = np.minimum(line.place[at] + length, line.length[row])
    return row, _bucket(hashes[at]), np.full(len(at), PIECE), start, end


def _words(line: _Line, run: int) -> Part:
    """Single words, or two in a row."""
    hashes = _word_hashes(line)
    first = np.arange(max(len(hashes) - run + 1, 0))
    last = first + run - 1
    kept = line.row[line.starts[first]] == line.row[line.starts[last]]
    first, last = first[kept], last[kept]
    together = hashes[first] if run == 1 else hashes[first] * _MIX + hashes[last]
    start, behind = line.starts[first], line.ends[last]
    row = line.row[start]
    end = line.place[behind - 1] + 1
    return row, _bucket(together + _WORD_SEED), np.full(len(first), WORD), line.place[start], end


def _word_hashes(line: _Line) -> Hashes:
    if not len(line.starts):
        return np.empty(0, np.uint64)
    inside = np.flatnonzero(~line.blank)
    lengths = line.ends - line.starts
    offsets = np.arange(len(inside)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    # Spelt out (ß as ss, ﷺ as a sentence) a word may be longer than any text that is read.
    weighted = (line.points[inside] + np.uint64(1)) * _POWERS[offsets % len(_POWERS)]
    return np.add.reduceat(weighted, np.cumsum(lengths) - lengths)


def _concepts(readings: Sequence[Reading]) -> Part:
    """The groups of telling words that each word belongs to."""
    rows: list[tuple[int, int, int, int]] = []
    for row, reading in enumerate(readings):
        place = 0
        for word in reading.text.split(" "):
            end = place + len(word)
            rows += [(row, concept, place, end) for concept in concepts_of(word)]
            place = end + 1
    table = np.array(rows, np.int64).reshape(-1, 4)
    bucket = _bucket(table[:, 1].astype(np.uint64) * _MIX + _CONCEPT_SEED)
    return table[:, 0], bucket, np.full(len(table), CONCEPT), table[:, 2], table[:, 3]


def _bucket(hashes: Hashes) -> Numbers:
    mixed = (hashes ^ (hashes >> np.uint64(29))) * _MIX
    return ((mixed ^ (mixed >> np.uint64(32))) * _BASE >> _SHIFT).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which buckets the model knows: sorted buckets, and how telling each is (inverse document frequency)."""

    buckets: NDArray[np.int32]
    idf: NDArray[np.float32]


def known_words(columns: Columns, readings: Sequence[Reading]) -> Floats:
    """The share of each reading's words that have a column; 1 where there is no word."""
    row, bucket, *_ = _words(_Line(readings), 1)
    known = np.bincount(row, np.isin(bucket, columns.buckets), minlength=len(readings))
    words = np.bincount(row, minlength=len(readings))
    shares: Floats = np.where(words, known / np.maximum(words, 1), 1.0)
    return shares


@dataclass(frozen=True, slots=True)
class Weighed:
    """A batch in numbers: the matrix (texts x columns), the known features, and each one's entry in it."""

    matrix: sparse.csr_array
    found: Found
    column: Numbers
    entry: Numbers
    share: NDArray[np.float64]


def weigh(columns: Columns, readings: Sequence[Reading]) -> Weighed:
    """TF-IDF, sublinear, of unit length per block; `share` is each occurrence's part of its entry's value."""
    found = find(readings)
    column = np.searchsorted(columns.buckets, found.bucket)
    column = np.minimum(column, len(columns.buckets) - 1)
    known = columns.buckets[column] == found.bucket
    found = Found(*(getattr(found, name)[known] for name in ("row", "bucket", "block", "start", "end")))
    column = column[known]
    width = len(columns.buckets)
    keys, first, entry, count = np.unique(
        found.row * width + column, return_index=True, return_inverse=True, return_counts=True
    )
    rows, cols, blocks = keys // width, keys % width, found.block[first]
    value = np.where(blocks == CONCEPT, 1.0, 1.0 + np.log(count)) * columns.idf[cols]
    group = rows * len(BLOCK_WEIGHTS) + blocks
    squares = np.bincount(group, value**2, minlength=len(readings) * len(BLOCK_WEIGHTS))
    value *= BLOCK_WEIGHTS[blocks] / np.sqrt(squares[group])
    matrix = sparse.csr_array(
        (value, cols.astype(np.int32), _row_ends(rows, len(readings))),
        shape=(len(readings), width),
    )
    return Weighed(matrix, found, column, entry, value[entry] / count[entry])


def _row_ends(rows: Numbers, count: int) -> NDArray[np.int32]:
    return np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=count))]).astype(np.int32)
