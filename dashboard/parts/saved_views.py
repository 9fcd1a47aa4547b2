"""Views kept under a name, and the link that shows a colleague the same."""

from collections.abc import Sequence

import streamlit as st

from casework import saved_view
from casework.saved_view import SavedView
from dashboard import address, words
from dashboard.parts import say, trouble

NAME = "view_name"
KEPT = "view_kept"


def show(saved: Sequence[SavedView]) -> None:
    """The reader's views, the one on the screen to keep, and the link to it."""
    with st.popover(words.say("saved-views"), icon=say.icon("bookmark"), type="tertiary"):
        for one in saved:
            _one(one)
        if not saved:
            say.meta(words.say("saved-none"), stretch=True)
        _keep()
        say.meta(words.say("view-link"), stretch=True)
        st.code(address.link(), language=None, wrap_lines=True)


def _one(one: SavedView) -> None:
    with say.row(spread=True):
        st.button(
            words.quoted(one.name),
            key=f"view_go_{one.id}",
            type="tertiary",
            icon=say.icon("bookmark"),
            on_click=address.go,
            args=[dict(one.parameters)],
        )
        if st.button(
            "",
            key=f"view_delete_{one.id}",
            type="tertiary",
            icon=say.icon("delete"),
            help=words.say("view-delete", name=one.name),
        ) and trouble.attempt(lambda work, person: saved_view.delete(work, person, one.id)):
            st.rerun()


def _keep() -> None:
    """The same name again overwrites; a refusal keeps what was written."""
    if st.session_state.pop(KEPT, False):
        st.session_state[NAME] = ""
    name = st.text_input(
        words.text("view-name"),
        key=NAME,
        max_chars=saved_view.LONGEST_NAME,
        placeholder=words.text("view-name-example"),
    )
    if st.button(words.say("view-keep"), key="view_keep", icon=say.icon("bookmark_add")) and trouble.attempt(
        lambda work, person: saved_view.save(work, person, name or "", address.filters())
    ):
        st.session_state[KEPT] = True
        st.rerun()
