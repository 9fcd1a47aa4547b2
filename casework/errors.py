"""What can go wrong at the desk, each with the item and the remedy in its words."""

from datetime import datetime


class StreifeError(Exception):
    """Anything the house itself refuses; its text names the item and the remedy."""


class NotAllowed(StreifeError):
    """This person may not do this to that."""


class NotFound(StreifeError):
    """No such record."""


class Conflict(StreifeError):
    """Somebody else changed the record in between; read it again before deciding."""


class Refused(StreifeError):
    """The input or the step does not fit; nothing was written."""


class Outdated(Refused):
    """A file that another version of the program made, and that nobody altered so far as one can tell."""


class StoreUnavailable(StreifeError):
    """The store cannot be used: full, locked, read-only, out of reach, or of a newer version."""


class LogBroken(StreifeError):
    """The audit log is not what was written; `seq` is the first wrong entry."""

    def __init__(self, seq: int, what: str) -> None:
        """Keep the number beside the words."""
        super().__init__(f"audit entry {seq}: {what}")
        self.seq = seq


class ConnectorError(StreifeError):
    """A network did not give what we asked for; nothing that was read before is lost."""


class AuthExpired(ConnectorError):
    """The account's key is refused; the officer must connect it again."""


class RateLimited(ConnectorError):
    """Asked too often; `reset_at` is the UTC moment from which the network answers again, if it said so."""

    def __init__(self, message: str, reset_at: datetime | None = None) -> None:
        """Keep the moment beside the words."""
        super().__init__(message)
        self.reset_at = reset_at


class BudgetSpent(ConnectorError):
    """The account's money for this month is spent; `until` is when there is some again (UTC)."""

    def __init__(self, message: str, until: datetime | None = None) -> None:
        """Keep the moment beside the words."""
        super().__init__(message)
        self.until = until


class Transient(ConnectorError):
    """The network is out of reach for now; the next poll tries again.

    `cut_off`: it may have heard the question, done what it was asked, and charged for it.
    """

    def __init__(self, message: str, *, cut_off: bool = False) -> None:
        """Keep what is uncertain beside the words."""
        super().__init__(message)
        self.cut_off = cut_off


class SchemaChanged(ConnectorError):
    """The network answered in a form we do not know; the raw answer is needed to mend the connector."""
