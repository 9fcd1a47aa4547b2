"""Letter and report of a case on paper: PDF/A-3a and PDF/UA-1, in volumes where a case is large."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from casework.annex import Annex, Recipient
from casework.blackening import Blackening
from casework.dossier import Dossier
from casework.message import sha256
from evidence import form, paper_items, paper_parts
from evidence.ink import Ink, Own, Plain
from evidence.paper_parts import Part
from evidence.phrases import counted, day, exporter
from evidence.typesetting import Sheet, printed

LARGEST_VOLUME = 250.0
CHARACTERS_PER_ITEM = 4_000
ROWS_PER_ITEM = 12
ENTRIES_PER_ITEM = 10


@dataclass(frozen=True, slots=True)
class Volume:
    """What one volume holds: items from `first` (counted from 1) on, and entries of the log."""

    first: int = 1
    items: int = 0
    entries: tuple[int, int] = (0, 0)


def papers(dossier: Dossier, annex: Annex | None = None) -> dict[str, bytes]:
    """Path in the package -> PDF: the report's volumes and the letter."""
    annex = annex or Annex()
    volumes = report_volumes(dossier, annex)
    named = {form.volume(number): pdf for number, pdf in enumerate(volumes, start=1)}
    return {**named, form.LETTER: letter(dossier, annex.recipient, annex, {n: sha256(p) for n, p in named.items()})}


def report(dossier: Dossier, blackened: Sequence[Blackening] = (), annex: Annex | None = None) -> bytes:
    """The report's first volume; it is the whole report up to about 200 items."""
    annex = annex or Annex()
    return report_volumes(dossier, replace(annex, blackened=(*annex.blackened, *blackened)))[0]


def report_volumes(dossier: Dossier, annex: Annex) -> list[bytes]:
    """All volumes of the report, the one with the table of items first."""
    ink, plan = Ink(annex.blackened), planned(dossier)
    if len(plan) == 1:
        return [_first(dossier, annex, ink, 1, {}, whole=True)]
    places: dict[int, str] = {}
    later: list[bytes] = []
    for number, volume in enumerate(plan[1:], start=2):
        parts = _items(dossier, annex, volume) if volume.items else _entries(dossier, volume)
        done = printed(_sheet(dossier, annex, parts, number, len(plan)), ink, pages=bool(volume.items))
        places |= {item: f"{number} / {page}" for item, page in done.pages.items()}
        later.append(done.pdf)
    return [_first(dossier, annex, ink, len(plan), places, whole=False), *later]


def letter(
    dossier: Dossier, recipient: Recipient, annex: Annex | None = None, reports: Mapping[str, str] | None = None
) -> bytes:
    """The cover letter (DIN 5008, form B); `reports` are the report's volumes with their SHA-256."""
    annex, case = annex or Annex(), dossier.case
    says = {
        "title": Plain(f"Anschreiben zum Fall {case.number}"),
        "author": Plain(dossier.station.name),
        "training": dossier.training,
        "station": dossier.station.name,
        "sender": list(annex.sender.address),
        "contact": list(annex.sender.contact),
        "recipient": list(recipient.lines),
        "aside": _references(dossier, recipient),
        "number": case.number,
        "subject": case.title,
        "affected": case.entitled_person,
        "basis": annex.basis,
        "count": Own(counted(len(dossier.exhibits), "gesicherte Nachricht", "gesicherte Nachrichten")),
        "enclosures": list(_enclosures(dossier, annex, reports or {})),
        "reports": [(Own(name), Own(digest)) for name, digest in (reports or {}).items()],
        "seal": annex.seal,
        "blackened": bool(annex.blackened),
        "signer": exporter(dossier),
    }
    return printed(Sheet("letter.typ", says, dossier.exported_at), Ink(annex.blackened)).pdf


def planned(dossier: Dossier) -> list[Volume]:
    """Which items and entries go into which volume, so that the press never needs much memory for one."""
    weights = [_weight(sum(len(v.text) for v in one.versions)) for one in dossier.exhibits]
    head = len(weights) / ROWS_PER_ITEM
    if head + sum(weights) + len(dossier.audit) / ENTRIES_PER_ITEM <= LARGEST_VOLUME:
        return [Volume(items=len(weights), entries=(0, len(dossier.audit)))]
    step = int(LARGEST_VOLUME * ENTRIES_PER_ITEM)
    entries = [Volume(entries=(n, n + step)) for n in range(0, len(dossier.audit), step)]
    return [Volume(), *_filled(weights), *entries]


def _filled(weights: Sequence[float]) -> Iterator[Volume]:
    first, held, count = 1, 0.0, 0
    for number, weight in enumerate(weights, start=1):
        if count and held + weight > LARGEST_VOLUME:
            yield Volume(first, count)
            first, held, count = number, 0.0, 0
        held, count = held + weight, count + 1
    if count:
        yield Volume(first, count)


def _weight(characters: int) -> float:
    return 1 + characters / CHARACTERS_PER_ITEM


def _first(
    dossier: Dossier, annex: Annex, ink: Ink, volumes: int, places: Mapping[int, str], *, whole: bool
) -> bytes:
    rows = [paper_items.row(n, one, places.get(n)) for n, one in enumerate(dossier.exhibits, start=1)]
    everything = Volume(items=len(dossier.exhibits), entries=(0, len(dossier.audit)))
    parts: list[Part] = [
        paper_parts.at_a_glance(dossier, annex),
        paper_parts.index(rows, "Verzeichnis der Fundstücke"),
        paper_parts.people(dossier),
        paper_parts.elements(dossier),
        paper_parts.clocks(dossier, annex),
        *(_items(dossier, annex, everything) if whole else []),
        *(_entries(dossier, everything) if whole else []),
        paper_parts.ending(dossier, annex),
    ]
    return printed(_sheet(dossier, annex, parts, 1, volumes), ink).pdf


def _items(dossier: Dossier, annex: Annex, volume: Volume) -> list[Part]:
    chosen = enumerate(dossier.exhibits[volume.first - 1 : volume.first - 1 + volume.items], start=volume.first)
    items = [paper_items.item(dossier, annex, number, one) for number, one in chosen]
    return [{"kind": Own("items"), "title": Own("Fundstücke"), "items": items}]


def _entries(dossier: Dossier, volume: Volume) -> list[Part]:
    start, end = volume.entries
    return [paper_parts.log(dossier.audit[start:end], "Beweiskette: Protokoll zu diesem Fall")]


def _sheet(dossier: Dossier, annex: Annex, parts: Sequence[Part], volume: int, volumes: int) -> Sheet:
    name = "Bericht" if volumes == 1 else f"Bericht, Band {volume} von {volumes},"
    says = {
        "title": Plain(f"{name} zum Fall {dossier.case.number}"),
        "author": Plain(dossier.station.name),
        "training": dossier.training,
        "station": dossier.station.name,
        "sender": list(annex.sender.address),
        "number": dossier.case.number,
        "run": dossier.run,
        "subtitle": dossier.case.title,
        "aside": paper_parts.aside(dossier),
        "volume": volume,
        "volumes": volumes,
        "parts": parts,
    }
    return Sheet("report.typ", says, dossier.exported_at)


def _references(dossier: Dossier, recipient: Recipient) -> list[tuple[Own, object]]:
    return [
        (Own("Ihr Zeichen"), recipient.reference or Own("–")),
        (Own("Unser Zeichen"), dossier.case.number),
        (Own("Lauf"), dossier.run),
        (Own("Bearbeitung"), exporter(dossier)),
        (Own("Datum"), day(dossier.exported_at)),
    ]


def _enclosures(dossier: Dossier, annex: Annex, reports: Mapping[str, str]) -> Iterator[tuple[object, object]]:
    yield from ((Own(name), Own("Bericht (PDF/A-3a, PDF/UA-1)")) for name in reports)
    count = len(dossier.exhibits)
    yield Own("data/items/"), Own(f"{counted(count, 'Fundstück', 'Fundstücke')}: Urdateien, Anhänge, message.json")
    yield Own(form.CASE), Own("Fall, Beteiligte, Hashwerte der Urdateien")
    yield Own(form.AUDIT), Own(f"Protokoll: {counted(len(dossier.audit), 'Eintrag', 'Einträge')} mit Blattwerten")
    yield from annex.enclosures
    yield Own("manifest-*.txt, tagmanifest-*.txt"), Own("Prüfsummen aller Dateien (BagIt 1.0, SHA-256, SHA-512)")
    yield Own(form.VERIFY), Own("Befehle, mit denen jede Stelle das Paket selbst prüft")
