"""When the ground gives way: killed, full, locked, read-only, out of reach; never anything half written."""

import os
import sqlite3
import subprocess
import sys

import pytest
from sqlalchemy import text

from casework.errors import Conflict, Refused, StoreUnavailable
from casework.message import Message, Version
from data import audit
from data.engine import open_engine
from data.store import SqlStore, mark_training
from tests.builders import a_message, a_station, an_account, received

KILLED = """
import os, sys
from data.engine import open_engine
from data.store import SqlStore
from tests.builders import FakeClock, an_account, received
with SqlStore(open_engine(sys.argv[1]), FakeClock()).begin() as work:
    work.take_in(an_account(work), [received(f"Nachricht {n}") for n in range(3_000)])
    work.record("streife", "taken_in", "account:1")
    os._exit(9)
"""


def nothing_is_half_written(engine, clock):
    with SqlStore(engine, clock).begin() as work:
        messages, versions = work.find(Message), work.find(Version)
    assert {m.id for m in messages} == {v.message_id for v in versions}
    assert audit.verify(engine).size == 0
    return len(messages)


def test_a_killed_process_leaves_nothing_half_written(engine, clock):
    url = engine.url.render_as_string(hide_password=False)
    died = subprocess.run([sys.executable, "-c", KILLED, url], env={**os.environ, "PYTHONPATH": "."})
    assert died.returncode == 9
    assert nothing_is_half_written(engine, clock) == 0


def test_a_full_disk_is_said_and_leaves_nothing_half_written(sqlite_url, clock):
    engine = open_engine(sqlite_url)
    store = SqlStore(engine, clock)
    with store.begin() as work:
        account = an_account(work)
        work.take_in(account, [received("passt noch")])
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(StoreUnavailable, match="no room is left"), store.begin() as work:
        work.take_in(account, [received("x" * 5_000) for _ in range(100)])
    assert nothing_is_half_written(engine, clock) == 1
    with pytest.raises(StoreUnavailable, match="no room is left"), store.begin() as work:
        a_station(work, name="x" * 100_000)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    with store.begin() as work:
        assert len(work.take_in(account, [received("x" * 5_000) for _ in range(100)])) == 100
    engine.dispose()


def test_a_locked_file_is_said(sqlite_url, clock):
    engine = open_engine(sqlite_url, patience=0.05)
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="another process"), SqlStore(engine, clock).begin():
        pytest.fail("the transaction began")
    other.execute("ROLLBACK")
    other.close()
    with SqlStore(engine, clock).begin() as work:
        a_station(work)
    engine.dispose()


def test_a_read_only_file_is_said(sqlite_url, clock):
    path = sqlite_url.removeprefix("sqlite:///")
    engine = open_engine(f"sqlite:///file:{path}?mode=ro&uri=true")
    with pytest.raises(StoreUnavailable, match=r"may not be written|cannot be opened"):
        a_station_in(SqlStore(engine, clock))
    engine.dispose()


def test_a_missing_folder_is_said(tmp_path, clock):
    engine = open_engine(f"sqlite:///{tmp_path / 'nowhere' / 'streife.db'}")
    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        a_station_in(SqlStore(engine, clock))


def test_a_file_that_is_no_database_is_said(tmp_path, clock):
    (tmp_path / "x.db").write_bytes(b"no database" * 1_000)
    with pytest.raises(StoreUnavailable, match="no SQLite database"):
        a_station_in(SqlStore(open_engine(f"sqlite:///{tmp_path / 'x.db'}"), clock))


def test_an_unreachable_server_is_said(clock):
    engine = open_engine("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        a_station_in(SqlStore(engine, clock))


def test_a_missing_database_is_said(postgres_url, clock):
    engine = open_engine(postgres_url.replace("/shared", "/no_such_test"))
    with pytest.raises(StoreUnavailable):
        a_station_in(SqlStore(engine, clock))


def test_an_unknown_kind_of_database_is_refused():
    with pytest.raises(StoreUnavailable, match="sqlite:///"):
        open_engine("mysql+pymysql://localhost/x")


def test_a_server_that_went_away_is_said_and_the_next_try_works(postgres_url, clock):
    engine = open_engine(postgres_url)
    store = SqlStore(engine, clock)
    with pytest.raises(StoreUnavailable, match="went away"):
        cut_off_amid(store, postgres_url)
    a_station_in(store)
    engine.dispose()


def test_a_connection_that_died_at_rest_is_replaced_unheard(postgres_url, clock):
    engine = open_engine(postgres_url)
    store = SqlStore(engine, clock)
    a_station_in(store)
    dismiss_others(postgres_url)
    assert a_station_in(store)
    engine.dispose()


def test_acts_that_cross_are_a_conflict_not_a_crash(postgres_url, clock):
    engine = open_engine(postgres_url)
    with pytest.raises(Conflict, match="crossed"), engine.begin() as connection:
        connection.execute(text("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40P01'; END $$"))
    engine.dispose()


def test_training_is_marked_only_while_nobody_works_here(sql_store, engine):
    assert not sql_store.training
    mark_training(engine, True)
    assert sql_store.training
    with sql_store.begin() as work:
        a_message(work)
    with pytest.raises(Refused, match="STREIFE_HOME"):
        mark_training(engine, False)
    assert sql_store.training


def a_station_in(store):
    with store.begin() as work:
        return a_station(work)


def cut_off_amid(store, url):
    with store.begin() as work:
        a_station(work)
        dismiss_others(url)
        a_station(work)


def dismiss_others(url):
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    engine.dispose()
