"""Plays recordings back: invented messages of a station, told in days before an anchor day."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from casework.account import Gap
from casework.errors import Refused, SchemaChanged
from casework.labels import Kind
from casework.message import Author, Checkpoint, Deleted, Received, Unknown

LOCAL = ZoneInfo("Europe/Berlin")
PREFIX, RECORDING = "demo-", "recording"


@dataclass(frozen=True, slots=True)
class Event:
    """What the network did at a moment (UTC): a message came or was edited (`received`), or went (`None`).

    `account` is `login/platform` of the invented officer.
    """

    at: datetime
    account: str
    native_id: str
    received: Received | None


def events(path: Path, anchor: date) -> list[Event]:
    """All events of a recording, by time; raises SchemaChanged naming a line that does not fit."""
    found: list[Event] = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        try:
            found += _events_of(json.loads(line), anchor) if line.strip() else ()
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
            raise SchemaChanged(f"{path.name}, line {number}: {error!r:.200}") from error
    return sorted(found, key=lambda event: event.at)


class Replay:
    """A recorded network behind the connector port, for one invented account."""

    def __init__(self, path: Path, anchor: date, account: str) -> None:
        """Play what `account` (`login/platform`) received."""
        self._path, self._anchor, self._account = path, anchor, account

    def streams(self) -> Sequence[str]:
        """One stream holds everything."""
        return (RECORDING,)

    def pull(self, stream: str, cursor: str) -> Iterator[Received | Deleted | Checkpoint]:
        """Events after the cursor, which is the moment (ISO 8601, UTC) of the last ones handed out."""
        if stream != RECORDING:
            raise Refused(f"replay: there is no stream {stream!r:.50}; there is {RECORDING}")
        for moment, together in groupby(self._events, key=lambda event: event.at.isoformat()):
            if moment > cursor:
                yield from (event.received or Deleted(event.native_id) for event in together)
                yield Checkpoint(moment)

    def fill(self, _: str, gap: Gap) -> Iterator[Received | Deleted | Checkpoint]:
        """A recording has no gaps of its own: whatever it holds of that time is handed out."""
        for event in self._events:
            if gap.missed_from <= event.at <= gap.missed_to:
                yield event.received or Deleted(event.native_id)
        yield Checkpoint("")

    @staticmethod
    def blind() -> Sequence[str]:
        """Nothing."""
        return ()

    def recheck(self, native_ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        """How each message stands at the recording's end."""
        last = {event.native_id: event for event in self._events}
        for native_id in native_ids:
            event = last.get(native_id)
            yield Unknown(native_id) if event is None else event.received or Deleted(native_id)

    @cached_property
    def _events(self) -> list[Event]:
        return [e for e in events(self._path, self._anchor) if e.account == self._account]


def _events_of(line: dict[str, Any], anchor: date) -> Iterator[Event]:
    sent = datetime.combine(anchor + timedelta(days=line["day"]), time.fromisoformat(line["time"]), LOCAL)
    sent = sent.astimezone(UTC)
    account, native_id = line["account"], PREFIX + line["id"]
    yield Event(sent, account, native_id, _received(line, line["text"], sent))
    if edit := line.get("edit"):
        later = sent + timedelta(minutes=edit["after_minutes"])
        yield Event(later, account, native_id, _received(line, edit["text"], sent))
    if minutes := line.get("deleted_after_minutes"):
        yield Event(sent + timedelta(minutes=minutes), account, native_id, None)


def _received(line: dict[str, Any], text: str, sent: datetime) -> Received:
    author = line["author"]
    told: dict[str, Any] = {
        key: line[key] for key in ("kind", "author", "lang", "thread", "parent") if key in line
    }
    at = sent.isoformat()
    payload = {"training": True, "id": PREFIX + line["id"], "sent_at": at, **told}
    return Received(
        native_id=PREFIX + line["id"],
        kind=Kind(line["kind"]),
        author=Author(author["handle"], author["handle"], author.get("name", "")),
        text=text,
        sent_at=sent,
        raw=json.dumps(payload | {"text": text}, ensure_ascii=False, sort_keys=True).encode(),
        thread=PREFIX + line["thread"] if line.get("thread") else "",
        parent=PREFIX + line["parent"] if line.get("parent") else "",
        lang=line["lang"],
    )
