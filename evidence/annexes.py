"""What letter and report say beside the records, completed: seal, captured pages, threads, blackenings."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from PIL import Image

from casework.annex import Annex, Around, PageCapture
from casework.capture_record import Capture, CaptureFile, CaptureKind
from casework.dossier import Dossier, Exhibit
from casework.surroundings import Captured
from evidence import captures, form
from evidence.face import Face

MOST_PICTURES = 50  # of larger cases the pictures lie in the package only: report and export stay quick
WIDTH, HEIGHT = 900, 1_100  # of a picture in the report, in pixels; what is lower on the page is cut off
SHARPNESS = 70


def whole(dossier: Dossier, face: Face) -> Annex:
    """The dossier's annex with all that its records and the seal tell."""
    return replace(
        dossier.annex,
        seal="; ".join(face.german()) + ".",
        blackened=dossier.redactions,
        left_out=dossier.left_out,
        captures={
            one.message.id: tuple(_pages(dossier, number, one))
            for number, one in enumerate(dossier.exhibits, start=1)
            if one.captures
        },
        threads={one.message.id: tuple(_thread(one)) for one in dossier.exhibits if one.context},
        enclosures=tuple(_enclosures(dossier)),
    )


def _pages(dossier: Dossier, number: int, exhibit: Exhibit) -> Iterator[PageCapture]:
    for place, page in enumerate(exhibit.captures, start=1):
        yield PageCapture(
            about=f"Abbild {place} der Seite",
            secured_at=None if page.capture.doubtful else page.capture.secured_at,
            error=_why_not(page.capture),
            seen=tuple(_seen(page.capture)),
            files=tuple((captures.path(number, place, one.kind), one.sha256) for one in page.files),
            picture=_picture(dossier, page),
        )


def _why_not(capture: Capture) -> str:
    if capture.doubtful:
        return "eine Seite ist abgelegt, aber der Wortlaut der Nachricht wurde darauf nicht gefunden"
    return capture.error or ("" if capture.secured_at else "noch nicht versucht")


def _seen(capture: Capture) -> Iterator[tuple[str, str]]:
    """Where the browser ended, and what it remarked."""
    page = capture.page
    if final := str(page.get("final_url", "")):
        yield "Adresse", final
    remarks = page.get("remarks", ())
    yield from (("Hinweis", str(one)) for one in (remarks if isinstance(remarks, list | tuple) else ()))


def _picture(dossier: Dossier, page: Captured) -> bytes:
    """The upper part of the page's picture; nothing in large cases, and none where words are blackened."""
    if len(dossier.exhibits) > MOST_PICTURES or dossier.redactions:
        return b""
    shot = next((one for one in page.files if one.kind is CaptureKind.SCREENSHOT), None)
    return _small(dossier, shot) if shot else b""


def _small(dossier: Dossier, shot: CaptureFile) -> bytes:
    """A smaller JPEG; nothing where the file cannot be shown, which lies in the package all the same."""
    out = BytesIO()
    try:
        with Image.open(BytesIO(dossier.body(shot.id)), formats=["PNG"]) as full:
            upper = full.crop((0, 0, full.width, min(full.height, full.width * HEIGHT // WIDTH)))
            upper.thumbnail((WIDTH, HEIGHT))
            upper.convert("RGB").save(out, "JPEG", quality=SHARPNESS)
    except (OSError, ValueError, Image.DecompressionBombError):
        return b""
    return out.getvalue()


def _thread(exhibit: Exhibit) -> Iterator[Around]:
    """The thread in its order, the message itself among the others."""
    around = [*((one, False) for one in exhibit.context), (exhibit.message, True)]
    for one, own in sorted(around, key=lambda told: (told[0].sent_at, told[0].id)):
        yield Around(one.author.handle, one.sent_at, one.text, own)


def _enclosures(dossier: Dossier) -> Iterator[tuple[str, str]]:
    machines = (form.GRAPH, form.CRATE)
    yield form.TABLE, "Tabelle zum Sortieren und Filtern"
    yield ", ".join(one.removeprefix("data/") for one in machines), "dasselbe für Programme"
    if any(page.files for one in dossier.exhibits for page in one.captures):
        yield "data/items/…/capture-…", "Abbilder der Seiten (PNG, WACZ)"
