"""The strip of emergencies at the top of every page: it stays while one scrolls, and above open dialogs.

It is never masked, filtered or folded; whoever reads it may acknowledge at once.
"""

from dataclasses import dataclass

import streamlit as st

from casework import decision, emergencies, signals
from casework.emergencies import Emergencies
from casework.errors import StreifeError
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.signals import Signals
from casework.worklist import certain
from dashboard import address, identity, words
from dashboard.parts import acute_clock, acute_signal, say, shown, stranger, trouble
from dashboard.parts.around import Around, around
from dashboard.parts.say import Colour
from dashboard.words import Words

LOOK_SECONDS = 10
LISTED = "listed_acute"
DONE, AFRESH = "done", "acute_afresh"
TRIAGE = "app_pages/triage.py"
LOOK: dict[bool, tuple[str, Colour]] = {True: ("e911_emergency", "red"), False: ("contrast", "orange")}


@dataclass(frozen=True, slots=True)
class Seen:
    """What waits, what stands around it, and how its reader wants to be told."""

    found: Emergencies
    around: Around
    setting: Signals


@st.fragment(run_every=LOOK_SECONDS)
def show() -> None:
    """The strip, read anew every few seconds without touching the rest of the page."""
    seen = look(1, 1)
    if seen is not None:
        draw(seen)


@st.fragment(run_every=LOOK_SECONDS)
def inside() -> None:
    """For the head of a dialog, where the page's own strip cannot be pressed: the same without the tone."""
    seen = look(1, 1)
    if seen is None or not seen.found.total:
        return
    message = seen.found.messages[0]
    with st.container(border=True, gap="xxsmall", key="acute_inside"):
        with say.row(spread=True):
            with say.group():
                say.line(headline(seen.found))
                acute_clock.show(seen.found.waits_since(message), seen.around.now)
            acknowledge(message, "inside_")
        stranger.text(message.text, one_line=True)


def look(most_sure: int, most_maybe: int) -> Seen | None:
    """What waits, logged as shown; None where it could not be told, which is said."""
    try:
        with identity.looking() as (work, person):
            seen = _read(work, person, most_sure, most_maybe)
        shown.log(seen.found.messages, LISTED, person)
    except StreifeError as error:
        trouble.show(error)
        return None
    return seen


def _read(work: Work, person: Person, most_sure: int, most_maybe: int) -> Seen:
    found = emergencies.of(work, person, most_sure, most_maybe)
    named = {i for step in (found.steps or {}).values() for i in step.officer_ids}
    setting = signals.of(work, person) if found.total else Signals(person.id)
    return Seen(found, around(work, person, found.messages, named), setting)


def draw(seen: Seen, *, lane: bool = False) -> None:
    """The longest waiting of what waits, how many there are, and the two steps; nothing where none waits.

    With a `lane` beside it the tone has its place there.
    """
    found = seen.found
    acute_signal.tell(found.total, seen.setting)
    if not found.total:
        return
    message = found.messages[0]
    sure = certain(message)
    with st.container(border=True, gap="xxsmall", key="acute_strip" if sure else "acute_strip_maybe"):
        with say.row(spread=True):
            with say.group():
                say.line(headline(found))
                acute_clock.show(found.waits_since(message), seen.around.now)
                say.meta(seen.around.source(message))
            with say.group():
                if not lane:
                    ring(seen)
                acknowledge(message, "strip_")
                open_it(message, "strip")
        stranger.text(message.text, one_line=True)


def ring(seen: Seen) -> None:
    """The tone, where an emergency is sure and its reader wants to hear it."""
    if seen.found.sure.total and seen.setting.sound:
        acute_signal.ring()


def headline(found: Emergencies) -> Words:
    """`Akut · 2 offen`."""
    sure = bool(found.sure.total)
    key, number = ("acute-open", found.sure.total) if sure else ("acute-maybe", found.maybe.total)
    symbol, colour = LOOK[sure]
    said = words.joined(say.icon(symbol), words.say(key, n=number), by=" ")
    return say.coloured(say.strong(said), colour)


def acknowledge(message: Message, place: str, *, opens: bool = False) -> None:
    """The one step that stops the alarm; keys differ by place, as one message may stand in two.

    Where it also `opens` the message, the page is drawn anew; elsewhere what somebody writes stays.
    """
    st.button(
        words.say("acknowledge"),
        key=f"acknowledge_{place}{message.id}",
        type="primary" if certain(message) else "secondary",
        icon=say.icon("call"),
        on_click=_acknowledge,
        args=[message.id, opens],
    )


def open_it(message: Message, place: str) -> None:
    """The way to the message in triage."""
    if st.button(
        words.say("open"),
        key=f"open_{place}_{message.id}",
        type="tertiary",
        icon=say.icon("chevron_right"),
        icon_position="right",
    ):
        address.open_message(message.id)
        st.switch_page(TRIAGE, query_params={**st.query_params, "message": str(message.id)})


def _acknowledge(message_id: int, opens: bool) -> None:
    if not trouble.attempt(lambda work, person: decision.acknowledge(work, person, message_id)):
        return
    if opens:
        address.open_message(message_id)
        st.session_state[DONE] = ("done-acknowledge", 0)
        st.session_state[AFRESH] = True
    else:
        st.toast(words.text("done-acknowledge"), icon=":material/call:")
