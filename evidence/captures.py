"""Captured pages in a package: where they lie, what is said of them, and whether they are the ones.

`files` gives the payload file by file, `listed` is the `captures` of case.json and message.json (in the form
`form.Page`), `context` the `context` of message.json, `check` what verification asks.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from casework.capture_record import CaptureFile, CaptureKind, CaptureState
from casework.dossier import Body, Exhibit
from casework.errors import Refused
from casework.message import Message, sha256
from casework.surroundings import Captured
from casework.visible import visible
from evidence import bindings, form
from evidence.fixity import Shelf

ENDINGS = {
    CaptureKind.SCREENSHOT: ".png",
    CaptureKind.ARCHIVE: ".wacz",
    CaptureKind.TEXT: ".txt",
    CaptureKind.PROFILE: "-profile.png",
}
KINDS = {
    CaptureKind.SCREENSHOT: "Bild der Seite",
    CaptureKind.ARCHIVE: "Archiv der Seite (WACZ)",
    CaptureKind.TEXT: "Wortlaut der Seite",
    CaptureKind.PROFILE: "Bild des Profils",
}


def path(number: int, place: int, kind: CaptureKind) -> str:
    """Where a file of a capture lies: the item's folder, the capture's place from 1, an ending by kind."""
    return f"{form.folder(number)}/capture-{place}{ENDINGS[kind]}"


def files(number: int, exhibit: Exhibit, body: Body) -> dict[str, tuple[int, Callable[[], bytes]]]:
    """Path in the package -> size, and what reads the bytes.

    Reading raises Refused where the bytes are not those that were secured.
    """
    return {
        path(number, place, one.kind): (one.size, _reader(exhibit.message.id, one, body))
        for place, page in enumerate(exhibit.captures, start=1)
        for one in page.files
    }


def listed(number: int, exhibit: Exhibit) -> list[dict[str, object]]:
    """What case.json and message.json say of the captures, those that failed too."""
    return [_page(number, place, page) for place, page in enumerate(exhibit.captures, start=1)]


def context(exhibit: Exhibit) -> list[dict[str, object]]:
    """The thread as far as we hold it, in message.json: who wrote what when, before and behind."""
    return [
        {name: getattr(one, name) for name in _CONTEXT} | {"before": _is_before(one, exhibit.message)}
        for one in exhibit.context
    ]


def logged(entries: Iterable[object]) -> dict[int, set[tuple[str, str]]]:
    """Message id -> kind and hash of each file that the log says was captured."""
    found: dict[int, set[tuple[str, str]]] = {}
    for entry in entries:
        match entry:
            case [_, _, _, "capture_secured", str(subject), {"files": list(captured)}]:
                if message_id := bindings.of_message(subject):
                    found.setdefault(message_id, set()).update(_pairs(captured))
            case _:
                pass
    return found


def check(
    shelf: Shelf, folder: str, captures: Sequence[form.Page], in_log: Collection[tuple[str, str]]
) -> list[str]:
    """What is wrong with an item's captured pages, also beside what the log says was captured."""
    found = [one for page in captures for one in page.files]
    wrong = [
        f"{visible(one.file)} does not hold the bytes of the captured page ({visible(one.kind)})"
        for one in found
        if not one.file.startswith(f"{folder}/capture-")
        or shelf.digests(one.file).get("sha256") != one.sha256
    ]
    if {(one.kind, one.sha256) for one in found} != set(in_log):
        wrong.append("the audit log says that other pages were captured")
    hollow = [p.number for p in captures if bool(p.files) != (p.state == CaptureState.SECURED.value)]
    wrong += [f"capture {n} is called secured without files, or has files without being so" for n in hollow]
    return wrong


_CONTEXT = (
    "id",
    "native_id",
    "kind",
    "author",
    "text",
    "sent_at",
    "received_at",
    "deleted_at",
    "url",
    "parent",
)
_TOLD = (
    "reason",
    "state",
    "version",
    "asked_by",
    "asked_at",
    "tries",
    "tried_at",
    "secured_at",
    "error",
    "page",
)


def _reader(message_id: int, one: CaptureFile, body: Body) -> Callable[[], bytes]:
    def read() -> bytes:
        content = body(one.id)
        if len(content) != one.size or sha256(content) != one.sha256:
            raise Refused(
                f"message {message_id}, {one.kind.value}: bytes differ from their hash; "
                "the store was changed; run `streife audit verify` and compare with a backup"
            )
        return content

    return read


def _page(number: int, place: int, page: Captured) -> dict[str, object]:
    told: dict[str, object] = {name: getattr(page.capture, name) for name in _TOLD}
    kept = [
        {
            "kind": one.kind,
            "file": path(number, place, one.kind),
            "media_type": one.media_type,
            "bytes": one.size,
            "sha256": one.sha256,
        }
        for one in page.files
    ]
    return {"number": place, **told, "files": kept}


def _is_before(one: Message, message: Message) -> bool:
    return (one.sent_at, one.id) < (message.sent_at, message.id)


def _pairs(captured: Iterable[object]) -> Iterator[tuple[str, str]]:
    for one in captured:
        match one:
            case [str(kind), str(digest), int()]:
                yield kind, digest
            case _:
                pass
