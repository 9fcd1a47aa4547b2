"""Version 0010: queue."""

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Nothing changes yet."""
