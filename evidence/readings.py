"""What message.json says was read out of the original bytes, and the log pins: author, time, words, place."""

from collections.abc import Iterator
from datetime import datetime

from pydantic import BaseModel, ConfigDict, ValidationError

from casework import pinning
from casework.labels import Kind
from casework.message import Attachment, Author, Received
from casework.visible import visible
from evidence import form
from evidence.bindings import Held
from evidence.fixity import Shelf

UNREADABLE = "none"  # equals no pin


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    version: int
    text: str


class _Facts(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    author: Author
    sent_at: str
    native_id: str
    kind: Kind
    url: str
    thread: str
    parent: str
    lang: str
    attachments: tuple[Attachment, ...]


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    facts: _Facts
    versions: tuple[_Words, ...]


def held(shelf: Shelf, item: form.Item) -> Iterator[Held]:
    """An item's wordings as the package holds them."""
    message = _parsed(shelf.document(f"{item.folder}/message.json"))
    words = {one.version: one.text for one in message.versions} if message else {}
    newest = max((one.version for one in item.versions), default=0)
    for one in item.versions:
        read = place = UNREADABLE
        if message and one.version in words:
            read, place = _pins(message.facts, words[one.version], shelf.document(one.file))
        place = place if one.version == newest else ""
        yield Held(one.version, visible(one.file), one.sha256, read, place)


def _parsed(content: bytes) -> _Message | None:
    try:
        return _Message.model_validate_json(content)
    except ValidationError:
        return None  # evidence.meaning says what is wrong with it


def _pins(facts: _Facts, text: str, raw: bytes) -> tuple[str, str]:
    """What the log pinned if it was read out like this: author, time and words; and the place."""
    try:
        sent_at = datetime.fromisoformat(facts.sent_at)
        beside = facts.url, facts.thread, facts.parent, facts.lang, facts.attachments
        told = Received(facts.native_id, facts.kind, facts.author, text, sent_at, raw, *beside)
        return pinning.reading(told.author, told.sent_at, told.text, raw), pinning.place(told, raw)
    except (ValueError, OverflowError):
        return UNREADABLE, UNREADABLE  # no time at all
