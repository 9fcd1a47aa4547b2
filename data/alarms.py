"""What waits for a human, in SQL: read from an index of its own, whatever else the store holds."""

from sqlalchemy import Connection, select

from casework.query import Waiting
from data.escalation_tables import alarming
from data.tables import messages

M = messages.c


def waiting(connection: Connection) -> list[Waiting]:
    """All of them, in order; the condition is spelt as the index has it, so that it is found."""
    columns = (M.id, M.account_id, M.received_at, M.abstained, M.hostile)
    query = select(*columns).where(alarming).order_by(M.abstained, M.received_at, M.id)
    return [Waiting(*row) for row in connection.execute(query)]
