"""Titles of cases name people: where they are offered to bind a message into, that is on record."""

import pytest

from casework import bulk, case
from casework.case import Draft
from casework.labels import Hostility, Intent
from casework.people import Role
from casework.record import PersonRole
from dashboard.parts import picking
from tests.builders import a_message, a_person, a_station, an_account, assessed
from tests.dashboard.browser import press, visit


@pytest.fixture
def merle(store):
    with store.begin() as work:
        return a_person(work, Role.CASE_OFFICER, station=a_station(work))


@pytest.fixture
def insults(store, merle):
    with store.begin() as work:
        account = an_account(work, merle.officer)
        texts = ("Du Null", "Du Wicht")
        return [assessed(work, a_message(work, account, t), Intent.OTHER, Hostility.INSULT) for t in texts]


@pytest.fixture
def opened(store, merle, insults):
    with store.begin() as work:
        draft = Draft("Beleidigung von Erika Muster", "Erika Muster", PersonRole.OFFICER)
        return case.open_case(work, merle, [insults[0].id], draft)


def offered(shown) -> bool:
    return any("Erika Muster" in str(one) for box in shown.selectbox for one in box.options)


def listed(store):
    with store.begin() as work:
        return [e.detail["cases"] for e in work.audit() if e.act == "cases_listed"]


def test_titles_offered_for_one_message_are_logged_at_each_opening(store, desk, merle, insults, opened):
    shown = press(visit(desk, merle, message=str(insults[1].id)), "do_open-case")
    assert offered(shown)
    assert listed(store) == [[opened.id]]
    press(shown.run(), "do_open-case")
    assert listed(store) == [[opened.id], [opened.id]]


def test_titles_offered_for_several_messages_are_logged(store, desk, merle, insults, opened):
    shown = visit(desk, merle)
    shown.session_state[picking.SELECTED] = bulk.select(insults[1:])
    assert offered(press(shown.run(), "bulk_open-case"))
    assert listed(store) == [[opened.id]]
