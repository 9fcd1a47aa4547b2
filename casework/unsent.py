"""Answers that must not go out any more: whoever wrote them no longer has the account, or the message is not
what it was."""

from dataclasses import replace
from uuid import uuid4

from casework import answering, four_eyes, sendable, standby
from casework.account import Account
from casework.answering import MAY_BE_THERE, Reply, ReplyState
from casework.message import Message
from casework.notice import tell
from casework.people import Officer, Person
from casework.ports import Work
from casework.record import NoticeKind
from casework.reply import UNFINISHED

GONE = "its writer no longer has the account"
SIGNED_OUT = "its writer signs in no longer"
NOTHING = "nothing was sent"
STOPPABLE = (ReplyState.WAITING, ReplyState.QUEUED)


def stop(work: Work, person: Person, account: Account) -> list[Reply]:
    """Its officer leaves or has a successor: what was to go out fails, and what waited for approval is its
    writer's draft again. Nobody else sends these words, as the account would speak in another's name."""
    found = work.find(Reply, account_id=account.id, state=STOPPABLE)
    return [_stopped(work, person, one, GONE) for one in found]


def stop_of(work: Work, person: Person, officer_id: int) -> list[Reply]:
    """The officer's sign-in ends: the same of what she or he wrote. Automatic answers to emergencies, which
    nobody wrote, go out all the same. The heads are told, once an account:
    its citizens wait for somebody else."""
    found = [r for r in work.find(Reply, officer_id=officer_id, state=STOPPABLE) if not r.automatic]
    stopped = [_stopped(work, person, one, SIGNED_OUT) for one in found]
    name = work.get(Officer, officer_id).name
    for account in work.find(Account, id=sorted({one.account_id for one in stopped})):
        told = {"by": name, "account": f"{account.platform.value}/{account.handle}"}
        for head in standby.heads(work, account.station_id):
            tell(work, head, NoticeKind.REPLIES_STOPPED, f"account:{account.id}", told)
    return stopped


def why_not(work: Work, reply: Reply) -> str:
    """Why what is being sent must not go out of its account, as both are now; "" where it may."""
    account = work.get(Account, reply.account_id)
    if reply.officer_id != account.officer_id:
        return _why(GONE, reply.attempts - 1)
    if not reply.automatic and not work.get(Officer, reply.officer_id).active:
        return _why(SIGNED_OUT, reply.attempts - 1)
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


def _stopped(work: Work, person: Person, reply: Reply, why: str) -> Reply:
    if reply.state is ReplyState.QUEUED:
        return answering.failed(work, reply, _why(why, reply.attempts))
    four_eyes.withdraw(work, person, reply.id)
    return work.replace(replace(reply, state=ReplyState.DRAFT, reason=_why(why, 0)))


def _why(why: str, tries: int) -> str:
    """What was tried before may stand on the network."""
    return f"{why}; {MAY_BE_THERE if tries else NOTHING}"
