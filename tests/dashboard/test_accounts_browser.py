"""The accounts page in a real browser: nothing breaks the width, and axe-core finds nothing."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe

from casework import consent
from casework.account import Gap, GapState
from casework.people import Grant, Person
from tests.builders import a_stream
from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.journeys.house import Desk

pytestmark = IN_BROWSER
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PHONE = "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobi"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    station = StationHouse(tmp_path_factory.mktemp("accounts"))
    with station.store.begin() as work:
        kira = station.people["kira"]
        grants = frozenset((g.role, g.station_id) for g in work.find(Grant, officer_id=kira.id))
        consent.give(work, Person(kira, grants), station.account)
        given = {"last_success_at": work.now, "next_poll_at": work.now + timedelta(days=1)}
        stream = a_stream(work, station.account, name="mentions", **given)
        broken = {**given, "last_success_at": work.now - timedelta(hours=9)}
        a_stream(work, station.account, name="dms", error="AuthExpired: key refused", **broken)
        for days, state in enumerate(GapState, 1):
            begin = work.now - timedelta(days=days, hours=days)
            work.add(Gap(stream.id, begin, begin + timedelta(hours=days), state))
    with station.served() as address:
        yield address


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [(1440, "dark", "en"), (390, "light", "de")],
)
def test_the_page_fits_and_is_accessible(address, browser, width, scheme, language):
    given = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "bypass_csp": True}
    phone = {"user_agent": PHONE} if width < 500 else {}
    desk = Desk(browser, address, "kira", **given, **phone)
    desk.open(f"konten?lang={language}")
    desk.sees("Zuletzt gehört" if language == "de" else "Last heard")
    desk.settle()
    desk.page.locator("summary").first.click()
    desk.sees("nachgeholt, vollständig" if language == "de" else "filled in, complete")
    assert desk.too_wide() <= 0
    assert Axe().run(desk.page, options=RULES).response["violations"] == []


def test_the_strip_tells_its_times_to_the_minute(address, browser):
    desk = Desk(browser, address, "kira")
    desk.open("konten")
    desk.sees("Zuletzt gehört")
    desk.settle()
    desk.page.locator(".plotly .points path").first.hover(force=True)
    told = desk.page.locator(".hoverlayer").first.text_content()
    assert "gehört" in told
    assert told.count(":") == 2
