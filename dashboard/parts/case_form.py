"""The form that binds a message into a case: a new one, or one more message in an open one."""

import streamlit as st

from casework import case, clocks, hints
from casework.account import Account
from casework.case import Draft
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.record import CaseState, PersonRole
from dashboard import identity, words
from dashboard.parts import case_offender, dialogs, say, shown
from dashboard.parts.dialog import dialog
from dashboard.parts.pad import Pad

HINTS = hints.HINTS
LIKELY_HINTS = hints.LIKELY_HINTS
OFFERED = "cases_offered"


def open_case(message: Message) -> None:
    """A new case, or one more message in an open one."""
    st.session_state.pop(OFFERED, None)

    @dialog(words.text("open-case"), icon=say.icon("shield_person"), width="medium")
    def form() -> None:
        with identity.looking() as (work, person):
            station = work.get(Account, message.account_id).station_id
            readable = case.cases_of(work, person)
        known = [c for c in readable if c.state is CaseState.OPEN and c.station_id == station]
        shown.log_cases(known, OFFERED, person)
        numbers = {0: words.text("new-case"), **{c.id: f"{c.number} · {c.title}" for c in known}}
        chosen = st.selectbox(words.text("form-case"), list(numbers), format_func=numbers.__getitem__)
        if chosen:
            if dialogs.send("add-to-case"):
                dialogs.do(
                    message,
                    lambda work, person: case.add_item(work, person, chosen, message.id),
                    "done-case",
                )
        else:
            _new_case(message)

    form()


def _new_case(message: Message) -> None:
    pad = Pad(f"message:{message.id}", "case", ("title", "entitled", "note"))
    title = pad.line(words.text("form-title"), "title", max_chars=200)
    left, right = st.columns([3, 2])
    with left:
        entitled = pad.line(words.text("form-entitled"), "entitled", max_chars=200)
    roles = list(PersonRole)
    role: PersonRole = right.selectbox(words.text("form-role"), roles, format_func=words.label)
    likely = list(hints.likely(message.hostility))
    chosen = st.multiselect(
        words.text("form-hints"),
        HINTS,
        default=likely,
        format_func=lambda hint: words.text(f"hint-{hint}"),
        placeholder=words.text("form-choose"),
    )
    say.meta(words.say("hints-no-verdict"), stretch=True)
    since = case_offender.ask(f"message:{message.id}")
    note = pad.area(words.text("form-note"), "note", height=80)
    if dialogs.send("open-case", {"form-title": title, "form-entitled": entitled}):

        def act(work: Work, person: Person) -> object:
            known = clocks.moment_on(since, work.now) if since else None
            draft = Draft(title, entitled, role, tuple(chosen), note, known)
            return case.open_case(work, person, [message.id], draft)

        dialogs.do(message, act, "done-case", pad=pad)
