"""Keeping a message although its author took it back, and letting it go again; both with a reason."""

from datetime import timedelta

import streamlit as st

from casework import decision, erasure
from casework.erasure import Hold
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.reading import Opened
from casework.roles import Act, may
from dashboard import desk, identity, times, words
from dashboard.parts import dialogs, say, stranger, trouble
from dashboard.parts.around import Around
from dashboard.parts.dialog import dialog
from dashboard.parts.pad import Pad


def show(opened: Opened, around: Around, *, covered: bool) -> None:
    """Who keeps it and why, or when its words go; a button for whoever decides about the message.

    The reason, which may quote, is `covered` with the words.
    """
    message = opened.message
    with identity.looking() as (work, _):
        if erasure.erased(work, message.id):
            return
        placed, needed = erasure.held(work, message.id), erasure.needed(work, message)
    decides = may(around.person, Act.DECIDE, opened.letter)
    with st.container(gap="xxsmall", key="holding"), say.row(spread=True):
        if placed:
            _kept(placed, around, covered=covered)
        elif message.deleted_at and not needed:
            _goes(message, around)
        if decides and _pressed(placed):
            _form(message, placed)


def _kept(placed: Hold, around: Around, *, covered: bool) -> None:
    with st.container(gap="xxsmall", width="content"):
        who, since = around.name(placed.officer_id), times.moment(placed.begun_at, around.now)
        said = words.say("hold-stands", who=who, when=since)
        say.line(words.joined(say.icon("lock"), said, by=" "), stretch=True)
        if covered:
            say.meta(words.joined(say.icon("visibility_off"), words.say("note-covered"), by=" "))
        else:
            stranger.quote(placed.reason)


def _goes(message: Message, around: Around) -> None:
    grace = timedelta(hours=desk.settings().erase_deleted_hours)
    when = times.moment((message.deleted_at or around.now) + grace, around.now)
    said = words.joined(say.icon("auto_delete"), words.say("hold-goes", when=when), by=" ")
    say.line(say.coloured(said, "orange"), stretch=True)


def _pressed(placed: Hold | None) -> bool:
    name, icon = ("hold-end", "lock_open") if placed else ("hold", "lock")
    return st.button(
        words.say(name), key=f"do_{name}", type="tertiary", icon=say.icon(icon), help=words.text("hold-why")
    )


def _form(message: Message, placed: Hold | None) -> None:
    name = "hold-end" if placed else "hold"

    @dialog(words.text(name), icon=say.icon("lock_open" if placed else "lock"))
    def form() -> None:
        say.paragraph(words.say("hold-end-what" if placed else "hold-what"))
        pad = Pad(f"message:{message.id}", name, ("reason",))
        reason = pad.area(words.text("form-reason"), "reason", max_chars=decision.LONGEST_REASON, height=80)

        def act(work: Work, person: Person) -> None:
            if placed:
                erasure.release(work, person, placed.id, reason)
            else:
                erasure.hold(work, person, message.id, reason)
            pad.sent(work, person)

        if dialogs.send(name, {"form-reason": reason}) and trouble.attempt(act):
            st.rerun()

    form()
