"""What a colleague did to a message while somebody else had it open, so that the second can be told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casework.answering import Reply
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.reading import letter
from casework.record import CaseItem, Decision, Handover
from casework.roles import Act, demand

OTHER = ("handed-over", "answered-handover", "in-case", "out-of-case", "reply", "edited", "deleted", "judged")


@dataclass(frozen=True, slots=True)
class Happened:
    """The newest thing that befell a message; `officer_id` is 0 where it was no person.

    `what` is the word of a Choice, or one of OTHER.
    """

    what: str
    at: datetime | None
    officer_id: int = 0


def since(work: Work, person: Person, seen: Message) -> Happened:
    """What has happened since the person saw it like this; raises NotAllowed where it may not be read."""
    found = letter(work, seen.id)
    demand(person, Act.READ_MESSAGE, found)
    now = found.message
    if now.deleted_at and not seen.deleted_at:
        return Happened("deleted", now.deleted_at)
    if now.version != seen.version:
        return Happened("edited", None)
    people = [*_decided(work, seen.id), *_handed(found.handovers), *_bound(work, seen.id)]
    newest = max(people, key=lambda one: one[0], default=None)
    if newest is None or _only_judged(seen, now):
        return Happened("judged", None)
    at, what, officer_id = newest
    return Happened(what, at, officer_id)


def _decided(work: Work, message_id: int) -> list[tuple[datetime, str, int]]:
    decided = [
        (d.decided_at, d.choice.value, d.officer_id) for d in work.find(Decision, message_id=message_id)
    ]
    sent = [r for r in work.find(Reply, message_id=message_id) if r.sent_at]
    return [*decided, *((r.sent_at, "reply", r.officer_id) for r in sent if r.sent_at)]


def _handed(handovers: tuple[Handover, ...]) -> list[tuple[datetime, str, int]]:
    told: list[tuple[datetime, str, int]] = []
    for one in handovers:
        told.append((one.handed_over_at, "handed-over", one.from_id))
        told += [(at, "answered-handover", one.to_id) for at in (one.answered_at, one.ended_at) if at]
    return told


def _bound(work: Work, message_id: int) -> list[tuple[datetime, str, int]]:
    items = work.find(CaseItem, message_id=message_id)
    bound = [(item.added_at, "in-case", item.added_by) for item in items]
    gone = [(i.released_at, "out-of-case", i.released_by or 0) for i in items if i.released_at]
    return [*bound, *gone]


def _only_judged(seen: Message, now: Message) -> bool:
    """Whether nothing that people do differs: then the machine read it anew, or somebody merely looked."""
    fields: tuple[str, ...] = ("state", "acknowledged_at", "answered_at", "corrected")
    moved: Any = [getattr(seen, f) != getattr(now, f) for f in fields]
    relabelled = now.corrected and (seen.intent, seen.hostility) != (now.intent, now.hostility)
    return not any(moved) and not relabelled
