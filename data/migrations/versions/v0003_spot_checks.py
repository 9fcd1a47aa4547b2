"""Version 0003: the spot check, and verdicts found by model and time."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nothing is drawn from what was judged before; the first whole week is topped up."""
    op.create_table(
        "spot_checks",
        sa.Column("message_id", KEY, sa.ForeignKey("messages.id"), nullable=False),
        sa.Column("account_id", KEY, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("judged_at", WHEN, nullable=False),
        sa.Column("drawn_at", WHEN, nullable=False),
        sa.Column("answer", sa.String, nullable=True),
        sa.Column("intent", sa.String, nullable=True),
        sa.Column("hostility", sa.Text, nullable=False),
        sa.Column("answered_at", WHEN, nullable=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.UniqueConstraint("message_id", "version"),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_spot_checks_account_id_answer", "spot_checks", ["account_id", "answer"])
    op.create_index("ix_spot_checks_model", "spot_checks", ["model"])
    op.create_index("ix_assessments_judged", "assessments", ["verdict_model", "assessed_at"])
