"""Answers that must not go out any more: whoever wrote them no longer has the account, or the message is not
what it was."""

from dataclasses import replace
from uuid import uuid4

from casework import answering, four_eyes, sendable
from casework.account import Account
from casework.answering import MAY_BE_THERE, Reply, ReplyState
from casework.message import Message
from casework.notice import tell
from casework.people import Person
from casework.ports import Work
from casework.record import NoticeKind
from casework.reply import UNFINISHED

GONE = "its writer no longer has the account"
NOT_SENT = f"{GONE}; nothing was sent"


def stop(work: Work, person: Person, account: Account) -> list[Reply]:
    """Its officer leaves or has a successor: what was to go out fails, and what waited for approval is its
    writer's draft again. Nobody else sends these words, as the account would speak in another's name."""
    waiting = work.find(Reply, account_id=account.id, state=ReplyState.WAITING)
    for reply in waiting:
        four_eyes.withdraw(work, person, reply.id)
    drafts = [work.replace(replace(one, state=ReplyState.DRAFT, reason=NOT_SENT)) for one in waiting]
    queued = work.find(Reply, account_id=account.id, state=ReplyState.QUEUED)
    return [*drafts, *(answering.failed(work, one, _why(one.attempts)) for one in queued)]


def why_not(reply: Reply, account: Account) -> str:
    """Why what is being sent must not go out of this account, as it is now; "" where it may."""
    if reply.officer_id != account.officer_id:
        return _why(reply.attempts - 1)
    return "" if account.active else f"{account.handle} is no longer connected; connect it, then write again"


def put_back(work: Work, reply: Reply, actor: str = "streife") -> Reply:
    """Where the message was edited or taken back since the answer was sent off: its writer's draft again, who
    is told; as it was, where it may go out.

    Only for what does not stand on the network; its next try is a first one, under a key of its own. What
    nobody wrote, or whose writer has begun another answer by now, fails instead.
    """
    why = sendable.why_outdated(work.get(Message, reply.message_id), reply)
    if not why:
        return reply
    if not reply.automatic:
        tell(work, reply.officer_id, NoticeKind.REPLY_RETURNED, f"message:{reply.message_id}")
    untried = replace(reply, attempts=0, begun_at=None, next_try_at=None)
    if reply.automatic or _writes_another(work, reply):
        return answering.failed(work, untried, why)
    kept = work.replace(replace(untried, state=ReplyState.DRAFT, reason=why, key=uuid4().hex))
    detail = {"reply": kept.id, "reason": why}
    work.record(actor, "reply_returned", f"message:{kept.message_id}", detail)
    return kept


def _writes_another(work: Work, reply: Reply) -> bool:
    found = work.find(Reply, message_id=reply.message_id, officer_id=reply.officer_id, state=UNFINISHED)
    return any(one.id != reply.id and one.text for one in found)


def _why(tries: int) -> str:
    """What was tried before may stand on the network."""
    return f"{GONE}; {MAY_BE_THERE}" if tries else NOT_SENT
