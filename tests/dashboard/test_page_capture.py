"""How a message's page stands at the desk: secured, being secured, or loudly not secured and why."""

import pytest

from casework import capture, case
from casework.capture_record import CaptureReason
from casework.labels import Hostility, Intent, Kind
from casework.people import Role
from casework.record import Notice, PersonRole
from dashboard import desk as real
from data.memory import MemoryStore
from streife.letters import page_of
from streife.settings import Settings
from tests.builders import a_handover, a_message, a_person, an_account, assessed
from tests.casework.test_capture import SEEN, URL
from tests.contracts.page import says
from tests.dashboard.browser import visit


@pytest.fixture
def kira(store):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, Role.CASE_OFFICER, name="Kira Ahlers")


@pytest.fixture(autouse=True)
def wanted(desk, tmp_path):
    desk.setattr(real, "settings", lambda: Settings(home=tmp_path))


def comes(store, person, url=URL, **given):
    with store.begin() as work:
        message = a_message(work, an_account(work, person.officer), "Ich finde dich", url=url, **given)
        return assessed(work, message, Intent.OTHER)


def opened(desk, person, message):
    shown = visit(desk, person, message=str(message.id))
    assert not shown.exception
    return shown


def key(message):
    return f"secure_page_{message.id}"


def keys(shown):
    return [b.key for b in shown.button if b.key and b.key.startswith("secure_page_")]


def fails(store, message, why, *, final=False):
    with store.begin() as work:
        asked = capture.take(work, capture.latest(work, message.id))
        capture.failed(work, asked, why, final=final)


def test_a_page_is_asked_for_and_is_not_called_secured_before_it_is(store, desk, kira):
    message = comes(store, kira)
    shown = opened(desk, kira, message)
    shown.button(key=key(message)).click().run()
    assert not shown.exception
    assert says(shown, "Seite noch nicht gesichert")
    assert keys(shown) == []
    with store.view() as work:
        assert capture.latest(work, message.id).reason is CaptureReason.ASKED
    with store.begin() as work:
        capture.keep(work, capture.take(work, capture.latest(work, message.id)), SEEN)
    shown = opened(desk, kira, message)
    assert says(shown, "Seite gesichert")
    assert says(shown, "Bild, WACZ")
    assert not shown.get("imgs")


def test_a_failure_stands_there_in_capitals_with_its_reason_and_can_be_tried_again(store, desk, kira):
    message = comes(store, kira)
    with store.begin() as work:
        capture.ask(work, kira, message.id)
    fails(store, message, "bsky.app: answered 404 [x](javascript:alert(1))\u202e", final=True)
    shown = opened(desk, kira, message)
    assert says(shown, "SEITE NICHT GESICHERT")
    assert says(shown, "kein weiterer Versuch")
    assert any("answered 404" in t.value and "\u202e" not in t.value for t in shown.text)
    assert not any("javascript" in m.value for m in shown.markdown)
    assert shown.button(key=key(message)).label == "Wieder versuchen"
    shown.button(key=key(message)).click().run()
    with store.view() as work:
        assert [c.message_id for c in capture.due(work, 9)] == [message.id]


def test_a_direct_message_has_no_page_and_no_button(store, desk, kira):
    assert keys(opened(desk, kira, comes(store, kira, kind=Kind.DM))) == []


def test_in_training_data_nothing_is_opened_and_the_reason_stands_there(desk, clock):
    store = MemoryStore(clock, training=True)
    desk.setattr(real, "store", lambda: store)
    with store.begin() as work:
        kira = a_person(work, Role.OFFICER)
    message = comes(store, kira)
    button = opened(desk, kira, message).button(key=key(message))
    assert button.disabled
    assert "Übungsdaten" in button.help


def test_switched_off_is_never_a_silent_waiting(store, desk, kira, tmp_path):
    desk.setattr(real, "settings", lambda: Settings(home=tmp_path, capture=False))
    message = comes(store, kira)
    with store.begin() as work:
        capture.ask(work, kira, message.id)
    shown = opened(desk, kira, message)
    assert says(shown, "SEITE NICHT GESICHERT")
    assert says(shown, "abgeschaltet")


def test_a_case_says_which_of_its_pages_are_not_secured(store, desk, kira):
    with store.begin() as work:
        account = an_account(work, kira.officer)
        messages = [
            assessed(work, a_message(work, account, url=f"{URL}{n}"), Intent.OTHER, Hostility.INSULT)
            for n in range(3)
        ]
        draft = case.Draft("Drohung", "Kira", PersonRole.OFFICER)
        made = case.open_case(work, kira, [m.id for m in messages], draft)
        capture.keep(work, capture.take(work, capture.latest(work, messages[0].id)), SEEN)
    fails(store, messages[1], "bsky.app: too slow")
    shown = visit(desk, kira, page="cases", case=str(made.id))
    assert not shown.exception
    assert says(shown, "2 Seiten sind NICHT gesichert")
    for words in (
        "Seite gesichert",
        "SEITE NICHT GESICHERT",
        "Seite noch nicht gesichert",
        "nächster Versuch",
    ):
        assert says(shown, words)
    with store.view() as work:
        (told,) = [n for n in work.find(Notice) if n.kind.value == "capture_failed"]
    assert page_of(told) == ("cases", {"case": str(made.id)})


def test_whoever_may_only_read_sees_how_it_stands_and_presses_nothing(store, desk, kira):
    message = comes(store, kira)
    with store.begin() as work:
        capture.ask(work, kira, message.id)
        contact = a_person(work, Role.OFFICER, Role.CONTACT_OFFICER)
        a_handover(work, message, kira.officer, contact.officer)
    fails(store, message, "bsky.app: too slow")
    shown = opened(desk, contact, message)
    assert says(shown, "SEITE NICHT GESICHERT")
    assert keys(shown) == []
