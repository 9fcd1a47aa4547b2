"""Version 0028: a verdict says with how many messages before it a text was read together."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Older verdicts were read alone."""
    read_with = sa.Column("verdict_read_with", sa.Integer, nullable=False, server_default="0")
    op.add_column("assessments", read_with)
