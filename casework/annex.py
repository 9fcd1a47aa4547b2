"""What letter and report say beside the dossier's own records: recipient, clock, captures, blackenings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from casework.clocks import ApplicationClock

COMPETENT = "An die zuständige Staatsanwaltschaft"


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom the package goes: name and address line by line, and the file number there, if known."""

    lines: tuple[str, ...] = (COMPETENT,)
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """The sending station's address and how it is reached, line by line, as the station wants it printed."""

    address: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageCapture:
    """A captured page; without `secured_at` it is not secured and `error` says why.

    `seen` are further (label, what was seen there) in the network's words; `files` are (path in the package,
    SHA-256); `picture` is a small PNG or JPEG of it, to be printed.
    """

    about: str
    secured_at: datetime | None = None
    error: str = ""
    seen: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Around:
    """One message of the thread around an item, in the order of the thread; the item itself has `own` set."""

    handle: str
    sent_at: datetime
    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Annex:
    """All of it; what nobody gave is said to be missing, never left out in silence.

    `captures` and `threads` go by message id. `seal` is the state of signature and time stamp in one German
    sentence. `basis` is the section of law on which the package is handed over. `enclosures` are further
    (file, what it is) for the letter's list. `left_out` is how many items of the case were not picked.
    """

    recipient: Recipient = Recipient()
    sender: Sender = Sender()
    basis: str = "§ 163 Abs. 2 Satz 1 StPO"
    clock: ApplicationClock | None = None
    captures: Mapping[int, tuple[PageCapture, ...]] = field(default_factory=dict)
    threads: Mapping[int, tuple[Around, ...]] = field(default_factory=dict)
    seal: str = "Nicht signiert, ohne Zeitstempel."
    enclosures: tuple[tuple[str, str], ...] = ()
    blackened: tuple[str, ...] = ()
    left_out: int = 0
