"""Official exports, for accounts that no connector reads: whose one is, what it holds of others' words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO, Protocol

from casework.errors import Refused
from casework.incoming import LONGEST_REASON, Line, Refusal, Source
from casework.labels import Platform
from casework.message import Received, checked
from casework.visible import visible
from connectors.answers import shown
from connectors.takeout_meta import MetaDownload
from connectors.takeout_own import MastodonArchive, YouTubeTakeout
from connectors.takeout_x import XArchive
from connectors.takeout_zip import Bundle

ZIP, GZIP = (b"PK\x03\x04", b"PK\x05\x06"), b"\x1f\x8b"


class Reader(Source, Protocol):
    """One network's export, opened."""

    def messages(self) -> Iterator[Received | str]:
        """What others wrote, in our words, or why one cannot be read, in one line."""
        ...


KINDS: tuple[tuple[Callable[[Bundle], bool], Callable[[Bundle], Reader]], ...] = (
    (XArchive.fits, XArchive),
    (MetaDownload.fits, MetaDownload),
    (YouTubeTakeout.fits, YouTubeTakeout),
    (MastodonArchive.fits, MastodonArchive),
)


@dataclass(frozen=True)
class Export:
    """An official export, opened; `now` is the moment against which its times are checked."""

    reader: Reader
    now: datetime

    def lines(self, platform: Platform, account: str) -> Iterator[Line | Refusal]:
        """Its messages as to that account of ours, numbered from 1; never raises for what they hold.

        What makes all the rest unreadable is the last refusal.
        """
        number = 0
        try:
            for number, one in enumerate(self.reader.messages(), start=1):
                yield self._line(number, platform, account, one)
        except Refused as why:
            yield _refusal(number + 1, str(why))

    def _line(self, number: int, platform: Platform, account: str, one: Received | str) -> Line | Refusal:
        if isinstance(one, str):
            return _refusal(number, one)
        try:
            return Line(number, platform, account, replace(checked(one, self.now), raw=one.raw))
        except Refused as why:
            return _refusal(number, f"{shown(one.native_id)}: {why}")


def opened(file: BinaryIO, now: datetime) -> Export | None:
    """The export that an open file is; None where it is no zip at all, and stands at its beginning again.

    Raises Refused, naming the item and the remedy, for a zip that is none of ours, damaged or hostile.
    """
    start = file.read(4)
    file.seek(0)
    if start.startswith(GZIP):
        raise Refused("a .gz file: of the exports only Mastodon's older ones are, and hold nothing of others")
    if start not in ZIP:
        return None
    bundle = Bundle(file)
    for fits, kind in KINDS:
        if fits(bundle):
            return Export(kind(bundle), now)
    first = shown(next(iter(bundle.names), "nothing"))
    raise Refused(
        f"a zip file of none of the exports that we know (it begins with {first}); give it as it was made by"
        " X, Facebook or Instagram (choose JSON there), YouTube or Mastodon"
    )


def _refusal(number: int, reason: str) -> Refusal:
    return Refusal(number, visible(reason)[:LONGEST_REASON])
