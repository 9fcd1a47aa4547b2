"""The worklist in SQL: a page of a million messages without sorting them.

What a person may see falls into parts that never overlap. Each part is cut into arms (one account
and one state); each arm reads a few rows in the order of an index, and the arms are merged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
    tuple_,
    union_all,
)

from casework.labels import Urgency
from casework.message import Message, State
from casework.ports import Query
from data.columns import When
from data.records import fetch
from data.tables import accounts, case_items, messages, spot_checks

M = messages.c
MOST_ARMS = 100
MOST_IDS = 5_000
WORDS = {urgency.rank: urgency.value for urgency in Urgency}
Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Part:
    """Some of what a person may see: all messages of these accounts, or the few `ids`, that fit besides."""

    account_ids: tuple[int, ...] = ()
    ids: Select[tuple[int]] | None = None
    besides: tuple[Condition, ...] = ()

    def arms(self, states: Sequence[State], ranks: Sequence[int]) -> list[tuple[Condition, ...]]:
        """Conditions that an index answers in order; fewer and wider ones for very many accounts."""
        if self.ids is not None:
            return [(_loose(M.state).in_(states), _loose(M.urgency_rank).in_(ranks))]
        whose = [M.account_id == a for a in self.account_ids]
        if len(whose) * len(states) > MOST_ARMS:
            whose = [M.account_id.in_(self.account_ids)]
        return [
            (account, M.state == state, M.urgency_rank == rank)
            for account, state, rank in product(whose, states, ranks)
        ]

    def narrowed(self, thread: str) -> "Part":
        """The same part of one thread: so few that their ids come first."""
        if self.ids is not None:
            return replace(self, besides=(*self.besides, M.thread == thread))
        inside = (M.account_id.in_(self.account_ids), M.thread == thread)
        return Part(ids=select(M.id).where(*inside).distinct(), besides=self.besides)

    def to_reread(self) -> "Part":
        """Those of the part that wait in the spot check: so few that their ids come first."""
        check = spot_checks.c
        here = exists().where(check.message_id == M.id, check.version == M.version, check.answer.is_(None))
        if self.ids is not None:
            return replace(self, besides=(*self.besides, here))
        drawn = select(check.message_id).where(check.account_id.in_(self.account_ids), check.answer.is_(None))
        return Part(ids=drawn.distinct(), besides=(*self.besides, here))

    def select(self, *columns: Any) -> Select[Any]:
        """These columns of the part. The ids, being DISTINCT, are worked out first, then looked up."""
        if self.ids is None:
            return select(*columns).where(*self.besides)
        few = self.ids.subquery()
        return select(*columns).join_from(few, messages, few.c[0] == M.id).where(*self.besides)


def page(connection: Connection, query: Query) -> list[Message]:
    """One page, in order."""
    parts = _parts(connection, query)
    ids: list[int] = []
    for ranks in _rank_groups(query):
        if len(ids) < query.limit:
            ids += _ids(connection, query, parts, ranks, query.limit - len(ids))
    found = {m.id: m for m in fetch(connection, Message, select(messages).where(M.id.in_(ids)))}
    return [found[i] for i in ids]


def count(connection: Connection, query: Query) -> dict[str, int]:
    """How many messages match, by urgency."""
    totals = dict.fromkeys(WORDS.values(), 0)
    matching = (M.state.in_(_states(query)), M.urgency_rank.in_(_ranks(query)), *_filters(query))
    for part in _parts(connection, query):
        whose = () if part.ids is not None else (M.account_id.in_(part.account_ids),)
        sums = part.select(M.urgency_rank, func.count()).where(*whose, *matching)
        for rank, number in connection.execute(sums.group_by(M.urgency_rank)):
            totals[WORDS[rank]] += number
    return totals


def _parts(connection: Connection, query: Query) -> list[Part]:
    parts = list(_scope(connection, query))
    if query.thread:
        parts = [part.narrowed(query.thread) for part in parts]
    return [part.to_reread() for part in parts] if query.reread else parts


def _scope(connection: Connection, query: Query) -> Iterator[Part]:
    """The scope without overlap: own accounts, hostile ones at a station, those in cases, single ones."""
    own, flagged = _accounts(connection, query)
    in_case = select(case_items.c.message_id).distinct()
    spared = query.scope.spared_account_ids
    for whose, besides in _sparing(own, spared):
        yield Part(whose, besides=besides)
    for whose, besides in _sparing(flagged, spared):
        yield Part(whose, besides=(M.hostile.is_(True), *besides))
    if flagged:
        yield Part(ids=in_case, besides=(_loose(M.account_id).in_(flagged), M.hostile.is_(False)))
    elsewhere = M.account_id.not_in(own)
    unflagged = or_(M.account_id.not_in(flagged), and_(M.hostile.is_(False), M.id.not_in(in_case)))
    kept_away = and_(M.aimed.is_(True), M.account_id.in_(sorted(spared)))
    wanted = _loose(M.account_id).in_(select(accounts.c.id).where(*_account_filters(query)))
    ids = sorted(query.scope.message_ids)
    for start in range(0, len(ids), MOST_IDS):
        few = select(M.id).where(M.id.in_(ids[start : start + MOST_IDS])).distinct()
        yield Part(ids=few, besides=(or_(and_(elsewhere, unflagged), kept_away), wanted))


def _sparing(
    ids: Sequence[int], spared: frozenset[int]
) -> Iterator[tuple[tuple[int, ...], tuple[Condition, ...]]]:
    """The accounts as they are, and apart those of which abuse of their officer is left out."""
    plain = tuple(i for i in ids if i not in spared)
    if plain:
        yield plain, ()
    if rest := tuple(i for i in ids if i in spared):
        yield rest, (M.aimed.is_(False),)


def _accounts(connection: Connection, query: Query) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Ids of the person's own accounts, and of the others at stations where he or she sees hostile ones."""
    scope = query.scope
    theirs = accounts.c.id.in_(scope.account_ids) | accounts.c.station_id.in_(scope.flagged_station_ids)
    found = connection.scalars(select(accounts.c.id).where(theirs, *_account_filters(query)))
    ids = sorted(found)
    own = tuple(i for i in ids if i in scope.account_ids)
    return own, tuple(i for i in ids if i not in scope.account_ids)


def _account_filters(query: Query) -> list[Condition]:
    filters: list[Condition] = []
    if query.platform:
        filters.append(accounts.c.platform == query.platform)
    if query.account_id is not None:
        filters.append(accounts.c.id == query.account_id)
    return filters


def _filters(query: Query) -> list[Condition]:
    labels = ((M.intent, query.intent), (M.beat_id, query.beat))
    filters: list[Condition] = [column == wanted for column, wanted in labels if wanted]
    flags = ((M.hostile, query.hostile), (M.abstained, query.abstained))
    filters += [column.is_(wanted) for column, wanted in flags if wanted is not None]
    if query.calm is not None:
        filters.append(or_(M.hostile.is_(False), M.urgency_rank == 0, M.account_id.in_(sorted(query.calm))))
    if query.acknowledged is not None:
        filters.append(M.acknowledged_at.is_not(None) if query.acknowledged else M.acknowledged_at.is_(None))
    return filters


def _states(query: Query) -> tuple[State, ...]:
    return query.states or tuple(State)


def _ranks(query: Query) -> tuple[int, ...]:
    return tuple(rank for rank, word in WORDS.items() if query.urgency in ("", word))


def _rank_groups(query: Query) -> list[tuple[int, ...]]:
    """Urgencies that are merged by time: one after the other, or all at once."""
    ranks = _ranks(query)
    if not query.by_urgency:
        return [ranks]
    first = query.after[0] if query.after else 0
    return [(rank,) for rank in ranks if rank >= first]


def _ids(
    connection: Connection, query: Query, parts: Sequence[Part], ranks: Sequence[int], limit: int
) -> list[int]:
    besides = _filters(query)
    arms = [
        _in_order(query, part.select(M.id, M.sent_at).where(*arm, *besides, *_behind(query, ranks, part)))
        .limit(limit)
        .subquery()
        for part in parts
        for arm in part.arms(_states(query), ranks)
    ]
    found: list[Any] = []
    for start in range(0, len(arms), MOST_ARMS):
        found += connection.execute(union_all(*map(select, arms[start : start + MOST_ARMS])))
    turn = query.newest_first
    return [row.id for row in sorted(found, key=lambda row: (row.sent_at, row.id), reverse=turn)[:limit]]


def _behind(query: Query, ranks: Sequence[int], part: Part) -> list[Condition]:
    """The place behind the last row of the page before; more urgent ranks are behind it as a whole."""
    if not query.after or (query.by_urgency and query.after[0] not in ranks):
        return []
    _, sent_at, message_id = query.after
    sent = M.sent_at if part.ids is None else _loose(M.sent_at)
    here, last = tuple_(sent, M.id), tuple_(literal(sent_at, When()), literal(message_id))
    return [here < last if query.newest_first else here > last]


def _loose(column: Any) -> Any:
    """The column's value out of the planner's sight, so that it looks the few ids up and scans no index."""
    return func.coalesce(column, column)


def _in_order(query: Query, keys: Select[Any]) -> Select[Any]:
    if query.newest_first:
        return keys.order_by(M.sent_at.desc(), M.id.desc())
    return keys.order_by(M.sent_at, M.id)
