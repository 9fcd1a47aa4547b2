"""Taking back: each step of a person can be undone exactly, the newest first, and both stay on record.

What a correction said goes with it: the labels are then those of the correction before, else the machine's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from casework import answering, binding, decision, edits, escalation, handover, release, spot_check
from casework.answering import Reply
from casework.assessment import Assessment, urgency_of
from casework.decided import Moves, moves, stand, standing
from casework.errors import Refused
from casework.labels import Hostility, Intent, Target
from casework.message import Message, State
from casework.people import Person
from casework.ports import Work
from casework.reading import Opened, letter
from casework.record import CaseItem, Choice, Decision, Handover, HandoverState
from casework.roles import Act, Letter, demand

Step = Decision | Handover | Reply | CaseItem


def undo(work: Work, person: Person, step: Step) -> Step:
    """Take back a step of any kind; returns the record that was written. Raises Refused with the reason."""
    if isinstance(step, Handover):
        return handover.withdraw(work, person, step.id)
    if isinstance(step, Reply):
        return answering.cancel(work, person, step.id)
    if isinstance(step, CaseItem):
        return release.take_back(work, person, step.id)
    return take_back(work, person, step.id)


def take_back(work: Work, person: Person, decision_id: int, reason: str = "") -> Decision:
    """Take back a decision: the message stands again as it stood before it.

    Raises Refused where something was decided, or happened, since: what came later is taken back first.
    """
    found = work.get(Decision, decision_id)
    demand(person, Act.DECIDE, letter(work, found.message_id))
    if found.choice is Choice.UNDO:
        raise Refused("to take back what was taken back, decide anew")
    if found.taken_back_at:
        raise Refused(f"decision {found.id}: was taken back already")
    if standing(work, found.message_id)[-1].id != found.id:
        raise Refused(f"decision {found.id}: something was decided since; take that back first")
    message = _stood_before(work, work.get(Message, found.message_id), found)
    if found.choice is Choice.CORRECT:
        message = _relabelled(work, message, found)
    kept = work.replace(message)
    work.replace(replace(found, taken_back_at=work.now))
    spot_check.resettle(work, kept)
    detail = {"decision": found.id, "choice": found.choice.value}
    written = Decision(message.id, person.id, Choice.UNDO, reason.strip(), work.now, detail)
    taken_back = work.add(written)
    work.record(
        person.login,
        Choice.UNDO.value,
        f"message:{message.id}",
        {**detail, "undo": taken_back.id, "reason": taken_back.reason},
    )
    return taken_back


def newest(found: Letter, decisions: Sequence[Decision]) -> Step | None:
    """What would be taken back next of a message with all its decisions; None where nothing can be."""
    if found.message.state is State.IN_CASE:
        return None
    still = stand(decisions)
    decided = still[-1] if still else None
    if found.message.state is not State.HANDED_OVER:
        return decided
    handed = found.handovers[-1]
    if decided and decided.decided_at > handed.handed_over_at:
        return decided
    return handed if handed.state is HandoverState.WAITING else None


def newest_of(opened: Opened) -> Step | None:
    """The same of a message that lies open."""
    return newest(opened.letter, opened.decisions)


def _stood_before(work: Work, message: Message, found: Decision) -> Message:
    if not found.moved and found.choice is Choice.REOPEN:
        raise Refused(f"decision {found.id}: from before it was kept what it changed; decide anew")
    moved = {name: pair for name, pair in moves(found).items() if pair[0] != pair[1]}
    for name, (_, after) in moved.items():
        if decision.written(message, name) != after:
            raise Refused(f"decision {found.id}: the message has moved on since ({name}); decide anew")
    if moved.get("state", ("", ""))[0] == State.IN_CASE and not binding.items(work, message_id=message.id):
        raise Refused(f"decision {found.id}: the message was taken out of its case since; decide anew")
    _not_settled_unread(work, message, found, moved)
    before: dict[str, Any] = {name: _read(name, value) for name, (value, _) in moved.items()}
    return replace(message, **before)


def _not_settled_unread(work: Work, message: Message, found: Decision, moved: Moves) -> None:
    """What became an emergency by later words is not settled by taking back what opened it before them."""
    settles = moved.get("state", ("", ""))[0] in edits.SETTLED
    if settles and escalation.waits(message) and edits.wording_since(work, message) > found.decided_at:
        raise Refused(f"decision {found.id}: the message was edited since, and is an emergency; decide anew")


def _read(name: str, value: str | None) -> State | datetime | None:
    if value is None:
        return None
    return State(value) if name == "state" else datetime.fromisoformat(value)


def _relabelled(work: Work, message: Message, gone: Decision) -> Message:
    since = edits.wording_since(work, message)
    others = [d for d in standing(work, message.id) if d.id != gone.id and d.decided_at >= since]
    corrections = [d for d in others if d.choice is Choice.CORRECT]
    if corrections:
        return replace(message, **_said(corrections[-1].detail["to"]), abstained=False, corrected=True)
    judged = [
        a for a in work.find(Assessment, message_id=message.id) if a.version == message.assessed_version
    ]
    if not judged:
        return replace(message, **_said(gone.detail["from"]), corrected=False)
    verdict = judged[-1].verdict
    return replace(
        message,
        intent=verdict.intent,
        hostility=verdict.hostility,
        target=verdict.target,
        urgency=verdict.urgency,
        abstained=verdict.abstained,
        corrected=False,
    )


def _said(labels: object) -> dict[str, Any]:
    """The labels as casework.decision wrote them."""
    said = cast(Mapping[str, Any], labels)
    intent = Intent(said["intent"]) if said["intent"] else None
    hostility = tuple(Hostility(one) for one in said["hostility"])
    return {
        "intent": intent,
        "hostility": hostility,
        "target": Target(said["target"]),
        "urgency": urgency_of(intent, hostility) if intent else None,
    }
