"""The meter that connectors ask: limits and money in the store, shared by all workers."""

import threading
from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from casework import budget, limits, pools
from casework.account import Account
from casework.budget import Request
from casework.pools import Shared
from casework.ports import Store, Work
from streife.again import again

_PROCESS = uuid4().hex


def worker() -> str:
    """This thread of this process, as money that is held remembers it."""
    return f"{_PROCESS}/{threading.get_ident()}"


class StoreMeter:
    """See casework.network.Meter; one for each account, to be used outside of any transaction."""

    def __init__(self, store: Store, account: Account, cap: int) -> None:
        """`cap` is what the account may cost in a month, in millionths of the network's currency."""
        self._store, self._account, self._cap = store, account, cap

    def ask(
        self,
        what: str,
        *,
        reads: int = 0,
        writes: int = 0,
        beside: Mapping[str, int] | None = None,
        shared: Shared | None = None,
    ) -> None:
        """Raises RateLimited and BudgetSpent; else the money is held until `told`."""
        request = Request(worker(), what, reads, writes, beside or {})

        def act(work: Work) -> None:
            limits.ask(work, self._account.id, what)
            budget.reserve(work, self._account, request, self._cap)
            if shared:
                pools.use(work, self._account, shared, reads + writes)

        again(self._store, act)

    def told(
        self,
        what: str,
        *,
        reads: int = 0,
        writes: int = 0,
        beside: Mapping[str, int] | None = None,
        remaining: int | None = None,
        reset_at: datetime | None = None,
    ) -> None:
        """Pays what it cost and keeps what the network allows from now on."""
        request = Request(worker(), what, reads, writes, beside or {})

        def act(work: Work) -> None:
            budget.settle(work, self._account, request)
            limits.told(work, self._account.id, what, remaining, reset_at)

        again(self._store, act)

    def used_up(self, shared: Shared) -> None:
        """From now on no account of the app asks, until the limit begins anew."""
        again(self._store, lambda work: pools.used_up(work, self._account, shared))
