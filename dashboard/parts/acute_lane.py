"""Emergencies that nobody has acknowledged: on top of triage, never masked, never folded, never filtered.

Those the verdict stands by come first and large; those where it abstains follow in a place of their own.
The strip of every page lies behind the lane and takes its place once the lane is scrolled away.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from casework import described, worklist
from casework.assessment import Assessment
from casework.emergencies import Half
from casework.errors import StreifeError
from casework.escalation import Rung
from casework.labels import Intent
from casework.message import Message
from dashboard import identity, times, words
from dashboard.parts import acute_clock, acute_strip, badges, say, stranger, trouble, verdict
from dashboard.parts.acute_strip import LOOK_SECONDS, Seen
from dashboard.parts.say import Colour
from dashboard.words import Words

SIDE_BY_SIDE = 2
MOST_SURE, MOST_MAYBE, MOST_AT_ALL = 10, 4, 100
ALL = "acute_all"


@st.fragment(run_every=LOOK_SECONDS)
def show() -> None:
    """The lane, read anew every few seconds without touching the rest of the page."""
    if st.session_state.pop(acute_strip.AFRESH, False):
        st.rerun()
    everything = bool(st.session_state.get(ALL))
    most = (MOST_AT_ALL, MOST_AT_ALL) if everything else (MOST_SURE, MOST_MAYBE)
    seen = acute_strip.look(*most)
    if seen is None:
        return
    acute_strip.draw(seen, lane=True)
    if seen.found.total:
        _draw(seen)


def _draw(seen: Seen) -> None:
    try:
        verdicts = _verdicts(seen.found.messages)
    except StreifeError as error:
        trouble.show(error)
        return
    with st.container(gap="small", key="acute_cover"):
        if seen.found.sure.total:
            with st.container(border=True, gap="xsmall", key="acute_lane"):
                title = words.say("acute-open", n=seen.found.sure.total)
                _head("e911_emergency", title, "red", "acute-no-substitute", seen)
                _half(seen.found.sure, seen, verdicts, "acute_rest")
        if seen.found.maybe.total:
            with st.container(border=True, gap="xsmall", key="acute_maybe"):
                title = words.say("acute-maybe", n=seen.found.maybe.total)
                _head("contrast", title, "orange", "acute-maybe-why")
                _half(seen.found.maybe, seen, verdicts, "maybe_rest")


def _verdicts(messages: Sequence[Message]) -> Mapping[int, Assessment]:
    with identity.looking() as (work, _):
        return {a.message_id: a for a in work.find(Assessment, message_id=[m.id for m in messages])}


def _head(symbol: str, title: Words, colour: Colour, why: str, rings: Seen | None = None) -> None:
    with say.row(spread=True):
        say.line(say.coloured(say.strong(words.joined(say.icon(symbol), title, by=" ")), colour))
        with say.group():
            say.meta(words.say(why))
            if rings is not None:
                acute_strip.ring(rings)


def _half(half: Half, seen: Seen, verdicts: Mapping[int, Assessment], key: str) -> None:
    width = min(SIDE_BY_SIDE, len(half.messages)) or 1
    for start in range(0, len(half.messages), width):
        columns = st.columns(width, gap="medium")
        for column, message in zip(columns, half.messages[start : start + width], strict=False):
            with column, st.container(gap="xxsmall"):
                _one(message, seen, verdicts.get(message.id))
    _rest(half, key)


def _rest(half: Half, key: str) -> None:
    """One step to those that are not drawn; they stand first in the queue, too."""
    left = half.total - len(half.messages)
    if left and not st.session_state.get(ALL):
        st.button(
            words.say("acute-rest", n=left), key=key, on_click=st.session_state.update, args=[{ALL: True}]
        )
    elif left:
        say.meta(words.say("acute-in-queue", n=left))


def _one(message: Message, seen: Seen, assessment: Assessment | None) -> None:
    with say.row(spread=True):
        with say.group():
            acute_clock.show(seen.found.waits_since(message), seen.around.now)
            badges.hostility(message.hostility, 1)
            platform = words.label(seen.around.accounts[message.account_id].platform)
            say.meta(words.joined(platform, _because(message, assessment)))
        with say.group():
            acute_strip.acknowledge(message, "", opens=True)
            acute_strip.open_it(message, "acute")
    _passed_on(message, seen)
    for said in verdict.together(None if message.corrected else assessment):
        say.meta(said, stretch=True)
    spans, begin = verdict.spans(assessment), len(message.text) + 1
    stranger.excerpt(message.text, spans)
    if beside := [(start - begin, end - begin) for start, end in spans if start >= begin]:
        stranger.excerpt(described.description(message), beside)


def _passed_on(message: Message, seen: Seen) -> None:
    """Whom it was passed on to, and where nobody is on standby, that too."""
    step = (seen.found.steps or {}).get(message.id)
    if step is None:
        return
    names = words.joined(*(seen.around.name(i) for i in step.officer_ids), by=", ")
    when = times.clock(step.escalated_at)
    if step.rung is Rung.NOBODY:
        said = words.say("acute-nobody", when=when)
    else:
        key = "acute-heads" if step.rung is Rung.HEADS else "acute-called"
        said = words.say(key, names=names, when=when, step=step.step)
    say.meta(words.joined(say.icon("campaign"), said, by=" "), colour="orange")


def _because(message: Message, assessment: Assessment | None) -> Words:
    """Why the message stands here."""
    if message.corrected or assessment is None:
        return words.say("acute-by-hand")
    if assessment.verdict.failed:
        return words.say("verdict-unread")
    share = words.percent(assessment.verdict.intent_scores.get(Intent.EMERGENCY, 0.0))
    if worklist.certain(message):
        return words.say("acute-sure", share=share)
    return words.say("acute-unsure", label=words.label(assessment.verdict.intent), share=share)
