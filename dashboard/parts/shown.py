"""What was listed to whom is on record: once for each set of messages, not at every drawing."""

from collections.abc import Iterable

import streamlit as st

from casework import reading
from casework.message import Message
from casework.people import Person
from casework.ports import Work


def log(work: Work, person: Person, messages: Iterable[Message], place: str) -> None:
    """Log that these messages' words are shown in this place, unless they are there already."""
    known = {m.id: m for m in messages}
    ids = sorted(known)
    if ids != st.session_state.get(place, []):
        reading.listed(work, person, list(known.values()))
        st.session_state[place] = ids
