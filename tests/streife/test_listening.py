"""Bells: what rings is due at once; who left rings no more; trouble stops nothing."""

import logging
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from casework import polling
from casework.account import Account, Stream
from casework.errors import AuthExpired, StoreUnavailable, Transient
from casework.labels import Platform
from casework.metering import Unmetered
from casework.polling import Pace
from connectors.mastodon import Mastodon
from data.memory import MemoryStore
from streife import embedded
from streife.listening import FIRST_REST, Listening
from streife.settings import Settings
from tests import builders
from tests.builders import FakeClock
from tests.networks.mastodon import Streaming

RING = b'event: notification\ndata: {"id": "1"}\n\n'


class Bell:
    """Remembers whether it is closed."""

    def __init__(self, wake, closing=None):
        self.wake, self.closing, self.closed = wake, closing, False

    def close(self):
        self.closed = True
        if self.closing:
            raise self.closing


class Network:
    """Hands out bells, or its trouble."""

    def __init__(self, trouble=None, closing=None):
        self.trouble, self.closing, self.bells, self.asked = trouble, closing, [], 0

    def listen(self, wake):
        self.asked += 1
        if self.trouble:
            raise self.trouble
        self.bells.append(Bell(wake, self.closing))
        return self.bells[-1]


class Mute:
    """A connector that does not ring."""


@pytest.fixture
def account(store):
    return an_account(store)


@pytest.fixture
def opened():
    """Makes what listens, and closes it in the end."""
    made = []

    def listening(store, network):
        made.append(Listening(store, network if callable(network) else lambda _: network))
        return made[-1]

    yield listening
    for one in made:
        one.close()


def an_account(store, **given):
    with store.begin() as work:
        account = builders.an_account(work, **given)
        later = work.now + timedelta(minutes=5)
        for name in ("mentions", "dms"):
            builders.a_stream(work, account, name=name, next_poll_at=later)
        return account


def due(store):
    with store.view() as work:
        return {stream.name for stream in work.due_streams(100)}


def within(seconds, true):
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


def set_later(store, clock):
    with store.begin() as work:
        for stream in work.due_streams(100):
            work.replace(replace(stream, next_poll_at=clock.now() + timedelta(minutes=5)))


def test_a_notification_at_the_server_makes_its_streams_due_at_once(store, clock, opened):
    streaming = Streaming()
    with streaming.serving() as url:
        account = an_account(store, platform=Platform.MASTODON, handle="p@social.example", server=url)
        connector = Mastodon(account, "secret-token", Unmetered())
        assert opened(store, connector).tend() == 1
        assert within(5, lambda: due(store) == {"mentions", "dms"})  # the connection stands
        set_later(store, clock)
        assert due(store) == set()
        streaming.sends(RING)
        assert within(5, lambda: due(store) == {"mentions", "dms"})


def test_what_rings_is_due_and_nothing_else(store, account, opened):
    network = Network()
    opened(store, network).tend()
    network.bells[0].wake("dms")
    assert due(store) == {"dms"}


def test_a_bell_is_opened_once_and_stays_open(store, account, opened):
    network = Network()
    listening = opened(store, network)
    assert [listening.tend() for _ in range(3)] == [1, 1, 1]
    assert [bell.closed for bell in network.bells] == [False]


def test_a_connector_that_does_not_ring_is_left_alone(store, account, opened, caplog):
    with caplog.at_level(logging.WARNING):
        assert opened(store, Mute()).tend() == 0
    assert caplog.text == ""


def test_the_bell_of_an_account_that_left_is_closed(store, account, opened):
    network = Network()
    listening = opened(store, network)
    listening.tend()
    with store.begin() as work:
        work.replace(replace(work.get(Account, account.id), active=False))
    assert listening.tend() == 0
    assert network.bells[0].closed


def test_another_connector_gets_a_bell_of_its_own_and_the_old_one_is_closed(store, account, opened):
    old, new = Network(), Network()
    networks = [old, old, new, new]
    listening = opened(store, lambda _: networks.pop(0))
    assert [listening.tend() for _ in range(4)] == [1, 1, 1, 1]
    assert [[bell.closed for bell in one.bells] for one in (old, new)] == [[True], [False]]


def test_a_key_that_is_gone_closes_the_bell(store, account, opened):
    network, keys = Network(), ["key"]

    def connect(_):
        if not keys:
            raise AuthExpired("no key")
        return network

    listening = opened(store, connect)
    listening.tend()
    keys.clear()
    assert listening.tend() == 0
    assert network.bells[0].closed


@pytest.mark.parametrize("trouble", [Transient("down"), KeyError("ours")])
def test_trouble_is_named_by_kind_and_tried_again_later_and_stops_no_other(
    store, account, clock, opened, caplog, trouble
):
    other = an_account(store)
    networks = {account.id: Network(trouble), other.id: Network()}
    listening = opened(store, lambda one: networks[one.id])
    assert [listening.tend(), listening.tend()] == [1, 1]
    assert networks[account.id].asked == 1
    assert f"listening to account {account.id}: " in caplog.text
    networks[account.id].trouble = None
    clock.forward(seconds=FIRST_REST.total_seconds())
    assert listening.tend() == 2


def test_all_are_closed_in_the_end_even_if_one_cannot_be_and_none_is_opened_again(store, account, opened):
    other = an_account(store)
    networks = {account.id: Network(closing=OSError("stuck")), other.id: Network()}
    listening = opened(store, lambda one: networks[one.id])
    listening.tend()
    listening.close()
    assert [bell.closed for one in networks.values() for bell in one.bells] == [True, True]
    assert listening.tend() == 0


@pytest.mark.parametrize("fault", [StoreUnavailable("full"), KeyError("ours")])
def test_a_ring_that_cannot_be_noted_is_logged_and_never_raised(store, account, opened, caplog, fault):
    network = Network()
    opened(store, network).tend()

    def begin():
        raise fault

    store.begin = begin
    network.bells[0].wake("dms")
    assert f"account {account.id} rang" in caplog.text


def test_a_stream_that_is_being_read_is_not_taken_from_under_its_reader(store, account, opened):
    network = Network()
    opened(store, network).tend()
    with store.begin() as work:
        stream = work.find(Stream, account_id=account.id, name="dms")[0]
        taken = polling.take(work, stream)
    network.bells[0].wake("dms")
    with store.view() as work:
        assert work.get(Stream, taken.id) == taken
        assert work.find(Pace, stream_id=taken.id)[0].stirred_at == work.now


@pytest.mark.parametrize("store", [MemoryStore(FakeClock(), training=True)])
def test_training_data_listen_to_nobody(store, opened):
    an_account(store)
    network = Network()
    assert (opened(store, network).tend(), network.asked) == (0, 0)


def test_the_runner_opens_the_bells_and_closes_them_in_the_end(store, account, tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "LISTEN_SECONDS", 1)
    network = Network()
    runner = embedded.start(Settings(home=tmp_path), store, lambda _: network, None, lambda: None)
    assert within(20, lambda: network.bells)
    runner.shutdown()
    assert [bell.closed for bell in network.bells] == [True]
