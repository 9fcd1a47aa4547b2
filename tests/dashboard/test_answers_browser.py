"""An answer in a real browser: written, sent, and its end seen without reloading."""

from datetime import UTC, datetime, timedelta

import pytest

from casework import answering
from casework.answering import Reply, ReplyState
from casework.assessment import Assessment
from casework.credential import Credential
from casework.labels import Intent, Kind
from tests.builders import a_message, a_verdict, the_person
from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.dashboard.steps import tab_to
from tests.journeys.house import Desk, chromium

pytestmark = IN_BROWSER
EVIL = "![x](http://evil.example/x.png)"


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    made = StationHouse(tmp_path_factory.mktemp("answers"))
    with made.store.begin() as work:
        work.add(Credential(made.account.id, "k1", b"sealed", work.now))
        for text in ("Wann ist Sprechstunde?", "Danke für gestern"):
            message = a_message(work, made.account, text, sent_at=datetime.now(UTC) - timedelta(minutes=5))
            work.assessed([Assessment(message.id, 1, a_verdict(Intent.QUESTION), work.now)])
    return made


@pytest.fixture(scope="module")
def kira(station):
    with station.served() as address, chromium() as browser:
        yield Desk(browser, address, "kira")


def replies(station, message_id):
    with station.store.view() as work:
        return work.find(Reply, message_id=message_id)


def write(kira, message_id, text):
    kira.open(f"triage?message={message_id}")
    kira.settle()
    kira.page.keyboard.press("a")
    kira.settle()
    tab_to(kira, "textarea")
    kira.page.keyboard.type(text)


def test_an_answer_is_sent_by_keyboard_alone(kira, station):
    write(kira, 1, "Donnerstag um vier")
    tab_to(kira, ".st-key-send_reply button")
    kira.page.keyboard.press("Enter")
    kira.page.get_by_role("dialog").wait_for(state="detached")
    kira.settle()
    [reply] = replies(station, 1)
    assert (reply.kind, reply.text) == (Kind.COMMENT, "Donnerstag um vier")
    assert reply.state is not ReplyState.DRAFT
    kira.page.locator(".st-key-answers").get_by_text("Donnerstag um vier").wait_for()
    kira.page.keyboard.press("a")
    kira.settle()
    assert kira.page.get_by_role("dialog").get_by_role("textbox").first.input_value() == ""
    kira.page.keyboard.press("Escape")


def test_the_draft_stands_when_the_form_was_closed(kira, station):
    write(kira, 2, "Gern ")
    kira.page.keyboard.press("Tab")
    kira.settle()
    kira.page.keyboard.press("Escape")
    kira.page.locator(".st-key-answers").get_by_text("Entwurf").wait_for()
    write(kira, 2, "")
    assert kira.page.get_by_role("dialog").get_by_role("textbox").first.input_value() == "Gern"


def test_the_end_is_seen_without_reloading(kira, station):
    kira.open("triage")
    with station.store.begin() as work:
        person = the_person(work, station.people["kira"])
        reply = answering.begin(work, answering.queue(work, person, 2, EVIL, Kind.COMMENT))
    kira.open("triage?message=2")
    shown = kira.page.locator(".st-key-answers")
    shown.get_by_text("wird gesendet").first.wait_for()
    with station.store.begin() as work:
        answering.failed(work, reply, f"refused by {EVIL}")
    shown.get_by_text("nicht gesendet").wait_for(timeout=25_000)
    shown.get_by_text(f"refused by {EVIL}").wait_for()
    assert kira.page.locator("[src*='evil.example'], [href*='evil.example']").count() == 0
