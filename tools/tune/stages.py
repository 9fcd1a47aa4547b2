"""The stages in which the encoder was tuned, one after the other."""

from typing import NamedTuple


class Stage(NamedTuple):
    """Rounds over sets of questions, drawn anew for each: the newest of ours whole, of the others and of the
    public sets a share; `size` is the steps' at the start, and the lowest `still` layers stay as they are.

    It runs so many times as `runs` has shares, each time from what it began with, of which `shrunk` remains;
    what it leaves is their mean by these shares, the rest of 1 being what it began with.
    """

    rounds: int
    others: float
    public: float
    size: float
    still: int = 2
    runs: tuple[float, ...] = (1.0,)
    shrunk: float = 1.0


STAGES = (
    Stage(2, 1.0, 1.0, 1e-3),
    Stage(4, 1.0, 0.3, 1e-3),
    Stage(3, 1.0, 0.25, 8e-4),
    Stage(2, 1.0, 0.2, 8e-4),
    Stage(3, 1.0, 0.15, 8e-4),
    Stage(2, 1.0, 0.15, 8e-4),
    Stage(2, 1.0, 0.15, 8e-4),
    Stage(2, 0.35, 0.05, 5e-4, 5, (0.75,)),
    Stage(4, 1.0, 0.1, 7e-4, 5, (0.5,)),
    Stage(2, 1.0, 0.1, 1e-3, 5, (0.25, 0.25, 0.25), 0.4),
)
SHIPPED = 10  # stages whose numbers are shipped; only their states tell them apart
NEWEST: tuple[str, ...] = ()  # writers whose texts came after the last stage
