"""What the outside world must offer the casework: small shapes, no frameworks."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from casework.account import Account, Stream
from casework.assessment import Assessment, Disguise, Verdict
from casework.message import Message, Received, State
from casework.record import AuditEntry

R = TypeVar("R")


class Clock(Protocol):
    """The time, injected so that nights can be simulated."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class Classifier(Protocol):
    """Says what messages are; the same text always gets the same verdict."""

    @property
    def model(self) -> str:
        """Version of the model, kept with each assessment."""
        ...

    def assess(self, texts: Sequence[str]) -> list[Verdict]:
        """One verdict a text, in order; never raises for any text."""
        ...

    def foremost(self, texts: Sequence[str]) -> list[int]:
        """Which of many texts to judge first, at a glance: their numbers, the most alarming first."""
        ...

    def known(self, texts: Sequence[str]) -> list[float]:
        """The share of each text's words that the model knows, in order; 1 where a text has no word."""
        ...

    def disguises(self, text: str) -> Sequence[Disguise]:
        """Which words of a text were read past a disguise, and as what; never raises for any text."""
        ...


class Sampling(Protocol):
    """What statistics tell of samples."""

    def interval(self, found: int, of: int) -> tuple[float, float]:
        """The exact 95 % interval of a share; all of [0, 1] where nothing was counted."""
        ...

    def stability(self, before: Sequence[int], now: Sequence[int]) -> tuple[float, float]:
        """Of two rows of counts, sort by sort: the population stability index, and which one chance alone
        exceeds once in 1,000."""
        ...


class Holidays(Protocol):
    """Public holidays by Land."""

    def is_holiday(self, day: date, land: str) -> bool:
        """Whether the day is a public holiday in this Land (ISO 3166-2, such as DE-NI)."""
        ...


@dataclass(frozen=True, slots=True)
class Scope:
    """Which messages a person may be shown at all; computed by casework.worklist from the roles."""

    account_ids: frozenset[int] = frozenset()
    message_ids: frozenset[int] = frozenset()
    flagged_station_ids: frozenset[int] = frozenset()


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


class Work(Protocol):
    """One transaction: everything in it is kept together or not at all."""

    @property
    def now(self) -> datetime:
        """The clock's present moment, UTC."""
        ...

    def add(self, record: R) -> R:
        """Keep a new record; returned with its id. Raises Conflict if it breaks uniqueness."""
        ...

    def get(self, kind: type[R], record_id: int) -> R:
        """The record with that id; raises NotFound."""
        ...

    def find(self, kind: type[R], **equal: Any) -> list[R]:
        """All records whose fields equal the given values (a list or tuple means: one of), by id."""
        ...

    def replace(self, record: R) -> R:
        """Write a changed record over the old one; returned with its next revision.

        Raises Conflict when the record carries a revision that is no longer the newest.
        """
        ...

    def take_in(self, account: Account, received: Sequence[Received]) -> list[Taken]:
        """Keep what arrived, once: key (account, native id). An edit adds a version.

        A thread's or message's assessment starts anew after an edit. Never touches the audit log.
        """
        ...

    def raw(self, message_id: int, version: int) -> bytes:
        """Original bytes of one version; raises NotFound."""
        ...

    def worklist(self, query: Query) -> list[Message]:
        """One page of messages."""
        ...

    def folds(self, query: Query, page: Sequence[Message]) -> Mapping[int, Fold]:
        """What is folded behind messages of a page of this query, by id; only where it is several."""
        ...

    def talks(self, page: Sequence[Message], states: Sequence[State]) -> Mapping[int, int]:
        """How many messages in one of these states each message's thread holds, by message id; itself among
        them, and only where there are several."""
        ...

    def count(self, query: Query, most: int = 0) -> Mapping[str, int]:
        """How many messages the filters match, by urgency value; paging and folding are ignored.

        With `most` the counting ends once the sum has reached it.
        """
        ...

    def unassessed(self, limit: int) -> list[Message]:
        """Messages whose newest version has no assessment, the most recently received first.

        So an emergency that comes in now never waits behind a backlog.
        """
        ...

    def assessed(self, assessments: Sequence[Assessment]) -> None:
        """Keep assessments and set the messages' labels; a person's correction stays on top.

        Each message joins the wave of those that it nearly repeats (data.waves).
        """
        ...

    def judged(
        self, model: str, begin: datetime, end: datetime, limit: int, *, newest_first: bool = False
    ) -> list[Assessment]:
        """This model's assessments made in [begin, end), the oldest first unless asked otherwise."""
        ...

    def due_streams(self, limit: int) -> list[Stream]:
        """Streams of active accounts whose next poll is due, the longest waiting first."""
        ...

    def unchecked(
        self, account_ids: Sequence[int], since: datetime, before: datetime, limit: int
    ) -> list[Message]:
        """Messages of these accounts sent from `since` on that still stand and were last asked about (or else
        received) up to `before`, the longest ago first."""
        ...

    def withdrawn(self, before: datetime, after: int, limit: int) -> list[Message]:
        """Messages deleted up to `before` whose words were not erased yet, with ids above `after`, by id."""
        ...

    def erase(self, message_id: int) -> Message:
        """Blank the words and bytes of all versions of a message, and of what was secured beside it; the
        hashes stay. Raises NotFound."""
        ...

    def tidy(self) -> bool:
        """Take one short step towards leaving no trace of erased words in the index; False where none is left
        to take."""
        ...

    def record(
        self, actor: str, act: str, subject: str, detail: Mapping[str, object] | None = None
    ) -> AuditEntry:
        """Append to the audit log in this transaction."""
        ...

    def audit(self, after: int = 0, limit: int = 1_000) -> list[AuditEntry]:
        """Entries with a sequence number above `after`, in order."""
        ...

    def audit_of(self, subject: str) -> list[AuditEntry]:
        """All entries about one subject such as "message:17", in order."""
        ...

    def touching(self, message_id: int) -> list[AuditEntry]:
        """All entries about one message, those that list it among others (`detail["messages"]`) too."""
        ...


class Store(Protocol):
    """Opens transactions."""

    def begin(self) -> AbstractContextManager[Work]:
        """A transaction: kept when the block ends, undone when it raises."""
        ...

    def view(self) -> AbstractContextManager[Work]:
        """A look at one moment, for reading alone: nobody waits for it, and nothing is kept."""
        ...

    @property
    def training(self) -> bool:
        """Whether this store holds training data; it never mixes with real accounts."""
        ...
