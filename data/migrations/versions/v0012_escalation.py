"""Version 0012: escalation."""

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Nothing changes yet."""
