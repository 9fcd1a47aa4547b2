"""The spot check in the triage: a calm strip that leads to it, and the question that each message asks."""

import streamlit as st

from casework import decision
from casework.message import Message
from dashboard import address, view, words
from dashboard.parts import dialogs, frame, say, trouble


def strip(waiting: int) -> None:
    """How many wait to be read again, and the way there; nothing where none waits."""
    if not waiting:
        return
    with say.row(spread=True):
        told = words.joined(say.icon("fact_check"), words.say("reread-waiting", n=waiting), by=" ")
        say.meta(told)
        st.button(
            words.say("reread-look"),
            key="reread_look",
            type="tertiary",
            icon=say.icon("chevron_right"),
            icon_position="right",
            on_click=_show,
            args=[view.REREAD],
        )


def head() -> None:
    """Above the messages to be read again: what to do with them, and the way back."""
    with st.container(border=True, gap="xxsmall", key="reread_head"):
        with say.row(spread=True):
            say.line(say.strong(words.joined(say.icon("fact_check"), words.say("view-reread"), by=" ")))
            st.button(
                words.say("back-to-queue"),
                key="reread_back",
                type="tertiary",
                icon=say.icon("arrow_back"),
                on_click=_show,
                args=[""],
            )
        say.meta(words.say("reread-lead"), stretch=True)


def ask(message: Message) -> None:
    """Was it harmless? Yes is one click, and the next one opens; no is a correction."""
    with st.container(border=True, gap="xsmall", key="reread_ask"):
        say.line(words.joined(say.icon("fact_check"), words.say("reread-ask"), by=" "), stretch=True)
        with say.row():
            if st.button(
                words.say("confirm-harmless"),
                key="do_confirm-harmless",
                icon=say.icon("check"),
                shortcut=frame.shortcut("H"),
            ):
                _confirm(message)
            if st.button(words.say("reread-correct"), key="do_reread-correct", icon=say.icon("edit")):
                dialogs.correct(message)


def _confirm(message: Message) -> None:
    if trouble.attempt(
        lambda work, person: dialogs.on(
            work, message, lambda: decision.confirm_harmless(work, person, message.id)
        )
    ):
        st.session_state[dialogs.DONE] = ("done-harmless", 0)
        if view.from_address(st.query_params).name == view.REREAD:
            address.go_on()
        st.rerun()


def _show(name: str) -> None:
    """Go to a view from its beginning; filters stay behind, as they belong to the queue."""
    address.go({"view": name})
