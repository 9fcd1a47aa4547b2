"""One moment for all of a transaction: two stamps of one act are equal, whichever is written first."""

from dataclasses import dataclass
from datetime import datetime

from casework.ports import Clock


@dataclass(frozen=True, slots=True)
class Held:
    """A clock that stands at the moment at which a transaction opened."""

    moment: datetime

    def now(self) -> datetime:
        """The same at every call."""
        return self.moment


def held(clock: Clock) -> Clock:
    """The clock for one transaction: it stands from here on.

    A clock that says that it is set by hand (`by_hand`) stands anyway, and its hand may move it meanwhile:
    the training data play sixty days in one transaction.
    """
    return clock if getattr(clock, "by_hand", False) else Held(clock.now())
