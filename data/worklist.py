"""The worklist in SQL: a page of a million messages without sorting them.

What a person may see falls into parts that never overlap. Each part is cut into arms (one account
and one state); each arm reads a few rows in the order of an index, and the arms are merged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, not_, or_, select, tuple_, union_all

from casework.labels import Urgency
from casework.message import Message, State
from casework.ports import Query
from data.columns import When
from data.records import record_of
from data.tables import accounts, case_items, messages

M = messages.c
MOST_ARMS = 100
MOST_IDS = 5_000
Keys = Select[tuple[int, datetime, int]]


@dataclass(frozen=True, slots=True)
class Part:
    """Some of what a person may see: messages of these accounts that fit besides."""

    account_ids: tuple[int, ...]
    besides: tuple[ColumnElement[bool], ...] = ()


def page(connection: Connection, query: Query) -> list[Message]:
    """One page, in order."""
    parts = _parts(connection, query)
    ids: list[int] = []
    for ranks in _rank_groups(query):
        if parts and len(ids) < query.limit:
            ids += _ids(connection, query, parts, ranks, query.limit - len(ids))
    rows = connection.execute(select(messages).where(M.id.in_(ids))).mappings()
    found = {row["id"]: record_of(Message, row) for row in rows}
    return [found[i] for i in ids]


def count(connection: Connection, query: Query) -> dict[str, int]:
    """How many messages match, by urgency."""
    totals = dict.fromkeys((urgency.value for urgency in Urgency), 0)
    words = {urgency.rank: urgency.value for urgency in Urgency}
    for part in _parts(connection, query):
        matching = (M.account_id.in_(part.account_ids), M.state.in_(_states(query)), *_filters(query, part))
        sums = select(M.urgency_rank, func.count()).where(*matching).group_by(M.urgency_rank)
        for rank, number in connection.execute(sums):
            totals[words[rank]] += number
    return totals


def _parts(connection: Connection, query: Query) -> list[Part]:
    """The scope as parts that do not overlap: own accounts, flagged ones, cases, single messages."""
    own, flagged, every = _accounts(connection, query)
    in_case = M.id.in_(select(case_items.c.message_id))
    # not_(hostile) is written as a comparison so that the index can use it
    friendly = M.hostile.is_(False)
    parts = [Part(own), Part(flagged, (M.hostile.is_(True),)), Part(flagged, (friendly, in_case))]
    seen_already = and_(M.account_id.in_(flagged), or_(M.hostile.is_(True), in_case))
    others = tuple(sorted(set(every) - set(own)))
    for ids in _chunks(sorted(query.scope.message_ids), MOST_IDS):
        parts.append(Part(others, (M.id.in_(ids), not_(seen_already))))
    return [part for part in parts if part.account_ids]
