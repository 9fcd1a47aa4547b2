"""Limits that all accounts of one app share: how much of it is used, by whom, and whether it is used up.

YouTube's quota is of this kind: it belongs to the Google project through which the accounts were connected.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from casework.account import Account
from casework.errors import RateLimited
from casework.labels import Platform
from casework.ports import Work

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shared:
    """What a connector knows of it: by which app its account was connected, never a secret, and when the
    limit begins anew (UTC)."""

    app: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Pool:
    """How many units of an app's limit are used until it begins anew; `refused`: there are no more."""

    platform: Platform
    app: str
    until: datetime
    used: int = 0
    refused: bool = False
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Share:
    """How many units an account has used, ever; the limit that counts is the pool's."""

    account_id: int
    pool_id: int
    used: int = 0
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """How much of the `daily` units is left until the limit begins anew; `accounts`: the ids of the active
    ones that take from it."""

    daily: int
    left: int
    until: datetime
    accounts: tuple[int, ...]


def use(work: Work, account: Account, shared: Shared, units: int) -> Pool:
    """Count what one request takes; raises RateLimited where the network gives none of the accounts more."""
    pool = _pool(work, account, shared)
    if pool.refused:
        told = f"{account.platform.value}: what all accounts of this app may ask is used up"
        raise RateLimited(told, pool.until)
    share = _share(work, account)
    if share is None:
        work.add(Share(account.id, pool.id, units))
    else:
        work.replace(replace(share, pool_id=pool.id, used=share.used + units))
    return work.replace(replace(pool, used=pool.used + units))


def used_up(work: Work, account: Account, shared: Shared) -> Pool:
    """The network told one account that the app's limit is used up: so it is for all."""
    return work.replace(replace(_pool(work, account, shared), refused=True))


def used(work: Work, account: Account) -> int:
    """The units that the account has used so far; the difference of two is what was done between."""
    share = _share(work, account)
    return share.used if share else 0


def standing(work: Work, account: Account, daily: int) -> Standing | None:
    """The limit that the account shares with others, if it gives so many units a day; `None` where it shares
    none, or has asked for nothing yet."""
    share = _share(work, account)
    if share is None or not daily:
        return None
    ids = [one.account_id for one in work.find(Share, pool_id=share.pool_id)]
    accounts = tuple(one.id for one in work.find(Account, id=sorted(ids), active=True))
    pool = work.get(Pool, share.pool_id)
    if pool.until <= work.now:  # it begins anew with the next question
        return Standing(daily, daily, work.now + DAY, accounts)
    return Standing(daily, 0 if pool.refused else max(0, daily - pool.used), pool.until, accounts)


def eases(work: Work, account: Account, daily: int) -> bool:
    """Whether there is enough for what can wait: more than would be left on a day that goes on evenly."""
    stands = standing(work, account, daily)
    return stands is None or stands.left >= daily * min(1.0, (stands.until - work.now) / DAY)


def _pool(work: Work, account: Account, shared: Shared) -> Pool:
    """As it is now: a limit whose time is up begins anew."""
    fresh = Pool(account.platform, shared.app, shared.until)
    found = work.find(Pool, platform=account.platform, app=shared.app)
    if not found:
        return work.add(fresh)
    if found[0].until > work.now:
        return found[0]
    return work.replace(replace(found[0], until=shared.until, used=0, refused=False))


def _share(work: Work, account: Account) -> Share | None:
    return next(iter(work.find(Share, account_id=account.id)), None)
