"""Answers to citizens, from the draft to the network and back: each goes out once, in the account's own name.

draft -> queued -> sending -> sent or failed. Where the station wants four eyes, draft -> waiting -> queued or
declined (casework.approval). What is being sent is kept as such before the network is asked; whoever takes it
over after a crash asks first whether it is there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from casework import escalation, four_eyes, lengths, sendable
from casework.account import Account
from casework.errors import Conflict, Refused
from casework.four_eyes import Approval
from casework.labels import Kind
from casework.limits import back_off
from casework.message import LONGEST_TEXT, Message, Received, State
from casework.outgoing import Outgoing, Sent
from casework.own_words import own
from casework.people import Officer, Person
from casework.ports import Work
from casework.reading import letter
from casework.reply import UNFINISHED
from casework.reply import Reply as Reply
from casework.reply import ReplyState as ReplyState
from casework.roles import Act, demand
from casework.sendable import ANYHOW
from casework.sendable import How as How

LEASE = timedelta(minutes=10)  # longer than a request takes; then another worker takes over
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
GIVE_UP = timedelta(hours=24)
MAY_BE_THERE = "it may be there all the same: look on the network before you write again"


def draft(work: Work, person: Person, message_id: int, text: str, kind: Kind) -> Reply:
    """Keep what the person has written so far: one draft a person and message, over the one before.

    Other words than those that wait for approval are a draft again.
    """
    found = letter(work, message_id)
    demand(person, Act.ANSWER, found)
    if len(text) > LONGEST_TEXT:
        raise Refused(f"answer: {len(text)} characters; at most {LONGEST_TEXT} are kept")
    before = unfinished(work, person, message_id)
    if before and (before.text, before.kind) == (text, kind):
        return before
    if before:
        four_eyes.withdraw(work, person, before.id)
        return work.replace(replace(before, text=text, kind=kind, state=ReplyState.DRAFT, reason=""))
    account = found.account.id
    return work.add(Reply(message_id, account, person.id, kind, text, uuid4().hex, work.now))


def unfinished(work: Work, person: Person, message_id: int) -> Reply | None:
    """What the person wrote and did not send: a draft, or words that wait for approval or were declined."""
    found = work.find(Reply, message_id=message_id, officer_id=person.id, state=UNFINISHED)
    return found[0] if found else None


def queue(work: Work, person: Person, message_id: int, text: str, kind: Kind, how: How = ANYHOW) -> Reply:
    """Let an answer go out, or wait for approval; the person's draft becomes it.

    Raises NotAllowed, and Refused with the remedy.
    """
    found = letter(work, message_id)
    demand(person, Act.ANSWER, found)
    sendable.check(work, found.message, found.account, text, kind)
    lengths.demand_fit(text, found.account.platform, kind, how.ruler)
    work.replace(found.message)  # so that of two who send the same at this moment the second is refused
    written = replace(draft(work, person, message_id, text, kind), answers_version=found.message.version)
    if not four_eyes.wanted(work, found.account, found.message, kind):
        four_eyes.withdraw(work, person, written.id)
        return _queued(work, person, written)
    return _wait(work, person, written, found.account, how.approver_id)


def release(work: Work, person: Person, reply: Reply) -> Reply:
    """Approved: what waited goes out. Raises Refused where it may not any more."""
    found = letter(work, reply.message_id)
    if reply.state is not ReplyState.WAITING:
        raise Refused(f"answer {reply.id}: is {reply.state.value}; it does not wait for approval")
    if found.account.officer_id != reply.officer_id:
        raise Refused(f"answer {reply.id}: its writer no longer holds the account; nothing was sent")
    if not work.get(Officer, reply.officer_id).active:
        raise Refused(f"answer {reply.id}: its writer signs in no longer; nothing was sent")
    sendable.check(work, found.message, found.account, reply.text, reply.kind)
    work.replace(found.message)  # as in `queue`
    return _queued(work, person, reply)


def declined(work: Work, reply: Reply, reason: str) -> Reply:
    """Back to the writer, who learns why."""
    if reply.state is not ReplyState.WAITING:
        raise Refused(f"answer {reply.id}: is {reply.state.value}; it does not wait for approval")
    return work.replace(replace(reply, state=ReplyState.DECLINED, reason=reason))


def cancel(work: Work, person: Person, reply_id: int) -> Reply:
    """Take back an answer that is not on its way yet; raises Refused where it is too late.

    What waits for approval becomes a draft again.
    """
    reply = work.get(Reply, reply_id)
    demand(person, Act.ANSWER, letter(work, reply.message_id))
    if reply.state is ReplyState.WAITING:
        four_eyes.withdraw(work, person, reply.id)
        return work.replace(replace(reply, state=ReplyState.DRAFT))
    if reply.state not in (ReplyState.DRAFT, ReplyState.QUEUED):
        raise Refused(f"answer {reply_id}: is {reply.state.value}; it can no longer be taken back")
    why = f"taken back by {person.login}" + (f"; {MAY_BE_THERE}" if reply.begun_at else "")
    ended = work.replace(replace(reply, state=ReplyState.FAILED, reason=why, next_try_at=None))
    return _noted(work, person.login, "reply_cancelled", ended)


def due(work: Work) -> list[Reply]:
    """What is to be sent now, and what a worker began and never ended, in the order of writing."""
    waiting = work.find(Reply, state=(ReplyState.QUEUED, ReplyState.SENDING))
    return [r for r in waiting if r.next_try_at is None or r.next_try_at <= work.now]


def begin(work: Work, reply: Reply) -> Reply:
    """Take it on; raises Conflict where another worker just did."""
    if reply.state not in (ReplyState.QUEUED, ReplyState.SENDING):
        raise Conflict(f"answer {reply.id}: is {reply.state.value} already")
    begun = work.replace(
        replace(
            reply,
            state=ReplyState.SENDING,
            attempts=reply.attempts + 1,
            begun_at=reply.begun_at or work.now,
            next_try_at=work.now + LEASE,
        )
    )
    return _noted(work, "streife", "reply_begun", begun, {"attempt": begun.attempts})


def done(work: Work, reply: Reply, sent: Sent) -> Reply:
    """It is on the network: the message is answered, and settled unless it is an emergency nobody saw.

    Where its writer changed it meanwhile, it stays as it is: nobody answered what stands there now.
    """
    ours = work.find(Message, account_id=reply.account_id, native_id=sent.native_id)
    ended = work.replace(
        replace(
            reply,
            state=ReplyState.SENT,
            reason="",
            next_try_at=None,
            sent_at=work.now,
            native_id=sent.native_id,
            url=sent.url,
            seen_at=ours[0].received_at if ours else None,
            seen_message_id=ours[0].id if ours else 0,
        )
    )
    for taken_for_a_citizens in ours:
        work.replace(replace(taken_for_a_citizens, state=State.DONE))
    if not reply.automatic:
        _settle(work, reply, work.get(Message, reply.message_id))
    return _noted(
        work,
        "streife",
        "reply_sent",
        ended,
        {"sha256": four_eyes.digest(reply.text), "native_id": sent.native_id},
    )


def failed(work: Work, reply: Reply, reason: str) -> Reply:
    """It will not go out; the reason says what to do instead."""
    ended = work.replace(replace(reply, state=ReplyState.FAILED, reason=reason, next_try_at=None))
    return _noted(work, "streife", "reply_failed", ended, {"reason": reason})


def put_off(work: Work, reply: Reply, reason: str, not_before: datetime | None = None) -> Reply:
    """It could not be sent just now: later, further apart each time; after a day not any more."""
    begun = reply.begun_at or work.now
    wait = back_off(reply.attempts, FIRST_WAIT, LONGEST_WAIT, reply.key)
    at = max(work.now + wait, min(not_before, work.now + LONGEST_WAIT)) if not_before else work.now + wait
    if at >= begun + GIVE_UP:
        return failed(work, reply, f"given up after a day of trying: {reason}; {MAY_BE_THERE}")
    return work.replace(replace(reply, state=ReplyState.QUEUED, reason=reason, next_try_at=at))


def outgoing(work: Work, reply: Reply) -> Outgoing:
    """The answer as connectors take it."""
    message = work.get(Message, reply.message_id)
    return Outgoing(
        key=reply.key,
        kind=reply.kind,
        text=reply.text,
        to=message.native_id,
        thread=message.thread,
        author=message.author,
        begun_at=reply.begun_at or work.now,
    )


def come_back(work: Work, account: Account, received: Sequence[Received]) -> list[Received]:
    """What citizens wrote: without our own answers, which are noted as seen, and the account's own words."""
    replies = work.find(Reply, account_id=account.id, native_id=[r.native_id for r in received])
    ours = {reply.native_id: reply for reply in replies if reply.state is ReplyState.SENT}
    for reply in ours.values():
        if reply.seen_at is None:
            work.replace(replace(reply, seen_at=work.now))
    return [r for r in received if r.native_id not in ours and not own(account, r)]


def unseen(work: Work, account: Account) -> list[Reply]:
    """Answers of the last day that went out and did not come back through a stream yet."""
    sent = work.find(Reply, account_id=account.id, state=ReplyState.SENT, seen_at=None)
    return [reply for reply in sent if reply.sent_at and work.now - reply.sent_at < GIVE_UP]


def _wait(work: Work, person: Person, reply: Reply, account: Account, approver_id: int) -> Reply:
    before, stood = four_eyes.waiting(work, reply.id), work.get(Reply, reply.id)
    if before and before.approver_id == approver_id and stood.answers(reply.answers_version):
        raise Refused(f"message {reply.message_id}: the same answer waits for approval already")
    four_eyes.withdraw(work, person, reply.id)
    wanted = Approval(
        *(reply.id, reply.message_id, account.station_id, person.id, approver_id),
        *(reply.kind, reply.text, four_eyes.digest(reply.text), work.now),
    )
    four_eyes.ask(work, person, wanted)
    return work.replace(replace(reply, state=ReplyState.WAITING, reason=""))


def _queued(work: Work, person: Person, reply: Reply) -> Reply:
    queued = work.replace(replace(reply, state=ReplyState.QUEUED, reason="", next_try_at=work.now))
    told = {"kind": reply.kind.value, "sha256": four_eyes.digest(reply.text)}
    return _noted(work, person.login, "reply_queued", queued, told)


def _settle(work: Work, reply: Reply, message: Message) -> None:
    if not reply.answers(message.version):
        return
    state = escalation.settled(message) if message.state is State.OPEN else message.state
    work.replace(replace(message, answered_at=message.answered_at or work.now, state=state))


def _noted(
    work: Work, actor: str, act: str, reply: Reply, detail: Mapping[str, object] | None = None
) -> Reply:
    work.record(actor, act, f"message:{reply.message_id}", {"reply": reply.id, **(detail or {})})
    return reply
