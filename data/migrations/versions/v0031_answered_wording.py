"""Version 0031: an answer says which wording of its message it was written to."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Of older answers it is not known; what waits goes out as before."""
    answers_version = sa.Column("answers_version", sa.Integer, nullable=False, server_default="0")
    op.add_column("replies", answers_version)
