"""The house's duties: small, idempotent, taken from the store's state, so that no engine can lose them."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from casework import drift, drift_log, intake, spot_check
from casework.account import Account, Stream
from casework.drift import Finding
from casework.errors import ConnectorError, RateLimited, SchemaChanged, StoreUnavailable, StreifeError
from casework.message import Deleted, Message, Received
from casework.ports import Classifier, Connector, Sampling, Store
from casework.record import CaseItem, Handover, HandoverState

log = logging.getLogger(__name__)
Connect = Callable[[Account], Connector]
STREAMS_AT_ONCE = 100
BATCH = 100  # between two batches it is looked anew who must not wait


def collect(store: Store, connect: Connect, poll: timedelta) -> int:
    """Pull every stream whose poll is due; returns how many messages are new.

    A stream that fails keeps its cursor and says why; the others go on. Training data stays among
    itself: there nothing is read.
    """
    if store.training:
        return 0
    with store.view() as work:
        due = [(work.get(Account, s.account_id), s) for s in work.due_streams(STREAMS_AT_ONCE)]
    return sum(_collect_one(store, connect, account, stream, poll) for account, stream in due)


def assess(store: Store, classifier: Classifier, one_in: int = spot_check.ONE_IN) -> int:
    """Label everything that has no verdict yet, newest first; returns how many were labelled."""
    labelled = 0
    while batch := intake.assess(store, classifier, BATCH, one_in):
        labelled += len(batch)
    return labelled


def recheck(store: Store, connect: Connect) -> int:
    """Ask the networks whether messages in cases and hand-overs still stand; returns how many are gone."""
    if store.training:
        return 0
    with store.view() as work:
        waiting = (HandoverState.WAITING, HandoverState.ACCEPTED)
        ids = {i.message_id for i in work.find(CaseItem)}
        ids |= {h.message_id for h in work.find(Handover, state=waiting)}
        standing = [m for m in work.find(Message, id=sorted(ids)) if m.deleted_at is None]
        accounts = work.find(Account, active=True)
    return sum(
        _recheck_one(store, connect, account, [m for m in standing if m.account_id == account.id])
        for account in accounts
    )


def watch(store: Store, classifier: Classifier, sampling: Sampling, weekly: int) -> Finding | None:
    """Once a day: see that enough is read again, and whether the messages drift from what the model knows.

    Asked more often it does nothing. Returns the day's finding when it was made now.
    """
    model = classifier.model
    with store.view() as work:
        if not drift_log.due(work, model):
            return None
        samples = drift.gather(work, model)
    finding = drift.compare(samples, classifier, sampling)
    with store.begin() as work:
        spot_check.top_up(work, model, weekly)
        kept = drift_log.keep(work, finding)
    if kept and kept.level is drift.Level.ALARM:
        log.warning("messages drift from what model %s knows; see `streife drift`", model)
    return kept


def _collect_one(store: Store, connect: Connect, account: Account, stream: Stream, poll: timedelta) -> int:
    try:
        new = intake.collect(store, connect(account), account, stream).count("new")
    except StoreUnavailable:
        raise  # nothing can be noted either; the next look tries again
    except StreifeError as error:
        _note(store, stream, poll, error)
        return 0
    except Exception as error:  # a fault in one connector must not silence the others
        log.exception("stream %s of account %s", stream.name, stream.account_id)
        _note(store, stream, poll, SchemaChanged(f"{type(error).__name__} in our connector; see the log"))
        return 0
    _note(store, stream, poll, None)
    return new


def _note(store: Store, stream: Stream, poll: timedelta, error: StreifeError | None) -> Stream:
    """Set the next poll; an error is kept beside the stream until the next success."""
    with store.begin() as work:
        newest = work.get(Stream, stream.id)
        next_at = work.now + poll
        if isinstance(error, RateLimited) and error.reset_at:
            next_at = max(next_at, error.reset_at)
        if error is None:
            newest = replace(newest, last_success_at=work.now, error="", error_at=None)
        else:
            told = f"{type(error).__name__}: {error}"
            if told != newest.error:
                kind = type(error).__name__
                log.warning("stream %s of account %s: %s", stream.name, stream.account_id, kind)
                work.record("streife", "poll_failed", f"stream:{stream.id}", {"error": told})
            newest = replace(newest, error=told, error_at=work.now)
        return work.replace(replace(newest, next_poll_at=next_at))


def _recheck_one(store: Store, connect: Connect, account: Account, messages: Sequence[Message]) -> int:
    if not messages:
        return 0
    try:
        found = list(connect(account).recheck([m.native_id for m in messages]))
    except ConnectorError as error:
        log.warning("recheck of account %s: %s", account.id, type(error).__name__)
        return 0
    with store.begin() as work:
        intake.take_in(work, account, [f for f in found if isinstance(f, Received)])
        gone = [intake.mark_deleted(work, account, f.native_id) for f in found if isinstance(f, Deleted)]
    return sum(g is not None for g in gone)
