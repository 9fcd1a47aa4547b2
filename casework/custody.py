"""How acts are sealed: the Merkle tree of RFC 6962, section 2.1, and the bytes a leaf is made of."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime

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
