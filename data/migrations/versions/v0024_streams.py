"""Version 0024: through which stream a message came."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0022"


def upgrade() -> None:
    """Which stream it was is not known of older messages."""
    op.add_column("messages", sa.Column("stream", sa.Text, nullable=False, server_default=""))
