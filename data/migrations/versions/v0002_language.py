"""Version 0002: a verdict names the language that the text was read in."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Older verdicts name none."""
    op.add_column("assessments", sa.Column("verdict_language", sa.Text, nullable=False, server_default=""))
