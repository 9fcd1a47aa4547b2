"""Whether what was stored can be a model at all: every array there, of its kind and shape, and finite."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from casework.labels import Hostility
from classifier.arrays import Arrays
from classifier.e5_engine import WIDTH
from classifier.model import HEADS
from classifier.screen_features import BUCKETS
from classifier.signals import NAMES
from classifier.thresholds import Thresholds

Side = int | str  # a fixed number, or a name: the same number wherever that stands
SHAPES: dict[str, tuple[str, tuple[Side, ...]]] = {
    "buckets": ("<i4", ("columns",)),
    "idf": ("<f4", ("columns",)),
    "weights": ("|i1", ("columns", HEADS)),
    "worth": ("<f4", ("columns",)),
    "bias": ("<f8", (HEADS,)),
    "near_mean": ("<f4", (WIDTH,)),
    "near_axes": ("<f4", (WIDTH, "directions")),
    "near_places": ("<f2", ("neighbours", "directions")),
    "near_pulls": ("<f8", ("neighbours", HEADS)),
    "near_reach": ("<f8", ()),
    "screen_weights": ("|i1", (BUCKETS, HEADS)),
    "screen_worth": ("<f8", (HEADS,)),
    "screen_bias": ("<f8", (HEADS,)),
    "zeroth_step": ("<f8", (HEADS, HEADS)),
    "zeroth_step_bias": ("<f8", (HEADS,)),
    "first_step": ("<f8", (HEADS + len(NAMES), HEADS)),
    "first_step_bias": ("<f8", (HEADS,)),
    "second_step": ("<f8", (3 * HEADS + len(NAMES), HEADS)),
    "second_step_bias": ("<f8", (HEADS,)),
}


def fault(arrays: Arrays) -> str | None:
    """What is wrong with a model's arrays, if anything."""
    if odd := sorted(SHAPES.keys() ^ arrays.keys()):
        return f"array {odd[0]!r} is missing or none of a model's"
    sides: dict[str, int] = {}
    found = (_misshapen(name, array, sides) for name, array in sorted(arrays.items()))
    if why := next(filter(None, found), None):
        return why
    if (np.diff(arrays["buckets"]) <= 0).any() or arrays["near_reach"] <= 0:
        return "columns out of order, or neighbours that reach nowhere"
    return None


def _misshapen(name: str, array: NDArray[Any], sides: dict[str, int]) -> str | None:
    kind, wanted = SHAPES[name]
    fits = len(array.shape) == len(wanted) and all(
        length == (side if isinstance(side, int) else sides.setdefault(side, length))
        for side, length in zip(wanted, array.shape, strict=True)
    )
    if array.dtype.str != kind or not fits:
        return f"array {name!r}: {array.dtype.str} of shape {array.shape}"
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        return f"array {name!r}: holds what is no number"
    return None


def thresholds_of(stored: object) -> Thresholds | None:
    """The thresholds as they were stored; `None` where they are none."""
    if not isinstance(stored, dict) or set(stored) != {one.name for one in fields(Thresholds)}:
        return None
    each = stored["hostility"]
    if not isinstance(each, dict) or set(each) != {one.value for one in Hostility}:
        return None
    numbers = [*each.values(), *(value for name, value in stored.items() if name != "hostility")]
    return Thresholds(**stored) if all(map(_share, numbers)) else None


def _share(number: object) -> bool:
    return isinstance(number, float | int) and 0 <= number <= 1


def named_bytes(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """All of the arrays in one row of bytes: names, kinds and shapes too, as bytes alone may mean another."""
    parts = ((f"{name} {a.dtype.str} {a.shape} ".encode(), a.tobytes()) for name, a in sorted(arrays.items()))
    return b"".join(part for pair in parts for part in pair)
