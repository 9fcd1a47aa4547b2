"""The three stores keep the same contract."""

import pytest

from data.store import SqlStore
from tests.contracts.store import StoreContract


class TestMemory(StoreContract):
    pass


class TestSqlite(StoreContract):
    @pytest.fixture
    def store(self, sqlite_engine, clock):
        return SqlStore(sqlite_engine, clock)


class TestPostgres(StoreContract):
    @pytest.fixture
    def store(self, postgres_engine, clock):
        return SqlStore(postgres_engine, clock)
