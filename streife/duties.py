"""The house's duties: small, idempotent, taken from the store's state, so that no engine can lose them.

Here: reading and judging. `streife.rechecking` looks whether messages still stand, `streife.sending` answers.
"""

import logging
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from casework import drift, drift_log, intake, judging, limits, polling, spot_check
from casework.account import Account, Gap, GapState, Stream
from casework.drift import Finding
from casework.errors import Conflict, RateLimited, StreifeError
from casework.labels import Platform
from casework.polling import Rhythm
from casework.ports import Classifier, Sampling, Store, Work
from streife.again import again
from streife.asking import Connect, asked, busy

log = logging.getLogger(__name__)
STREAMS_AT_ONCE, GAPS_AT_ONCE = 100, 5
BATCH = 100  # between two batches it is looked anew who must not wait
LEASE = timedelta(minutes=30)  # so long a gap is left to the worker that took it
EVERY_NETWORK = frozenset(Platform)
Networks = Collection[Platform]


def collect(store: Store, connect: Connect, rhythm: Rhythm, networks: Networks = EVERY_NETWORK) -> int:
    """Pull every stream of these networks whose poll is due, emergencies first; returns how many messages
    are new.

    Several workers may do this at once: each stream is taken by one. A stream that fails keeps its cursor and
    says why; the others go on. Training data stays among itself: there nothing is read.
    """
    new = 0
    if store.training:
        return new
    for _ in range(STREAMS_AT_ONCE):
        poll = again(store, partial(_take, networks))
        if poll is None:
            break
        new += _collect_one(store, connect, poll, rhythm)
    return new


def fill_gaps(store: Store, connect: Connect, rhythm: Rhythm, networks: Networks = EVERY_NETWORK) -> int:
    """Back-fill some open gaps of these networks, each by one go; returns how many messages that brought.

    What is due comes first, and where reading costs money the month must not end above the cap.
    """
    new = 0
    if store.training:
        return new
    with store.view() as work:
        waiting = [gap.id for gap in _foremost_gaps(work) if _may_fill(work, gap, rhythm, networks)]
    for gap_id in waiting[:GAPS_AT_ONCE]:
        taken = again(store, partial(_take_gap, gap_id))
        new += _fill_one(store, connect, *taken) if taken else 0
    return new


def assess(store: Store, classifier: Classifier, one_in: int = spot_check.ONE_IN) -> int:
    """Label everything that has no verdict yet, newest first; returns how many were labelled."""
    labelled = 0
    while batch := judging.assess(store, classifier, BATCH, one_in):
        labelled += len(batch)
    return labelled


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


@dataclass(frozen=True, slots=True)
class _Poll:
    """A stream that is left to us for a while, and what its account had spent before."""

    account: Account
    stream: Stream
    spent: int


def _take(networks: Networks, work: Work) -> _Poll | None:
    """The foremost stream of these networks that is due, of an account that no other thread is asking for."""
    free = [s for s in work.due_streams(STREAMS_AT_ONCE, networks) if not busy(s.account_id)]
    due = polling.foremost(work, free)
    if not due:
        return None
    account = work.get(Account, due[0].account_id)
    return _Poll(account, polling.take(work, due[0]), polling.spent(work, account))


def _collect_one(store: Store, connect: Connect, poll: _Poll, rhythm: Rhythm) -> int:
    account, stream = poll.account, poll.stream
    found, error = asked(store, account, lambda: intake.collect(store, connect(account), account, stream))
    if isinstance(error, Conflict):
        log.info("stream %s of account %s: another worker had it", stream.name, account.id)
        return 0
    new = found.count("new") if found else 0
    again(store, lambda work: _note(work, poll, rhythm, new, error))
    return new


def _note(work: Work, poll: _Poll, rhythm: Rhythm, new: int, error: StreifeError | None) -> Stream:
    """Set the next poll; an error is kept beside the stream until the next success."""
    stream, cost = work.get(Stream, poll.stream.id), polling.spent(work, poll.account) - poll.spent
    if error is None:
        pace = polling.heard(work, stream, new, cost)
        stream = replace(stream, last_success_at=work.now, error="", error_at=None)
    else:
        pace = polling.failed(work, stream, cost)
        stream = _with_error(work, stream, "poll_failed", error)
    next_at = polling.next_at(work, poll.account, pace, rhythm, error)
    return work.replace(replace(stream, next_poll_at=next_at))


def _with_error(work: Work, stream: Stream, act: str, error: StreifeError) -> Stream:
    """The stream with what went wrong; the same trouble is logged once."""
    told = f"{_kind(error)}: {error}"
    if told != stream.error:
        log.warning("stream %s of account %s: %s", stream.name, stream.account_id, type(error).__name__)
        work.record("streife", act, f"stream:{stream.id}", {"error": told})
    return replace(stream, error=told, error_at=work.now)


def _kind(error: StreifeError) -> str:
    """The house's own name of it: by that, people are told of it and of the remedy, whatever finer name the
    network's connector has."""
    return next(kind.__name__ for kind in type(error).__mro__ if kind.__module__ == StreifeError.__module__)


def _filling(stream: Stream) -> str:
    """The name under which `casework.limits` knows how long back-filling this stream rests."""
    return f"fill:{stream.name}"


def _foremost_gaps(work: Work) -> list[Gap]:
    """One of each stream; what could not be read comes last, and not before its time."""
    due = [g for g in work.find(Gap, state=GapState.OPEN) if g.retry_at is None or g.retry_at <= work.now]
    last_first = sorted(due, key=lambda gap: (gap.retry_at is not None, gap.id), reverse=True)
    return list({gap.stream_id: gap for gap in last_first}.values())


def _may_fill(work: Work, gap: Gap, rhythm: Rhythm, networks: Networks) -> bool:
    stream = work.get(Stream, gap.stream_id)
    account = work.get(Account, stream.account_id)
    if account.platform not in networks:
        return False
    due = stream.next_poll_at is None or stream.next_poll_at <= work.now
    ready = account.active and not due and not limits.rests(work, account.id, _filling(stream))
    return ready and polling.eases(work, account, rhythm)


def _take_gap(gap_id: int, work: Work) -> tuple[Account, Stream, Gap] | None:
    """The gap and its stream, whose back-filling is left to us for a while."""
    gap = work.get(Gap, gap_id)
    stream = work.get(Stream, gap.stream_id)
    if gap.state is not GapState.OPEN or limits.rests(work, stream.account_id, _filling(stream)):
        return None
    limits.take(work, stream.account_id, _filling(stream), LEASE)
    return work.get(Account, stream.account_id), stream, gap


def _fill_one(store: Store, connect: Connect, account: Account, stream: Stream, gap: Gap) -> int:
    found, error = asked(store, account, lambda: intake.fill(store, connect(account), account, stream, gap))

    def note(work: Work) -> None:
        if error is None:
            limits.cleared(work, account.id, _filling(stream))
        else:
            until = error.reset_at if isinstance(error, RateLimited) else None
            limits.refused(work, account.id, _filling(stream), until)
            work.replace(_with_error(work, work.get(Stream, stream.id), "fill_failed", error))

    again(store, note)
    return found.count("new") if found else 0
