"""A transaction that is tried again where two acts crossed; the work in it must bear being done over."""

import logging
from collections.abc import Callable
from typing import TypeVar

from casework.errors import Conflict
from casework.ports import Store, Work

log = logging.getLogger(__name__)
TRIES = 20
R = TypeVar("R")


def again(store: Store, act: Callable[[Work], R]) -> R:
    """What `act` returns in a transaction of its own; raises Conflict where it crosses others each time."""
    for tried in range(1, TRIES):
        try:
            with store.begin() as work:
                return act(work)
        except Conflict as why:
            log.debug("try %d: %s", tried, why)
    with store.begin() as work:
        return act(work)
