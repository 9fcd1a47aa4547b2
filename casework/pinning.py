"""What stands in the audit log for a record with people's words in it: a hash of what it said."""

import hmac
import json
from collections.abc import Collection
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from casework.message import Author, sha256

OUTSIDE = ("id", "revision")


def pin(record: Any, *, but: Collection[str] = ()) -> str:
    """SHA-256 (hex) of a flat record's fields as JSON, times in UTC; `but` are fields that change later."""
    told = {f.name: getattr(record, f.name) for f in fields(record) if f.name not in (*OUTSIDE, *but)}
    return sha256(json.dumps(told, default=_moment, sort_keys=True, separators=(",", ":")).encode())


def reading(author: Author, sent_at: datetime, text: str, raw: bytes) -> str:
    """HMAC-SHA-256 (hex) of what was read out of the original bytes: by whom, when and which words.

    The bytes are its key, so that nobody who lacks them can try out whose words they were.
    """
    told = json.dumps([author.id, author.handle, author.name, _moment(sent_at), text], separators=(",", ":"))
    return hmac.digest(raw, told.encode(), "sha256").hex()


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a pinned record")
