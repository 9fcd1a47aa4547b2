"""What went wrong, as cause, consequence and remedy; nothing is lost, and no blame."""

from collections.abc import Callable

import streamlit as st

from casework.errors import (
    Conflict,
    NotAllowed,
    NotFound,
    Refused,
    StoreUnavailable,
    StreifeError,
    Transient,
)
from casework.people import Person
from casework.ports import Work
from dashboard import identity, words
from dashboard.inert import visible
from dashboard.parts import say

KEYS: tuple[tuple[type[StreifeError], str, str], ...] = (
    (Conflict, "trouble-conflict", "sync_problem"),
    (NotAllowed, "trouble-not-allowed", "lock"),
    (NotFound, "trouble-not-found", "search_off"),
    (Refused, "trouble-refused", "rule"),
    (Transient, "trouble-network", "cloud_off"),
    (StoreUnavailable, "trouble-store", "cloud_off"),
)
QUIET = (NotAllowed, NotFound)  # their own words ("message 7: no such record") tell a reader nothing more
OTHERWISE = ("trouble-other", "error")


def show(error: StreifeError) -> None:
    """The sentence for this kind of error, and beneath it its own words where they say more.

    Where the session is over the whole page is drawn anew, not the fragment alone: it becomes the door.
    """
    if isinstance(error, identity.SignedOut):
        st.rerun(scope="app")
    key, symbol = next(((k, s) for kind, k, s in KEYS if isinstance(error, kind)), OTHERWISE)
    with st.container(border=True, gap="xxsmall", key=f"trouble_{key}"):
        said = words.joined(say.icon(symbol), words.say(key), by=" ")
        say.paragraph(say.coloured(said, "orange"))
        if not isinstance(error, QUIET):
            st.text(visible(str(error)))


def attempt(act: Callable[[Work, Person], object]) -> bool:
    """Do it in one transaction; on refusal say why, leave the form as it is, and return False."""
    try:
        with identity.at_work() as (work, person):
            act(work, person)
    except StreifeError as error:
        show(error)
        return False
    return True
