from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import limits
from casework.errors import RateLimited
from casework.limits import LONGEST_RESET, Limit, back_off
from tests import builders
from tests.builders import NOON

QUARTER = NOON + timedelta(minutes=15)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def account(work):
    return builders.an_account(work)


def test_what_the_network_leaves_is_counted_down_and_then_it_is_left_alone(work, account):
    limits.told(work, account.id, "mentions", 2, QUARTER)
    limits.ask(work, account.id, "mentions")
    limits.ask(work, account.id, "mentions")
    with pytest.raises(RateLimited) as refused:
        limits.ask(work, account.id, "mentions")
    assert refused.value.reset_at == QUARTER
    assert limits.rests(work, account.id, "mentions")


def test_one_endpoint_says_nothing_of_another(work, account):
    limits.told(work, account.id, "mentions", 0, QUARTER)
    limits.ask(work, account.id, "messages")
    limits.ask(work, builders.an_account(work).id, "mentions")


def test_it_may_be_asked_again_when_its_time_is_up(work, account, clock):
    limits.told(work, account.id, "mentions", 0, QUARTER)
    clock.set(QUARTER)
    limits.ask(work, account.id, "mentions")


def test_of_two_answers_that_crossed_the_smaller_number_counts(work, account, clock):
    limits.told(work, account.id, "mentions", 3, QUARTER)
    limits.told(work, account.id, "mentions", 4, QUARTER)
    assert work.find(Limit)[0].remaining == 3
    limits.told(work, account.id, "mentions", 15, QUARTER + timedelta(minutes=15))
    assert work.find(Limit)[0].remaining == 15


def test_a_refusal_without_end_is_met_with_patience_that_doubles_up_to_an_hour(work, account, clock):
    waits = []
    for _ in range(10):
        until = limits.refused(work, account.id, "mentions")
        waits.append(until - clock.now())
        clock.set(until)
    assert waits[0] == MINUTE
    assert all(w >= 2 * MINUTE for w in waits[1:])
    assert waits[:6] == sorted(waits[:6])
    assert max(waits) <= HOUR
    limits.cleared(work, account.id, "mentions")
    assert limits.refused(work, account.id, "mentions") == clock.now() + MINUTE


def test_an_end_in_the_far_future_is_not_believed(work, account, clock):
    until = limits.refused(work, account.id, "mentions", NOON + timedelta(days=9_999))
    assert until == NOON + LONGEST_RESET
    assert limits.refused(work, account.id, "messages", NOON - HOUR) == NOON + MINUTE


def test_absurd_numbers_are_kept_all_the_same(work, account):
    limits.told(work, account.id, "mentions", 10**30, QUARTER)
    limits.told(work, account.id, "messages", -7, QUARTER)
    limits.ask(work, account.id, "mentions")
    assert limits.rests(work, account.id, "messages")


def test_a_number_without_end_forbids_nothing(work, account):
    limits.told(work, account.id, "mentions", 7, None)
    limits.ask(work, account.id, "mentions")
    assert work.find(Limit) == []


def test_what_is_left_to_one_worker_still_counts_its_refusals(work, account, clock):
    clock.set(limits.refused(work, account.id, "fill"))
    limits.take(work, account.id, "fill", HOUR)
    assert limits.rests(work, account.id, "fill")
    assert limits.refused(work, account.id, "fill") >= clock.now() + 2 * MINUTE


@given(st.integers(-3, 10_000), st.text(max_size=9))
def test_a_wait_is_the_same_each_time_and_within_its_bounds(tries, seed):
    wait = back_off(tries, MINUTE, HOUR, seed)
    assert wait == back_off(tries, MINUTE, HOUR, seed)
    assert MINUTE <= wait <= HOUR


def test_accounts_that_failed_together_do_not_come_back_together():
    assert len({back_off(3, MINUTE, HOUR, f"stream/{n}") for n in range(40)}) == 40
