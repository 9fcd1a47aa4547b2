"""Asks a network through its connector: whatever goes wrong comes back in our words, no money stays held."""

import logging
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from casework import budget
from casework.account import Account
from casework.errors import SchemaChanged, StoreUnavailable, StreifeError
from casework.network import Connector
from casework.ports import Store
from casework.prices import priced
from streife.again import again
from streife.metering import worker

log = logging.getLogger(__name__)
Connect = Callable[[Account], Connector]
R = TypeVar("R")
_in_use: dict[int, Lock] = {}


def busy(account_id: int) -> bool:
    """Whether a thread of this process asks for this account just now."""
    return _turn(account_id).locked()


def asked(store: Store, account: Account, job: Callable[[], R]) -> tuple[R | None, StreifeError | None]:
    """What the job returned, or the error that it raised; StoreUnavailable alone is raised on.

    Threads take turns at an account: its connector has one session and one key, which is renewed once.
    A fault in a connector must not silence the others: it is logged, and told as SchemaChanged.
    """
    with _turn(account.id):
        got, error = _tried(account, job)
        if priced(account.platform):
            again(store, lambda work: budget.clear(work, account, worker()))
    return got, error


def _tried(account: Account, job: Callable[[], R]) -> tuple[R | None, StreifeError | None]:
    try:
        return job(), None
    except StoreUnavailable:
        raise  # nothing can be noted either; the next look tries again
    except StreifeError as error:
        return None, error
    except Exception as fault:
        log.exception("account %s", account.id)
        return None, SchemaChanged(f"{type(fault).__name__} in our connector; see the log")


def _turn(account_id: int) -> Lock:
    return _in_use.setdefault(account_id, Lock())
