"""What a person decides about one message; each decision is a record, and the audit log has it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from casework import capture, gravity, spot_check
from casework.assessment import urgency_of
from casework.edits import SETTLED
from casework.errors import Conflict, Refused
from casework.escalation import settled
from casework.labels import Hostility, Intent, Target, Urgency
from casework.message import Message, State
from casework.people import Person
from casework.ports import Work
from casework.reading import letter
from casework.record import Choice, Decision
from casework.roles import Act, demand

LONGEST_REASON = 4_000
MOVING = ("state", "acknowledged_at", "answered_at")
REOPENING = (State.TIP, State.DISMISSED, State.DONE)


def confirm_tip(work: Work, person: Person, message_id: int, reason: str = "") -> Decision:
    """This is a tip; it waits to be handed over."""
    message = _at_the_desk(_mine(work, person, message_id))
    return _decide(work, person, replace(message, state=State.TIP), Choice.TIP, reason)


def dismiss(work: Work, person: Person, message_id: int, reason: str) -> Decision:
    """Nothing more to do. Always with a reason: StPO 163 binds the police to look into offences."""
    message = _at_the_desk(_mine(work, person, message_id))
    if not reason.strip():
        raise Refused("reason: empty; say why nothing follows from this message")
    return _decide(work, person, replace(message, state=State.DISMISSED), Choice.DISMISS, reason)


def acknowledge(work: Work, person: Person, message_id: int, note: str = "") -> Decision:
    """A human has seen the emergency and acts on it; whoever was called to it may, too."""
    message = _mine(work, person, message_id, Act.ACKNOWLEDGE)
    seen = replace(message, acknowledged_at=message.acknowledged_at or work.now)
    return _decide(work, person, seen, Choice.ACKNOWLEDGE, note)


def answer(work: Work, person: Person, message_id: int, words: str) -> Decision:
    """Note that the citizen was answered on the network, and with which words.

    This settles an open message, except an emergency that nobody has acknowledged.
    """
    message = _mine(work, person, message_id)
    if not words.strip():
        raise Refused("answer: empty; note what was answered")
    answered = replace(
        message,
        answered_at=message.answered_at or work.now,
        state=settled(message) if message.state is State.OPEN else message.state,
    )
    return _decide(work, person, answered, Choice.ANSWER, words)


def reopen(work: Work, person: Person, message_id: int, reason: str = "") -> Decision:
    """Take back a decision; the record of it stays."""
    message = _mine(work, person, message_id)
    if message.state not in REOPENING:
        raise Refused(f"message {message_id} is {message.state.value}; it cannot be reopened")
    return _decide(work, person, replace(message, state=State.OPEN), Choice.REOPEN, reason)


def correct(  # noqa: PLR0913 - one label each, all optional
    work: Work,
    person: Person,
    message_id: int,
    *,
    intent: Intent | None = None,
    hostility: tuple[Hostility, ...] | None = None,
    target: Target | None = None,
    reason: str = "",
) -> Decision:
    """Put right what the classifier said; assessments stay as they were, the correction is on top.

    What was settled and turns out to be an emergency is open again and waits for a human.
    """
    message = _mine(work, person, message_id)
    new_intent = intent or message.intent
    if new_intent is None:
        raise Refused(f"message {message_id} has no intent yet; name one")
    new_hostility = message.hostility if hostility is None else hostility
    corrected = replace(
        message,
        intent=new_intent,
        hostility=new_hostility,
        target=(target or message.target) if new_hostility else Target.NONE,
        urgency=urgency_of(new_intent, new_hostility),
        abstained=False,
        corrected=True,
    )
    detail = {"from": _labels(message), "to": _labels(corrected)}
    decision = _decide(work, person, _risen(message, corrected), Choice.CORRECT, reason, detail)
    if gravity.is_grave(corrected, {}):
        capture.grave(work, [corrected])
    return decision


def confirm_harmless(work: Work, person: Person, message_id: int, note: str = "") -> Decision:
    """The spot check was read again, and nothing was missed; the message stays where it stands."""
    message = _mine(work, person, message_id)
    if not spot_check.waits(work, message):
        raise Refused(f"message {message_id}: waits for no re-reading; correct it where the verdict is wrong")
    return _decide(work, person, message, Choice.HARMLESS, note)


def expect(message: Message, revision: int) -> None:
    """Raise Conflict when the person decided on a state that somebody has changed since."""
    if message.revision != revision:
        raise Conflict(f"message {message.id} was changed by somebody else; look again before deciding")


def expect_wording(message: Message, version: int) -> None:
    """Raise Conflict when the writer changed the message since the person read it."""
    if message.version != version:
        raise Conflict(f"message {message.id} was edited by its writer; read it again before deciding")


def _risen(before: Message, corrected: Message) -> Message:
    """Whoever settled it did not settle an emergency, or not a sure one; so it waits like any other."""
    known = before.urgency is Urgency.ACUTE and not before.abstained
    if known or corrected.urgency is not Urgency.ACUTE or before.state not in SETTLED:
        return corrected
    return replace(corrected, state=State.OPEN, acknowledged_at=None)


def _mine(work: Work, person: Person, message_id: int, act: Act = Act.DECIDE) -> Message:
    found = letter(work, message_id)
    demand(person, act, found)
    return found.message


def _at_the_desk(message: Message) -> Message:
    """Whoever it was handed over to works on it; nobody decides behind that person's back."""
    if message.state is State.HANDED_OVER:
        raise Refused(f"message {message.id}: is handed over; take it back before you decide")
    return message


def _decide(
    work: Work,
    person: Person,
    message: Message,
    choice: Choice,
    reason: str,
    detail: Mapping[str, object] | None = None,
) -> Decision:
    if len(reason) > LONGEST_REASON:
        raise Refused(f"reason: longer than {LONGEST_REASON} characters")
    seen: datetime = message.first_seen_at or work.now
    moved = _moved(work.get(Message, message.id), message)
    work.replace(replace(message, first_seen_at=seen))
    decision = work.add(
        Decision(message.id, person.id, choice, reason.strip(), work.now, detail or {}, moved)
    )
    answered = spot_check.settle(work, message, decision)
    work.record(
        person.login,
        choice.value,
        f"message:{message.id}",
        {
            "decision": decision.id,
            "reason": decision.reason,
            **decision.detail,
            **({"spot_check": answered.id} if answered else {}),
        },
    )
    return decision


def _moved(before: Message, after: Message) -> dict[str, tuple[str | None, str | None]]:
    pairs = {name: (written(before, name), written(after, name)) for name in MOVING}
    return {name: pair for name, pair in pairs.items() if name == "state" or pair[0] != pair[1]}


def written(message: Message, name: str) -> str | None:
    """A field of MOVING as a decision keeps it."""
    value = getattr(message, name)
    return value.isoformat() if isinstance(value, datetime) else value and str(value)


def _labels(message: Message) -> dict[str, object]:
    return {
        "intent": message.intent.value if message.intent else None,
        "hostility": [h.value for h in message.hostility],
        "target": message.target.value,
    }
