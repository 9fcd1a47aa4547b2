"""What became of a message: decisions, hand-overs, wordings, and who read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from casework.message import Version
from casework.reading import Opened
from casework.record import GONE_BACK, AuditEntry, CaseItem, Choice, Decision, Handover, HandoverState
from dashboard import times, words
from dashboard.parts import say, stranger
from dashboard.parts.around import Around
from dashboard.words import Words

CHOICE_ICON = {
    Choice.TIP: "lightbulb",
    Choice.DISMISS: "done",
    Choice.CORRECT: "edit",
    Choice.ACKNOWLEDGE: "call",
    Choice.ANSWER: "reply",
    Choice.REOPEN: "undo",
    Choice.HARMLESS: "fact_check",
    Choice.UNDO: "undo",
}
READ_ALONG_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the history; `note` is somebody's own words."""

    at: datetime
    icon: str
    what: Words
    note: str = ""


def readers(entries: Sequence[AuditEntry], around: Around) -> list[str]:
    """Names of others who opened the message within the last quarter of an hour."""
    seconds = READ_ALONG_MINUTES * times.MINUTE
    recent = {e.actor for e in entries if e.act == "read" and (around.now - e.at).total_seconds() < seconds}
    return sorted(around.called(login) for login in recent - {around.person.login})


def returned(opened: Opened) -> Handover | None:
    """The hand-over that came back last, when none went out since."""
    last = opened.letter.handovers[-1] if opened.letter.handovers else None
    return last if last and last.state is HandoverState.RETURNED else None


def show(
    opened: Opened, around: Around, entries: Sequence[AuditEntry] = (), *, covered: bool = False
) -> None:
    """The history in a fold, the newest first; notes, which may quote, are `covered` with the words."""
    steps = [*_steps(opened, around), *_reopened(entries, opened.message.id)]
    steps.sort(key=lambda step: step.at, reverse=True)
    if steps:
        with st.expander(words.say("history", n=len(steps)), icon=say.icon("history"), expanded=True):
            for step in steps:
                _line(step, around.now, covered=covered)


def wordings(versions: Sequence[Version], now: datetime) -> None:
    """All wordings of an edited message, the newest first."""
    with st.expander(words.say("wordings", n=len(versions)), icon=say.icon("history_edu")):
        for version in reversed(versions):
            say.meta(words.say("wording", n=version.version, when=times.moment(version.received_at, now)))
            stranger.text(version.text)


def _line(step: Step, now: datetime, *, covered: bool) -> None:
    with st.container(gap="xxsmall"):
        what = words.joined(say.coloured(say.icon(step.icon), "gray"), step.what, by=" ")
        say.timed(times.moment(step.at, now), what)
        if step.note and covered:
            say.meta(words.joined(say.icon("visibility_off"), words.say("note-covered"), by=" "))
        elif step.note:
            stranger.quote(step.note)


def _steps(opened: Opened, around: Around) -> list[Step]:
    steps = [_decided(d, around) for d in opened.decisions]
    for handover in opened.letter.handovers:
        steps += _handed(handover, around)
    for item in opened.items:
        steps += _bound(item, around)
    return steps


def _reopened(entries: Sequence[AuditEntry], message_id: int) -> list[Step]:
    said = {"reopened_by_edit": "did-reopen-by-edit", "reopened_by_verdict": "did-reopen-by-verdict"}
    mine = [e for e in entries if e.act in said and e.subject == f"message:{message_id}"]
    return [Step(e.at, "undo", words.say(said[e.act])) for e in mine]


def _decided(decision: Decision, around: Around) -> Step:
    said = words.say(f"did-{decision.choice.value}", who=around.name(decision.officer_id))
    return Step(decision.decided_at, CHOICE_ICON[decision.choice], said, decision.reason)


def _bound(item: CaseItem, around: Around) -> list[Step]:
    steps = [Step(item.added_at, "shield_person", words.say("did-bind", who=around.name(item.added_by)))]
    if item.released_at:
        who = around.name(item.released_by or 0)
        steps.append(Step(item.released_at, "undo", words.say("did-release", who=who), item.release_reason))
    return steps


def _handed(handover: Handover, around: Around) -> list[Step]:
    sender, receiver = around.name(handover.from_id), around.name(handover.to_id)
    gave = words.say("did-hand-over", who=sender, to=receiver)
    steps = [Step(handover.handed_over_at, "move_to_inbox", gave, handover.note)]
    back = handover.state in GONE_BACK
    if handover.answered_at and not (handover.answered_at == handover.ended_at and back):
        steps.append(Step(handover.answered_at, "check", words.say("did-accept", who=receiver)))
    if handover.ended_at and handover.state is HandoverState.RETURNED:
        came = words.say("did-return", who=receiver)
        steps.append(Step(handover.ended_at, "undo", came, handover.reason))
    elif handover.ended_at and handover.state is HandoverState.WITHDRAWN:
        steps.append(Step(handover.ended_at, "undo", words.say("did-withdraw", who=sender)))
    elif handover.ended_at and handover.state is HandoverState.MOVED:
        away = words.say("did-move", who=receiver)
        steps.append(Step(handover.ended_at, "move_up", away, handover.reason))
    elif handover.ended_at and handover.outcome:
        ended = words.say("did-finish", who=receiver, outcome=words.label(handover.outcome))
        steps.append(Step(handover.ended_at, "done_all", ended, handover.reason))
    return steps
