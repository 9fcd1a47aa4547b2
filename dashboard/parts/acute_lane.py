"""Emergencies that nobody has acknowledged: on top, never masked, never folded, never scrolled.

Those the verdict stands by come first and large; those where it abstains follow in a place of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from casework import decision, worklist
from casework.assessment import Assessment
from casework.errors import StreifeError
from casework.labels import Intent, Urgency
from casework.message import Message, State
from casework.people import Person
from casework.ports import Query, Scope, Work
from dashboard import address, identity, times, words
from dashboard.parts import badges, say, shown, stranger, trouble, verdict
from dashboard.parts.around import Around, around
from dashboard.words import Words

PAGE = 100
LOOK_SECONDS = 10
LISTED = "listed_acute"
SIDE_BY_SIDE = 2
SHOWN_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Lane:
    """What waits, sure ones first, with the newest verdict on each and what stands around."""

    messages: Sequence[Message]
    assessments: Mapping[int, Assessment]
    around: Around


def waiting(work: Work, person: Person) -> list[Message]:
    """All unacknowledged emergencies the person may see: the sure ones first, then the oldest."""
    query = Query(Scope(), states=(State.OPEN, State.TIP), urgency=Urgency.ACUTE.value, limit=PAGE)
    found: list[Message] = []
    while page := worklist.page(work, person, query):
        found += [m for m in page if m.acknowledged_at is None]
        if len(page) < PAGE:
            break
        query = replace(query, after=worklist.key(page[-1]))
    return sorted(found, key=lambda m: not worklist.certain(m))


@st.fragment(run_every=LOOK_SECONDS)
def show() -> None:
    """The lane, read anew every few seconds without touching the rest of the page."""
    try:
        with identity.looking() as (work, person):
            lane = _read(work, person)
        shown.log(lane.messages, LISTED)
    except StreifeError as error:
        trouble.show(error)
        return
    sure = [m for m in lane.messages if worklist.certain(m)]
    maybe = [m for m in lane.messages if not worklist.certain(m)]
    if sure:
        with st.container(border=True, gap="xsmall", key="acute_lane"):
            with say.row(spread=True):
                title = words.joined(say.icon("e911_emergency"), words.say("acute-open", n=len(sure)), by=" ")
                say.line(say.coloured(say.strong(title), "red"))
                say.meta(words.say("acute-no-substitute"))
            _side_by_side(sure, lane)
    if maybe:
        with st.container(border=True, gap="xsmall", key="acute_maybe"):
            title = words.joined(say.icon("contrast"), words.say("acute-maybe", n=len(maybe)), by=" ")
            with say.row(spread=True):
                say.line(say.coloured(say.strong(title), "orange"))
                say.meta(words.say("acute-maybe-why"))
            _side_by_side(maybe, lane)


def _read(work: Work, person: Person) -> Lane:
    messages = waiting(work, person)
    ids = [m.id for m in messages]
    known = {a.message_id: a for a in work.find(Assessment, message_id=ids)} if ids else {}
    return Lane(messages, known, around(work, person, messages))


def _side_by_side(messages: Sequence[Message], lane: Lane) -> None:
    width = min(SIDE_BY_SIDE, len(messages))
    for start in range(0, len(messages), width):
        columns = st.columns(width, gap="medium")
        for column, message in zip(columns, messages[start : start + width], strict=False):
            with column, st.container(gap="xxsmall"):
                _one(message, lane)


def _one(message: Message, lane: Lane) -> None:
    sure, assessment = worklist.certain(message), lane.assessments.get(message.id)
    with say.row(spread=True):
        with say.group():
            say.badge(times.ago(message.sent_at, lane.around.now), "timer", "red" if sure else "orange")
            badges.hostility(message.hostility, 1)
            platform = words.label(lane.around.accounts[message.account_id].platform)
            say.meta(words.joined(platform, _because(message, assessment)))
        with say.group():
            _buttons(message, sure=sure)
    stranger.excerpt(message.text, verdict.spans(assessment), SHOWN_LENGTH)


def _because(message: Message, assessment: Assessment | None) -> Words:
    """Why the message stands here."""
    if message.corrected or assessment is None:
        return words.say("acute-by-hand")
    share = words.percent(assessment.verdict.intent_scores.get(Intent.EMERGENCY, 0.0))
    if worklist.certain(message):
        return words.say("acute-sure", share=share)
    return words.say("acute-unsure", label=words.label(assessment.verdict.intent), share=share)


def _buttons(message: Message, *, sure: bool) -> None:
    if st.button(
        words.say("acknowledge"),
        key=f"acknowledge_{message.id}",
        type="primary" if sure else "secondary",
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


def _acknowledge(message_id: int) -> None:
    if trouble.attempt(lambda work, person: decision.acknowledge(work, person, message_id)):
        st.session_state["done"] = ("done-acknowledge", 0)
        address.open_message(message_id)
        st.rerun()
