"""Taking back: each step of a person can be undone exactly, the newest first, and both stay on record.

What a correction said goes with it: the labels are then those of the correction before, else the machine's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, cast

from casework import answering, decision, spot_check
from casework.answering import Reply
from casework.assessment import Assessment, urgency_of
from casework.errors import Refused
from casework.labels import Hostility, Intent, Target
from casework.message import Message, State
from casework.people import Person
from casework.ports import Work
from casework.reading import Opened, letter
from casework.record import Choice, Decision, Handover, HandoverState
from casework.roles import Act, Letter, demand

OFFERED_FOR = timedelta(minutes=10)  # how long a page offers it by itself; the history always does
BEFORE_IT_WAS_KEPT: Mapping[Choice, dict[str, tuple[str | None, str | None]]] = {
    Choice.TIP: {"state": (State.OPEN, State.TIP)},
    Choice.DISMISS: {"state": (State.OPEN, State.DISMISSED)},
}
Step = Decision | Handover | Reply


def undo(work: Work, person: Person, step: Step) -> Step:
    """Take back a step of any kind; returns the record that was written. Raises Refused with the reason."""
    if isinstance(step, Handover):
        return withdraw(work, person, step.id)
    if isinstance(step, Reply):
        return answering.cancel(work, person, step.id)
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
    message = _stood_before(work.get(Message, found.message_id), found)
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


def withdraw(work: Work, person: Person, handover_id: int) -> Handover:
    """Take back a hand-over that nobody has answered yet; the message stands as it stood before."""
    handover = work.get(Handover, handover_id)
    found = letter(work, handover.message_id)
    demand(person, Act.HAND_OVER, found)
    if handover.state is not HandoverState.WAITING:
        raise Refused(f"hand-over {handover_id}: is {handover.state.value} already; ask the contact officer")
    withdrawn = work.replace(replace(handover, state=HandoverState.WITHDRAWN, ended_at=work.now))
    if found.message.state is State.HANDED_OVER:
        work.replace(replace(found.message, state=_state_before(work, found.message.id)))
    work.record(
        person.login, "handover_withdrawn", f"message:{handover.message_id}", {"handover": handover.id}
    )
    return withdrawn


def standing(work: Work, message_id: int) -> list[Decision]:
    """The decisions about a message that nobody has taken back, in order."""
    return _stand(work.find(Decision, message_id=message_id))


def newest(found: Letter, decisions: Sequence[Decision]) -> Step | None:
    """What would be taken back next of a message with all its decisions; None where nothing can be."""
    if found.message.state is State.IN_CASE:
        return None
    stand = _stand(decisions)
    decided = stand[-1] if stand else None
    if found.message.state is not State.HANDED_OVER:
        return decided
    handed = found.handovers[-1]
    if decided and decided.decided_at > handed.handed_over_at:
        return decided
    return handed if handed.state is HandoverState.WAITING else None


def newest_of(opened: Opened) -> Step | None:
    """The same of a message that lies open."""
    return newest(opened.letter, opened.decisions)


def _stand(decisions: Sequence[Decision]) -> list[Decision]:
    return [d for d in decisions if d.taken_back_at is None and d.choice is not Choice.UNDO]


def _stood_before(message: Message, found: Decision) -> Message:
    if not found.moved and found.choice is Choice.REOPEN:
        raise Refused(f"decision {found.id}: from before it was kept what it changed; decide anew")
    moved = {name: pair for name, pair in _moves(found).items() if pair[0] != pair[1]}
    for name, (_, after) in moved.items():
        if decision.written(message, name) != after:
            raise Refused(f"decision {found.id}: the message has moved on since ({name}); decide anew")
    before: dict[str, Any] = {name: _read(name, value) for name, (value, _) in moved.items()}
    return replace(message, **before)


def _read(name: str, value: str | None) -> State | datetime | None:
    if value is None:
        return None
    return State(value) if name == "state" else datetime.fromisoformat(value)


def _relabelled(work: Work, message: Message, gone: Decision) -> Message:
    others = (d for d in standing(work, message.id) if d.id != gone.id)
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


def _state_before(work: Work, message_id: int) -> State:
    """Where the message stood when it was handed over: that needed no decision, or it was a tip."""
    moves = [_moves(d).get("state", (None, None)) for d in standing(work, message_id)]
    went = [after for before, after in moves if before != after]
    return State.TIP if went and went[-1] == State.TIP else State.OPEN


def _moves(found: Decision) -> Mapping[str, tuple[str | None, str | None]]:
    return found.moved or BEFORE_IT_WAS_KEPT.get(found.choice, {})
