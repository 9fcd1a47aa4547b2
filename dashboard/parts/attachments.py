"""What came beside the open message: named, never shown or loaded, and secured when somebody asks for it."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import streamlit as st

from casework import media
from casework.errors import StreifeError
from casework.media import Media
from casework.message import Attachment
from casework.reading import Opened
from casework.roles import Act, may
from dashboard import desk, identity, times, words
from dashboard.parts import say, stranger, trouble
from dashboard.parts.around import Around, around
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


def show(opened: Opened) -> None:
    """One line an attachment: its kind, the writer's description, the host it lies on, where it stands."""
    message = opened.message
    if not message.attachments:
        return
    try:
        with identity.looking() as (work, person):
            kept = media.secured(work, message.id)
            near = around(work, person, (), {one.fetched_by for one in kept.values()})
    except StreifeError as error:
        trouble.show(error)
        return
    decides = may(near.person, Act.DECIDE, opened.letter)
    with st.container(gap="xxsmall", key="attachments"):
        for number, attachment in enumerate(message.attachments):
            _one(message.id, number, attachment, kept=kept, near=near, decides=decides)


def _one(
    message_id: int,
    number: int,
    attachment: Attachment,
    *,
    kept: Mapping[int, Media],
    near: Around,
    decides: bool,
) -> None:
    with say.row(spread=True):
        with say.group():
            key, symbol = KINDS.get(attachment.kind, OTHER)
            say.badge(words.say(key), symbol)
            say.meta(_host(attachment))
        if number not in kept and decides and attachment.url and _pressed(number):
            _secure(message_id, number)
    if attachment.alt:
        stranger.text(attachment.alt)
    else:
        say.meta(words.say("attachment-untold"))
    if number in kept:
        _stands(kept[number], near)


def _host(attachment: Attachment) -> Words:
    """Only whom one would ask; the rest of the address is nobody's help."""
    try:
        host = urlsplit(attachment.url).hostname or ""
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
