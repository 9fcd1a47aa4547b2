"""What was listed to whom is on record: once for each set of messages, not at every drawing."""

from collections.abc import Iterable

import streamlit as st

from casework import reading
from casework.message import Message
from dashboard import identity


def log(messages: Iterable[Message], place: str) -> None:
    """Log, before they are shown, that these messages' words stand in this place; once is enough."""
    known = {m.id: m for m in messages}
    ids = sorted(known)
    if ids != st.session_state.get(place, []):
        with identity.at_work() as (work, person):
            reading.listed(work, person, list(known.values()))
        st.session_state[place] = ids
