"""What every page of the dashboard keeps: opens for its roles only, says so when empty, logs refusals."""

import pytest

from casework.people import Role
from dashboard import doors
from tests.builders import a_person
from tests.dashboard.browser import rows, visit


class PageContract:
    """Inherit it and name the page; the tests come along."""

    page: str

    @property
    def door(self) -> doors.Door:
        return next(door for door in doors.DOORS if door.name == self.page)

    @pytest.mark.parametrize("role", Role)
    def test_opens_for_its_roles_and_refuses_others(self, role, store, desk):
        with store.begin() as work:
            person = a_person(work, role)
        shown = visit(desk, person, self.page)
        assert not shown.exception
        with store.begin() as work:
            refusals = [e for e in work.audit() if e.act == "refused"]
        if role in self.door.roles:
            assert not refusals
            assert not says(shown, "für Ihre Rolle nicht vorgesehen")
        else:
            assert [(e.actor, e.subject) for e in refusals] == [(person.login, f"page:{self.page}")]
            assert says(shown, "für Ihre Rolle nicht vorgesehen")

    def test_is_never_blank(self, store, desk):
        role = sorted(self.door.roles)[0]
        with store.begin() as work:
            person = a_person(work, role)
        shown = visit(desk, person, self.page)
        assert shown.title or shown.header

    def test_speaks_english_too(self, store, desk):
        role = sorted(self.door.roles)[0]
        with store.begin() as work:
            person = a_person(work, role)
        assert not visit(desk, person, self.page, lang="en").exception

    def test_shows_nothing_to_whoever_is_not_signed_in(self, desk):
        shown = visit(desk, None, self.page)
        assert not shown.exception
        assert says(shown, "Sie sind nicht angemeldet")


def says(shown, words: str) -> bool:
    """Whether the words stand anywhere on the page, rows of the queue among them."""
    printed = [
        str(element.value) for element in [*shown.markdown, *shown.text, *shown.header, *shown.subheader]
    ]
    return any(words in one for one in [*printed, *rows(shown)])
