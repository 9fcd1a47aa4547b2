"""An officer's account on a network, its streams, how far we have read them, and what we missed."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casework.labels import Platform


@dataclass(frozen=True, slots=True)
class Account:
    """A personal, named account; `handle` is unique on its platform. `server` is the network's base URL.

    `native_id` is the network's own id of the account, by which webhooks name it; "" where nobody needs it.
    """

    platform: Platform
    handle: str
    officer_id: int
    station_id: int
    server: str = ""
    active: bool = True
    native_id: str = ""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Stream:
    """One thing we read from an account (mentions, comments, direct messages) and how far we came.

    `since`: how far back the first pull reached; `None` once read: to the beginning.
    """

    account_id: int
    name: str
    cursor: str = ""
    since: datetime | None = None
    last_success_at: datetime | None = None
    next_poll_at: datetime | None = None
    error: str = ""
    error_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


class GapState(StrEnum):
    """Whether what we missed may still be had."""

    OPEN = "open"
    FILLED = "filled"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Gap:
    """An interval of a stream that we know we did not read.

    `resume` is where the connector's walk stopped, from which back-filling goes on; "" begins at the newest.
    `retry_at` is set where something came that could not be read: not before then is it tried again.
    """

    stream_id: int
    missed_from: datetime
    missed_to: datetime
    state: GapState = GapState.OPEN
    resume: str = ""
    retry_at: datetime | None = None
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Hole:
    """An interval amid what was handed out of which something is missing: it could not be read, for the
    reason `why`, or it is `lost`, as the network gives no more of it.
    """

    start: datetime
    end: datetime
    why: str = ""
    lost: bool = False
