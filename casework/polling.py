"""When a stream is read again: soon where something happens, seldom where nothing does, within the money."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from casework import budget, pools
from casework.account import Account, Stream
from casework.errors import BudgetSpent, RateLimited, StreifeError
from casework.labels import Platform, Urgency
from casework.limits import FIRST_WAIT, LONGEST_RESET, LONGEST_WAIT, back_off
from casework.message import State
from casework.pools import Standing
from casework.ports import Work
from casework.prices import priced
from casework.query import Query, Scope

FIRST_LEASE, LONGEST_LEASE = timedelta(minutes=2), timedelta(hours=1)
ACTIVE = timedelta(hours=1)  # a thread in which something was said so lately goes on
COOLING = 48  # after so many hours of silence a wait has grown by an hour, if it may
QUIET = timedelta(minutes=5)
LONGEST_QUIET = timedelta(minutes=15)
MONEY_LOOK = timedelta(hours=1)  # a cap that was raised is noticed within the hour
URGENT_SHARE, QUIET_SHARE = 2.0, 0.5  # how much faster than evenly the money may go
MOST_STRETCHED = timedelta(days=1)
MILLI = 1_000  # so finely the cost of a poll is known in units of a shared limit
KEPT = 10  # one in so many of its units is left to answers, which cost more


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How we read: `base` between two polls where something happens, up to `quiet` where nothing does.

    `caps`: what an account of a network may cost in a month, in millionths of its currency. `recheck`: the
    time between two looks whether what matters still stands, once its first two days are over. `daily`: how
    many units a day all accounts of one app may use together.
    """

    base: timedelta = FIRST_WAIT
    quiet: timedelta = QUIET
    caps: Mapping[Platform, int] = field(default_factory=dict)
    recheck: timedelta = timedelta(days=1)
    daily: Mapping[Platform, int] = field(default_factory=dict)

    def cap(self, account: Account) -> int:
        """What this account may cost in a month; 0 where nothing is set."""
        return self.caps.get(account.platform, 0)

    def units(self, account: Account) -> int:
        """How many units a day it shares with the others of its app; 0 where nothing is known."""
        return self.daily.get(account.platform, 0)


@dataclass(frozen=True, slots=True)
class Pace:
    """How a stream goes: when something last happened in it (a new message, or an answer of ours).

    `failures`: how often in a row it was taken and not read well; `cost`: what a poll of late cost on the
    mean, in millionths of the currency, or in thousandths of a unit of what is shared.
    """

    stream_id: int
    stirred_at: datetime | None = None
    failures: int = 0
    cost: int = 0
    revision: int = 1
    id: int = field(default=0, compare=False)


def take(work: Work, stream: Stream) -> Stream:
    """Leave the stream to one worker; raises Conflict where another one was faster.

    To the others it is not due until a lease ends, should the worker crash or be slow; the lease grows from
    failure to failure.
    """
    pace = _pace(work, stream)
    pace = work.replace(replace(pace, failures=pace.failures + 1))
    lease = back_off(pace.failures, FIRST_LEASE, LONGEST_LEASE, f"lease/{stream.id}")
    return work.replace(replace(stream, next_poll_at=work.now + lease))


def heard(work: Work, stream: Stream, new: int, cost: int = 0) -> Pace:
    """The stream was read well: so many new messages, for so much."""
    pace = _pace(work, stream)
    stirred_at = work.now if new else pace.stirred_at
    return work.replace(replace(pace, stirred_at=stirred_at, failures=0, cost=_mean(pace, cost)))


def failed(work: Work, stream: Stream, cost: int = 0) -> Pace:
    """The stream could not be read, and cost so much all the same."""
    pace = _pace(work, stream)
    return work.replace(replace(pace, cost=_mean(pace, cost)))


def stir(work: Work, account_id: int) -> None:
    """We answered from this account: somebody may answer back."""
    for stream in work.find(Stream, account_id=account_id):
        work.replace(replace(_pace(work, stream), stirred_at=work.now))


def make_due(work: Work, account: Account, names: Sequence[str]) -> list[Stream]:
    """The next poll of these streams is now; returns those for which it was not already.

    A stream that is being read just now, or rests after a failure, is left alone, to be read soon after:
    taken from under its reader, all that was read would be lost.
    """
    streams = work.find(Stream, account_id=account.id, name=list(names))
    busy = {pace.stream_id for pace in work.find(Pace, stream_id=[s.id for s in streams]) if pace.failures}
    waiting = [s for s in streams if s.id not in busy and s.next_poll_at and s.next_poll_at > work.now]
    if busy:
        stir(work, account.id)
    return [work.replace(replace(stream, next_poll_at=work.now)) for stream in waiting]


def spent(work: Work, account: Account) -> int:
    """What reading has cost so far, in the measure of `Pace.cost`; the difference of two is what was done
    between."""
    if priced(account.platform):
        return budget.spent(work, account)
    return pools.used(work, account) * MILLI


def eases(work: Work, account: Account, rhythm: Rhythm) -> bool:
    """Whether there is money, and enough of what is shared, for what can wait."""
    lasts = pools.eases(work, account, rhythm.units(account))
    return lasts and budget.eases(work, account, rhythm.cap(account))


def next_at(
    work: Work, account: Account, pace: Pace, rhythm: Rhythm, error: StreifeError | None = None
) -> datetime:
    """When to read the stream again, after this outcome; at the latest when a shared limit begins anew."""
    shared = pools.standing(work, account, rhythm.units(account))
    even = _even(work, account, rhythm) if shared is None else _even_shared(work, shared)
    if error is None:
        waits = wait(rhythm, _quiet_for(work, pace), urgent(work, account, pace), even)
    else:
        waits = max(_after(work, pace, rhythm, error), min(even / URGENT_SHARE, MOST_STRETCHED))
    return work.now + (min(waits, max(shared.until - work.now, rhythm.quiet)) if shared else waits)


def _after(work: Work, pace: Pace, rhythm: Rhythm, error: StreifeError) -> timedelta:
    seed = f"stream/{pace.stream_id}"
    if isinstance(error, BudgetSpent):
        return min(MONEY_LOOK, error.until - work.now) if error.until else MONEY_LOOK
    if not isinstance(error, RateLimited):
        return back_off(pace.failures, rhythm.base, LONGEST_QUIET, seed)
    if error.reset_at and error.reset_at > work.now:
        return max(rhythm.base, min(error.reset_at - work.now, LONGEST_RESET))
    return back_off(pace.failures, FIRST_WAIT, LONGEST_WAIT, seed)


def wait(rhythm: Rhythm, quiet_for: timedelta | None, is_urgent: bool, even: timedelta) -> timedelta:
    """The time between two polls of a stream that has been silent for so long (`None`: always was).

    `even` is the interval at which the month's money lasts to its end, none where reading is free. What is
    urgent may take twice its even part, which shrinks with what is left, so that it lasts however long things
    stay urgent; the others take half of theirs, so that there is something to take.
    """
    if is_urgent:
        return max(rhythm.base, min(even / URGENT_SHARE, MOST_STRETCHED))
    most = max(rhythm.base, min(rhythm.quiet, LONGEST_QUIET))
    grown = most if quiet_for is None else rhythm.base + max(timedelta(), quiet_for - ACTIVE) / COOLING
    return max(min(grown, most), min(even / QUIET_SHARE, MOST_STRETCHED))


def urgent(work: Work, account: Account, pace: Pace) -> bool:
    """Whether an emergency is open at the account, or somebody spoke or was answered within the last hour."""
    return _active(work, pace) or alarmed(work, account.id)


def alarmed(work: Work, account_id: int) -> bool:
    """Whether an emergency is open at the account."""
    scope = Scope(account_ids=frozenset({account_id}))
    return bool(work.worklist(Query(scope, states=(State.OPEN,), urgency=Urgency.ACUTE, limit=1)))


def foremost(work: Work, due: Sequence[Stream]) -> list[Stream]:
    """The due streams in the order in which to read them: emergencies, then what is active, then the rest."""
    alarm = {account for account in {s.account_id for s in due} if alarmed(work, account)}
    paces = {p.stream_id: p for p in work.find(Pace, stream_id=[s.id for s in due])}

    def active(stream: Stream) -> bool:
        return stream.id in paces and _active(work, paces[stream.id])

    return sorted(due, key=lambda s: (s.account_id not in alarm, not active(s)))


def _pace(work: Work, stream: Stream) -> Pace:
    found = work.find(Pace, stream_id=stream.id)
    return found[0] if found else work.add(Pace(stream.id))


def _active(work: Work, pace: Pace) -> bool:
    quiet = _quiet_for(work, pace)
    return quiet is not None and quiet < ACTIVE


def _quiet_for(work: Work, pace: Pace) -> timedelta | None:
    return work.now - pace.stirred_at if pace.stirred_at else None


def _even(work: Work, account: Account, rhythm: Rhythm) -> timedelta:
    """At which interval this stream, and its siblings like it, use up exactly what is left of the month."""
    if not priced(account.platform):
        return timedelta()
    stands = budget.standing(work, account, rhythm.cap(account))
    siblings = [s.id for s in work.find(Stream, account_id=account.id)]
    round_of_all = sum(pace.cost for pace in work.find(Pace, stream_id=siblings))
    return (stands.until - work.now) * min(1.0, round_of_all / max(1, stands.left))


def _even_shared(work: Work, stands: Standing) -> timedelta:
    """At which interval all streams of all accounts together use up what is left for reading, where what is
    urgent takes its share and the others theirs."""
    owners = {s.id: s.account_id for s in work.find(Stream, account_id=stands.accounts)}
    alarm = {account_id for account_id in stands.accounts if alarmed(work, account_id)}

    def share(pace: Pace) -> float:
        is_urgent = owners[pace.stream_id] in alarm or _active(work, pace)
        return URGENT_SHARE if is_urgent else QUIET_SHARE

    a_round = sum(pace.cost * share(pace) for pace in work.find(Pace, stream_id=sorted(owners)))
    left = max(0, stands.left - stands.daily // KEPT) * MILLI
    # where nothing is left, what is urgent waits for the limit to begin anew, like all others
    return (stands.until - work.now) * min(URGENT_SHARE, a_round / max(1, left))


def _mean(pace: Pace, cost: int) -> int:
    """The last polls weigh most; a first one counts whole."""
    return (3 * pace.cost + cost) // 4 if pace.cost else cost
