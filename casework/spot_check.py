"""The spot check: a standing random sample of what was judged harmless, read again to count what was missed.

Drawn is by the verdict alone, never by what became of the message: whoever corrected one of them in the
daily work has read it again, too. So what was missed is answered sooner than what was not, and readers choose
what they read: a share of the messages read again would be too high or too low. See `bounds`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any, cast

from casework.assessment import Assessment, Verdict
from casework.clocks import LOCAL
from casework.labels import Hostility, Intent, Urgency
from casework.message import Message
from casework.people import Person
from casework.ports import Sampling, Work
from casework.query import Query, Scope
from casework.record import Choice, Decision, SpotCheck
from casework.worklist import scope_of

ONE_IN, WEEKLY = 50, 10
LOTS = 2**64
MOST_OF_A_WEEK = 50_000
DUE = timedelta(days=14)  # so long whoever reads has time; it goes by the day of the draw alone
SAYS = {Choice.TIP: Intent.TIP, Choice.ACKNOWLEDGE: Intent.EMERGENCY}


class Miss(StrEnum):
    """What a harmless verdict may have missed; a report counts as a tip."""

    EMERGENCY = "emergency"
    TIP = "tip"
    HOSTILE = "hostile"


@dataclass(frozen=True, slots=True)
class Found:
    """How many were drawn, read again, and missed; of the `missed` ones, one may be of several kinds."""

    drawn: int
    reread: int
    missed: int
    kinds: Mapping[Miss, int]

    @property
    def unread(self) -> int:
        """Of these nobody knows."""
        return self.drawn - self.reread


@dataclass(frozen=True, slots=True)
class Tally:
    """What re-reading found under one model: in `every` draw so far, and in those drawn at least DUE ago."""

    model: str
    every: Found
    due: Found


def harmless(verdict: Verdict) -> bool:
    """Whether nobody would hurry to read it: routine, not hostile, and sure of itself."""
    return verdict.urgency is Urgency.ROUTINE and not verdict.hostility and not verdict.abstained


def lot(message_id: int, version: int) -> int:
    """The lot of a wording, below LOTS: as good as chance, and the same for whoever reckons it anew."""
    digest = sha256(f"streife spot check {message_id}:{version}".encode()).digest()
    return int.from_bytes(digest[:8], "big")


def draw(
    work: Work, messages: Sequence[Message], assessments: Sequence[Assessment], one_in: int = ONE_IN
) -> list[SpotCheck]:
    """Draw one in so many of the harmless verdicts just made; not where a person's labels stand on top."""
    pairs = zip(messages, assessments, strict=True)
    fit = [(m, a) for m, a in pairs if not m.corrected and harmless(a.verdict)]
    return _keep(work, [(m, a) for m, a in fit if lot(m.id, a.version) * one_in < LOTS])


def top_up(work: Work, model: str, least: int = WEEKLY) -> list[SpotCheck]:
    """See that of the last whole week (Monday to Sunday) at least so many are drawn, by the lowest lots."""
    begin, end = _last_week(work.now)
    drawn = [c for c in work.find(SpotCheck, model=model) if begin <= c.judged_at < end]
    wanted = max(least - len(drawn), 0)
    if not wanted:
        return []
    known = {(c.message_id, c.version) for c in drawn}
    week = [a for a in work.judged(model, begin, end, MOST_OF_A_WEEK) if harmless(a.verdict)]
    week = sorted(_machines(work, week), key=lambda a: lot(a.message_id, a.version))
    rest = [a for a in week if (a.message_id, a.version) not in known]
    standing = {m.id: m for m in work.find(Message, id=[a.message_id for a in rest])}
    pairs = [(standing[a.message_id], a) for a in rest if standing[a.message_id].version == a.version]
    return [_catch_up(work, check) for check in _keep(work, pairs[:wanted])]


def page(work: Work, person: Person, query: Query) -> list[Message]:
    """Messages of the person's own accounts that wait to be read again, as the query wants them."""
    return work.worklist(_own(work, person, query))


def count(work: Work, person: Person) -> int:
    """How many wait for this person."""
    return sum(work.count(_own(work, person, Query(Scope(), states=()))).values())


def waits(work: Work, message: Message) -> bool:
    """Whether the message, as it reads now, waits to be read again."""
    return bool(work.find(SpotCheck, message_id=message.id, version=message.version, answer=None))


def settle(work: Work, message: Message, decision: Decision) -> SpotCheck | None:
    """Take a decision about a drawn wording as its answer, the newest on top; None where it is no answer."""
    for check in work.find(SpotCheck, message_id=message.id, version=message.version):
        answered = _answered(check, message, decision)
        if answered != check:
            return work.replace(answered)
    return None


def resettle(work: Work, message: Message) -> None:
    """Answer a drawn wording anew from the decisions that still stand, as one was taken back."""
    for check in work.find(SpotCheck, message_id=message.id, version=message.version):
        again = replace(check, answer=None, intent=None, hostility=(), answered_at=None)
        for decision in work.find(Decision, message_id=message.id, taken_back_at=None):
            if decision.decided_at >= check.judged_at:
                again = _answered(again, message, decision)
        if again != check:
            work.replace(again)


def tallies(work: Work) -> list[Tally]:
    """One for each model under which something was drawn, the oldest first."""
    checks = work.find(SpotCheck)
    return [_tally(model, checks, work.now) for model in dict.fromkeys(c.model for c in checks)]


def tally(work: Work, model: str) -> Tally:
    """What re-reading found under this model."""
    return _tally(model, work.find(SpotCheck, model=model), work.now)


def bounds(sampling: Sampling, found: Found, kind: Miss | None = None) -> tuple[float, float]:
    """Between these lies the true share of misses (of one kind) with 95 % certainty, whatever was read again.

    Of all drawn ones, as they alone are drawn by chance: below, what nobody read again counts as harmless,
    above as missed (Horowitz, Manski 2000, JASA 95/449), each end that of the exact interval (Clopper,
    Pearson 1934). [0, 1] where nothing was drawn.
    """
    missed = found.missed if kind is None else found.kinds[kind]
    low, _ = sampling.interval(missed, found.drawn)
    _, high = sampling.interval(missed + found.unread, found.drawn)
    return low, high


def missed(check: SpotCheck) -> frozenset[Miss]:
    """What the verdict missed, as the reader says; nothing while it waits."""
    kinds = {Miss.HOSTILE} if check.hostility else set()
    if check.intent is Intent.EMERGENCY:
        kinds.add(Miss.EMERGENCY)
    if check.intent in (Intent.TIP, Intent.REPORT):
        kinds.add(Miss.TIP)
    return frozenset(kinds)


def _own(work: Work, person: Person, query: Query) -> Query:
    mine = scope_of(work, person)
    own = replace(mine, message_ids=frozenset(), flagged_station_ids=frozenset())
    return replace(query, scope=own, reread=True)


def _keep(work: Work, pairs: Sequence[tuple[Message, Assessment]]) -> list[SpotCheck]:
    """Keep and log what was drawn, once for each wording."""
    if not pairs:
        return []
    ids = [m.id for m, _ in pairs]
    known = {(c.message_id, c.version) for c in work.find(SpotCheck, message_id=ids)}
    kept = [
        work.add(SpotCheck(m.id, m.account_id, a.version, a.verdict.model, a.assessed_at, work.now))
        for m, a in pairs
        if (m.id, a.version) not in known
    ]
    if kept:
        drawn = {"messages": [[c.message_id, c.version] for c in kept]}
        work.record("streife", "spot_check_drawn", "messages", drawn)
    return kept


def _machines(work: Work, assessments: Sequence[Assessment]) -> list[Assessment]:
    """Those whose message no person had labelled before the verdict."""
    ids = [a.message_id for a in assessments]
    corrected: dict[int, datetime] = {}
    for one in work.find(Decision, choice=Choice.CORRECT, message_id=ids, taken_back_at=None):
        corrected.setdefault(one.message_id, one.decided_at)
    return [a for a in assessments if corrected.get(a.message_id, a.assessed_at) >= a.assessed_at]


def _catch_up(work: Work, check: SpotCheck) -> SpotCheck:
    """Take what a person has decided since the verdict as the answer."""
    message = work.get(Message, check.message_id)
    for decision in work.find(Decision, message_id=check.message_id, taken_back_at=None):
        if decision.decided_at >= check.judged_at:
            check = settle(work, message, decision) or check
    return check


def _answered(check: SpotCheck, message: Message, decision: Decision) -> SpotCheck:
    choice = decision.choice
    if choice is Choice.REOPEN and check.answer is Choice.TIP:
        return replace(check, answer=None, intent=None, hostility=(), answered_at=None)
    if choice is Choice.CORRECT:
        said = cast(Mapping[str, Any], decision.detail["to"])  # as casework.decision wrote it
        intent = Intent(said["intent"])
        hostility = tuple(Hostility(one) for one in said["hostility"])
    elif choice is Choice.HARMLESS or (choice in SAYS and not missed(check)):
        intent, hostility = SAYS.get(choice, message.intent or Intent.OTHER), message.hostility
    else:
        return check
    at = decision.decided_at
    return replace(check, answer=choice, intent=intent, hostility=hostility, answered_at=at)


def _tally(model: str, checks: Iterable[SpotCheck], now: datetime) -> Tally:
    drawn = [c for c in checks if c.model == model]
    return Tally(model, _found(drawn), _found([c for c in drawn if now - c.drawn_at >= DUE]))


def _found(drawn: Sequence[SpotCheck]) -> Found:
    reread = [missed(c) for c in drawn if c.answer is not None]
    kinds = {kind: sum(kind in one for one in reread) for kind in Miss}
    return Found(len(drawn), len(reread), sum(map(bool, reread)), kinds)


def _last_week(now: datetime) -> tuple[datetime, datetime]:
    today = now.astimezone(LOCAL).date()
    monday = today - timedelta(days=today.weekday())
    begin, end = (datetime.combine(day, time(), LOCAL) for day in (monday - timedelta(days=7), monday))
    return begin, end
