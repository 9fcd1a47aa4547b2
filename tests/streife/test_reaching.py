"""The figures of the day: taken once, by one worker, and again where the network was in trouble."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from casework.budget import Spend
from casework.errors import AuthExpired, RateLimited, Transient
from casework.labels import Platform
from casework.outgoing import Followers, OwnPost
from casework.polling import Rhythm
from casework.prices import CENT
from casework.reach import PostFigures, Reach
from data.memory import MemoryStore
from streife import reaching
from tests import builders
from tests.builders import NOON, FakeClock
from tests.contracts.at_once import in_threads
from tests.networks.mastodon import MastodonStub
from tests.networks.stub import serving


class Network:
    """Tells its figures, or its trouble, and counts how often it was asked."""

    def __init__(self, *pieces):
        self.pieces, self.asked = pieces, 0

    def metrics(self):
        self.asked += 1
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece


class Mute:
    """A connector without figures."""


@pytest.fixture
def account(store):
    with store.begin() as work:
        return builders.an_account(work)


def measure(store, network, **rhythm):
    return reaching.measure(store, lambda _: network, Rhythm(**rhythm))


def found(store, kind):
    with store.view() as work:
        return work.find(kind)


def figures():
    return Followers(7), OwnPost("p", NOON, "Moin", likes=3)


def test_figures_are_taken_once_a_day(store, account, clock):
    network = Network(*figures())
    assert [measure(store, network) for _ in range(3)] == [1, 0, 0]
    clock.forward(hours=12)
    assert measure(store, network) == 1
    assert network.asked == 2
    assert [r.day for r in found(store, Reach)] == ["2026-11-21", "2026-11-22"]
    assert len(found(store, PostFigures)) == 1


@pytest.mark.parametrize(
    "error", [Transient("down"), AuthExpired("key"), RateLimited("often"), KeyError("ours")]
)
def test_a_network_in_trouble_is_named_by_kind_and_asked_again_the_next_hour(
    store, account, clock, caplog, error
):
    network = Network(Followers(7), error)
    assert [measure(store, network) for _ in range(2)] == [0, 0]
    assert (network.asked, found(store, Reach)) == (1, [])
    assert f"figures of account {account.id}: " in caplog.text
    clock.forward(hours=1)
    network.pieces = figures()
    assert measure(store, network) == 1
    assert [r.followers for r in found(store, Reach)] == [7]


def test_a_stated_end_of_a_limit_is_waited_for(store, account, clock):
    network = Network(RateLimited("often", NOON + timedelta(hours=3)))
    measure(store, network)
    clock.forward(hours=2)
    measure(store, network)
    assert network.asked == 1
    clock.forward(hours=1)
    measure(store, network)
    assert network.asked == 2


def test_one_account_in_trouble_does_not_keep_the_others_waiting(store, account):
    with store.begin() as work:
        other = builders.an_account(work)
    networks = {account.id: Network(Transient("down")), other.id: Network(*figures())}
    assert reaching.measure(store, lambda one: networks[one.id], Rhythm()) == 1
    assert [r.account_id for r in found(store, Reach)] == [other.id]


def test_a_key_that_is_gone_stops_nothing(store, account, caplog):
    def connect(_):
        raise AuthExpired("no key")

    assert reaching.measure(store, connect, Rhythm()) == 0
    assert "AuthExpired" in caplog.text


def test_a_connector_without_figures_is_left_alone(store, account, caplog):
    with caplog.at_level(logging.WARNING):
        assert measure(store, Mute()) == 0
    assert (found(store, Reach), caplog.text) == ([], "")


def test_an_account_that_left_while_it_was_asked_gets_no_figures(store, account):
    class Leaving(Network):
        def metrics(self):
            with store.begin() as work:
                work.replace(replace(work.get(type(account), account.id), active=False))
            yield from super().metrics()

    assert measure(store, Leaving(*figures())) == 0
    assert found(store, Reach) == []


def test_two_workers_ask_once(store, account):
    network = Network(*figures())
    in_threads(*[lambda: measure(store, network)] * 4)
    assert (network.asked, len(found(store, Reach))) == (1, 1)


def test_figures_that_cost_wait_while_the_month_would_end_above_the_cap(store, clock):
    with store.begin() as work:
        paid = builders.an_account(work, platform=Platform.X)
        work.add(Spend(paid.id, "2026-11-21", "mentions", 1, 1, 0, 50 * CENT))
    network = Network(*figures())
    assert measure(store, network) == 0
    assert measure(store, network, caps={Platform.X: 100 * CENT}) == 0
    assert network.asked == 0
    assert measure(store, network, caps={Platform.X: 10_000 * CENT}) == 1


@pytest.mark.parametrize("store", [MemoryStore(FakeClock(), training=True)])
def test_training_data_are_never_measured(store):
    with store.begin() as work:
        builders.an_account(work)
    network = Network(*figures())
    assert (measure(store, network), network.asked) == (0, 0)


def test_a_real_answer_over_http_is_kept(store):
    with serving(MastodonStub()) as stub:
        with store.begin() as work:
            builders.an_account(
                work, platform=Platform.MASTODON, handle="polizei@social.example", server=stub.url
            )
        connector = stub.connect()
        assert reaching.measure(store, lambda _: connector, Rhythm()) == 1
    assert [r.followers for r in found(store, Reach)] == [421]
