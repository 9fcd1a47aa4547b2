"""The audit log of the in-memory twin, read."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from casework.record import AuditEntry
from data import log


class Shelf(Protocol):
    """Where the entries are kept."""

    @property
    def entries(self) -> Sequence[AuditEntry]:
        """All of them, in order."""
        ...


class Keeper(Protocol):
    """Whoever has such a shelf."""

    @property
    def shelves(self) -> Shelf:
        """The shelf."""
        ...


class MemoryLog:
    """The part of a transaction that reads the log."""

    def audit(self: Keeper, after: int = 0, limit: int = 1_000) -> list[AuditEntry]:
        """See casework.ports.Work."""
        return [e for e in self.shelves.entries if e.seq > after][:limit]

    def audit_of(self: Keeper, subject: str) -> list[AuditEntry]:
        """See casework.ports.Work."""
        return [e for e in self.shelves.entries if e.subject == subject]

    def touching(self: Keeper, message_id: int) -> list[AuditEntry]:
        """See casework.ports.Work."""
        subject = f"message:{message_id}"
        return [e for e in self.shelves.entries if e.subject == subject or message_id in log.named(e.detail)]

    def proofs(self: Keeper, seqs: Collection[int], size: int) -> Mapping[int, tuple[str, ...]]:
        """See casework.ports.Work."""
        return log.proofs((one.leaf for one in self.shelves.entries[:size]), seqs)
