"""The table of what officers are told."""

from collections.abc import Mapping

from sqlalchemy import Index

from casework.record import NoticeKind
from data.shape import json, label, number, ref, table, when, words

notices = table(
    "notices",
    ref("officer_id", "officers"),
    label("kind", NoticeKind),
    words("subject"),
    when("created_at"),
    json("detail", Mapping[str, object]),
    when("seen_at", nullable=True),
    when("mailed_at", nullable=True),
    number("attempts"),
    when("next_try_at", nullable=True),
    words("error"),
    number("revision"),
    Index(None, "officer_id", "seen_at"),
    Index(None, "next_try_at"),
    Index(None, "subject"),
)
