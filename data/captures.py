"""Which captures are due, and blanking those of a message, in SQL and in the in-memory twin."""

from dataclasses import replace

from sqlalchemy import Connection, select, update

from casework.capture_record import Capture, CaptureBody, CaptureFile, CaptureReason
from casework.ports import Clock, Work
from data.capture_tables import capture_bodies, capture_files, captures
from data.care import MemoryCare, SqlCare
from data.columns import utc
from data.records import fetch

C = captures.c


class SqlCaptures(SqlCare):
    """The part of a transaction on a database; read from the index of next tries."""

    _clock: Clock

    def captures_due(self, limit: int) -> list[Capture]:
        """See casework.ports.Work."""
        by_itself = C.reason == CaptureReason.GRAVE
        now = utc(self._clock.now())
        due = select(captures).where(C.next_try_at <= now).order_by(by_itself, C.next_try_at, C.id)
        return fetch(self._connection, Capture, due.limit(limit))


class MemoryCaptures(MemoryCare):
    """The same on plain dictionaries."""

    def captures_due(self: Work, limit: int) -> list[Capture]:
        """See casework.ports.Work."""
        due = [
            (c.reason is CaptureReason.GRAVE, c.next_try_at, c.id, c)
            for c in self.find(Capture)
            if c.next_try_at and c.next_try_at <= self.now
        ]
        return [c for _, _, _, c in sorted(due)[:limit]]


def blank(connection: Connection, message_id: int) -> None:
    """Take the bytes out of a message's captures, and what they tell of the page; the hashes stay."""
    mine = select(C.id).where(C.message_id == message_id)
    files = select(capture_files.c.id).where(capture_files.c.capture_id.in_(mine))
    gone = update(capture_bodies).where(capture_bodies.c.file_id.in_(files))
    connection.execute(gone.values(body=b""))
    told = update(captures).where(C.message_id == message_id)
    connection.execute(told.values(page={}, next_try_at=None, revision=C.revision + 1))


def memory_blank(work: Work, message_id: int) -> None:
    """The same in the twin."""
    mine = work.find(Capture, message_id=message_id)
    files = work.find(CaptureFile, capture_id=[c.id for c in mine])
    for body in work.find(CaptureBody, file_id=[f.id for f in files]):
        work.replace(replace(body, body=b""))
    for capture in mine:
        work.replace(replace(capture, page={}, next_try_at=None))
