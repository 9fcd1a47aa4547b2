"""What the outside world must offer the casework: small shapes, no frameworks."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from casework.account import Account, Stream
from casework.assessment import Assessment, Context, Disguise, Rung, Verdict
from casework.capture_record import Capture
from casework.message import Message, Received, State
from casework.query import Fold, Query, Taken, Waiting
from casework.record import AuditEntry, Notice

R = TypeVar("R")


class Clock(Protocol):
    """The time, injected so that nights can be simulated."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class Classifier(Protocol):
    """Says what messages are; the same text in the same context always gets the same verdict."""

    @property
    def model(self) -> str:
        """Version of the model, kept with each assessment."""
        ...

    def assess(self, texts: Sequence[str], contexts: Sequence[Context] | None = None) -> list[Verdict]:
        """One verdict a text, in order; never raises for any text. Contexts, one a text, may be used."""
        ...

    def foremost(self, texts: Sequence[str]) -> list[int]:
        """Which of many texts to judge first, at a glance: their numbers, the most alarming first."""
        ...

    def rules(self, text: str) -> Sequence[Rung]:
        """Which rules ring that know danger and threats in plain words."""
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
        """Of two rows of counts: their population stability index, and which chance exceeds once in 1,000."""
        ...


class Holidays(Protocol):
    """Public holidays by Land."""

    def is_holiday(self, day: date, land: str) -> bool:
        """Whether the day is a public holiday in this Land (ISO 3166-2, such as DE-NI)."""
        ...


class Work(Protocol):
    """One transaction: everything in it is kept together or not at all."""

    @property
    def now(self) -> datetime:
        """The clock's moment when this opened, UTC; it stays."""
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
        """Write a changed record over the old one; returned with its next revision. Raises Conflict when it
        carries a revision that is no longer the newest."""
        ...

    def take_in(self, account: Account, received: Sequence[Received]) -> list[Taken]:
        """Keep what arrived, once: key (account, native id). An edit adds a version.

        A thread's or message's assessment starts anew after an edit. Never touches the audit log.
        """
        ...

    def raw(self, message_id: int, version: int) -> bytes:
        """Original bytes of one version; raises NotFound."""
        ...

    def aimed(
        self, account_ids: Sequence[int], since: datetime, limit: int, *, urgencies: Sequence[str] = ()
    ) -> list[Message]:
        """What abuses the officers of these accounts (`Message.aimed`) and came since, the newest first."""
        ...

    def case_officers(self, station_ids: Sequence[int]) -> list[tuple[int, int]]:
        """Station and officer id of all active case officers of these stations, in order."""
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
        """How many messages the filters match, by urgency value; paging and folding are ignored. With `most`
        the counting ends once the sum has reached it."""
        ...

    def alarms(self) -> list[Waiting]:
        """All emergencies of the house that wait for a human: the surest first, then the longest waiting.

        Nothing filters them: no scope, no view, no fold (casework.escalation.waits says which they are).
        """
        ...

    def unassessed(self, limit: int, *, oldest: bool = False) -> list[Message]:
        """Messages whose newest version has no assessment, the most recently received first (or last): so an
        emergency that comes in now never waits behind a backlog."""
        ...

    def written(
        self, account_ids: Sequence[int], author_ids: Sequence[str], begin: datetime, end: datetime
    ) -> list[Message]:
        """What these authors sent to these accounts in [begin, end] and did not take back, by time."""
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

    def due_streams(self, limit: int, networks: Collection[str] | None = None) -> list[Stream]:
        """Streams of active accounts of these networks whose next poll is due, the longest waiting first."""
        ...

    def unchecked(
        self, account_ids: Sequence[int], since: datetime, before: datetime, limit: int, *, gone: bool = False
    ) -> list[Message]:
        """What was sent to these accounts from `since` on and stands, or what is `gone` since and not erased,
        last asked about (or else received) up to `before`; the longest ago first."""
        ...

    def withdrawn(self, before: datetime, after: int, limit: int) -> list[Message]:
        """Messages deleted up to `before` whose words were not erased yet, with ids above `after`, by id."""
        ...

    def unplaced(self, edition: int, limit: int) -> list[Message]:
        """Messages that were not looked through for this edition of the beats, the newest first."""
        ...

    def placed(self, beats: Mapping[int, int | None], edition: int) -> None:
        """Note the beat of each message (by id), as of this edition; nobody deciding on them is disturbed."""
        ...

    def to_mail(self, limit: int) -> list[Notice]:
        """Notices whose next try at an e-mail is due: emergencies, then the longest due."""
        ...

    def drop(self, kind: type[R], before: datetime, limit: int) -> int:
        """Delete the oldest Notice seen before then and not to be mailed, or Announced; returns how many."""
        ...

    def captures_due(self, limit: int) -> list[Capture]:
        """Captures whose next try is due: what people asked for and cases need, then the longest due."""
        ...

    def erase(self, message_id: int) -> Message:
        """Blank a message's words and bytes, and what was secured beside it; hashes stay. Raises NotFound."""
        ...

    def tidy(self) -> bool:
        """Take a short step towards no trace of erased words in the index; False where none is left."""
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

    def proofs(self, seqs: Collection[int], size: int) -> Mapping[int, tuple[str, ...]]:
        """By number, which hashes (hex) prove an entry in the tree of the first `size` (RFC 6962, 2.1.1)."""
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
