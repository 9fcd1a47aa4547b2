"""Opening the database: SQLite in WAL mode beside us, or PostgreSQL; its failures in our own words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import ExceptionContext

from casework.errors import Conflict, Refused, StoreUnavailable, StreifeError

SQLITE = {
    "SQLITE_FULL": "no room is left on the disk; nothing was written. Free some space and try again",
    "SQLITE_BUSY": "another process holds the file for too long; try again, or end that process",
    "SQLITE_LOCKED": "another process holds the file for too long; try again, or end that process",
    "SQLITE_READONLY": "the file may not be written; give this user write access to it and its folder",
    "SQLITE_CANTOPEN": "the file cannot be opened; check that its folder exists and is ours to write",
    "SQLITE_NOTADB": "the file is no SQLite database; name another one, or restore the backup",
    "SQLITE_CORRUPT": "the file is damaged; restore the backup",
    "SQLITE_IOERR": "the disk fails; check it, then restore the backup if need be",
}
POSTGRES = {
    "53100": "no room is left on the server's disk; nothing was written. Free some space and try again",
    "53300": "the server takes no more connections; raise max_connections or run fewer workers",
    "55P03": "another process holds the record for too long; try again",
    "25006": "the server is read-only; point STREIFE at the primary",
    "28P01": "the server refuses the password; correct the database URL",
    "28000": "the server refuses the user; correct the database URL",
    "3D000": "the server has no such database; create it, or correct the database URL",
    "42501": "the database user lacks the right; grant it",
}
CROSSED = ("40001", "40P01")
UNREACHABLE = "the server cannot be reached or went away; check that it runs and that the URL is right"


def open_engine(url: str, *, patience: float = 10.0) -> Engine:
    """An engine for `sqlite:///PATH` or `postgresql://...`; `patience` is how long (s) to wait for a lock.

    Nothing is opened yet. All its errors that a person can do something about are casework.errors.
    """
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        engine = create_engine(where, connect_args={"timeout": patience})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif where.get_backend_name() == "postgresql":
        options = f"-c lock_timeout={int(patience * 1000)} -c timezone=UTC"
        engine = create_engine(
            where.set(drivername="postgresql+psycopg"), pool_pre_ping=True, connect_args={"options": options}
        )
    else:
        raise StoreUnavailable(f"database {where.get_backend_name()!r}: use sqlite:/// or postgresql://")
    event.listen(engine, "handle_error", _in_our_words)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A look at one moment of the database that holds nobody up."""
    options: dict[str, Any] = {"sqlite_begin": "BEGIN"}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def _prepare_sqlite(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # the driver shall not begin by itself: see _begin_sqlite
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Writers queue up at the start: so nobody who has read finds at writing that he is too late."""
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN IMMEDIATE"))


def _in_our_words(context: ExceptionContext) -> StreifeError | None:
    """What SQLAlchemy is to raise instead; `None` leaves its own error, which is then a bug of ours.

    It asks an old connection whether it lives: a dead one is replaced, and nobody needs to hear of it.
    """
    if context.is_pre_ping:
        return None
    cause = context.original_exception
    sqlite, postgres = getattr(cause, "sqlite_errorname", ""), getattr(cause, "sqlstate", "") or ""
    return _clash(cause, sqlite, postgres) or _failure(cause, sqlite, postgres)


def _clash(cause: BaseException, sqlite: str, postgres: str) -> StreifeError | None:
    """What somebody else's record or a rule of the tables stands against."""
    words = str(cause).splitlines()[0] if str(cause) else ""
    if "append-only" in words:
        return Refused(f"{words}; nothing in it is changed or deleted")
    if sqlite in ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY") or postgres == "23505":
        return Conflict(f"taken already, choose another: {words}")
    if sqlite == "SQLITE_CONSTRAINT_FOREIGNKEY" or postgres == "23503":
        return Conflict(f"names a record that does not exist: {words}")
    if postgres in CROSSED:
        return Conflict("two acts crossed and this one was undone; try again")
    return None


def _failure(cause: BaseException, sqlite: str, postgres: str) -> StreifeError | None:
    for name, words in SQLITE.items():
        if sqlite.startswith(name):
            return StoreUnavailable(f"store: {words} ({cause})")
    if postgres in POSTGRES:
        return StoreUnavailable(f"store: {POSTGRES[postgres]} ({cause})")
    lost = type(cause).__name__ in ("OperationalError", "ConnectionTimeout") and not sqlite and not postgres
    if lost or postgres.startswith(("08", "57P")):
        return StoreUnavailable(f"store: {UNREACHABLE} ({cause})")
    return None
