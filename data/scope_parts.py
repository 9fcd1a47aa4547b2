"""What a person may see, in SQL: parts that never overlap; and what the filters ask of a message."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    exists,
    func,
    not_,
    or_,
    select,
    type_coerce,
)

from casework.labels import Hostility, Urgency
from casework.message import State
from casework.query import Query, Scope
from data.queue_tables import spot_checks
from data.tables import accounts, case_items, messages
from data.text_index import found, one_of

M = messages.c
MOST_ARMS = 100
RANKS = {urgency.rank: urgency.value for urgency in Urgency}
Condition = ColumnElement[bool]
IN_CASE = select(case_items.c.message_id).where(case_items.c.released_at.is_(None)).distinct()


@dataclass(frozen=True, slots=True)
class Part:
    """Some of what a person may see: all messages of these accounts, or the few `ids`, that fit besides."""

    account_ids: tuple[int, ...] = ()
    ids: Select[tuple[int]] | None = None
    besides: tuple[Condition, ...] = ()

    def arms(self, query: Query, ranks: Sequence[int]) -> list[tuple[Condition, ...]]:
        """Conditions that an index answers in order; fewer and wider ones for very many accounts."""
        states = query.states or tuple(State)
        if self.ids is not None:
            return [(loose(M.state).in_(states), loose(M.urgency_rank).in_(ranks))]
        if not query.by_urgency:
            rest = (M.state.in_(states), M.urgency_rank.in_(ranks))
            return [(account, *rest) for account in self._accounts(1)]
        return [
            (account, M.state == state, M.urgency_rank == rank)
            for account, state, rank in product(self._accounts(len(states)), states, ranks)
        ]

    def among(self, ids: Select[tuple[int]], *besides: Condition) -> "Part":
        """Those of the part among few ids, which come first; `besides` says the same of one message."""
        if self.ids is not None:
            return replace(self, besides=(*self.besides, *besides))
        mine = loose(M.account_id).in_(self.account_ids)
        return Part(ids=ids.distinct(), besides=(*self.besides, mine, *besides))

    def select(self, *columns: Any) -> Select[Any]:
        """These columns of the part. The ids, being DISTINCT, are worked out first, then looked up."""
        if self.ids is None:
            return select(*columns).where(*self.besides)
        few = self.ids.subquery()
        return select(*columns).join_from(few, messages, few.c[0] == M.id).where(*self.besides)

    def _accounts(self, times: int) -> list[Condition]:
        if len(self.account_ids) * times > MOST_ARMS:
            return [M.account_id.in_(self.account_ids)]
        return [M.account_id == a for a in self.account_ids]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with what it needs to know of the accounts: the person's own, and those shown where hostile."""

    connection: Connection
    query: Query
    own: tuple[int, ...]
    flagged: tuple[int, ...]

    def parts(self) -> list[Part]:
        """The scope without overlap, narrowed by what leaves few messages."""
        return [self._narrowed(part) for part in self._scope()]

    def matching(self, parts: Sequence[Part], besides: Condition) -> list[Part]:
        """The parts' messages that answer the text, found by its words; `besides` says the same of one."""
        return [
            part.among(found(self.connection, self.query.text, part.account_ids), besides) for part in parts
        ]

    def visible(self, c: Any) -> list[Condition]:
        """That a message folded together with one of the scope is in it, too; on own accounts it is."""
        scope = self.query.scope
        if not (self.flagged or scope.message_ids or scope.spared_account_ids):
            return []
        few = one_of(self.connection, c.id, sorted(self.query.scope.message_ids))
        kept_away = _kept_away(c, self.query)
        flagged = and_(c.account_id.in_(self.flagged), or_(c.hostile.is_(True), c.id.in_(IN_CASE)))
        return [or_(and_(or_(c.account_id.in_(self.own), flagged), not_(kept_away)), few)]

    def fits(self, c: Any) -> list[Condition]:
        """What the filters ask of a message, but for account, text and place in the order."""
        query = self.query
        equal = {
            c.intent: query.intent,
            c.language: query.language,
            c.thread: query.thread,
            c.beat_id: query.beat,
        }
        conditions = [column == wanted for column, wanted in equal.items() if wanted]
        if query.wave:
            conditions.append(c.wave == query.wave)
        if query.sent_from:
            conditions.append(c.sent_at >= query.sent_from)
        if query.sent_to:
            conditions.append(c.sent_at < query.sent_to)
        if query.reread:
            conditions.append(_waits(c))
        if query.calm is not None:
            given = one_of(self.connection, c.id, sorted(query.scope.message_ids))
            spared = (c.hostile.is_(False), c.urgency_rank == 0, c.account_id.in_(sorted(query.calm)))
            conditions.append(or_(*spared, given))
        return [*conditions, *_judged(query, c)]

    def _narrowed(self, part: Part) -> Part:
        """`fits` says it again of each message, so nothing is lost; here it leads to few ids."""
        mine = M.account_id.in_(part.account_ids)
        if self.query.wave:
            return part.among(select(M.id).where(M.wave == self.query.wave, M.wave > 0))
        if self.query.thread:
            return part.among(select(M.id).where(mine, M.thread == self.query.thread))
        if self.query.reread:
            check = spot_checks.c
            drawn = select(check.message_id).where(check.account_id.in_(part.account_ids))
            return part.among(drawn.where(check.answer.is_(None)))
        return part

    def _scope(self) -> Iterator[Part]:
        """Own accounts, hostile ones at a station, those in cases, single ones."""
        for whose, besides in _sparing(self.own, self.query.scope):
            yield Part(whose, besides=besides)
        for whose, besides in _sparing(self.flagged, self.query.scope):
            yield Part(whose, besides=(M.hostile.is_(True), *besides))
        if self.flagged:
            here = (loose(M.account_id).in_(self.flagged), M.hostile.is_(False))
            yield Part(ids=IN_CASE, besides=here)
        if self.query.scope.message_ids:
            unflagged = and_(M.hostile.is_(False), M.id.not_in(IN_CASE))
            elsewhere = M.account_id.not_in(self.own)
            wanted = loose(M.account_id).in_(select(accounts.c.id).where(*_account_filters(self.query)))
            few = select(M.id).where(one_of(self.connection, M.id, sorted(self.query.scope.message_ids)))
            alone = and_(elsewhere, or_(M.account_id.not_in(self.flagged), unflagged))
            yield Part(ids=few.distinct(), besides=(or_(alone, _kept_away(M, self.query)), wanted))


def asked(connection: Connection, query: Query) -> Asked:
    """The query, with the ids of the person's own accounts and of the others at stations where he or she sees
    hostile ones."""
    scope = query.scope
    theirs = accounts.c.id.in_(scope.account_ids) | accounts.c.station_id.in_(scope.flagged_station_ids)
    known = sorted(connection.scalars(select(accounts.c.id).where(theirs, *_account_filters(query))))
    own = tuple(i for i in known if i in scope.account_ids)
    return Asked(connection, query, own, tuple(i for i in known if i not in scope.account_ids))


def _sparing(ids: Sequence[int], scope: Scope) -> Iterator[tuple[tuple[int, ...], tuple[Condition, ...]]]:
    """The accounts as they are, and apart those of which abuse of their officer is left out."""
    plain = tuple(i for i in ids if i not in scope.spared_account_ids)
    if plain:
        yield plain, ()
    if rest := tuple(i for i in ids if i in scope.spared_account_ids):
        yield rest, (or_(M.aimed.is_(False), *_others(M, scope)),)


def _kept_away(c: Any, query: Query) -> Condition:
    """Whether it is abuse of the reader that somebody else has taken on."""
    aimed = and_(c.aimed.is_(True), c.account_id.in_(sorted(query.scope.spared_account_ids)))
    others = _others(c, query.scope)
    return and_(aimed, not_(or_(*others))) if others else aimed


def _others(c: Any, scope: Scope) -> list[Condition]:
    """For each span whether the message came while the account was another's."""
    bounds = sorted(scope.unspared, key=str)
    return [
        and_(
            c.account_id == account_id,
            *([c.received_at > after] if after else []),
            *([c.received_at <= until] if until else []),
        )
        for account_id, after, until in bounds
    ]


def loose(column: Any) -> Any:
    """The column's value out of the planner's sight, so that it looks the few ids up and scans no index."""
    return func.coalesce(column, column)


def ranks(query: Query) -> tuple[int, ...]:
    """The urgencies asked for, the most urgent first."""
    return tuple(rank for rank, word in RANKS.items() if query.urgency in ("", word))


def _account_filters(query: Query) -> list[Condition]:
    filters: list[Condition] = []
    if query.platform:
        filters.append(accounts.c.platform == query.platform)
    if query.account_id is not None:
        filters.append(accounts.c.id == query.account_id)
    return filters


def _judged(query: Query, c: Any) -> Iterator[Condition]:
    if query.hostile is not None:
        yield c.hostile.is_(query.hostile)
    if query.hostility:
        label = query.hostility if query.hostility in list(Hostility) else "?"
        yield c.hostile.is_(True)
        yield type_coerce(c.hostility, String).contains(f'"{label}"')
    if query.abstained is not None:
        yield c.abstained.is_(query.abstained)
    if query.acknowledged is not None:
        yield c.acknowledged_at.is_not(None) if query.acknowledged else c.acknowledged_at.is_(None)


def _waits(c: Any) -> Condition:
    check = spot_checks.c
    return exists().where(check.message_id == c.id, check.version == c.version, check.answer.is_(None))
