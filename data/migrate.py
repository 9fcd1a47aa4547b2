"""Bringing a database to the version of the tables that this Streife knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from casework.errors import StoreUnavailable

SCRIPTS = Path(__file__).parent / "migrations"
LOCK = 7_834_733  # an arbitrary number that all Streife processes share


def migrate(engine: Engine) -> str:
    """Create or upgrade the tables in one transaction; returns the version reached.

    A second process waits for the first. Raises StoreUnavailable for a database of a newer version.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        config = Config()
        config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
        config.attributes["connection"] = connection
        _refuse_newer(connection, ScriptDirectory.from_config(config))
        command.upgrade(config, "head")
        return version(connection) or ""


def version(connection: Connection) -> str | None:
    """The version of the database; `None` when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(connection: Connection, scripts: ScriptDirectory) -> None:
    found, known = version(connection), [script.revision for script in scripts.walk_revisions()]
    if found and found not in known:
        raise StoreUnavailable(
            f"store: the database is of version {found}, this Streife knows versions up to {known[0]}; "
            "install the newer Streife again, or restore the backup made before it"
        )
