"""What is done about abuse of an officer: ask to see it, give it back, and tell a colleague of a threat."""

from collections.abc import Sequence

import streamlit as st

from casework import care as caring
from casework.message import Message
from casework.people import Officer
from dashboard import address, times, words
from dashboard.parts import badges, say, trouble
from dashboard.parts.around import Around
from dashboard.parts.dialog import dialog

TRIAGE = "app_pages/triage.py"


def button(message_id: int) -> None:
    """The way to see what is kept from oneself: a decision of one's own, confirmed and logged."""
    if st.button(
        words.say("care-ask"), key=f"ask_{message_id}", icon=say.icon("visibility"), type="tertiary"
    ):
        _confirm(message_id)


def to_oneself(message: Message, helpers: Sequence[Officer]) -> None:
    """Why the reader sees what abuses, or may abuse, herself or himself."""
    asked = bool(helpers) and not message.abstained
    why = "care-unsure" if message.abstained else "care-nobody"
    names = words.listed([words.quoted(one.name) for one in helpers])
    said = words.say("care-asked", names=names) if asked else words.say(why)
    with st.container(border=True, gap="xxsmall", key="care_oneself"), say.row(spread=True):
        say.line(words.joined(say.coloured(say.icon("shield"), "violet"), said, by=" "))
        if asked:
            st.button(
                words.say("care-give-back"),
                key="care_give_back",
                type="tertiary",
                on_click=_give_back,
                args=[message.id],
            )


def to_colleague(message: Message, near: Around, told: Sequence[caring.Talk], *, tells: bool) -> None:
    """For who takes it on: the officer does not see it, and knows of it or not."""
    whom = near.name(near.victim(message))
    with st.container(border=True, gap="xxsmall", key="care_colleague"), say.row(spread=True):
        if told:
            when = times.moment(told[0].told_at, near.now)
            said = words.say("care-was-told", whom=whom, who=near.name(told[0].by_id), when=when)
        else:
            said = words.say("care-of-colleague", whom=whom)
        say.line(words.joined(say.coloured(say.icon("shield"), "violet"), said, by=" "))
        if tells and not told:
            _tell_button("tell", message, whom)


def to_tell(message: Message, near: Around) -> None:
    """One threat that its officer has not been told of."""
    whom = near.name(near.victim(message))
    with say.row(spread=True):
        with say.group():
            say.line(say.strong(whom))
            badges.hostility(message.hostility, 2)
            say.meta(times.moment(message.received_at, near.now))
        with say.group():
            _tell_button("tell_listed", message, whom)
            st.button(
                words.say("open"),
                key=f"open_untold_{message.id}",
                type="tertiary",
                icon=say.icon("chevron_right"),
                icon_position="right",
                on_click=address.open_message,
                args=[message.id],
            )


def _tell_button(place: str, message: Message, whom: words.Words) -> None:
    if st.button(words.say("care-tell"), key=f"{place}_{message.id}", icon=say.icon("forum")):
        _tell(message.id, whom)


def _tell(message_id: int, whom: words.Words) -> None:
    @dialog(words.text("care-tell"), icon=say.icon("forum"))
    def form() -> None:
        say.paragraph(words.say("care-tell-how", whom=whom))
        if st.button(words.say("care-tell-send"), key="care_tell_send", type="primary") and trouble.attempt(
            lambda work, person: caring.tell(work, person, message_id)
        ):
            st.rerun()

    form()


def _confirm(message_id: int) -> None:
    @dialog(words.text("care-ask"), icon=say.icon("shield"))
    def form() -> None:
        say.paragraph(words.say("care-ask-why"))
        if st.button(words.say("care-ask-send"), key="care_ask_send", type="primary") and trouble.attempt(
            lambda work, person: caring.ask(work, person, message_id)
        ):
            st.switch_page(TRIAGE, query_params={"message": str(message_id)})

    form()


def _give_back(message_id: int) -> None:
    if trouble.attempt(lambda work, person: caring.give_back(work, person, message_id)):
        address.open_message(None)
