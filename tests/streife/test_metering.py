"""Limits and money in the store, shared by all workers."""

from datetime import timedelta
from time import sleep

import pytest

from casework import budget
from casework.errors import AuthExpired, Conflict, RateLimited, SchemaChanged, Transient
from casework.labels import Platform
from casework.pools import Shared
from casework.prices import CENT, price_of
from streife.again import TRIES, again
from streife.asking import asked, busy
from streife.metering import StoreMeter
from tests import builders
from tests.builders import NOON
from tests.contracts.at_once import in_threads

CAP = 100 * CENT
POST = price_of(Platform.X, "mentions", 1, 0)


@pytest.fixture
def account(store):
    with store.begin() as work:
        return builders.an_account(work, platform=Platform.X)


@pytest.fixture
def meter(store, account):
    return StoreMeter(store, account, CAP)


def _standing(store, account):
    with store.view() as work:
        return budget.standing(work, account, CAP)


def test_what_one_meter_learns_another_knows(store, account, meter):
    meter.ask("mentions", reads=5)
    meter.told("mentions", reads=1, remaining=0, reset_at=NOON + timedelta(minutes=15))
    with pytest.raises(RateLimited) as refused:
        StoreMeter(store, account, CAP).ask("mentions", reads=5)
    assert refused.value.reset_at == NOON + timedelta(minutes=15)
    assert _standing(store, account).spent == POST


def test_a_refusal_holds_no_money(store, account, meter):
    meter.told("mentions", remaining=0, reset_at=NOON + timedelta(minutes=15))
    with pytest.raises(RateLimited):
        meter.ask("mentions", reads=5)
    assert _standing(store, account).reserved == 0


@pytest.mark.parametrize("error", [RateLimited("often"), AuthExpired("key"), Transient("502")])
def test_a_request_that_is_told_to_have_brought_nothing_costs_nothing(store, account, meter, error):
    def job():
        meter.ask("mentions", reads=5, beside={"users": 5})
        meter.told("mentions")
        raise error

    assert asked(store, account, job) == (None, error)
    assert (_standing(store, account).spent, _standing(store, account).reserved) == (0, 0)


@pytest.mark.parametrize("error", [SchemaChanged("?"), Transient("timeout", cut_off=True), KeyError("ours")])
def test_a_request_of_which_nothing_is_told_is_paid_in_full(store, account, meter, error):
    def job():
        meter.ask("mentions", reads=5, beside={"media": 20})
        raise error

    assert asked(store, account, job)[1] is not None
    assert (_standing(store, account).spent, _standing(store, account).reserved) == (25 * POST, 0)


def test_when_one_account_hears_that_the_apps_limit_is_used_up_the_others_do_not_ask(store, account, meter):
    shared = Shared("project 7", NOON + timedelta(hours=9))
    with store.begin() as work:
        other = builders.an_account(work, platform=Platform.X)
    meter.ask("quota", shared=shared)
    meter.used_up(shared)
    with pytest.raises(RateLimited) as refused:
        StoreMeter(store, other, CAP).ask("quota", shared=shared)
    assert refused.value.reset_at == shared.until


def test_acts_that_cross_are_done_over_and_not_for_ever(store):
    tried = []

    def crossing(work):
        tried.append(builders.a_station(work))
        if len(tried) < 3:
            raise Conflict("crossed")
        return "done"

    assert again(store, crossing) == "done"
    with store.view() as work:
        assert len(work.find(builders.Station)) == 1
    with pytest.raises(Conflict):
        again(store, lambda _: (_ for _ in ()).throw(Conflict("always")))
    assert TRIES < 100


def test_threads_take_turns_at_an_account_and_not_at_others(store, account):
    with store.begin() as work:
        other = builders.an_account(work)
    inside, most = [], []

    def job():
        inside.append(1)
        sleep(0.01)
        most.append((len(inside), busy(account.id), busy(other.id)))
        inside.pop()

    in_threads(*[lambda: asked(store, account, job)] * 4)
    assert most == [(1, True, False)] * 4
    assert not busy(account.id)
