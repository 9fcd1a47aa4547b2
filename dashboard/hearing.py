"""What we hear and what we do not: the state of a stream in one word, and its ledger."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from casework.account import Account, Gap, Stream
from casework.people import Person
from casework.ports import Work
from casework.roles import Act, may

OVERDUE = timedelta(minutes=15)


class Hearing(StrEnum):
    """Whether a stream is heard; the worst first."""

    BROKEN = "broken"
    OVERDUE = "overdue"
    NEVER = "never"
    HEARD = "heard"


def of(stream: Stream, now: datetime) -> Hearing:
    """The stream's state: an error, a poll that is late, no success yet, or all well."""
    if stream.error:
        return Hearing.BROKEN
    if stream.last_success_at is None:
        return Hearing.NEVER
    if stream.next_poll_at is not None and now - stream.next_poll_at > OVERDUE:
        return Hearing.OVERDUE
    return Hearing.HEARD


def silent(streams: Iterable[Stream], now: datetime) -> int:
    """How many streams are not heard."""
    return sum(of(stream, now) is not Hearing.HEARD for stream in streams)


def accounts_of(work: Work, person: Person, *, resting: bool = False) -> list[Account]:
    """The active accounts whose state the person may see, or those that rest."""
    return [a for a in work.find(Account, active=not resting) if may(person, Act.SEE_ACCOUNT, a)]


def streams_of(work: Work, accounts: Iterable[Account]) -> list[Stream]:
    """All streams of these accounts."""
    return work.find(Stream, account_id=[a.id for a in accounts])


def gaps_of(work: Work, streams: Iterable[Stream]) -> list[Gap]:
    """All gaps of these streams."""
    return work.find(Gap, stream_id=[s.id for s in streams])
