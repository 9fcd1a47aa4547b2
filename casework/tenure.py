"""An account belongs to the beat: who had it from when to when, and how that ended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from casework.account import Account
from casework.message import Message
from casework.ports import Work


class End(StrEnum):
    """Why an officer has an account no longer."""

    HANDED_OVER = "handed_over"
    LEFT = "left"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Tenure:
    """One officer's time with an account; `end` is None while it lasts.

    `erase_at`: from then on what came until the end is erased where nothing justifies it; None: never.
    """

    account_id: int
    officer_id: int
    begun_at: datetime
    ended_at: datetime | None = None
    end: End | None = None
    reason: str = ""
    erase_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)

    def lasts_at(self, moment: datetime) -> bool:
        """Whether the officer had the account at that moment."""
        return self.begun_at <= moment and (self.ended_at is None or moment <= self.ended_at)


def of(work: Work, account: Account) -> list[Tenure]:
    """All tenures of the account, the latest last."""
    return work.find(Tenure, account_id=account.id)


def latest(work: Work, account: Account) -> Tenure | None:
    """The tenure that lasts, or else the one that ended last."""
    found = of(work, account)
    return found[-1] if found else None


def abused_by(work: Work, account: Account, message: Message) -> int | None:
    """Whom the message abuses (whose account it was when it came), and to whom it is never handed over."""
    if not message.aimed:
        return None
    return had_it(of(work, account), account, message.received_at)


def had_it(tenures: Sequence[Tenure], account: Account, moment: datetime) -> int:
    """Whose the account was at that moment, by its tenures in order; between two it is the next one's."""
    return next(who for who, _, until in times(tenures, account) if until is None or moment <= until)


def times(
    tenures: Sequence[Tenure], account: Account
) -> Iterator[tuple[int, datetime | None, datetime | None]]:
    """From when (excluded) until when (included) whose the account was, without a gap; None: no bound."""
    after: datetime | None = None
    for one in tenures:
        yield one.officer_id, after, one.ended_at
        if one.ended_at is None:
            return
        after = max(after or one.ended_at, one.ended_at)
    yield account.officer_id, after, None


def begin(work: Work, account: Account) -> Tenure:
    """The tenure of the account's officer that lasts from now on, or does already.

    Something is written either way, so that two acts upon one account never cross: the second raises
    Conflict. Who comes back, or takes a closed account up again, finds what was to be erased.
    """
    last = latest(work, account)
    if last and last.end is None:
        return work.replace(last)
    if last:
        taken_up = last.officer_id == account.officer_id or last.end is End.CLOSED
        work.replace(replace(last, erase_at=None) if taken_up else last)
    return work.add(Tenure(account.id, account.officer_id, work.now))


def come_back(work: Work, account: Account) -> None:
    """The account's officer is there again by the own word, whoever had it in between: what was to be erased
    of his or her time stays."""
    for own in work.find(Tenure, account_id=account.id, officer_id=account.officer_id):
        if own.erase_at:
            work.replace(replace(own, erase_at=None))


def finish(
    work: Work, account: Account, end: End, *, reason: str = "", erase_at: datetime | None = None
) -> Tenure:
    """End the tenure that lasts."""
    lasting = begin(work, account)
    return work.replace(replace(lasting, ended_at=work.now, end=end, reason=reason, erase_at=erase_at))
