"""Reading what is aimed at officers themselves, in SQL and in the in-memory twin."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from casework.message import Message
from casework.people import Grant, Officer, Role
from casework.ports import Work
from data.granted import MemoryGranted, SqlGranted
from data.records import fetch
from data.tables import grants, messages, officers


class SqlCare(SqlGranted):
    """The part of a transaction on a database; read from the index `ix_messages_aimed`."""

    def aimed(
        self, account_ids: Sequence[int], since: datetime, limit: int, *, urgencies: Sequence[str] = ()
    ) -> list[Message]:
        """See casework.ports.Work."""
        m = messages.c
        fitting = [m.account_id.in_(account_ids), m.received_at >= since, m.aimed.is_(True)]
        if urgencies:
            fitting.append(m.urgency.in_(urgencies))
        newest = select(messages).where(*fitting).order_by(m.received_at.desc(), m.id.desc())
        return fetch(self._connection, Message, newest.limit(limit))

    def case_officers(self, station_ids: Sequence[int]) -> list[tuple[int, int]]:
        """See casework.ports.Work."""
        g, here = grants.c, grants.c.station_id.in_(station_ids)
        held = select(g.station_id, g.officer_id).join(officers, officers.c.id == g.officer_id)
        active = held.where(here, g.role == Role.CASE_OFFICER, officers.c.active.is_(True))
        found = self._connection.execute(active.order_by(g.station_id, g.officer_id))
        return [(row.station_id, row.officer_id) for row in found]


class MemoryCare(MemoryGranted):
    """The same on plain dictionaries."""

    def aimed(
        self: Work, account_ids: Sequence[int], since: datetime, limit: int, *, urgencies: Sequence[str] = ()
    ) -> list[Message]:
        """See casework.ports.Work."""
        mine = self.find(Message, account_id=list(account_ids))
        found = [
            m
            for m in mine
            if m.aimed and m.received_at >= since and (not urgencies or m.urgency in urgencies)
        ]
        return sorted(found, key=lambda m: (m.received_at, m.id), reverse=True)[:limit]

    def case_officers(self: Work, station_ids: Sequence[int]) -> list[tuple[int, int]]:
        """See casework.ports.Work."""
        held = self.find(Grant, role=Role.CASE_OFFICER, station_id=list(station_ids))
        active = {officer.id for officer in self.find(Officer, active=True)}
        return sorted((g.station_id, g.officer_id) for g in held if g.officer_id in active)
