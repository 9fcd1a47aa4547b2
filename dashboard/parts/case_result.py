"""What the prosecutor made of a case, by file number, and the form that writes it down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from casework import outcome
from casework.clocks import LOCAL
from casework.outcome import PENDING, ProsecutionState, ProsecutorResult, Told
from casework.people import Officer, Person
from casework.ports import Work
from casework.record import Case
from casework.roles import Act, may
from dashboard import times, words
from dashboard.parts import dialogs, say, stranger, trouble
from dashboard.parts.dialog import dialog
from dashboard.parts.say import Colour
from dashboard.words import Words

LOOK: dict[ProsecutionState, tuple[str, Colour]] = {
    **dict.fromkeys(ProsecutionState, ("gavel", "gray")),
    **dict.fromkeys(PENDING, ("hourglass_top", "blue")),
    **dict.fromkeys((ProsecutionState.CHARGED, ProsecutionState.PENALTY_ORDER), ("gavel", "violet")),
    ProsecutionState.CONVICTED: ("gavel", "green"),
}


@dataclass(frozen=True, slots=True)
class Results:
    """The proceedings about a case, and whether the reader may write them down; `names` by login."""

    case: Case
    results: Sequence[ProsecutorResult]
    now: datetime
    notes: bool
    names: Mapping[str, str]


def read(work: Work, person: Person, case: Case) -> Results:
    """Read them for whoever may read the case."""
    found = outcome.of(work, case.id)
    logins = sorted({one.noted_by for one in found})
    names = {o.login: o.name for o in work.find(Officer, login=logins)} if logins else {}
    return Results(case, found, work.now, may(person, Act.NOTE_RESULT, case), names)


def show(found: Results) -> None:
    """One card a file number."""
    say.heading(words.say("result"))
    with st.container(border=True, gap="small", key="results"):
        if not found.results:
            say.meta(words.say("result-none"), stretch=True)
        for one in found.results:
            _one(one, found)
        if found.notes and st.button(
            words.say("result-note"), icon=say.icon("gavel"), type="tertiary", key="result_note"
        ):
            _form(found, None)


def badge(state: ProsecutionState) -> None:
    """The state with icon, word and colour."""
    say.badge(words.label(state), *LOOK[state])


def _one(one: ProsecutorResult, found: Results) -> None:
    with st.container(gap="xxsmall", key=f"result_{one.id}"):
        with say.row(spread=True):
            badge(one.state)
            if found.notes and st.button(
                words.say("result-change"), key=f"result_change_{one.id}", type="tertiary"
            ):
                _form(found, one)
        number = say.strong(words.quoted(one.file_number))
        day = times.full_day(date.fromisoformat(one.decided_on)) if one.decided_on else Words("")
        say.line(words.joined(number, words.quoted(one.office), day), stretch=True)
        if one.words:
            stranger.quote(one.words)
        when = times.moment(one.noted_at, found.now)
        who = found.names.get(one.noted_by, one.noted_by)
        say.meta(words.say("result-by", who=who, when=when), stretch=True)


def _form(found: Results, one: ProsecutorResult | None) -> None:
    """A new one, or news of one: its file number then stays."""

    @dialog(words.text("result-note"), icon=say.icon("gavel"), width="medium")
    def form() -> None:
        number, office = st.columns(2)
        file_number = number.text_input(
            words.text("result-number"),
            one.file_number if one else "",
            placeholder="123 Js 4567/26",
            disabled=one is not None,
            max_chars=60,
        )
        of = office.text_input(
            words.text("result-office"), one.office if one else "", max_chars=outcome.LONGEST
        )
        states = list(ProsecutionState)
        state: ProsecutionState = st.selectbox(
            words.text("result-state"),
            states,
            index=states.index(one.state) if one else 0,
            format_func=words.label,
        )
        day = _day(found, one) if state not in PENDING else ""
        said = st.text_area(
            words.text("result-words"), one.words if one else "", max_chars=outcome.LONGEST, height=80
        )
        told = Told(file_number or "", of or "", state, said or "", day)
        needed = {"result-number": told.file_number, "result-office": told.office}
        if dialogs.send("result-note", needed) and trouble.attempt(
            lambda work, person: outcome.note(work, person, found.case.id, told)
        ):
            st.rerun()

    form()


def _day(found: Results, one: ProsecutorResult | None) -> str:
    today = found.now.astimezone(LOCAL).date()
    chosen = st.date_input(
        words.text("result-day"),
        date.fromisoformat(one.decided_on) if one and one.decided_on else None,
        max_value=today,
        format=times.field(),
    )
    return chosen.isoformat() if chosen else ""
