"""The form of a package: its file names, and the parts of its JSON that a verifier relies on."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from casework.application import Application
from casework.dossier import Dossier
from casework.elements import ElementCheck
from casework.message import Version, storable

FORMAT = "streife-package/1"
CASE = "data/case.json"
AUDIT = "data/audit.jsonl"
REPORT = "data/bericht.pdf"
LETTER = "data/anschreiben.pdf"
README = "data/LIESMICH.txt"
TABLE = "data/tabelle.xlsx"
GRAPH = "data/case-graph.jsonld"
CRATE = "data/ro-crate-metadata.json"
VERIFY = "VERIFY.txt"
HEAD = "data/audit-head.json"
HEAD_FORMAT = "streife-audit-head/1"
SEAL = "data/seal.json"
CERTIFICATES = "certificates.pem"
SIGNATURE = "signature.p7s"
HEAD_SIGNATURE = "audit-head.p7s"
SEAL_SUMS = "seal-sha256.txt"
DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
ALGORITHMS = ("sha256", "sha512")
MANIFESTS = {name: f"manifest-{name}.txt" for name in ALGORITHMS}
TAG_MANIFESTS = {name: f"tagmanifest-{name}.txt" for name in ALGORITHMS}
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PAPER = re.compile(r"data/(anschreiben|bericht(-[0-9]+)?)\.pdf")  # each of these carries a signature
_NOT_ASCII = re.compile("[^\x00-\x7f]")
TAG_FILES = frozenset({DECLARATION, INFO, VERIFY, CERTIFICATES, *MANIFESTS.values()})
# What is signed: each signature covers the file named here, and each time stamp its signature.
SIGNED = {SIGNATURE: TAG_MANIFESTS["sha256"], HEAD_SIGNATURE: HEAD}


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class Wording(_Form):
    """One version of a message: the file that holds its original bytes, and their SHA-256 (hex)."""

    version: int
    file: str
    sha256: str


class Attached(_Form):
    """A secured attachment: its place beside the message, from 1, its file, and the SHA-256 (hex)."""

    number: int
    file: str
    sha256: str


class PageFile(_Form):
    """One file of a captured page: its kind (casework.capture_record) and SHA-256 (hex)."""

    kind: str
    file: str
    sha256: str


class Page(_Form):
    """A capture of a message's page: its number, from 1, how it stands, and its files."""

    number: int
    state: str
    files: tuple[PageFile, ...] = ()


class Bound(_Form):
    """Which version was bound into the case, and the hash that pinned it then."""

    version: int
    sha256: str


class Item(_Form):
    """One message of the case."""

    folder: str
    message_id: int
    bound: Bound
    versions: tuple[Wording, ...]
    media: tuple[Attached, ...] = ()
    captures: tuple[Page, ...] = ()


class Head(_Form):
    """The audit log at export."""

    size: int
    root: str


class Export(_Form):
    """The export itself."""

    run: str
    at: str
    audit_head: Head


class Case(_Form):
    """Which case it is."""

    id: int
    number: str


class CaseFile(_Form):
    """What the verifier reads of data/case.json."""

    format: Literal["streife-package/1"]
    export: Export
    case: Case
    applications: tuple[Application, ...] = ()
    element_checks: tuple[ElementCheck, ...] = ()
    items: tuple[Item, ...]


class MessageFile(_Form):
    """What the verifier reads of an item's message.json."""

    message_id: int
    versions: tuple[Wording, ...]
    media: tuple[Attached, ...] = ()
    captures: tuple[Page, ...] = ()


class AuditLine(_Form):
    """One line of data/audit.jsonl; `content` is exactly what the leaf was hashed from."""

    seq: int
    content: str
    leaf: str
    root: str
    proof: tuple[str, ...]


class SealFile(_Form):
    """What the verifier reads of data/seal.json: who signed, and who told the time if anybody did."""

    signed_by: str
    certificate_sha256: str
    demo: bool
    time_stamped_by: str


class HeadFile(_Form):
    """What the verifier reads of data/audit-head.json, the statement about the audit log that is signed."""

    format: Literal["streife-audit-head/1"]
    case: str
    run: str
    at: str
    size: int
    root: str


def stamp_of(signature: str) -> str:
    """Where the time stamp over a signature lies."""
    return f"{signature}.tsr"


def seal_files(stamped: bool) -> frozenset[str]:
    """The files that no tag manifest can name, because they are made once it is there."""
    return frozenset({*SIGNED, *(map(stamp_of, SIGNED) if stamped else ())})


def head(dossier: Dossier) -> bytes:
    """data/audit-head.json: how long the audit log was at this export, and its root."""
    return document(
        {
            "format": HEAD_FORMAT,
            "case": dossier.case.number,
            "run": dossier.run,
            "at": dossier.exported_at,
            "size": dossier.head.size,
            "root": dossier.head.root,
        }
    )


def folder(number: int) -> str:
    """Where an item lies; counted, never named by a stranger's words."""
    return f"data/items/{number:04d}"


def volume(number: int) -> str:
    """Where a volume of the report lies, from 1; the first one has the table of items."""
    return REPORT if number == 1 else f"data/bericht-{number}.pdf"


def raw_path(number: int, version: Version) -> str:
    """Where the original bytes of one version lie: .json when they are JSON, else .bin."""
    return f"{folder(number)}/raw-v{version.version}.{'json' if _is_json(version.raw) else 'bin'}"


def document(value: object) -> bytes:
    """One JSON document: sorted keys, two spaces, ASCII only, so that every editor shows the same."""
    return _json(value, indent=2)


def line(value: object) -> bytes:
    """One line of JSON Lines, in the same manner."""
    return _json(value, separators=(",", ":"))


def moment(at: datetime) -> str:
    """RFC 3339 in UTC."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _json(value: object, **layout: Any) -> bytes:
    text = json.dumps(value, default=_plain, sort_keys=True, allow_nan=False, ensure_ascii=False, **layout)
    return _NOT_ASCII.sub(lambda found: json.dumps(found.group())[1:-1], storable(text)).encode() + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, Mapping):
        return dict(value)
    if is_dataclass(value):
        return {f.name: getattr(value, f.name) for f in fields(value)}
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _is_json(raw: bytes) -> bool:
    try:
        json.loads(raw)
    except (ValueError, RecursionError):
        return False
    return True
