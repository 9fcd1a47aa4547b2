"""A session that ends in mid-shift: the page becomes the door, and no citizen's word stays on it."""

from dataclasses import replace

import pytest

from casework.labels import Intent
from casework.people import Role, Session
from dashboard import identity
from tests.builders import a_message, a_person, an_account, assessed
from tests.contracts.page import says
from tests.dashboard.browser import visit
from tests.dashboard.served import IN_BROWSER, StationHouse
from tests.journeys.house import Desk

WORDS = "Hilfe, er bringt mich um"


@pytest.fixture
def kira(store):
    with store.begin() as work:
        kira = a_person(work, Role.OFFICER)
        assessed(work, a_message(work, an_account(work, kira.officer), WORDS), Intent.EMERGENCY)
        return kira


def leaves_after(looks, person):
    """Whoever is here `looks` times more, and then no longer."""
    left = iter([person] * looks)
    return lambda: next(left, None)


@pytest.mark.parametrize("looks", [1, 2, 3])
def test_a_session_that_ends_while_the_page_is_drawn_leads_to_the_door(store, desk, kira, looks):
    shown = visit(desk, kira)
    assert says(shown, WORDS)
    desk.setattr(identity, "here", leaves_after(looks, kira))
    shown.run()
    assert not shown.exception
    assert says(shown, "Sie sind nicht angemeldet")
    assert not says(shown, "fehlt die Berechtigung")
    assert not says(shown, WORDS)


@pytest.fixture
def station(tmp_path):
    made = StationHouse(tmp_path)
    with made.store.begin() as work:
        assessed(work, a_message(work, made.account, WORDS), Intent.EMERGENCY)
    return made


@IN_BROWSER[0]
@IN_BROWSER[1]
def test_an_open_page_becomes_the_door_when_its_session_ends(station, browser):
    with station.served() as address:
        kira = Desk(browser, address, "kira")
        kira.open("triage")
        kira.sees(WORDS)
        with station.store.begin() as work:
            for session in work.find(Session):
                work.replace(replace(session, ended_at=work.now))
        kira.sees("Sie sind nicht angemeldet")
        assert kira.page.get_by_role("link", name="Anmelden").is_visible()
        kira.page.get_by_text(WORDS).first.wait_for(state="detached")
