"""Version 0025: what a network announced by a signed notice, to be asked for by its id."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Nothing of what was announced was kept before."""
    op.create_table(
        "announced",
        sa.Column("account_id", KEY, sa.ForeignKey("accounts.id"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("stream", "native_id", "day")),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sa.UniqueConstraint("account_id", "stream", "native_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_announced_account_id_stream_day", "announced", ["account_id", "stream", "day"])
