"""Folding in SQL: of each bundle the first message that the filters match, and what stands behind it.

Nothing is noted down that could go stale: whether a message is the first of its bundle is asked of the index
of bundles whenever a page is read.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, exists, func, or_, select, tuple_

from casework.labels import Urgency
from casework.message import Message, State
from casework.query import Fold, Query
from casework.worklist import Bundle, bundle
from data import text_index
from data.scope_parts import Asked
from data.tables import messages

M, OTHER = messages.c, messages.alias("other").c
ALIKE = [OTHER[name] == M[name] for name in ("bundle", "state", "urgency_rank", "hostile")]
Condition = ColumnElement[bool]


def time_of(query: Query, c: Any) -> Any:
    """By which time a message stands in the query's order."""
    if not query.by_urgency:
        return c.sent_at
    if query.as_of is None:
        return c.unseen_since
    return case((c.first_seen_at > query.as_of, c.sent_at), else_=c.unseen_since)


def shown(asked: Asked) -> list[Condition]:
    """That a message is not folded away: an emergency, in no bundle, or its first that the filters match."""
    if not asked.query.fold:
        return []
    first = ~exists(select(OTHER.id).where(*ALIKE, _before(asked.query, OTHER), *_seen(asked, OTHER)))
    return [or_(M.bundle.is_(None), M.urgency_rank == Urgency.ACUTE.rank, first)]


def folds(asked: Asked, page: Sequence[Message]) -> Mapping[int, Fold]:
    """What stands behind the messages of a page, where it is several."""
    behind = {of: m.id for m in page if (of := bundle(m))}
    if not behind:
        return {}
    alike = (M.bundle, M.state, M.urgency_rank, M.hostile)
    inside = (M.bundle.in_({_name(of) for of in behind}), *_seen(asked, M))
    sums = select(*alike, func.count(), func.min(M.sent_at), func.max(M.sent_at)).where(*inside)
    found = {tuple(row[:4]): Fold(*row[4:]) for row in asked.connection.execute(sums.group_by(*alike))}
    told = {i: found[_name(of), *of[2:]] for of, i in behind.items() if (_name(of), *of[2:]) in found}
    return {i: fold for i, fold in told.items() if fold.messages > 1}


def talks(connection: Connection, page: Sequence[Message], states: Sequence[State]) -> Mapping[int, int]:
    """How many messages in these states the thread of each message holds, where it is several."""
    threads = {(m.account_id, m.thread) for m in page if m.thread}
    if not threads:
        return {}
    these = tuple_(M.account_id, M.thread).in_(sorted(threads))
    held = select(M.account_id, M.thread, func.count()).where(these, M.state.in_(states))
    found = {(row[0], row[1]): row[2] for row in connection.execute(held.group_by(M.account_id, M.thread))}
    numbers = {m.id: found.get((m.account_id, m.thread), 0) for m in page if m.thread}
    return {i: number for i, number in numbers.items() if number > 1}


def _name(of: Bundle) -> str:
    """A bundle as the database names it: the table's derived column."""
    name, account_id = of[:2]
    return name if name.startswith("w") else f"t{account_id}:{name[1:]}"


def _before(query: Query, other: Any) -> Condition:
    """Whether the other message stands before this one in the order within their bundle."""
    there, here = tuple_(time_of(query, other), other.id), tuple_(time_of(query, M), M.id)
    return there > here if query.newest_first else there < here


def _seen(asked: Asked, c: Any) -> list[Condition]:
    """Whether the person sees a message and the filters match it, the text too."""
    conditions = [*asked.visible(c), *asked.fits(c)]
    if asked.query.text:
        conditions.append(text_index.answers(asked.connection, asked.query.text, c.id))
    return conditions
