"""Answers that wait for the reader's four eyes: a strip that says how many, and each one to decide about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from casework import approval
from casework.answering import Reply, ReplyState
from casework.approval import Asked
from casework.errors import StreifeError
from casework.four_eyes import Approval
from casework.people import Person
from casework.ports import Work
from dashboard import address, identity, times, words
from dashboard.parts import message_card, say, stranger, trouble
from dashboard.parts.around import Around, around
from dashboard.parts.dialog import dialog
from dashboard.texts import changed_ranges
from dashboard.view import APPROVAL, asked_approval

DONE = "done"
OPENED = "approval_opened"
WANTED = "approval_wanted"


@dataclass(frozen=True, slots=True)
class View:
    """One approval as it is shown, what stands around it, and how many wait in all."""

    asked: Asked
    around: Around
    waiting: int


def strip() -> None:
    """Nothing where nothing waits; what a notice led to opens by itself, once."""
    if linked := asked_approval(st.query_params):
        address.put(APPROVAL, "")
        st.session_state[WANTED] = linked
        st.session_state.pop(OPENED, None)
        show()
    with identity.looking() as (work, person):
        waiting = approval.mine(work, person)
    if not waiting:
        return
    with st.container(border=True, key="approvals"), say.row(spread=True):
        said = words.joined(say.icon("group"), words.say("approvals-wait", n=len(waiting)), by=" ")
        say.line(say.coloured(say.strong(said), "orange"))
        if st.button(words.say("approvals-look"), key="approvals_look", icon=say.icon("visibility")):
            st.session_state.pop(OPENED, None)
            st.session_state.pop(WANTED, None)
            show()


def show() -> None:
    """The one that waits longest: the message, the words, what changed; approve or return with a reason."""

    @dialog(words.text("approval"), icon=say.icon("group"), width="large", on_dismiss="rerun")
    def form() -> None:
        try:
            view = _look()
        except StreifeError as error:
            trouble.show(error)
            return
        _gone(view)
        if view is None:
            say.line(words.joined(say.icon("done_all"), words.say("approvals-none"), by=" "))
            return
        _head(view)
        left, right = st.columns(2, gap="medium")
        with left:
            _message(view)
        with right:
            _answer(view)
        _decide(view)

    form()


def _look() -> View | None:
    """Each opening is logged once as a read of the message, and other words of it anew."""
    with identity.looking() as (work, person):
        waiting = approval.mine(work, person)
        if not waiting:
            return None
        first = _first(waiting)
        again = approval.again(work, person, first)
        seen = (first, again.message.version, person.id)
        if st.session_state.get(OPENED) == seen:
            return _view(work, person, again, len(waiting))
    with identity.at_work() as (work, person):
        view = _view(work, person, approval.look(work, person, first), len(waiting))
    st.session_state[OPENED] = seen
    return view


def _first(waiting: Sequence[Approval]) -> int:
    """What a notice led to, while it waits; else what waits longest."""
    wanted = st.session_state.get(WANTED)
    return next((one.id for one in waiting if one.id == wanted), waiting[0].id)


def _gone(view: View | None) -> None:
    """Somebody followed a notice to an answer that waits no more: that is said, and the next one shown."""
    wanted = st.session_state.get(WANTED)
    if wanted is not None and (view is None or view.asked.approval.id != wanted):
        said = words.joined(say.icon("info"), words.say("approval-gone"), by=" ")
        say.meta(said, colour="orange", stretch=True)


def _view(work: Work, person: Person, asked: Asked, waiting: int) -> View:
    near = around(work, person, [asked.message], {asked.approval.writer_id})
    return View(asked, near, waiting)


def _head(view: View) -> None:
    asked, near = view.asked, view.around
    when = times.moment(asked.approval.asked_at, near.now)
    said = words.say("approval-asks", who=near.name(asked.approval.writer_id), when=when)
    with say.row(spread=True):
        say.meta(said)
        if view.waiting > 1:
            say.meta(words.say("approval-more", n=view.waiting - 1))


def _message(view: View) -> None:
    message, near = view.asked.message, view.around
    say.small_heading(words.say("approval-message"))
    with st.container(border=True, gap="xsmall"):
        say.meta(words.joined(near.source(message), times.moment(message.sent_at, near.now)), stretch=True)
        stranger.name(message.author.name or message.author.handle)
        message_card.words_of(message, near)


def _answer(view: View) -> None:
    """The words that would go out; where others were asked for before, what is new in them is marked."""
    asked = view.asked.approval
    before = next(iter(view.asked.before), None)
    say.small_heading(words.say("approval-answer"))
    with st.container(border=True, gap="xsmall"):
        say.meta(words.say(f"way-{asked.kind.value}-who"))
        if before is None or before.text == asked.text:
            stranger.text(asked.text)
        else:
            stranger.marked(asked.text, changed_ranges(before.text, asked.text))
    if before is not None:
        with st.expander(words.say("approval-before"), icon=say.icon("difference"), key="approval_before"):
            stranger.marked(before.text, changed_ranges(asked.text, before.text))
            if before.reason:
                stranger.quote(before.reason, words.say("form-reason"))


def _decide(view: View) -> None:
    one = view.asked.approval.id
    reason = st.text_area(
        words.text("form-decline"), height=80, max_chars=approval.LONGEST_REASON, key=f"decline_reason_{one}"
    )
    with say.row():
        given = st.button(
            words.say("approve"), type="primary", key=f"approve_{one}", icon=say.icon("done_all")
        )
        declined = st.button(words.say("decline"), key=f"decline_{one}", icon=say.icon("undo"))
    if given:
        _approve(one)
    elif declined and not (reason or "").strip():
        said = words.joined(say.icon("info"), words.say("decline-why"), by=" ")
        say.meta(said, colour="orange")
    elif declined:
        _end(lambda work, person: approval.decline(work, person, one, reason or ""), "done-decline")


def _approve(approval_id: int) -> None:
    """Where the message was edited meanwhile, nothing goes out: that is said."""
    ended: list[Reply] = []
    if trouble.attempt(lambda work, who: ended.append(approval.approve(work, who, approval_id))):
        goes = ended[-1].state is ReplyState.QUEUED
        _ended("done-approve" if goes else "done-approve-late")


def _end(act: Callable[[Work, Person], object], told: str) -> None:
    if trouble.attempt(act):
        _ended(told)


def _ended(told: str) -> None:
    st.session_state.pop(WANTED, None)
    st.session_state[DONE] = (told, 0)
    st.rerun()
