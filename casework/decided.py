"""Which decisions about a message still stand, and where it stood before it was handed over."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from casework.message import State
from casework.ports import Work
from casework.record import Choice, Decision

OFFERED_FOR = timedelta(minutes=10)  # how long a page offers by itself to take back; the history always does
Moves = Mapping[str, tuple[str | None, str | None]]
BEFORE_IT_WAS_KEPT: Mapping[Choice, Moves] = {
    Choice.TIP: {"state": (State.OPEN, State.TIP)},
    Choice.DISMISS: {"state": (State.OPEN, State.DISMISSED)},
}


def standing(work: Work, message_id: int) -> list[Decision]:
    """The decisions about a message that nobody has taken back, in order."""
    return stand(work.find(Decision, message_id=message_id))


def stand(decisions: Sequence[Decision]) -> list[Decision]:
    """Those of the decisions that nobody has taken back, in order."""
    return [d for d in decisions if d.taken_back_at is None and d.choice is not Choice.UNDO]


def moves(found: Decision) -> Moves:
    """What a decision changed on the message, by field: from and to."""
    return found.moved or BEFORE_IT_WAS_KEPT.get(found.choice, {})


def state_before(work: Work, message_id: int) -> State:
    """Where a message stood when it was handed over: that needed no decision, or it was a tip."""
    states = [moves(d).get("state", (None, None)) for d in standing(work, message_id)]
    went = [after for before, after in states if before != after]
    return State.TIP if went and went[-1] == State.TIP else State.OPEN
