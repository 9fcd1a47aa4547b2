"""Triage without a mouse, in a real browser: each key does what the help page says."""

from datetime import UTC, datetime, timedelta

import pytest

from casework.assessment import Assessment
from casework.labels import Hostility, Intent, Target
from casework.message import Message, State
from tests.builders import a_message, a_verdict
from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.journeys.house import Desk, chromium

pytestmark = IN_BROWSER
MESSAGES = (
    ("Der Wagen steht in der Lindenstraße", Intent.TIP),
    ("Wann ist Sprechstunde?", Intent.QUESTION),
    ("Du Null", Intent.OTHER, Hostility.INSULT),
    ("Danke für gestern", Intent.PRAISE),
)


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    made = StationHouse(tmp_path_factory.mktemp("keys"))
    with made.store.begin() as work:
        for minutes, (words, intent, *hostile) in enumerate(MESSAGES):
            at = datetime.now(UTC) - timedelta(minutes=30 - minutes)
            message = a_message(work, made.account, words, sent_at=at)
            verdict = a_verdict(intent, *hostile, target=Target.POLICE if hostile else Target.NONE)
            work.assessed([Assessment(message.id, 1, verdict, work.now)])
    return made


@pytest.fixture(scope="module")
def kira(station):
    with station.served() as address, chromium() as browser:
        yield Desk(browser, address, "kira")


@pytest.fixture
def first(kira):
    """Triage with the first message open, by keyboard."""
    kira.open("triage")
    kira.settle()
    press(kira, "j")
    shows(kira, MESSAGES[0][0])
    return kira


def press(desk, key):
    desk.page.keyboard.press(key)
    desk.settle()


def opened(desk):
    """The open message, without the queue and the lane."""
    return desk.page.locator(".st-key-message")


def shows(desk, words):
    opened(desk).get_by_text(words).first.wait_for(timeout=10_000)


def state_of(station, words):
    with station.store.view() as work:
        return next(m.state for m in work.find(Message) if m.text == words)


def test_j_and_k_go_through_the_queue(first):
    press(first, "j")
    shows(first, MESSAGES[1][0])
    press(first, "k")
    shows(first, MESSAGES[0][0])


def test_u_confirms_a_tip_and_z_takes_it_back(first, station):
    press(first, "u")
    assert state_of(station, MESSAGES[0][0]) is State.TIP
    press(first, "z")
    assert state_of(station, MESSAGES[0][0]) is State.OPEN


@pytest.mark.parametrize(
    ("key", "form"),
    [
        ("g", "Übergeben"),
        ("a", "Antworten"),
        ("f", "Fall anlegen"),
        ("e", "Erledigt"),
        ("b", "Berichtigen"),
    ],
)
def test_a_key_opens_its_form_and_escape_closes_it(first, key, form):
    press(first, key)
    first.page.get_by_role("dialog").get_by_text(form).first.wait_for()
    first.page.keyboard.press("Escape")
    first.page.get_by_role("dialog").wait_for(state="detached")


def test_letters_in_a_form_are_letters(first, station):
    press(first, "a")
    field = first.page.get_by_role("dialog").get_by_role("textbox").first
    field.focus()
    first.page.keyboard.type("jkugafebz")
    assert field.input_value() == "jkugafebz"
    assert state_of(station, MESSAGES[0][0]) is State.OPEN
    first.page.keyboard.press("Escape")


def test_t_uncovers_abuse(kira, station):
    with station.store.view() as work:
        insult = next(m.id for m in work.find(Message) if m.text == "Du Null")
    kira.open(f"triage?message={insult}")
    kira.settle()
    assert opened(kira).get_by_text("Du Null").count() == 0
    press(kira, "t")
    shows(kira, "Du Null")


def test_a_message_is_answered_by_keyboard_alone(kira, station):
    with station.store.view() as work:
        thanks = next(m.id for m in work.find(Message) if m.text == MESSAGES[3][0])
    kira.open(f"triage?message={thanks}")
    kira.settle()
    shows(kira, MESSAGES[3][0])
    press(kira, "a")
    kira.page.get_by_role("dialog").get_by_role("textbox").and_(kira.page.locator(":focus")).wait_for()
    kira.page.keyboard.type("Gern geschehen")
    press(kira, "Control+Enter")
    assert state_of(station, MESSAGES[3][0]) is State.DONE


def test_the_help_page_lists_the_keys(kira):
    kira.open("hilfe")
    kira.settle()
    listed = kira.page.locator(".st-key-keys").inner_text().split()
    assert {"K", "J", "U", "G", "A", "F", "E", "B", "H", "T", "Z"} <= set(listed)
