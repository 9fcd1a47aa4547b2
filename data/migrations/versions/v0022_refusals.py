"""Version 0022: what a network sent and could not be kept."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """What was refused before stands in the audit log alone."""
    op.create_table(
        "refusals",
        sa.Column("account_id", KEY, sa.ForeignKey("accounts.id"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("digest", "native_id", "reason")),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("account_id", "digest"),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
