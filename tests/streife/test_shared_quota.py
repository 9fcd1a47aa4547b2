"""The duties of channels that share one quota: what one hears holds for all, and what can wait waits."""

from datetime import timedelta

import pytest

from casework.account import Gap, GapState, Stream
from casework.errors import RateLimited
from casework.labels import Platform
from casework.message import Checkpoint
from casework.polling import MILLI, Pace, Rhythm
from casework.pools import Shared
from streife import duties
from streife.metering import StoreMeter
from tests import builders
from tests.builders import NOON

SHARED = Shared("project 7", NOON + timedelta(hours=12))
RHYTHM = Rhythm(daily={Platform.YOUTUBE: 1_000})


class Channel:
    """Costs so many units a page, and knows when the quota is used up."""

    def __init__(self, store, account, asked, units=1, left=1_000):
        self.meter, self.account = StoreMeter(store, account, 0), account
        self.asked, self.units, self.left = asked, units, left

    def pull(self, stream, cursor):
        self.meter.ask("quota", reads=self.units, shared=SHARED)
        self.asked.append(self.account.id)
        if len(self.asked) * self.units > self.left:
            self.meter.used_up(SHARED)
            raise RateLimited("quotaExceeded", SHARED.until)
        yield Checkpoint("1")

    fill = pull


@pytest.fixture
def channels(store):
    with store.begin() as work:
        channels = [builders.an_account(work, platform=Platform.YOUTUBE) for _ in range(3)]
        for account in channels:
            builders.a_stream(work, account, name="comments", next_poll_at=NOON)
    return channels


def _collect(store, **given):
    asked = []
    duties.collect(store, lambda account: Channel(store, account, asked, **given), RHYTHM)
    return asked


def test_after_one_channel_heard_that_the_quota_is_used_up_no_other_asks_till_it_begins_anew(
    store, channels, clock
):
    assert len(_collect(store, left=1)) == 2
    clock.forward(hours=11)
    assert _collect(store) == []
    clock.set(SHARED.until)
    assert len(_collect(store)) == 3


def test_what_a_poll_costs_is_measured_and_stretches_the_next_ones(store, channels):
    _collect(store, units=10)
    with store.view() as work:
        assert [pace.cost for pace in work.find(Pace)] == [10 * MILLI] * 3
        last = max(stream.next_poll_at for stream in work.find(Stream))
    assert timedelta(minutes=20) < last - NOON < timedelta(minutes=30)


@pytest.mark.parametrize(("units", "state"), [(100, GapState.FILLED), (200, GapState.OPEN)])
def test_back_filling_waits_where_little_is_left_of_the_day(store, channels, units, state):
    _collect(store, units=units)
    with store.begin() as work:
        gap = work.add(Gap(work.find(Stream)[0].id, NOON - timedelta(hours=2), NOON - timedelta(hours=1)))
    duties.fill_gaps(store, lambda account: Channel(store, account, []), RHYTHM)
    with store.view() as work:
        assert work.get(Gap, gap.id).state is state
