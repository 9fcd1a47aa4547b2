"""One file of a package before it is written: its size is known, its bytes come when their turn comes."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """`size` in bytes; `read` gives exactly so many, and the same ones each time."""

    size: int
    read: Callable[[], bytes]

    @classmethod
    def of(cls, content: bytes) -> "Part":
        """A part whose bytes are here already."""
        return cls(len(content), lambda: content)
