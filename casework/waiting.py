"""How long citizens waited, those still waiting among them, and from how many on that may be told at all."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from casework.labels import Platform
from casework.message import State

# The smallest with which no time is one officer's: of two, each knows the other's. Ten messages, as a tenth
# of fewer is less than one of them; nobody holds more than half, as the median would lie among his alone.
FEWEST_OFFICERS, FEWEST_MESSAGES = 3, 10
TENTH, HALF = 0.1, 0.5
TINY = 1e-9  # what adding up leaves


class Step(StrEnum):
    """What a citizen waits for."""

    LOOK = "look"
    ANSWER = "answer"


# Where a message stands while somebody may still take this step; once dismissed or done it waits no more,
# and what is bound into a case is answered by the prosecutor.
AWAITS = {Step.LOOK: (State.OPEN,), Step.ANSWER: (State.OPEN, State.TIP, State.HANDED_OVER)}


@dataclass(frozen=True, slots=True)
class Spell:
    """One message's wait since it arrived here: at whose account, until the step or, if not `over`, now."""

    officer_id: int
    arrived_at: datetime
    length: timedelta
    over: bool


@dataclass(frozen=True, slots=True)
class Wait:
    """From arrival here to the first look or answer, for the messages sent in one week (its Monday).

    Of `messages` that got as far as that and `waiting` ones the median, and `low` and `high` about the middle
    80 %; each is `None` where too few got there yet. `few`: too few officers or messages for any time, as it
    would be one person's. `since` is when the oldest one still waiting arrived. Without station and platform
    it is all of the stations together that were asked for.
    """

    week: date
    station_id: int | None
    platform: Platform | None
    step: Step
    messages: int
    median: timedelta | None = None
    low: timedelta | None = None
    high: timedelta | None = None
    waiting: int = 0
    since: datetime | None = None
    few: bool = False


def enough(spells: Collection[Spell]) -> bool:
    """Whether times may be told: of so many messages and officers that none of them is shown alone."""
    over = Counter(spell.officer_id for spell in spells if spell.over)
    messages = over.total()
    return (
        len(over) >= FEWEST_OFFICERS
        and messages >= FEWEST_MESSAGES
        and 2 * max(over.values(), default=0) <= messages
    )


def told(week: date, place: tuple[int | None, Platform | None], step: Step, spells: Sequence[Spell]) -> Wait:
    """What may be told of these waits."""
    still = [spell.arrived_at for spell in spells if not spell.over]
    reached = len(spells) - len(still)
    if not enough(spells):
        return Wait(week, *place, step, reached, waiting=len(still), few=True)
    low, median, high = reached_by(spells, TENTH, HALF, 1 - TENTH)
    return Wait(week, *place, step, reached, median, low, high, len(still), min(still, default=None))


def reached_by(spells: Sequence[Spell], *shares: float) -> list[timedelta | None]:
    """After how long these shares of all had got there; `None` where so many have not yet.

    Those still waiting count for as long as they have waited, so that who waits longest is not left out
    (product-limit estimate, Kaplan and Meier 1958, JASA 53/282).
    """
    left, found = 1.0, []
    for past, spell in enumerate(sorted(spells, key=lambda one: (one.length, not one.over))):
        if spell.over:
            left *= 1 - 1 / (len(spells) - past)
            found.append((spell.length, left))
    return [next((at for at, left in found if left <= 1 - share + TINY), None) for share in shares]
