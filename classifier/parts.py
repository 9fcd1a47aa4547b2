"""Which writers' examples are learnt from, which calibrate, which test: apart by writer, never by row."""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from casework.errors import Refused
from classifier.corpus import EXAMPLES, Example

FILE = "parts.toml"
LEFT_OUT = 6


class Part(StrEnum):
    """What examples are for."""

    TRAIN = "train"
    CALIBRATION = "calibration"
    TEST = "test"
    MENTIONS = "mentions"  # harmless mentions of groups, written to measure false alarms alone


@dataclass(frozen=True, slots=True)
class Parts:
    """Examples by what they are for; no writer stands in two of them."""

    train: list[Example]
    calibration: list[Example]
    test: list[Example]
    mentions: list[Example]

    @property
    def every(self) -> list[Example]:
        """All of them: to learn from, to calibrate on, to test on, in this order."""
        return [*self.train, *self.calibration, *self.test, *self.mentions]

    @property
    def counted(self) -> dict[str, int]:
        """How many examples each part has."""
        return {part.value: len(getattr(self, part.value)) for part in Part}


def split(examples: Sequence[Example], folder: Path = EXAMPLES) -> Parts:
    """Sort examples by their writers as the folder's list says; raises Refused where a part is empty.

    Only the mentions may be missing.
    """
    kept_apart = _kept_apart(folder / FILE)
    sorted_out: dict[Part, list[Example]] = {part: [] for part in Part}
    for example in examples:
        sorted_out[kept_apart.get(example.group, Part.TRAIN)].append(example)
    for part, chosen in sorted_out.items():
        if not chosen and part is not Part.MENTIONS:
            raise Refused(f"{folder / FILE}: no examples for {part}")
    return Parts(*sorted_out.values())


def left_out(text: str) -> bool:
    """Whether a public set's text is among the sixth, drawn by hash, that the encoder is never tuned on."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % LEFT_OUT == 0


def _kept_apart(file: Path) -> Mapping[str, Part]:
    """Part by writer; raises Refused where the list is missing or names a writer twice."""
    try:
        listed = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(f"{file}: cannot be read ({error})") from error
    pairs = [(writer, Part(name)) for name, writers in listed.items() for writer in writers]
    if len(dict(pairs)) < len(pairs):
        raise Refused(f"{file}: a writer stands in two parts")
    return dict(pairs)
