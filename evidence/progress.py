"""How far an export is, told to whoever wants to hear it."""

from collections.abc import Callable

STEPS = 1_000
Heard = Callable[[int, int], object]


def nobody(_done: int, _total: int) -> None:
    """Hears of the progress where nobody else does."""


def between(heard: Heard, begin: int, end: int) -> Heard:
    """Hears (done, in all) of one stretch of the work, which goes from `begin` to `end` of all STEPS."""

    def told(done: int, total: int) -> None:
        heard(begin + (end - begin) * done // max(total, 1), STEPS)

    return told
