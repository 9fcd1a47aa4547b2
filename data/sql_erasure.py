"""Which messages to ask the networks about again, which their authors took back, and blanking those."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from casework.message import Message
from data import captures, text_index
from data.media_tables import media, media_bodies
from data.network_tables import erasures, rechecks
from data.records import fetch
from data.tables import messages, versions

M = messages.c
ERASED = (erasures.c.message_id == M.id) & erasures.c.ended_at.is_(None)


def unchecked(
    connection: Connection,
    account_ids: Sequence[int],
    since: datetime,
    before: datetime,
    limit: int,
    *,
    gone: bool,
) -> list[Message]:
    """What these accounts got from `since` on and stands, or is `gone` since; last asked up to `before`."""
    asked = func.coalesce(rechecks.c.asked_at, M.received_at)
    query = select(messages).outerjoin(rechecks, rechecks.c.message_id == M.id).where(asked <= before)
    if gone:
        query = query.outerjoin(erasures, ERASED)
        query = query.where(M.deleted_at.is_not(None), M.deleted_at >= since, erasures.c.id.is_(None))
    else:
        query = query.where(M.sent_at >= since, M.deleted_at.is_(None))
    # The accounts only filter (+ 0): read by them, an index would lead through all that they ever got.
    query = query.where((M.account_id + 0).in_(account_ids))
    return fetch(connection, Message, query.order_by(asked, M.id).limit(limit))


def withdrawn(connection: Connection, before: datetime, after: int, limit: int) -> list[Message]:
    """Messages deleted up to `before` and not erased yet, behind the id `after`."""
    query = (
        select(messages)
        .outerjoin(erasures, ERASED)
        .where(M.deleted_at.is_not(None), M.deleted_at <= before, erasures.c.id.is_(None), M.id > after)
    )
    return fetch(connection, Message, query.order_by(M.id).limit(limit))


def blank(connection: Connection, message_id: int) -> None:
    """Take words and bytes out of a message, its versions and what was secured beside it, nothing else."""
    mine = versions.c.message_id == message_id
    connection.execute(update(versions).where(mine).values(text="", raw=b""))
    fetched = select(media.c.id).where(media.c.message_id == message_id)
    connection.execute(update(media_bodies).where(media_bodies.c.media_id.in_(fetched)).values(body=b""))
    captures.blank(connection, message_id)
    words = {"text": "", "attachments": (), "revision": M.revision + 1}
    connection.execute(update(messages).where(M.id == message_id).values(words))
    for left in fetch(connection, Message, select(messages).where(M.id == message_id)):
        text_index.keep(connection, [(left.id, left.account_id, left.text, left.author)])
    text_index.untidy(connection)
