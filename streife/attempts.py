"""Refused sign-ins: whose name is locked for now, and how seldom a stranger's knocking is written down."""

from datetime import datetime, timedelta
from threading import Lock

from casework.ports import Work
from casework.record import AuditEntry

FAILURES_ALLOWED = 5
LOCKED_FOR = timedelta(minutes=15)
NOTED_EVERY = timedelta(minutes=1)  # whoever knocks at a locked door must not fill the log
PAGE = 1_000
REFUSED, SIGNED_IN = "sign_in_refused", "signed_in"


class Attempts:
    """What the log tells of the last quarter of an hour, read on from where it was read before.

    So nothing is forgotten at a restart or beside a second process, and no attempt reads the whole log.
    """

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._seen = 0  # number of the last entry that was read or is too old to matter
        self._failed: dict[str, list[datetime]] = {}
        self._noted: dict[str, tuple[datetime, int]] = {}
        self._lock = Lock()

    def locked(self, work: Work, subject: str) -> bool:
        """Whether five passwords did not fit within a quarter of an hour; reading is all it needs."""
        since = work.now - LOCKED_FOR
        with self._lock:
            self._read_on(work, since)
            recent = [at for at in self._failed.get(subject, ()) if at > since]
        return len(recent) >= FAILURES_ALLOWED

    def to_note(self, subject: str, now: datetime) -> int:
        """Count one attempt at a locked name; how many to write down now, 0 for a minute after."""
        with self._lock:
            noted_at, waiting = self._noted.get(subject, (now - NOTED_EVERY, 0))
            due = now - noted_at >= NOTED_EVERY
            self._noted[subject] = (now, 0) if due else (noted_at, waiting + 1)
        return waiting + 1 if due else 0

    def _read_on(self, work: Work, since: datetime) -> None:
        self._seen = _last_up_to(work, self._seen, since)
        while page := work.audit(self._seen, PAGE):
            for entry in page:
                self._take(entry)
            self._seen = page[-1].seq

    def _take(self, entry: AuditEntry) -> None:
        # A locked attempt is no failure: its password was not looked at.
        if entry.act == REFUSED and not entry.detail.get("locked"):
            self._failed[entry.subject] = [*self._failed.get(entry.subject, ()), entry.at][-FAILURES_ALLOWED:]
        elif entry.act == SIGNED_IN:
            self._failed.pop(entry.subject, None)


def _last_up_to(work: Work, seen: int, moment: datetime) -> int:
    """The number behind which all entries are younger; found by halving, since the log has no index of times.

    The numbers have no holes, and the entries stand in the order of time.
    """
    step = 1
    while _is_old(work, seen + step, moment):
        seen, step = seen + step, step * 2
    while step > 1:
        step //= 2
        if _is_old(work, seen + step, moment):
            seen += step
    return seen


def _is_old(work: Work, seq: int, moment: datetime) -> bool:
    found = work.audit(seq - 1, 1)
    return bool(found) and found[0].at <= moment
