"""Taking a role away, in SQL and in the in-memory twin; that it was held stands in the audit log."""

from typing import Any, cast

from sqlalchemy import delete

from casework.errors import Conflict
from casework.people import Grant
from casework.ports import Work
from data.tables import grants
from data.writers import MemoryWriters, SqlWriters


class SqlGranted(SqlWriters):
    """The part of a transaction on a database."""

    def revoke(self, grant: Grant) -> None:
        """See casework.personnel.Staffing."""
        if not self._connection.execute(delete(grants).where(grants.c.id == grant.id)).rowcount:
            raise gone(grant)


class MemoryGranted(MemoryWriters):
    """The same on plain dictionaries."""

    def revoke(self: Work, grant: Grant) -> None:
        """See casework.personnel.Staffing."""
        if not self.find(Grant, id=grant.id):
            raise gone(grant)
        cast(Any, self).forget(Grant, grant.id)


def gone(grant: Grant) -> Conflict:
    """What to raise where somebody else was faster."""
    return Conflict(f"grant {grant.id}: taken by somebody else; read it again")
