"""The elements of the hinted sections, checked by a human one by one; no machine, no verdict on a section."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from casework import elements
from casework.elements import LONGEST, Answer, ElementFinding, Row
from casework.offences import profile
from casework.people import Officer, Person
from casework.ports import Work
from casework.record import Case, CaseState
from dashboard import times, words
from dashboard.parts import case_form, dialogs, say, stranger, trouble
from dashboard.parts.dialog import dialog
from dashboard.parts.say import Colour
from dashboard.words import Words

LOOK: dict[ElementFinding, tuple[str, Colour]] = {
    ElementFinding.MET: ("check", "green"),
    ElementFinding.NOT_MET: ("close", "gray"),
    ElementFinding.UNCLEAR: ("help", "orange"),
}


@dataclass(frozen=True, slots=True)
class Elements:
    """By section, its elements with the check that counts."""

    case: Case
    sections: Mapping[str, Sequence[Row]]
    names: Mapping[int, str]
    now: datetime
    works: bool


def read(work: Work, case: Case, *, works: bool) -> Elements:
    """Read them for whoever may read the case; they are checked in cases that are not closed."""
    checks = elements.of(work, case.id)
    names = {o.id: o.name for o in work.find(Officer, id=sorted({one.officer_id for one in checks}))}
    going_on = case.state is not CaseState.CLOSED
    return Elements(case, elements.rows(case, checks), names, work.now, works and going_on)


def show(found: Elements) -> None:
    """One card a section, a row an element."""
    if not found.sections:
        return
    rows = [row for rows in found.sections.values() for row in rows if row.current]
    done = sum(row.check is not None for row in rows)
    say.heading(words.say("elements"), words.say("elements-done", n=done, all=len(rows)))
    with st.container(border=True, gap="small", key="elements"):
        say.meta(words.say("elements-why", seen=times.month(profile().seen)), stretch=True)
        for section, of in found.sections.items():
            _section(section, of, found)


def _section(section: str, rows: Sequence[Row], found: Elements) -> None:
    with st.container(gap="small", key=f"section_{section}"):
        with say.row(spread=True):
            say.line(say.strong(_named(section)))
            label, icon = words.say("elements-check"), say.icon("fact_check")
            checkable = found.works and any(row.current for row in rows)
            if checkable and st.button(label, icon=icon, type="tertiary", key=f"check_{section}"):
                _form(section, rows, found)
        if not rows:
            say.meta(words.say("elements-unknown"), stretch=True)
        for row in rows:
            _row(row, found)


def _row(row: Row, found: Elements) -> None:
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, gap="xsmall", wrap=False):
            say.line(words.quoted(row.element), stretch=True)
            _badge(row)
        if not row.current:
            say.meta(words.say("elements-older", seen=times.month(row.seen)), stretch=True)
        if row.check:
            _said(row, found)


def _badge(row: Row) -> None:
    if row.check:
        say.badge(words.label(row.check.finding), *LOOK[row.check.finding])
    else:
        say.badge(words.say("elements-open"), "radio_button_unchecked", "gray")


def _said(row: Row, found: Elements) -> None:
    """Who checked it when, and the note."""
    if one := row.check:
        who, when = found.names.get(one.officer_id, ""), times.moment(one.checked_at, found.now)
        say.meta(words.joined(words.quoted(who), when), stretch=True)
        if one.note:
            stranger.quote(one.note)


def _named(section: str) -> Words:
    return words.say(f"hint-{section}") if section in case_form.HINTS else words.quoted(f"§ {section}")


def _form(section: str, rows: Sequence[Row], found: Elements) -> None:
    """All elements of a section in one dialog; nothing is chosen beforehand, what is left stays as it is."""

    @dialog(words.text("elements"), icon=say.icon("fact_check"), width="large")
    def form() -> None:
        say.line(say.strong(_named(section)))
        say.meta(words.say("elements-how"), stretch=True)
        asked = [_asked(section, row, found) for row in rows if row.current]
        given = [one for one in asked if one]

        def act(work: Work, person: Person) -> object:
            return [elements.check(work, person, found.case.id, one) for one in given]

        if dialogs.send("elements-check", {"elements-finding": given}, n=len(given)) and trouble.attempt(act):
            st.rerun()

    form()


def _asked(section: str, row: Row, found: Elements) -> Answer | None:
    with st.container(border=True, gap="xsmall", key=f"asked_{section}_{row.place}"):
        say.line(words.quoted(row.element), stretch=True)
        if row.check:
            who, before = found.names.get(row.check.officer_id, ""), words.label(row.check.finding)
            say.meta(words.say("elements-before", finding=before, who=who), stretch=True)
        key = f"found_{section}_{row.place}"
        chosen: ElementFinding | None = st.segmented_control(
            words.text("elements-finding"),
            list(ElementFinding),
            format_func=words.label,
            label_visibility="collapsed",
            key=key,
        )
        if chosen is None:
            return None
        note = st.text_input(words.text("elements-note"), max_chars=LONGEST, key=f"{key}_note")
        return Answer(section, row.place, chosen, note or "")
