"""What certain people wrote within a span of time, in SQL and in the in-memory twin."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from casework.message import Message
from casework.ports import Work
from data.records import fetch
from data.tables import messages

M = messages.c


class SqlWriters:
    """The part of a transaction on a database; read from the index `ix_messages_time`."""

    _connection: Connection

    def written(
        self, account_ids: Sequence[int], author_ids: Sequence[str], begin: datetime, end: datetime
    ) -> list[Message]:
        """See casework.ports.Work."""
        theirs = M.account_id.in_(account_ids), M.author_id.in_(author_ids), M.sent_at.between(begin, end)
        standing = select(messages).where(*theirs, M.deleted_at.is_(None))
        return fetch(self._connection, Message, standing.order_by(M.sent_at, M.id))


class MemoryWriters:
    """The same on plain dictionaries."""

    def written(
        self: Work, account_ids: Sequence[int], author_ids: Sequence[str], begin: datetime, end: datetime
    ) -> list[Message]:
        """See casework.ports.Work."""
        mine = self.find(Message, account_id=list(account_ids), deleted_at=None)
        theirs = [m for m in mine if m.author.id in author_ids and begin <= m.sent_at <= end]
        return sorted(theirs, key=lambda m: (m.sent_at, m.id))
