"""The tables of the queue: views that are kept, the terms that messages are found by, and the spot check."""

from collections.abc import Mapping

from sqlalchemy import Column, ForeignKey, Index, Table, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import TSVECTOR

from casework.labels import Hostility, Intent
from casework.record import Choice
from data.columns import Key
from data.shape import json, label, metadata, number, ref, table, when, words

saved_views = table(
    "saved_views",
    ref("officer_id", "officers"),
    words("name"),
    json("parameters", Mapping[str, str]),
    when("saved_at"),
    when("ended_at", nullable=True),
    number("revision"),
    Index(None, "officer_id"),
)

# One row a message, of no record: data.search.terms, from which it can be made anew at any time. SQLite looks
# them up in the FTS5 table `message_index`, whose content this is; PostgreSQL by an index of its own.
message_terms = Table(
    "message_terms",
    metadata,
    Column("message_id", Key, ForeignKey("messages.id"), primary_key=True, autoincrement=False),
    Column("terms", Text().with_variant(TSVECTOR, "postgresql"), nullable=False),
)
Index("ix_message_terms_terms", message_terms.c.terms, postgresql_using="gin").ddl_if(dialect="postgresql")

spot_checks = table(
    "spot_checks",
    ref("message_id", "messages"),
    ref("account_id", "accounts"),
    number("version"),
    words("model"),
    when("judged_at"),
    when("drawn_at"),
    label("answer", Choice, nullable=True),
    label("intent", Intent, nullable=True),
    json("hostility", tuple[Hostility, ...]),
    when("answered_at", nullable=True),
    number("revision"),
    UniqueConstraint("message_id", "version"),
    Index(None, "account_id", "answer"),
    Index(None, "model"),
)
