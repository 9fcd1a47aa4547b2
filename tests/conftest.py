"""What every test may ask for: a clock that obeys, and a store."""

import pytest

from data.memory import MemoryStore
from tests.builders import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    """Noon of 21 November 2026 (UTC) until told otherwise."""
    return FakeClock()


@pytest.fixture
def store(clock):
    """An empty store in memory; rooms that need a database override it."""
    return MemoryStore(clock)
