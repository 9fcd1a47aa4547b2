"""A second person looks at an answer: approves it, and it goes out; or declines it with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casework import answering, four_eyes, unsent
from casework.account import Account
from casework.answering import Reply
from casework.errors import Conflict, Refused
from casework.four_eyes import Approval, ApprovalState
from casework.message import Message
from casework.notice import tell
from casework.people import Officer, Person
from casework.ports import Work
from casework.record import NoticeKind

LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What the approver sees: message, words, and those that were asked for before, the newest first."""

    approval: Approval
    message: Message
    account: Account
    writer: Officer
    before: Sequence[Approval]


def mine(work: Work, person: Person) -> list[Approval]:
    """What waits for this person, or for somebody who is gone and this person may as well; oldest first."""
    stations = person.stations(*four_eyes.APPROVERS)
    if not stations or not person.officer.active or person.operator:
        return []
    asked = work.find(Approval, approver_id=person.id, state=ApprovalState.WANTED)
    mine = [one for one in asked if one.station_id in stations]
    for one in four_eyes.orphaned(work, stations):
        if any(officer.id == person.id for officer in four_eyes.releasers(work, one)):
            mine.append(one)
    return sorted(mine, key=lambda one: one.id)


def look(work: Work, person: Person, approval_id: int) -> Asked:
    """Open it: logged as a read of the message. Raises NotAllowed, and Refused where it waits no more."""
    asked = again(work, person, approval_id)
    subject = f"message:{asked.message.id}"
    work.record(person.login, "read", subject, {"messages": [asked.message.id], "approval": approval_id})
    return asked


def again(work: Work, person: Person, approval_id: int) -> Asked:
    """What `look` opened, drawn again: leave is checked anew, but it is no new read."""
    approval = _to_decide(work, person, approval_id)
    message = work.get(Message, approval.message_id)
    earlier = [one for one in work.find(Approval, reply_id=approval.reply_id) if one.id < approval.id]
    account, writer = work.get(Account, message.account_id), work.get(Officer, approval.writer_id)
    return Asked(approval, message, account, writer, earlier[::-1])


def approve(work: Work, person: Person, approval_id: int) -> Reply:
    """These words may go out. Raises Refused where they may not any more, with the remedy.

    Where the message was edited since, or taken back, nothing is approved: they are the writer's draft again.
    """
    approval = _to_decide(work, person, approval_id)
    reply = work.get(Reply, approval.reply_id)
    if (four_eyes.digest(reply.text), reply.kind) != (approval.sha256, approval.kind):
        raise Conflict(f"approval {approval_id}: the words were changed; the writer has to ask anew")
    if (returned := unsent.put_back(work, reply, person.login)) != reply:
        four_eyes.withdraw(work, person, reply.id)
        return returned
    released = answering.release(work, person, reply)
    _end(work, person, approval, ApprovalState.GIVEN, "")
    return released


def decline(work: Work, person: Person, approval_id: int, reason: str) -> Reply:
    """Not so: the writer learns why."""
    approval = _to_decide(work, person, approval_id)
    if not reason.strip():
        raise Refused("reason: empty; the writer must learn what to change")
    if len(reason) > LONGEST_REASON:
        raise Refused(f"reason: longer than {LONGEST_REASON} characters")
    returned = answering.declined(work, work.get(Reply, approval.reply_id), reason.strip())
    _end(work, person, approval, ApprovalState.DECLINED, reason.strip())
    return returned


def latest(work: Work, reply_ids: Sequence[int]) -> dict[int, Approval]:
    """The newest approval of each of these answers, if one was asked for."""
    found = work.find(Approval, reply_id=list(reply_ids)) if reply_ids else []
    return {one.reply_id: one for one in found}


def _to_decide(work: Work, person: Person, approval_id: int) -> Approval:
    approval = work.get(Approval, approval_id)
    four_eyes.demand_approver(work, person, approval)
    if approval.state is not ApprovalState.WANTED:
        raise Refused(f"approval {approval_id}: is {approval.state.value} already")
    return approval


def _end(work: Work, person: Person, approval: Approval, state: ApprovalState, reason: str) -> None:
    decided = replace(approval, approver_id=person.id, state=state, reason=reason, ended_at=work.now)
    ended = work.replace(decided)
    four_eyes.note(work, person, f"approval_{state.value}", ended)
    told = {"approval": ended.id, "who": person.officer.name}
    kind = NoticeKind.APPROVAL_GIVEN if state is ApprovalState.GIVEN else NoticeKind.REPLY_RETURNED
    tell(work, ended.writer_id, kind, f"message:{ended.message_id}", told)
