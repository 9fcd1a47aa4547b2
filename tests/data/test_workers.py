"""Several workers on one database: nothing is read, asked, sent or spent twice."""

from datetime import timedelta

import pytest

from casework import answering, budget, rechecks
from casework.account import Stream
from casework.budget import Purse
from casework.errors import BudgetSpent, Conflict
from casework.labels import Kind, Platform
from casework.message import Checkpoint, Message, Unknown
from casework.polling import Rhythm
from casework.prices import CENT, price_of
from casework.rechecks import Recheck
from data.store import SqlStore, SqlWork
from streife import duties, rechecking, sending
from streife.metering import StoreMeter
from tests import builders
from tests.builders import NOON, received
from tests.contracts.at_once import in_threads
from tests.streife.outbox import Mailbox

WORKERS, CAP = 4, 100 * CENT
POST = price_of(Platform.X, "mentions", 1, 0)


def at_once(job):
    assert in_threads(*[job] * WORKERS) == [None] * WORKERS


class Network:
    """One new message a stream; remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def pull(self, stream, cursor):
        self.asked.append(stream)
        yield received()
        yield Checkpoint("1")

    def recheck(self, native_ids):
        self.asked += native_ids
        yield from map(Unknown, native_ids)


def test_each_stream_is_read_by_one(sql_store):
    with sql_store.begin() as work:
        account = builders.an_account(work)
        names = {builders.a_stream(work, account, next_poll_at=NOON).name for _ in range(12)}
    network = Network()
    at_once(lambda: duties.collect(sql_store, lambda _: network, Rhythm()))
    assert sorted(network.asked) == sorted(names)
    with sql_store.view() as work:
        assert len(work.find(Message)) == 12
        assert {s.error for s in work.find(Stream)} == {""}


def test_each_answer_is_sent_by_one(sql_store):
    texts = {f"Antwort {n}" for n in range(8)}
    with sql_store.begin() as work:
        officer = builders.an_officer(work)
        person, account = builders.the_person(work, officer), builders.an_account(work, officer)
        for text in texts:
            answering.queue(work, person, builders.a_message(work, account).id, text, Kind.DM)
    network = Mailbox()
    at_once(lambda: sending.send(sql_store, lambda _: network))
    assert sorted(draft.text for draft in network.delivered) == sorted(texts)


def test_each_message_is_asked_about_by_one(sql_store):
    week_ago = NOON - timedelta(days=8)
    with sql_store.begin() as work:
        account = builders.an_account(work)
        at = {"sent_at": week_ago, "received_at": week_ago}
        names = [builders.a_message(work, account, **at).native_id for _ in range(40)]
    network = Network()
    at_once(lambda: rechecking.recheck(sql_store, lambda _: network, Rhythm()))
    assert sorted(network.asked) == sorted(names)


class Overtaken(SqlWork):
    """A worker whom another one overtakes after the first look at what was asked about."""

    def find(self, kind, **equal):
        found = super().find(kind, **equal)
        if kind is Recheck and self.meanwhile:
            self.meanwhile.pop()()
        return found


def test_who_is_overtaken_between_looking_and_claiming_asks_about_nothing(postgres_engine, clock):
    store, week_ago = SqlStore(postgres_engine, clock), NOON - timedelta(days=8)
    with store.begin() as work:
        builders.a_message(work, sent_at=week_ago, received_at=week_ago)
    with store.view() as work:
        (due,) = rechecks.due(work, Rhythm())

    def overtake():
        with store.begin() as work:
            assert rechecks.claim(work, due).messages

    with postgres_engine.begin() as connection:
        late = Overtaken(connection, clock)
        late.meanwhile = [overtake]
        with pytest.raises(Conflict):
            rechecks.claim(late, due)
    assert late.meanwhile == []


def test_together_they_never_spend_more_than_the_cap(sql_store):
    with sql_store.begin() as work:
        account = builders.an_account(work, platform=Platform.X)
    refused = []

    def ask_until_it_is_spent():
        meter = StoreMeter(sql_store, account, CAP)
        while len(refused) < WORKERS:
            try:
                meter.ask("mentions", reads=20)
            except BudgetSpent as why:
                refused.append(why)
            else:
                meter.told("mentions", reads=15)

    at_once(ask_until_it_is_spent)
    with sql_store.view() as work:
        (purse,) = work.find(Purse)
        stands = budget.standing(work, account, CAP)
    assert CAP - WORKERS * 20 * POST < stands.spent <= CAP
    assert purse.held == ()


def test_the_last_question_that_a_network_allows_is_asked_by_one(sql_store):
    with sql_store.begin() as work:
        account = builders.an_account(work)
    meter = StoreMeter(sql_store, account, 0)
    meter.told("mentions", remaining=1, reset_at=NOON + timedelta(minutes=15))
    raised = in_threads(*[lambda: meter.ask("mentions")] * WORKERS)
    assert sorted(type(one).__name__ for one in raised) == ["NoneType", *["RateLimited"] * (WORKERS - 1)]
