"""Version 0010: the queue is searched, folded, and ordered by who looked when; officers keep views."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from data import text_index

revision = "0010"
down_revision = "0009"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)
DERIVED: dict[str, tuple[sa.types.TypeEngine[Any], str]] = {
    "unseen_since": (WHEN, "coalesce(first_seen_at, sent_at)"),
    "bundle": (
        sa.Text(),
        "CASE WHEN wave > 0 THEN 'w' || CAST(wave AS TEXT) WHEN kind = 'dm' AND thread <> ''"
        " AND length(thread) <= 300 THEN 't' || CAST(account_id AS TEXT) || ':' || thread END",
    ),
}
FILTERED = ("hostile", "intent", "language", "sent_at")
WORK_ORDER = ("urgency_rank", "unseen_since", "id")
INDEXES = {
    "desk": ("account_id", "state", *WORK_ORDER, *FILTERED),
    "queue": ("state", *WORK_ORDER, "account_id", *FILTERED),
    "time": ("account_id", "sent_at", "id", "state", "urgency_rank", "hostile", "intent", "language"),
    "days": ("sent_at", "id", "account_id", "intent", "state"),
    "thread": ("account_id", "thread", "state"),
    "seen": ("first_seen_at", "account_id"),
    "bundle": ("bundle", "state", "urgency_rank", "hostile", "unseen_since"),
    "wave": ("wave",),
}
ONLY = {"seen": "first_seen_at IS NOT NULL", "bundle": "bundle IS NOT NULL", "wave": "wave > 0"}


def upgrade() -> None:
    """All in one transaction: until it is done, everybody goes on with what was there before. Messages read
    before belong to no wave."""
    _columns()
    _indexes()
    _tables()
    text_index.fill(op.get_bind())


def _columns() -> None:
    op.add_column("messages", sa.Column("language", sa.Text, nullable=False, server_default=""))
    op.add_column("messages", sa.Column("wave", KEY, nullable=False, server_default="0"))
    op.execute(
        "UPDATE messages SET language = coalesce((SELECT verdict_language FROM assessments"
        " WHERE message_id = messages.id ORDER BY version DESC, id DESC LIMIT 1), '')"
    )
    for name, (kind, words) in DERIVED.items():
        if op.get_bind().dialect.name == "sqlite":  # adds no derived column that is stored, nor needs it
            said = kind.compile(op.get_bind().dialect)
            op.execute(f"ALTER TABLE messages ADD COLUMN {name} {said} GENERATED ALWAYS AS ({words}) VIRTUAL")
        else:
            op.add_column("messages", sa.Column(name, kind, sa.Computed(words, persisted=True)))


def _indexes() -> None:
    for name in ("desk", "queue", "thread", "days"):
        op.drop_index(f"ix_messages_{name}", "messages")
    for name, columns in INDEXES.items():
        only = sa.text(ONLY[name]) if name in ONLY else None
        op.create_index(
            f"ix_messages_{name}", "messages", list(columns), sqlite_where=only, postgresql_where=only
        )


def _tables() -> None:
    op.create_table(
        "saved_views",
        sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("parameters", sa.Text, nullable=False),
        sa.Column("saved_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_saved_views_officer_id", "saved_views", ["officer_id"])
    for statement in text_index.TABLES[op.get_bind().dialect.name]:
        op.execute(statement)
