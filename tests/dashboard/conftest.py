"""The dashboard stands on the test's store."""

from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner  # noqa: TID251 - it is only kept from searching

from casework.figures import OpenAlarms, Tips
from casework.polling import Rhythm
from classifier.disguises import disguises
from classifier.normalise import read
from classifier.safety_net import rung
from connectors.doors import DOORS
from dashboard import desk as real
from streife.connecting import Connecting
from streife.credentials import Vault
from streife.doors import Doors
from streife.settings import Settings
from tests.journeys.house import chromium

# At each visit of a test Streamlit searches all installed packages for components, and finds the same.
PACKAGES = cache(manifest_scanner.scan_component_manifests)


class NoFigures:
    """The figures of a house in which nothing happened yet."""

    def days(self, span, station_ids):
        return []

    def waits(self, span, station_ids, now):
        return []

    def tips(self, span, station_ids):
        return [Tips(i, 0, 0, 0, 0, 0, {}) for i in station_ids]

    def alarm(self, station_ids):
        return OpenAlarms(0, None)


class Reader:
    """A judge without a model: it tells disguises and rules, as these take none."""

    model = "reader-1"

    def disguises(self, text):
        return disguises(text)

    def rules(self, text):
        return rung(read(text))


class Line:
    """A connector of an account that has two streams and nothing in them."""

    def streams(self):
        return ("mentions", "dms")


@pytest.fixture
def connecting(store, tmp_path):
    """Connects accounts of the test's store; YouTube alone has an app of ours."""
    app = {"google_client_id": "app", "google_client_secret": "ours"}
    settings = Settings(home=tmp_path, **app)
    doors = Doors(settings.apps(), DOORS)
    return Connecting(settings, store, Vault(settings, store), doors, lambda *_: Line())


@pytest.fixture
def desk(monkeypatch, store, connecting):
    """Puts the store under the pages; returns the patcher for whoever is here."""
    monkeypatch.setattr(real, "store", lambda: store)
    monkeypatch.setattr(real, "connecting", lambda: connecting)
    monkeypatch.setattr(real, "settings", Settings)
    monkeypatch.setattr(real, "rhythm", Rhythm)
    monkeypatch.setattr(real, "counts", NoFigures)
    monkeypatch.setattr(real, "classifier", Reader)
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", PACKAGES)
    return monkeypatch


@pytest.fixture(scope="module")
def chrome():
    """One Chromium for all tests of a module."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def browser(chrome):
    """A browser whose pages go when the test ends: an open page asks and draws on and on."""
    yield chrome
    for context in chrome.contexts:
        context.close()
