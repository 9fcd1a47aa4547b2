"""Looks once an hour whether streams are in trouble, so that nobody needs a page open to learn of it."""

import logging
from functools import partial

from casework import rhythm, stream_trouble
from casework.account import Account, Stream
from casework.errors import StoreUnavailable
from casework.ports import Store, Work
from casework.record import Notice
from casework.rhythm import Habit
from streife.again import again

log = logging.getLogger(__name__)


def look(store: Store) -> int:
    """Tell what is new; returns how many notices went out. Training data stay among themselves."""
    if store.training:
        return 0
    with store.view() as work:
        accounts = work.find(Account)
    return sum(_alone(store, account) for account in accounts)


def _alone(store: Store, account: Account) -> int:
    """How many were told of this account; where that fails it is logged and keeps no other waiting."""
    try:
        return len(again(store, partial(_told, account, _habits(store, account))))
    except StoreUnavailable:
        raise  # nothing else can be written either; the next look does all of it
    except Exception:
        log.exception("account %d: its streams could not be looked at; the next look tries again", account.id)
        return 0


def _habits(store: Store, account: Account) -> dict[int, Habit]:
    """The rhythm of an account's streams: long to tell, so nobody else waits meanwhile."""
    with store.view() as work:
        streams = work.find(Stream, account_id=account.id) if account.active else []
        return rhythm.rhythms(work, streams, work.now)


def _told(account: Account, habits: dict[int, Habit], work: Work) -> list[Notice]:
    return stream_trouble.look(work, work.get(Account, account.id), habits)
