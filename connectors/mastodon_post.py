"""A Mastodon post in our words: its HTML as plain text, its warning, its poll and its pictures."""

import re
from html import unescape

from casework.labels import Kind
from casework.message import WEB, Attachment, Author, Received
from connectors.answers import at, listed, moment, needed, raw, sent_at, words

DIRECT = "direct"
# Every "<" is looked at once, so that no HTML takes long: html.parser needs over a minute for 90 kB of "<a ".
_TAG = re.compile(r"(<[a-z/!?][^<>]*>)", re.IGNORECASE)
_TAG_NAME = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_BREAKS = {"br": "\n", "p": "\n\n", "blockquote": "\n\n", "pre": "\n\n"} | dict.fromkeys(
    ("div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"), "\n"
)
_KINDS = {"image": "image", "gifv": "video", "video": "video", "audio": "audio"}


def received(item: object, status: object, home: str) -> Received:
    """The post of a notification, or the post itself; its thread is what it answers, for Mastodon names no
    beginning of a talk."""
    needed(status, ("id",), ("content",), ("account", "id"))
    native_id, parent = words(status, "id"), words(status, "in_reply_to_id")
    public = Kind.COMMENT if parent else Kind.POST
    account = at(status, "account")
    author_id = words(account, "id")
    return Received(
        native_id=native_id,
        kind=Kind.DM if words(status, "visibility") == DIRECT else public,
        author=Author(author_id, handle_of(account, home) or author_id, words(account, "display_name")),
        text=text_of(status),
        sent_at=sent_at(moment(words(status, "created_at")), moment(words(item, "created_at"))),
        raw=raw(item),
        url=address_of(status),
        thread=parent or native_id,
        parent=parent,
        lang=words(status, "language"),
        attachments=attachments_of(status),
    )


def plain(html: str) -> str:
    """The words of a post: paragraphs and line breaks stay, entities are read, tags are left out.

    Nothing that could be read is hidden: what no browser would show (a script) becomes words like any other.
    """
    pieces = _TAG.split(html)
    said = "".join(_break(piece) if place % 2 else unescape(piece) for place, piece in enumerate(pieces))
    return re.sub(r"\n{3,}", "\n\n", said).strip("\n ")


def _break(tag: str) -> str:
    named = _TAG_NAME.match(tag)
    name = named[1].lower() if named else ""
    if name == "li":
        return "" if tag.startswith("</") else "\n- "
    return _BREAKS.get(name, "")


def text_of(status: object) -> str:
    """The warning in front of the post, the post, and what its poll lets one choose, each on its own line."""
    choices = [f"- {words(option, 'title')}" for option in listed(status, "poll", "options")]
    parts = (words(status, "spoiler_text"), plain(words(status, "content")), *choices)
    return "\n".join(part for part in parts if part)


def attachments_of(status: object) -> tuple[Attachment, ...]:
    """What lies beside the post, with its writer's description."""
    return tuple(
        Attachment(
            _KINDS.get(words(one, "type"), "file"),
            words(one, "url") or words(one, "remote_url"),
            words(one, "description"),
        )
        for one in listed(status, "media_attachments")
    )


def address_of(status: object) -> str:
    """Where people read the post; "" where its server names no web address."""
    told = words(status, "url") or words(status, "uri")
    return told if told.lower().startswith(WEB) else ""


def handle_of(account: object, home: str) -> str:
    """name@server, for accounts of the officer's own server too, which only name themselves."""
    told = words(account, "acct") or words(account, "username")
    return told if "@" in told or not told else f"{told}@{home}"


def number(thing: object, name: str) -> int | None:
    """A figure of that name; None where the server tells none."""
    found = at(thing, name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None
