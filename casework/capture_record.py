"""The records of a captured page: who asked for it and why, what became of it, and its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class CaptureReason(StrEnum):
    """Why a page is to be captured: a person asked, the message is grave, or it was bound into a case."""

    ASKED = "asked"
    GRAVE = "grave"
    BOUND = "bound"


class CaptureState(StrEnum):
    """Only `SECURED` is done; what waits or failed is "not secured"."""

    WAITING = "waiting"
    SECURED = "secured"
    FAILED = "failed"


class CaptureKind(StrEnum):
    """A picture of the whole page, its archive (WACZ), its words, or a picture of the author's profile."""

    SCREENSHOT = "screenshot"
    ARCHIVE = "archive"
    TEXT = "text"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Capture:
    """One order to capture a message's page, and what became of it.

    `asked_by` is `None` where the machine asked by itself. `version` is the newest wording that we knew when
    it was asked for, then before its page was opened. `next_try_at` is `None` once nothing more is tried by
    itself. `page` says what was seen: addresses, status, title, times, certificate, browser, remarks.
    """

    message_id: int
    version: int
    reason: CaptureReason
    asked_at: datetime
    asked_by: int | None = None
    state: CaptureState = CaptureState.WAITING
    tries: int = 0
    next_try_at: datetime | None = None
    tried_at: datetime | None = None
    secured_at: datetime | None = None
    error: str = ""
    page: Mapping[str, object] = field(default_factory=dict)
    revision: int = 1
    id: int = field(default=0, compare=False)

    @property
    def doubtful(self) -> bool:
        """A page came, but the message's wording was not found on it: a human has to look at the picture."""
        return self.page.get("words_found") is False


@dataclass(frozen=True, slots=True)
class CaptureFile:
    """One file of a capture; its bytes lie apart in `CaptureBody`, its SHA-256 (hex) stays when they go."""

    capture_id: int
    kind: CaptureKind
    media_type: str
    size: int
    sha256: str
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class CaptureBody:
    """The very bytes; empty once the message was erased."""

    file_id: int
    body: bytes
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a browser brought home of a page."""

    page: Mapping[str, object]
    files: Sequence[tuple[CaptureKind, str, bytes]]
