"""Emergencies go on to the next while nobody acknowledges them, and get their automatic first answer.

Everything is taken from the messages at each look: a look that was killed or failed is simply done again.
"""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from casework import escalation, first_answer
from casework.errors import StoreUnavailable
from casework.escalation import Escalation, Rung
from casework.ports import Holidays, Store, Work
from streife.again import again

log = logging.getLogger(__name__)
R = TypeVar("R")
AT_ONCE = 50  # emergencies in one transaction, told in one notice to each officer


def escalate(store: Store, holidays: Holidays) -> int:
    """Tell whoever comes next of each emergency whose time is up; returns how many steps were taken.

    Several workers may do this at once: each step is taken by one. What cannot be told keeps nothing else
    waiting.
    """
    with store.view() as work:
        ids = escalation.due(work)
    taken: list[Escalation] = []
    for start in range(0, len(ids), AT_ONCE):
        taken += _steps(store, holidays, ids[start : start + AT_ONCE])
    for one in taken:
        log.warning(
            "message %d: nobody acknowledged it; step %d, %s", one.message_id, one.step, one.rung.value
        )
    if any(one.rung is Rung.NOBODY for one in taken):
        log.critical("an emergency waits and there is nobody to tell: no officer is active in this house")
    return len(taken)


def answer_first(store: Store) -> int:
    """Write the automatic first answers that stations wish for; returns how many. `streife.sending` sends
    them. From training data nothing is sent."""
    if store.training:
        return 0
    with store.view() as work:
        ids = first_answer.due(work)
    return sum(_alone(store, partial(_answer, i)) is not None for i in ids)


def look(store: Store, holidays: Holidays) -> int:
    """Both; the first answers never keep an escalation waiting."""
    taken = escalate(store, holidays)
    answer_first(store)
    return taken


def _steps(store: Store, holidays: Holidays, ids: Sequence[int]) -> list[Escalation]:
    """All of these in one transaction; where one of them makes trouble, each in its own."""
    found = _alone(store, lambda work: escalation.step(work, ids, holidays))
    if found is not None or len(ids) == 1:
        return found or []
    alone = (_alone(store, partial(_step, i, holidays)) for i in ids)
    return [one for steps in alone for one in steps or ()]


def _step(message_id: int, holidays: Holidays, work: Work) -> list[Escalation]:
    return escalation.step(work, [message_id], holidays)


def _answer(message_id: int, work: Work) -> object:
    return first_answer.write(work, message_id)


def _alone(store: Store, act: Callable[[Work], R]) -> R | None:
    """What it returns; None where it failed, which is logged and must not keep the others waiting."""
    try:
        return again(store, act)
    except StoreUnavailable:
        raise  # nothing else can be written either; the next look does all of it
    except Exception:
        log.exception("an emergency could not be passed on; it is tried again at the next look")
        return None
