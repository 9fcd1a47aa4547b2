"""Answers that must not go out any more: whoever wrote them no longer has the account."""

from dataclasses import replace

from casework import answering, four_eyes
from casework.account import Account
from casework.answering import MAY_BE_THERE, Reply, ReplyState
from casework.people import Person
from casework.ports import Work

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


def _why(tries: int) -> str:
    """What was tried before may stand on the network."""
    return f"{GONE}; {MAY_BE_THERE}" if tries else NOT_SENT
