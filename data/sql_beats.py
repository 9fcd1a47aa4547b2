"""Which messages were not looked through for the newest beats, which notices are to be mailed or dropped."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, update

from casework.message import Message
from casework.record import Notice, NoticeKind
from data.notice_tables import notices
from data.records import fetch
from data.tables import messages

M, N = messages.c, notices.c


def unplaced(connection: Connection, edition: int, limit: int) -> list[Message]:
    """What nobody ever looked through comes first; each part is read in the order of its index."""
    found: list[Message] = []
    for older in (M.beat_edition == 0, M.beat_edition.between(1, edition - 1)):
        query = select(messages).where(older).order_by(M.beat_edition.desc(), M.id.desc())
        found += fetch(connection, Message, query.limit(limit - len(found)))
    return found


def placed(connection: Connection, beats: Mapping[int, int | None], edition: int) -> None:
    """Their revision stays: whoever decides on one of them meanwhile is not told that it changed."""
    if not beats:
        return
    step = update(messages).where(M.id == bindparam("of"))
    values = {"beat_id": bindparam("beat"), "beat_edition": edition}
    rows = [{"of": message_id, "beat": beat_id} for message_id, beat_id in beats.items()]
    connection.execute(step.values(**values), rows)


def to_mail(connection: Connection, now: datetime, limit: int) -> list[Notice]:
    """Emergencies, then the longest due; what was mailed or given up has no next try."""
    first = N.kind != NoticeKind.ESCALATED
    due = select(notices).where(N.next_try_at <= now).order_by(first, N.next_try_at, N.id)
    return fetch(connection, Notice, due.limit(limit))


def drop_notices(connection: Connection, before: datetime, limit: int) -> int:
    """They were seen before then, and no e-mail about them is on its way."""
    old = select(N.id).where(N.seen_at < before, N.next_try_at.is_(None)).order_by(N.id).limit(limit)
    return connection.execute(delete(notices).where(N.id.in_(old))).rowcount
