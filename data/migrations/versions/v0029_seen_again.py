"""Version 0029: an erasure ends where a network shows the message again."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """What was erased so far stays erased until a network shows it."""
    op.add_column("erasures", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
