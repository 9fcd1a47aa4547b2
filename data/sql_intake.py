"""Taking in and labelling messages in bulk."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from casework.account import Account
from casework.assessment import Assessment
from casework.edits import edited as edited_by
from casework.edits import is_edit
from casework.errors import NotFound
from casework.message import Message, Received
from casework.query import Taken
from data import sql_waves, taking, text_index
from data.records import fetch, row_of
from data.tables import accounts, assessments, messages, versions

BATCH = 1_000
CHANGED_BY_EDITS = ("text", "attachments", "version", "corrected", "beat_edition")


def take_in(
    connection: Connection, account_id: int, received: Sequence[Received], now: datetime
) -> list[Taken]:
    """Keep what arrived, once each. Others who take in for the same account wait meanwhile."""
    lock = select(accounts.c.id).where(accounts.c.id == account_id).with_for_update(key_share=True)
    if connection.scalar(lock) is None:
        raise NotFound(f"{Account.__name__.lower()} {account_id}: no such record")
    taken: list[Taken] = []
    for batch in taking.batches(received, BATCH):
        taken += _take_batch(connection, account_id, batch, now)
    return taken


def unassessed(connection: Connection, limit: int, *, oldest: bool = False) -> list[Message]:
    """Messages whose newest wording has no verdict, the last received first, or the first received."""
    waiting = select(messages).where(messages.c.assessed_version < messages.c.version)
    at, number = messages.c.received_at, messages.c.id
    order = (at, number) if oldest else (at.desc(), number.desc())
    return fetch(connection, Message, waiting.order_by(*order).limit(limit))


def assessed(connection: Connection, batch: Sequence[Assessment]) -> None:
    """Keep verdicts and put their labels on the messages; a person's correction stays."""
    if not batch:
        return
    rows = [_without_id(row_of(a)) for a in batch]
    connection.execute(insert(assessments), rows)
    known = {
        name: row[f"verdict_{name}"]
        for row in rows[:1]
        for name in ("intent", "hostility", "target", "urgency", "abstained")
    }
    newer = (messages.c.id == bindparam("of")) & (messages.c.assessed_version <= bindparam("seen"))
    label = update(messages).where(newer, messages.c.corrected.is_(False))
    labels = {name: bindparam(f"new_{name}", type_=messages.c[name].type) for name in known}
    keys = [{"of": a.message_id, "seen": a.version} for a in batch]
    new = [{f"new_{n}": row[f"verdict_{n}"] for n in known} for row in rows]
    connection.execute(label.values(**labels), [k | n for k, n in zip(keys, new, strict=True)])
    done = {"assessed_version": bindparam("seen"), "revision": messages.c.revision + 1}
    read = [k | {"read_in": a.verdict.language} for k, a in zip(keys, batch, strict=True)]
    connection.execute(update(messages).where(newer).values(**done, language=bindparam("read_in")), read)
    sql_waves.join(connection, sorted({a.message_id for a in batch}))


def judged(
    connection: Connection, model: str, begin: datetime, end: datetime, limit: int, *, newest_first: bool
) -> list[Assessment]:
    """One model's assessments of a span, by time; read in the order of their index."""
    at = assessments.c.assessed_at
    order = (at.desc(), assessments.c.id.desc()) if newest_first else (at, assessments.c.id)
    mine = select(assessments).where(assessments.c.verdict_model == model, at >= begin, at < end)
    return fetch(connection, Assessment, mine.order_by(*order).limit(limit))


def _take_batch(
    connection: Connection, account_id: int, batch: Sequence[Received], now: datetime
) -> list[Taken]:
    known = _known(connection, account_id, batch)
    fresh = [one for one in batch if one.native_id not in known]
    edited = [one for one in batch if one.native_id in known and is_edit(known[one.native_id], one)]
    new = _add_new(connection, account_id, fresh, now)
    changed = _add_edits(connection, known, edited, now)
    news = {n: Taken(m, "new") for n, m in new.items()}
    edits = {n: Taken(m, "edited") for n, m in changed.items()}
    same = {n: Taken(m, "unchanged") for n, m in known.items()}
    became = same | edits | news
    return [became[one.native_id] for one in batch]


def _known(connection: Connection, account_id: int, batch: Sequence[Received]) -> dict[str, Message]:
    ids = [one.native_id for one in batch]
    query = select(messages).where(messages.c.account_id == account_id, messages.c.native_id.in_(ids))
    return {m.native_id: m for m in fetch(connection, Message, query)}


def _add_new(
    connection: Connection, account_id: int, fresh: Sequence[Received], now: datetime
) -> dict[str, Message]:
    if not fresh:
        return {}
    new = [taking.first(account_id, one, now) for one in fresh]
    connection.execute(insert(messages), [_without_id(row_of(message)) for message in new])
    # Asking for the ids afterwards is far faster than RETURNING, and safe: the account is locked.
    names = [message.native_id for message in new]
    kept = select(messages.c.native_id, messages.c.id).where(
        messages.c.account_id == account_id, messages.c.native_id.in_(names)
    )
    ids = {row.native_id: row.id for row in connection.execute(kept)}
    _add_wordings(connection, [(ids[one.native_id], 1, one) for one in fresh], now)
    new = [replace(message, id=ids[message.native_id]) for message in new]
    _add_words(connection, new)
    return {message.native_id: message for message in new}


def _add_edits(
    connection: Connection, known: dict[str, Message], edited: Sequence[Received], now: datetime
) -> dict[str, Message]:
    if not edited:
        return {}
    olds = [known[one.native_id] for one in edited]
    _add_wordings(connection, [(m.id, m.version + 1, e) for m, e in zip(olds, edited, strict=True)], now)
    step = {name: bindparam(f"new_{name}", type_=messages.c[name].type) for name in CHANGED_BY_EDITS}
    news = [row_of(edited_by(m, e)) for m, e in zip(olds, edited, strict=True)]
    connection.execute(
        update(messages)
        .where(messages.c.id == bindparam("of"))
        .values(**step, revision=messages.c.revision + 1),
        [{"of": row["id"], **{f"new_{name}": row[name] for name in CHANGED_BY_EDITS}} for row in news],
    )
    again = select(messages).where(messages.c.id.in_([m.id for m in olds]))
    changed = fetch(connection, Message, again)
    _add_words(connection, changed)
    return {m.native_id: m for m in changed}


def _add_words(connection: Connection, found: Sequence[Message]) -> None:
    text_index.keep(connection, ((m.id, m.account_id, m.text, m.author) for m in found))


def _add_wordings(
    connection: Connection, wordings: Sequence[tuple[int, int, Received]], now: datetime
) -> None:
    rows = [_without_id(row_of(taking.wording(i, number, one, now))) for i, number, one in wordings]
    connection.execute(insert(versions), rows)


def _without_id(row: dict[str, Any]) -> dict[str, Any]:
    del row["id"]
    return row
