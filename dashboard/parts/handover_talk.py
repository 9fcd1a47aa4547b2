"""Questions back and their answers; taking a hand-over back, and telling the citizen what came of it."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from casework import answering, decision, handover
from casework.labels import Kind
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.record import Handover, HandoverState, Outcome, Question
from dashboard import words
from dashboard.parts import dialogs, say, stranger, trouble
from dashboard.parts.around import Around
from dashboard.parts.dialog import dialog

TRIAGE = "app_pages/triage.py"


def show(questions: Sequence[Question], around: Around) -> None:
    """What was asked back and answered, in order."""
    for one in questions:
        who = words.say("asks-back", who=around.name(one.officer_id))
        stranger.quote(one.words, who)
        if one.answered_at and one.answered_by:
            stranger.quote(one.answer, words.say("replies-back", who=around.name(one.answered_by)))
        elif one.answered_at:
            say.meta(words.say("question-withdrawn"))


def ask(one: Handover) -> None:
    """Ask the sender back; until the answer comes it is the sender's turn."""

    @dialog(words.text("ask-back"), icon=say.icon("contact_support"))
    def form() -> None:
        say.meta(words.say("ask-back-why"), stretch=True)
        asked = st.text_area(words.text("form-question"))
        if dialogs.send("ask-back", {"form-question": asked}) and trouble.attempt(
            lambda work, person: handover.ask(work, person, one.id, asked or "")
        ):
            st.rerun()

    form()


def answer(one: Handover, asked: str) -> None:
    """Answer what the contact officer asks."""

    @dialog(words.text("answer-back"), icon=say.icon("reply"))
    def form() -> None:
        stranger.quote(asked)
        said = st.text_area(words.text("form-answer-back"))
        if dialogs.send("answer-back", {"form-answer-back": said}) and trouble.attempt(
            lambda work, person: handover.answer(work, person, one.id, said or "")
        ):
            st.rerun()

    form()


def waits_for_sender(one: Handover, questions: Sequence[Question]) -> None:
    """What the sender may do: answer, or take it back as long as nobody accepted it."""
    with say.row():
        if one.state is HandoverState.ASKED and st.button(
            words.say("answer-back"), key=f"answer_{one.id}", icon=say.icon("reply"), type="primary"
        ):
            answer(one, questions[-1].words)
        if one.answered_at is None and one.state is not HandoverState.MOVED:
            st.button(
                words.say("withdraw"),
                key=f"withdraw_{one.id}",
                icon=say.icon("undo"),
                type="tertiary",
                on_click=_withdraw,
                args=[one.id],
            )


def tell_citizen(one: Handover, message: Message, around: Around) -> None:
    """The account's own officer may tell the citizen: a draft is prepared, and the officer sends it.

    What the officer has begun to write stays, and the prepared words stand beneath.
    """
    own = around.accounts[message.account_id].officer_id == around.person.id
    if not own or one.outcome is None or (message.answered_at and message.answered_at > _ended(one)):
        return
    if st.button(words.say("tell-citizen"), key=f"tell_{one.id}", icon=say.icon("reply"), type="tertiary"):
        text = one.for_citizen or words.text(f"tell-{one.outcome.value.replace('_', '-')}")

        def draft(work: Work, person: Person) -> object:
            return _prepared(work, person, message, text)

        if trouble.attempt(draft):
            st.switch_page(TRIAGE, query_params={"message": str(message.id)})


def outcome_form(one: Handover, message: Message, around: Around) -> None:
    """Say what became of the words that the form shows, no later ones, and what the citizen may be told."""

    @dialog(words.text("finish"), icon=say.icon("done_all"))
    def form() -> None:
        if not (around.masks(message) and stranger.masked(message.text, f"finish_{one.id}")):
            stranger.text(message.text)
        outcome = st.radio(words.text("form-outcome"), list(Outcome), format_func=words.label, index=None)
        note = st.text_area(words.text("form-outcome-note"))
        told = st.text_area(words.text("form-for-citizen"), help=words.say("form-for-citizen-why"))
        if not dialogs.send("finish", {"form-outcome": outcome}) or outcome is None:
            return

        def finish(work: Work, person: Person) -> object:
            decision.expect_wording(work.get(Message, message.id), message.version)
            return handover.finish(work, person, one.id, outcome, note or "", for_citizen=told or "")

        if trouble.attempt(finish):
            st.rerun()

    form()


def _prepared(work: Work, person: Person, message: Message, text: str) -> answering.Reply:
    """Beneath what stands in the draft already, unless that holds it; what was begun in private stays so."""
    begun = answering.unfinished(work, person, message.id)
    own = begun.text.rstrip() if begun else ""
    private = message.kind is Kind.DM or message.deleted_at or (own and begun and begun.kind is Kind.DM)
    both = own if text in own else "\n\n".join(part for part in (own, text) if part)
    return answering.draft(work, person, message.id, both, Kind.DM if private else Kind.COMMENT)


def _ended(one: Handover) -> datetime:
    return one.ended_at or one.handed_over_at


def _withdraw(handover_id: int) -> None:
    trouble.attempt(lambda work, person: handover.withdraw(work, person, handover_id))
