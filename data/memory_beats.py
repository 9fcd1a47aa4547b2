"""What the in-memory twin tells of beats and of notices to be mailed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from casework.announced import Announced
from casework.message import Message
from casework.record import Notice, NoticeKind


class MemoryBeats:
    """These parts of casework.ports.Work, for data.memory.MemoryWork."""

    def unplaced(self, edition: int, limit: int) -> list[Message]:
        """See casework.ports.Work."""
        waiting = [m for m in self._all.find(Message) if m.beat_edition < edition]
        return sorted(waiting, key=lambda m: (m.beat_edition != 0, -m.beat_edition, -m.id))[:limit]

    def placed(self, beats: Mapping[int, int | None], edition: int) -> None:
        """See casework.ports.Work."""
        for message_id, beat_id in beats.items():
            message = self._all.get(Message, message_id)
            placed = replace(message, beat_id=beat_id, beat_edition=edition)
            self._all.shelves.records[Message][message_id] = placed

    def to_mail(self, limit: int) -> list[Notice]:
        """See casework.ports.Work."""
        now = self._all.now
        due = [n for n in self._all.find(Notice) if n.next_try_at and n.next_try_at <= now]
        first = NoticeKind.ESCALATED
        return sorted(due, key=lambda n: (n.kind is not first, n.next_try_at or now, n.id))[:limit]

    def drop(self, kind: type, before: datetime, limit: int) -> int:
        """See casework.ports.Work."""
        old = [one.id for one in self._all.find(kind) if _past(one, before)][:limit]
        for record_id in old:
            self._all.forget(kind, record_id)
        return len(old)

    @property
    def _all(self) -> Any:
        """The whole of the twin, which inherits this part."""
        return cast(Any, self)


def _past(one: Notice | Announced, before: datetime) -> bool:
    if isinstance(one, Announced):
        return one.heard_at < before
    return bool(one.seen_at and one.seen_at < before and not one.next_try_at)
