"""How often a network lets us ask, known to all workers; and how long we wait where it does not say."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zlib import crc32

from casework.errors import RateLimited
from casework.ports import Work

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
LONGEST_RESET = timedelta(days=1)  # a network that names a later end is not believed: it would silence us
SAME_WINDOW = timedelta(minutes=1)
JITTER = 0.1
PLENTY = 10**9


@dataclass(frozen=True, slots=True)
class Limit:
    """How often one account may still use one endpoint until `reset_at`; `None`: the network does not say.

    `refusals` counts how often in a row it refused without saying until when; then `reset_at` is our own.
    """

    account_id: int
    endpoint: str
    remaining: int | None = None
    reset_at: datetime | None = None
    refusals: int = 0
    revision: int = 1
    id: int = field(default=0, compare=False)


def ask(work: Work, account_id: int, endpoint: str) -> None:
    """Count one question; raises RateLimited while there is none left."""
    known = _of(work, account_id, endpoint)
    if known is None or known.remaining is None or known.reset_at is None or known.reset_at <= work.now:
        return
    if known.remaining <= 0:
        raise RateLimited(
            f"{endpoint}: asked often enough; the network wants to be left alone", known.reset_at
        )
    work.replace(replace(known, remaining=known.remaining - 1))


def told(
    work: Work, account_id: int, endpoint: str, remaining: int | None, reset_at: datetime | None
) -> None:
    """Keep what the network says after an answer; of two answers that crossed the smaller number counts."""
    known = _of(work, account_id, endpoint)
    if remaining is not None and remaining <= 0:
        refused(work, account_id, endpoint, reset_at)
    elif remaining is not None and reset_at is not None:
        remaining, until = min(remaining, PLENTY), min(reset_at, work.now + LONGEST_RESET)
        if known and known.remaining is not None and known.reset_at and not known.refusals:
            same = abs(known.reset_at - until) < SAME_WINDOW
            remaining = min(remaining, known.remaining) if same else remaining
        _keep(work, known or Limit(account_id, endpoint), remaining, until, 0)
    elif known and (known.refusals or known.remaining == 0):
        _keep(work, known, None, None, 0)


def refused(work: Work, account_id: int, endpoint: str, reset_at: datetime | None = None) -> datetime:
    """The network answers no more; returns from when it may be asked again, which is at most a day away.

    Where it does not say, the wait doubles from refusal to refusal, from a minute to an hour.
    """
    known = _of(work, account_id, endpoint) or Limit(account_id, endpoint)
    if reset_at is not None and reset_at > work.now:
        return _keep(work, known, 0, min(reset_at, work.now + LONGEST_RESET), 0)
    tries = known.refusals + 1
    wait = back_off(tries, FIRST_WAIT, LONGEST_WAIT, f"{account_id}/{endpoint}")
    return _keep(work, known, 0, work.now + wait, tries)


def take(work: Work, account_id: int, endpoint: str, lease: timedelta) -> None:
    """Left to one worker for a while: to all others it rests. What was refused before is still counted."""
    known = _of(work, account_id, endpoint) or Limit(account_id, endpoint)
    _keep(work, known, 0, work.now + lease, known.refusals)


def cleared(work: Work, account_id: int, endpoint: str) -> None:
    """It answered: the next refusal is a first one again."""
    told(work, account_id, endpoint, None, None)


def rests(work: Work, account_id: int, endpoint: str) -> bool:
    """Whether the network wants to be left alone now."""
    known = _of(work, account_id, endpoint)
    return bool(known and known.remaining == 0 and known.reset_at and known.reset_at > work.now)


def tries(work: Work, account_id: int, endpoint: str) -> int:
    """How often in a row it was refused without an end."""
    known = _of(work, account_id, endpoint)
    return known.refusals if known else 0


def back_off(tries: int, first: timedelta, most: timedelta, seed: str) -> timedelta:
    """`first`, doubled at each further try up to `most`; a tenth of it by the seed, so that not all come back
    at once. The same for the same tries and seed."""
    if tries <= 1:
        return min(first, most)
    chance = crc32(f"{seed}/{tries}".encode()) / 2**32
    doubled: timedelta = first * 2 ** min(tries - 1, 20)
    return min(doubled, most / (1 + JITTER)) * (1 + JITTER * chance)


def _of(work: Work, account_id: int, endpoint: str) -> Limit | None:
    found = work.find(Limit, account_id=account_id, endpoint=endpoint)
    return found[0] if found else None


def _keep(work: Work, limit: Limit, remaining: int | None, until: datetime | None, refusals: int) -> datetime:
    kept = replace(limit, remaining=remaining, reset_at=until, refusals=refusals)
    work.replace(kept) if kept.id else work.add(kept)
    return until or work.now
