"""The worklist in SQL: a page of a million messages without sorting them.

What a person may see falls into parts that never overlap. Each part is cut into arms (one account
and one state); each arm reads a few rows in the order of an index, and the arms are merged.

A search first walks a short stretch of that order and asks of each message whether it answers: a common word
fills the page at once. A rarer one is looked up in the index of words, and its few messages are put in order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select, tuple_, union_all

from casework.message import Message
from casework.query import Query
from data import scope_parts, text_index
from data.columns import When
from data.folding import shown, time_of
from data.records import fetch
from data.scope_parts import MOST_ARMS, RANKS, Asked, Part, asked, loose
from data.tables import messages

M = messages.c
STRETCHES = (300, 1_500, 6_000)  # so many messages are asked one by one; the last for words that are not rare
RARE = 10_000  # so many messages with a word are put in order rather than sought in it
Condition = ColumnElement[bool]
Place = tuple[int, datetime, int]


def page(connection: Connection, query: Query) -> list[Message]:
    """One page, in order."""
    ids: list[int] = []
    if query.limit > 0:
        wanted = asked(connection, query)
        parts = wanted.parts()
        ids = _searched(wanted, parts) if query.text else _plain(wanted, parts)
    few = select(messages).where(text_index.one_of(connection, M.id, ids))
    found = {m.id: m for m in fetch(connection, Message, few)}
    return [found[i] for i in ids]


def count(connection: Connection, query: Query, most: int = 0) -> dict[str, int]:
    """How many messages match, by urgency; no further than `most` in all."""
    totals = dict.fromkeys(RANKS.values(), 0)
    wanted = asked(connection, query)
    besides, parts = wanted.fits(M), wanted.parts()
    if query.text:
        one = text_index.answers(connection, query.text, M.id)
        if not most or _is_rare(wanted):
            parts = wanted.matching(parts, one)
        else:
            besides.append(one)
    matching = (M.state.in_(query.states), *besides) if query.states else tuple(besides)
    for part in parts:
        whose = () if part.ids is not None else (M.account_id.in_(part.account_ids),)
        every = part.select(M.urgency_rank.label("rank")).where(
            *whose, M.urgency_rank.in_(scope_parts.ranks(query)), *matching
        )
        some = (every.limit(max(most - sum(totals.values()), 0)) if most else every).subquery()
        for rank, number in connection.execute(select(some.c.rank, func.count()).group_by(some.c.rank)):
            totals[RANKS[rank]] += number
    return totals


def _plain(wanted: Asked, parts: Sequence[Part]) -> list[int]:
    ids: list[int] = []
    limit = wanted.query.limit
    for ranks in _rank_groups(wanted.query):
        if len(ids) < limit:
            arms = [arm.limit(limit) for arm in _arms(wanted, parts, ranks, shown(wanted))]
            ids += [place[2] for place in _in_order(wanted.query, _rows(wanted.connection, arms))][
                : limit - len(ids)
            ]
    return ids


def _searched(wanted: Asked, parts: Sequence[Part]) -> list[int]:
    ids: list[int] = []
    limit, groups, stretches = wanted.query.limit, _rank_groups(wanted.query), list(STRETCHES)
    for number, ranks in enumerate(groups):
        while (near := _nearby(wanted, parts, ranks, limit - len(ids), stretches[0])) is None:
            if len(stretches) == 1 or (len(stretches) == 2 and _is_rare(wanted)):
                rest = tuple(rank for group in groups[number:] for rank in group)
                return ids + _by_words(wanted, parts, rest, limit - len(ids))
            stretches.pop(0)
        ids += near
        if len(ids) == limit:
            break
    return ids


def _nearby(
    wanted: Asked, parts: Sequence[Part], ranks: Sequence[int], limit: int, stretch: int
) -> list[int] | None:
    """What answers on a stretch of the order; None where that neither fills the page nor is all."""
    arms = _arms(wanted, parts, ranks, ())
    each = max(stretch // max(len(arms), 1), limit)
    ends = _in_order(wanted.query, _rows(wanted.connection, [arm.limit(1).offset(each - 1) for arm in arms]))
    one = text_index.answers(wanted.connection, wanted.query.text, M.id)
    answering = _arms(wanted, parts, ranks, (one, *shown(wanted)), ends[0] if ends else None)
    found = _in_order(wanted.query, _rows(wanted.connection, [arm.limit(limit) for arm in answering]))
    return [place[2] for place in found[:limit]] if not ends or len(found) >= limit else None


def _by_words(wanted: Asked, parts: Sequence[Part], ranks: Sequence[int], limit: int) -> list[int]:
    """The first of the messages that the index of words names."""
    one = text_index.answers(wanted.connection, wanted.query.text, M.id)
    arms = _arms(wanted, wanted.matching(parts, one), ranks, shown(wanted))
    return [place[2] for place in _in_order(wanted.query, _rows(wanted.connection, arms))[:limit]]


def _is_rare(wanted: Asked) -> bool:
    """Whether few messages have the words, wherever they stand."""
    few = text_index.found(wanted.connection, wanted.query.text, wanted.own + wanted.flagged)
    counted = select(func.count()).select_from(few.limit(RARE).subquery())
    return (wanted.connection.scalar(counted) or 0) < RARE


def _rank_groups(query: Query) -> list[tuple[int, ...]]:
    """Urgencies that are merged by time: one after the other, or all at once."""
    ranks = scope_parts.ranks(query)
    if not query.by_urgency:
        return [ranks]
    first = query.after[0] if query.after else 0
    return [(rank,) for rank in ranks if rank >= first]


def _arms(
    wanted: Asked,
    parts: Sequence[Part],
    ranks: Sequence[int],
    besides: Sequence[Condition],
    end: Place | None = None,
) -> list[Select[Any]]:
    """Rows of (rank, time, id), each arm in order, up to an end where one is given."""
    query = wanted.query
    return [
        _sorted(query, part.select(M.urgency_rank, time.label("time"), M.id), time).where(
            *arm, *wanted.fits(M), *besides, *_behind(query, ranks, time), *_up_to(query, time, end)
        )
        for whole in parts
        for part, time in _times(query, whole)
        for arm in part.arms(query, ranks)
    ]


def _times(query: Query, part: Part) -> Iterator[tuple[Part, Any]]:
    """The part by the time that orders it. What was looked at after `as_of` stands where it stood before:
    those few are read apart."""
    if part.ids is not None:
        yield part, loose(time_of(query, M))
    elif not query.by_urgency or query.as_of is None:
        yield part, time_of(query, M)
    else:
        later = select(M.id).where(M.first_seen_at > query.as_of, M.account_id.in_(part.account_ids))
        as_before = or_(M.unseen_since <= query.as_of, M.unseen_since == M.sent_at)
        yield replace(part, besides=(*part.besides, as_before)), M.unseen_since
        yield part.among(later, M.unseen_since != M.sent_at), loose(M.sent_at)


def _behind(query: Query, ranks: Sequence[int], time: Any) -> list[Condition]:
    """The place behind the last row of the page before; less urgent ranks are behind it as a whole."""
    if not query.after:
        return []
    rank, moment, message_id = query.after
    here, last = tuple_(time, M.id), tuple_(literal(moment, When()), literal(message_id))
    later = here < last if query.newest_first else here > last
    if not query.by_urgency or tuple(ranks) == (rank,):
        return [later]
    urgency = loose(M.urgency_rank)
    return [or_(urgency > rank, and_(urgency == rank, later))] if rank in ranks else []


def _up_to(query: Query, time: Any, end: Place | None) -> list[Condition]:
    if end is None:
        return []
    here, last = tuple_(time, M.id), tuple_(literal(end[1], When()), literal(end[2]))
    return [here >= last if query.newest_first else here <= last]


def _sorted(query: Query, keys: Select[Any], time: Any) -> Select[Any]:
    if query.newest_first:
        return keys.order_by(time.desc(), M.id.desc())
    return keys.order_by(time, M.id)


def _rows(connection: Connection, arms: Sequence[Select[Any]]) -> list[Any]:
    found: list[Any] = []
    for start in range(0, len(arms), MOST_ARMS):
        some = [select(arm.subquery()) for arm in arms[start : start + MOST_ARMS]]
        found += connection.execute(union_all(*some))
    return found


def _in_order(query: Query, places: Sequence[Any]) -> list[Place]:
    def place(of: Any) -> tuple[int, datetime, int]:
        return (of[0], of[1], of[2])

    by_time = sorted(places, key=lambda of: place(of)[1:], reverse=query.newest_first)
    return sorted(by_time, key=lambda of: of[0] if query.by_urgency else 0)
