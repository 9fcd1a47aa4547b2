"""Hand-overs in short: in work, ended, and what became of those I gave away."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from casework.record import ON_ITS_WAY, Handover, HandoverState
from dashboard import times, words
from dashboard.parts import badges, handover_cards, handover_talk, say, stranger
from dashboard.parts.handover_desk import ENDED_SHOWN, HandoverDesk

UNDERWAY = ON_ITS_WAY


def working(desk: HandoverDesk) -> None:
    """What I accepted, with the button that says what became of it."""
    with st.container(border=True, gap="small"):
        say.heading(words.say("in-work"), words.number(len(desk.accepted)))
        if not desk.accepted:
            say.meta(words.say("in-work-none"), stretch=True)
        for one in desk.accepted:
            with st.container(gap="xxsmall"):
                _words(one, desk)
                handover_talk.show(desk.questions.get(one.id, ()), desk.around)
                handover_cards.due(one, desk.around)
                with say.row():
                    if st.button(words.say("finish"), key=f"finish_{one.id}", icon=say.icon("done_all")):
                        handover_talk.outcome_form(one, desk.messages[one.message_id], desk.around)
                    handover_cards.ask_back(one)
                    if st.button(
                        words.say("give-back"), key=f"back_{one.id}", icon=say.icon("undo"), type="tertiary"
                    ):
                        handover_cards.give_back(one)


def asked(desk: HandoverDesk) -> None:
    """What waits for an answer of the sender."""
    if not desk.asked:
        return
    with st.container(border=True, gap="small"):
        say.heading(words.say("asked-back"), words.number(len(desk.asked)))
        for one in desk.asked:
            with st.container(gap="xxsmall"):
                _words(one, desk)
                handover_talk.show(desk.questions.get(one.id, ()), desk.around)
                with say.row(spread=True):
                    handover_cards.due(one, desk.around)
                    if st.button(
                        words.say("give-back"), key=f"back_{one.id}", icon=say.icon("undo"), type="tertiary"
                    ):
                        handover_cards.give_back(one)


def ended(desk: HandoverDesk) -> None:
    """What I finished last."""
    done = [h for h in desk.mine if h.state is HandoverState.DONE and h.message_id in desk.messages]
    if not done:
        return
    with st.container(border=True, gap="small"):
        number = sum(h.state is HandoverState.DONE for h in desk.mine)
        say.heading(words.say("finished"), words.number(number))
        for one in sorted(done, key=lambda h: h.ended_at or h.handed_over_at, reverse=True)[:ENDED_SHOWN]:
            with st.container(gap="xxsmall"):
                _words(one, desk)
                _outcome(one, desk)


def sent(desk: HandoverDesk) -> None:
    """What became of mine: on its way, the earliest deadline first; and what came of the others."""
    underway = sorted((h for h in desk.sent if h.state in UNDERWAY), key=_foremost)
    left, right = st.columns(2, gap="medium")
    with left:
        say.heading(words.say("underway"), words.number(len(underway)))
        if not underway:
            say.meta(words.say("underway-none"), stretch=True)
        _sent(underway, desk)
    with right:
        ended = [h for h in desk.sent if h.state not in UNDERWAY]
        say.heading(words.say("came-of-it"), words.number(len(ended)))
        if not ended:
            say.meta(words.say("came-of-it-none"), stretch=True)
        _sent(ended, desk)


def _foremost(one: Handover) -> tuple[bool, datetime]:
    """Where the reader must answer comes first."""
    return (one.state is not HandoverState.ASKED, one.due_at)


def _sent(some: Sequence[Handover], desk: HandoverDesk) -> None:
    for one in some:
        with st.container(border=True, gap="xxsmall", key=f"sent_{one.id}"):
            with say.row(spread=True):
                with say.group():
                    badges.of(one.state)
                    badges.intent(desk.messages[one.message_id])
                    say.meta(words.say("to-whom", who=desk.around.name(one.to_id)))
                if one.state in UNDERWAY:
                    handover_cards.due(one, desk.around)
                else:
                    say.meta(times.moment(one.ended_at or one.handed_over_at, desk.around.now))
            _words(one, desk)
            _outcome(one, desk)
            questions = desk.questions.get(one.id, ())
            handover_talk.show(questions, desk.around)
            if one.state in UNDERWAY:
                handover_talk.waits_for_sender(one, questions)
            elif one.state is HandoverState.DONE:
                handover_talk.tell_citizen(one, desk.messages[one.message_id], desk.around)


def _words(one: Handover, desk: HandoverDesk) -> None:
    message = desk.messages[one.message_id]
    if desk.around.masks(message):
        covered = words.say("masked", n=len(message.text))
        say.meta(words.joined(say.icon("visibility_off"), covered, by=" "))
    else:
        stranger.text(message.text, one_line=True)


def _outcome(one: Handover, desk: HandoverDesk) -> None:
    if one.outcome:
        ended_at = times.moment(one.ended_at or one.handed_over_at, desk.around.now)
        said = words.joined(words.label(one.outcome), ended_at)
        say.meta(words.joined(say.icon("done_all"), said, by=" "), colour="green")
    if one.reason:
        stranger.quote(one.reason)
