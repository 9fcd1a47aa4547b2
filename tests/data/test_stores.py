"""The three stores keep the same contract."""

import pytest

from data.engine import open_engine
from data.store import SqlStore
from tests.contracts.store import StoreContract


class TestMemory(StoreContract):
    pass


class TestSqlite(StoreContract):
    @pytest.fixture
    def store(self, sqlite_url, clock):
        engine = open_engine(sqlite_url)
        yield SqlStore(engine, clock)
        engine.dispose()


class TestPostgres(StoreContract):
    @pytest.fixture
    def store(self, postgres_url, clock):
        engine = open_engine(postgres_url)
        yield SqlStore(engine, clock)
        engine.dispose()
