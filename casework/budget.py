"""What reading and writing costs: a purse a month for each account, asked before, and never overdrawn.

`reserve` before a request the most that it may cost, `settle` after its answer: in between the money is held,
so that no number of workers spends more than the cap. What was asked and never settled counts in full: at the
end of a worker's round, or, where it crashed, after an hour.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from casework.account import Account
from casework.errors import BudgetSpent
from casework.ports import Work
from casework.prices import CENT, price_of, priced

STALE, SOON = timedelta(hours=1), timedelta(minutes=1)
FORECAST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Request:
    """What the worker `by` asks of an endpoint: at most so many items read or written; after it, the very
    number. `beside`: how many of other sorts come with them and are charged too, by sort."""

    by: str
    what: str
    reads: int = 0
    writes: int = 0
    beside: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Held:
    """Money set aside for one request on its way, by the worker `by`; `micros` is for what comes beside,
    too."""

    by: str
    what: str
    reads: int
    writes: int
    micros: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Purse:
    """What an account spent in a month ("2026-11", UTC) and what is held; in millionths of the currency."""

    account_id: int
    month: str
    spent: int = 0
    held: tuple[Held, ...] = ()
    revision: int = 1
    id: int = field(default=0, compare=False)

    @property
    def reserved(self) -> int:
        """The sum of what is held."""
        return _sum(self.held)


@dataclass(frozen=True, slots=True)
class Spend:
    """What one endpoint cost an account on one day ("2026-11-21", UTC); `asks` counts the requests."""

    account_id: int
    day: str
    what: str
    asks: int = 0
    reads: int = 0
    writes: int = 0
    micros: int = 0
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """How an account's money stands: millionths of the currency; `forecast` is for the whole month, which
    ends at `until`."""

    cap: int
    spent: int
    reserved: int
    forecast: int
    until: datetime

    @property
    def left(self) -> int:
        """What may still be spent, not counting what is held."""
        return max(0, self.cap - self.spent - self.reserved)


def reserve(work: Work, account: Account, request: Request, cap: int) -> None:
    """Hold what the request may cost at most; raises BudgetSpent where that is more than is left.

    Nothing happens on a network without price.
    """
    if not priced(account.platform):
        return
    parts = _parts(work, account, request)
    held = replace(parts[0], micros=_sum(parts))
    purse = _without_stale(work, _purse(work, account.id, month_of(work.now)))
    if purse.spent + held.micros > cap:
        raise BudgetSpent(_told(account, cap, purse.spent, held.micros), month_end(work.now))
    if purse.spent + purse.reserved + held.micros > cap:
        told = f"{account.platform.value}: what is left is held for requests on their way; ask again soon"
        raise BudgetSpent(told, work.now + SOON)
    work.replace(replace(purse, held=(*purse.held, held)))


def settle(work: Work, account: Account, request: Request) -> None:
    """Pay what was really read and written, even beyond what was held, and let go of that."""
    if not priced(account.platform):
        return
    real = _parts(work, account, request)
    for purse in work.find(Purse, account_id=account.id):
        mine = next((h for h in reversed(purse.held) if (h.by, h.what) == (request.by, request.what)), None)
        if mine:
            rest = tuple(h for h in purse.held if h is not mine)
            _pay(work, replace(purse, held=rest), [replace(one, at=mine.at) for one in real])
            return
    if _sum(real):
        _pay(work, _purse(work, account.id, month_of(work.now)), real)


def clear(work: Work, account: Account, by: str) -> None:
    """The end of a worker's round: nothing stays held by it. What was asked and never told counts in full, as
    nobody knows what the network charged for it.
    """
    if not priced(account.platform):
        return
    for purse in work.find(Purse, account_id=account.id):
        mine = [h for h in purse.held if h.by == by]
        if mine:
            _pay(work, replace(purse, held=tuple(h for h in purse.held if h.by != by)), mine)


def standing(work: Work, account: Account, cap: int) -> Standing:
    """The month so far, and how it will end if it goes on like the last seven days."""
    purse = next(iter(work.find(Purse, account_id=account.id, month=month_of(work.now))), None)
    used, reserved = (purse.spent, purse.reserved) if purse else (0, 0)
    until = month_end(work.now)
    forecast = used + reserved + round(_a_second(work, account.id) * (until - work.now).total_seconds())
    return Standing(cap, used, reserved, forecast, until)


def eases(work: Work, account: Account, cap: int) -> bool:
    """Whether there is money for what can wait: reading is free, or the month will end below the cap."""
    return not priced(account.platform) or (cap > 0 and standing(work, account, cap).forecast <= cap)


def spent(work: Work, account: Account) -> int:
    """What the account has spent so far in all its months; the difference of two is what was done between."""
    return sum(purse.spent for purse in work.find(Purse, account_id=account.id))


def month_of(moment: datetime) -> str:
    """The month of a moment, in UTC as the networks count."""
    return f"{moment.astimezone(UTC):%Y-%m}"


def month_end(moment: datetime) -> datetime:
    """When the next month begins, UTC."""
    first = moment.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return (first + timedelta(days=32)).replace(day=1)


def _told(account: Account, cap: int, spent: int, micros: int) -> str:
    setting = f"{account.platform.value}_monthly_cap_cents"
    if not cap:
        return f"reading and writing on {account.platform.value} costs money and none is set; set {setting}"
    told = f"{spent // CENT} of {cap // CENT} cents are spent, this may cost {-(-micros // CENT)} more"
    return f"{account.platform.value}: {told}; raise {setting} or wait for the next month"


def _parts(work: Work, account: Account, request: Request) -> list[Held]:
    """The request itself, then what comes beside it."""
    asked = ((request.what, request.reads, request.writes), *((k, n, 0) for k, n in request.beside.items()))
    parts = [(what, max(0, reads), max(0, writes)) for what, reads, writes in asked]
    return [Held(request.by, *part, price_of(account.platform, *part), work.now) for part in parts]


def _purse(work: Work, account_id: int, month: str) -> Purse:
    found = work.find(Purse, account_id=account_id, month=month)
    return found[0] if found else work.add(Purse(account_id, month))


def _without_stale(work: Work, purse: Purse) -> Purse:
    fresh = tuple(h for h in purse.held if h.at + STALE > work.now)
    if len(fresh) == len(purse.held):
        return purse
    return _pay(work, replace(purse, held=fresh), [h for h in purse.held if h not in fresh])


def _sum(held: Sequence[Held]) -> int:
    return sum(one.micros for one in held)


def _pay(work: Work, purse: Purse, paid: Sequence[Held]) -> Purse:
    for one in paid:
        day = f"{one.at.astimezone(UTC):%Y-%m-%d}"
        found = work.find(Spend, account_id=purse.account_id, day=day, what=one.what)
        old = found[0] if found else work.add(Spend(purse.account_id, day, one.what))
        work.replace(
            replace(
                old,
                asks=old.asks + 1,
                reads=old.reads + one.reads,
                writes=old.writes + one.writes,
                micros=old.micros + one.micros,
            )
        )
    return work.replace(replace(purse, spent=purse.spent + sum(one.micros for one in paid)))


def _lately(work: Work, account_id: int) -> list[Spend]:
    days = [f"{work.now - timedelta(days=n):%Y-%m-%d}" for n in range(FORECAST_DAYS)]
    return work.find(Spend, account_id=account_id, day=days)


def _a_second(work: Work, account_id: int) -> float:
    """The mean of the last seven days, or of as many as there were; a first day counts whole."""
    spends = _lately(work, account_id)
    if not spends:
        return 0.0
    begin = datetime.fromisoformat(min(s.day for s in spends)).replace(tzinfo=UTC)
    seconds = max((work.now - begin).total_seconds(), timedelta(days=1).total_seconds())
    return sum(s.micros for s in spends) / seconds
