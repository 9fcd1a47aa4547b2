"""Who is here: asked anew on every run, so that a session that ended opens nothing any more."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from casework.errors import NotAllowed
from casework.people import Person
from casework.ports import Work
from dashboard import desk
from streife import identity

COOKIE = "streife_session"


class SignedOut(NotAllowed):
    """The session is over: there is no role to ask for, only to sign in again."""


def here() -> Person | None:
    """The person behind the browser's session, or None."""
    return identity.person_of(desk.store(), st.context.cookies.get(COOKIE, ""))


@contextmanager
def looking() -> Iterator[tuple[Work, Person]]:
    """A look at one moment in the name of whoever is here now; it writes nothing and holds nobody up.

    Raises SignedOut when the session ended.
    """
    person = present()
    with desk.store().view() as work:
        yield work, person


@contextmanager
def at_work() -> Iterator[tuple[Work, Person]]:
    """A transaction in the name of whoever is here now; raises SignedOut when the session ended."""
    person = present()
    with desk.store().begin() as work:
        yield work, person


def present() -> Person:
    """Whoever is here now; raises SignedOut when the session ended."""
    person = here()
    if person is None:
        raise SignedOut("nobody is signed in; sign in again")
    return person
