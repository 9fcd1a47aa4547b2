"""The audit log in the database: append, read, and prove that it is what was written."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Row, Select, insert, or_, select, update

from casework.errors import LogBroken
from casework.record import AuditEntry
from data import log
from data.engine import reading
from data.log_tables import audit, audit_head, audit_messages

HASH = 32
BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Verified:
    """The log holds: so many entries under this tree head (hex). Note both outside the database."""

    size: int
    root: str


def record(connection: Connection, act: log.Act) -> AuditEntry:
    """Append one entry; others who append wait until this transaction ends."""
    row = connection.execute(select(audit_head).with_for_update()).one()
    frontier = tuple(row.frontier[i : i + HASH] for i in range(0, len(row.frontier), HASH))
    head, entry = log.append(log.Head(row.size, frontier, row.root), act)
    fields = {name: getattr(entry, name) for name in AuditEntry.__slots__}
    connection.execute(insert(audit), fields)
    connection.execute(
        update(audit_head).values(size=head.size, frontier=b"".join(head.frontier), root=head.root)
    )
    ids = log.named(entry.detail)
    if ids:
        connection.execute(insert(audit_messages), [{"message_id": i, "seq": entry.seq} for i in ids])
    return entry


def entries(connection: Connection, after: int, limit: int) -> list[AuditEntry]:
    """Entries behind a sequence number, in order."""
    return _read(connection, select(audit).where(audit.c.seq > after).limit(limit))


def of_subject(connection: Connection, subject: str) -> list[AuditEntry]:
    """Entries about one subject, in order."""
    return _read(connection, select(audit).where(audit.c.subject == subject))


def touching(connection: Connection, message_id: int) -> list[AuditEntry]:
    """Entries about one message, and those that list it among others, in order."""
    listed = select(audit_messages.c.seq).where(audit_messages.c.message_id == message_id)
    about = audit.c.subject == f"message:{message_id}"
    return _read(connection, select(audit).where(or_(about, audit.c.seq.in_(listed))))


def proofs(connection: Connection, seqs: Collection[int], size: int) -> Mapping[int, tuple[str, ...]]:
    """What proves the entries in the tree over the first `size`; the leaves are read in a stream."""
    leaves = select(audit.c.leaf).where(audit.c.seq <= size).order_by(audit.c.seq)
    found = connection.execute(leaves.execution_options(yield_per=BATCH)).scalars()
    return log.proofs(found, seqs)


def verify(engine: Engine, noted_size: int = 0, noted_root: str = "") -> Verified:
    """Recompute the log from its entries; raises LogBroken with the first wrong entry and what is wrong.

    A size and root that were noted outside earlier also catch somebody who rewrote everything.
    """
    with reading(engine) as connection:
        row = connection.execute(select(audit_head)).one_or_none()
        head = Verified(row.size, row.root) if row else None
        return check(_all(connection), head, noted_size, noted_root)


def check(
    written: Iterable[AuditEntry], head: Verified | None, noted_size: int = 0, noted_root: str = ""
) -> Verified:
    """Compare entries with the head that was kept beside them, and with one noted elsewhere."""
    tree = log.Head()
    for entry in written:
        expected = tree.size + 1
        if entry.seq != expected:
            raise LogBroken(expected, f"missing; entry {entry.seq} stands in its place")
        if log.leaf_of(entry).hex() != entry.leaf:
            raise LogBroken(entry.seq, "its content is not what was written (leaf hash differs)")
        tree = tree.grown(bytes.fromhex(entry.leaf))
        if tree.root != entry.root:
            raise LogBroken(entry.seq, "does not follow from the entries before it (tree head differs)")
        if tree.size == noted_size and noted_root and tree.root != noted_root:
            raise LogBroken(entry.seq, "the log up to here was rewritten: its root is not the one noted")
    return _against_head(tree, head, noted_size)


def _against_head(tree: log.Head, head: Verified | None, noted_size: int) -> Verified:
    if head is None:
        raise LogBroken(tree.size + 1, "the head of the log is missing")
    if tree.size < max(head.size, noted_size):
        raise LogBroken(tree.size + 1, f"missing; the log was cut off behind entry {tree.size}")
    if tree.size > head.size:
        raise LogBroken(head.size + 1, "was added past the head of the log")
    if tree.root != head.root:
        raise LogBroken(tree.size, "the head of the log has another root than the entries")
    return Verified(tree.size, tree.root)


def _all(connection: Connection) -> Iterator[AuditEntry]:
    after = 0
    while batch := entries(connection, after, BATCH):
        yield from batch
        after = batch[-1].seq


def _read(connection: Connection, query: Select[tuple[object, ...]]) -> list[AuditEntry]:
    return [_entry(row) for row in connection.execute(query.order_by(audit.c.seq))]


def _entry(row: Row[tuple[object, ...]]) -> AuditEntry:
    return AuditEntry(**row._mapping)
