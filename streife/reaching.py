"""Once a day each network is asked how the accounts do there: followers, and figures of the own posts."""

import logging
from functools import partial
from typing import Any

from casework import limits, reach
from casework.account import Account
from casework.errors import RateLimited, StreifeError
from casework.outgoing import Followers, OwnPost
from casework.polling import Rhythm
from casework.ports import Store, Work
from streife.again import again
from streife.asking import Connect, asked

log = logging.getLogger(__name__)
Told = list[OwnPost | Followers]


def measure(store: Store, connect: Connect, rhythm: Rhythm) -> int:
    """Take the figures of the day where they are missing; returns of how many accounts.

    Several workers may do this at once: each account is taken by one, and asked again at the next hourly look
    where the network was in trouble. Networks that tell no figures, and training data, are left alone.
    """
    if store.training:
        return 0
    with store.view() as work:
        waiting = reach.due(work, rhythm)
    return sum(_measure_one(store, connect, account) for account in waiting)


def _measure_one(store: Store, connect: Connect, waiting: Account) -> bool:
    account = again(store, partial(reach.claim, account_id=waiting.id))
    if account is None:
        return False
    told, error = asked(store, account, lambda: _told(connect, account))
    if error is not None:
        log.warning("figures of account %s: %s", account.id, type(error).__name__)
    return again(store, lambda work: _note(work, account, told, error))


def _told(connect: Connect, account: Account) -> Told | None:
    """What the network tells; None where its connector has no figures."""
    connector: Any = connect(account)
    return list(connector.metrics()) if hasattr(connector, "metrics") else None


def _note(work: Work, account: Account, told: Told | None, error: StreifeError | None) -> bool:
    if isinstance(error, RateLimited) and error.reset_at:
        limits.refused(work, account.id, reach.FIGURES, error.reset_at)
    if told is None or not work.get(Account, account.id).active:
        return False
    reach.keep(work, account, told)
    limits.cleared(work, account.id, reach.FIGURES)
    return True
