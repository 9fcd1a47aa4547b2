"""Version 0011: who looks and who took on, drafts, steps over many messages, and taking back."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Decisions from before do not say what they moved; most can be told from what was chosen."""
    op.add_column("decisions", sa.Column("moved", sa.Text, nullable=False, server_default="{}"))
    op.add_column("decisions", sa.Column("taken_back_at", WHEN))
    op.create_table(
        "presences",
        _ref("officer_id", "officers"),
        _ref("message_id", "messages"),
        sa.Column("seen_at", WHEN, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_presences_officer_id", "presences", ["officer_id"])
    op.create_index("ix_presences_message_id", "presences", ["message_id"])
    op.create_table(
        "claims",
        _ref("message_id", "messages"),
        _ref("officer_id", "officers"),
        sa.Column("claimed_at", WHEN, nullable=False),
        sa.Column("stirred_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sa.UniqueConstraint("message_id"),
        sqlite_autoincrement=True,
    )
    _forms_and_bulks()


def _forms_and_bulks() -> None:
    op.create_table(
        "form_drafts",
        _ref("officer_id", "officers"),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("written_at", WHEN, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_form_drafts_officer_id", "form_drafts", ["officer_id"])
    op.create_table(
        "bulks",
        _ref("officer_id", "officers"),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("records", sa.Text, nullable=False),
        sa.Column("done_at", WHEN, nullable=False),
        sa.Column("undone_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )


def _ref(name: str, table: str) -> sa.Column[int]:
    return sa.Column(name, KEY, sa.ForeignKey(f"{table}.id"), nullable=False)
