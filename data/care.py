"""Reading what is aimed at officers themselves, in SQL and in the in-memory twin."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from casework.message import Message
from casework.ports import Work
from data.records import fetch
from data.tables import messages


class SqlCare:
    """The part of a transaction on a database; read from the index `ix_messages_aimed`."""

    _connection: Connection

    def aimed(
        self, account_ids: Sequence[int], since: datetime, limit: int, *, urgency: str = ""
    ) -> list[Message]:
        """See casework.ports.Work."""
        m = messages.c
        fitting = [m.account_id.in_(account_ids), m.received_at >= since, m.aimed.is_(True)]
        if urgency:
            fitting.append(m.urgency == urgency)
        newest = select(messages).where(*fitting).order_by(m.received_at.desc(), m.id.desc())
        return fetch(self._connection, Message, newest.limit(limit))


class MemoryCare:
    """The same on plain dictionaries."""

    def aimed(
        self: Work, account_ids: Sequence[int], since: datetime, limit: int, *, urgency: str = ""
    ) -> list[Message]:
        """See casework.ports.Work."""
        mine = self.find(Message, account_id=list(account_ids))
        found = [m for m in mine if m.aimed and m.received_at >= since and urgency in ("", m.urgency)]
        return sorted(found, key=lambda m: (m.received_at, m.id), reverse=True)[:limit]
