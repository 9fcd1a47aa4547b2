"""Version 0007: how many follow the accounts, and the figures of their own posts."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Nothing of it was kept before."""
    op.create_table(
        "reaches",
        sa.Column("account_id", KEY, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("followers", KEY, nullable=True),
        sa.Column("id", KEY, primary_key=True),
        sa.UniqueConstraint("account_id", "day"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "post_figures",
        sa.Column("account_id", KEY, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("native_id", sa.Text, nullable=False),
        sa.Column("sent_at", WHEN, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        *(sa.Column(name, KEY, nullable=True) for name in ("likes", "replies", "shares", "views")),
        sa.Column("seen_at", WHEN, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sa.UniqueConstraint("account_id", "native_id"),
        sqlite_autoincrement=True,
    )
