"""Version 0020: what was taken out of a case again stays as history of the case."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Where a message stood when it was bound was not kept before: released, it stands open to be decided."""
    op.add_column("case_items", sa.Column("state_before", sa.String, nullable=False, server_default="open"))
    op.add_column("case_items", sa.Column("released_at", sa.DateTime(timezone=True)))
    who = sa.Column("released_by", KEY, sa.ForeignKey("officers.id"))
    op.add_column("case_items", who, inline_references=True)
    op.add_column("case_items", sa.Column("release_reason", sa.Text, nullable=False, server_default=""))
