"""Verifies a package item by item; the VERIFY.txt inside does the same with stock tools."""

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from casework.message import sha256
from evidence import fixity, form, meaning
from evidence import trust as seals
from evidence.findings import Check, Report
from evidence.signing import certificates_in
from evidence.source import opened

log = logging.getLogger(__name__)
COMPARED = "the fingerprint was compared: it proves no more than where you had it from"


def verify(path: Path, fingerprint: str | None = None, trust: Path | None = None) -> Report:
    """What holds and what does not, in the package's folder or a .zip of it.

    Give a PEM file of the root certificates that you trust, or the fingerprint told at export, to find a
    package that was packed and signed anew by somebody else. Raises Refused when there is no package at
    `path` at all, CannotSign when that file holds no certificate.
    """
    trusted = certificates_in(trust) if trust else ()
    with opened(path) as source:
        shelf = fixity.Shelf(source)
        checks = [
            *_found("all files", lambda: fixity.check(shelf)),
            *_found("signatures and time stamps", lambda: seals.check(shelf, trusted)),
            *_found("items and audit log", lambda: meaning.check(shelf)),
        ]
        manifest = shelf.document(form.TAG_MANIFESTS["sha256"])
        found = sha256(manifest) if manifest else ""
        if fingerprint:
            checks.append(_compared(found, fingerprint))
        limits = (*seals.limits(shelf, trusted), *((COMPARED,) if fingerprint else ()))
        return Report(source.label, all(c.ok for c in checks), found, tuple(checks), limits)


def _found(what: str, check: Callable[[], Iterable[Check]]) -> Iterator[Check]:
    """What a check finds; one that breaks off on something that nobody thought of is a finding, too."""
    try:
        yield from check()
    except MemoryError:
        raise  # says something about this machine, not about the package
    except Exception as why:
        kind = type(why).__name__
        log.error("checking %s broke off: %s", what, kind)
        log.debug("where", exc_info=True)
        yield Check(what, False, f"could not be checked to the end ({kind}): no package of ours is like that")


def _compared(found: str, told: str) -> Check:
    same = found == "".join(told.split()).lower()
    words = "the one that was told" if same else f"{found or 'none'} is NOT the one that was told"
    return Check("fingerprint", same, words)
