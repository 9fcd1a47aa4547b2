"""What a file for `streife import` brings, piece by piece, and what an official export says of itself."""

from dataclasses import dataclass
from typing import Protocol

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


class Source(Protocol):
    """What an official export says of itself."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def platform(self) -> Platform | None:
        """The network, None where it does not say."""
        ...

    @property
    def handle(self) -> str:
        """Whose it is, "" where it does not say."""
        ...

    @property
    def holds(self) -> str:
        """What of others' words is in it."""
        ...

    @property
    def lacks(self) -> str:
        """What of others' words never is."""
        ...
