"""The record of one step over several messages, and which decisions were made by such a step."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casework.ports import Work
from casework.record import Decision


class BulkStep(StrEnum):
    """What can be done to several messages at once."""

    TIP = "tip"
    DISMISS = "dismiss"
    HAND_OVER = "hand_over"
    ADD_TO_CASE = "add_to_case"


@dataclass(frozen=True, slots=True)
class Bulk:
    """One step over several messages: `records` pairs each message's id with that of the record written."""

    officer_id: int
    step: BulkStep
    reason: str
    records: tuple[tuple[int, int], ...]
    done_at: datetime
    undone_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def one_by_one(work: Work, decisions: Sequence[Decision]) -> list[Decision]:
    """Those of the decisions that a person made about the message alone, not about many in one go."""
    if not decisions:
        return []
    officers = sorted({d.officer_id for d in decisions})
    bulks = work.find(Bulk, officer_id=officers, step=[BulkStep.TIP, BulkStep.DISMISS])
    records = {(message_id, record) for bulk in bulks for message_id, record in bulk.records}
    return [d for d in decisions if (d.message_id, d.id) not in records]
