"""Two people at one message, each in a browser: they see each other, and nothing is overwritten."""

from datetime import UTC, datetime, timedelta

import pytest

from casework.assessment import Assessment
from casework.labels import Hostility, Intent, Target
from casework.record import Decision
from tests.builders import a_message, a_verdict
from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.journeys.house import Desk, chromium, until

pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    made = StationHouse(tmp_path_factory.mktemp("together"))
    with made.store.begin() as work:
        for number in range(3):
            at = datetime.now(UTC) - timedelta(minutes=5)
            message = a_message(work, made.account, f"Alles Versager {number}", sent_at=at)
            verdict = a_verdict(Intent.OTHER, Hostility.INSULT, target=Target.POLICE)
            work.assessed([Assessment(message.id, 1, verdict, work.now)])
    return made


@pytest.fixture(scope="module")
def desks(station):
    with station.served() as address, chromium() as browser:
        yield Desk(browser, address, "kira"), Desk(browser, address, "merle")


def look_at(desk, message_id):
    desk.open(f"triage?message={message_id}")
    desk.page.locator(".st-key-message").wait_for()
    desk.settle()


def press(desk, key):
    desk.page.keyboard.press(key)
    desk.settle()


def told(desk):
    return desk.page.locator(".st-key-somebody_was_faster").count()


def decisions(station, message_id):
    with station.store.view() as work:
        return work.find(Decision, message_id=message_id)


def test_each_sees_who_else_is_here_and_who_took_it_on(desks):
    kira, merle = desks
    look_at(kira, 1)
    look_at(merle, 1)
    merle.sees("Kira ist gerade hier")
    press(kira, "i")
    look_at(merle, 1)
    merle.sees("Kira kümmert sich seit")
    press(merle, "i")
    look_at(kira, 1)
    kira.sees("Merle kümmert sich seit")


def test_one_strip_stands_over_the_message_however_many_were_open_before(desks):
    kira, _ = desks
    look_at(kira, 2)
    rows = kira.page.locator('.st-key-rows [data-testid="stRadioOption"]')
    for number in (1, 2, 0):
        rows.nth(number).click()
        kira.settle()
    claims = kira.page.locator(".st-key-claim button:visible")
    assert claims.count() == 1
    assert claims.first.bounding_box()["y"] < kira.page.locator(".st-key-message").bounding_box()["y"]


def test_the_second_to_decide_sees_what_the_first_did_and_overwrites_nothing(desks, station):
    kira, merle = desks
    look_at(kira, 2)
    look_at(merle, 2)
    press(merle, "e")
    press(kira, "e")
    press(kira, "3")
    until(lambda: decisions(station, 2), 20, "her decision is not kept")
    press(merle, "2")
    merle.page.locator(".st-key-somebody_was_faster").get_by_text("Kira").first.wait_for()
    assert [one.officer_id for one in decisions(station, 2)] == [station.people["kira"].id]
    merle.page.locator(".st-key-met_look button").click()
    merle.settle()
    merle.page.locator(".st-key-message").get_by_text("erledigt").first.wait_for()


def test_two_who_press_the_same_key_make_one_decision(desks, station):
    for desk in desks:
        look_at(desk, 3)
    for desk in desks:
        desk.page.keyboard.press("u")
    until(lambda: sum(map(told, desks)) == 1, 20, "nobody was told that the other was faster")
    assert len(decisions(station, 3)) == 1
