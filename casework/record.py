"""What the desk writes down: decisions, hand-overs, cases and the audit entry of each act."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casework.labels import Hostility, Intent
from casework.message import State


class Choice(StrEnum):
    """What a person decided about one message."""

    TIP = "tip"
    DISMISS = "dismiss"
    CORRECT = "correct"
    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    REOPEN = "reopen"
    HARMLESS = "harmless"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: by whom, when, why; `detail` holds what was corrected, from and to.

    `moved` holds what it changed of the message beside its labels, each as [before, after], so that it can be
    taken back exactly; `taken_back_at` is when that happened, if it did.
    """

    message_id: int
    officer_id: int
    choice: Choice
    reason: str
    decided_at: datetime
    detail: Mapping[str, object] = field(default_factory=dict)
    moved: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)
    taken_back_at: datetime | None = None
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """A wording that was judged harmless and drawn to be read again, and what its reader says of it.

    `answer` is the choice that answered, `None` while it waits; `intent` and `hostility` are the reader's.
    """

    message_id: int
    account_id: int
    version: int
    model: str
    judged_at: datetime
    drawn_at: datetime
    answer: Choice | None = None
    intent: Intent | None = None
    hostility: tuple[Hostility, ...] = ()
    answered_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


class HandoverState(StrEnum):
    """Waiting for the contact officer, accepted, asked back about, or ended in one of four ways."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    ASKED = "asked"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"  # on to another contact officer, by a hand-over of its own
    DONE = "done"


ON_ITS_WAY = (HandoverState.WAITING, HandoverState.ACCEPTED, HandoverState.ASKED)
GONE_BACK = (HandoverState.RETURNED, HandoverState.WITHDRAWN, HandoverState.MOVED)


class Outcome(StrEnum):
    """What became of a tip."""

    TRUE_TIP = "true_tip"
    LED_FURTHER = "led_further"
    NOTHING_FOUND = "nothing_found"


@dataclass(frozen=True, slots=True)
class Handover:
    """One message on its way from an officer to a contact officer, with note and deadline.

    `answered_at` is when the receiver accepted it, or ended it unaccepted. `for_citizen` is what the citizen
    may be told, in the receiver's words.
    """

    message_id: int
    from_id: int
    to_id: int
    note: str
    due_at: datetime
    handed_over_at: datetime
    state: HandoverState = HandoverState.WAITING
    answered_at: datetime | None = None
    reason: str = ""
    outcome: Outcome | None = None
    ended_at: datetime | None = None
    for_citizen: str = ""
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """What the receiver of a hand-over asks back, and the sender's answer; `None` while it waits."""

    handover_id: int
    officer_id: int
    words: str
    asked_at: datetime
    answer: str = ""
    answered_by: int | None = None
    answered_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


class CaseState(StrEnum):
    """Being worked on, sent to the prosecutor, or closed."""

    OPEN = "open"
    SENT = "sent"
    CLOSED = "closed"


class PersonRole(StrEnum):
    """What the person affected is to us (BDSG 72 asks to keep victims, witnesses and suspects apart)."""

    OFFICER = "officer"
    OFFICIAL = "official"
    GROUP = "group"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Case:
    """Hate, threats and insults bound together for one entitled person.

    `hints` are offence sections to check by a human, such as ("185", "241"); never a verdict.
    `offender_known_at` starts the clock of StGB 77b; `None` while the author is unknown.
    """

    number: str
    title: str
    station_id: int
    entitled_person: str
    person_role: PersonRole
    opened_by: int
    opened_at: datetime
    hints: tuple[str, ...] = ()
    note: str = ""
    state: CaseState = CaseState.OPEN
    offender_known_at: datetime | None = None
    ended_at: datetime | None = None
    ended_reason: str = ""
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class CaseItem:
    """One version of a message in a case, bytes pinned by hash; once released, history (casework.binding)."""

    case_id: int
    message_id: int
    version: int
    sha256: str
    added_by: int
    added_at: datetime
    state_before: State = State.OPEN
    released_at: datetime | None = None
    released_by: int | None = None
    release_reason: str = ""
    id: int = field(default=0, compare=False)


class NoticeKind(StrEnum):
    """What happened; the words for it come from the catalogues."""

    ESCALATED = "escalated"
    HANDED_OVER = "handed_over"
    HANDOVER_DUE = "handover_due"
    HANDOVER_LATE = "handover_late"
    HANDOVER_RETURNED = "handover_returned"
    HANDOVER_DONE = "handover_done"
    HANDOVER_ASKED = "handover_asked"
    HANDOVER_ANSWERED = "handover_answered"
    HANDOVER_WITHDRAWN = "handover_withdrawn"
    HANDOVER_MOVED = "handover_moved"
    HANDOVER_ORPHANED = "handover_orphaned"
    DIGEST = "digest"
    ABUSE = "abuse"
    APPROVAL_WANTED = "approval_wanted"
    APPROVAL_GIVEN = "approval_given"
    APPROVAL_ORPHANED = "approval_orphaned"
    REPLY_RETURNED = "reply_returned"
    REPLIES_STOPPED = "replies_stopped"
    CAPTURE_FAILED = "capture_failed"
    CASE_RESULT = "case_result"
    STREAM_KEY = "stream_key"
    STREAM_FAILING = "stream_failing"
    STREAM_SILENT = "stream_silent"
    STREAM_MENDED = "stream_mended"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that one officer is told; `subject` is what it is about, such as "message:17".

    `detail` holds numbers, times and names of colleagues: nothing that a citizen wrote. `mailed_at` is when
    the e-mail left, `error` the last trouble with it.
    """

    officer_id: int
    kind: NoticeKind
    subject: str
    created_at: datetime
    detail: Mapping[str, object] = field(default_factory=dict)
    seen_at: datetime | None = None
    mailed_at: datetime | None = None
    attempts: int = 0
    next_try_at: datetime | None = None
    error: str = ""
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the append-only log: who did what to what, when, and the leaf hash (hex) over it; `root` is
    the RFC 6962 tree head over all entries up to this one."""

    seq: int
    at: datetime
    actor: str
    act: str
    subject: str
    detail: Mapping[str, object]
    leaf: str
    root: str
