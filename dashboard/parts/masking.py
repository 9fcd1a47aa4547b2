"""Hostile words are covered until asked for, message by message; what is read uncovered is counted."""

import streamlit as st

from casework import exposure
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from dashboard import address, desk, words
from dashboard.parts import say, stranger
from dashboard.parts.around import Around
from streife.again import again

EXPOSED = "exposed"


def covered(message: Message, around: Around, shortcut: str | None = None) -> bool:
    """Say that there are words, where the reader wants or needs them covered; False: they may be shown.

    Once asked for they stay uncovered until the reader covers them again or opens another message.
    """
    if message.id in around.spared:
        said = words.say("care-kept-away", names=around.names(around.spared[message.id]))
        say.meta(words.joined(say.icon("shield"), said, by=" "), stretch=True)
        return True
    if around.masks(message):
        if stranger.masked(message.text, str(message.id), shortcut):
            return True
        _cover_again(message.id, shortcut)
    if message.hostility:
        _count(message.id, around)
    return False


def read_today(work: Work, person: Person) -> int:
    """How many hostile messages the reader has read uncovered today; asked of the store once a day."""
    day = exposure.today(work.now)
    known = st.session_state.get(EXPOSED)
    if not known or known[0] != day:
        known = (day, exposure.week(work, person)[day], [])
        st.session_state[EXPOSED] = known
    return int(known[1])


def _cover_again(message_id: int, shortcut: str | None) -> None:
    st.button(
        words.say("cover-again"),
        key=f"cover_{message_id}",
        type="tertiary",
        icon=say.icon("visibility_off"),
        shortcut=shortcut,
        on_click=st.session_state.pop,
        args=[f"{address.SHOWN}{message_id}", None],
    )


def _count(message_id: int, around: Around) -> None:
    """Each message once a day and browser."""
    day = exposure.today(around.now)
    known = st.session_state.get(EXPOSED)
    ids = known[2] if known and known[0] == day else []
    if message_id not in ids:
        noted = again(desk.store(), lambda work: exposure.note(work, around.person, 1))
        st.session_state[EXPOSED] = (day, noted.count, [*ids, message_id])
