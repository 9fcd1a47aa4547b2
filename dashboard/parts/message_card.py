"""One message opened: the person first, then the machine's suggestion, the thread and the history."""

from collections.abc import Sequence

import streamlit as st

from casework.message import Message, State
from casework.people import Grant, Officer, Role
from casework.ports import Work
from casework.reading import Opened
from casework.record import AuditEntry
from casework.roles import Act, may
from dashboard import desk, times, view, words
from dashboard.parts import (
    acute_steps,
    answers,
    attachments,
    badges,
    care,
    dialogs,
    frame,
    history,
    holding,
    masking,
    page_capture,
    read_past,
    reread,
    say,
    stranger,
    verdict,
)
from dashboard.parts.around import Around
from dashboard.parts.stranger import Span
from dashboard.words import Words


def show(
    opened: Opened,
    around: Around,
    entries: Sequence[AuditEntry],
    helpers: Sequence[Officer],
) -> None:
    """The whole pane; `helpers` are colleagues who take over abuse aimed at the reader."""
    message = opened.message
    with st.container(gap="xsmall", key="message"):
        _head(message, around, entries)
        _came_back(opened, around)
        care.about(message, around, helpers)
        if opened.asked:
            reread.ask(message)
        assessment = verdict.newest(message, opened.assessments)
        with st.container(border=True, gap="xsmall"):
            _author(message)
            hits = desk.matches(message.text, view.from_address(st.query_params).search)
            spans = verdict.spans(assessment)
            shown = words_of(message, around, spans, hits, shortcut=frame.shortcut("T"))
            _beside(opened, around, spans, shown=shown)
        if shown and len(opened.versions) > 1:
            history.wordings(opened.versions, around.now)
        _verdict_head(message, decides=may(around.person, Act.DECIDE, opened.letter))
        verdict.show(message, assessment)
        _thread(opened, around)
        history.show(opened, around, entries, covered=not shown)
        holding.show(opened, around, covered=not shown)
        acute_steps.show(message)
        answers.show(message.id)


def words_of(
    message: Message,
    around: Around,
    spans: Sequence[Span] = (),
    hits: Sequence[Span] = (),
    shortcut: str | None = None,
) -> bool:
    """The message's words, covered first where the reader wants it so; whether they are shown.

    `spans` moved the verdict, `hits` were searched for.
    """
    if masking.covered(message, around, shortcut):
        return False
    if spans or hits:
        stranger.marked(message.text, spans, hits)
    else:
        stranger.text(message.text)
    return True


def helpers(work: Work, station_id: int, own_id: int) -> list[Officer]:
    """Case officers of the station other than the reader."""
    grants = work.find(Grant, role=Role.CASE_OFFICER, station_id=station_id)
    ids = sorted({g.officer_id for g in grants} - {own_id})
    return [o for o in work.find(Officer, id=ids) if o.active] if ids else []


def _beside(opened: Opened, around: Around, spans: Sequence[Span], *, shown: bool) -> None:
    """Disguised words and attachments stay covered with the words; how the page stands is ours to say."""
    if shown:
        read_past.show(opened.message.text)
        attachments.show(opened, spans)
    page_capture.show(opened, around)


def _verdict_head(message: Message, *, decides: bool) -> None:
    with say.row(spread=True):
        say.small_heading(words.say("verdict"))
        if decides and st.button(
            words.say("correct"),
            key="do_correct",
            icon=say.icon("edit"),
            type="tertiary",
            shortcut=frame.shortcut("B"),
        ):
            dialogs.correct(message)


def _head(message: Message, around: Around, entries: Sequence[AuditEntry]) -> None:
    with say.row(spread=True):
        st.header(around.source(message), anchor=False, width="content")
        along = history.readers(entries, around)
        if along:
            said = words.say("reads-along", who=", ".join(along))
            say.meta(words.joined(say.icon("visibility"), said, by=" "))
    sent = say.small(times.moment(message.sent_at, around.now))
    say.line(words.joined(badges.of_message(message), sent, by=" "), stretch=True)


def _came_back(opened: Opened, around: Around) -> None:
    back = history.returned(opened)
    if back is None or opened.message.state is not State.OPEN:
        return
    with st.container(border=True, gap="xxsmall", key="came_back"):
        said = words.say("came-back", who=around.name(back.to_id))
        say.line(say.coloured(words.joined(say.icon("undo"), said, by=" "), "orange"))
        stranger.text(back.reason)


def _author(message: Message) -> None:
    with say.row(gap="xsmall"):
        say.line(say.icon("person"))
        stranger.name(message.author.name or message.author.handle)
        if message.author.name:
            say.meta(_handle(message))


def _handle(message: Message) -> Words:
    return words.quoted(f"@{message.author.handle}"[: stranger.NAME_LENGTH])


def _thread(opened: Opened, around: Around) -> None:
    if not opened.thread:
        return
    title = words.say("thread", n=len(opened.thread))
    with st.expander(title, icon=say.icon("forum"), expanded=True):
        for message in opened.thread:
            with st.container(gap="xxsmall"):
                with say.row():
                    say.meta(times.moment(message.sent_at, around.now))
                    stranger.name(message.author.name or message.author.handle)
                    badges.hostility(message.hostility, 2)
                words_of(message, around)
