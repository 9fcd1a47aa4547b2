"""The in-memory twin of the store: the same contract on plain dictionaries, for tests and try-outs."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Any, TypeVar, cast

from casework import edits
from casework.account import Account, Stream
from casework.assessment import Assessment
from casework.errors import Conflict, NotFound, StoreUnavailable
from casework.message import Message, Received, State, Version
from casework.ports import Clock
from casework.query import Fold, Query, Taken, Waiting
from casework.record import AuditEntry
from data import log, memory_network, memory_queue, taking
from data.captures import MemoryCaptures
from data.columns import utc
from data.memory_beats import MemoryBeats
from data.memory_log import MemoryLog
from data.moment import held
from data.records import TABLES, kept, references, row_of, unique_keys

R = TypeVar("R")
PATIENCE = 10.0


@dataclass(slots=True)
class Shelves:
    """Everything the store holds: records by kind and id, what is unique, and the audit log."""

    records: dict[type, dict[int, Any]] = field(default_factory=lambda: {kind: {} for kind in TABLES})
    taken: dict[tuple[Any, ...], int] = field(default_factory=dict)
    last_id: dict[type, int] = field(default_factory=dict)
    entries: list[AuditEntry] = field(default_factory=list)
    head: log.Head = field(default_factory=log.Head)

    def copy(self) -> "Shelves":
        """A copy to work on; records themselves never change."""
        kinds = {kind: copy(held) for kind, held in self.records.items()}
        return Shelves(kinds, copy(self.taken), copy(self.last_id), copy(self.entries), self.head)


class MemoryStore:
    """A store that forgets everything at the end."""

    def __init__(self, clock: Clock, *, training: bool = False) -> None:
        """An empty store."""
        self._clock = clock
        self._training = training
        self._shelves = Shelves()
        self._lock = Lock()

    @contextmanager
    def begin(self) -> Iterator["MemoryWork"]:
        """A transaction on a copy, which takes the place of the shelves when the block ends well."""
        if not self._lock.acquire(timeout=PATIENCE):
            raise StoreUnavailable("store: another transaction did not end; try again")
        try:
            work = MemoryWork(self._shelves.copy(), self._clock)
            yield work
            self._shelves = work.shelves
        finally:
            self._lock.release()

    @contextmanager
    def view(self) -> Iterator["MemoryWork"]:
        """A look at a copy; what is written there is lost."""
        yield MemoryWork(self._shelves.copy(), self._clock)

    @property
    def training(self) -> bool:
        """Whether this is training data."""
        return self._training


class MemoryWork(MemoryCaptures, MemoryBeats, MemoryLog):
    """One transaction on the shelves."""

    def __init__(self, shelves: Shelves, clock: Clock) -> None:
        """Work on these shelves, which nobody else sees yet."""
        self.shelves, self._clock = shelves, held(clock)

    @property
    def now(self) -> datetime:
        """The moment at which the transaction opened, UTC."""
        return utc(self._clock.now())

    def add(self, record: R) -> R:
        """See casework.ports.Work."""
        kind = type(record)
        next_id = self.shelves.last_id.get(kind, 0) + 1
        new = cast(R, replace(cast(Any, kept(record)), id=next_id))
        self._put(kind, next_id, new)
        self.shelves.last_id[kind] = next_id
        return new

    def get(self, kind: type[R], record_id: int) -> R:
        """See casework.ports.Work."""
        try:
            return cast(R, self.shelves.records[kind][record_id])
        except KeyError:
            raise NotFound(f"{kind.__name__.lower()} {record_id}: no such record") from None

    def find(self, kind: type[R], **equal: Any) -> list[R]:
        """See casework.ports.Work."""
        wanted = {name: memory_queue.one_of(value) for name, value in equal.items()}
        held = self.shelves.records[kind]
        found = [r for r in held.values() if all(getattr(r, n) in values for n, values in wanted.items())]
        return sorted(found, key=lambda r: r.id)

    def replace(self, record: R) -> R:
        """See casework.ports.Work."""
        kind, new = type(record), cast(Any, kept(record))
        old = cast(Any, self.get(kind, new.id))
        if hasattr(new, "revision"):
            if old.revision != new.revision:
                raise Conflict(f"{kind.__name__.lower()} {new.id}: changed by somebody else; read it again")
            new = replace(new, revision=new.revision + 1)
        self._put(kind, new.id, new)
        return cast(R, new)

    def take_in(self, account: Account, received: Sequence[Received]) -> list[Taken]:
        """See casework.ports.Work."""
        self.get(Account, account.id)
        return [self._take(account, one) for one in received]

    def raw(self, message_id: int, version: int) -> bytes:
        """See casework.ports.Work."""
        found = self.find(Version, message_id=message_id, version=version)
        if not found:
            raise NotFound(f"message {message_id}: no version {version}")
        return found[0].raw

    def worklist(self, query: Query) -> list[Message]:
        """See casework.ports.Work."""
        return memory_queue.order(query, self._matching(query))

    def folds(self, query: Query, page: Sequence[Message]) -> Mapping[int, Fold]:
        """See casework.ports.Work."""
        return memory_queue.folds(self._matching(query), page)

    def talks(self, page: Sequence[Message], states: Sequence[State]) -> Mapping[int, int]:
        """See casework.ports.Work."""
        return memory_queue.talks(self.find(Message), page, states)

    def count(self, query: Query, most: int = 0) -> Mapping[str, int]:
        """See casework.ports.Work."""
        return memory_queue.count(self._matching(query)[: most or None])

    def alarms(self) -> list[Waiting]:
        """See casework.ports.Work."""
        return memory_queue.alarms(self.find(Message))

    def unassessed(self, limit: int, *, oldest: bool = False) -> list[Message]:
        """See casework.ports.Work."""
        waiting = [m for m in self.find(Message) if m.assessed_version < m.version]
        return sorted(waiting, key=lambda m: (m.received_at, m.id), reverse=not oldest)[:limit]

    def assessed(self, assessments: Sequence[Assessment]) -> None:
        """See casework.ports.Work."""
        memory_queue.assessed(self, assessments, self._put)

    def judged(
        self, model: str, begin: datetime, end: datetime, limit: int, *, newest_first: bool = False
    ) -> list[Assessment]:
        """See casework.ports.Work."""
        return memory_queue.judged(self, model, (begin, end), newest_first=newest_first)[:limit]

    def due_streams(self, limit: int, networks: Collection[str] | None = None) -> list[Stream]:
        """See casework.ports.Work."""
        return memory_network.due_streams(self, limit, networks)

    def unchecked(
        self, account_ids: Sequence[int], since: datetime, before: datetime, limit: int, *, gone: bool = False
    ) -> list[Message]:
        """See casework.ports.Work."""
        return memory_network.unchecked(self, account_ids, since, before, gone=gone)[:limit]

    def withdrawn(self, before: datetime, after: int, limit: int) -> list[Message]:
        """See casework.ports.Work."""
        return memory_network.withdrawn(self, before, after)[:limit]

    def erase(self, message_id: int) -> Message:
        """See casework.ports.Work."""
        return memory_network.erase(self, message_id)

    def tidy(self) -> bool:
        """See casework.ports.Work."""
        return False

    def record(
        self, actor: str, act: str, subject: str, detail: Mapping[str, object] | None = None
    ) -> AuditEntry:
        """See casework.ports.Work."""
        step = log.Act(self.now, actor, act, subject, detail or {})
        self.shelves.head, entry = log.append(self.shelves.head, step)
        self.shelves.entries.append(entry)
        return entry

    def _put(self, kind: type, record_id: int, new: Any) -> None:
        row = row_of(new)
        for column, other in references(kind).items():
            if row[column] is not None and row[column] not in self.shelves.records[other]:
                raise Conflict(f"{kind.__name__.lower()}: {column} {row[column]} names no record")
        keys = [(kind, names, *(row[n] for n in names)) for names in unique_keys(kind)]
        for key in keys:
            if self.shelves.taken.get(key, record_id) != record_id:
                raise Conflict(f"{kind.__name__.lower()}: {', '.join(key[1])} taken already")
        self._forget(kind, record_id)
        self.shelves.taken.update(dict.fromkeys(keys, record_id))
        self.shelves.records[kind][record_id] = new

    def forget(self, kind: type, record_id: int) -> None:
        """Leave neither the record nor its unique keys."""
        self._forget(kind, record_id)
        del self.shelves.records[kind][record_id]

    def _forget(self, kind: type, record_id: int) -> None:
        old = self.shelves.records[kind].get(record_id)
        if old is not None:
            row = row_of(old)
            for names in unique_keys(kind):
                del self.shelves.taken[kind, names, *(row[n] for n in names)]

    def _take(self, account: Account, received: Received) -> Taken:
        key = (Message, ("account_id", "native_id"), account.id, received.native_id)
        known = self.shelves.taken.get(key)
        if known is None:
            message = self.add(taking.first(account.id, received, self.now))
            self.add(taking.wording(message.id, 1, received, self.now))
            return Taken(message, "new")
        message = self.get(Message, known)
        if not edits.is_edit(message, received):
            return Taken(message, "unchanged")
        message = self.replace(edits.edited(message, received))
        self.add(taking.wording(message.id, message.version, received, self.now))
        return Taken(message, "edited")

    def _matching(self, query: Query) -> list[Message]:
        return memory_queue.matches(query, self.shelves.records)
