"""A hand-over between two people in real browsers: proposed, asked back, answered, accepted, and told."""

import json
from datetime import UTC, datetime, timedelta
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe

from casework import beat
from casework.assessment import Assessment
from casework.beat import Draft
from casework.labels import Intent
from casework.people import Station
from casework.record import Handover, HandoverState
from tests.builders import a_message, a_verdict, the_person
from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.journeys.house import Desk

pytestmark = IN_BROWSER
WHERE = "In der Lindenstr. 7 ![x](http://evil.example/x.png) steht ein fremder Wagen"


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    made = StationHouse(tmp_path_factory.mktemp("handovers"))
    with made.store.begin() as work:
        ada, jens = (the_person(work, made.people[login]) for login in ("ada", "jens"))
        where = work.get(Station, made.people["ada"].station_id)
        drafts = [Draft("Nord", jens.id, None, ("Lindenstraße",)), Draft("Süd", None, None, ("Hafen",))]
        beat.replace_all(work, ada, where, drafts, "x")
        message = a_message(work, made.account, WHERE, sent_at=datetime.now(UTC) - timedelta(minutes=5))
        work.assessed([Assessment(message.id, 1, a_verdict(Intent.TIP), work.now)])
    return made


@pytest.fixture(scope="module")
def address(station):
    with station.served() as address:
        yield address


def newest(station):
    with station.store.view() as work:
        return work.find(Handover)[-1]


def findings(page):
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}).response
    bad = (v for v in found["violations"] if v["impact"] in ("serious", "critical"))
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in bad]


def _kira_hands_over(kira, station):
    kira.open("triage?message=1")
    kira.settle()
    kira.page.keyboard.press("g")
    dialog = kira.page.get_by_role("dialog")
    dialog.get_by_text("Jens · Nord").wait_for()
    dialog.get_by_text("nennt „Lindenstr“ (Lindenstraße)").wait_for()
    assert findings(kira.page) == []
    dialog.get_by_role("textbox").first.fill("Dein Viertel")
    dialog.get_by_role("button", name="Übergeben").click()
    dialog.wait_for(state="detached")
    assert newest(station).to_id == station.people["jens"].id


def _jens_hears_of_it_and_asks_back(jens, station):
    jens.open("uebergaben")
    jens.sees("Lindenstr. 7")
    jens.page.locator(".st-key-bell").get_by_text("1", exact=True).first.wait_for()
    jens.page.locator(".st-key-bell button").first.click()
    jens.page.get_by_role("dialog").get_by_text("Eine Übergabe wartet auf Sie").wait_for()
    assert findings(jens.page) == []
    jens.page.keyboard.press("Escape")
    jens.settle()
    jens.press("Rückfrage")
    jens.fill(0, "Welche Farbe hat er?")
    jens.press("Fragen")
    jens.page.get_by_role("dialog").wait_for(state="detached")
    assert newest(station).state is HandoverState.ASKED


def _kira_answers(kira):
    kira.open("uebergaben")
    kira.sees("Welche Farbe hat er?")
    kira.press("Antworten")
    kira.fill(0, "Blau")
    kira.press("Antworten")
    kira.page.get_by_role("dialog").wait_for(state="detached")


def _jens_accepts(jens, station):
    jens.open("uebergaben")
    jens.sees("Blau")
    jens.press("Annehmen")
    jens.settle()
    assert newest(station).state is HandoverState.ACCEPTED
    assert findings(jens.page) == []


def test_two_people_hand_over_ask_back_and_are_told(station, address, browser):
    kira, jens = (Desk(browser, address, login) for login in ("kira", "jens"))
    asked_for = []
    for page in (kira.page, jens.page):
        page.on("request", lambda request: asked_for.append(request.url))
    _kira_hands_over(kira, station)
    _jens_hears_of_it_and_asks_back(jens, station)
    _kira_answers(kira)
    _jens_accepts(jens, station)
    assert asked_for
    assert [url for url in asked_for if "evil.example" in url] == []


def test_health_says_how_e_mail_fares(address):
    with urlopen(f"{address}/health") as answer:  # noqa: S310 - our own server on loopback
        assert json.loads(answer.read())["mail"] == "off"


def test_a_supervisor_moves_it_without_a_word_of_it(station, address, browser):
    birgit = Desk(browser, address, "birgit")
    birgit.open("uebergaben")
    birgit.sees("Kira an Jens")
    assert "Lindenstr" not in birgit.page.content()
    assert findings(birgit.page) == []
