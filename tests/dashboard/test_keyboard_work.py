"""A desk worked by keyboard alone, in a real browser: forms, several at once, and drafts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from casework.assessment import Assessment
from casework.labels import Hostility, Intent, Urgency
from casework.message import Message, State
from casework.record import Decision, Handover
from tests.builders import a_message, a_verdict
from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.journeys import keyboard
from tests.journeys.house import Desk

pytestmark = IN_BROWSER
MANY = 21
KINDS = ((Intent.SPAM,), (Intent.TIP,), (Intent.PRAISE,), (Intent.OTHER,))


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    made = StationHouse(tmp_path_factory.mktemp("desk"))
    fill(made, 70)
    return made


@pytest.fixture(scope="module")
def address(station):
    with station.served() as served:
        yield served


@pytest.fixture(scope="module")
def kira(address, chrome):
    return Desk(chrome, address, "kira")


def fill(station, number):
    with station.store.begin() as work:
        for n in range(number):
            at = datetime.now(UTC) - timedelta(minutes=600 - n)
            message = a_message(work, station.account, f"Meldung {n}", sent_at=at)
            kind = KINDS[n % len(KINDS)]
            work.assessed([Assessment(message.id, 1, a_verdict(*kind), work.now)])


def add(station, text, *labels):
    with station.store.begin() as work:
        message = a_message(work, station.account, text, sent_at=datetime.now(UTC) - timedelta(days=1))
        work.assessed([Assessment(message.id, 1, a_verdict(*labels), work.now)])
        return message.id


def stands(station, message_id):
    with station.store.view() as work:
        return work.get(Message, message_id)


def press(desk, key):
    desk.page.keyboard.press(key)
    desk.settle()


def look_at(desk, message_id):
    desk.open(f"triage?message={message_id}")
    desk.page.locator(".st-key-message").wait_for()
    desk.page.locator(".st-key-key_help").wait_for()
    desk.settle()


def ask(desk, key):
    """Press the key of a form, and wait for it."""
    desk.page.keyboard.press(key)
    desk.page.get_by_role("dialog").wait_for()
    desk.settle()


def ready(desk, path="triage"):
    """Triage with no message open, drawn to its end."""
    desk.open(path)
    desk.page.locator(".st-key-key_help").wait_for()
    desk.settle()


def dialog(desk):
    return desk.page.get_by_role("dialog")


def test_e_and_a_digit_dismiss_without_tab(kira, station):
    number = add(station, "Nichts weiter", Intent.PRAISE)
    look_at(kira, number)
    ask(kira, "e")
    press(kira, "3")
    assert stands(station, number).state is State.DISMISSED
    with station.store.view() as work:
        assert work.find(Decision, message_id=number)[-1].reason == "Bereits erledigt"


def test_g_and_enter_hand_over_to_the_officer_at_hand(kira, station):
    number = add(station, "Der rote Wagen", Intent.TIP)
    look_at(kira, number)
    ask(kira, "g")
    press(kira, "Enter")
    assert stands(station, number).state is State.HANDED_OVER
    press(kira, "z")
    assert stands(station, number).state is State.OPEN


def test_who_types_faster_than_the_form_opens_loses_nothing(kira, station):
    number = add(station, "Schnell", Intent.PRAISE)
    look_at(kira, number)
    kira.page.keyboard.type("e2")
    kira.page.get_by_text("Erledigt · @").first.wait_for()
    with station.store.view() as work:
        assert work.find(Decision, message_id=number)[-1].reason == "Werbung"


def test_an_emergency_is_not_dismissed_by_a_digit(kira, station):
    number = add(station, "Hilfe", Intent.EMERGENCY)
    look_at(kira, number)
    ask(kira, "e")
    press(kira, "2")
    assert stands(station, number).state is State.OPEN
    kira.page.keyboard.press("Escape")


def test_words_of_ones_own_are_sent_with_ctrl_enter(kira, station):
    number = add(station, "Worte", Intent.PRAISE)
    look_at(kira, number)
    ask(kira, "e")
    dialog(kira).get_by_role("textbox").focus()
    kira.page.keyboard.type("3 mal geklärt")
    press(kira, "Control+Enter")
    with station.store.view() as work:
        assert work.find(Decision, message_id=number)[-1].reason == "3 mal geklärt"


def test_a_letter_in_an_open_form_moves_nothing_behind_it(kira, station):
    number = add(station, "Dahinter", Intent.TIP)
    look_at(kira, number)
    ask(kira, "e")
    press(kira, "u")
    press(kira, "j")
    assert stands(station, number).state is State.OPEN
    assert f"message={number}" in kira.page.url
    kira.page.keyboard.press("Escape")


def test_a_question_mark_shows_all_keys(kira):
    ready(kira)
    ask(kira, "?")
    assert dialog(kira).get_by_text("Ich übernehme das").count() == 1
    kira.page.keyboard.press("Escape")
    dialog(kira).wait_for(state="detached")


def test_o_opens_the_first_where_nothing_is_open(kira):
    ready(kira)
    press(kira, "o")
    kira.page.locator(".st-key-message").wait_for()


def test_what_was_typed_survives_a_reload(kira, station):
    number = add(station, "Entwurf", Intent.TIP)
    look_at(kira, number)
    ask(kira, "g")
    dialog(kira).get_by_role("textbox").first.focus()
    kira.page.keyboard.type("Nur halb geschrieben")
    kira.page.wait_for_timeout(1_500)
    kira.page.reload()
    kira.page.locator(".st-key-message").wait_for()
    kira.settle()
    ask(kira, "g")
    assert dialog(kira).get_by_role("textbox").first.input_value() == "Nur halb geschrieben"
    press(kira, "Control+Enter")
    with station.store.view() as work:
        assert work.find(Handover, message_id=number)[-1].note == "Nur halb geschrieben"


def test_several_are_picked_and_dismissed_and_one_key_takes_all_back(kira, station):
    ids = [add(station, f"Werbung {n}", Intent.SPAM) for n in range(3)]
    insult = add(station, "Du Null", Intent.OTHER, Hostility.INSULT)
    ready(kira, "triage?intent=spam")
    press(kira, "j")
    press(kira, "x")
    press(kira, "j")
    press(kira, "j")
    press(kira, "Shift+X")
    assert kira.page.get_by_text("3 ausgewählt").count() == 1
    ask(kira, "e")
    assert dialog(kira).get_by_text("3 Meldungen").count() == 1
    press(kira, "2")
    gone = [stands(station, i).state for i in ids]
    assert gone == [State.DISMISSED] * 3
    press(kira, "z")
    assert [stands(station, i).state for i in ids] == [State.OPEN] * 3
    assert stands(station, insult).state is State.OPEN


def test_many_messages_without_a_mouse(kira, station):
    """More than a page of the queue, so that the next one has to open by itself."""
    with station.store.begin() as work:
        for one in work.find(Message, urgency=Urgency.ACUTE):
            work.replace(replace(one, state=State.DONE))
    before = decided(station)
    keyboard.decide(kira, MANY)
    assert decided(station) - before >= MANY


def decided(station):
    with station.store.view() as work:
        return len(work.find(Decision)) + len(work.find(Handover))
