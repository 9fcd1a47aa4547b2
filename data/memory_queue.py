"""The worklist of the in-memory twin: the plain meaning of a query, without any index."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from casework import escalation
from casework.account import Account
from casework.assessment import Assessment
from casework.labels import Urgency
from casework.message import Message, State, storable
from casework.ports import Work
from casework.query import Fold, Query, Scope, Waiting
from casework.record import CaseItem, SpotCheck
from casework.worklist import bundle, key
from data import search, waves


def matches(query: Query, records: Mapping[type, Mapping[int, Any]]) -> list[Message]:
    """Messages in the query's scope that its filters let through, in no order."""
    accounts: Mapping[int, Account] = records[Account]
    checks = records[SpotCheck].values() if query.reread else ()
    waiting = {(check.message_id, check.version) for check in checks if check.answer is None}
    in_cases = {item.message_id for item in records[CaseItem].values() if item.released_at is None}
    return [
        message
        for message in records[Message].values()
        if _in_scope(query.scope, message, accounts[message.account_id], message.id in in_cases)
        and _fits(query, message, accounts[message.account_id])
        and (not query.reread or (message.id, message.version) in waiting)
    ]


def order(query: Query, messages: Iterable[Message]) -> list[Message]:
    """One page of these messages, behind the key `query.after`."""
    whole = sorted(messages, key=lambda m: _place(query, key(m, query)))
    page = _first_of_each(whole) if query.fold else whole
    if query.after:
        last = _place(query, query.after)
        page = [m for m in page if _place(query, key(m, query)) > last]
    return page[: query.limit]


def alarms(messages: Iterable[Message]) -> list[Waiting]:
    """Those that wait for a human, in order."""
    found = [
        Waiting(m.id, m.account_id, m.received_at, m.abstained, bool(m.hostility))
        for m in messages
        if escalation.waits(m)
    ]
    return sorted(found, key=lambda w: (w.abstained, w.received_at, w.id))


def count(messages: Iterable[Message]) -> dict[str, int]:
    """How many there are of each urgency."""
    found = Counter(m.urgency or Urgency.TODAY for m in messages)
    return {urgency.value: found[urgency] for urgency in Urgency}


def folds(messages: Iterable[Message], page: Iterable[Message]) -> dict[int, Fold]:
    """What stands behind these messages of a page, where it is several."""
    inside = defaultdict(list)
    for message in messages:
        inside[bundle(message)].append(message.sent_at)
    behind = {m.id: inside[bundle(m)] for m in page if bundle(m)}
    return {i: Fold(len(times), min(times), max(times)) for i, times in behind.items() if len(times) > 1}


def talks(messages: Iterable[Message], page: Iterable[Message], states: Iterable[State]) -> dict[int, int]:
    """How many messages in these states each message's thread holds, where it is several."""
    held = Counter((m.account_id, m.thread) for m in messages if m.state in states)
    found = {m.id: held[m.account_id, m.thread] for m in page if m.thread}
    return {i: number for i, number in found.items() if number > 1}


def assessed(
    work: Work, assessments: Sequence[Assessment], keep: Callable[[type, int, Message], object]
) -> None:
    """Keep verdicts, their labels and waves; `keep` writes a message without a new revision."""
    for assessment in assessments:
        work.add(assessment)
        message = work.get(Message, assessment.message_id)
        if assessment.version >= message.assessed_version:
            new = message if message.corrected else labelled(message, assessment)
            read = replace(new, language=assessment.verdict.language)
            work.replace(replace(read, assessed_version=assessment.version))
    _join_waves(work, assessments, keep)


def judged(
    work: Work, model: str, span: tuple[datetime, datetime], *, newest_first: bool
) -> list[Assessment]:
    """The model's assessments made in a span, by time."""
    made = (a for a in work.find(Assessment) if a.verdict.model == model)
    inside = [a for a in made if span[0] <= a.assessed_at < span[1]]
    return sorted(inside, key=lambda a: (a.assessed_at, a.id), reverse=newest_first)


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


def _join_waves(
    work: Work, assessments: Iterable[Assessment], keep: Callable[[type, int, Message], object]
) -> None:
    """Put the messages just judged into the waves that they belong to; `keep` leaves revisions alone."""
    new = [work.get(Message, i) for i in sorted({a.message_id for a in assessments})]
    inside = {m.id for m in new}
    for account_id in sorted({m.account_id for m in new}):
        mine = [waves.said(m) for m in new if m.account_id == account_id]
        begin, end = waves.around(mine)
        others = [m for m in work.find(Message, account_id=account_id) if m.id not in inside]
        firsts = [m for m in others if m.assessed_version and m.wave in (0, m.id)]
        near = [waves.said(m) for m in firsts if begin <= m.sent_at <= end]
        latest = sorted(near, key=lambda m: (m.sent_at, m.id))[-waves.MOST_KNOWN :]
        for message_id, wave in waves.joined(mine, latest).items():
            keep(Message, message_id, replace(work.get(Message, message_id), wave=wave))


def _first_of_each(messages: Iterable[Message]) -> list[Message]:
    """Of each bundle the first message, in order."""
    first: dict[object, Message] = {}
    for message in messages:
        first.setdefault(bundle(message) or message.id, message)
    return list(first.values())


def _in_scope(scope: Scope, message: Message, account: Account, in_case: bool) -> bool:
    flagged = bool(message.hostility) or in_case
    own = message.account_id in scope.account_ids
    spared = message.aimed and message.account_id in scope.spared_account_ids and not _others(scope, message)
    return message.id in scope.message_ids or (
        not spared and (own or (flagged and account.station_id in scope.flagged_station_ids))
    )


def _others(scope: Scope, message: Message) -> bool:
    """Whether it came while the account was another's."""
    came = message.received_at
    return any(
        account_id == message.account_id and not (after and came <= after) and not (until and came > until)
        for account_id, after, until in scope.unspared
    )


def _fits(query: Query, message: Message, account: Account) -> bool:
    asked: list[tuple[object, object]] = [
        (query.urgency, message.urgency or Urgency.TODAY),
        (query.intent, message.intent),
        (query.platform, account.platform),
        (query.thread, message.thread),
        (query.language, message.language),
        (query.wave, message.wave),
    ]
    return (
        (not query.states or message.state in query.states)
        and query.hostile in (None, bool(message.hostility))
        and _calm(query, message)
        and query.abstained in (None, message.abstained)
        and query.acknowledged in (None, message.acknowledged_at is not None)
        and query.account_id in (None, message.account_id)
        and query.beat in (None, message.beat_id)
        and _within(query, message)
        and _answers(query, message)
        and all(not wanted or wanted == found for wanted, found in asked)
    )


def _calm(query: Query, message: Message) -> bool:
    """What somebody handed to the person, or what she or he asked for, is not left out."""
    plain = not message.hostility or message.urgency is Urgency.ACUTE
    given = message.id in query.scope.message_ids
    return query.calm is None or plain or given or message.account_id in query.calm


def _within(query: Query, message: Message) -> bool:
    begun = query.sent_from is None or message.sent_at >= query.sent_from
    return begun and (query.sent_to is None or message.sent_at < query.sent_to)


def _answers(query: Query, message: Message) -> bool:
    if query.hostility and query.hostility not in message.hostility:
        return False
    return not query.text or search.asked(query.text).fits(search.terms(message.text, message.author))


def _place(query: Query, at: tuple[int, datetime, int]) -> tuple[int, float, int]:
    turn = -1 if query.newest_first else 1
    rank, time, message_id = at
    return (rank if query.by_urgency else 0, turn * time.timestamp(), turn * message_id)
