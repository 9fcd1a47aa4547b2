"""The audit log as such: which entry comes next, the tree over all entries, and which messages one names."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casework import custody
from casework.message import storable
from casework.record import AuditEntry
from data.columns import utc


@dataclass(frozen=True, slots=True)
class Head:
    """The tree over the first `size` entries: heads of its complete subtrees, and its root (hex)."""

    size: int = 0
    frontier: tuple[bytes, ...] = ()
    root: str = custody.EMPTY.hex()

    def grown(self, leaf: bytes) -> "Head":
        """The tree with one more leaf."""
        frontier = custody.grow(list(self.frontier), self.size, leaf)
        return Head(self.size + 1, tuple(frontier), custody.head(frontier).hex())


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be written down: who did what to what."""

    at: datetime
    actor: str
    act: str
    subject: str
    detail: Mapping[str, object]


def append(head: Head, act: Act) -> tuple[Head, AuditEntry]:
    """The next head and the entry that leads to it; `detail` becomes what JSON can hold."""
    detail: dict[str, object] = json.loads(json.dumps(dict(act.detail), allow_nan=False))
    actor, what, subject = map(storable, (act.actor, act.act, act.subject))
    seq, at = head.size + 1, utc(act.at)
    leaf = custody.leaf_hash(custody.content(seq, at, actor, what, subject, detail))
    grown = head.grown(leaf)
    return grown, AuditEntry(seq, at, actor, what, subject, detail, leaf.hex(), grown.root)


def leaf_of(entry: AuditEntry) -> bytes:
    """The leaf hash as it follows from the entry's content, whatever the entry says it is."""
    return custody.leaf_hash(
        custody.content(entry.seq, entry.at, entry.actor, entry.act, entry.subject, entry.detail)
    )


def proofs(leaves: Iterable[str], seqs: Collection[int]) -> Mapping[int, tuple[str, ...]]:
    """By number, the inclusion proofs (hex) of these entries in the tree over all the leaves (hex)."""
    found = custody.paths(map(bytes.fromhex, leaves), {seq - 1 for seq in seqs})
    return {index + 1: tuple(step.hex() for step in path) for index, path in found.items()}


def named(detail: Mapping[str, Any]) -> list[int]:
    """Ids in `detail["messages"]`, which lists ids or [id, version] pairs."""
    listed = detail.get("messages", ())
    if not isinstance(listed, list | tuple):
        return []
    ids = (one[0] if isinstance(one, list | tuple) and one else one for one in listed)
    return sorted({one for one in ids if isinstance(one, int)})
