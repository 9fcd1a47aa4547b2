"""A limit that all accounts of one app share: nobody finds out by itself that it is used up."""

from datetime import timedelta
from itertools import pairwise

import pytest

from casework import polling, pools
from casework.account import Account, Stream
from casework.errors import RateLimited
from casework.labels import Platform
from casework.polling import MILLI, Rhythm
from casework.pools import Pool, Shared, Standing
from tests import builders
from tests.builders import NOON

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SHARED = Shared("project 7", NOON + DAY)
UNITS = 2_400  # with these, forty streams would each ask four times as often as they may
RHYTHM = Rhythm(MINUTE, 5 * MINUTE, daily={Platform.YOUTUBE: UNITS})


def _channel(work, **given):
    return builders.an_account(work, platform=Platform.YOUTUBE, **given)


def test_what_one_account_uses_is_gone_for_all_of_its_app(work):
    one, other = _channel(work), _channel(work)
    pools.use(work, one, SHARED, 50)
    assert pools.use(work, other, SHARED, 1).used == 51
    assert (pools.used(work, one), pools.used(work, other)) == (50, 1)
    assert pools.use(work, one, Shared("project 8", SHARED.until), 1).used == 1


def test_where_one_account_hears_that_it_is_used_up_the_others_do_not_ask(work, clock):
    one, other = _channel(work), _channel(work)
    pools.used_up(work, one, SHARED)
    with pytest.raises(RateLimited, match="all accounts of this app") as refused:
        pools.use(work, other, SHARED, 1)
    assert refused.value.reset_at == SHARED.until
    clock.set(SHARED.until)
    pools.use(work, other, Shared(SHARED.app, SHARED.until + DAY), 1)
    assert [(pool.used, pool.until) for pool in work.find(Pool)] == [(1, SHARED.until + DAY)]


def test_an_account_that_is_connected_through_another_app_leaves_the_first(work):
    account = _channel(work)
    pools.use(work, account, SHARED, 1)
    other = pools.use(work, account, Shared("project 8", SHARED.until), 1)
    assert pools.standing(work, account, 10) == Standing(10, 9, other.until, (account.id,))
    assert pools.used(work, account) == 2


def _day_of(work, clock, streams, loud):
    """A day poll by poll, each for a unit, on which in so many streams something always happens: the moments
    of the polls, by stream id."""
    due = {stream.id: NOON for stream in streams}
    owners = {stream.id: work.get(Account, stream.account_id) for stream in streams}
    stirring, polls = {stream.id for stream in streams[:loud]}, {stream.id: [NOON] for stream in streams}
    while (at := min(due.values())) < SHARED.until:
        clock.set(at)
        stream = work.get(Stream, min(due, key=due.__getitem__))
        before = polling.spent(work, owners[stream.id])
        pools.use(work, owners[stream.id], SHARED, 1)
        cost = polling.spent(work, owners[stream.id]) - before
        pace = polling.heard(work, stream, int(stream.id in stirring), cost)
        due[stream.id] = polling.next_at(work, owners[stream.id], pace, RHYTHM)
        polls[stream.id].append(at)
    return polls


@pytest.mark.parametrize("loud", [0, 10, 40])
def test_forty_channels_are_read_all_day_within_the_quota_of_their_project(work, clock, loud):
    streams = [builders.a_stream(work, _channel(work)) for _ in range(40)]
    polls = _day_of(work, clock, streams, loud)
    used = work.find(Pool)[0].used
    assert UNITS * 0.8 <= used <= UNITS * 0.95
    gaps = [b - a for at in polls.values() for a, b in pairwise([*at, SHARED.until])]
    assert max(gaps) <= (75 if 0 < loud < 40 else 40) * MINUTE
    often = [len(polls[stream.id]) for stream in (streams[0], streams[-1])]
    assert often[0] > 3 * often[1] if loud == 10 else often[0] <= 1.1 * often[1]


def test_a_few_channels_are_read_as_often_as_ever(work):
    account = _channel(work)
    stream = builders.a_stream(work, account)
    pools.use(work, account, SHARED, 1)
    pace = polling.heard(work, stream, 0, MILLI)
    assert polling.next_at(work, account, pace, RHYTHM) == NOON + 5 * MINUTE


def test_yesterdays_use_stretches_nothing_today(work, clock):
    account = _channel(work)
    stream = builders.a_stream(work, account)
    pools.use(work, account, SHARED, UNITS)
    pace = polling.heard(work, stream, 0, MILLI)
    assert polling.next_at(work, account, pace, RHYTHM) == NOON + DAY
    clock.set(SHARED.until)
    assert polling.next_at(work, account, pace, RHYTHM) == clock.now() + 5 * MINUTE


def test_what_can_wait_takes_only_what_an_even_day_would_leave(work, clock):
    account = _channel(work)
    assert polling.eases(work, account, RHYTHM)
    pools.use(work, account, SHARED, UNITS // 4)
    assert not polling.eases(work, account, RHYTHM)
    clock.forward(hours=6)
    assert polling.eases(work, account, RHYTHM)
    pools.used_up(work, account, SHARED)
    assert not polling.eases(work, account, RHYTHM)
