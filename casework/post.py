"""How e-mail to each officer fares: a failure is kept and shown, never silent."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from casework.limits import back_off
from casework.ports import Work
from casework.record import Notice

LEASE = timedelta(minutes=5)  # longer than a mail server takes; then another worker may try
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
GIVE_UP = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One officer's e-mail: when it last worked, and since when and why it does not."""

    officer_id: int
    mailed_at: datetime | None = None
    failing_since: datetime | None = None
    error: str = ""
    revision: int = 1
    id: int = field(default=0, compare=False)


def begin(work: Work, notice: Notice) -> Notice | None:
    """Take a notice on before the mail server hears of it; `None` where it needs no e-mail any more."""
    newest = work.get(Notice, notice.id)
    if newest.next_try_at is None or newest.next_try_at > work.now:
        return None
    if newest.seen_at:
        work.replace(replace(newest, next_try_at=None))
        return None
    return work.replace(replace(newest, attempts=newest.attempts + 1, next_try_at=work.now + LEASE))


def sent(work: Work, notice: Notice) -> Notice:
    """The mail server took it."""
    newest = work.get(Notice, notice.id)
    done = work.replace(replace(newest, mailed_at=work.now, next_try_at=None, error=""))
    _note(work, notice.officer_id, "")
    work.record("streife", "mailed", notice.subject, {"notice": notice.id, "officer": notice.officer_id})
    return done


def failed(work: Work, notice: Notice, error: str, *, final: bool) -> Notice:
    """It was not taken: tried again further and further apart, for a day; `final` ends it at once."""
    newest = work.get(Notice, notice.id)
    at = work.now + back_off(newest.attempts, FIRST_WAIT, LONGEST_WAIT, f"notice:{notice.id}")
    over = final or at >= newest.created_at + GIVE_UP
    kept = work.replace(replace(newest, next_try_at=None if over else at, error=error))
    _note(work, notice.officer_id, error)
    if over:
        told = {"notice": notice.id, "officer": notice.officer_id, "error": error}
        work.record("streife", "mail_failed", notice.subject, told)
    return kept


def skip(work: Work, notice: Notice, why: str) -> Notice:
    """No e-mail can go out at all; it stays on the screen."""
    return work.replace(replace(work.get(Notice, notice.id), next_try_at=None, error=why))


def failing(work: Work) -> list[Mailbox]:
    """Mailboxes that could not be reached the last time, the longest first."""
    found = [box for box in work.find(Mailbox) if box.failing_since]
    return sorted(found, key=lambda box: (box.failing_since or work.now, box.id))


def _note(work: Work, officer_id: int, error: str) -> None:
    known = work.find(Mailbox, officer_id=officer_id)
    box = known[0] if known else work.add(Mailbox(officer_id))
    if error:
        work.replace(replace(box, failing_since=box.failing_since or work.now, error=error))
    else:
        work.replace(replace(box, mailed_at=work.now, failing_since=None, error=""))
