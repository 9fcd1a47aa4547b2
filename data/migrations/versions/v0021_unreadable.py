"""Version 0021: what came and could not be read is a gap that is tried again seldom."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """The gaps of before held nothing that was known to be unreadable."""
    op.add_column("gaps", sa.Column("retry_at", sa.DateTime(timezone=True)))
