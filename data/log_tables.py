"""The tables of the audit log, and the facts about the store itself."""

from collections.abc import Mapping

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from data.columns import Key
from data.shape import json, metadata, when, words

audit = Table(
    "audit",
    metadata,
    Column("seq", Key, primary_key=True, autoincrement=False),
    when("at"),
    *map(words, ("actor", "act", "subject")),
    json("detail", Mapping[str, object]),
    Column("leaf", String(64), nullable=False),
    Column("root", String(64), nullable=False),
    Index(None, "subject"),
)

# One row: how long the log is, its tree head, and the heads of its complete subtrees (32 bytes each).
audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("size", Key, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
    Column("root", String(64), nullable=False),
)

# Which messages an entry names in its detail, so that each read of a message can be found.
audit_messages = Table(
    "audit_messages",
    metadata,
    Column("message_id", Key, primary_key=True, autoincrement=False),
    Column("seq", Key, ForeignKey("audit.seq"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

meta = Table("meta", metadata, Column("name", String, primary_key=True), words("value"))
