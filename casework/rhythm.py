"""The usual rhythm of a channel, and a silence that does not fit it: the warning before anyone notices.

How it is told. Time is cut into whole hours; an hour counts only where the gap ledger calls it complete, so
that what we failed to read is never taken for silence. An hour in which something came is *busy*, however
much came: a wave of 200 messages weighs no more than a few hours of talk.

1. *The usual.* Hours are of four sorts: by day (7 to 22 o'clock, local) or by night, on working days or at
   the weekend. For each sort the share of busy hours is taken week by week over the eight weeks before the
   last message, and averaged without the busiest quarter of the weeks: a wild week does not become the rule.
2. *Surprise.* An hour without a message, of a sort of which the share p is busy, is a surprise of -ln(1 - p);
   a silence is as surprising as its hours together. So a night costs little and a working day much. If hours
   came independently of one another, a channel's silences would be exponential in surprise, with mean 1.
3. *Its own history.* They are not, quite: talk comes in clusters. So the longest tenth of the channel's own
   silences (at least ten of them) gives the tail: an exponential whose mean is by how much they exceed the
   others, and never below 1 (peaks over a threshold: Coles, Statistical Modeling of Extreme Values, 2001).
4. *The warning* comes when by that tail fewer than 1 in 1,000 of the channel's silences are so surprising,
   less than one a year, and six hours at least were listened to in vain.

Channels with fewer than twenty busy hours or two weeks of history are never warned of: too little to tell.
Not known here: holidays. What came in a file, or before streams were kept with the messages, counts by its
kind (`kinds_of`), and only for a stream that shares that kind with no other of its account.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from math import ceil, exp, floor, log1p
from statistics import fmean

from casework.account import Stream
from casework.clocks import LOCAL
from casework.labels import Kind
from casework.ledger import Interval, ledger
from casework.message import Message
from casework.ports import Work
from casework.query import Query, Scope
from casework.worklist import key

HISTORY, READ_BACK = timedelta(weeks=8), timedelta(weeks=12)
MOST, PAGE = 5_000, 500  # newest messages of an account that are looked at, and at once
ENOUGH_HOURS, ENOUGH_TIME = 20, timedelta(weeks=2)
SHORTEST = 6  # hours
RARE, TAIL, FEWEST = 1 / 1_000, 0.1, 10
BUSIEST = 0.25  # of the weeks, left out
HOUR, WEEK, YEAR = 3_600, 168, 8_766  # seconds, hours, hours
SURE = 0.999
DAY_BEGINS, NIGHT_BEGINS, SATURDAY = 7, 22, 5
CLAIMS = {Kind.DM: ("dm", "direct", "message", "conversation"), Kind.COMMENT: ("comment", "repl")}
Sort = tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Silence:
    """Since when nothing came, how long of that we listened, and how often a year such a silence is usual.

    `longest` is the longest silence of the weeks before.
    """

    since: datetime
    lasting: timedelta
    longest: timedelta
    per_year: float


@dataclass(frozen=True, slots=True)
class Habit:
    """What a channel's history tells: whether it is enough to tell, the last message, and a warning."""

    enough: bool
    last: datetime | None = None
    silence: Silence | None = None


def silent(work: Work, stream: Stream, now: datetime) -> Silence | None:
    """The silence to warn of, if there is one; none where the history is too little to tell."""
    return rhythms(work, work.find(Stream, account_id=stream.account_id), now)[stream.id].silence


def rhythms(work: Work, streams: Iterable[Stream], now: datetime) -> dict[int, Habit]:
    """The rhythm of each of these streams, by id; streams of one account are to be given together."""
    accounts: dict[int, list[Stream]] = defaultdict(list)
    for stream in streams:
        accounts[stream.account_id].append(stream)
    found = {}
    for account_id, siblings in accounts.items():
        messages = _newest(work, account_id, now - READ_BACK)
        needed = timedelta() if len(messages) >= MOST else ENOUGH_TIME
        for stream in siblings:
            times = [min(m.sent_at, m.received_at) for m in _came_through(messages, stream, siblings)]
            found[stream.id] = listen(times, ledger(work, stream, now - READ_BACK, now), now, needed)
    return found


def kinds_of(stream: Stream, siblings: Iterable[Stream]) -> Collection[Kind]:
    """Which kinds of message come through a stream: what its name says, else what no sibling claims."""
    own = _claimed(stream)
    claimed = {kind for one in siblings if (kind := _claimed(one))}
    return {own} if own else set(Kind) - claimed


def _came_through(
    messages: Iterable[Message], stream: Stream, siblings: Sequence[Stream]
) -> Iterator[Message]:
    """The messages of one stream; one of an unknown stream counts where no sibling shares its kind."""
    others = [kinds_of(one, siblings) for one in siblings if one.id != stream.id]
    alone = set(kinds_of(stream, siblings)).difference(*others)
    return (m for m in messages if m.stream == stream.name or (not m.stream and m.kind in alone))


def listen(
    times: Sequence[datetime], heard: Iterable[Interval], now: datetime, needed: timedelta = ENOUGH_TIME
) -> Habit:
    """The rhythm of a channel with messages at these times that was heard in these intervals.

    `needed`: from how long a history on it is told.
    """
    past = [at for at in times if at <= now]
    if not past:
        return Habit(False)
    last = max(past)
    begin = max(min(past), last - HISTORY)
    busy = {_hour(at) for at in past if at >= begin}
    hours = [h for h in _whole_hours(heard) if h >= _hour(begin)]
    history = [h for h in hours if h <= _hour(last)]
    if len(busy) < ENOUGH_HOURS or timedelta(hours=len(history)) < needed:
        return Habit(False, last)
    usual = _Usual.learnt(busy, history)
    return Habit(True, last, usual.silence(last, [h for h in hours if h > _hour(last)]))


@dataclass(frozen=True, slots=True)
class _Usual:
    """The surprise of a silent hour of each sort, and how the channel's own silences were."""

    surprise: Mapping[Sort, float]
    silences: Sequence[float]
    longest: timedelta
    per_hour: float

    @classmethod
    def learnt(cls, busy: Collection[int], history: Sequence[int]) -> "_Usual":
        surprise = {sort: -log1p(-min(share, SURE)) for sort, share in _shares(busy, history).items()}
        silences, now = [], 0.0
        for hour in history:
            if hour in busy:
                silences.append(now)
            now = 0.0 if hour in busy else now + surprise.get(_sort(hour), 0.0)
        longest = max((b - a for a, b in pairwise(sorted(busy))), default=0)
        return cls(surprise, sorted(silences), timedelta(hours=longest), len(silences) / len(history))

    def silence(self, last: datetime, hours: Sequence[int]) -> Silence | None:
        """The silence of these hours after the last message, where it is one to warn of."""
        chance = self._chance(sum(self.surprise.get(_sort(hour), 0.0) for hour in hours))
        per_year = chance * self.per_hour * YEAR
        if len(hours) < SHORTEST or chance >= RARE or per_year >= 1:
            return None
        return Silence(last, timedelta(hours=len(hours)), self.longest, per_year)

    def _chance(self, surprise: float) -> float:
        """The share of the channel's silences that are at least so surprising."""
        most = min(max(FEWEST, int(len(self.silences) * TAIL)), len(self.silences) // 2)
        edge, tail = self.silences[-most - 1], self.silences[-most:]
        if surprise <= edge:
            return 1.0
        mean = max(1.0, fmean(one - edge for one in tail))
        return most / len(self.silences) * exp(-(surprise - edge) / mean)


def _shares(busy: Collection[int], history: Sequence[int]) -> dict[Sort, float]:
    """The usual share of busy hours of each sort, without the busiest weeks."""
    counted: dict[Sort, Counter[int]] = defaultdict(Counter)
    listened: dict[Sort, Counter[int]] = defaultdict(Counter)
    for hour in history:
        week, sort = (history[-1] - hour) // WEEK, _sort(hour)
        listened[sort][week] += 1
        counted[sort][week] += hour in busy
    shares = {}
    for sort, weeks in listened.items():
        by_week = sorted(counted[sort][week] / hours for week, hours in weeks.items())
        shares[sort] = fmean(by_week[: len(by_week) - int(len(by_week) * BUSIEST)])
    return shares


@lru_cache(maxsize=10_000)
def _sort(hour: int) -> Sort:
    local = datetime.fromtimestamp(hour * HOUR, LOCAL)
    return local.weekday() >= SATURDAY, not DAY_BEGINS <= local.hour < NIGHT_BEGINS


def _hour(at: datetime) -> int:
    return floor(at.timestamp() / HOUR)


def _whole_hours(heard: Iterable[Interval]) -> list[int]:
    """Hours since 1970 that lie within what is complete, in order."""
    joined: list[tuple[float, float]] = []
    for one in heard:
        if one.state.complete:
            start, end = one.start.timestamp(), one.end.timestamp()
            if joined and joined[-1][1] == start:
                start = joined.pop()[0]
            joined.append((start, end))
    return [h for start, end in joined for h in range(ceil(start / HOUR), floor(end / HOUR))]


def _claimed(stream: Stream) -> Kind | None:
    return next((kind for kind, names in CLAIMS.items() if any(n in stream.name for n in names)), None)


def _newest(work: Work, account_id: int, begin: datetime) -> list[Message]:
    """The account's messages since then, newest first; of more than MOST, the newest."""
    query = Query(Scope(frozenset({account_id})), (), by_urgency=False, newest_first=True, limit=PAGE)
    found: list[Message] = []
    while page := work.worklist(query):
        found += [message for message in page if message.sent_at >= begin]
        if len(page) < PAGE or page[-1].sent_at < begin or len(found) >= MOST:
            break
        query = replace(query, after=key(page[-1], query))
    return found
