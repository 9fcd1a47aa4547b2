"""Version 0013: beats."""

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Nothing changes yet."""
