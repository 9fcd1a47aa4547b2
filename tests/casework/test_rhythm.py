"""Silence: simulated channels tell how often it is a false alarm, and how soon a stopped one is noticed."""

import random
from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from casework import rhythm
from casework.account import Gap, GapState
from casework.labels import Kind
from casework.ledger import Heard, Interval
from casework.rhythm import kinds_of, listen, rhythms, silent
from tests import builders

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)  # so that a year holds both changes of the clock
HOUR, WEEK = timedelta(hours=1), timedelta(weeks=1)
YEAR = 52 * WEEK


def weight(at):
    """How busy a channel is at an hour: little at night, less at the weekend."""
    return (1.0 if 6 <= at.hour < 21 else 0.1) * (0.7 if at.weekday() >= 5 else 1.0)


MEAN_WEIGHT = sum(weight(MONDAY + n * HOUR) for n in range(168)) / 168


def channel(seed, weekly, weeks, begin=MONDAY, wild=()):
    """Times of a Poisson channel with so many messages a week; in wild weeks ten times as many."""
    dice, found = random.Random(seed), []
    for n in range(weeks * 168):
        at = begin + n * HOUR
        rate = weekly / 168 * weight(at) / MEAN_WEIGHT * (10 if n // 168 in wild else 1)
        passed = dice.expovariate(rate)
        while passed < 1:
            found.append(at + passed * HOUR)
            passed += dice.expovariate(rate)
    return found


def known(begin, end):
    return [Interval(Heard.KNOWN, begin, end)]


def heard_at(times, now, begin=MONDAY):
    past = [t for t in times if now - rhythm.READ_BACK <= t <= now]
    return listen(past, known(max(begin, now - rhythm.READ_BACK), now), now)


def false_alarms(times, begin, end):
    """A silence is longest just before it ends: there it would have been warned of, or never."""
    pauses = ((a, b) for a, b in pairwise(times) if begin <= b < end and b - a > 6 * HOUR)
    return sum(heard_at(times, b - timedelta(seconds=1)).silence is not None for _, b in pauses)


def noticed_after(times, stopped):
    """How long after it stopped the channel is warned of, to the hour."""
    before = [t for t in times if t < stopped]
    warned = bisect_left(range(2_000), True, key=lambda n: bool(heard_at(before, stopped + n * HOUR).silence))
    assert 0 < warned < 2_000
    return warned * HOUR


@pytest.mark.parametrize(
    ("weekly", "most_false", "within"),
    [(7, 1, 20 * 24), (20, 1, 6 * 24), (70, 1, 2 * 24), (300, 1, 16), (2_000, 1, 16)],
)
def test_a_year_has_few_false_alarms_and_a_stopped_channel_is_noticed(
    weekly, most_false, within, record_property
):
    alarms, waits = 0, []
    for seed in range(2):
        times = channel(seed, weekly, 60)
        alarms += false_alarms(times, MONDAY + 8 * WEEK, MONDAY + 60 * WEEK)
        stops = [MONDAY + (9 + 7 * n) * WEEK + 31 * n * HOUR for n in range(7)]
        waits += [noticed_after(times, stop) for stop in stops]
    typical = sorted(waits)[len(waits) // 2]
    record_property("false alarms per channel and year", alarms / 2)
    record_property("noticed after, median", str(typical))
    assert alarms / 2 <= most_false
    assert typical <= within * HOUR


def test_a_wave_does_not_make_usual_silence_an_alarm():
    calm, wild = (channel(5, 20, 16, wild=weeks) for weeks in ((), (10, 11)))
    after = [t for t in calm if t >= MONDAY + 12 * WEEK]
    mixed = [t for t in wild if t < MONDAY + 12 * WEEK] + after
    assert false_alarms(mixed, MONDAY + 12 * WEEK, MONDAY + 16 * WEEK) <= 1


def test_a_night_says_less_than_a_working_day():
    times = [t for t in channel(3, 100, 10) if t < MONDAY + 9 * WEEK + 21 * HOUR]
    assert heard_at(times, MONDAY + 9 * WEEK + 28 * HOUR).silence is None
    assert heard_at(times, MONDAY + 9 * WEEK + 42 * HOUR).silence


def test_a_warning_tells_since_when_how_long_and_how_rare():
    times = [t for t in channel(3, 100, 10) if t < MONDAY + 9 * WEEK]
    now = MONDAY + 9 * WEEK + 48 * HOUR
    found = heard_at(times, now).silence
    assert found.since == times[-1]
    assert HOUR > now - times[-1] - found.lasting >= timedelta()
    assert found.longest < found.lasting
    assert found.per_year < 1


@pytest.mark.parametrize("weeks", [1, 10])
def test_too_little_history_tells_nothing(weeks):
    weekly = 1 if weeks == 10 else 200
    begin = MONDAY + (10 - weeks) * WEEK
    times = channel(1, weekly, weeks, begin)
    found = heard_at(times, MONDAY + 11 * WEEK)
    assert (found.enough, found.silence, found.last) == (False, None, times[-1])
    assert listen([], known(MONDAY, MONDAY + WEEK), MONDAY + WEEK).last is None


def test_what_was_not_heard_is_no_silence():
    times = [t for t in channel(3, 100, 10) if t < MONDAY + 9 * WEEK]
    now = MONDAY + 9 * WEEK + 48 * HOUR
    deaf = [Interval(Heard.KNOWN, MONDAY, times[-1]), Interval(Heard.LATE, times[-1], now)]
    assert listen(times, deaf, now).silence is None
    filled = [*deaf[:1], Interval(Heard.FILLED, times[-1], now)]
    assert listen(times, filled, now).silence


def test_gaps_in_the_past_do_not_make_the_channel_seem_quieter():
    times, now = channel(3, 100, 10), MONDAY + 9 * WEEK + 24 * HOUR
    deaf = [n * WEEK + MONDAY for n in (2, 3, 5, 7)]
    kept = [t for t in times if t < now - 24 * HOUR and not any(d <= t < d + 0.7 * WEEK for d in deaf)]
    whole = [Interval(Heard.KNOWN, MONDAY, now)]
    holed, start = [], MONDAY
    for gap in deaf:
        holed += [
            Interval(Heard.KNOWN, start, gap),
            Interval(Heard.LOST, gap, gap + 0.7 * WEEK),
        ]
        start = gap + 0.7 * WEEK
    holed.append(Interval(Heard.KNOWN, start, now))
    assert listen(kept, whole, now).silence is None
    assert listen(kept, holed, now).silence


def test_a_message_from_the_future_ends_no_silence():
    times = [t for t in channel(3, 100, 10) if t < MONDAY + 9 * WEEK]
    now = MONDAY + 9 * WEEK + 48 * HOUR
    assert heard_at([*times, now + 3 * HOUR], now).silence


def test_kinds_belong_to_the_stream_that_claims_them():
    def of(*names):
        streams = [builders.Stream(1, name) for name in names]
        return [set(kinds_of(one, streams)) for one in streams]

    assert of("mentions") == [set(Kind)]
    assert of("mentions", "dms") == [{Kind.POST, Kind.COMMENT}, {Kind.DM}]
    assert of("comments", "mentions", "conversations") == [{Kind.COMMENT}, {Kind.POST}, {Kind.DM}]


@pytest.fixture
def account(work, clock):
    """Busy by day for nine weeks until two days ago, when comments stopped; direct messages are rare."""
    account = builders.an_account(work)
    begin = clock.now() - 9 * WEEK
    times = [t for t in channel(3, 60, 9, begin) if t < clock.now() - 48 * HOUR]
    arriving = [builders.received(kind=Kind.COMMENT, sent_at=t) for t in times]
    arriving += [builders.received(kind=Kind.DM, sent_at=begin + n * WEEK) for n in range(8)]
    arriving.append(builders.received(kind=Kind.COMMENT, sent_at=begin - 300 * WEEK))
    work.take_in(account, arriving)
    return account


def test_the_store_tells_which_channel_is_silent(work, clock, account):
    comments, dms = (
        builders.a_stream(work, account, name=name, last_success_at=clock.now())
        for name in ("comments", "dms")
    )
    found = silent(work, comments, clock.now())
    assert found.since > clock.now() - 60 * HOUR
    assert silent(work, dms, clock.now()) is None
    told = rhythms(work, [comments, dms], clock.now())
    assert (told[comments.id].enough, told[dms.id].enough) == (True, False)


def test_a_channel_that_is_not_read_is_no_silent_one(work, clock, account):
    stopped = clock.now() - 48 * HOUR
    stream = builders.a_stream(work, account, name="comments", last_success_at=stopped)
    work.add(Gap(stream.id, stopped, clock.now(), GapState.OPEN))
    assert silent(work, stream, clock.now()) is None


def test_of_very_many_messages_the_newest_tell(work, clock, account, monkeypatch):
    monkeypatch.setattr(rhythm, "MOST", 60)
    monkeypatch.setattr(rhythm, "PAGE", 20)
    stream = builders.a_stream(work, account, name="comments", last_success_at=clock.now())
    assert rhythms(work, [stream], clock.now())[stream.id].enough


@pytest.fixture
def busy_sibling(work, clock):
    """Quotes stopped two days ago; mentions, of the same kind, go on."""
    account = builders.an_account(work)
    begin = clock.now() - 9 * WEEK
    mentions, quotes = (channel(seed, 60, 9, begin) for seed in (3, 4))
    arriving = [builders.received(stream="mentions", sent_at=t) for t in mentions]
    arriving += [builders.received(stream="quotes", sent_at=t) for t in quotes if t < clock.now() - 48 * HOUR]
    work.take_in(account, arriving)
    return account


def _streams(work, clock, account):
    return [
        builders.a_stream(work, account, name=name, last_success_at=clock.now())
        for name in ("mentions", "quotes")
    ]


def test_a_busy_stream_does_not_mask_a_silent_one_of_the_same_kind(work, clock, busy_sibling):
    mentions, quotes = _streams(work, clock, busy_sibling)
    assert silent(work, quotes, clock.now()).since <= clock.now() - 48 * HOUR
    assert silent(work, mentions, clock.now()) is None


def test_what_came_through_nobody_knows_which_stream_tells_nothing_of_those_that_share_its_kind(work, clock):
    account = builders.an_account(work)
    times = channel(3, 60, 9, clock.now() - 9 * WEEK)
    work.take_in(account, [builders.received(sent_at=t) for t in times if t < clock.now() - 48 * HOUR])
    told = rhythms(work, _streams(work, clock, account), clock.now())
    assert {habit.enough for habit in told.values()} == {False}
