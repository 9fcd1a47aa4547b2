"""Whether a message's page is secured, loudly where it is not; strangers' pictures are not shown."""

import streamlit as st

from casework import capture
from casework.capture_record import Capture, CaptureState
from casework.errors import StreifeError
from casework.message import Message
from casework.network_page import is_public
from casework.reading import Opened
from casework.roles import Act, may
from dashboard import desk, identity, times, words
from dashboard.inert import visible
from dashboard.parts import say, trouble
from dashboard.parts.around import Around
from dashboard.words import Words


def show(opened: Opened, around: Around) -> None:
    """On the open message: how its page stands, and a button for whoever decides about it."""
    message = opened.message
    if not is_public(message):
        return
    try:
        with identity.looking() as (work, _):
            one = capture.standing(work, [message])[message.id]
    except StreifeError as error:
        trouble.show(error)
        return
    with st.container(gap="xxsmall", key="page_capture"):
        stands(
            message, one, around, decides=may(around.person, Act.DECIDE, opened.letter), asked=one is not None
        )


def stands(
    message: Message, one: Capture | None, around: Around, *, decides: bool, asked: bool = True
) -> None:
    """One line on how the page stands, the reason beneath; `asked` says so too where nobody asked for it."""
    if not is_public(message):
        say.meta(words.joined(say.icon("visibility_off"), words.say("page-none"), by=" "), stretch=True)
        return
    with say.row(spread=True):
        if asked:
            say.line(_state(one, around), stretch=True)
        if decides and _pressed(message.id, one):
            _ask(message.id)
    if one and one.state is CaptureState.FAILED:
        st.text(visible(one.error))
        say.meta(_next(one, around))
    if one and one.doubtful:
        missing = words.joined(say.icon("warning"), words.say("page-words-missing"), by=" ")
        say.meta(missing, colour="orange", stretch=True)


def missing(pages: dict[int, Capture | None]) -> Words:
    """How many of these pages are not secured; empty where all are."""
    number = sum(
        one is None or one.state is not CaptureState.SECURED or one.doubtful for one in pages.values()
    )
    if not number:
        return Words("")
    said = say.strong(words.say("pages-not-secured", n=number))
    return say.coloured(words.joined(say.icon("no_photography"), said, by=" "), "red")


def _state(one: Capture | None, around: Around) -> Words:
    if one and one.state is CaptureState.SECURED and one.secured_at:
        said = words.say(
            "page-kept" if one.doubtful else "page-secured", when=times.moment(one.secured_at, around.now)
        )
        icon = say.coloured(say.icon("photo_camera"), "red" if one.doubtful else "green")
        return say.small(words.joined(icon, said, by=" "))
    if one and one.state is CaptureState.WAITING and not _off():
        said = words.joined(say.icon("hourglass_top"), words.say("page-waiting"), by=" ")
        return say.coloured(said, "orange")
    why = _off() if one is None or one.state is CaptureState.WAITING else Words("")
    said = words.joined(say.strong(words.say("page-not-secured")), why, by=": ")
    return say.coloured(words.joined(say.icon("no_photography"), said, by=" "), "red")


def _off() -> Words:
    """Why nothing is captured here at all; empty where it is."""
    if desk.store().training:
        return words.say("page-training")
    return Words("") if desk.settings().capture else words.say("page-off")


def _next(one: Capture, around: Around) -> Words:
    if one.next_try_at is None:
        return words.say("page-no-next")
    return words.say("page-next", when=times.moment(one.next_try_at, around.now))


def _pressed(message_id: int, one: Capture | None) -> bool:
    """In training data everything is invented, the addresses too."""
    off = _off()
    again = one is not None and one.state is CaptureState.FAILED
    if one and one.state is CaptureState.WAITING:
        return False
    pressed = st.button(
        words.say("page-again" if again else "page-secure"),
        key=f"secure_page_{message_id}",
        type="tertiary",
        icon=say.icon("refresh" if again else "photo_camera"),
        disabled=bool(off),
        help=off or words.text("page-why"),
    )
    return pressed and not off


def _ask(message_id: int) -> None:
    if trouble.attempt(lambda work, person: capture.ask(work, person, message_id)):
        st.rerun()
