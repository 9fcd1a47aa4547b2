"""Every page keeps the page contract, and looking at one twice writes nothing the second time."""

import pytest

from casework.labels import Hostility, Intent
from casework.people import Role
from dashboard import desk as real
from tests.builders import a_message, a_person, an_account, assessed
from tests.contracts.page import PageContract
from tests.dashboard.browser import visit


class TestTriage(PageContract):
    page = "triage"


class TestHandovers(PageContract):
    page = "handovers"


class TestCases(PageContract):
    page = "cases"


class TestFigures(PageContract):
    page = "figures"


class TestAccounts(PageContract):
    page = "accounts"


class TestAudit(PageContract):
    page = "audit"


class TestMine(PageContract):
    page = "mine"


class TestStation(PageContract):
    page = "station"


class TestHelp(PageContract):
    page = "help"


class OnlyLooking:
    """A store that opens no transaction in which anything could be written."""

    def __init__(self, store):
        self.view, self.training = store.view, store.training

    def begin(self):
        raise AssertionError("a page that only shows what was shown before asked to write")


PAGES = ["triage", "handovers", "cases", "accounts", "help", "audit", "figures", "mine", "station"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_drawn_again_writes_nothing(page, store, desk):
    with store.begin() as work:
        everybody = a_person(work, *Role)
        message = assessed(work, a_message(work, an_account(work, everybody.officer)), Intent.TIP)
        assessed(work, a_message(work, an_account(work, everybody.officer)), Intent.OTHER, Hostility.INSULT)
    shown = visit(desk, everybody, page, message=str(message.id))
    desk.setattr(real, "store", lambda: OnlyLooking(store))
    assert not shown.run().exception
