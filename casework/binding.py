"""What is bound into cases now; what was taken out again stays on record and counts no more."""

from dataclasses import replace
from typing import Any

from casework.message import Message, State, Version
from casework.people import Person
from casework.ports import Work
from casework.record import AuditEntry, Case, CaseItem

BOUND, RELEASED, OF_CASE = "bound_into_case", "released_from_case", "item_released"


def items(work: Work, **equal: Any) -> list[CaseItem]:
    """The items whose fields equal these values, as `Work.find`, without those that were released."""
    return work.find(CaseItem, released_at=None, **equal)


def bind(work: Work, person: Person, case: Case, version: Version) -> CaseItem:
    """Keep the item; one that was released from the same case before is bound anew.

    What it said before is then in the audit log alone.
    `CaseItem.state_before` is where the message stands again once it is released.
    """
    message = work.get(Message, version.message_id)
    elsewhere = items(work, message_id=message.id)
    before = elsewhere[0].state_before if elsewhere and message.state is State.IN_CASE else message.state
    item = CaseItem(case.id, message.id, version.version, version.sha256, person.id, work.now, before)
    gone = work.find(CaseItem, case_id=case.id, message_id=message.id)
    return work.replace(replace(item, id=gone[0].id)) if gone else work.add(item)


def taken_out(work: Work, case_id: int) -> list[AuditEntry]:
    """The audit entries that bound messages into the case that are in it no more, and took them out."""
    gone = [item for item in work.find(CaseItem, case_id=case_id) if item.released_at]
    return [
        entry
        for item in gone
        for entry in work.audit_of(f"message:{item.message_id}")
        if entry.act in (BOUND, RELEASED) and entry.detail.get("case") == case_id
    ]
