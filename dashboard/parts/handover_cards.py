"""Waiting hand-overs as cards: the words, why they come to me, until when, and what I may do."""

import streamlit as st

from casework import handover
from casework.message import Message
from casework.record import Handover
from dashboard import times, words
from dashboard.parts import badges, dialogs, handover_talk, message_card, say, stranger, trouble
from dashboard.parts.around import Around
from dashboard.parts.dialog import dialog
from dashboard.parts.handover_desk import HandoverDesk

SOON = times.DAY
REASONS = ("other-district", "investigation", "biased")


def show(desk: HandoverDesk) -> None:
    """The cards, the earliest deadline first; the first one has the primary button."""
    waiting = desk.waiting
    if not waiting:
        say.empty("done_all", "green", words.say("nothing-waits"), words.say("nothing-waits-why"))
    for number, one in enumerate(waiting):
        _card(one, desk, first=number == 0)


def due(one: Handover, around: Around) -> None:
    """The deadline; orange once it is near or past."""
    left = (one.due_at - around.now).total_seconds()
    key = "due-past" if left < 0 else "due"
    said = words.say(key, when=times.moment(one.due_at, around.now))
    said = words.joined(say.icon("schedule"), said, by=" ")
    say.meta(said, colour="orange" if left < SOON else "gray")


def give_back(one: Handover) -> None:
    """Return it with a reason that the sender will read."""

    @dialog(words.text("give-back"), icon=say.icon("undo"))
    def form() -> None:
        quick = st.pills(
            words.text("form-reason"), REASONS, format_func=lambda reason: words.text(f"back-{reason}")
        )
        more = st.text_area(words.text("form-reason-more"))
        said = (words.text(f"back-{quick}") if quick else "", (more or "").strip())
        reason = ". ".join(part for part in said if part)
        if dialogs.send("give-back", {"form-reason": reason}) and trouble.attempt(
            lambda work, person: handover.give_back(work, person, one.id, reason)
        ):
            st.rerun()

    form()


def ask_back(one: Handover) -> None:
    """The button that asks the sender back."""
    if st.button(
        words.say("ask-back"), key=f"ask_{one.id}", icon=say.icon("contact_support"), type="tertiary"
    ):
        handover_talk.ask(one)


def beat_of(message: Message, desk: HandoverDesk) -> None:
    """The beat that the words point to, where it is one alone."""
    if message.beat_id in desk.beats:
        said = words.say("in-beat", beat=desk.beats[message.beat_id].name)
        say.meta(words.joined(say.icon("location_on"), said, by=" "), colour="blue")


def _accept(handover_id: int) -> None:
    trouble.attempt(lambda work, person: handover.accept(work, person, handover_id))


def _card(one: Handover, desk: HandoverDesk, *, first: bool) -> None:
    message, around = desk.messages[one.message_id], desk.around
    with st.container(border=True, gap="xsmall", key=f"waiting_{one.id}"):
        with say.row(spread=True):
            with say.group():
                badges.intent(message)
                badges.hostility(message.hostility, 2)
                say.meta(around.source(message))
            due(one, around)
        message_card.words_of(message, around)
        beat_of(message, desk)
        why = words.say("why-to-you", who=around.name(one.from_id))
        stranger.quote(one.note or words.text("no-note"), why)
        handover_talk.show(desk.questions.get(one.id, ()), around)
        with say.row(spread=True):
            with say.group():
                st.button(
                    words.say("accept"),
                    key=f"accept_{one.id}",
                    type="primary" if first else "secondary",
                    icon=say.icon("done"),
                    on_click=_accept,
                    args=[one.id],
                )
                ask_back(one)
                if st.button(
                    words.say("give-back"), key=f"back_{one.id}", icon=say.icon("undo"), type="tertiary"
                ):
                    give_back(one)
            say.meta(words.say("handed-over", when=times.moment(one.handed_over_at, around.now)))
