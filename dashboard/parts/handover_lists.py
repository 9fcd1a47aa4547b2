"""Hand-overs in short: in work, ended, and what became of those I gave away."""

from collections.abc import Sequence

import streamlit as st

from casework import handover
from casework.record import Handover, HandoverState, Outcome
from dashboard import times, words
from dashboard.parts import badges, dialogs, handover_cards, say, stranger, trouble
from dashboard.parts.handover_desk import ENDED_SHOWN, HandoverDesk

UNDERWAY = (HandoverState.WAITING, HandoverState.ACCEPTED)


def working(desk: HandoverDesk) -> None:
    """What I accepted, with the button that says what became of it."""
    with st.container(border=True, gap="small"):
        say.heading(words.say("in-work"), words.number(len(desk.accepted)))
        if not desk.accepted:
            say.meta(words.say("in-work-none"), stretch=True)
        for one in desk.accepted:
            with st.container(gap="xxsmall"):
                _words(one, desk)
                with say.row(spread=True):
                    handover_cards.due(one, desk.around)
                    with say.group():
                        if st.button(words.say("finish"), key=f"finish_{one.id}", icon=say.icon("done_all")):
                            finish(one)
                        if st.button(words.say("give-back"), key=f"back_{one.id}", type="tertiary"):
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
    underway = sorted((h for h in desk.sent if h.state in UNDERWAY), key=lambda h: h.due_at)
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


def finish(one: Handover) -> None:
    """Say what became of it."""

    @st.dialog(words.text("finish"), icon=say.icon("done_all"))
    def form() -> None:
        outcome = st.radio(words.text("form-outcome"), list(Outcome), format_func=words.label, index=None)
        note = st.text_area(words.text("form-outcome-note"))
        if not dialogs.send("finish", outcome) or outcome is None:
            return
        if trouble.attempt(lambda work, person: handover.finish(work, person, one.id, outcome, note or "")):
            st.rerun()

    form()


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
