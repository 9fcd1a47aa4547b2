"""Sums for supervisors in SQL; no text, no author and no officer ever leaves this module."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, String, exists, func, or_, select, type_coerce

from casework.clocks import LOCAL
from casework.escalation import AWAITED
from casework.figures import HELPFUL, DayCount, OpenAlarms, Span, Tips
from casework.labels import Intent, Urgency
from casework.record import GONE_BACK, Choice, HandoverState, Outcome
from casework.waiting import AWAITS, Spell, Step, Wait, told
from data.engine import reading
from data.tables import accounts, assessments, decisions, handovers, messages

M, H = messages.c, handovers.c
SORTS = (accounts.c.station_id, accounts.c.platform)
ARRIVED = accounts.join(messages)
Condition = ColumnElement[bool]


class SqlCounts:
    """See casework.figures.Counts."""

    def __init__(self, engine: Engine) -> None:
        """Nothing is read yet."""
        self._engine = engine

    def days(self, span: Span, station_ids: Collection[int]) -> list[DayCount]:
        """Summed by hour in the database, by local day here: no database need know our time zone."""
        with reading(self._engine) as connection:
            hour = _hour(connection).label("hour")
            sorts = (*SORTS, M.intent, M.hostile)
            query = select(hour, *sorts, func.count()).select_from(ARRIVED).where(*_in(span, station_ids))
            sums: Counter[Any] = Counter()
            for sent, *sort, number in connection.execute(query.group_by(hour, *sorts)):
                sums[_local_day(sent), *sort] += number
        found = [DayCount(*(*sort, number)) for sort, number in sums.items()]
        return sorted(found, key=lambda c: (c.day, c.station_id, c.platform, c.intent or "", c.hostile))

    def waits(self, span: Span, station_ids: Collection[int], now: datetime) -> list[Wait]:
        """Reckoned from arrival here: what a broken stream brought late is no officer's delay."""
        times = (M.sent_at, M.received_at, M.first_seen_at, M.answered_at)
        columns = (*SORTS, accounts.c.officer_id, M.state, *times)
        still = M.state.in_({state for states in AWAITS.values() for state in states})
        fits = or_(M.first_seen_at.is_not(None), M.answered_at.is_not(None), still & M.deleted_at.is_(None))
        query = select(*columns, M.deleted_at).select_from(ARRIVED).where(*_in(span, station_ids), fits)
        spells: defaultdict[Any, list[Spell]] = defaultdict(list)
        with reading(self._engine) as connection:
            for row in connection.execute(query):
                week = _week(row.sent_at)
                for step, spell in _spells(row, now):
                    spells[week, step, row.station_id, row.platform].append(spell)
        return _told(spells)

    def tips(self, span: Span, station_ids: Collection[int]) -> list[Tips]:
        """Each stage counts the messages that ever reached it."""
        handed = _has(handovers)
        stages = {
            "suggested": _has(assessments, assessments.c.verdict_intent == Intent.TIP),
            "confirmed": or_(_confirmed(), handed),
            "handed_over": handed,
            "accepted": _has(handovers, H.answered_at.is_not(None), H.state.not_in(GONE_BACK)),
            "returned": _handed(HandoverState.RETURNED),
            "helped": _has(handovers, handovers.c.outcome.in_(HELPFUL)),
        }
        ends = {outcome: _has(handovers, handovers.c.outcome == outcome) for outcome in Outcome}
        with reading(self._engine) as connection:
            here = _in(span, station_ids)
            known = {name: _by_station(connection, (*here, stage)) for name, stage in stages.items()}
            given = {outcome: _by_station(connection, (*here, end)) for outcome, end in ends.items()}
        return [
            Tips(s, **{n: by[s] for n, by in known.items()}, outcomes={o: by[s] for o, by in given.items()})
            for s in sorted(station_ids)
        ]

    def alarm(self, station_ids: Collection[int]) -> OpenAlarms:
        """Read from the index of the worklist."""
        unheard = (M.urgency_rank == Urgency.ACUTE.rank) & M.acknowledged_at.is_(None)
        here = (accounts.c.station_id.in_(station_ids), M.state.in_(AWAITED))
        query = select(func.count(), func.min(M.sent_at)).select_from(ARRIVED).where(*here)
        with reading(self._engine) as connection:
            sure, oldest_at = connection.execute(query.where(unheard, M.abstained.is_(False))).one()
            maybe, _ = connection.execute(query.where(unheard, M.abstained.is_(True))).one()
            unjudged, _ = connection.execute(query.where(M.assessed_version < M.version)).one()
        return OpenAlarms(sure, oldest_at, maybe, unjudged)


def _in(span: Span, station_ids: Collection[int]) -> tuple[Condition, ...]:
    begin, end = (_midnight(day) for day in (span.first, span.last + timedelta(days=1)))
    return accounts.c.station_id.in_(station_ids), M.sent_at >= begin, M.sent_at < end


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)


def _hour(connection: Connection) -> ColumnElement[str]:
    """The UTC hour as text, such as "2026-11-21 08"."""
    if connection.dialect.name == "sqlite":
        return func.substr(type_coerce(M.sent_at, String), 1, 13)
    return func.to_char(func.timezone("UTC", M.sent_at), "YYYY-MM-DD HH24")


def _local_day(hour: str) -> date:
    return datetime.fromisoformat(f"{hour}:00").replace(tzinfo=UTC).astimezone(LOCAL).date()


def _week(moment: datetime) -> date:
    day = moment.astimezone(LOCAL).date()
    return day - timedelta(days=day.weekday())


def _spells(row: Any, now: datetime) -> Iterator[tuple[Step, Spell]]:
    """What was answered unseen waits for no look, and nothing waits that its author took back."""
    for step, at in ((Step.LOOK, row.first_seen_at), (Step.ANSWER, row.answered_at)):
        gone = row.deleted_at or row.answered_at or row.state not in AWAITS[step]
        if at or not gone:
            length = max((at or now) - row.received_at, timedelta())
            yield step, Spell(row.officer_id, row.received_at, length, over=at is not None)


def _told(spells: Mapping[Any, list[Spell]]) -> list[Wait]:
    """Each sort, and before those of one week and step all of them together."""
    found = []
    for (week, step), sorts in groupby(sorted(spells), key=lambda sort: sort[:2]):
        places = [(sort[2:], spells[sort]) for sort in sorts]
        if len(places) > 1:
            together = [spell for _, some in places for spell in some]
            found.append(told(week, (None, None), step, together))
        found += [told(week, place, step, some) for place, some in places]
    return found


def _has(table: Any, *conditions: Condition) -> Condition:
    return exists().where(table.c.message_id == M.id, *conditions)


def _confirmed() -> Condition:
    return _has(decisions, decisions.c.choice == Choice.TIP, decisions.c.taken_back_at.is_(None))


def _handed(*states: HandoverState) -> Condition:
    return _has(handovers, handovers.c.state.in_(states))


def _by_station(connection: Connection, conditions: Iterable[Condition]) -> Counter[int]:
    query = select(accounts.c.station_id, func.count()).select_from(ARRIVED).where(*conditions)
    sums = connection.execute(query.group_by(accounts.c.station_id))
    return Counter({row[0]: row[1] for row in sums})
