"""What a file for `streife import` brings, piece by piece, whatever its form."""

from dataclasses import dataclass

from casework.labels import Platform
from casework.message import Received

LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One good line: which of our accounts it reached, and the message; numbers begin at 1."""

    number: int
    platform: Platform
    account: str
    received: Received


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that does not fit, and why, on one printable line."""

    line: int
    reason: str
