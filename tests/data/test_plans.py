"""A page of the worklist never scans or sorts the messages, however many there are."""

import shutil

import pytest
from sqlalchemy import event

from casework.query import Query, Scope
from data.engine import open_engine, reading
from data.store import SqlStore
from tests.builders import NOON, FakeClock
from tests.contracts.worklist import a_crowd

WHOSE = ["own", "operator", "station", "handed over", "spared"]
QUERIES = {
    "first page": {},
    "next page": {"after": (1, NOON, 17)},
    "newest first": {"newest_first": True, "states": (), "by_urgency": False},
    "hostile": {"hostile": True},
    "to be read again": {"reread": True, "states": (), "by_urgency": False, "newest_first": True},
    "thread": {"thread": "t1", "states": (), "by_urgency": False},
    "folded": {"fold": True},
    "as it stood": {"fold": True, "as_of": NOON},
    "wave": {"wave": 1, "states": ()},
    "language": {"language": "sv", "hostility": "insult", "sent_from": NOON},
    "searched": {"text": "danke"},
    "newest searched": {"text": "danke xylophon", "states": (), "by_urgency": False, "newest_first": True},
}


def scope_of(whose, accounts, stations):
    return {
        "own": Scope(frozenset({accounts[0].id})),
        "operator": Scope(frozenset(a.id for a in accounts)),
        "station": Scope(flagged_station_ids=frozenset({stations[0].id})),
        "handed over": Scope(message_ids=frozenset(range(1, 50))),
        "spared": Scope(
            frozenset({accounts[0].id}),
            frozenset(range(1, 9)),
            spared_account_ids=frozenset({accounts[0].id}),
        ),
    }[whose]


@pytest.fixture(scope="module")
def crowd(sqlite_template, tmp_path_factory):
    """One crowd for all: nobody here changes it."""
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("crowd") / "streife.db")
    engine = open_engine(f"sqlite:///{path}")
    store = SqlStore(engine, FakeClock())
    with store.begin() as work:
        stations, accounts, _ = a_crowd(work)
    yield engine, store, accounts, stations
    engine.dispose()


def plans(engine, job):
    """How SQLite goes about each statement of the job."""
    said = []

    def listen(connection, cursor, statement, parameters, context, many):
        if statement.startswith("SELECT"):
            said.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", listen)
    job()
    event.remove(engine, "before_cursor_execute", listen)
    with reading(engine) as connection:
        return [
            [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            for statement, parameters in said
        ]


@pytest.mark.parametrize("asked", QUERIES)
@pytest.mark.parametrize("whose", WHOSE)
def test_no_page_scans_all_messages(crowd, whose, asked):
    engine, store, accounts, stations = crowd
    query = Query(scope_of(whose, accounts, stations), **QUERIES[asked])
    with store.begin() as work:
        found = plans(engine, lambda: work.worklist(query))
    steps = [step for plan in found for step in plan]
    assert any("messages" in step for step in steps)
    assert not [step for step in steps if step.startswith("SCAN messages")]


def test_a_page_of_ones_own_is_read_in_the_order_of_the_index(crowd):
    engine, store, accounts, _ = crowd
    with store.begin() as work:
        found = plans(engine, lambda: work.worklist(Query(Scope(frozenset(a.id for a in accounts)))))
    steps = [step for plan in found for step in plan]
    assert not [step for step in steps if "TEMP B-TREE" in step]
    assert any("ix_messages_desk" in step for step in steps)


def test_a_page_without_abuse_of_oneself_is_read_in_the_order_of_the_index(crowd):
    engine, store, accounts, _ = crowd
    mine = frozenset(a.id for a in accounts)
    with store.begin() as work:
        found = plans(engine, lambda: work.worklist(Query(Scope(mine, spared_account_ids=mine))))
    steps = [step for plan in found for step in plan]
    assert not [step for step in steps if "TEMP B-TREE" in step]
    assert any("ix_messages_desk" in step for step in steps)


def test_what_is_aimed_at_officers_is_read_from_its_own_index(crowd):
    engine, store, accounts, _ = crowd
    with store.begin() as work:
        (plan,) = plans(engine, lambda: work.aimed([accounts[0].id], NOON, 9))
    assert len(plan) == 1
    assert "ix_messages_aimed" in plan[0]


def test_the_newest_of_ones_own_are_read_in_the_order_of_the_index(crowd):
    engine, store, accounts, _ = crowd
    query = Query(Scope(frozenset({accounts[0].id})), states=(), by_urgency=False, newest_first=True)
    with store.begin() as work:
        found = plans(engine, lambda: work.worklist(query))
    steps = [step for plan in found for step in plan]
    assert not [step for step in steps if "TEMP B-TREE" in step]
    assert any("ix_messages_time" in step for step in steps)


def test_whether_a_message_is_folded_away_is_read_from_the_index_of_bundles(crowd):
    engine, store, accounts, _ = crowd
    query = Query(Scope(frozenset(a.id for a in accounts)), fold=True)
    with store.begin() as work:
        found = plans(engine, lambda: work.worklist(query))
    steps = [step for plan in found for step in plan]
    assert any("SEARCH other USING INDEX ix_messages_bundle" in step for step in steps)
    assert not [step for step in steps if "TEMP B-TREE" in step or step.startswith("SCAN other")]


def test_a_word_is_never_looked_for_in_all_messages(crowd):
    engine, store, accounts, _ = crowd
    with store.begin() as work:
        found = plans(engine, lambda: work.count(Query(Scope(frozenset({accounts[0].id})), text="danke"), 9))
    steps = [step for plan in found for step in plan]
    assert any("message_index VIRTUAL TABLE INDEX" in step for step in steps)
    assert not [step for step in steps if step.startswith(("SCAN messages", "SCAN message_terms"))]


def test_what_waits_for_a_verdict_is_read_from_its_own_index(crowd):
    engine, store, _, _ = crowd
    with store.begin() as work:
        (plan,) = plans(engine, lambda: work.unassessed(500))
    assert plan == ["SCAN messages USING INDEX ix_messages_unassessed"]


def test_what_somebody_wrote_just_before_is_read_from_the_index_of_times(crowd):
    engine, store, accounts, _ = crowd
    ids = [a.id for a in accounts]
    with store.begin() as work:
        (plan,) = plans(engine, lambda: work.written(ids, ["a", "b"], NOON, NOON))
    assert plan[0].startswith("SEARCH messages USING INDEX ix_messages_time (account_id=? AND sent_at>?")


@pytest.mark.parametrize("newest_first", [False, True])
def test_verdicts_of_a_span_are_read_in_the_order_of_their_index(crowd, newest_first):
    engine, store, _, _ = crowd
    with store.begin() as work:
        (plan,) = plans(engine, lambda: work.judged("m", NOON, NOON, 9, newest_first=newest_first))
    assert len(plan) == 1
    assert "ix_assessments_judged" in plan[0]


def test_what_waits_for_a_human_is_read_from_its_own_index(crowd):
    engine, store, _, _ = crowd
    with store.begin() as work:
        (plan,) = plans(engine, work.alarms)
    assert plan[0].startswith("SEARCH messages USING INDEX ix_messages_alarms (urgency=?")
