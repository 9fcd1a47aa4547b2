"""The dashboard stands on the test's store."""

import pytest

from casework.figures import Alarm, Tips
from classifier.disguises import disguises
from dashboard import desk as real


class NoFigures:
    """The figures of a house in which nothing happened yet."""

    def days(self, span, station_ids):
        return []

    def waits(self, span, station_ids):
        return []

    def tips(self, span, station_ids):
        return [Tips(i, 0, 0, 0, 0, 0, {}) for i in station_ids]

    def alarm(self, station_ids):
        return Alarm(0, None)


class Reader:
    """A judge without a model: it tells disguises, as that takes none."""

    model = "reader-1"

    def disguises(self, text):
        return disguises(text)


@pytest.fixture
def desk(monkeypatch, store):
    """Puts the store under the pages; returns the patcher for whoever is here."""
    monkeypatch.setattr(real, "store", lambda: store)
    monkeypatch.setattr(real, "counts", NoFigures)
    monkeypatch.setattr(real, "classifier", Reader)
    return monkeypatch
