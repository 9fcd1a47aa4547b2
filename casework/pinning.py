"""What stands in the audit log for a record with people's words in it: a hash of what it said."""

import hmac
import json
from collections.abc import Collection
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from casework.message import Author, Message, Received, sha256

OUTSIDE = ("id", "revision")


def pin(record: Any, *, but: Collection[str] = ()) -> str:
    """SHA-256 (hex) of a flat record's fields as JSON, times in UTC; `but` are fields that change later."""
    told = {f.name: getattr(record, f.name) for f in fields(record) if f.name not in (*OUTSIDE, *but)}
    return sha256(json.dumps(told, default=_moment, sort_keys=True, separators=(",", ":")).encode())


def reading(author: Author, sent_at: datetime, text: str, raw: bytes) -> str:
    """HMAC-SHA-256 (hex) of what was read out of the original bytes: by whom, when and which words.

    The bytes are its key, so that nobody who lacks them can try out whose words they were.
    """
    return _keyed([author.id, author.handle, author.name, _moment(sent_at), text], raw)


def place(of: Message | Received, raw: bytes) -> str:
    """HMAC-SHA-256 (hex), keyed likewise, of where a wording stood and of what lay beside it."""
    beside = [[one.kind, one.url, one.alt] for one in of.attachments]
    return _keyed([of.native_id, of.kind.value, of.url, of.thread, of.parent, of.lang, beside], raw)


def _keyed(told: list[object], raw: bytes) -> str:
    return hmac.digest(raw, json.dumps(told, separators=(",", ":")).encode(), "sha256").hex()


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a pinned record")
