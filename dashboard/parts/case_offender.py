"""Since when the author of a case is known: told when it is opened, or later on its page."""

from datetime import date

import streamlit as st

from casework import case as casebook
from casework import clocks
from casework.record import Case
from dashboard import identity, times, words
from dashboard.parts import dialogs, say, trouble
from dashboard.parts.dialog import dialog


def ask(about: str, since: date | None = None) -> date | None:
    """The day, none while nobody knows who it is; `about` tells one form's field from another's."""
    with identity.looking() as (work, _):
        today = clocks.local_day(work.now)
    return st.date_input(
        words.text("form-offender-known"),
        since,
        max_value=today,
        format=times.field(),
        help=words.text("form-offender-known-help"),
        key=f"offender_known {about}",
    )


def show(case: Case, *, works: bool) -> None:
    """Whether and since when, and the form that notes it for whoever works on the case."""
    known = case.offender_known_at
    said = words.say("offender-unknown")
    if known:
        said = words.say("offender-known", day=times.full_day(clocks.local_day(known)))
    with say.row(spread=True):
        say.line(words.joined(say.coloured(say.icon("person_search"), "gray"), said, by=" "))
        if works and st.button(words.say("offender-note"), key="offender_note", type="tertiary"):
            _form(case)


def _form(case: Case) -> None:
    @dialog(words.text("offender-note"), icon=say.icon("person_search"))
    def form() -> None:
        known = case.offender_known_at
        since = ask(f"case:{case.id}", clocks.local_day(known) if known else None)
        if dialogs.send("offender-note") and trouble.attempt(
            lambda work, person: casebook.offender_known(work, person, case.id, since)
        ):
            st.rerun()

    form()
