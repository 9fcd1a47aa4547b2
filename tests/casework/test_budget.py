from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import budget
from casework.budget import STALE, Purse, Request, Spend
from casework.errors import BudgetSpent
from casework.labels import Platform
from casework.prices import CENT, price_of, priced, tariffs
from data.memory import MemoryStore
from tests import builders
from tests.builders import NOON, FakeClock

CAP = 100 * CENT
POST = price_of(Platform.X, "mentions", 1, 0)


@pytest.fixture
def account(work):
    return builders.an_account(work, platform=Platform.X)


def _reserve(work, account, reads=10, by="one", what="mentions"):
    budget.reserve(work, account, Request(by, what, reads), CAP)


def _settle(work, account, reads, by="one", what="mentions"):
    budget.settle(work, account, Request(by, what, reads))


def _standing(work, account):
    return budget.standing(work, account, CAP)


def test_what_may_be_spent_is_held_and_what_was_spent_is_paid(work, account):
    _reserve(work, account)
    held = _standing(work, account)
    assert (held.spent, held.reserved, held.left) == (0, 10 * POST, CAP - 10 * POST)
    _settle(work, account, 3)
    paid = _standing(work, account)
    assert (paid.spent, paid.reserved) == (3 * POST, 0)
    spend = work.find(Spend)[0]
    assert (spend.day, spend.what, spend.asks, spend.reads) == ("2026-11-21", "mentions", 1, 3)


def test_nobody_asks_for_more_than_is_left(work, account):
    _settle(work, account, CAP // POST)
    with pytest.raises(BudgetSpent, match=r"100 of 100 cents are spent.*x_monthly_cap_cents") as spent:
        _reserve(work, account, 1)
    assert spent.value.until == datetime(2026, 12, 1, tzinfo=UTC)


def test_where_the_rest_is_held_by_others_it_is_asked_again_soon(work, account):
    _reserve(work, account, CAP // POST)
    with pytest.raises(BudgetSpent, match="on their way") as held:
        _reserve(work, account, 1, by="two")
    assert held.value.until == NOON + timedelta(minutes=1)


def test_nobody_earns_money_with_a_negative_number(work, account):
    _settle(work, account, 5)
    _settle(work, account, -5)
    assert _standing(work, account).spent == 5 * POST


def test_without_a_cap_nothing_is_read_and_the_setting_is_named(work, account):
    with pytest.raises(BudgetSpent, match="costs money and none is set; set x_monthly_cap_cents"):
        budget.reserve(work, account, Request("one", "mentions", 1), 0)


def test_a_network_without_price_needs_no_money(work):
    account = builders.an_account(work)
    budget.reserve(work, account, Request("one", "mentions", 10**9), 0)
    budget.settle(work, account, Request("one", "mentions", 10**9))
    assert work.find(Purse) == []
    assert budget.eases(work, account, 0)


def test_a_new_month_has_new_money(work, account, clock):
    _reserve(work, account)
    _settle(work, account, CAP // POST)
    clock.set(datetime(2026, 12, 1, tzinfo=UTC))
    _reserve(work, account)
    assert _standing(work, account).spent == 0


def test_what_was_asked_in_the_old_month_is_paid_in_it(work, account, clock):
    clock.set(datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC))
    _reserve(work, account)
    clock.forward(seconds=2)
    _settle(work, account, 4)
    assert [(p.month, p.spent, p.held) for p in work.find(Purse)] == [("2026-11", 4 * POST, ())]
    assert work.find(Spend)[0].day == "2026-11-30"


def test_what_a_crashed_worker_held_counts_as_spent_after_a_while(work, account, clock):
    _reserve(work, account, by="crashed")
    clock.set(NOON + STALE)
    _reserve(work, account, 1, by="two")
    assert (_standing(work, account).spent, _standing(work, account).reserved) == (10 * POST, POST)


def test_a_request_that_was_refused_costs_nothing(work, account):
    _reserve(work, account)
    _settle(work, account, 0)
    budget.clear(work, account, "one")
    assert (_standing(work, account).spent, _standing(work, account).reserved) == (0, 0)


def test_what_a_connector_never_told_counts_in_full(work, account):
    _reserve(work, account)
    _reserve(work, account, by="two")
    budget.clear(work, account, "one")
    assert (_standing(work, account).spent, _standing(work, account).reserved) == (10 * POST, 10 * POST)


def test_what_may_come_beside_is_held_too_and_paid_by_its_own_price(work, account):
    user = price_of(Platform.X, "users", 1, 0)
    budget.reserve(work, account, Request("one", "mentions", 10, beside={"users": 10, "media": 40}), CAP)
    assert _standing(work, account).reserved == 10 * POST + 10 * user + 40 * POST
    budget.settle(work, account, Request("one", "mentions", 3, beside={"users": 2}))
    assert (_standing(work, account).spent, _standing(work, account).reserved) == (3 * POST + 2 * user, 0)
    assert {spend.what: spend.reads for spend in work.find(Spend)} == {"mentions": 3, "users": 2}


def test_where_the_money_does_not_reach_for_what_may_come_beside_nothing_is_asked(work, account):
    with pytest.raises(BudgetSpent, match="0 of 100 cents are spent, this may cost 101 more"):
        budget.reserve(work, account, Request("one", "mentions", 2, beside={"users": 100}), CAP)


def test_more_than_was_asked_for_is_paid_all_the_same(work, account):
    _reserve(work, account, 1)
    budget.settle(work, account, Request("one", "mentions", 1, beside={"media": 4}))
    assert _standing(work, account).spent == 5 * POST


def test_the_forecast_goes_on_like_the_last_seven_days(work, account, clock):
    clock.set(datetime(2026, 11, 11, tzinfo=UTC))
    for _ in range(7):
        _settle(work, account, 10)
        clock.forward(days=1)
    stands = _standing(work, account)
    daily = 10 * POST
    assert stands.spent == 7 * daily
    assert stands.forecast == pytest.approx(7 * daily + 13 * daily, rel=0.2)


def test_a_first_hour_is_not_taken_for_a_whole_month(work, account, clock):
    clock.set(datetime(2026, 11, 1, 1, tzinfo=UTC))
    _settle(work, account, 1)
    assert _standing(work, account).forecast <= 31 * POST


def test_what_can_wait_waits_where_the_month_would_end_above_the_cap(work, account, clock):
    clock.set(datetime(2026, 11, 2, tzinfo=UTC))
    assert budget.eases(work, account, CAP)
    assert not budget.eases(work, account, 0)
    _settle(work, account, CAP // POST // 2)
    assert not budget.eases(work, account, CAP)


def test_an_endpoint_that_is_not_named_costs_as_much_as_the_dearest():
    for tariff in tariffs().values():
        assert tariff.other.read >= max(one.read for one in tariff.endpoints.values())
        assert tariff.other.write >= max(one.write for one in tariff.endpoints.values())
        assert tariff.source.startswith("https://")
    assert priced(Platform.X)


ACTS = st.tuples(
    st.sampled_from(["reserve", "settle", "refused", "ended", "time"]),
    st.sampled_from(["one", "two", "three"]),
    st.sampled_from(["mentions", "users"]),
    st.integers(0, 40),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(ACTS, max_size=40))
def test_whatever_workers_do_the_cap_holds_and_the_books_agree(acts):
    clock = FakeClock()
    store = MemoryStore(clock)
    with store.begin() as work:
        account = builders.an_account(work, platform=Platform.X)
    asked = {}
    for act, by, what, n in acts:
        with store.begin() as work:
            try:
                _one(work, account, act, by, what, n, asked, clock)
            except BudgetSpent:
                assert act == "reserve"
        with store.view() as work:
            for purse in work.find(Purse):
                assert purse.spent + purse.reserved <= CAP
            assert sum(p.spent for p in work.find(Purse)) == sum(s.micros for s in work.find(Spend))


def _one(work, account, act, by, what, n, asked, clock):
    if act == "reserve" and not asked.get((by, what)):
        _reserve(work, account, n, by, what)
        asked[by, what] = n
    elif act == "settle" and asked.get((by, what)):
        _settle(work, account, min(n, asked.pop((by, what))), by, what)
    elif act in ("refused", "ended"):
        _end(work, account, by, asked, refused=act == "refused")
    elif act == "time":
        clock.forward(minutes=n)


def _end(work, account, by, asked, *, refused):
    for what in [what for one, what in asked if one == by]:
        del asked[by, what]
        if refused:
            _settle(work, account, 0, by, what)
    budget.clear(work, account, by)
