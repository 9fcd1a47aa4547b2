"""What the Graph says of people, addresses, pictures and films, in our words."""

import logging
import re
from collections.abc import Collection, Iterator, Mapping

from casework.errors import SchemaChanged
from casework.message import Attachment, Author
from connectors.answers import at, listed, shown, words

log = logging.getLogger(__name__)
WEB = re.compile(r"https?://[^\x00-\x20\x7f-\x9f\ud800-\udfff]{1,1900}", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
KINDS = {"photo": "image", "image": "image", "sticker": "image", "animated": "image", "gif": "image"}
KINDS |= {
    "video": "video",
    "reel": "video",
    "audio": "audio",
    "share": "link",
    "link": "link",
    "event": "link",
}


def note_unknown(network: str, item: object, *known: Collection[str]) -> None:
    """A signal where the network tells fields for which we did not ask."""
    if isinstance(item, dict) and (unknown := item.keys() - set().union(*known)):
        log.warning("%s: fields we do not know: %s", network, shown(sorted(map(str, unknown))))


def names(fields: str) -> set[str]:
    """The names of the outermost fields of a field list such as `id,from{id,name}`."""
    while "{" in fields:
        fields = re.sub(r"(\.\w+\([^()]*\))*\{[^{}]*\}", "", fields)
    return set(fields.split(","))


def text_of(item: object, name: str, *instead: str) -> str:
    """The words of an item; raises SchemaChanged when it has none, nor anything that may stand alone."""
    told = at(item, name)
    if isinstance(told, str):
        return told
    if told is None and any(at(item, other) for other in instead):
        return ""
    raise SchemaChanged(f"{name} is missing in {shown(words(item, 'id') or item)}")


def person(item: object, handle: str) -> Author:
    """Who wrote. The Graph leaves out whoever hides from apps: each of them is a person of his or her own."""
    who, name = words(item, "from", "id"), words(item, "from", handle) or words(item, handle)
    if not (who or name):
        return Author(f"unknown:{words(item, 'id')}", "?")
    called = (name if handle == "username" else who) or who or name
    return Author(who or name, CONTROL.sub("\N{REPLACEMENT CHARACTER}", called)[:1000], name)


def web(told: str) -> str:
    """The address if it is one for a browser, else ""."""
    return told if WEB.fullmatch(told) else ""


def stories(item: object, *path: str) -> tuple[Attachment, ...]:
    """What is attached to a Facebook post or comment; of an album its single pictures."""
    found = [at(item, *path)] if isinstance(at(item, *path), dict) else []
    if listed(item, *path, "data"):
        found = listed(item, *path, "data")
    singles = [one for story in found for one in listed(story, "subattachments", "data") or [story]]
    return tuple(_story(one) for one in singles)


def _story(one: object) -> Attachment:
    kind = _kind(f"{words(one, 'media_type')} {words(one, 'type')}")
    film, picture = words(one, "media", "source"), words(one, "media", "image", "src")
    address = (film or picture) if kind == "video" else picture if kind == "image" else ""
    return Attachment(kind, address or words(one, "url"), words(one, "description") or words(one, "title"))


def _kind(told: str) -> str:
    return next((kind for name, kind in KINDS.items() if name in told.lower()), "file")


def enclosed(message: object) -> Iterator[Attachment]:
    """What came with a direct message: pictures, films, sounds, files, a sticker, what was shared."""
    for one in listed(message, "attachments", "data"):
        yield _enclosed(one)
    if sticker := words(message, "sticker"):
        yield Attachment("image", sticker)
    for share in listed(message, "shares", "data"):
        yield Attachment("link", words(share, "link"), words(share, "description") or words(share, "name"))
    story = at(message, "story")
    for how in story.values() if isinstance(story, Mapping) else ():
        yield Attachment("link", words(how, "link"))


def _enclosed(one: object) -> Attachment:
    if film := words(one, "video_data", "url"):
        return Attachment("video", film, words(one, "name"))
    if picture := words(one, "image_data", "url"):
        return Attachment("image", picture, words(one, "name"))
    sort = words(one, "mime_type").partition("/")[0]
    kind = sort if sort in ("image", "video", "audio") else "file"
    return Attachment(kind, words(one, "file_url"), words(one, "name"))


def number(answer: object, *path: str) -> int | None:
    """A count at the end of the path, or None."""
    found = at(answer, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None
