"""Secured attachments in a package: where they lie, what is said of them, and whether they are the ones."""

from collections.abc import Collection, Iterable, Iterator

from casework.dossier import Exhibit
from casework.media import Secured, placed
from casework.message import sha256
from casework.visible import visible
from evidence import bindings, form
from evidence.fixity import Shelf

# Only what is shown and never run is named by its kind; the network's own words name nothing.
STARTS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"\xff\xd8\xff", "jpg"),
    (0, b"GIF87a", "gif"),
    (0, b"GIF89a", "gif"),
    (8, b"WEBP", "webp"),
    (8, b"WAVE", "wav"),
    (4, b"ftyp", "mp4"),
    (0, b"\x1aE\xdf\xa3", "webm"),
    (0, b"OggS", "ogg"),
    (0, b"ID3", "mp3"),
    (0, b"fLaC", "flac"),
)


def path(number: int, secured: Secured) -> str:
    """Where the bytes lie: the item's folder, the attachment's place from 1, an ending by the bytes alone."""
    ending = next((e for at, start, e in STARTS if secured.body[at : at + len(start)] == start), "bin")
    return f"{form.folder(number)}/media-{secured.media.number + 1}.{ending}"


def arranged(exhibit: Exhibit) -> tuple[dict[int, Secured], list[Secured]]:
    """Place -> what was secured of the newest wording's attachments; then what it no longer shows."""
    kept = {one.media.number: one for one in exhibit.media}
    found = placed(exhibit.message.attachments, [one.media for one in exhibit.media])
    here = {place: kept.pop(one.number) for place, one in found.items()}
    return here, list(kept.values())


def faults(name: str, exhibit: Exhibit) -> Iterator[str]:
    """Attachments whose bytes are not those that were secured."""
    for one in exhibit.media:
        if sha256(one.body) != one.media.sha256:
            yield f"{name}, attachment {one.media.number + 1}: bytes differ from their hash"


def listed(number: int, exhibit: Exhibit) -> list[dict[str, object]]:
    """What case.json and message.json say of them."""
    return [
        {
            "number": one.media.number + 1,
            "file": path(number, one),
            "sha256": one.media.sha256,
            "bytes": one.media.size,
            "url": one.media.url,
            "content_type_told": one.media.content_type,
            "fetched_by": one.media.fetched_by,
            "fetched_at": one.media.fetched_at,
        }
        for one in exhibit.media
    ]


def logged(entries: Iterable[object]) -> dict[int, set[tuple[int, str]]]:
    """Message id -> place, from 1, and hash of each attachment that the log says was secured."""
    found: dict[int, set[tuple[int, str]]] = {}
    for entry in entries:
        match entry:
            case [_, _, _, "media_secured", str(subject), {"number": int(number), "sha256": str(digest)}]:
                if message_id := bindings.of_message(subject):
                    found.setdefault(message_id, set()).add((number + 1, digest))
            case _:
                pass
    return found


def check(shelf: Shelf, item: form.Item, in_log: Collection[tuple[int, str]]) -> list[str]:
    """What is wrong with an item's attachments, also beside what the log says was secured."""
    wrong = [
        f"{visible(one.file)} does not hold the bytes of attachment {one.number}"
        for one in item.media
        if not one.file.startswith(f"{item.folder}/media-")
        or shelf.digests(one.file).get("sha256") != one.sha256
    ]
    if sorted((one.number, one.sha256) for one in item.media) != sorted(in_log):
        wrong.append("the audit log says that other attachments were secured")
    return wrong
