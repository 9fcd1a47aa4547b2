"""Figures know where messages are missing, by station and network."""

from datetime import timedelta

import pytest

from casework.account import Gap, GapState
from casework.labels import Platform
from casework.unheard import unheard
from tests.builders import NOON, a_station, a_stream, an_account, an_officer

HOUR = timedelta(hours=1)
BEGIN, END = NOON - timedelta(days=7), NOON


@pytest.fixture
def account(work):
    return an_account(work, an_officer(work, a_station(work)), platform=Platform.X)


def told(work, account):
    return [(u.platform, u.channels, u.lasting) for u in unheard(work, [account.station_id], BEGIN, END)]


def test_a_stream_that_was_heard_lacks_nothing_and_a_filled_gap_neither(work, account):
    stream = a_stream(work, account, last_success_at=NOON - timedelta(minutes=50))
    work.add(Gap(stream.id, NOON - 9 * HOUR, NOON - 8 * HOUR, GapState.FILLED))
    assert told(work, account) == []


def test_gaps_of_two_channels_at_the_same_time_last_once(work, account):
    for begin, end in ((9, 5), (7, 4)):
        stream = a_stream(work, account, last_success_at=NOON)
        work.add(Gap(stream.id, NOON - begin * HOUR, NOON - end * HOUR, GapState.LOST))
    assert told(work, account) == [(Platform.X, 2, 5 * HOUR)]


def test_a_stream_that_began_later_was_blind_before(work, account):
    a_stream(work, account, since=END - 2 * HOUR, last_success_at=NOON)
    assert told(work, account) == [(Platform.X, 1, END - BEGIN - 2 * HOUR)]


@pytest.mark.parametrize(("active", "expected"), [(True, [(Platform.X, 1, 3 * HOUR)]), (False, [])])
def test_a_stream_silent_for_hours_lacks_messages_unless_its_account_rests(work, active, expected):
    account = an_account(work, platform=Platform.X, active=active)
    a_stream(work, account, last_success_at=NOON - 3 * HOUR, error="AuthExpired: key refused")
    assert told(work, account) == expected


def test_gaps_of_other_stations_are_not_told(work, account):
    stream = a_stream(work, an_account(work), last_success_at=NOON)
    work.add(Gap(stream.id, NOON - 9 * HOUR, NOON - 8 * HOUR))
    assert told(work, account) == []
