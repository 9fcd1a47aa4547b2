"""Fixity: is every file there, unchanged, and none besides, by both sets of manifests."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from casework.visible import visible
from evidence import form
from evidence.findings import Check
from evidence.source import DAMAGED, Source

BLOCK = 1 << 20
LONGEST_DOCUMENT = 1 << 30
_LINE = {
    "sha256": re.compile(r"([0-9a-f]{64})  ([!-~]+)"),
    "sha512": re.compile(r"([0-9a-f]{128})  ([!-~]+)"),
}


@dataclass(frozen=True)
class Shelf:
    """A package with the hashes of its files, each file read once."""

    source: Source
    _known: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def digests(self, name: str) -> Mapping[str, str]:
        """SHA-256 and SHA-512 (hex) of one file; empty when it is missing or cannot be read."""
        if name not in self._known:
            self._known[name] = self._hashed(name)
        return self._known[name]

    def document(self, name: str) -> bytes:
        """All bytes of one file; empty when it is missing, unreadable or beyond all measure."""
        if name not in self.source.files:
            return b""
        try:
            with self.source.read(name) as file:
                content = file.read(LONGEST_DOCUMENT + 1)
        except DAMAGED:
            return b""
        return content if len(content) <= LONGEST_DOCUMENT else b""

    def _hashed(self, name: str) -> Mapping[str, str]:
        hashes = {algorithm: hashlib.new(algorithm) for algorithm in form.ALGORITHMS}
        if name not in self.source.files:
            return {}
        try:
            with self.source.read(name) as file:
                while block := file.read(BLOCK):
                    for one in hashes.values():
                        one.update(block)
        except DAMAGED:
            return {}
        return {algorithm: one.hexdigest() for algorithm, one in hashes.items()}


def check(shelf: Shelf) -> Iterator[Check]:
    """Structure, tag files, payload."""
    yield from (Check("structure", False, fault) for fault in shelf.source.faults)
    declared = shelf.document(form.DECLARATION) == form.DECLARED
    yield Check(form.DECLARATION, declared, "BagIt 1.0, UTF-8" if declared else "not BagIt 1.0 in UTF-8")
    payload = frozenset(name for name in shelf.source.names if name.startswith("data/"))
    sealed = form.seal_files(stamped=True)
    tags = shelf.source.names - payload - sealed - {*form.TAG_MANIFESTS.values(), form.SEAL_SUMS}
    strays = sorted(tags - form.TAG_FILES)
    yield from (Check(name, False, "added: no package holds this file") for name in strays)
    yield from _covered(shelf, form.TAG_MANIFESTS, "tag files", tags)
    yield from _covered(shelf, form.MANIFESTS, "payload files", payload)
    sums, seals = {"sha256": form.SEAL_SUMS}, shelf.source.names & sealed
    yield from _covered(shelf, sums, "signatures and time stamps", seals)


def _covered(shelf: Shelf, manifests: Mapping[str, str], what: str, found: frozenset[str]) -> Iterator[Check]:
    """One set of files against both of its manifests."""
    for algorithm, manifest in manifests.items():
        listed, faults = _listed(shelf.document(manifest), algorithm)
        wrong = [Check(manifest, False, fault) for fault in faults]
        wrong += [Check(n, False, f"missing: {manifest} names it") for n in sorted(listed.keys() - found)]
        wrong += [
            Check(n, False, f"added: {manifest} does not name it") for n in sorted(found - listed.keys())
        ]
        for name in sorted(found & listed.keys()):
            if shelf.digests(name).get(algorithm) != listed[name]:
                wrong.append(Check(name, False, f"changed or unreadable: not what {manifest} says"))
        yield from wrong or [Check(manifest, True, f"{len(found):,} {what} are there and unchanged")]


def _listed(manifest: bytes, algorithm: str) -> tuple[dict[str, str], list[str]]:
    """Path -> digest, and what in the manifest is not as we write it."""
    if not manifest:
        return {}, ["missing, empty or unreadable"]
    lines = manifest.decode("ascii", "backslashreplace").split("\n")
    faults = [] if lines.pop() == "" else ["does not end with a line feed"]
    listed: dict[str, str] = {}
    last = ""
    for number, line in enumerate(lines, start=1):
        parts = _LINE[algorithm].fullmatch(line)
        if not parts:
            faults.append(f"line {number} is not a digest and a path: {visible(line[:200])}")
        elif parts[2] <= last:
            faults.append(f"line {number}: {parts[2]} stands out of order or twice")
        else:
            last = parts[2]
            listed[last] = parts[1]
    return listed, faults
