"""One open transaction, an officer in it, and a case."""

import pytest

from casework import case
from casework.case import Draft
from casework.labels import Hostility, Intent
from casework.people import Role
from casework.record import PersonRole
from tests import builders
from tests.builders import a_message, a_person, a_station, an_account, assessed


@pytest.fixture
def work(store):
    with store.begin() as opened:
        yield opened


@pytest.fixture
def officer(work):
    return builders.an_officer(work)


@pytest.fixture
def person(work, officer):
    return builders.the_person(work, officer)


@pytest.fixture
def merle(work):
    return a_person(work, Role.OFFICER, Role.CASE_OFFICER, station=a_station(work), name="Merle Dobisch")


@pytest.fixture
def opened(work, merle):
    account = an_account(work, merle.officer)
    found = [
        assessed(work, a_message(work, account, text), Intent.OTHER, Hostility.INSULT)
        for text in ("Du Null, frag Erika Muster", "Noch so einer")
    ]
    draft = Draft("Beleidigung", "Kira Ahlers", PersonRole.OFFICER, ("185",))
    return case.open_case(work, merle, [m.id for m in found], draft)
