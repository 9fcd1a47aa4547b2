"""Bells: where a network rings when something came, the stream is read at once, not when its poll would come.

They only make polls due sooner; every message still comes by the poll, so nothing hangs on them.
"""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from threading import Lock
from typing import Any

from casework import polling
from casework.account import Account
from casework.errors import StreifeError
from casework.limits import back_off
from casework.network import Bell, Connector, Listens
from casework.ports import Store
from streife.again import again
from streife.asking import Connect, asked

log = logging.getLogger(__name__)
FIRST_REST, LONGEST_REST = timedelta(minutes=1), timedelta(minutes=15)
AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class _Hung:
    """A connector and its bell; None where it offers none."""

    connector: Connector
    bell: Bell | None


class Listening:
    """One bell for each active account whose connector offers one."""

    def __init__(self, store: Store, connect: Connect) -> None:
        """None is open yet."""
        self._store, self._connect = store, connect
        self._hung: dict[int, _Hung] = {}
        self._rests: dict[int, tuple[int, datetime]] = {}
        self._lock, self._over = Lock(), False

    def tend(self) -> int:
        """Open the bells that are missing, and close those of accounts that are not read any more or have
        another connector now; returns how many are open. Training data stays among itself."""
        if self._store.training:
            return 0
        with self._lock:
            if not self._over:
                self._tend()
            return sum(one.bell is not None for one in self._hung.values())

    def close(self) -> None:
        """Close all; none is opened any more."""
        with self._lock:
            self._over = True
            with ThreadPoolExecutor(
                AT_ONCE
            ) as pool:  # one that is slow to close must not keep the others open
                list(pool.map(self._take_down, list(self._hung)))

    def _tend(self) -> None:
        with self._store.view() as work:
            active, now = work.find(Account, active=True), work.now
        for account_id in self._hung.keys() - {account.id for account in active}:
            self._take_down(account_id)
        for account in active:
            _, until = self._rests.get(account.id, (0, now))
            if until <= now:
                self._tend_to(account, now)

    def _tend_to(self, account: Account, now: datetime) -> None:
        _, error = asked(self._store, account, lambda: self._hang(account))
        if error is None:
            self._rests.pop(account.id, None)
            return
        self._take_down(account.id)
        tries = self._rests.get(account.id, (0, now))[0] + 1
        rest = back_off(tries, FIRST_REST, LONGEST_REST, f"bell/{account.id}")
        self._rests[account.id] = tries, now + rest
        level = logging.WARNING if tries == 1 else logging.DEBUG  # the same trouble is told once
        log.log(level, "listening to account %s: %s", account.id, type(error).__name__)

    def _hang(self, account: Account) -> None:
        connector: Any = self._connect(account)
        hung = self._hung.get(account.id)
        if hung and hung.connector is connector:
            return
        self._take_down(account.id)
        bell: Bell | None = None
        if hasattr(connector, "listen"):
            network: Listens = connector
            bell = network.listen(partial(self._wake, account))
        self._hung[account.id] = _Hung(connector, bell)

    def _take_down(self, account_id: int) -> None:
        """Its bell is closed, whatever that says: it must not keep the others open."""
        hung = self._hung.pop(account_id, None)
        if hung is None or hung.bell is None:
            return
        try:
            hung.bell.close()
        except Exception:
            log.exception("bell of account %s", account_id)

    def _wake(self, account: Account, stream: str) -> None:
        """Called in the bell's own thread, which must not end by it: the poll comes anyway."""
        try:
            again(self._store, lambda work: polling.make_due(work, account, [stream]))
        except StreifeError as error:
            log.warning("account %s rang: %s", account.id, type(error).__name__)
        except Exception:
            log.exception("account %s rang", account.id)
