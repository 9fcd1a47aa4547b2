"""Version 0006: who was read before has never been asked."""

from datetime import UTC

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import insert, text

from casework import consent
from casework.account import Account
from casework.tenure import Tenure
from data import log_tables, migrate, tables
from data.engine import open_engine
from data.store import SqlStore
from tests.builders import NOON, FakeClock


@pytest.fixture(params=["sqlite", "postgres"])
def older(request, tmp_path):
    """A database of version 0005 with an account added at noon, and one of which the log is silent."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'older.db'}"
    else:
        url = request.getfixturevalue("postgres_empty_url")
    engine = open_engine(url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(migrate.SCRIPTS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0005")
        connection.execute(insert(tables.stations).values(slug="w", name="Wache", land="DE-NI"))
        officer = {"login": "kira", "name": "Kira", "password_hash": "", "email": ""}
        flags = {"active": True, "mask_hostile": True}
        connection.execute(insert(tables.officers).values(station_id=1, **officer, **flags))
        for handle in ("kira.example", "second.example"):
            given = {"platform": "bluesky", "handle": handle, "server": "", "active": True}
            connection.execute(insert(tables.accounts).values(officer_id=1, station_id=1, **given))
        hashes = {"leaf": "0" * 64, "root": "0" * 64}
        entry = {
            "seq": 1,
            "at": NOON,
            "actor": "a",
            "act": "account_added",
            "subject": "account:1",
            "detail": {},
        }
        connection.execute(insert(log_tables.audit).values(**entry, **hashes))
    yield engine
    engine.dispose()


def test_real_accounts_rest_until_their_officers_consent(older):
    migrate.migrate(older)
    with SqlStore(older, FakeClock()).view() as work:
        accounts = work.find(Account)
        assert [a.active for a in accounts] == [False, False]
        assert [consent.in_force(work, a) for a in accounts] == [None, None]
        known, unknown = work.find(Tenure)
    assert (known.officer_id, known.begun_at, known.end, known.reason) == (1, NOON, None, "")
    assert unknown.begun_at.tzinfo is UTC


def test_the_invented_officers_of_training_data_have_consented(older):
    with older.begin() as connection:
        connection.execute(text("DELETE FROM meta"))
        connection.execute(text("INSERT INTO meta (name, value) VALUES ('training', 'yes')"))
    migrate.migrate(older)
    with SqlStore(older, FakeClock()).view() as work:
        accounts = work.find(Account)
        assert all(a.active and consent.in_force(work, a) for a in accounts)
