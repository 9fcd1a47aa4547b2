"""The XJustiz message beside a package: which files it holds, for the prosecutor's own programs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from casework.annex import Recipient
from casework.dossier import Dossier
from casework.errors import Refused
from evidence import form
from evidence.crate import said
from evidence.latin import latin
from evidence.nodes import Names, names_of

ENDING = ".xjustiz.xml"
SIGNATURE = ".p7s"
_SUPPORTED = re.compile(r"3\.([6-9]|[1-9][0-9])\.[0-9]+")
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Standard:
    """The release of XJustiz that is written, from 3.6.0 on, and its codes; an operator may set another.

    Codes are those of the code lists gds.aktentyp ("Strafakte"), gds.dokumentklasse in the named version
    ("Andere / Sonstige") and gds.bestandteiltyp ("Original", "Signaturdatei"). `schema` is the folder with
    the release's XSD files, which Streife does not bring along; without it nothing is checked against it.
    """

    version: str = "3.6.2"
    recipient: str = "Staatsanwaltschaft"
    schema: Path | None = None
    namespace: str = "http://www.xjustiz.de"
    message: str = "nachricht.gds.uebermittlungSchriftgutobjekte.0005005"
    file_kind: str = "012"
    document_class: str = "001"
    document_classes: str = "1.4"
    original: str = "001"
    signature: str = "003"

    def __post_init__(self) -> None:
        if not _SUPPORTED.fullmatch(self.version):
            raise Refused(f"xjustiz_version: {self.version}; the message is built as from release 3.6.0 on")


DEFAULT = Standard()


def beside(package: Path) -> Path:
    """Where the message to a package lies."""
    return package.with_name(package.name + ENDING)


def message(
    dossier: Dossier, package: str, digests: Mapping[str, str], standard: Standard = DEFAULT
) -> bytes:
    """The message as UTF-8 XML; `digests` are the SHA-256 (hex) of all files of the package by path.

    It names station, case number, recipient and files: no person, no account, no word of a message. A file
    keeps its identifier in a later export of the case as long as its bytes are the same. Raises Refused
    where a schema is given and the message is not valid by it.
    """
    held = BytesIO()
    with etree.xmlfile(held, encoding="UTF-8") as file:
        _Writer(file, standard, names_of(dossier)).write(dossier, package, digests)
    content = DECLARATION + held.getvalue() + b"\n"
    if standard.schema:
        check(content, standard)
    return content


def check(content: bytes, standard: Standard) -> None:
    """Raises Refused, with line and reason, where the message is not valid by the operator's schema."""
    if not standard.schema:
        raise Refused("xjustiz_schema: not set; name the folder with the XSD files of the release")
    schema = _schema(standard.schema, standard.message)
    if not schema.validate(
        etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    ):
        first = schema.error_log[0]
        raise Refused(
            f"XJustiz message: not valid by the schema in {standard.schema}, line {first.line}: "
            f"{first.message}; set xjustiz_version and its folder to the same release"
        )


@cache
def _schema(folder: Path, name: str) -> Any:
    """The release's schema, read once; nothing is fetched from anywhere."""
    declared = f'name="{name}"'.encode()
    for file in sorted(folder.glob("*.xsd")):
        if declared in file.read_bytes():
            try:
                return etree.XMLSchema(etree.parse(file, etree.XMLParser(no_network=True)))
            except (etree.XMLSchemaParseError, etree.XMLSyntaxError) as why:
                raise Refused(f"{file}: no schema ({why}); fetch the release's XSD files again") from why
    raise Refused(f"{folder}: no XSD file there declares {name}; unpack the release's XSD files into it")


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes piece by piece, so that a large package needs no large tree."""

    file: Any
    standard: Standard
    names: Names

    def write(self, dossier: Dossier, package: str, digests: Mapping[str, str]) -> None:
        with self._in(self.standard.message, nsmap={None: self.standard.namespace}):
            self._head(dossier)
            with self._in("grunddaten"):
                pass
            with self._in("schriftgutobjekte"), self._in("akte"):
                self._identified(self.names("file"), 1)
                with self._in("xjustiz.fachspezifischeDaten"):
                    self._code("aktentyp", self.standard.file_kind)
                    self._leaf("anzeigename", latin(f"Fall {dossier.case.number}"))
                    with self._in("aktenzeichen"), self._in("auswahl_aktenzeichen"):
                        self._leaf("aktenzeichen.freitext", latin(dossier.case.number))
                    with self._in("inhalt"):
                        for number, paths in enumerate(_documents(digests), start=1):
                            self._document(package, number, paths, digests)

    def _head(self, dossier: Dossier) -> None:
        with self._in("nachrichtenkopf", xjustizVersion=self.standard.version):
            self._leaf("erstellungszeitpunkt", form.moment(dossier.exported_at))
            with self._in("absender"):
                self._partner(dossier.station.name)
                self._leaf("aktenzeichen", latin(dossier.case.number))
                self._leaf("eigeneNachrichtenID", _uuid(self.names("message", dossier.run)))
            with self._in("empfaenger"):
                known = dossier.annex.recipient
                self._partner(self.standard.recipient if known == Recipient() else known.lines[0])
                with self._in("auswahl_aktenzeichen"):
                    self._leaf("aktenzeichen.unbekannt", "true")
            with self._in("herstellerinformation"):
                self._leaf("nameDesProdukts", "Streife")
                self._leaf("herstellerDesProdukts", "Streife")
                self._leaf("version", form.FORMAT)

    def _partner(self, name: str) -> None:
        with self._in("informationen"), self._in("auswahl_kommunikationspartner"):
            self._leaf("sonstige", latin(name))

    def _document(self, package: str, number: int, paths: Sequence[str], digests: Mapping[str, str]) -> None:
        """One file, and the signature over it where there is one."""
        with self._in("dokument"):
            self._identified(self.names("file", paths[0], digests[paths[0]]), number)
            with self._in("xjustiz.fachspezifischeDaten"):
                self._code("dokumentklasse", self.standard.document_class, self.standard.document_classes)
                self._leaf("anzeigename", said(paths[0]) or paths[0])
                for path in paths:
                    signs = path != paths[0]
                    with self._in("datei"):
                        self._leaf("dateiname", f"{package}/{path}")
                        self._code(
                            "bestandteil", self.standard.signature if signs else self.standard.original
                        )
                        if signs:
                            self._leaf("dateiname.bezugsdatei", f"{package}/{paths[0]}")

    def _identified(self, name: str, number: int) -> None:
        with self._in("identifikation"):
            self._leaf("id", _uuid(name))
            self._leaf("nummerImUebergeordnetenContainer", str(number))

    def _code(self, name: str, code: str, version: str = "") -> None:
        """A code of a list; `code` itself is in no namespace, as XÖV has it."""
        listed = {"listVersionID": version} if version else {}
        with self._in(name, **listed), self.file.element("code", nsmap={None: ""}):
            self.file.write(code)

    def _leaf(self, name: str, words: str) -> None:
        with self._in(name):
            self.file.write(words)

    @contextmanager
    def _in(self, name: str, nsmap: Any = None, **attributes: str) -> Iterator[None]:
        tag = f"{{{self.standard.namespace}}}{name}"
        with self.file.element(tag, attributes, nsmap=nsmap):
            yield


def _documents(paths: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The files in order, each with the signature over it."""
    for path in sorted(paths):
        if path.endswith(SIGNATURE) and path.removesuffix(SIGNATURE) in paths:
            continue
        yield (path, path + SIGNATURE) if path + SIGNATURE in paths else (path,)


def _uuid(name: str) -> str:
    return name.removeprefix("urn:uuid:")
