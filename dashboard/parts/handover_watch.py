"""What a supervisor sees of hand-overs: from whom to whom and until when, never a word; and can move them."""

from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from casework import handover, leave
from casework.account import Account
from casework.message import Message
from casework.people import Officer, Person, Role
from casework.ports import Work
from casework.record import ON_ITS_WAY, Handover
from dashboard import times, words
from dashboard.parts import badges, dialogs, say, trouble
from dashboard.parts.dialog import dialog


@dataclass(frozen=True, slots=True)
class Watch:
    """The hand-overs on their way at the person's stations, the earliest deadline first."""

    live: tuple[Handover, ...]
    names: dict[int, str]
    receivers: dict[str, str]
    away: frozenset[int]
    now: datetime


def read(work: Work, person: Person) -> Watch:
    """Read them; nothing for whoever supervises nobody."""
    stations = person.stations(Role.SUPERVISOR)
    found = work.find(Handover, state=ON_ITS_WAY) if stations else []
    ids = sorted({h.message_id for h in found})
    accounts = {m.id: m.account_id for m in work.find(Message, id=ids)} if ids else {}
    here = {a.id for a in work.find(Account, station_id=sorted(stations))} if stations else set()
    live = sorted((h for h in found if accounts[h.message_id] in here), key=lambda h: (h.due_at, h.id))
    people = sorted({i for h in live for i in (h.from_id, h.to_id)})
    officers = work.find(Officer, id=people) if people else []
    receivers = {o.login: o.name for o in handover.contact_officers(work)} if live else {}
    away = frozenset(o.id for o in officers if leave.away(work, o.id))
    return Watch(tuple(live), {o.id: o.name for o in officers}, receivers, away, work.now)


def show(watch: Watch) -> None:
    """One line each; the overdue ones stand out."""
    if not watch.live:
        say.empty("done_all", "green", words.say("watch-none"), words.say("watch-none-why"))
        return
    late = sum(one.due_at <= watch.now for one in watch.live)
    say.heading(words.say("watch", n=len(watch.live)), words.say("watch-late", n=late) if late else None)
    say.meta(words.say("watch-why"), stretch=True)
    with st.container(border=True, gap="xxsmall", key="watch"):
        for one in watch.live:
            _line(one, watch)


def _line(one: Handover, watch: Watch) -> None:
    past = one.due_at <= watch.now
    with say.row(spread=True):
        with say.group():
            badges.of(one.state)
            say.line(words.say("watch-way", who=watch.names[one.from_id], to=watch.names[one.to_id]))
            if one.to_id in watch.away:
                said = words.joined(say.icon("event_busy"), words.say("watch-away"), by=" ")
                say.meta(said, colour="orange")
        with say.group():
            said = words.say("due-past" if past else "due", when=times.moment(one.due_at, watch.now))
            say.meta(words.joined(say.icon("schedule"), said, by=" "), colour="orange" if past else "gray")
            if st.button(words.say("move"), key=f"move_{one.id}", icon=say.icon("move_up"), type="tertiary"):
                _move(one, watch)


def _move(one: Handover, watch: Watch) -> None:
    """To whom instead, and why."""

    @dialog(words.text("move"), icon=say.icon("move_up"))
    def form() -> None:
        others = {login: name for login, name in watch.receivers.items() if name != watch.names[one.to_id]}
        to = st.selectbox(
            words.text("form-contact-officer"),
            list(others),
            index=None,
            format_func=others.__getitem__,
            placeholder=words.text("form-choose"),
        )
        why = st.text_input(words.text("form-reason"))
        if dialogs.send("move", {"form-contact-officer": to, "form-reason": why}) and trouble.attempt(
            lambda work, person: handover.move(work, person, one.id, to or "", why or "")
        ):
            st.rerun()

    form()
