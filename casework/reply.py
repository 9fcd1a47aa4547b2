"""One answer to one message: its words, and where it stands on its way."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casework.labels import Kind


class ReplyState(StrEnum):
    """Where an answer stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    DECLINED = "declined"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


UNFINISHED = (ReplyState.DRAFT, ReplyState.WAITING, ReplyState.DECLINED)


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to one message. `key` names it to the network at each try; `reason` is the last trouble.

    `seen_at` is when it came back through a stream; `seen_message_id` the message as which it was taken in
    before we knew it for ours, else 0. `automatic`: no officer wrote it (casework.first_answer).
    `answers_version`: the wording of the message that it was sent off to; 0: to any, or not known.
    """

    message_id: int
    account_id: int
    officer_id: int
    kind: Kind
    text: str
    key: str
    created_at: datetime
    state: ReplyState = ReplyState.DRAFT
    reason: str = ""
    attempts: int = 0
    next_try_at: datetime | None = None
    begun_at: datetime | None = None
    sent_at: datetime | None = None
    native_id: str = ""
    url: str = ""
    seen_at: datetime | None = None
    seen_message_id: int = 0
    automatic: bool = False
    answers_version: int = 0
    revision: int = 1
    id: int = field(default=0, compare=False)

    def answers(self, version: int) -> bool:
        """Whether it is meant for this wording of the message; what is not known counts as meant."""
        return self.answers_version in (0, version)
