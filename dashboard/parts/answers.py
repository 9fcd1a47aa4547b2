"""The answers to an open message: what was written, where each stands, and what kept one from going out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from casework import answering, approval, four_eyes
from casework.answering import Reply, ReplyState
from casework.errors import StreifeError
from casework.four_eyes import Approval, ApprovalState
from casework.people import Person
from casework.ports import Work
from casework.reading import letter
from casework.roles import Act, demand, may
from dashboard import identity, times, words
from dashboard.parts import say, stranger, trouble
from dashboard.parts.acute_strip import LOOK_SECONDS
from dashboard.parts.around import Around, around
from dashboard.parts.say import Colour
from dashboard.words import Words

DONE = "done"
ON_ITS_WAY = (ReplyState.WAITING, ReplyState.QUEUED, ReplyState.SENDING)
WRITERS_ALONE = (ReplyState.DRAFT, ReplyState.DECLINED)
TAKEN_BACK = (ReplyState.WAITING, ReplyState.QUEUED)
LOOK: dict[ReplyState, tuple[str, Colour]] = {
    ReplyState.DRAFT: ("edit_note", "gray"),
    ReplyState.WAITING: ("hourglass_top", "orange"),
    ReplyState.DECLINED: ("rate_review", "orange"),
    ReplyState.QUEUED: ("schedule_send", "orange"),
    ReplyState.SENDING: ("send", "blue"),
    ReplyState.SENT: ("done_all", "green"),
    ReplyState.FAILED: ("error", "red"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """The answers, the newest first, and who looked at them; `mine`: whether the reader may take one back.

    `able` has, by approval that is waited for, the officers who can give it now.
    """

    replies: Sequence[Reply]
    approvals: Mapping[int, Approval]
    able: Mapping[int, Sequence[int]]
    mine: bool
    around: Around


def show(message_id: int) -> None:
    """Every answer; while one is on its way, they are looked at anew every few seconds."""
    told = _looked(message_id)
    if told is None or not told.replies:
        return
    if any(reply.state in ON_ITS_WAY for reply in told.replies):
        _watched(message_id)
    else:
        _draw(told)


@st.fragment(run_every=LOOK_SECONDS)
def _watched(message_id: int) -> None:
    told = _looked(message_id)
    if told is not None:
        _draw(told)


def _looked(message_id: int) -> Told | None:
    try:
        with identity.looking() as (work, person):
            return _read(work, person, message_id)
    except StreifeError as error:
        trouble.show(error)
        return None


def _read(work: Work, person: Person, message_id: int) -> Told:
    """A draft is its writer's alone, as is what was declined; an empty one is none."""
    found = letter(work, message_id)
    demand(person, Act.READ_MESSAGE, found)
    kept = work.find(Reply, message_id=message_id)
    replies = [r for r in kept if r.state not in WRITERS_ALONE or (r.officer_id == person.id and r.text)]
    looks = approval.latest(work, [reply.id for reply in replies])
    concerned = {r.officer_id for r in replies} | {one.approver_id for one in looks.values()}
    near = around(work, person, (), concerned)
    wanted = [one for one in looks.values() if one.state is ApprovalState.WANTED]
    able = {one.id: [officer.id for officer in four_eyes.releasers(work, one)] for one in wanted}
    return Told(replies[::-1], looks, able, may(person, Act.ANSWER, found), near)


def _draw(told: Told) -> None:
    title = words.say("answers", n=len(told.replies))
    with st.expander(title, icon=say.icon("reply_all"), expanded=True, key="answers"):
        for reply in told.replies:
            with st.container(gap="xxsmall", key=f"answer_{reply.id}"):
                _head(reply, told)
                stranger.text(reply.text)
                _four_eyes(told.approvals.get(reply.id), told)
                _outcome(reply, told.around)


def _head(reply: Reply, told: Told) -> None:
    symbol, colour = LOOK[reply.state]
    with say.row(spread=True):
        with say.group():
            say.badge(words.label(reply.state), symbol, colour)
            if reply.automatic:
                say.badge(words.say("answer-automatic"), "smart_toy", "gray")
            way = words.say(f"way-{reply.kind.value}")
            say.meta(words.joined(way, told.around.name(reply.officer_id), _when(reply, told.around)))
        if told.mine and reply.state in TAKEN_BACK and _pressed(reply):
            _take_back(reply)


def _when(reply: Reply, near: Around) -> Words:
    if reply.sent_at:
        return words.say("answer-went-out", when=times.moment(reply.sent_at, near.now))
    return words.say("answer-written", when=times.moment(reply.created_at, near.now))


def _four_eyes(look: Approval | None, told: Told) -> None:
    """Who is asked to look, or looked, and when; where that one is gone, whether anybody still can."""
    if look is None or look.state is ApprovalState.WITHDRAWN:
        return
    near, key = told.around, _look_key(look, told)
    when = times.moment(look.ended_at or look.asked_at, near.now)
    said = words.say(key, who=near.name(look.approver_id), when=when)
    colour: Colour = "green" if look.state is ApprovalState.GIVEN else "orange"
    say.meta(words.joined(say.icon("group"), said, by=" "), colour="red" if key == "look-nobody" else colour)


def _look_key(look: Approval, told: Told) -> str:
    able = told.able.get(look.id)
    if able is None or look.approver_id in able:
        return f"look-{look.state.value}"
    return "look-open" if able else "look-nobody"


def _outcome(reply: Reply, near: Around) -> None:
    """Where it stands on the network, or why it does not; both in words that are not ours."""
    if reply.reason:
        stranger.quote(reply.reason, words.say("form-reason"))
    if reply.state is ReplyState.QUEUED and reply.attempts and reply.next_try_at:
        say.meta(words.say("answer-next-try", when=times.moment(reply.next_try_at, near.now)))
    if reply.url:
        stranger.text(reply.url, one_line=True)
    if reply.seen_at:
        said = words.say("answer-seen", when=times.moment(reply.seen_at, near.now))
        say.meta(words.joined(say.icon("visibility"), said, by=" "))


def _pressed(reply: Reply) -> bool:
    return st.button(
        words.say("answer-take-back"), key=f"take_back_{reply.id}", icon=say.icon("undo"), type="tertiary"
    )


def _take_back(reply: Reply) -> None:
    if trouble.attempt(lambda work, person: answering.cancel(work, person, reply.id)):
        st.session_state[DONE] = ("done-take-back", 0)
        st.rerun()
