import logging
from dataclasses import dataclass
from datetime import timedelta
from threading import Event

import pytest

from casework import intake
from casework.account import Stream
from casework.drift import Level
from casework.errors import AuthExpired, RateLimited
from casework.labels import Intent
from casework.message import Checkpoint, Message
from casework.record import SpotCheck
from data import sampling
from data.memory import MemoryStore
from streife import duties, embedded
from streife.settings import Settings
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


@dataclass
class Judge:
    """Takes everything for praise in one language, and knows every word."""

    language: str = "de"
    model: str = "judge-1"

    def assess(self, texts):
        return [builders.a_verdict(Intent.PRAISE, model=self.model, language=self.language) for _ in texts]

    def foremost(self, texts):
        return sorted(range(len(texts)), key=lambda n: "Hilfe" not in texts[n])

    def known(self, texts):
        return [1.0] * len(texts)


def _arrive(store, judge, clock, number, days):
    """So many messages spread over so many days, each judged as it comes, and none of them drawn."""
    with store.begin() as work:
        account = builders.an_account(work)
        for _ in range(number):
            clock.forward(days=days / number)
            message = builders.a_message(work, account, sent_at=clock.now())
            intake.keep_verdicts(work, [message], judge.assess([""]), one_in=10**9)
    clock.forward(minutes=1)


def _watch(store, judge):
    return duties.watch(store, judge, sampling, weekly=10)


def _findings(store):
    with store.view() as work:
        return [e for e in work.audit(limit=10_000) if e.act == "drift_examined"]


def test_in_a_flood_a_cry_for_help_does_not_queue(store, accounts):
    with store.begin() as work:
        cry = builders.a_message(work, accounts[0], text="Hilfe!")
        for _ in range(5):
            builders.a_message(work, accounts[0], text="Schöner Post")
    assert [one.message_id for one in intake.assess(store, Judge(), limit=1)] == [cry.id]


def test_the_share_that_is_drawn_is_as_set(store, accounts):
    with store.begin() as work:
        for _ in range(20):
            builders.a_message(work, accounts[0])
    assert duties.assess(store, Judge(), one_in=1) == 20
    with store.view() as work:
        assert len(work.find(SpotCheck)) == 20


def test_the_daily_look_is_taken_once_a_day_and_recorded(store, clock):
    judge = Judge()
    assert _watch(store, judge) is not None
    assert _watch(store, judge) is None
    clock.forward(days=1)
    assert _watch(store, judge) is not None
    assert [e.subject for e in _findings(store)] == ["drift:judge-1"] * 2


def test_the_daily_look_tops_up_the_week_that_ended(store, clock):
    _arrive(store, Judge(), clock, 30, days=14)
    _watch(store, Judge())
    with store.view() as work:
        assert len(work.find(SpotCheck)) == 10


def test_messages_of_another_language_raise_an_alarm_that_the_log_names(store, clock, caplog):
    _arrive(store, Judge(), clock, 250, days=28)
    _arrive(store, Judge("pl"), clock, 250, days=14)
    with caplog.at_level(logging.WARNING):
        found = _watch(store, Judge())
    assert found.level is Level.ALARM
    assert _findings(store)[0].detail["level"] == "alarm"
    assert "streife drift" in caplog.text


def test_another_model_in_force_is_looked_at_on_the_same_day(store):
    assert _watch(store, Judge()).model == "judge-1"
    assert _watch(store, Judge(model="judge-2")).model == "judge-2"


def test_the_runner_takes_the_daily_look_by_itself(store, accounts, tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "WATCH_SECONDS", 1)
    looked = Event()
    nobody = Network()
    runner = embedded.start(Settings(home=tmp_path), store, lambda _: nobody, Judge(), looked.set)
    assert looked.wait(20)
    runner.shutdown()
