"""What was listed to whom is on record: once for each set of messages, not at every drawing."""

from collections.abc import Iterable, Sequence

import streamlit as st

from casework import case, reading
from casework.message import Message
from casework.people import Person
from casework.record import Case
from dashboard import identity


def log(messages: Iterable[Message], place: str, reader: Person) -> None:
    """Log, before they are shown, that these messages' words stand in this place; once is enough.

    Other words of a message, and another reader in the same browser, are shown anew.
    """
    known = list({m.id: m for m in messages}.values())
    seen = [reader.id, *sorted((m.id, m.version) for m in known)]
    if known and seen != st.session_state.get(place):
        with identity.at_work() as (work, person):
            reading.listed(work, person, known)
    st.session_state[place] = seen


def log_cases(known: Sequence[Case], place: str, reader: Person) -> None:
    """The same for cases: their titles name people, too."""
    seen = [reader.id, *sorted(one.id for one in known)]
    if known and seen != st.session_state.get(place):
        with identity.at_work() as (work, person):
            case.listed(work, person, known)
    st.session_state[place] = seen
