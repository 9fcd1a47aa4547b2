"""Emergencies that nobody has acknowledged: on top, never masked, never folded, never scrolled."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from casework import decision, worklist
from casework.labels import Urgency
from casework.message import Message, State
from casework.people import Person
from casework.ports import Query, Scope, Work
from dashboard import address, times, words
from dashboard.parts import badges, say, stranger, trouble
from dashboard.parts.around import Around

PAGE = 100
SIDE_BY_SIDE = 2


def waiting(work: Work, person: Person) -> list[Message]:
    """All unacknowledged emergencies the person may see, the oldest first."""
    query = Query(Scope(), states=(State.OPEN, State.TIP), urgency=Urgency.ACUTE.value, limit=PAGE)
    found: list[Message] = []
    while page := worklist.page(work, person, query):
        found += [m for m in page if m.acknowledged_at is None]
        if len(page) < PAGE:
            break
        query = replace(query, after=worklist.key(page[-1]))
    return found


def show(messages: Sequence[Message], around: Around) -> None:
    """The lane; nothing where there is no emergency."""
    if not messages:
        return
    with st.container(border=True, gap="xsmall", key="acute_lane"):
        with say.row(spread=True):
            title = words.joined(say.icon("e911_emergency"), words.say("acute-open", n=len(messages)), by=" ")
            say.line(say.coloured(say.strong(title), "red"))
            say.meta(words.say("acute-no-substitute"))
        for start in range(0, len(messages), SIDE_BY_SIDE):
            pair = messages[start : start + SIDE_BY_SIDE]
            for column, message in zip(st.columns(len(pair), gap="medium"), pair, strict=True):
                with column:
                    _one(message, around)


def _one(message: Message, around: Around) -> None:
    with st.container(gap="xxsmall"):
        with say.row(spread=True):
            with say.group():
                say.badge(times.ago(message.sent_at, around.now), "timer", "red")
                badges.hostility(message.hostility, 2)
                say.meta(words.label(around.accounts[message.account_id].platform))
            with say.group():
                st.button(
                    words.say("acknowledge"),
                    key=f"acknowledge_{message.id}",
                    type="primary",
                    icon=say.icon("call"),
                    on_click=_acknowledge,
                    args=[message.id],
                )
                st.button(
                    words.say("open"),
                    key=f"open_acute_{message.id}",
                    type="tertiary",
                    icon=say.icon("chevron_right"),
                    icon_position="right",
                    on_click=address.open_message,
                    args=[message.id],
                )
        stranger.text(message.text)


def _acknowledge(message_id: int) -> None:
    if trouble.attempt(lambda work, person: decision.acknowledge(work, person, message_id)):
        st.session_state["done"] = ("done-acknowledge", 0)
        address.open_message(message_id)
