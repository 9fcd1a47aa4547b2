"""A sentence to try: judged like any message, shown like any message, and kept nowhere."""

from datetime import UTC, datetime

import streamlit as st

from casework.assessment import Assessment, Verdict
from casework.errors import StreifeError
from casework.labels import Kind
from casework.message import Author, Message, storable
from dashboard import desk, identity, words
from dashboard.judgement import Card, language_name
from dashboard.parts import badges, read_past, say, stranger, trouble, verdict
from dashboard.words import Words

LONGEST = 2_000
HEIGHT = 96


@st.fragment
def show(card: Card) -> None:
    """The box and, beneath it, the verdict on what was sent."""
    with st.container(border=True, gap="xsmall", key="trial"):
        say.heading(words.say("judge-trial"))
        with st.form("trial_form", border=False):
            typed = st.text_area(
                words.text("judge-trial-box"),
                key="trial_text",
                height=HEIGHT,
                placeholder=words.text("judge-trial-example"),
            )
            with say.row():
                sent = st.form_submit_button(
                    words.say("judge-trial-send"), type="primary", icon=say.icon("balance")
                )
                say.meta(words.say("judge-trial-kept", n=words.number(LONGEST)))
        if sent:
            _answer(storable(typed or ""), card)


def _answer(text: str, card: Card) -> None:
    if not text.strip():
        _refuse(words.say("judge-trial-empty"))
    elif len(text) > LONGEST:
        _refuse(words.say("judge-trial-long", n=words.number(len(text)), most=words.number(LONGEST)))
    else:
        try:
            found = _judge(text)
        except StreifeError as error:
            trouble.show(error)
            return
        _show(text, found, card)


def _refuse(why: Words) -> None:
    say.line(say.coloured(words.joined(say.icon("edit_note"), why, by=" "), "orange"), stretch=True)


def _judge(text: str) -> Verdict:
    identity.present()
    return desk.classifier().assess([text])[0]


def _show(text: str, found: Verdict, card: Card) -> None:
    """As in the triage: badges, the marked words, the table, and why."""
    now = datetime.now(UTC)
    message, assessment = _as_message(text, found, now), Assessment(0, 1, found, now)
    with say.row():
        badges.of(message.urgency or found.urgency)
        badges.intent(message)
        badges.hostility(message.hostility)
        badges.marks(message)
        said = _language(found, card)
        if said:
            say.meta(words.joined(say.icon("translate"), said, by=" "))
    with st.container(border=True, gap="xsmall", key="trial_words"):
        stranger.marked(text, verdict.spans(assessment))
        read_past.show(text)
    verdict.show(message, assessment)


def _as_message(text: str, found: Verdict, now: datetime) -> Message:
    """A message that no store ever sees, so that the desk's own parts can show it."""
    return Message(
        account_id=0,
        native_id="",
        kind=Kind.DM,
        author=Author("", ""),
        text=text,
        sent_at=now,
        received_at=now,
        intent=found.intent,
        hostility=found.hostility,
        target=found.target,
        urgency=found.urgency,
        abstained=found.abstained,
    )


def _language(found: Verdict, card: Card) -> Words:
    if not found.language:
        return Words("")
    known = not card.examples or found.language in card.examples
    return words.say("judge-read-as" if known else "judge-read-foreign", name=language_name(found.language))
