"""Version 0026: what people were told of the streams' troubles."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """No trouble was told before."""
    op.create_table(
        "stream_troubles",
        sa.Column("stream_id", KEY, sa.ForeignKey("streams.id"), nullable=False),
        sa.Column("sort", sa.String, nullable=False),
        sa.Column("begun_at", WHEN, nullable=False),
        sa.Column("told_at", WHEN),
        sa.Column("ended_at", WHEN),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("id", KEY, primary_key=True),
        sa.UniqueConstraint("stream_id", "sort", name="uq_stream_troubles_stream_id_sort"),
        sqlite_autoincrement=True,
    )
