"""A colleague was faster: who did what and when, that nothing was overwritten, and the way on."""

import streamlit as st

from casework import happened
from casework.errors import StreifeError
from casework.message import Message
from casework.people import Officer
from dashboard import address, identity, times, words
from dashboard.parts import say, trouble


def explain(seen: Message) -> None:
    """Say what has happened to the message since the reader saw it like this."""
    try:
        with identity.looking() as (work, person):
            what = happened.since(work, person, seen)
            who = work.get(Officer, what.officer_id).name if what.officer_id else ""
            now = work.now
    except StreifeError as error:
        trouble.show(error)
        return
    with st.container(border=True, gap="xxsmall", key="somebody_was_faster"):
        told = words.say(f"met-{what.what}", who=who, when=times.moment(what.at, now) if what.at else "")
        say.paragraph(say.coloured(words.joined(say.icon("sync_problem"), told, by=" "), "orange"))
        with say.row(spread=True):
            say.meta(words.say("met-nothing-lost"))
            st.button(
                words.say("met-look"),
                key="met_look",
                icon=say.icon("visibility"),
                on_click=_look,
                args=[seen.id],
            )


def _look(message_id: int) -> None:
    """In a callback, as the form that told of it is not drawn a second time."""
    address.open_message(message_id)
    st.rerun()
