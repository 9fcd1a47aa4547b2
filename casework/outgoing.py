"""What goes out through a connector, and how the officer's own posts do: plain shapes."""

from dataclasses import dataclass
from datetime import datetime

from casework.labels import Kind
from casework.message import Author


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A reply on its way: `kind` is COMMENT for a public one, DM for a direct message.

    `key` is the draft's own, the same at each try. `to`, `thread` and `author` are of the message that is
    answered; `begun_at` is when sending was first tried, UTC.
    """

    key: str
    kind: Kind
    text: str
    to: str
    thread: str
    author: Author
    begun_at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """A reply as it stands on the network; the connector will read it back under this id."""

    native_id: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class OwnPost:
    """One post of the officer and its figures; None where the network does not tell."""

    native_id: str
    sent_at: datetime
    text: str
    url: str = ""
    likes: int | None = None
    replies: int | None = None
    shares: int | None = None
    views: int | None = None


@dataclass(frozen=True, slots=True)
class Followers:
    """How many follow the account now."""

    count: int
