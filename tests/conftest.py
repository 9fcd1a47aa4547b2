"""What every test may ask for: a clock that obeys, and a store."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir

from data.memory import MemoryStore
from tests.builders import FakeClock

set_hypothesis_home_dir(Path(os.environ.get("STREIFE_HOME") or "var").absolute() / "hypothesis")
# A busy machine is no failure, and a run says the same as the run before: what chance finds anew would turn
# up beside somebody else's change. HYPOTHESIS_PROFILE=default looks for more.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


@pytest.fixture
def clock() -> FakeClock:
    """Noon of 21 November 2026 (UTC) until told otherwise."""
    return FakeClock()


@pytest.fixture
def store(clock):
    """An empty store in memory; rooms that need a database override it."""
    return MemoryStore(clock)
