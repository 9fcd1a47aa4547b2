"""Whether messages still stand, and how they read now: often for what matters, seldom for the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from casework import binding, limits, polling
from casework.account import Account
from casework.message import Message
from casework.polling import Rhythm
from casework.ports import Work
from casework.prices import priced
from casework.record import ON_ITS_WAY, Case, CaseState, Handover

HOURLY, FRESH = timedelta(hours=1), timedelta(days=2)
WEEKLY = timedelta(days=7)
DOUBTED = timedelta(days=1)  # what is told as gone is asked about again so often, for a week
REMEMBERED = timedelta(days=30)
BATCH, AT_MOST = 20, 1_000
RECHECK = "recheck"  # the name under which `casework.limits` knows how long an account rests


@dataclass(frozen=True, slots=True)
class Recheck:
    """When a network was last asked whether a message still stands, and when it last said so."""

    message_id: int
    asked_at: datetime
    checked_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Round:
    """Messages of one account to ask about in one go; `before`: when each was last asked about, or came."""

    account: Account
    messages: tuple[Message, ...]
    before: tuple[datetime, ...]

    @property
    def native_ids(self) -> list[str]:
        """Their ids on the network."""
        return [m.native_id for m in self.messages]


def interval(matters_since: datetime | None, now: datetime, daily: timedelta) -> timedelta:
    """Between two rechecks: hourly for two days after a message came into a case or into a contact officer's
    hands, then daily; weekly where it never did."""
    if matters_since is None:
        return WEEKLY
    return HOURLY if now - matters_since < FRESH else daily


def due(work: Work, rhythm: Rhythm) -> list[Round]:
    """What is to be asked about now: one batch an account, free networks first.

    A batch is small, since polls and answers of the account wait for it; where the last one brought nothing
    it is half as large, so that one message that a network cannot bear holds up few others. Where reading
    costs money, messages that matter to nobody wait while the month would end above the cap.
    """
    since = _matters(work)
    mattering = _due_of(work, since, rhythm.recheck)
    asked = [a for a in work.find(Account, active=True) if not limits.rests(work, a.id, RECHECK)]
    eased = [a.id for a in asked if polling.eases(work, a, rhythm)]
    doubted = work.unchecked(eased, work.now - WEEKLY, work.now - DOUBTED, AT_MOST, gone=True)
    others = work.unchecked(eased, work.now - REMEMBERED, work.now - WEEKLY, AT_MOST)
    due_now = [*mattering, *doubted, *(m for m in others if m.id not in since)]
    rounds = []
    for account in sorted(asked, key=lambda a: (priced(a.platform), a.id)):
        mine = [m for m in due_now if m.account_id == account.id]
        if mine:
            size = max(1, BATCH >> limits.tries(work, account.id, RECHECK))
            rounds.append(_round(work, account, mine[:size]))
    return rounds


def claim(work: Work, due_now: Round) -> Round:
    """Note that these are asked about now; without those that another worker took since.

    Raises Conflict where another one is just about to.
    """
    # Looked up once: what one look finds unasked, a second one may find asked by another worker meanwhile.
    known = {r.message_id: r for r in work.find(Recheck, message_id=[m.id for m in due_now.messages])}
    pairs = zip(due_now.messages, due_now.before, strict=True)
    free = [(message, before) for message, before in pairs if _asked_at(known, message) == before]
    for message, _ in free:
        if message.id in known:
            work.replace(replace(known[message.id], asked_at=work.now))
        else:
            work.add(Recheck(message.id, work.now))
    return Round(due_now.account, tuple(m for m, _ in free), tuple(before for _, before in free))


def answered(work: Work, round_: Round, native_ids: Sequence[str]) -> None:
    """Note of which messages the network said how they stand."""
    told = {m.id for m in round_.messages if m.native_id in set(native_ids)}
    for last in work.find(Recheck, message_id=sorted(told)):
        work.replace(replace(last, checked_at=work.now))


def put_back(work: Work, round_: Round, told: Sequence[str], daily: timedelta) -> None:
    """The network broke off: what it had not told about is as due as before, but for the first, over which
    it may have stumbled; that waits for an hour, so that it holds up no other. `told`: native ids.
    """
    pairs = zip(round_.messages, round_.before, strict=True)
    untold = [(m, at) for m, at in pairs if m.native_id not in set(told)]
    before = {m.id: at for m, at in untold}
    for first, _ in untold[:1]:
        since = _matters(work).get(first.id)
        every = DOUBTED if first.deleted_at else interval(since, work.now, daily)
        before[first.id] = work.now - every + HOURLY
    for last in work.find(Recheck, message_id=sorted(before)):
        work.replace(replace(last, asked_at=before[last.message_id]))


def _round(work: Work, account: Account, messages: Sequence[Message]) -> Round:
    known = {r.message_id: r for r in work.find(Recheck, message_id=[m.id for m in messages])}
    return Round(account, tuple(messages), tuple(_asked_at(known, m) for m in messages))


def _asked_at(known: Mapping[int, Recheck], message: Message) -> datetime:
    return known[message.id].asked_at if message.id in known else message.received_at


def _matters(work: Work) -> dict[int, datetime]:
    """Messages in cases that are not closed and in open hand-overs, and since when."""
    going_on = [c.id for c in work.find(Case, state=(CaseState.OPEN, CaseState.SENT))]
    since = {h.message_id: h.handed_over_at for h in work.find(Handover, state=ON_ITS_WAY)}
    for item in binding.items(work, case_id=going_on):
        since[item.message_id] = max(item.added_at, since.get(item.message_id, item.added_at))
    return since


def _due_of(work: Work, since: dict[int, datetime], daily: timedelta) -> list[Message]:
    asked = {r.message_id: r.asked_at for r in work.find(Recheck, message_id=sorted(since))}
    standing = [m for m in work.find(Message, id=sorted(since)) if m.deleted_at is None]

    def at(message: Message) -> datetime:
        return asked.get(message.id, message.received_at) + interval(since[message.id], work.now, daily)

    return sorted((m for m in standing if at(m) <= work.now), key=lambda m: (at(m), m.id))
