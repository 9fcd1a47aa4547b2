"""The automatic first answer to an emergency: whom to call, and that nobody reads here around the clock.

It speaks in general words, so that in public it gives nobody away. It is no officer's answer: it settles
nothing, counts as no reaction, and the alarm goes on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import uuid4

from casework import standby
from casework.account import Account
from casework.answering import Reply, ReplyState
from casework.assessment import Assessment
from casework.country import country_of
from casework.escalation import waits
from casework.labels import Kind
from casework.message import Message
from casework.people import Station
from casework.ports import Work
from casework.tenure import Tenure

FRESH = timedelta(hours=12)  # what is read so late, or from an archive, is no plea of this moment
ONE_WRITER = timedelta(hours=24)
AN_HOUR, MOST_AN_HOUR = timedelta(hours=1), 20


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """That a thread has had its automatic answer; there is never a second one."""

    account_id: int
    thread: str
    author_id: str
    message_id: int
    reply_id: int
    written_at: datetime
    id: int = field(default=0, compare=False)


def due(work: Work) -> list[int]:
    """Messages that are to be answered automatically now, the longest waiting first."""
    sure = [one for one in work.alarms() if not one.abstained and work.now - one.received_at < FRESH]
    accounts = _switched_on(work, sorted({one.account_id for one in sure}))
    messages = work.find(Message, id=[one.id for one in sure if one.account_id in accounts])
    return [m.id for m in messages if _may(work, m, accounts[m.account_id])]


def write(work: Work, message_id: int) -> Reply | None:
    """Let the answer go out as other answers do; None where it is no longer to be written.

    Raises Conflict where another worker was faster.
    """
    message = work.get(Message, message_id)
    for lasting in work.find(Tenure, account_id=message.account_id, ended_at=None):
        work.replace(lasting)  # so that two of one account, or one and its leaving, never cross
    work.replace(work.get(Account, message.account_id))  # the same where no tenure was written down
    account = _switched_on(work, [message.account_id]).get(message.account_id)
    if account is None or not _may(work, message, account):
        return None
    kind = Kind.DM if message.kind is Kind.DM else Kind.COMMENT
    text = words_for(work, message, work.get(Station, account.station_id))
    reply = work.add(
        Reply(
            message.id,
            account.id,
            account.officer_id,
            kind,
            text,
            uuid4().hex,
            work.now,
            state=ReplyState.QUEUED,
            next_try_at=work.now,
            automatic=True,
        )
    )
    first = FirstAnswer(account.id, _thread(message), message.author.id, message.id, reply.id, work.now)
    unsent = work.find(FirstAnswer, account_id=account.id, thread=first.thread)
    work.replace(replace(first, id=unsent[0].id)) if unsent else work.add(first)
    told = {"reply": reply.id, "kind": kind.value, "text": text}
    work.record("streife", "first_answer_queued", f"message:{message.id}", told)
    return reply


def words_for(work: Work, message: Message, station: Station) -> str:
    """What it says: in the writer's language, with the numbers of the station's country."""
    judged = work.find(Assessment, message_id=message.id)
    read_in = judged[-1].verdict.language if judged else ""
    country = country_of(station.land)
    for language in (read_in, message.lang.partition("-")[0].lower()):
        if language in country.first_answer:
            return country.first_answer[language]
    known = read_in or message.lang
    return country.first_answer["en" if known else country.language]


def _switched_on(work: Work, account_ids: Sequence[int]) -> Mapping[int, Account]:
    """The connected ones of these accounts, whose stations want it so."""
    accounts = work.find(Account, id=list(account_ids), active=True) if account_ids else []
    plans = standby.plans(work, sorted({a.station_id for a in accounts})) if accounts else {}
    return {a.id: a for a in accounts if plans[a.station_id].first_answer}


def _may(work: Work, message: Message, account: Account) -> bool:
    fresh = message.sent_at > work.now - FRESH and message.deleted_at is None
    if not waits(message) or message.abstained or not fresh or _answered(work, message):
        return False
    if _one_of_us(work, message, account):
        return False
    before = _given(work, account)
    theirs = [b for b in before if b.author_id == message.author.id and work.now - b.written_at < ONE_WRITER]
    lately = [b for b in before if work.now - b.written_at < AN_HOUR]
    known = any(b.thread == _thread(message) for b in before)
    return not known and not theirs and len(lately) < MOST_AN_HOUR


def _given(work: Work, account: Account) -> list[FirstAnswer]:
    """Those that went out or will; what failed before its first try, as at a succession, is given anew."""
    noted = work.find(FirstAnswer, account_id=account.id)
    replies = {r.id: r for r in work.find(Reply, id=[one.reply_id for one in noted])} if noted else {}
    unsent = {n for n, r in replies.items() if r.state is ReplyState.FAILED and r.begun_at is None}
    return [one for one in noted if one.reply_id not in unsent]


def _answered(work: Work, message: Message) -> bool:
    """Whether an officer answered, or is about to."""
    return message.answered_at is not None or any(
        r.state in (ReplyState.QUEUED, ReplyState.SENDING, ReplyState.SENT)
        for r in work.find(Reply, message_id=message.id)
    )


def _one_of_us(work: Work, message: Message, account: Account) -> bool:
    """Two accounts of the house must never answer each other for ever."""
    ours = work.find(Account, platform=account.platform)
    name = message.author.handle.removeprefix("@").casefold()
    return any(
        a.handle.removeprefix("@").casefold() == name or (a.native_id and a.native_id == message.author.id)
        for a in ours
    )


def _thread(message: Message) -> str:
    return message.thread or message.native_id
