"""A template, a colleague's approval in another browser, and the answer on its way: by keyboard alone."""

from datetime import UTC, datetime, timedelta

import pytest

from casework import four_eyes
from casework.answering import Reply, ReplyState
from casework.assessment import Assessment
from casework.credential import Credential
from casework.four_eyes import ApprovalRule
from casework.labels import Intent
from tests.builders import a_message, a_verdict, the_person
from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.dashboard.steps import press, tab_to
from tests.journeys.house import Desk, chromium

pytestmark = IN_BROWSER
LINK = "https://x.example/wache"


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    made = StationHouse(tmp_path_factory.mktemp("four_eyes"))
    with made.store.begin() as work:
        work.add(Credential(made.account.id, "k1", b"sealed", work.now))
        text, sent = "Wann ist Sprechstunde?", datetime.now(UTC) - timedelta(minutes=5)
        message = a_message(work, made.account, text, sent_at=sent)
        work.assessed([Assessment(message.id, 1, a_verdict(Intent.QUESTION), work.now)])
        ada = the_person(work, made.people["ada"])
        four_eyes.change_settings(work, ada, made.account.station_id, ApprovalRule.ALWAYS, LINK)
    return made


@pytest.fixture(scope="module")
def desks(station):
    with station.served() as address, chromium() as browser:
        yield Desk(browser, address, "kira"), Desk(browser, address, "jens")


def test_a_template_goes_by_keyboard_to_a_colleague_and_from_there_out(desks, station):
    kira, jens = desks
    kira.open("triage?message=1")
    kira.settle()
    kira.page.keyboard.press("a")
    kira.settle()
    press(kira, "[class*='st-key-offer_0'] button")
    tab_to(kira, "[class*='st-key-answer_approver'] input")
    kira.page.keyboard.type("Jens")
    kira.page.keyboard.press("Enter")
    kira.settle()
    press(kira, ".st-key-send_approval button")
    kira.page.locator(".st-key-answers").get_by_text("wartet auf Freigabe von Jens").wait_for()
    jens.open("triage")
    jens.settle()
    press(jens, ".st-key-approvals_look button", 60)
    jens.page.get_by_role("dialog").get_by_text(LINK).wait_for()
    assert jens.page.get_by_role("dialog").locator("a[href]").count() == 0
    press(jens, "[class*='st-key-approve_'] button")
    kira.page.locator(".st-key-answers").get_by_text("freigegeben von Jens").wait_for(timeout=25_000)
    with station.store.view() as work:
        [reply] = work.find(Reply)
    assert LINK in reply.text
    assert reply.state not in (ReplyState.DRAFT, ReplyState.WAITING, ReplyState.DECLINED)
