"""One case opened: the person first, then the clock, the evidence, the messages and the timeline."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from casework import capture
from casework import case as casebook
from casework.capture_record import Capture
from casework.message import Message, Version
from casework.people import Person
from casework.ports import Work
from casework.record import AuditEntry, Case, CaseItem, CaseState
from casework.roles import Act, may
from dashboard import address, times, words
from dashboard.parts import (
    badges,
    case_applications,
    case_blackening,
    case_clock,
    case_elements,
    case_export,
    case_leaving,
    case_list,
    case_offender,
    case_release,
    case_result,
    case_timeline,
    dialogs,
    frame,
    message_card,
    page_capture,
    say,
    stranger,
    trouble,
)
from dashboard.parts.around import Around, around
from dashboard.parts.case_applications import Applications
from dashboard.parts.case_blackening import Blackening
from dashboard.parts.case_elements import Elements
from dashboard.parts.case_leaving import Leaving
from dashboard.parts.case_list import Fact
from dashboard.parts.case_result import Results
from dashboard.parts.dialog import dialog


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with all that its page shows; `messages` in the words that were bound."""

    case: Case
    items: list[CaseItem]
    released: list[CaseItem]
    messages: dict[int, Message]
    fact: Fact
    entries: list[AuditEntry]
    around: Around
    works: bool
    pages: dict[int, Capture | None]
    leaving: Leaving
    results: Results
    blackening: Blackening
    applications: Applications
    elements: Elements


def read(work: Work, person: Person, found: Case, items: list[CaseItem]) -> CaseFile:
    """Read the case's messages, clock and timeline."""
    ids = sorted({i.message_id for i in items})
    messages = _bound(work, items) if ids else {}
    released = [i for i in work.find(CaseItem, case_id=found.id) if i.released_at]
    people = {found.opened_by, *(i.added_by for i in items), *(i.released_by or 0 for i in released)}
    entries = work.audit_of(f"case:{found.id}")
    works = may(person, Act.WORK_CASE, found)
    return CaseFile(
        found,
        items,
        released,
        messages,
        case_list.facts(work, [found])[found.id],
        entries,
        around(work, person, messages.values(), people, {e.actor for e in entries}),
        works,
        dict(capture.standing(work, list(messages.values()))),
        case_leaving.read(work, person, found, works=works),
        case_result.read(work, person, found),
        case_blackening.read(work, person, found, works=works),
        case_applications.read(work, found, items, messages, works=works),
        case_elements.read(work, found, works=works),
    )


def _bound(work: Work, items: Sequence[CaseItem]) -> dict[int, Message]:
    """The case's messages in the wording whose hash stands beside them."""
    ids = sorted({i.message_id for i in items})
    texts = {(v.message_id, v.version): v.text for v in work.find(Version, message_id=ids)}
    pinned = {i.message_id: texts[i.message_id, i.version] for i in items}
    return {m.id: replace(m, text=pinned[m.id]) for m in work.find(Message, id=ids)}


def show(file: CaseFile) -> None:
    """The page of one case."""
    _head(file)
    person, clock, evidence = st.columns([4, 5, 4], gap="small")
    with person, st.container(border=True, gap="xsmall", height="stretch"):
        _person(file)
    with clock, st.container(border=True, gap="xxsmall", height="stretch"):
        case_clock.show(file.case, file.fact)
    with evidence, st.container(border=True, gap="xsmall", height="stretch"):
        _evidence(file)
    left, right = st.columns([7, 5], gap="medium")
    with left:
        say.heading(words.say("case-messages"), words.number(len(file.items)))
        for item in file.items:
            _item(item, file)
        case_release.gone(file.released, file.around)
    with right:
        case_applications.show(file.applications)
        case_elements.show(file.elements)
        case_result.show(file.results)
        case_leaving.show(file.leaving)
        case_blackening.show(file.blackening)
        say.heading(words.say("timeline"))
        case_timeline.show(file.entries, file.around)


def _head(file: CaseFile) -> None:
    frame.head(words.quoted(file.case.title), file.around.person, status=False)
    with say.row(spread=True):
        with say.group():
            badges.of(file.case.state)
            found = {h: None for m in file.messages.values() for h in m.hostility}
            badges.hostility(list(found))
            opened = times.moment(file.case.opened_at, file.around.now)
            since = words.say("case-since", when=opened, who=file.around.name(file.case.opened_by))
            say.meta(words.joined(words.quoted(file.case.number), since))
        with say.group():
            st.button(
                words.say("back-to-cases"),
                icon=say.icon("arrow_back"),
                type="tertiary",
                on_click=address.put,
                args=["case", ""],
            )
            _buttons(file)


def _buttons(file: CaseFile) -> None:
    if not file.works:
        return
    with say.group():
        standing = file.case.state is not CaseState.CLOSED
        if standing and st.button(words.say("end-case"), icon=say.icon("lock"), key="end_case"):
            _end(file.case)
        case_export.show(file.case)


def _person(file: CaseFile) -> None:
    say.heading(words.say("affected"), words.label(file.case.person_role))
    stranger.text(file.case.entitled_person)
    if file.case.note:
        say.meta(words.say("form-note"))
        stranger.text(file.case.note)
    if file.case.ended_reason:
        say.meta(words.say("ended-reason"))
        stranger.text(file.case.ended_reason)


def _evidence(file: CaseFile) -> None:
    say.heading(words.say("evidence"), words.say("secured", n=len(file.items)))
    secured = words.say("secured-originals", n=len(file.items))
    say.line(words.joined(say.coloured(say.icon("lock"), "green"), secured, by=" "))
    if not_secured := page_capture.missing(file.pages):
        say.line(not_secured)
    gone = sum(m.deleted_at is not None for m in file.messages.values())
    if gone:
        said = words.say("deleted-since", n=gone)
        say.line(words.joined(say.coloured(say.icon("link_off"), "orange"), said, by=" "))
    case_offender.show(file.case, works=file.works and file.case.state is not CaseState.CLOSED)


def _item(item: CaseItem, file: CaseFile) -> None:
    message = file.messages[item.message_id]
    with st.container(border=True, gap="xxsmall", key=f"item_{item.id}"):
        with say.row(spread=True):
            with say.group():
                badges.hostility(message.hostility, 3)
                badges.marks(message)
            say.meta(times.moment(message.sent_at, file.around.now))
        with say.row():
            say.meta(say.icon("person"))
            stranger.name(message.author.name or message.author.handle)
            say.meta(file.around.source(message))
        message_card.words_of(message, file.around)
        bound = words.say(
            "item-bound",
            version=item.version,
            who=file.around.name(item.added_by),
            when=times.moment(item.added_at, file.around.now),
        )
        say.meta(bound, stretch=True)
        say.meta(words.quoted(item.sha256), stretch=True)
        page_capture.stands(message, file.pages.get(message.id), file.around, decides=file.works)
        if file.works:
            case_release.button(file.case, item, message)


def _end(case: Case) -> None:
    @dialog(words.text("end-case"), icon=say.icon("lock"))
    def form() -> None:
        state = st.radio(
            words.text("form-end-state"), [CaseState.SENT, CaseState.CLOSED], format_func=words.label
        )
        reason = st.text_area(words.text("form-end-reason"))
        if dialogs.send("end-case", {"form-end-reason": reason}) and trouble.attempt(
            lambda work, person: casebook.end_case(work, person, case.id, state, reason or "")
        ):
            st.rerun()

    form()
