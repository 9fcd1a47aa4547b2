from datetime import timedelta

import pytest

from casework.account import Stream
from casework.errors import AuthExpired, RateLimited
from casework.message import Checkpoint, Message
from data.memory import MemoryStore
from streife import duties
from tests import builders
from tests.builders import NOON, FakeClock, received

POLL = timedelta(minutes=1)


class Network:
    """A network in memory: pieces to hand in, or a trouble to raise."""

    def __init__(self, *pieces):
        self.pieces = pieces

    def streams(self):
        return ("mentions",)

    def pull(self, stream, cursor):
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    def recheck(self, native_ids):
        yield from self.pieces


@pytest.fixture
def accounts(store):
    with store.begin() as work:
        accounts = [builders.an_account(work) for _ in range(2)]
        for account in accounts:
            builders.a_stream(work, account, name="mentions", next_poll_at=NOON)
    return accounts


def _collect(store, accounts, *networks):
    by_id = {account.id: network for account, network in zip(accounts, networks, strict=True)}
    return duties.collect(store, lambda account: by_id[account.id], POLL)


def _stream(store, account):
    with store.view() as work:
        return work.find(Stream, account_id=account.id)[0]


TROUBLES = [AuthExpired("the key is refused"), KeyError("a fault of ours")]


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda error: type(error).__name__)
def test_a_stream_that_fails_says_why_and_stops_no_other(store, accounts, trouble):
    new = _collect(store, accounts, Network(trouble), Network(received(), Checkpoint("7")))
    assert new == 1
    failed, heard = (_stream(store, account) for account in accounts)
    assert type(trouble).__name__ in failed.error
    assert failed.last_success_at is None
    assert failed.next_poll_at == NOON + POLL
    assert (heard.error, heard.cursor, heard.last_success_at) == ("", "7", NOON)


def test_what_came_before_the_trouble_stays(store, accounts):
    page = [received(), Checkpoint("1"), received(), AuthExpired("the key is refused")]
    _collect(store, accounts, Network(*page), Network())
    assert _stream(store, accounts[0]).cursor == "1"
    with store.view() as work:
        assert len(work.find(Message)) == 1


def test_a_network_that_asks_for_patience_gets_it(store, accounts):
    later = NOON + timedelta(hours=1)
    _collect(store, accounts, Network(RateLimited("asked too often", later)), Network())
    assert _stream(store, accounts[0]).next_poll_at == later


def test_the_same_trouble_is_logged_once(store, accounts, clock):
    for _ in range(3):
        _collect(store, accounts, Network(AuthExpired("the key is refused")), Network())
        clock.forward(minutes=2)
    with store.view() as work:
        assert [e.act for e in work.audit()].count("poll_failed") == 1


@pytest.mark.parametrize("store", [MemoryStore(FakeClock(), training=True)])
def test_training_data_is_never_polled(store, accounts):
    assert _collect(store, accounts, Network(received()), Network(received())) == 0
