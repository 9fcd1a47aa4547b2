"""Which messages the newest beats were not looked for in, which notices to mail, and what is dropped."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, update

from casework.announced import Announced
from casework.message import Message
from casework.record import Notice, NoticeKind
from data.network_tables import announced
from data.notice_tables import notices
from data.records import TABLES, fetch
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


def drop(connection: Connection, kind: type, before: datetime, limit: int) -> int:
    """Notices were seen before then, and no e-mail about them is on its way; announced was heard of."""
    past = {
        Notice: (N.seen_at < before) & N.next_try_at.is_(None),
        Announced: announced.c.heard_at < before,
    }
    table = TABLES[kind]
    old = select(table.c.id).where(past[kind]).order_by(table.c.id).limit(limit)
    return connection.execute(delete(table).where(table.c.id.in_(old))).rowcount
