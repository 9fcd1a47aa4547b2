"""Version 0015: care."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)
AIMED = "hostility <> '[]' AND target = 'officer' AND NOT abstained"


def upgrade() -> None:
    """What abuses the account's own officer is found by the labels that every message has already."""
    # SQLite adds no stored column to a table that is there, PostgreSQL indexes no virtual one.
    stored = True if op.get_bind().dialect.name == "postgresql" else None
    op.add_column("messages", sa.Column("aimed", sa.Boolean, sa.Computed(AIMED, persisted=stored)))
    _index_aimed()
    _sparing()
    _own_matters()


def _index_aimed() -> None:
    order = ("urgency_rank", "unseen_since", "id")
    desk = ["account_id", "state", *order, "hostile", "intent", "language", "sent_at", "aimed"]
    op.drop_index("ix_messages_desk", "messages")
    op.create_index("ix_messages_desk", "messages", desk)
    aimed = sa.column("aimed", sa.Boolean).is_(True)
    columns = ["account_id", "received_at", "id"]
    op.create_index("ix_messages_aimed", "messages", columns, sqlite_where=aimed, postgresql_where=aimed)


def _sparing() -> None:
    op.create_table(
        "disclosures",
        sa.Column("message_id", KEY, sa.ForeignKey("messages.id"), nullable=False),
        sa.Column("account_id", KEY, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("asked_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_disclosures_officer_id", "disclosures", ["officer_id"])
    op.create_table(
        "talks",
        sa.Column("message_id", KEY, sa.ForeignKey("messages.id"), nullable=False),
        sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("by_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("told_at", WHEN, nullable=False),
        sa.UniqueConstraint("message_id", "officer_id"),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "turns",
        sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("station_id", KEY, sa.ForeignKey("stations.id"), nullable=False),
        sa.Column("reader_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("begun_at", WHEN, nullable=False),
        sa.Column("ends_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_turns_officer_id", "turns", ["officer_id"])
    op.create_index("ix_turns_reader_id", "turns", ["reader_id"])


def _own_matters() -> None:
    op.create_table(
        "exposures",
        sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.UniqueConstraint("officer_id", "slot"),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "wishes",
        sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("telling", sa.String, nullable=False),
        sa.Column("daily_limit", sa.Integer, nullable=False),
        sa.Column("heard_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.UniqueConstraint("officer_id"),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contacts",
        sa.Column("station_id", KEY, sa.ForeignKey("stations.id"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "reach", "about")),
        sa.Column("added_by", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("added_at", WHEN, nullable=False),
        sa.Column("removed_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contacts_station_id", "contacts", ["station_id"])
