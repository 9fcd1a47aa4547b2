"""Bluesky's direct messages in our words."""

import logging
import math
from collections.abc import Iterator
from urllib.parse import quote

from casework.labels import Kind
from casework.message import Attachment, Author, Received
from connectors.answers import at, moment, needed, raw, sent_at, shown, words
from connectors.bluesky_posts import POST_URI, address

log = logging.getLogger(__name__)
NO_MESSAGES = ("#deletedMessageView", "#systemMessageView")
HANDLED = {"$type", "id", "text", "sender", "sentAt", "embed", "replyTo"}
IGNORED = {"rev", "facets", "reactions"}  # the raw bytes keep them


def received(item: object) -> Iterator[Received]:
    """A message as the chat gives it; nothing for notes of the service. Raises SchemaChanged."""
    message, convo_id = at(item, "message"), words(item, "convoId")
    if words(message, "$type").endswith(NO_MESSAGES):
        return
    needed(item, ("message", "id"), ("message", "sender", "did"), ("message", "text"), ("convoId",))
    if isinstance(message, dict) and (unknown := message.keys() - HANDLED - IGNORED):
        log.warning("bluesky: fields of a direct message we do not know: %s", shown(sorted(unknown)))
    did, parent = words(message, "sender", "did"), words(message, "replyTo", "id")
    yield Received(
        native_id=f"{convo_id}/{words(message, 'id')}",
        kind=Kind.DM,
        author=Author(did, words(item, "sender", "handle") or did, words(item, "sender", "displayName")),
        text=words(message, "text"),
        sent_at=sent_at(moment(words(message, "sentAt"))),
        raw=raw(item),
        url=place(convo_id),
        thread=convo_id,
        parent=f"{convo_id}/{parent}" if parent else "",
        attachments=tuple(_attachments(at(message, "embed"))),
    )


def stamp(message: object, otherwise: float = math.inf) -> float:
    """When a message was sent, in seconds since 1970."""
    time = moment(words(message, "sentAt"))
    return time.timestamp() if time else otherwise


def place(convo_id: str) -> str:
    """Where the officer reads the conversation."""
    return f"https://bsky.app/messages/{quote(convo_id)}"


def _attachments(embed: object) -> Iterator[Attachment]:
    """A post that was passed on in the message; an invitation to a group stays in the raw bytes."""
    if post := POST_URI.fullmatch(words(embed, "record", "uri")):
        yield Attachment("link", address(post[1], post[0]), words(embed, "record", "value", "text"))
