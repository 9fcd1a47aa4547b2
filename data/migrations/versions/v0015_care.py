"""Version 0015: care."""

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Nothing changes yet."""
