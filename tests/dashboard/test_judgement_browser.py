"""The box for a sentence in a real browser: hostile words load nothing, and no width breaks the page."""

import pytest

from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.dashboard.test_hostile_words import SENTENCES, Watched

pytestmark = IN_BROWSER
SHORT = [words for words in SENTENCES if len(words) <= 2_000]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with StationHouse(tmp_path_factory.mktemp("judgement")).served() as address:
        yield address


@pytest.mark.parametrize("width", [1440, 390])
def test_what_is_tried_loads_nothing_and_breaks_nothing(address, browser, width):
    watched = Watched(browser, address, "kira", width)
    watched.desk.open("urteil")
    for words in SHORT:
        watched.desk.page.get_by_role("textbox").fill(words)
        watched.desk.press("Einschätzen")
        watched.desk.sees("Ein Vorschlag, kein Urteil")
        watched.check(words[:80])
