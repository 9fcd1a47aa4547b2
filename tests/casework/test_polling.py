from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import budget, polling
from casework.budget import Request
from casework.errors import BudgetSpent
from casework.labels import Intent, Platform
from casework.polling import LONGEST_QUIET, MOST_STRETCHED, Pace, Rhythm, wait
from casework.prices import CENT
from tests import builders

MINUTE = timedelta(minutes=1)
RHYTHM = Rhythm(MINUTE, timedelta(minutes=5))
SPANS = st.timedeltas(timedelta(), timedelta(days=400))


@pytest.fixture
def account(work):
    return builders.an_account(work)


@pytest.fixture
def stream(work, account):
    return builders.a_stream(work, account)


def test_a_stream_in_which_somebody_spoke_within_the_hour_is_read_at_the_base_interval(
    work, account, stream, clock
):
    pace = polling.heard(work, stream, 1)
    clock.forward(minutes=59)
    assert polling.next_at(work, account, pace, RHYTHM) == clock.now() + MINUTE


def test_silence_lets_the_interval_grow_and_never_beyond_its_bound(work, account, stream, clock):
    pace = polling.heard(work, stream, 1)
    waits = []
    for _ in range(24):
        clock.forward(hours=1)
        waits.append(polling.next_at(work, account, pace, RHYTHM) - clock.now())
    assert waits == sorted(waits)
    assert waits[0] == MINUTE
    assert waits[-1] == RHYTHM.quiet


def test_an_open_emergency_is_read_around_at_the_base_interval(work, account, stream):
    pace = polling.heard(work, stream, 0)
    assert not polling.urgent(work, account, pace)
    builders.assessed(work, builders.a_message(work, account), Intent.EMERGENCY)
    assert polling.urgent(work, account, pace)
    assert polling.next_at(work, account, pace, RHYTHM) == work.now + MINUTE


def test_an_emergency_of_another_account_changes_nothing(work, account, stream):
    builders.assessed(work, builders.a_message(work), Intent.EMERGENCY)
    assert not polling.urgent(work, account, polling.heard(work, stream, 0))


def test_an_answer_of_ours_wakes_the_streams_of_the_account(work, account, stream):
    pace = polling.heard(work, stream, 0)
    polling.stir(work, account.id)
    assert polling.urgent(work, account, work.get(Pace, pace.id))


@given(SPANS | st.none(), st.booleans(), SPANS)
def test_a_wait_is_never_shorter_than_the_base_nor_longer_than_allowed(quiet_for, is_urgent, even):
    found = wait(RHYTHM, quiet_for, is_urgent, even)
    assert MINUTE <= found <= max(RHYTHM.quiet, MOST_STRETCHED)
    assert wait(RHYTHM, quiet_for, True, even) <= wait(RHYTHM, quiet_for, False, even)
    if not even:
        assert found <= RHYTHM.quiet


def test_nobody_sets_the_silence_above_a_quarter_of_an_hour():
    assert wait(Rhythm(MINUTE, timedelta(hours=9)), None, False, timedelta()) == LONGEST_QUIET


def test_a_slow_base_is_the_wait_of_all():
    slow = Rhythm(timedelta(hours=2), MINUTE)
    assert wait(slow, None, False, timedelta()) == wait(slow, timedelta(), True, timedelta()) == slow.base


@pytest.mark.parametrize("cents", [200, 1_000, 10_000])
@pytest.mark.parametrize("loud", [True, False])
def test_where_reading_costs_the_month_ends_below_the_cap_with_some_left_to_its_end(work, clock, cents, loud):
    """A month simulated poll by poll, with every poll costing a cent and a half."""
    account = builders.an_account(work, platform=Platform.X)
    stream = builders.a_stream(work, account)
    rhythm = Rhythm(MINUTE, timedelta(minutes=5), {Platform.X: cents * CENT})
    clock.set(datetime(2026, 11, 1, tzinfo=UTC))
    polls, error = [], None
    while clock.now() < datetime(2026, 12, 1, tzinfo=UTC):
        before = budget.spent(work, account)
        try:
            budget.reserve(work, account, Request("one", "mentions", 3), rhythm.cap(account))
            budget.settle(work, account, Request("one", "mentions", 3))
            polls.append(clock.now())
            pace, error = polling.heard(work, stream, int(loud), budget.spent(work, account) - before), None
        except BudgetSpent as why:
            pace, error = polling.failed(work, stream), why
        clock.set(polling.next_at(work, account, pace, rhythm, error))
    spent = budget.spent(work, account)
    assert cents * CENT * (0.9 if loud else 0.5) <= spent <= cents * CENT
    assert polls[-1] > datetime(2026, 11, 24, tzinfo=UTC)


def test_what_is_urgent_gets_more_of_the_money(work):
    even = timedelta(minutes=40)
    assert wait(RHYTHM, timedelta(), True, even) == timedelta(minutes=20)
    assert wait(RHYTHM, timedelta(days=1), False, even) == timedelta(minutes=80)
