"""Version 0018: what is blackened is a term wherever it stands; a place in one message is not asked for."""

from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Drop the place; SQLite builds the table anew for that."""
    with op.batch_alter_table("redactions", table_kwargs={"sqlite_autoincrement": True}) as redactions:
        for name in ("message_id", "version", "start", "end"):
            redactions.drop_column(name)
