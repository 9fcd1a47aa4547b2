"""What is heard: judged by the clock, and in training data by the moment at which they end."""

from datetime import timedelta

import pytest

from casework.people import Role
from data.memory import MemoryStore
from tests.builders import NOON, a_person, a_stream, an_account
from tests.contracts.page import says
from tests.dashboard.browser import visit

LAST = NOON - timedelta(days=2)
POLL = {"last_success_at": LAST, "next_poll_at": LAST + timedelta(minutes=5)}

in_training = pytest.mark.parametrize("store", [True], indirect=True, ids=["training"])


def heard_until(store, *troubles):
    """An officer with one stream heard until LAST, and others in the given trouble."""
    with store.begin() as work:
        kira = a_person(work, Role.OFFICER, name="Kira Ahlers")
        account = an_account(work, kira.officer)
        a_stream(work, account, **POLL)
        for trouble in troubles:
            a_stream(work, account, **{**POLL, **trouble})
    return kira


@pytest.fixture
def store(clock, request):
    return MemoryStore(clock, training=getattr(request, "param", False))


def test_a_stream_that_nobody_polls_any_more_is_silent(store, desk):
    assert says(visit(desk, heard_until(store)), "1 von 1 Kanälen stumm")


@in_training
def test_training_data_stand_still_and_are_heard(store, desk):
    shown = visit(desk, heard_until(store))
    assert not says(shown, "stumm")
    assert says(shown, "Stand Do 19.11. 13:00")


@in_training
def test_a_trouble_in_training_data_is_still_one(store, desk):
    long_ago = {"last_success_at": LAST - timedelta(hours=7), "next_poll_at": LAST - timedelta(hours=6)}
    kira = heard_until(store, long_ago, {"error": "AuthExpired: key refused"})
    assert says(visit(desk, kira), "2 von 3 Kanälen stumm")


@in_training
def test_the_accounts_of_training_data_say_that_nothing_is_polled(store, desk):
    shown = visit(desk, heard_until(store), "accounts")
    assert says(shown, "In der Übung ruht der Abruf")
    assert not says(shown, "nächster Abruf")
