"""Version 0014: replies."""

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Nothing changes yet."""
