"""What reached an officer's account: as it arrived, as we keep it, and what later befell it."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from casework.account import Hole
from casework.errors import Refused
from casework.labels import Hostility, Intent, Kind, Target, Urgency

LONGEST_TEXT, LONGEST_NAME, LONGEST_URL, LONGEST_ALT, MOST_ATTACHMENTS = 100_000, 1_000, 2_000, 10_000, 50
WEB = ("https://", "http://")
EARLIEST, CLOCK_SKEW = datetime(2000, 1, 1, tzinfo=UTC), timedelta(days=1)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_UNFIT_FOR_A_NAME = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote, in the network's own words; nothing here is trusted."""

    id: str
    handle: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture, film, sound or file beside a message, as the network tells of it.

    `kind` is "image", "video", "audio", "file" or "link"; `alt` the writer's description. The thing itself
    is fetched only on request.
    """

    kind: str
    url: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """One post, comment or direct message as a connector read it in `stream`; `raw` are its own bytes."""

    native_id: str
    kind: Kind
    author: Author
    text: str
    sent_at: datetime
    raw: bytes
    url: str = ""
    thread: str = ""
    parent: str = ""
    lang: str = ""
    attachments: tuple[Attachment, ...] = ()
    stream: str = ""


@dataclass(frozen=True, slots=True)
class Deleted:
    """The network says this message is gone."""

    native_id: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The network did not say whether this message still stands; ask again later."""

    native_id: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Everything up to `cursor` has been handed out; saved in the transaction of its messages.

    `missed_from` is set when the walk ended before it reached the old mark: the interval
    from there to `missed_to` becomes a gap, to be filled from `resume` on, or `lost` where the network
    no longer gives it. `since` is how far back a first pull reached, `None` if to the beginning.
    `cut_off`: the walk broke off; what was read is kept, but without such a gap no more is known than before.
    `holes`: where, all the same, something is missing of what was handed out.
    """

    cursor: str
    missed_from: datetime | None = None
    missed_to: datetime | None = None
    resume: str = ""
    lost: bool = False
    since: datetime | None = None
    cut_off: bool = False
    holes: tuple[Hole, ...] = ()


class State(StrEnum):
    """Where a message stands on its way."""

    OPEN = "open"
    TIP = "tip"
    HANDED_OVER = "handed_over"
    IN_CASE = "in_case"
    DISMISSED = "dismissed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Message:
    """A message as the store keeps it: the newest text, and where it stands.

    The bytes of every version stay in `Version`. Times are UTC; `None` means "not yet".
    `intent` to `abstained` repeat the newest assessment, or a correction of it; `language` is the one it was
    read in. `stream`: through which it came first. `wave`: one number for all copies of a pile-on, else 0.
    `beat_id`: the one beat whose places the text names, as of the beats' edition; 0: not looked for yet.
    """

    account_id: int
    native_id: str
    kind: Kind
    author: Author
    text: str
    sent_at: datetime
    received_at: datetime
    url: str = ""
    thread: str = ""
    parent: str = ""
    lang: str = ""
    attachments: tuple[Attachment, ...] = ()
    stream: str = ""
    version: int = 1
    state: State = State.OPEN
    intent: Intent | None = None
    hostility: tuple[Hostility, ...] = ()
    target: Target = Target.NONE
    urgency: Urgency | None = None
    abstained: bool = False
    corrected: bool = False
    language: str = ""
    wave: int = 0
    assessed_version: int = 0
    first_seen_at: datetime | None = None
    acknowledged_at: datetime | None = None
    answered_at: datetime | None = None
    deleted_at: datetime | None = None
    beat_id: int | None = None
    beat_edition: int = 0
    revision: int = 1
    id: int = field(default=0, compare=False)

    @property
    def aimed(self) -> bool:
        """Whether it is abuse of the account's own officer, by a verdict that stands or a correction."""
        return bool(self.hostility) and self.target is Target.OFFICER and not self.abstained


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a message with its original bytes and their SHA-256 (hex)."""

    message_id: int
    version: int
    text: str
    raw: bytes
    sha256: str
    received_at: datetime
    id: int = field(default=0, compare=False)


def sha256(raw: bytes) -> str:
    """Hex digest of the bytes as they arrived."""
    return hashlib.sha256(raw).hexdigest()


def storable(words: str) -> str:
    """The same words in a form every store takes: NUL shown as U+2400, a lone surrogate as U+FFFD.

    The original stays in the raw bytes.
    """
    return _LONE_SURROGATE.sub("\ufffd", words.replace("\0", "\u2400"))


def checked(received: Received, now: datetime) -> Received:
    """Return the message in storable form, or raise Refused naming the field and the remedy."""
    check_name("native_id", received.native_id)
    check_name("author.handle", received.author.handle)
    for name, value in (("thread", received.thread), ("parent", received.parent)):
        if value:
            check_name(name, value)
    if len(received.text) > LONGEST_TEXT:
        raise Refused(f"text: {len(received.text)} characters; at most {LONGEST_TEXT} are kept")
    sent_at = _checked_time(received.sent_at, now)
    author = received.author
    return Received(
        native_id=received.native_id,
        kind=received.kind,
        author=Author(
            storable(author.id)[:LONGEST_NAME],
            author.handle,
            storable(author.name)[:LONGEST_NAME],
        ),
        text=storable(received.text),
        sent_at=sent_at,
        raw=received.raw,
        url=checked_url(received.url),
        thread=received.thread,
        parent=received.parent,
        lang=storable(received.lang)[:20],
        attachments=tuple(_checked_attachment(one) for one in received.attachments[:MOST_ATTACHMENTS]),
        stream=received.stream,
    )


def _checked_attachment(one: Attachment) -> Attachment:
    """Never a reason to lose a message: an odd address is left out, and stays in the raw bytes."""
    fits = one.url.lower().startswith(WEB) and len(one.url) <= LONGEST_URL
    url = one.url if fits and not _UNFIT_FOR_A_NAME.search(one.url) else ""
    return Attachment(storable(one.kind)[:20], url, storable(one.alt)[:LONGEST_ALT])


def check_name(field_name: str, value: str) -> None:
    """Raise Refused where a name is empty, too long, or holds what no name holds."""
    if not value.strip():
        raise Refused(f"{field_name}: empty; give the network's own value")
    if len(value) > LONGEST_NAME:
        raise Refused(f"{field_name}: longer than {LONGEST_NAME} characters")
    if _UNFIT_FOR_A_NAME.search(value):
        raise Refused(f"{field_name}: holds a control character or a lone surrogate")


def _checked_time(sent_at: datetime, now: datetime) -> datetime:
    if sent_at.tzinfo is None:
        raise Refused("sent_at: has no time zone; write RFC 3339 such as 2026-11-21T08:41:00+01:00")
    try:
        utc = sent_at.astimezone(UTC)
    except OverflowError:
        raise Refused("sent_at: outside the calendar") from None
    if utc < EARLIEST:
        raise Refused("sent_at: before the year 2000; no network was there")
    if utc > now + CLOCK_SKEW:
        raise Refused("sent_at: more than a day in the future; check the sender's clock")
    return utc


def checked_url(url: str) -> str:
    """An address that people open, or ""; raises Refused for any other."""
    if not url:
        return ""
    if not url.lower().startswith((*WEB, "at://")) or len(url) > LONGEST_URL:
        raise Refused("url: must begin with https://, http:// or at:// and be at most 2000 long")
    check_name("url", url[:LONGEST_NAME])
    return url
