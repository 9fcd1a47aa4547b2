"""The tables of captured pages: each order, its files, and apart from them their bytes."""

from collections.abc import Mapping

from sqlalchemy import Column, Index, LargeBinary, UniqueConstraint

from casework.capture_record import CaptureKind, CaptureReason, CaptureState
from data.columns import Key
from data.shape import json, label, may_ref, number, ref, table, when, words

captures = table(
    "captures",
    ref("message_id", "messages"),
    number("version"),
    label("reason", CaptureReason),
    when("asked_at"),
    may_ref("asked_by", "officers"),
    label("state", CaptureState),
    number("tries"),
    *(when(name, nullable=True) for name in ("next_try_at", "tried_at", "secured_at")),
    words("error"),
    json("page", Mapping[str, object]),
    number("revision"),
    Index(None, "message_id"),
    Index(None, "next_try_at"),
)

capture_files = table(
    "capture_files",
    ref("capture_id", "captures"),
    label("kind", CaptureKind),
    words("media_type"),
    Column("size", Key, nullable=False),
    words("sha256"),
    UniqueConstraint("capture_id", "kind"),
)

capture_bodies = table(
    "capture_bodies",
    ref("file_id", "capture_files"),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("file_id"),
)
