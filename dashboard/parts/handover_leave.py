"""Who is away and who stands in: one's own leave, or at a station everybody's."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import streamlit as st

from casework import handover, leave
from casework.clocks import LOCAL
from casework.leave import Leave
from casework.people import Officer
from dashboard import identity, times, words
from dashboard.parts import dialogs, say, trouble
from dashboard.parts.dialog import dialog
from dashboard.words import Words

NOBODY = ""


def own() -> None:
    """The reader's leaves, and the form for one more; for contact officers alone."""
    with identity.looking() as (work, person):
        if not leave.receives(work, person.officer):
            return
        officer, kept = person.officer, leave.of(work, person.id)
        names = {o.id: o.name for o in work.find(Officer)} if kept else {}
        now = work.now
    with st.container(border=True, gap="small"):
        say.heading(words.say("absence"))
        if not kept:
            say.meta(words.say("absence-none"), stretch=True)
        for one in kept:
            line(one, names, now)
        if st.button(words.say("plan-leave"), key="plan_leave", icon=say.icon("event_busy"), type="tertiary"):
            plan([officer])


def line(one: Leave, names: dict[int, str], now: datetime, who: Words | None = None) -> None:
    """From when to when, who stands in, and the way back."""
    today = now.astimezone(LOCAL).date()
    last = (one.ends_at - timedelta(seconds=1)).astimezone(LOCAL).date()
    span = words.say(
        "absence-span",
        first=times.day(one.begins_at.astimezone(LOCAL).date(), today),
        last=times.day(last, today),
    )
    deputy = names.get(one.deputy_id or 0, "")
    stands_in = words.say("absence-deputy", who=deputy) if deputy else words.say("absence-no-deputy")
    with say.row(spread=True):
        say.line(words.joined(who or Words(""), span, stands_in))
        st.button(
            words.say("cancel-leave"),
            key=f"cancel_leave_{one.id}",
            icon=say.icon("event_available"),
            type="tertiary",
            on_click=_cancel,
            args=[one.id],
        )


def plan(officers: Sequence[Officer]) -> None:
    """From when to when, and who stands in; `officers` are those it may be planned for."""

    @dialog(words.text("plan-leave"), icon=say.icon("event_busy"))
    def form() -> None:
        with identity.looking() as (work, _):
            others = handover.contact_officers(work)
            today = work.now.astimezone(LOCAL).date()
        officer = _who(officers)
        span = st.date_input(
            words.text("form-absence-days"), value=(today, today), min_value=today, format=times.field()
        )
        deputies = {NOBODY: words.text("absence-nobody"), **{o.login: o.name for o in others if o != officer}}
        deputy = st.selectbox(
            words.text("form-deputy"), list(deputies), index=None, format_func=deputies.__getitem__
        )
        whole = tuple(span)
        needed = {"form-absence-days": len(whole) == 2, "form-deputy": deputy is not None}
        if dialogs.send("plan-leave", needed) and len(whole) == 2:
            _plan(officer, whole, next((o for o in others if o.login == deputy), None))

    form()


def _who(officers: Sequence[Officer]) -> Officer:
    if len(officers) == 1:
        return officers[0]
    by_login = {o.login: o for o in officers}
    names = {o.login: o.name for o in officers}
    chosen = st.selectbox(words.text("form-who-away"), list(names), format_func=names.__getitem__)
    return by_login[chosen]


def _plan(officer: Officer, span: tuple[date, ...], deputy: Officer | None) -> None:
    first, last = (datetime.combine(day, time(), LOCAL) for day in (span[0], span[1] + timedelta(days=1)))
    stands_in = deputy.id if deputy else None
    if trouble.attempt(lambda work, person: leave.plan(work, person, officer.id, first, last, stands_in)):
        st.rerun()


def _cancel(leave_id: int) -> None:
    trouble.attempt(lambda work, person: leave.cancel(work, person, leave_id))
