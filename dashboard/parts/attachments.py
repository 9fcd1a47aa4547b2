"""What came beside the open message: named, never shown or loaded, and secured when somebody asks for it."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import streamlit as st

from casework import described, media
from casework.errors import StreifeError
from casework.media import Media
from casework.message import Attachment
from casework.reading import Opened
from casework.roles import Act, may
from dashboard import desk, identity, times, words
from dashboard.parts import say, stranger, trouble
from dashboard.parts.around import Around, around
from dashboard.parts.stranger import Span
from dashboard.words import Words

KINDS = {
    "image": ("attachment-image", "image"),
    "video": ("attachment-video", "movie"),
    "audio": ("attachment-audio", "graphic_eq"),
    "file": ("attachment-file", "draft"),
    "link": ("attachment-link", "link"),
}
OTHER = ("attachment-other", "attach_file")
LONGEST_HOST = 120


def show(opened: Opened, spans: Sequence[Span] = ()) -> None:
    """One line an attachment: its kind, the writer's description, the host it lies on, where it stands.

    `spans` moved the verdict; they count on from the message's text, as in casework.described. What was
    secured and left the message by an edit is named behind them.
    """
    message = opened.message
    if not message.attachments and message.version == 1:
        return
    try:
        with identity.looking() as (work, person):
            kept, gone = media.secured(work, message), media.earlier(work, message)
            near = around(work, person, (), {one.fetched_by for one in (*kept.values(), *gone)})
    except StreifeError as error:
        trouble.show(error)
        return
    if message.attachments or gone:
        with st.container(gap="xxsmall", key="attachments"):
            _present(opened, spans, kept, near)
            _earlier(gone, near)


def _present(opened: Opened, spans: Sequence[Span], kept: Mapping[int, Media], near: Around) -> None:
    message, decides = opened.message, may(near.person, Act.DECIDE, opened.letter)
    begins = described.places(message)
    for number, attachment in enumerate(message.attachments):
        _head(message.id, number, attachment, offered=decides and number not in kept)
        begin = begins.get(number, 0)
        _description(attachment, [(a - begin, b - begin) for a, b in spans] if begin else [])
        if number in kept:
            _stands(kept[number], near)


def _earlier(gone: Sequence[Media], near: Around) -> None:
    """An edit took these away, or put others in their place."""
    for one in gone:
        with say.row():
            say.badge(words.say(OTHER[0]), OTHER[1])
            say.meta(_host(one.url))
        say.meta(words.say("attachment-gone"))
        _stands(one, near)


def _head(message_id: int, number: int, attachment: Attachment, *, offered: bool) -> None:
    with say.row(spread=True):
        with say.group():
            key, symbol = KINDS.get(attachment.kind, OTHER)
            say.badge(words.say(key), symbol)
            say.meta(_host(attachment.url))
        if offered and attachment.url and _pressed(number):
            _secure(message_id, number)


def _description(attachment: Attachment, moved: Sequence[Span]) -> None:
    if stranger.merged(moved, len(attachment.alt)):
        stranger.marked(attachment.alt, moved)
    elif attachment.alt:
        stranger.text(attachment.alt)
    else:
        say.meta(words.say("attachment-untold"))


def _host(url: str) -> Words:
    """Only whom one would ask; the rest of the address is nobody's help."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    return words.quoted(host[:LONGEST_HOST]) if host else words.say("attachment-nowhere")


def _stands(one: Media, near: Around) -> None:
    when, who = times.moment(one.fetched_at, near.now), near.name(one.fetched_by)
    said = words.say("attachment-secured", when=when, who=who, sha256=one.sha256)
    mark = say.coloured(say.icon("verified"), "green")
    say.meta(words.joined(mark, said, by=" "), stretch=True)


def _pressed(number: int) -> bool:
    """In training data everything is invented, the addresses too."""
    training = desk.store().training
    pressed = st.button(
        words.say("attachment-secure"),
        key=f"secure_{number}",
        type="tertiary",
        icon=say.icon("download"),
        disabled=training,
        help=words.text("attachment-training" if training else "attachment-why"),
    )
    return pressed and not training


def _secure(message_id: int, number: int) -> None:
    """Leave first, then the network, then the store: no transaction waits for a stranger's server."""
    try:
        with identity.looking() as (work, person):
            url = media.wanted(work, person, message_id, number).url
        with st.spinner(words.text("attachment-fetching")):
            fetched = desk.fetched(url)
    except StreifeError as error:
        trouble.show(error)
        return
    if trouble.attempt(lambda work, person: media.keep(work, person, message_id, number, fetched)):
        st.rerun()
