"""Version 0027: limits that all accounts of one app share, such as the quota of a Google project."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Nothing is counted yet: accounts come into their pool when they ask next."""
    op.create_table(
        "pools",
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("app", sa.Text, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", KEY, nullable=False),
        sa.Column("refused", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.UniqueConstraint("platform", "app"),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "shares",
        sa.Column("account_id", KEY, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("pool_id", KEY, sa.ForeignKey("pools.id"), nullable=False),
        sa.Column("used", KEY, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.UniqueConstraint("account_id"),
        sa.Column("id", KEY, primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_shares_pool_id", "shares", ["pool_id"])
