"""Emergencies that nobody has acknowledged: on top, never masked, never scrolled.

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
from dashboard.parts.say import Colour
from dashboard.words import Words

LOOK_SECONDS = 10
LISTED = "listed_acute"
SIDE_BY_SIDE = 2
MOST_SURE, MOST_MAYBE, MOST_AT_ALL = 10, 4, 100
WAITING = Query(Scope(), states=(State.OPEN, State.TIP), urgency=Urgency.ACUTE.value, acknowledged=False)
ALL = "acute_all"
TRIAGE = "app_pages/triage.py"
LOOK: dict[bool, tuple[str, Colour]] = {True: ("e911_emergency", "red"), False: ("contrast", "orange")}


@dataclass(frozen=True, slots=True)
class Half:
    """One kind of emergencies that wait: the oldest, and how many there are in all."""

    messages: Sequence[Message]
    total: int


@dataclass(frozen=True, slots=True)
class Lane:
    """What waits, with the newest verdict on each and what stands around."""

    sure: Half
    maybe: Half
    assessments: Mapping[int, Assessment]
    around: Around


@st.fragment(run_every=LOOK_SECONDS)
def show() -> None:
    """The lane, read anew every few seconds without touching the rest of the page."""
    try:
        with identity.looking() as (work, person):
            lane = _read(work, person)
        shown.log([*lane.sure.messages, *lane.maybe.messages], LISTED)
    except StreifeError as error:
        trouble.show(error)
        return
    if lane.sure.total:
        with st.container(border=True, gap="xsmall", key="acute_lane"):
            _head("e911_emergency", words.say("acute-open", n=lane.sure.total), "red", "acute-no-substitute")
            _side_by_side(lane.sure.messages, lane)
            _rest(lane.sure, "acute_rest")
    if lane.maybe.total:
        with st.container(border=True, gap="xsmall", key="acute_maybe"):
            _head("contrast", words.say("acute-maybe", n=lane.maybe.total), "orange", "acute-maybe-why")
            _side_by_side(lane.maybe.messages, lane)
            _rest(lane.maybe, "maybe_rest")


@st.fragment(run_every=LOOK_SECONDS)
def brief() -> None:
    """Where the lane itself has no room: how many wait, and the way to them."""
    try:
        with identity.looking() as (work, person):
            sure, maybe = (_count(work, person, abstained=kind) for kind in (False, True))
    except StreifeError as error:
        trouble.show(error)
        return
    told = words.say("acute-open", n=sure) if sure else words.say("acute-maybe", n=maybe)
    symbol, colour = LOOK[bool(sure)]
    label = say.coloured(words.joined(say.icon(symbol), told, by=" "), colour)
    if (sure or maybe) and st.button(label, key="acute_brief", type="tertiary"):
        address.open_message(None)
        st.switch_page(TRIAGE)


def _count(work: Work, person: Person, *, abstained: bool) -> int:
    return sum(worklist.counts(work, person, replace(WAITING, abstained=abstained)).values())


def _read(work: Work, person: Person) -> Lane:
    sure, maybe = (
        _half(work, person, MOST_SURE, abstained=False),
        _half(work, person, MOST_MAYBE, abstained=True),
    )
    drawn = [*sure.messages, *maybe.messages]
    ids = [m.id for m in drawn]
    known = {a.message_id: a for a in work.find(Assessment, message_id=ids)} if ids else {}
    return Lane(sure, maybe, known, around(work, person, drawn))


def _half(work: Work, person: Person, most: int, *, abstained: bool) -> Half:
    """The oldest of one kind: a hundred cards would slow every click, so the title counts the rest."""
    limit = MOST_AT_ALL if st.session_state.get(ALL) else most
    query = replace(WAITING, abstained=abstained, limit=limit + 1)
    found = worklist.page(work, person, query)
    total = sum(worklist.counts(work, person, query).values()) if len(found) > limit else len(found)
    return Half(found[:limit], total)


def _head(symbol: str, title: Words, colour: Colour, why: str) -> None:
    with say.row(spread=True):
        say.line(say.coloured(say.strong(words.joined(say.icon(symbol), title, by=" ")), colour))
        say.meta(words.say(why))


def _rest(half: Half, key: str) -> None:
    """One step to those that are not drawn; they stand first in the queue, too."""
    left = half.total - len(half.messages)
    if left and not st.session_state.get(ALL):
        if st.button(words.say("acute-rest", n=left), key=key):
            st.session_state[ALL] = True
            st.rerun()
    elif left:
        say.meta(words.say("acute-in-queue", n=left))


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
    stranger.excerpt(message.text, verdict.spans(assessment))


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
