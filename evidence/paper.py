"""Letter and report of a case on paper: PDF/A-3a and PDF/UA-1, in volumes where a case is large."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from casework.annex import Annex, Recipient
from casework.dossier import Dossier
from casework.message import sha256
from evidence import form, paper_items, paper_law, paper_parts
from evidence.ink import Ink, Own, Plain, Short
from evidence.paper_parts import Author, Section
from evidence.paper_plan import Volume, planned
from evidence.phrases import counted, day, exporter
from evidence.progress import Heard, nobody
from evidence.typesetting import Sheet, printed


def papers(
    dossier: Dossier,
    annex: Annex | None = None,
    sign: Callable[[bytes], bytes] = bytes,
    heard: Heard = nobody,
) -> dict[str, bytes]:
    """Path in the package -> PDF: the report's volumes and the letter, which names them by hash.

    `sign` puts a signature into each; `heard` is told (PDFs set, PDFs in all).
    """
    annex = annex or Annex()
    volumes = report_volumes(dossier, annex, heard=heard)
    named = {form.volume(number): sign(pdf) for number, pdf in enumerate(volumes, start=1)}
    last = letter(dossier, annex.recipient, annex, {name: sha256(pdf) for name, pdf in named.items()})
    heard(len(volumes) + 1, len(volumes) + 1)
    return {**named, form.LETTER: sign(last)}


def report(
    dossier: Dossier,
    blackened: Sequence[str] = (),
    annex: Annex | None = None,
    *,
    system_fonts: bool = True,
) -> bytes:
    """The report's first volume; it is the whole report up to about 200 items, see `report_volumes`."""
    annex = annex or Annex()
    told = replace(annex, blackened=(*annex.blackened, *blackened))
    return report_volumes(dossier, told, system_fonts=system_fonts)[0]


def report_volumes(
    dossier: Dossier, annex: Annex, *, system_fonts: bool = True, heard: Heard = nobody
) -> list[bytes]:
    """All volumes of the report, the one with the table of items first.

    Those with items go to the press first, so that the table can name their pages. Without `system_fonts` it
    is set with the shipped fonts alone. `heard` is told (volumes set, volumes and the letter).
    """
    ink, authors = Ink(annex.blackened), paper_parts.authors(dossier)
    plan = planned(dossier, annex, len(authors))
    pages: dict[int, str] = {}
    done: dict[int, bytes] = {}
    for volume in sorted(plan, key=lambda one: (not one.items, one.number)):
        parts = _parts(dossier, annex, volume, authors, pages)
        sheet = _sheet(dossier, parts, annex, volume.number, len(plan))
        listed = len(plan) > 1 and bool(volume.items)
        out = printed(sheet, ink, system_fonts=system_fonts, pages=listed)
        pages |= {item: f"{volume.number} / {page}" for item, page in out.pages.items()}
        done[volume.number] = out.pdf
        heard(len(done), len(plan) + 1)
    return [done[volume.number] for volume in plan]


def letter(
    dossier: Dossier,
    recipient: Recipient,
    annex: Annex | None = None,
    reports: Mapping[str, str] | None = None,
) -> bytes:
    """The cover letter (DIN 5008, form B); `reports` are the report's volumes with their SHA-256."""
    annex, case = annex or Annex(), dossier.case
    says = {
        "title": Plain(f"Anschreiben zum Fall {case.number}"),
        "author": Plain(dossier.station.name),
        "training": dossier.training,
        "station": Short(dossier.station.name),
        "sender": list(annex.sender.address),
        "contact": list(annex.sender.contact),
        "recipient": list(recipient.lines),
        "aside": _references(dossier, recipient),
        "number": Short(case.number),
        "subject": case.title,
        "affected": case.entitled_person,
        "basis": annex.basis,
        "applications": paper_law.in_short(dossier),
        "count": Own(counted(len(dossier.exhibits), "gesicherten Nachricht", "gesicherten Nachrichten")),
        "enclosures": list(_enclosures(dossier, annex, reports or {})),
        "reports": [(Own(name), Own(digest)) for name, digest in (reports or {}).items()],
        "seal": annex.seal,
        "blackened": bool(annex.blackened),
        "signer": Short(exporter(dossier)),
    }
    return printed(Sheet("letter.typ", says, dossier.exported_at), Ink(annex.blackened)).pdf


def _parts(
    dossier: Dossier, annex: Annex, volume: Volume, authors: Sequence[Author], pages: Mapping[int, str]
) -> list[Section]:
    """What one volume says, in order; what is told once stands in the first."""
    first, chosen = volume.number == 1, volume.items
    rows = [paper_items.row(n + 1, dossier.exhibits[n], pages.get(n + 1)) for n in volume.rows]
    items = [paper_items.item(dossier, annex, n + 1, dossier.exhibits[n]) for n in chosen]
    wrote = [authors[n] for n in volume.authors]
    entries = dossier.audit[volume.entries.start : volume.entries.stop]
    return [
        *([paper_parts.at_a_glance(dossier, annex)] if first else []),
        *([paper_parts.index(rows)] if rows else []),
        *([paper_parts.people(dossier, wrote, first=first)] if wrote or first else []),
        *(_law(dossier, annex) if first else []),
        *([{"kind": Own("items"), "title": Own("Fundstücke"), "items": items}] if items else []),
        *([paper_parts.log(entries)] if entries else []),
        *([paper_parts.ending(dossier, annex)] if first else []),
    ]


def _law(dossier: Dossier, annex: Annex) -> list[Section]:
    return [
        paper_law.elements(dossier),
        paper_law.clocks(dossier, annex),
        paper_law.applications(dossier),
    ]


def _sheet(dossier: Dossier, parts: Sequence[Section], annex: Annex, volume: int, volumes: int) -> Sheet:
    name = "Bericht" if volumes == 1 else f"Bericht, Band {volume} von {volumes},"
    says = {
        "title": Plain(f"{name} zum Fall {dossier.case.number}"),
        "author": Plain(dossier.station.name),
        "training": dossier.training,
        "station": Short(dossier.station.name),
        "sender": list(annex.sender.address),
        "number": Short(dossier.case.number),
        "run": Short(dossier.run),
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
        (Own("Unser Zeichen"), Short(dossier.case.number)),
        (Own("Lauf"), Short(dossier.run)),
        (Own("Bearbeitung"), Short(exporter(dossier))),
        (Own("Datum"), day(dossier.exported_at)),
    ]


def _enclosures(
    dossier: Dossier, annex: Annex, reports: Mapping[str, str]
) -> Iterator[tuple[object, object]]:
    yield from ((Own(name), Own("Bericht (PDF/A-3a, PDF/UA-1)")) for name in reports)
    count = len(dossier.exhibits)
    yield (
        Own("data/items/"),
        Own(f"{counted(count, 'Fundstück', 'Fundstücke')}: Urdateien, Anhänge, message.json"),
    )
    yield Own(form.CASE), Own("Fall, Beteiligte, Hashwerte der Urdateien")
    yield (
        Own(form.AUDIT),
        Own(f"Protokoll: {counted(len(dossier.audit), 'Eintrag', 'Einträge')} mit Blattwerten"),
    )
    yield from ((Own(name), Own(about)) for name, about in annex.enclosures)
    yield (
        Own("manifest-*.txt, tagmanifest-*.txt"),
        Own("Prüfsummen aller Dateien (BagIt 1.0, SHA-256, SHA-512)"),
    )
    yield Own(form.VERIFY), Own("Befehle, mit denen jede Stelle das Paket selbst prüft")
