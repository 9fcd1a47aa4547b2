"""What every test may ask for: a clock that obeys, and a store."""

import os
from pathlib import Path

import pytest
from hypothesis.configuration import set_hypothesis_home_dir

from data.memory import MemoryStore
from tests.builders import FakeClock

set_hypothesis_home_dir(Path(os.environ.get("STREIFE_HOME") or "var").absolute() / "hypothesis")


@pytest.fixture
def clock() -> FakeClock:
    """Noon of 21 November 2026 (UTC) until told otherwise."""
    return FakeClock()


@pytest.fixture
def store(clock):
    """An empty store in memory; rooms that need a database override it."""
    return MemoryStore(clock)
