"""Taking a message out of a case: it stands again where it belongs, and the case remembers that it was there.

What was secured stays: the wording that was pinned, and captured pages. Both are needed where a package with
the message went out already; casework.recall then proposes to tell its recipient.
"""

from dataclasses import replace

from casework import binding, decided
from casework.binding import OF_CASE, RELEASED
from casework.case import LONGEST_REASON
from casework.edits import SETTLED
from casework.errors import NotAllowed, Refused
from casework.escalation import settled
from casework.message import Message, State
from casework.people import Person
from casework.ports import Work
from casework.record import Case, CaseItem, CaseState, Handover, HandoverState
from casework.roles import Act, demand
from casework.transmission import Transmission

AFTER = {HandoverState.DONE: State.DONE, HandoverState.RETURNED: State.OPEN}


def release(work: Work, person: Person, case_id: int, message_id: int, reason: str) -> CaseItem:
    """Take a message out of an open case; returns the item, which stays as history.

    Raises NotAllowed for whoever does not work the case, and Refused without a reason, for a case that is
    not open, and for a message that is not in it.
    """
    case = work.get(Case, case_id)
    demand(person, Act.WORK_CASE, case)
    if not reason.strip() or len(reason) > LONGEST_REASON:
        raise Refused(f"reason: 1 to {LONGEST_REASON} characters; say why the message does not belong here")
    return _release(work, person, case, message_id, reason.strip())


def take_back(work: Work, person: Person, item_id: int) -> CaseItem:
    """Undo a binding: for whoever bound it, for as long as pages offer it, and while no package holds it."""
    item = work.get(CaseItem, item_id)
    case = work.get(Case, item.case_id)
    if item.added_by != person.id:
        raise NotAllowed(f"case {case.number}: a colleague bound it; a case officer may take it out")
    demand(person, Act.READ_CASE, case)
    packed = [t for t in work.find(Transmission, case_id=case.id) if t.exported_at >= item.added_at]
    if packed or work.now - item.added_at > decided.OFFERED_FOR:
        raise Refused(f"case {case.number}: too late to undo; a case officer may take the message out")
    return _release(work, person, case, item.message_id, "")


def _release(work: Work, person: Person, case: Case, message_id: int, reason: str) -> CaseItem:
    if case.state is not CaseState.OPEN:
        raise Refused(f"case {case.number} is {case.state.value}; nothing can be taken out of it")
    work.replace(case)  # so that what ends it at this moment is before or behind, never between
    message = work.get(Message, message_id)  # looked at first: whoever binds or releases it changes it
    held = binding.items(work, case_id=case.id, message_id=message_id)
    if not held:
        raise Refused(f"message {message_id}: is not in case {case.number}")
    item = held[0]
    gone = work.replace(replace(item, released_at=work.now, released_by=person.id, release_reason=reason))
    stands = _stands(work, item, message)
    work.replace(replace(message, state=stands))
    pinned = {"case": case.id, "version": item.version, "sha256": item.sha256, "reason": reason}
    work.record(person.login, RELEASED, f"message:{message_id}", {**pinned, "state": stands.value})
    work.record(person.login, OF_CASE, f"case:{case.id}", {"messages": [message_id], "reason": reason})
    return gone


def _stands(work: Work, item: CaseItem, message: Message) -> State:
    """Where the message belongs; an emergency that nobody acknowledged is not settled by taking it out."""
    if message.state is not State.IN_CASE or binding.items(work, message_id=message.id):
        return message.state
    stood = _stood(work, item, message)
    return settled(message, stood) if stood in SETTLED else stood


def _stood(work: Work, item: CaseItem, message: Message) -> State:
    """As before it was bound, or as a hand-over left it that ended since."""
    ended = [h for h in work.find(Handover, message_id=message.id) if h.ended_at]
    if ended and ended[-1].ended_at and ended[-1].ended_at >= item.added_at:
        return AFTER.get(ended[-1].state) or decided.state_before(work, message.id)
    return item.state_before
