"""Answers go out: each once, whatever crashes, and the officer sees what became of it."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from casework import answering, intake, polling, unsent
from casework.account import Account
from casework.answering import Reply
from casework.errors import AuthExpired, Conflict, RateLimited, Refused, StreifeError
from casework.message import Received
from casework.network import Answers
from casework.outgoing import Outgoing, Sent
from casework.ports import Store, Work
from streife.again import again
from streife.asking import Connect, asked

log = logging.getLogger(__name__)
FINAL = (Refused, AuthExpired)
TRAINING = "these are training data; nothing is sent from them"


def send(store: Store, connect: Connect) -> int:
    """Send what is queued, and what a worker that crashed had begun; returns how many answers went out.

    Several workers may do this at once: each answer is taken by one.
    """
    with store.view() as work:
        waiting = answering.due(work)
    return sum(_send_one(store, connect, reply) for reply in waiting)


def look_for_sent(store: Store, connect: Connect) -> int:
    """Read the day's answers back from the networks whose streams show no words of our own; returns how many
    were seen there."""
    with store.view() as work:
        accounts = [(one, answering.unseen(work, one)) for one in work.find(Account, active=True)]
    return sum(_look_for(store, connect, account, replies) for account, replies in accounts if replies)


def _look_for(store: Store, connect: Connect, account: Account, replies: Sequence[Reply]) -> int:
    ids = [reply.native_id for reply in replies]
    told, error = asked(store, account, lambda: list(connect(account).recheck(ids)))
    if error is not None:
        log.warning("answers of account %s: %s", account.id, type(error).__name__)
        return 0
    with store.begin() as work:
        if intake.is_read(work, account):
            intake.take_in(work, account, [one for one in told or [] if isinstance(one, Received)])
        return len(replies) - len(answering.unseen(work, account))


def _send_one(store: Store, connect: Connect, waiting: Reply) -> bool:
    """The answer is kept as being sent before the network hears of it."""
    try:
        with store.begin() as work:
            reply = answering.begin(work, waiting)
            draft, account = answering.outgoing(work, reply), work.get(Account, reply.account_id)
            why_not = TRAINING if store.training else unsent.why_not(work, reply)
    except Conflict:
        log.debug("answer %s: another worker has it", waiting.id)
        return False
    if why_not:
        again(store, lambda work: answering.failed(work, reply, why_not))
        return False

    def job() -> Sent:
        with store.begin() as work:  # the account's turn may have come late
            _renew(work, reply)
        return _deliver(store, connect, account, reply, draft)

    sent, error = asked(store, account, job)
    again(store, partial(_note, reply, sent, error))
    return sent is not None


def _deliver(store: Store, connect: Connect, account: Account, reply: Reply, draft: Outgoing) -> Sent:
    """At a further try it is asked first whether the network has it already; what is not there goes out only
    beneath the words that it was written to."""
    connector: Any = connect(account)
    if not hasattr(connector, "reply"):
        raise Refused(
            f"{account.platform.value}: nothing can be sent there from here; answer on the network itself"
        )
    network: Answers = connector
    found = network.sent(draft) if reply.attempts > 1 else None
    if found is not None:
        return found
    with store.begin() as work:
        kept = unsent.put_back(work, _renew(work, reply))
    if kept.state is not reply.state:
        raise Conflict(f"answer {reply.id}: {kept.reason}")
    return network.reply(draft)


def _renew(work: Work, reply: Reply) -> Reply:
    """Another lease for what was begun; raises Conflict where it is another worker's, or ended, by now, and
    Refused where its writer has left meanwhile."""
    newest = work.get(Reply, reply.id)
    if (newest.state, newest.attempts) != (reply.state, reply.attempts):
        raise Conflict(f"answer {reply.id}: another worker took over")
    if late := unsent.why_not(work, reply):
        raise Refused(late)
    return work.replace(replace(newest, next_try_at=work.now + answering.LEASE))


def _note(reply: Reply, sent: Sent | None, error: StreifeError | None, work: Work) -> None:
    newest = work.get(Reply, reply.id)
    if newest.state is not reply.state or newest.attempts != reply.attempts:
        return  # another worker took over, after so long a time, or its writer has it again
    if sent is not None:
        answering.done(work, newest, sent)
        polling.stir(work, reply.account_id)
    elif isinstance(error, FINAL):
        answering.failed(work, newest, str(error))
    else:
        until = error.reset_at if isinstance(error, RateLimited) else None
        answering.put_off(work, newest, str(error), until)
