"""Meters: what connectors ask before and tell after each request."""

from datetime import datetime


class Unmetered:
    """A meter that counts nothing and forbids nothing: for networks without price, and for tests."""

    def ask(self, what: str, *, reads: int = 0, writes: int = 0) -> None:
        """See casework.network.Meter."""

    def told(
        self,
        what: str,
        *,
        reads: int = 0,
        writes: int = 0,
        remaining: int | None = None,
        reset_at: datetime | None = None,
    ) -> None:
        """See casework.network.Meter."""
