"""Looking again: whether messages still stand on the networks, and erasing what their authors took back."""

import logging
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from casework import erasure, intake, limits, rechecks, succession
from casework.announced import LONGEST, Announced
from casework.errors import Conflict, RateLimited, StreifeError
from casework.message import Deleted, Received, Unknown
from casework.polling import Rhythm
from casework.ports import Store, Work
from casework.rechecks import RECHECK, Round
from casework.record import Notice
from streife.again import again
from streife.asking import Connect, asked

log = logging.getLogger(__name__)
BATCH, BATCHES = 500, 5
Told = Received | Deleted | Unknown


def recheck(store: Store, connect: Connect, rhythm: Rhythm) -> int:
    """Ask the networks about messages whose turn it is, some small batches an account; returns how many are
    gone.

    Several workers may do this at once: each batch is taken by one. Training data is never asked about.
    """
    gone = 0
    for _ in range(0 if store.training else BATCHES):
        with store.view() as work:
            rounds = rechecks.due(work, rhythm)
        if not rounds:
            break
        gone += sum(_recheck_one(store, connect, one, rhythm) for one in rounds)
    return gone


def forget_deleted(store: Store, grace: timedelta = erasure.GRACE) -> int:
    """Erase what was deleted longer than the grace ago and nobody needs; returns how many messages."""
    erased = 0
    after: int | None = 0
    while after is not None:
        done, after = again(store, partial(erasure.erase_withdrawn, after=after, limit=BATCH, grace=grace))
        erased += done
    return erased


def forget_notices(store: Store, days: int) -> int:
    """Drop what officers were told and saw so long ago; returns how many. The audit log keeps its entries."""
    return _drop(store, Notice, timedelta(days=days))


def forget_announced(store: Store) -> int:
    """Drop the ids that networks announced so long ago that nobody looks for them; returns how many."""
    return _drop(store, Announced, LONGEST)


def tidy(store: Store) -> int:
    """See that the index of words keeps no trace of what was erased; returns how many steps that took."""
    steps = 0
    while again(store, _tidy):
        steps += 1
    return steps


def forget_left(store: Store) -> int:
    """Erase what came to accounts that were left or closed long enough ago; returns how many messages.

    Then the index of words is tidied of all that was erased, here or before.
    """
    erased = 0
    while batch := len(again(store, succession.erase_due)):
        erased += batch
    tidy(store)
    return erased


def _tidy(work: Work) -> bool:
    return work.tidy()


def _recheck_one(store: Store, connect: Connect, one: Round, rhythm: Rhythm) -> int:
    try:
        with store.begin() as work:
            claimed = rechecks.claim(work, one)
    except Conflict:
        log.debug("account %s: another worker asks already", one.account.id)
        return 0
    if not claimed.messages:
        return 0
    told: list[Told] = []  # what came before an error stays in it
    _, error = asked(store, one.account, partial(_ask, connect, claimed, told))
    if error is not None:
        log.warning("recheck of account %s: %s", one.account.id, type(error).__name__)
    return again(store, partial(_note, claimed, told, error, rhythm))


def _ask(connect: Connect, claimed: Round, told: list[Told]) -> None:
    told.extend(connect(claimed.account).recheck(claimed.native_ids))


def _note(
    claimed: Round, told: Sequence[Told], error: StreifeError | None, rhythm: Rhythm, work: Work
) -> int:
    """What was told counts; the rest is put back."""
    account_id = claimed.account.id
    if told or error is None:
        limits.cleared(work, account_id, RECHECK)
    if error is not None:
        rechecks.put_back(work, claimed, [standing.native_id for standing in told], rhythm.recheck)
        until = error.reset_at if isinstance(error, RateLimited) else None
        limits.refused(work, account_id, RECHECK, until)
    return _keep(work, claimed, told)


def _keep(work: Work, claimed: Round, told: Sequence[Told]) -> int:
    if intake.is_read(work, claimed.account):
        intake.take_in(work, claimed.account, [one for one in told if isinstance(one, Received)])
    gone = [
        intake.mark_deleted(work, claimed.account, one.native_id) for one in told if isinstance(one, Deleted)
    ]
    rechecks.answered(work, claimed, [one.native_id for one in told if not isinstance(one, Unknown)])
    return sum(one is not None for one in gone)


def _drop(store: Store, kind: type, age: timedelta) -> int:
    dropped = 0
    while batch := again(store, lambda work: work.drop(kind, work.now - age, BATCH)):
        dropped += batch
    return dropped
