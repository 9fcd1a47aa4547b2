"""The store on SQLite or PostgreSQL: records are rows, a transaction is a `SqlWork`."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Engine, delete, func, insert, select, true

from casework.account import Account, Stream
from casework.assessment import Assessment
from casework.capture_record import Capture
from casework.errors import NotFound, Refused
from casework.message import Message, Received, State
from casework.ports import Clock
from casework.query import Fold, Query, Taken, Waiting
from casework.record import AuditEntry, Notice
from data import (
    alarms,
    audit,
    folding,
    log,
    scope_parts,
    sql_beats,
    sql_erasure,
    sql_intake,
    text_index,
    worklist,
)
from data.captures import SqlCaptures
from data.columns import utc
from data.engine import reading
from data.log_tables import meta
from data.moment import held
from data.records import fetch
from data.rows import Looks, SqlRows
from data.tables import accounts, stations, streams, versions

R = TypeVar("R")


class SqlStore:
    """Opens transactions on a migrated database (data.migrate)."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        """Nothing is read or written yet."""
        self.engine = engine
        self._clock = clock

    @contextmanager
    def begin(self) -> Iterator["SqlWork"]:
        """A transaction: kept when the block ends, undone when it raises."""
        with self.engine.begin() as connection:
            yield SqlWork(connection, self._clock)

    @contextmanager
    def view(self) -> Iterator["SqlWork"]:
        """A look at one moment of the database; nothing can be written, and nobody waits for it."""
        with reading(self.engine) as connection:
            yield SqlWork(connection, self._clock)

    @property
    def training(self) -> bool:
        """Whether this is training data."""
        with reading(self.engine) as connection:
            return connection.scalar(select(meta.c.value).where(meta.c.name == "training")) == "yes"


def mark_training(engine: Engine, training: bool) -> None:
    """Say whether the data are for training; raises Refused once a station exists."""
    with engine.begin() as connection:
        if connection.scalar(select(func.count()).select_from(stations)):
            raise Refused("training: this store is in use already; choose another STREIFE_HOME")
        connection.execute(delete(meta).where(meta.c.name == "training"))
        connection.execute(insert(meta).values(name="training", value="yes" if training else "no"))


class SqlWork(SqlRows, SqlCaptures):
    """One transaction."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        """Work in the transaction that is open on the connection."""
        self._connection, self._clock, self._looks = connection, held(clock), Looks()

    @property
    def now(self) -> datetime:
        """The moment at which the transaction opened, UTC."""
        return utc(self._clock.now())

    def take_in(self, account: Account, received: Sequence[Received]) -> list[Taken]:
        """See casework.ports.Work."""
        self._looks.forget(Message)
        return sql_intake.take_in(self._connection, account.id, received, self.now)

    def raw(self, message_id: int, version: int) -> bytes:
        """See casework.ports.Work."""
        where = (versions.c.message_id == message_id, versions.c.version == version)
        found: bytes | None = self._connection.scalar(select(versions.c.raw).where(*where))
        if found is None:
            raise NotFound(f"message {message_id}: no version {version}")
        return found

    def worklist(self, query: Query) -> list[Message]:
        """See casework.ports.Work."""
        return worklist.page(self._connection, query)

    def folds(self, query: Query, page: Sequence[Message]) -> Mapping[int, Fold]:
        """See casework.ports.Work."""
        return folding.folds(scope_parts.asked(self._connection, query), page)

    def talks(self, page: Sequence[Message], states: Sequence[State]) -> Mapping[int, int]:
        """See casework.ports.Work."""
        return folding.talks(self._connection, page, states)

    def count(self, query: Query, most: int = 0) -> Mapping[str, int]:
        """See casework.ports.Work."""
        return worklist.count(self._connection, query, most)

    def alarms(self) -> list[Waiting]:
        """See casework.ports.Work."""
        return alarms.waiting(self._connection)

    def unassessed(self, limit: int, *, oldest: bool = False) -> list[Message]:
        """See casework.ports.Work."""
        return sql_intake.unassessed(self._connection, limit, oldest=oldest)

    def assessed(self, assessments: Sequence[Assessment]) -> None:
        """See casework.ports.Work."""
        self._looks.forget(Message)
        sql_intake.assessed(self._connection, assessments)

    def judged(
        self, model: str, begin: datetime, end: datetime, limit: int, *, newest_first: bool = False
    ) -> list[Assessment]:
        """See casework.ports.Work."""
        return sql_intake.judged(self._connection, model, begin, end, limit, newest_first=newest_first)

    def due_streams(self, limit: int, networks: Collection[str] | None = None) -> list[Stream]:
        """See casework.ports.Work."""
        due = streams.c.next_poll_at.is_(None) | (streams.c.next_poll_at <= self.now)
        ours = true() if networks is None else accounts.c.platform.in_(networks)
        query = select(streams).join(accounts).where(accounts.c.active.is_(True), due, ours)
        order = (streams.c.next_poll_at.asc().nulls_first(), streams.c.id)
        return fetch(self._connection, Stream, query.order_by(*order).limit(limit))

    def unchecked(
        self, account_ids: Sequence[int], since: datetime, before: datetime, limit: int, *, gone: bool = False
    ) -> list[Message]:
        """See casework.ports.Work."""
        return sql_erasure.unchecked(self._connection, account_ids, since, before, limit, gone=gone)

    def withdrawn(self, before: datetime, after: int, limit: int) -> list[Message]:
        """See casework.ports.Work."""
        return sql_erasure.withdrawn(self._connection, before, after, limit)

    def unplaced(self, edition: int, limit: int) -> list[Message]:
        """See casework.ports.Work."""
        return sql_beats.unplaced(self._connection, edition, limit)

    def placed(self, beats: Mapping[int, int | None], edition: int) -> None:
        """See casework.ports.Work."""
        sql_beats.placed(self._connection, beats, edition)

    def to_mail(self, limit: int) -> list[Notice]:
        """See casework.ports.Work."""
        return sql_beats.to_mail(self._connection, self.now, limit)

    def drop(self, kind: type[R], before: datetime, limit: int) -> int:
        """See casework.ports.Work."""
        return sql_beats.drop(self._connection, kind, before, limit)

    def erase(self, message_id: int) -> Message:
        """See casework.ports.Work."""
        self._looks.forget(Message, Capture)
        sql_erasure.blank(self._connection, message_id)
        return self.get(Message, message_id)

    def tidy(self) -> bool:
        """See casework.ports.Work."""
        return text_index.tidy(self._connection)

    def record(
        self, actor: str, act: str, subject: str, detail: Mapping[str, object] | None = None
    ) -> AuditEntry:
        """See casework.ports.Work."""
        return audit.record(self._connection, log.Act(self.now, actor, act, subject, detail or {}))

    def audit(self, after: int = 0, limit: int = 1_000) -> list[AuditEntry]:
        """See casework.ports.Work."""
        return audit.entries(self._connection, after, limit)

    def audit_of(self, subject: str) -> list[AuditEntry]:
        """See casework.ports.Work."""
        return audit.of_subject(self._connection, subject)

    def touching(self, message_id: int) -> list[AuditEntry]:
        """See casework.ports.Work."""
        return audit.touching(self._connection, message_id)

    def proofs(self, seqs: Collection[int], size: int) -> Mapping[int, tuple[str, ...]]:
        """See casework.ports.Work."""
        return audit.proofs(self._connection, seqs, size)
