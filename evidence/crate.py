"""ro-crate-metadata.json: what the files of a package are, in the words of RO-Crate 1.3."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from casework.dossier import Dossier
from casework.visible import visible
from evidence import form

PAYLOAD = "data/"
SPECIFICATION = "https://w3id.org/ro/crate/1.3"
CASE_UCO = "https://ontology.caseontology.org/case/investigation/"
OCTETS = "application/octet-stream"
TYPES: Mapping[str, str] = {
    ".bin": OCTETS,
    ".flac": "audio/flac",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".txt": "text/plain",
    ".wacz": "application/wacz",
    ".wav": "audio/wav",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SAID: Mapping[str, str] = {
    form.README: "Was in diesem Paket liegt",
    form.REPORT: "Der Fall zum Lesen",
    form.CASE: "Der Fall, seine Fundstücke und die Hashwerte der Urdateien",
    form.AUDIT: "Einträge des Protokolls, die den Fall betreffen",
    form.TABLE: "Der Fall als Tabelle; maßgeblich sind die Urdateien",
    form.GRAPH: "Der Fall als CASE/UCO-Graph",
}
OF_AN_ITEM: Mapping[str, str] = {
    "raw-": "Die unveränderten Bytes einer Fassung, wie das Netzwerk sie geliefert hat",
    "media-": "Ein gesicherter Anhang, unveränderte Bytes",
    "message.": "Das Fundstück: Fassungen, Vorschläge der Maschine, Entscheidungen von Menschen",
}
TERMS = (
    "Nur für die Zwecke des Verfahrens, zu dem dieses Paket gehört; die Inhalte stammen von Dritten, "
    "an ihnen wird kein Recht eingeräumt."
)

Entity = dict[str, object]


def metadata(dossier: Dossier, sizes: Mapping[str, int]) -> bytes:
    """The description of the payload: `sizes` are the bytes of each of its files, by path in the package.

    The folder data/ is the crate. Hashes are in the manifests of the bag and are not repeated here.
    """
    graph = [
        _descriptor(),
        *_root(dossier, sizes),
        *_folders(sizes),
        *(_file(p, sizes[p]) for p in sorted(sizes)),
    ]
    return form.document({"@context": f"{SPECIFICATION}/context", "@graph": graph})


def said(path: str) -> str:
    """What a file of the package is, in German; empty where it explains itself."""
    name = PurePosixPath(path).name
    return SAID.get(path) or next(
        (words for start, words in OF_AN_ITEM.items() if name.startswith(start)), ""
    )


def _descriptor() -> Entity:
    about = {"conformsTo": {"@id": SPECIFICATION}, "about": {"@id": "./"}}
    return {"@id": form.CRATE.removeprefix(PAYLOAD), "@type": "CreativeWork", **about}


def _root(dossier: Dossier, sizes: Mapping[str, int]) -> Iterator[Entity]:
    """The crate itself, who made it and how, and the terms under which it may be used."""
    number, station = visible(dossier.case.number), visible(dossier.station.name)
    notice = " ÜBUNGSDATEN: Dieser Fall ist erfunden." if dossier.training else ""
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": f"Fall {number}",
        "description": f"Gesicherte Nachrichten zum Fall {number}, {station}.{notice}",
        "identifier": [{"@id": "#number"}, {"@id": "#run"}],
        "datePublished": form.moment(dossier.exported_at),
        "license": {"@id": "#terms"},
        "publisher": {"@id": "#station"},
        "mentions": {"@id": "#export"},
        "hasPart": [{"@id": _id(path)} for path in sorted(sizes) if not _folder(path)] + _parts(sizes),
    }
    yield {"@id": "#terms", "@type": "CreativeWork", "name": "Verwendung", "description": TERMS}
    yield {"@id": "#station", "@type": "Organization", "name": station}
    yield {"@id": "#exporter", "@type": "Person", "name": visible(dossier.exporter)}
    yield {"@id": "#number", "@type": "PropertyValue", "name": "Fallnummer", "value": number}
    yield {"@id": "#run", "@type": "PropertyValue", "name": "Lauf der Ausfuhr", "value": visible(dossier.run)}
    if form.GRAPH in sizes:
        yield {"@id": CASE_UCO, "@type": "CreativeWork", "name": "CASE/UCO, Ontologie für Ermittlungen"}
    yield {
        "@id": "#export",
        "@type": "CreateAction",
        "name": f"Ausfuhr des Falls {number} mit Streife",
        "agent": {"@id": "#exporter"},
        "result": {"@id": "./"},
        "endTime": form.moment(dossier.exported_at),
    }


def _parts(sizes: Mapping[str, int]) -> list[Entity]:
    return [{"@id": folder} for folder in sorted({_folder(path) for path in sizes} - {""})]


def _folders(sizes: Mapping[str, int]) -> Iterator[Entity]:
    """One data set an item, with its files."""
    inside: dict[str, list[str]] = {}
    for path in sorted(sizes):
        inside.setdefault(_folder(path), []).append(_id(path))
    inside.pop("", None)
    for folder, files in inside.items():
        yield {
            "@id": folder,
            "@type": "Dataset",
            "name": f"Fundstück {PurePosixPath(folder).name}",
            "description": "Eine Nachricht des Falls mit allem, was dazu gesichert wurde",
            "hasPart": [{"@id": file} for file in files],
        }


def _file(path: str, size: int) -> Entity:
    known = {"description": said(path)} if said(path) else {}
    graph = {"conformsTo": {"@id": CASE_UCO}} if path == form.GRAPH else {}
    return {
        "@id": _id(path),
        "@type": "File",
        "name": PurePosixPath(path).name,
        "contentSize": str(size),
        "encodingFormat": TYPES.get(PurePosixPath(path).suffix, OCTETS),
        **known,
        **graph,
    }


def _id(path: str) -> str:
    """The path inside the crate."""
    return path.removeprefix(PAYLOAD)


def _folder(path: str) -> str:
    """The folder of its item, with a slash at its end; empty for the files at the top."""
    parent = PurePosixPath(_id(path)).parent
    return "" if parent == PurePosixPath() else f"{parent}/"
