"""A hold on the page of a message: placed and lifted with a reason by whoever decides, told to readers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import erasure
from casework.labels import Intent
from casework.message import Message
from casework.people import Role
from tests.builders import a_handover, a_message, a_person, an_account, assessed
from tests.contracts.page import says
from tests.dashboard.browser import press, send, visit


@pytest.fixture
def kira(store):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, name="Kira Ahlers")


@pytest.fixture
def message(store, kira, clock):
    """Taken back by its author yesterday."""
    with store.begin() as work:
        kept = assessed(work, a_message(work, an_account(work, kira.officer), "Geheimes"), Intent.QUESTION)
        return work.replace(replace(kept, deleted_at=clock.now() - timedelta(days=1)))


def opened(desk, person, message: Message):
    return visit(desk, person, message=str(message.id))


def held(store, message):
    with store.view() as work:
        return erasure.held(work, message.id)


def test_a_message_taken_back_says_when_its_words_go_and_is_kept_with_a_reason(store, desk, kira, message):
    shown = opened(desk, kira, message)
    assert says(shown, "Beim Netzwerk gelöscht: Die Worte gehen auch hier")
    press(shown, "do_hold").text_area[0].input("Ermittlung läuft")
    send(shown, "do_hold", "send_hold")
    assert held(store, message).reason == "Ermittlung läuft"
    shown = opened(desk, kira, message)
    assert says(shown, "Kira Ahlers bewahrt diese Meldung auf")
    assert says(shown, "Ermittlung läuft")
    assert not says(shown, "Die Worte gehen auch hier")


def test_a_hold_is_lifted_with_a_reason(store, desk, kira, message):
    with store.begin() as work:
        erasure.hold(work, kira, message.id, "Ermittlung läuft")
    shown = press(opened(desk, kira, message), "do_hold-end")
    shown.text_area[0].input("Ermittlung beendet")
    send(shown, "do_hold-end", "send_hold-end")
    assert held(store, message) is None
    with store.view() as work:
        entry = [e for e in work.audit_of(f"message:{message.id}") if e.act == "hold_ended"][-1]
    assert (entry.actor, entry.detail["reason"]) == (kira.login, "Ermittlung beendet")


def test_without_a_reason_nothing_is_kept(store, desk, kira, message):
    shown = press(opened(desk, kira, message), "do_hold")
    send(shown, "do_hold", "send_hold")
    assert held(store, message) is None


def test_who_may_read_but_not_decide_sees_the_hold_and_no_button(store, desk, kira, message):
    with store.begin() as work:
        erasure.hold(work, kira, message.id, "Ermittlung läuft")
        jens = a_person(work, Role.CONTACT_OFFICER, name="Jens Wolter")
        a_handover(work, message, kira.officer, jens.officer)
    shown = opened(desk, jens, message)
    assert says(shown, "Kira Ahlers bewahrt diese Meldung auf")
    assert not [b for b in shown.button if b.key in ("do_hold", "do_hold-end")]


def test_words_that_are_gone_are_not_offered_to_be_kept(store, desk, kira, message):
    with store.begin() as work:
        erasure.erase(work, message)
    assert not [b for b in opened(desk, kira, message).button if b.key == "do_hold"]
