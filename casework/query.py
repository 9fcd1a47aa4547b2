"""What is asked of the store's worklist, and what it answers beside the messages."""

from dataclasses import dataclass
from datetime import datetime

from casework.message import Message, State

Span = tuple[int, datetime | None, datetime | None]  # an account, from when (excluded) until when


@dataclass(frozen=True, slots=True)
class Scope:
    """Which messages a person may be shown at all; computed by casework.worklist from the roles.

    Of the accounts in `spared_account_ids` what is aimed at their officer is left out: others have it.
    What was received in the spans `unspared` is not: it abuses whoever had the account then.
    """

    account_ids: frozenset[int] = frozenset()
    message_ids: frozenset[int] = frozenset()
    flagged_station_ids: frozenset[int] = frozenset()
    spared_account_ids: frozenset[int] = frozenset()
    unspared: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class Query:
    """A page of the worklist: filters, and the key of the last row before it (keyset paging).

    Order `by_urgency`: acute first, then what no human has looked at for longest (since it was first seen,
    else since it was sent), then id; looks after `as_of` count as not taken, so that a list stands still
    under the hand. Otherwise by sent_at. Oldest first; `newest_first` turns it.

    `text`: each of its words must occur, as another form of it too, the last one as a beginning; in the
    message or its writer's names. `hostility`: one label; `language`: as the verdict names it; sent in
    [`sent_from`, `sent_to`). `wave` keeps the copies of one wave, `reread` what waits in the spot check.
    `fold` shows of each bundle (casework.worklist.bundle) the first message alone that the filters match.
    `calm` leaves out hostile ones that are not acute, except on the accounts it names and those that were
    given to the person one by one.
    """

    scope: Scope
    states: tuple[State, ...] = (State.OPEN,)
    urgency: str = ""
    intent: str = ""
    hostile: bool | None = None
    abstained: bool | None = None
    acknowledged: bool | None = None
    platform: str = ""
    account_id: int | None = None
    thread: str = ""
    text: str = ""
    hostility: str = ""
    language: str = ""
    sent_from: datetime | None = None
    sent_to: datetime | None = None
    wave: int = 0
    fold: bool = False
    reread: bool = False
    calm: frozenset[int] | None = None
    beat: int | None = None
    by_urgency: bool = True
    newest_first: bool = False
    as_of: datetime | None = None
    after: tuple[int, datetime, int] | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Fold:
    """What one row stands for: how many messages, and when the first and the last of them were sent."""

    messages: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one received message: its record, and whether it is new, edited or unchanged."""

    message: Message
    change: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An emergency that no human has acknowledged or settled, as much as counting and ordering needs."""

    id: int
    account_id: int
    received_at: datetime
    abstained: bool
    hostile: bool
