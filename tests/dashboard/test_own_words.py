"""Streamlit's own words in the reader's language, in a real browser; nobody else's words are touched."""

from datetime import UTC, datetime, timedelta

import pytest
from babel.dates import get_month_names

from casework import consent
from casework.assessment import Assessment
from casework.labels import Hostility, Intent
from streife import shell
from tests.builders import a_message, a_verdict, the_person
from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.journeys.house import Desk, chromium

pytestmark = IN_BROWSER
FOREIGN = ("No results", "Close", "Choose an option")
LEFT = """said => {
    const told = [...document.querySelectorAll('[aria-label], [placeholder], [alt]')]
        .flatMap(e => ['aria-label', 'placeholder', 'alt'].map(name => e.getAttribute(name)));
    return [...new Set(told.filter(one => said.includes(one) || / icon$/.test(one)))];
}"""


@pytest.fixture(scope="module")
def kira(tmp_path_factory):
    made = StationHouse(tmp_path_factory.mktemp("own_words"))
    with made.store.begin() as work:
        consent.give(work, the_person(work, made.people["kira"]), made.account)
        for minutes, words in enumerate(FOREIGN):
            at = datetime.now(UTC) - timedelta(minutes=9 - minutes)
            message = a_message(work, made.account, words, sent_at=at)
            verdict = a_verdict(Intent.OTHER, Hostility.INSULT) if minutes else a_verdict(Intent.TIP)
            work.assessed([Assessment(message.id, 1, verdict, work.now)])
    with made.served() as address, chromium() as browser:
        yield Desk(browser, address, "kira", locale="sv-SE")


@pytest.fixture
def jens(kira):
    address = kira.page.url.rsplit("/", 1)[0]
    return Desk(kira.page.context.browser, address, "jens", locale="sv-SE")


@pytest.fixture
def triage(kira):
    kira.open("triage?message=1")
    kira.settle()
    return kira


def in_english(desk):
    """What Streamlit still says in English."""
    return desk.page.evaluate(LEFT, list(shell.originals().values()))


def test_the_browsers_language_is_that_of_the_whole_page(triage):
    assert triage.page.locator("html").get_attribute("lang") == "sv"
    triage.sees("Bekräfta tips")
    assert triage.page.get_by_test_id("stSkipToContent").inner_text() == "Hoppa till innehållet"
    assert in_english(triage) == []


def test_a_form_speaks_it_too(triage):
    triage.page.keyboard.press("g")
    dialog = triage.page.get_by_role("dialog").first
    dialog.get_by_role("button", name="Stäng").wait_for()
    dialog.get_by_role("button", name="Kalender").click()
    now = datetime.now(UTC)
    months = list(get_month_names("wide", locale="sv").values())
    coming = {months[now.month - 1], months[now.month % 12]}
    shown = triage.page.get_by_test_id("stDateInputCalendar").inner_text().lower()
    assert any(month in shown for month in coming)
    assert in_english(triage) == []
    triage.page.keyboard.press("Escape")
    triage.page.keyboard.press("Escape")
    dialog.wait_for(state="detached")


def test_an_empty_day_shows_how_it_is_written(kira):
    kira.open("triage")
    kira.page.get_by_role("button", name="Filter").click()
    field = kira.page.get_by_test_id("stDateInputField").first
    field.get_by_text("åååå").wait_for()
    assert field.inner_text().replace("\n", "") == "åååå-mm-dd"
    empty = field.get_by_role("spinbutton").first
    assert empty.get_attribute("aria-valuetext") == "tomt"
    field.get_by_role("spinbutton").nth(1).press("3")
    field.locator('[aria-valuetext="03 – mars"]').wait_for(state="attached")
    kira.page.keyboard.press("Escape")


def test_first_and_last_day_of_a_leave_are_told_apart(kira, jens):
    jens.open("uebergaben")
    jens.settle()
    jens.page.get_by_role("button", name="Skriv in frånvaro").click()
    dialog = jens.page.get_by_role("dialog").first
    for end in ("från", "till och med"):
        dialog.get_by_role("group", name=f"Första och sista dagen, {end}").wait_for()
    dialog.get_by_role("button", name="Kalender för en period").click()
    jens.page.get_by_role("application", name="Kalender för en period, ").wait_for()
    assert not [told for told in in_english(jens) if "date" in told]


def test_a_list_says_when_it_has_nothing(triage):
    triage.page.keyboard.press("b")
    box = triage.page.get_by_role("dialog").get_by_test_id("stSelectbox").first.get_by_role("combobox")
    box.click()
    box.press_sequentially("zzz")
    triage.page.get_by_role("listbox").get_by_text("Inget hittades").wait_for()
    triage.page.keyboard.press("Escape")
    triage.page.keyboard.press("Escape")


def test_what_people_wrote_stays_what_they_wrote(triage):
    assert triage.page.locator(".st-key-message").get_by_text("No results").count() == 1
    assert triage.page.locator(".st-key-message").get_by_text("Inget hittades").count() == 0


def test_a_file_field_says_what_it_takes_and_why_it_does_not(kira):
    kira.open("konten")
    kira.page.get_by_text("Läs in en dataexport").click()
    field = kira.page.get_by_test_id("stFileUploader")
    field.get_by_role("button", name="Välj fil").wait_for()
    assert "Högst 200MB per fil" in field.inner_text()
    wrong = {"name": "x.exe", "mimeType": "application/x", "buffer": b"x"}
    field.locator("input[type=file]").set_input_files(wrong)
    field.get_by_text("Den här filtypen går inte här").wait_for()
    assert in_english(kira) == []


def test_a_wrong_address_is_told_in_plain_words(kira):
    address = kira.page.url.split("/konten")[0]
    kira.page.goto(f"{address}/nirgends")
    dialog = kira.page.get_by_role("dialog")
    dialog.get_by_text("Den sidan finns inte").wait_for()
    kira.settle()
    dialog.get_by_role("button", name="Stäng").click()
    kira.page.get_by_role("heading", level=1, name="Den sidan finns inte").wait_for()
    kira.page.get_by_test_id("stMain").get_by_role("link", name="Triage").click()
    kira.page.get_by_role("heading", level=1, name="Triage").wait_for()


def test_a_choice_holds_for_the_page_and_the_next_visit(kira):
    kira.open("hilfe")
    kira.settle()
    kira.page.get_by_role("button", name="Kira").first.click()
    kira.page.locator(".st-key-setting_language").get_by_role("combobox").click()
    kira.page.get_by_role("option", name="Nederlands").click()
    kira.page.get_by_role("heading", name="Hulp").wait_for()
    kira.page.locator("html[lang=nl]").wait_for(state="attached")
    kira.page.get_by_role("link", name="Naar de inhoud").wait_for(state="attached")
    kira.open("hilfe")
    kira.page.get_by_role("heading", name="Hulp").wait_for()
    assert kira.page.locator("html").get_attribute("lang") == "nl"


def test_the_sign_in_page_offers_every_language(kira):
    page = kira.page.context.browser.new_context(locale="sv-SE").new_page()
    page.goto(kira.page.url.split("/hilfe")[0] + "/anmelden")
    assert page.locator("html").get_attribute("lang") == "sv"
    page.get_by_role("link", name="Nederlands").click()
    assert page.locator("html").get_attribute("lang") == "nl"
    page.reload()
    assert page.locator("button").inner_text() == "Aanmelden"
