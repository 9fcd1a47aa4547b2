"""Version 0004: how far back a stream was read, where a gap is filled from, what came with a message."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Nothing is known of attachments of messages read before; their raw bytes have them."""
    op.add_column("streams", sa.Column("since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("gaps", sa.Column("resume", sa.Text, nullable=False, server_default=""))
    op.add_column("accounts", sa.Column("native_id", sa.Text, nullable=False, server_default=""))
    op.add_column("messages", sa.Column("attachments", sa.Text, nullable=False, server_default="[]"))
