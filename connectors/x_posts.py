"""Reads X's posts and direct messages as they come, in either vocabulary, into our words."""

import logging
import re
from urllib.parse import quote

from casework.labels import Kind
from casework.message import WEB, Attachment, Author, Received
from connectors.answers import at, listed, moment, needed, raw, sent_at, shown, words
from connectors.x_items import key, native_id, number, refers
from connectors.x_vocabulary import HANDLED, IGNORED, NOTES

log = logging.getLogger(__name__)
KINDS = {"photo": "image", "video": "video", "animated_gif": "video"}
NO_LANGUAGE = re.compile(r"und|zxx|art|q[a-t]\w", re.ASCII)
DIRECT = "dm:"  # stands before a direct message's id: X numbers posts and messages alike


def post(item: object) -> Received:
    """A post as `x_items.items` hands it out; raises SchemaChanged naming what is missing."""
    _warn_of_unknown(item)
    needed(item, ("data", "id"), ("data", "author_id"), ("data", "text"))
    one = at(item, "data")
    name, parent, lang = native_id(one), refers(one, "replied_to"), words(one, "lang")
    author = _author(item, words(one, "author_id"))
    return Received(
        native_id=name,
        kind=Kind.COMMENT if parent else Kind.POST,
        author=author,
        text=full_text(one),
        sent_at=sent_at(moment(words(one, "created_at"))),
        raw=raw(item),
        url=address(author.handle, words(one, "id")),
        thread=words(one, "conversation_id") or name,
        parent=parent,
        lang="" if NO_LANGUAGE.fullmatch(lang) else lang,
        attachments=_attachments(item),
    )


def direct(item: object) -> Received:
    """A direct message as `x_items.items` hands it out; one with a picture alone has no text."""
    _warn_of_unknown(item)
    needed(item, ("data", "id"), ("data", "sender_id"))
    one, thread = at(item, "data"), words(item, "data", "dm_conversation_id")
    return Received(
        native_id=DIRECT + words(one, "id"),
        kind=Kind.DM,
        author=_author(item, words(one, "sender_id")),
        text=full_text(one),
        sent_at=sent_at(moment(words(one, "created_at"))),
        raw=raw(item),
        url=f"https://x.com/messages/{_quoted(thread)}" if thread else "",
        thread=thread,
        attachments=_attachments(item),
    )


def full_text(one: object) -> str:
    """The whole text as it was typed: long ones too, the signs that X escapes set back, links in full."""
    whole = next((at(one, name) for name in NOTES if words(one, name, "text")), one)
    text = words(whole, "text").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    for link in (*listed(whole, "entities", "urls"), *listed(whole, "urls")):
        short, full = words(link, "url"), words(link, "expanded_url")
        if short and full.startswith(WEB):
            text = text.replace(short, full)
    return text


def address(handle: str, post_id: str) -> str:
    """Where people see the post."""
    return f"https://x.com/{_quoted(handle)}/status/{_quoted(post_id)}"


def _quoted(part: str) -> str:
    return quote(part, safe="", errors="replace")  # a lone surrogate has no bytes


def _author(item: object, author_id: str) -> Author:
    user = next((one for one in listed(item, "includes", "users") if key(one) == author_id), None)
    handle = words(user, "username") or words(item, "data", "username") or author_id
    return Author(author_id, handle, words(user, "name"))


def _attachments(item: object) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(
            KINDS.get(words(one, "type"), "file"),
            words(one, "url") or _film(one) or words(one, "preview_image_url"),
            words(one, "alt_text"),
        )
        for one in listed(item, "includes", "media")
    )


def _film(media: object) -> str:
    """The address of a film in its best quality."""
    forms = listed(media, "variants")
    return words(max(forms, key=lambda form: number(form, "bit_rate") or -1, default=None), "url")


def _warn_of_unknown(item: object) -> None:
    one = at(item, "data")
    if isinstance(one, dict) and (unknown := one.keys() - HANDLED - IGNORED):
        log.warning("x: fields we do not know: %s", shown(sorted(unknown)))
