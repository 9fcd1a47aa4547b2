"""How acts are sealed: the Merkle tree of RFC 6962, section 2.1, and the bytes a leaf is made of."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Lack(StrEnum):
    """What the seal of a package may lack."""

    DEMO = "demo"
    UNSTAMPED = "unstamped"
    EXPIRES = "expires"


@dataclass(frozen=True, slots=True)
class SealNote:
    """What whoever exports has to hear of the seal, with cause and remedy in words for the operator."""

    lack: Lack
    words: str


EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(content: bytes) -> bytes:
    """SHA-256 of 0x00 and the content."""
    return hashlib.sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256 of 0x01 and both children."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def grow(frontier: list[bytes], size: int, leaf: bytes) -> list[bytes]:
    """The heads of all complete subtrees, largest first, after one more leaf on a tree of `size` leaves."""
    heads = [*frontier, leaf]
    while size & 1:
        right = heads.pop()
        heads[-1] = node_hash(heads[-1], right)
        size >>= 1
    return heads


def head(frontier: Iterable[bytes]) -> bytes:
    """The tree head over the complete subtrees."""
    heads = list(frontier)
    if not heads:
        return EMPTY
    whole = heads.pop()
    while heads:
        whole = node_hash(heads.pop(), whole)
    return whole


def content(
    seq: int, at: datetime, actor: str, act: str, subject: str, detail: Mapping[str, object]
) -> bytes:
    """The bytes that the leaf of an audit entry is made of: canonical JSON, sorted keys, UTF-8."""
    entry = [seq, at.isoformat(timespec="microseconds"), actor, act, subject, detail]
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def paths(leaves: Iterable[bytes], wanted: Collection[int]) -> dict[int, list[bytes]]:
    """Audit paths (RFC 6962, section 2.1.1) of the wanted leaves, counted from 0, in the tree over all.

    One pass over the leaves; memory for the wanted paths and a few subtrees only. A wanted leaf that is not
    there has no path.
    """
    found: dict[int, list[bytes]] = {}
    asked = frozenset(wanted)
    # Complete subtrees, the largest first: their heads, and which of the wanted leaves are in each.
    subtrees: list[tuple[bytes, list[int]]] = []
    for index, leaf in enumerate(leaves):
        subtrees.append((leaf, [index] if index in asked else []))
        size = index
        while size & 1:
            _join(subtrees, found)
            size >>= 1
    while len(subtrees) > 1:
        _join(subtrees, found)
    return {index: found.get(index, []) for _, held in subtrees for index in held}


def _join(subtrees: list[tuple[bytes, list[int]]], found: dict[int, list[bytes]]) -> None:
    """Make one of the last two subtrees; each is the next step of the other's paths."""
    (left, in_left), (right, in_right) = subtrees[-2:]
    for index in in_left:
        found.setdefault(index, []).append(right)
    for index in in_right:
        found.setdefault(index, []).append(left)
    subtrees[-2:] = [(node_hash(left, right), in_left + in_right if in_right else in_left)]


def root_of(leaf: bytes, index: int, size: int, path: Iterable[bytes]) -> bytes | None:
    """The root that follows from a leaf (counted from 0) and its path in a tree of this size.

    None where such a path cannot be in such a tree (RFC 9162, section 2.1.3.2).
    """
    here, last = index, size - 1
    node = leaf
    for step in path:
        if last <= 0:
            return None
        if here & 1 or here == last:
            node = node_hash(step, node)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            node = node_hash(node, step)
        here, last = here >> 1, last >> 1
    return node if last == 0 and 0 <= index < size else None
