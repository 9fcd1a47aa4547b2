"""Migrations: once, whole, one after the other, and never backwards."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import column, insert, inspect, table, text

from casework.account import Account
from casework.assessment import Assessment
from casework.errors import StoreUnavailable
from casework.labels import Intent, Kind, Platform
from casework.message import EARLIEST
from casework.people import Officer, Station
from casework.record import SpotCheck
from casework.reply import Reply
from data import log_tables, migrate, tables, taking
from data.engine import open_engine
from data.records import TABLES, row_of
from data.shape import metadata
from data.store import SqlStore
from tests.builders import NOON, FakeClock, a_verdict, received

WORDS_IN_POSTGRES = "ix_message_terms_terms"
NEWEST, LATEST = "0032", NOON + timedelta(days=1)
KILLED = """
import os, sys
from alembic import op
from data.engine import open_engine
from data.migrate import migrate
made = op.create_table
def die_in_the_middle(name, *parts, **options):
    if name == "cases":
        os._exit(9)
    return made(name, *parts, **options)
op.create_table = die_in_the_middle
migrate(open_engine(sys.argv[1]))
"""


OLD_VERDICT = {
    "version": 1,
    "verdict_intent": "tip",
    "verdict_intent_scores": '{"tip": 0.9}',
    "verdict_hostility": "[]",
    "verdict_hostility_scores": "{}",
    "verdict_target": "none",
    "verdict_urgency": "today",
    "verdict_abstained": False,
    "verdict_reasons": "[]",
    "verdict_model": "old-1",
    "assessed_at": NOON.replace(tzinfo=None),
}


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request, tmp_path):
    """A database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    return request.getfixturevalue("postgres_empty_url")


def run(*code_and_arguments):
    return subprocess.Popen(
        [sys.executable, "-c", *code_and_arguments], env={**os.environ, "PYTHONPATH": "."}
    )


def _upgrade(engine, version):
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(migrate.SCRIPTS))
        config.attributes["connection"] = connection
        command.upgrade(config, version)


def _keep(engine, record):
    """Keep the record in an older database: what that does not know yet is left out."""
    kind = TABLES[type(record)]
    known = {column["name"] for column in inspect(engine).get_columns(kind.name)} - {"id"}
    row = {name: value for name, value in row_of(record).items() if name in known}
    with engine.begin() as connection:
        return replace(record, id=connection.execute(insert(kind), row).inserted_primary_key[0])


def _keep_message(engine):
    station = _keep(engine, Station("w", "Wache", "DE-NI"))
    officer = _keep(engine, Officer("kira", "Kira", station.id, "argon2"))
    account = _keep(engine, Account(Platform.BLUESKY, "kira.example", officer.id, station.id))
    return _keep(engine, taking.first(account.id, received(), NOON))


def ours(name):
    """Not the index of words, nor the tables in which SQLite keeps it."""
    return name != "alembic_version" and not name.startswith("message_index")


def test_the_migrations_lead_to_the_tables(engine):
    with engine.connect() as connection:
        names = {"include_name": lambda name, kind, _: kind != "table" or ours(name)}
        context = MigrationContext.configure(connection, opts={"compare_type": True, **names})
        found = [(step[0], getattr(step[1], "name", "")) for step in compare_metadata(context, metadata)]
        elsewhere = [("add_index", WORDS_IN_POSTGRES)] if engine.dialect.name == "sqlite" else []
        assert found == elsewhere


def test_the_derived_columns_are_those_of_the_tables(engine):
    found = {c["name"]: c.get("computed") for c in inspect(engine).get_columns("messages")}
    for name in ("urgency_rank", "hostile"):
        assert found[name]["persisted"] is tables.messages.c[name].computed.persisted


def test_a_verdict_of_the_first_version_stays_was_read_alone_and_names_no_language(empty_url):
    engine = open_engine(empty_url)
    _upgrade(engine, "0001")
    store, message = SqlStore(engine, FakeClock()), _keep_message(engine)
    columns = OLD_VERDICT | {"message_id": message.id}
    with engine.begin() as connection:
        connection.execute(insert(table("assessments", *map(column, columns))).values(columns))
    migrate.migrate(engine)
    with store.view() as work:
        (old,) = work.find(Assessment)
    verdict = old.verdict
    assert (verdict.intent, verdict.language, verdict.read_with) == (Intent.TIP, "", 0)
    engine.dispose()


def test_a_store_of_the_second_version_begins_with_nothing_drawn(empty_url):
    engine = open_engine(empty_url)
    _upgrade(engine, "0002")
    store, message = SqlStore(engine, FakeClock()), _keep_message(engine)
    _keep(engine, Assessment(message.id, 1, a_verdict(Intent.PRAISE), NOON))
    migrate.migrate(engine)
    with store.begin() as work:
        assert work.find(SpotCheck) == []
        assert [a.message_id for a in work.judged("test-1", EARLIEST, LATEST, 1)] == [message.id]
    engine.dispose()


def test_of_an_older_answer_the_wording_is_not_known(empty_url):
    engine = open_engine(empty_url)
    _upgrade(engine, "0030")
    message = _keep_message(engine)
    account, officer = message.account_id, 1
    _keep(engine, Reply(message.id, account, officer, Kind.DM, "Danke", "k", NOON, answers_version=1))
    migrate.migrate(engine)
    with SqlStore(engine, FakeClock()).view() as work:
        assert [reply.answers_version for reply in work.find(Reply)] == [0]
    engine.dispose()


def test_every_table_is_made(engine):
    assert {log_tables.audit.name, tables.messages.name} <= set(inspect(engine).get_table_names())
    assert set(metadata.tables) == set(filter(ours, inspect(engine).get_table_names()))


def test_migrating_again_changes_nothing(engine):
    assert migrate.migrate(engine) == migrate.migrate(engine) == NEWEST


def test_a_newer_database_is_refused_with_both_versions_and_the_remedy(engine):
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    with pytest.raises(StoreUnavailable, match=rf"0099.*{NEWEST}.*install the newer"):
        migrate.migrate(engine)


def test_a_migration_that_is_killed_leaves_nothing(empty_url):
    assert run(KILLED, empty_url).wait() == 9
    engine = open_engine(empty_url)
    assert inspect(engine).get_table_names() == []
    assert migrate.migrate(engine) == NEWEST
    engine.dispose()


def test_two_processes_migrate_one_after_the_other(empty_url):
    code = (
        "import sys; from data.engine import *; from data.migrate import *; migrate(open_engine(sys.argv[1]))"
    )
    assert [process.wait() for process in [run(code, empty_url) for _ in range(3)]] == [0, 0, 0]
    engine = open_engine(empty_url)
    with engine.connect() as connection:
        assert migrate.version(connection) == NEWEST
        assert connection.scalar(text("SELECT count(*) FROM audit_head")) == 1
    engine.dispose()
