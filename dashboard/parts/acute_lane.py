"""Emergencies that nobody has acknowledged: on top, never masked, never folded, never scrolled."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from casework import decision, worklist
from casework.errors import StreifeError
from casework.labels import Urgency
from casework.message import Message, State
from casework.people import Person
from casework.ports import Query, Scope, Work
from dashboard import address, identity, times, words
from dashboard.parts import badges, say, shown, stranger, trouble
from dashboard.parts.around import Around, around

PAGE = 100
LOOK_SECONDS = 10
LISTED = "listed_acute"
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


@st.fragment(run_every=LOOK_SECONDS)
def show() -> None:
    """The lane, read anew every few seconds without touching the rest of the page."""
    try:
        with identity.at_work() as (work, person):
            messages = waiting(work, person)
            shown.log(work, person, messages, LISTED)
            round_about = around(work, person, messages)
    except StreifeError as error:
        trouble.show(error)
        return
    if messages:
        _lane(messages, round_about)


def _lane(messages: Sequence[Message], round_about: Around) -> None:
    with st.container(border=True, gap="xsmall", key="acute_lane"):
        with say.row(spread=True):
            title = words.joined(say.icon("e911_emergency"), words.say("acute-open", n=len(messages)), by=" ")
            say.line(say.coloured(say.strong(title), "red"))
            say.meta(words.say("acute-no-substitute"))
        for start in range(0, len(messages), SIDE_BY_SIDE):
            pair = messages[start : start + SIDE_BY_SIDE]
            for column, message in zip(st.columns(len(pair), gap="medium"), pair, strict=True):
                with column, st.container(gap="xxsmall"):
                    _one(message, round_about)


def _one(message: Message, round_about: Around) -> None:
    with say.row(spread=True):
        with say.group():
            say.badge(times.ago(message.sent_at, round_about.now), "timer", "red")
            badges.hostility(message.hostility, 2)
            say.meta(words.label(round_about.accounts[message.account_id].platform))
        with say.group():
            if st.button(
                words.say("acknowledge"),
                key=f"acknowledge_{message.id}",
                type="primary",
                icon=say.icon("call"),
            ):
                _acknowledge(message.id)
            if st.button(
                words.say("open"),
                key=f"open_acute_{message.id}",
                type="tertiary",
                icon=say.icon("chevron_right"),
                icon_position="right",
            ):
                address.open_message(message.id)
                st.rerun()
    stranger.text(message.text)


def _acknowledge(message_id: int) -> None:
    if trouble.attempt(lambda work, person: decision.acknowledge(work, person, message_id)):
        st.session_state["done"] = ("done-acknowledge", 0)
        address.open_message(message_id)
        st.rerun()
