"""Version 0009: what officers are told at the desk and by e-mail."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nobody was told anything before."""
    op.create_table(
        "notices",
        sa.Column("officer_id", KEY, sa.ForeignKey("officers.id"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("seen_at", WHEN),
        sa.Column("mailed_at", WHEN),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("next_try_at", WHEN),
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notices_officer_id_seen_at", "notices", ["officer_id", "seen_at"])
    op.create_index("ix_notices_next_try_at", "notices", ["next_try_at"])
