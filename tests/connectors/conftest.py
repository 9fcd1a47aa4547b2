"""The networks' stand-ins stamp what arrives with today: so does the clock here, whenever this runs."""

from datetime import UTC, datetime

import pytest


@pytest.fixture
def clock(clock):
    """The present, standing still."""
    clock.set(datetime.now(UTC))
    return clock
