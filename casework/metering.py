"""Meters: what connectors ask before and tell after each request."""

from collections.abc import Mapping
from datetime import datetime

from casework.pools import Shared


class Unmetered:
    """A meter that counts nothing and forbids nothing: for networks without price, and for tests."""

    def ask(
        self,
        what: str,
        *,
        reads: int = 0,
        writes: int = 0,
        beside: Mapping[str, int] | None = None,
        shared: Shared | None = None,
    ) -> None:
        """See casework.network.Meter."""

    def told(
        self,
        what: str,
        *,
        reads: int = 0,
        writes: int = 0,
        beside: Mapping[str, int] | None = None,
        remaining: int | None = None,
        reset_at: datetime | None = None,
    ) -> None:
        """See casework.network.Meter."""

    def used_up(self, shared: Shared) -> None:
        """See casework.network.Meter."""
