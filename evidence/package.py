"""What a package holds: every payload file with its bytes, made from a dossier and nothing else."""

from collections.abc import Collection, Mapping
from functools import partial

from casework import blackening, custody
from casework.dossier import Dossier, Exhibit
from casework.errors import Refused
from casework.message import Version, sha256
from casework.record import AuditEntry
from evidence import annexes, bindings, captures, crate, form, graph, leaflets, media, paper, pins, tables
from evidence.part import Part
from evidence.progress import Heard, nobody
from evidence.sealing import Seal

REMEDY = "the store was changed; run `streife audit verify` and compare with a backup"


def contents(dossier: Dossier, seal: Seal, heard: Heard = nobody) -> Mapping[str, Part]:
    """Path in the package -> its bytes, for the whole payload; what is large is fetched one by one.

    The PDFs are signed; `heard` is told (PDFs set, PDFs in all). Raises Refused when the dossier contradicts
    itself: bytes are not those that were secured, or an audit entry is not the one that was sealed. Such a
    case is not exported but looked into.
    """
    _check_custody(dossier)
    face = seal.face
    payload = {
        form.CASE: Part.of(form.document(case_file(dossier))),
        form.AUDIT: Part.of(b"".join(form.line(_entry(dossier, entry)) for entry in dossier.audit)),
        form.HEAD: Part.of(form.head(dossier)),
        form.SEAL: Part.of(form.document(face)),
        form.README: Part.of(leaflets.readme(dossier, face).encode()),
    }
    for number, exhibit in enumerate(dossier.exhibits, start=1):
        message = form.document(_message(dossier, number, exhibit))
        payload[f"{form.folder(number)}/message.json"] = Part.of(message)
        payload |= {form.raw_path(number, version): Part.of(version.raw) for version in exhibit.versions}
        payload |= {media.path(number, one): Part.of(one.body) for one in exhibit.media}
        pages = captures.files(number, exhibit, dossier.body)
        payload |= {path: Part(size, read) for path, (size, read) in pages.items()}
    annex = annexes.whole(dossier, face)
    blackened = partial(blackening.blacken, terms=annex.blackened)
    papers = paper.papers(dossier, annex, seal.paper, heard)
    payload |= {path: Part.of(pdf) for path, pdf in papers.items()}
    payload[form.TABLE] = Part.of(tables.workbook(dossier, blackened if annex.blackened else None))
    payload[form.GRAPH] = Part.of(graph.document(dossier))
    sizes = {path: one.size for path, one in payload.items()}
    payload[form.CRATE] = Part.of(crate.metadata(dossier, sizes))
    return payload


def _check_custody(dossier: Dossier) -> None:
    for exhibit in dossier.exhibits:
        name, gone = f"case {dossier.case.number}, message {exhibit.message.id}", _erased(dossier, exhibit)
        _check_bytes(name, exhibit, gone)
    for fault in (*bindings.of(dossier), *pins.of(dossier)):
        raise Refused(f"case {dossier.case.number}, {fault}; {REMEDY}")
    for entry in dossier.audit:
        if custody.leaf_hash(_content(entry)).hex() != entry.leaf:
            raise Refused(f"audit entry {entry.seq}: content differs from its leaf; {REMEDY}")
        path = map(bytes.fromhex, dossier.proofs.get(entry.seq, ()))
        root = custody.root_of(bytes.fromhex(entry.leaf), entry.seq - 1, dossier.head.size, path)
        if root is None or root.hex() != dossier.head.root:
            raise Refused(f"audit entry {entry.seq}: not in the log as it stands; {REMEDY}")


def _erased(dossier: Dossier, exhibit: Exhibit) -> set[object]:
    """The hashes (hex) of a message's wordings that were erased, by the log."""
    subject = f"message:{exhibit.message.id}"
    found = [e.detail.get("sha256") for e in dossier.audit if (e.act, e.subject) == ("erased", subject)]
    return {one for hashes in found if isinstance(hashes, list | tuple) for one in hashes}


def _check_bytes(name: str, exhibit: Exhibit, gone: Collection[object]) -> None:
    for version in exhibit.versions:
        if not version.raw and version.sha256 in gone:
            raise Refused(
                f"{name}, version {version.version}: erased as its author took it back; leave the message out"
            )
        if sha256(version.raw) != version.sha256:
            raise Refused(f"{name}, version {version.version}: bytes differ from their hash; {REMEDY}")
    for fault in media.faults(name, exhibit):
        raise Refused(f"{fault}; {REMEDY}")
    secured = (exhibit.item.version, exhibit.item.sha256)
    if secured not in {(v.version, v.sha256) for v in exhibit.versions}:
        raise Refused(f"{name}: the version that was secured is not there; {REMEDY}")


def _content(entry: AuditEntry) -> bytes:
    return custody.content(entry.seq, entry.at, entry.actor, entry.act, entry.subject, entry.detail)


def _entry(dossier: Dossier, entry: AuditEntry) -> Mapping[str, object]:
    return {
        "seq": entry.seq,
        "content": _content(entry).decode(),
        "leaf": entry.leaf,
        "root": entry.root,
        "proof": dossier.proofs[entry.seq],
    }


def case_file(dossier: Dossier) -> Mapping[str, object]:
    """What data/case.json says."""
    return {
        "format": form.FORMAT,
        "training": dossier.training,
        "export": {
            "run": dossier.run,
            "by": dossier.exporter,
            "at": dossier.exported_at,
            "audit_head": dossier.head,
        },
        "station": dossier.station,
        "case": dossier.case,
        "applications": dossier.applications,
        "element_checks": dossier.checks,
        "people": {str(number): member for number, member in dossier.people.items()},
        "items": [_item(number, one) for number, one in enumerate(dossier.exhibits, start=1)],
    }


def _item(number: int, exhibit: Exhibit) -> Mapping[str, object]:
    item = exhibit.item
    return {
        "folder": form.folder(number),
        "message_id": exhibit.message.id,
        "bound": {
            "version": item.version,
            "sha256": item.sha256,
            "by": item.added_by,
            "at": item.added_at,
        },
        "versions": [_wording(number, version) for version in exhibit.versions],
        "media": media.listed(number, exhibit),
        "captures": captures.listed(number, exhibit),
    }


def _wording(number: int, version: Version) -> dict[str, object]:
    return {"version": version.version, "file": form.raw_path(number, version), "sha256": version.sha256}


def _message(dossier: Dossier, number: int, exhibit: Exhibit) -> Mapping[str, object]:
    """One message: facts, the machine's suggestions and people's decisions apart (BDSG 73)."""
    message = exhibit.message
    return {
        "message_id": message.id,
        "training": dossier.training,
        "facts": {name: getattr(message, name) for name in _FACTS},
        "account": exhibit.account,
        "versions": [
            {**_wording(number, v), "text": v.text, "received_at": v.received_at, "bytes": len(v.raw)}
            for v in exhibit.versions
        ],
        "media": media.listed(number, exhibit),
        "captures": captures.listed(number, exhibit),
        "context": captures.context(exhibit),
        "first_seen_by": exhibit.first_seen_by,
        "machine_suggestions": exhibit.assessments,
        "human_decisions": exhibit.decisions,
        "labels_now": {name: getattr(message, name) for name in _LABELS},
        "handling": {name: getattr(message, name) for name in _HANDLING},
    }


_FACTS = (
    "native_id",
    "kind",
    "author",
    "sent_at",
    "received_at",
    "deleted_at",
    "url",
    "thread",
    "parent",
    "lang",
    "attachments",
)
_LABELS = ("intent", "hostility", "target", "urgency", "abstained", "corrected")
_HANDLING = ("state", "first_seen_at", "acknowledged_at", "answered_at")
