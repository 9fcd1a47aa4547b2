"""Records as rows: added, found, and replaced only while they stand as the transaction first saw them."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, insert, select, update

from casework.account import Account
from casework.errors import Conflict, NotFound
from casework.people import Officer
from casework.record import CaseItem, Decision
from data import finding
from data.records import TABLES, fetch, kept, row_of

R = TypeVar("R")
MOST_VALUES = 5_000
LARGEST_ID = 2**63 - 1
WHOLE = (Account, Officer, CaseItem, Decision)  # no revision tells of a change, and one is not to be lost


class Looks:
    """How records stood when a transaction first looked at them.

    PostgreSQL shows each statement what others kept meanwhile: what was checked on the first look need not
    hold of what a second one brings, whose newer revision would let it be replaced all the same.
    """

    def __init__(self) -> None:
        """Nothing was looked at yet."""
        self._first: dict[type, dict[int, Any]] = {}

    def note(self, kind: type, found: list[Any]) -> None:
        """These are found; of what was looked at before, the first look counts."""
        first = self._first.setdefault(kind, {})
        for one in found:
            first.setdefault(one.id, _stands(one))

    def wrote(self, record: Any) -> None:
        """The transaction itself wrote this; nobody else can until it ends."""
        self._first.setdefault(type(record), {})[record.id] = _stands(record)

    def overtaken(self, record: Any) -> bool:
        """Whether it stands otherwise than at the first look."""
        stands = _stands(record)
        return bool(self._first.get(type(record), {}).get(record.id, stands) != stands)

    def forget(self, *kinds: type) -> None:
        """The transaction wrote records of these kinds by other ways."""
        for kind in kinds:
            self._first.pop(kind, None)


class SqlRows:
    """The part of a transaction on a database that every kind of record shares."""

    _connection: Connection
    _looks: Looks

    def add(self, record: R) -> R:
        """See casework.ports.Work."""
        new = kept(record)
        row = row_of(new)
        del row["id"]
        with self._attempt():
            added = self._connection.execute(insert(TABLES[type(record)]), row)
        return cast(R, replace(cast(Any, new), id=cast(Any, added.inserted_primary_key)[0]))

    def get(self, kind: type[R], record_id: int) -> R:
        """See casework.ports.Work."""
        found = self.find(kind, id=record_id) if 0 < record_id <= LARGEST_ID else []
        if not found:
            raise NotFound(f"{kind.__name__.lower()} {record_id}: no such record")
        return found[0]

    def find(self, kind: type[R], **equal: Any) -> list[R]:
        """See casework.ports.Work."""
        for name, values in equal.items():
            if isinstance(values, finding.SEVERAL) and len(values) > MOST_VALUES:
                many = list(values)
                halves = many[:MOST_VALUES], many[MOST_VALUES:]
                parts = [r for half in halves for r in self.find(kind, **{**equal, name: half})]
                return sorted(parts, key=lambda r: cast(Any, r).id)
        found = fetch(self._connection, kind, *finding.query(kind, equal))
        self._looks.note(kind, found)
        return found

    def replace(self, record: R) -> R:
        """See casework.ports.Work; raises Conflict also for what was changed since the first look at it."""
        table, new = TABLES[type(record)], cast(Any, kept(record))
        here = table.c.id == new.id
        overtaken = self._changed(new) if isinstance(record, WHOLE) else self._looks.overtaken(new)
        if "revision" in table.c:
            here &= table.c.revision == new.revision
            new = replace(new, revision=new.revision + 1)
        row = row_of(new)
        del row["id"]
        with self._attempt():
            done = None if overtaken else self._connection.execute(update(table).where(here).values(row))
        if done is None or not done.rowcount:
            self.get(type(record), new.id)
            raise Conflict(
                f"{type(record).__name__.lower()} {new.id}: changed by somebody else; read it again"
            )
        self._looks.wrote(new)
        return cast(R, new)

    def _changed(self, new: Any) -> bool:
        """Whether it stands otherwise than at the first look; nobody else changes it from now on."""
        table = TABLES[type(new)]
        mine = select(table).where(table.c.id == new.id).with_for_update(key_share=True)
        return any(self._looks.overtaken(one) for one in fetch(self._connection, type(new), mine))

    def _attempt(self) -> AbstractContextManager[object]:
        """One statement that may fail and leave the transaction usable, as it is with SQLite anyway."""
        postgres = self._connection.dialect.name == "postgresql"
        return self._connection.begin_nested() if postgres else nullcontext()


def _stands(record: Any) -> Any:
    return record if isinstance(record, WHOLE) else getattr(record, "revision", None)
