"""One open transaction, and an officer in it."""

import pytest

from tests import builders


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
