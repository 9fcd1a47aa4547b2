"""Verifies a package item by item; the VERIFY.txt inside does the same with stock tools."""

from pathlib import Path

from casework.message import sha256
from evidence import fixity, form, meaning
from evidence.findings import Check, Report
from evidence.source import opened

UNSIGNED = "not signed and not time-stamped in this version"
REBAGGED = "whoever packs everything anew is found only by the fingerprint told at export"
COMPARED = "the fingerprint was compared: it proves no more than where you had it from"


def verify(path: Path, fingerprint: str | None = None) -> Report:
    """What holds and what does not, in the package's folder or a .zip of it.

    Give the fingerprint told at export to find a package that was packed anew. Raises Refused when
    there is no package at `path` at all.
    """
    with opened(path) as source:
        shelf = fixity.Shelf(source)
        checks = [*fixity.check(shelf), *meaning.check(shelf)]
        seal = shelf.document(form.TAG_MANIFESTS["sha256"])
        found = sha256(seal) if seal else ""
        if fingerprint:
            checks.append(_compared(found, fingerprint))
        limits = (UNSIGNED, COMPARED if fingerprint else REBAGGED)
        return Report(source.label, all(c.ok for c in checks), found, tuple(checks), limits)


def _compared(found: str, told: str) -> Check:
    same = found == "".join(told.split()).lower()
    words = "the one that was told" if same else f"{found or 'none'} is NOT the one that was told"
    return Check("fingerprint", same, words)
