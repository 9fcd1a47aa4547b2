"""The worklist of the in-memory twin: the plain meaning of a query, without any index."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from casework import escalation
from casework.account import Account
from casework.assessment import Assessment
from casework.labels import Urgency
from casework.message import Message, storable
from casework.ports import Query, Scope, Waiting
from casework.record import CaseItem, SpotCheck


def matches(query: Query, records: Mapping[type, Mapping[int, Any]]) -> list[Message]:
    """Messages in the query's scope that its filters let through, in no order."""
    accounts: Mapping[int, Account] = records[Account]
    checks = records[SpotCheck].values() if query.reread else ()
    waiting = {(check.message_id, check.version) for check in checks if check.answer is None}
    in_cases = {item.message_id for item in records[CaseItem].values()}
    return [
        message
        for message in records[Message].values()
        if _in_scope(query.scope, message, accounts[message.account_id], message.id in in_cases)
        and _fits(query, message, accounts[message.account_id])
        and (not query.reread or (message.id, message.version) in waiting)
    ]


def order(query: Query, messages: Iterable[Message]) -> list[Message]:
    """One page of these messages, behind the key `query.after`."""
    page = sorted(messages, key=lambda m: _place(query, _rank(m), m.sent_at.timestamp(), m.id))
    if query.after:
        rank, sent_at, message_id = query.after
        last = _place(query, rank, sent_at.timestamp(), message_id)
        page = [m for m in page if _place(query, _rank(m), m.sent_at.timestamp(), m.id) > last]
    return page[: query.limit]


def alarms(messages: Iterable[Message]) -> list[Waiting]:
    """Those that wait for a human, in order."""
    found = [
        Waiting(m.id, m.account_id, m.received_at, m.abstained, bool(m.hostility))
        for m in messages
        if escalation.waits(m)
    ]
    return sorted(found, key=lambda w: (w.abstained, w.received_at, w.id))


def labelled(message: Message, assessment: Assessment) -> Message:
    """The message with the labels of a verdict."""
    verdict = assessment.verdict
    return replace(
        message,
        intent=verdict.intent,
        hostility=verdict.hostility,
        target=verdict.target,
        urgency=verdict.urgency,
        abstained=verdict.abstained,
    )


def one_of(value: Any) -> list[Any]:
    """What a field may equal, in the form in which it is kept."""
    values = value if isinstance(value, list | tuple | set | frozenset) else (value,)
    return [storable(v) if type(v) is str else v for v in values]


def _in_scope(scope: Scope, message: Message, account: Account, in_case: bool) -> bool:
    flagged = bool(message.hostility) or in_case
    own = message.account_id in scope.account_ids
    spared = message.aimed and message.account_id in scope.spared_account_ids
    return message.id in scope.message_ids or (
        not spared and (own or (flagged and account.station_id in scope.flagged_station_ids))
    )


def _fits(query: Query, message: Message, account: Account) -> bool:
    asked: list[tuple[object, object]] = [
        (query.urgency, message.urgency or Urgency.TODAY),
        (query.intent, message.intent),
        (query.platform, account.platform),
        (query.thread, message.thread),
    ]
    return (
        (not query.states or message.state in query.states)
        and query.hostile in (None, bool(message.hostility))
        and _calm(query.calm, message)
        and query.abstained in (None, message.abstained)
        and query.acknowledged in (None, message.acknowledged_at is not None)
        and query.account_id in (None, message.account_id)
        and query.beat in (None, message.beat_id)
        and all(not wanted or wanted == found for wanted, found in asked)
    )


def _calm(calm: frozenset[int] | None, message: Message) -> bool:
    acute = message.urgency is Urgency.ACUTE
    return calm is None or not message.hostility or acute or message.account_id in calm


def _rank(message: Message) -> int:
    return (message.urgency or Urgency.TODAY).rank


def _place(query: Query, rank: int, seconds: float, message_id: int) -> tuple[int, float, int]:
    turn = -1 if query.newest_first else 1
    return (rank if query.by_urgency else 0, turn * seconds, turn * message_id)
