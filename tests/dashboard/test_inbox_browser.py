"""The queue in a real browser: a click opens, rows stay where they are, and nothing hostile acts."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe

from casework import saved_view
from casework.assessment import Assessment
from casework.labels import Hostility, Intent, Target
from casework.message import Author
from tests.builders import a_message, a_verdict, the_person
from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.dashboard.test_accounts_browser import PHONE, RULES
from tests.journeys.house import Desk

pytestmark = IN_BROWSER
EVIL = "![x](http://evil.example/a.png) <img src='http://evil.example/b.png'> *_~`:red[rot]:material/home:"
SHOUTS = "Schämt euch, ihr Versager in Uniform. Geht nach Hause"
CALM = (
    "Der Wagen steht in der Lindenstraße",
    "Wann ist Sprechstunde?",
    EVIL,
    "W" * 5_000,
    "Danke!",
    "Danke!",
)


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    made = StationHouse(tmp_path_factory.mktemp("queue"))
    now = datetime.now(UTC)
    with made.store.begin() as work:
        for n, words in enumerate([*CALM, *[SHOUTS] * 12]):
            at = now - timedelta(minutes=20 * (30 - n))
            message = a_message(work, made.account, words, sent_at=at, author=Author(f"id{n}", f"handle{n}"))
            verdict = a_verdict(Intent.OTHER)
            if words is SHOUTS:  # at the police, as she would not be shown what is aimed at herself
                verdict = a_verdict(Intent.OTHER, Hostility.INSULT, target=Target.POLICE)
            work.assessed([Assessment(message.id, 1, verdict, work.now)])
        kira = the_person(work, made.people["kira"])
        saved_view.save(work, kira, EVIL[: saved_view.LONGEST_NAME], {"view": "all", "search": EVIL})
    return made


@pytest.fixture(scope="module")
def address(station):
    with station.served() as address:
        yield address


@pytest.fixture
def kira(browser, address):
    desk = Desk(browser, address, "kira")
    desk.open("triage")
    desk.settle()
    return desk


def rows(desk):
    return desk.page.locator(".st-key-rows [data-testid=stRadioOption]")


def opened(desk):
    return desk.page.locator(".st-key-rows [data-testid=stRadioOption]:has(input:checked)")


def test_a_click_on_a_row_opens_it_and_no_row_moves(kira):
    before = rows(kira).all_inner_texts()
    rows(kira).filter(has_text="Sprechstunde").click()
    kira.settle()
    assert kira.page.locator(".st-key-message").get_by_text("Wann ist Sprechstunde?").count()
    assert rows(kira).all_inner_texts() == before
    assert "message=" in kira.page.url


def test_keys_go_through_rows_and_the_wave_is_one_of_them(kira):
    seen = []
    for _ in range(rows(kira).count()):
        kira.page.keyboard.press("j")
        kira.settle()
        seen.append(opened(kira).inner_text())
    assert len(set(seen)) == rows(kira).count() > len(CALM)
    assert sum("Welle · 12" in one for one in seen) == 1


def test_two_rows_of_the_same_words_open_each_for_itself(kira):
    for n in range(2):
        rows(kira).filter(has_text="Danke").nth(n).click()
        kira.settle()
        assert opened(kira).count() == 1
        assert rows(kira).filter(has_text="Danke").nth(n).locator("input").is_checked()


def test_a_wave_shows_its_curve_its_wordings_and_the_way_to_a_copy(kira):
    rows(kira).filter(has_text="Welle · 12").click()
    kira.sees("12 Konten")
    kira.page.locator(".st-key-wave .js-plotly-plot").wait_for()
    assert kira.page.locator(".st-key-wordings").get_by_text("Versager").count() == 0
    kira.page.locator(".st-key-wordings").get_by_role("button", name="Öffnen").click()
    kira.settle()
    assert "wave=" not in kira.page.url
    assert kira.page.locator(".st-key-message").count() == 1


def test_another_view_stands_in_the_address_and_what_came_in_is_beside_the_views(kira, station):
    with station.store.begin() as work:
        came = a_message(work, station.account, "Ist das Fundbüro heute offen?", sent_at=datetime.now(UTC))
        work.assessed([Assessment(came.id, 1, a_verdict(Intent.QUESTION), work.now)])
    before = rows(kira).all_inner_texts()
    kira.page.get_by_role("button", name="eine neue Meldung zeigen").click(timeout=40_000)
    kira.settle()
    assert rows(kira).count() == len(before) + 1
    kira.page.get_by_role("radio", name="Alle").click()
    kira.settle()
    assert "view=all" in kira.page.url
    assert "Fundbüro" in rows(kira).first.inner_text()


def test_a_search_marks_what_it_found_and_a_link_shows_the_same(kira, browser, address):
    kira.page.get_by_role("textbox", name="Suchen").fill("Wägen")
    kira.page.keyboard.press("Enter")
    kira.settle()
    assert rows(kira).count() == 1
    assert rows(kira).locator(".stMarkdownColoredBackground").inner_text() == "Wagen"
    other = Desk(browser, address, "kira")
    other.page.goto(kira.page.url)
    rows(other).first.wait_for()
    assert rows(other).all_inner_texts() == rows(kira).all_inner_texts()
    other.page.context.close()


def test_hostile_search_views_and_rows_load_nothing_from_outside(browser, address):
    desk = Desk(browser, address, "kira")
    asked = []
    desk.page.on("request", lambda request: asked.append(request.url))
    desk.open(f"triage?{urlencode({'search': EVIL, 'view': EVIL, 'platform': EVIL})}")
    desk.settle()
    desk.page.get_by_role("button", name="Ansichten").click()
    desk.settle()
    desk.open("triage")
    desk.settle()
    rows(desk).filter(has_text="evil").first.hover()
    assert rows(desk).locator("img, a, code, iframe").count() == 0
    assert not [url for url in asked if "evil.example" in url.split("?")[0]]
    desk.page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1024, "dark"), (390, "light")])
def test_queue_and_wave_fit_and_are_accessible(browser, address, width, scheme):
    given = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "bypass_csp": True}
    desk = Desk(browser, address, "kira", **given, **({"user_agent": PHONE} if width < 500 else {}))
    desk.open("triage")
    desk.settle()
    fits(desk)
    rows(desk).filter(has_text="Welle").click()
    desk.sees("12 Konten")
    desk.settle()
    fits(desk)
    desk.page.context.close()


def fits(desk):
    assert desk.too_wide() <= 0
    violations = Axe().run(desk.page, options=RULES).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in violations] == []
