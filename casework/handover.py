"""A hand-over: a tip goes to the local contact officer, who accepts or returns it. Never in between."""

from dataclasses import replace
from datetime import datetime

from casework.errors import Refused
from casework.message import Message, State
from casework.people import Grant, Officer, Person, Role
from casework.ports import Work
from casework.reading import letter
from casework.record import Handover, HandoverState, Outcome
from casework.roles import Act, demand

HANDABLE = (State.OPEN, State.TIP)


def hand_over(
    work: Work, person: Person, message_id: int, to_login: str, note: str, due_at: datetime
) -> Handover:
    """Give a message to a contact officer; raises Refused when nobody of that name is one."""
    found = letter(work, message_id)
    demand(person, Act.HAND_OVER, found)
    if found.message.state not in HANDABLE:
        raise Refused(f"message {message_id} is {found.message.state.value}; it cannot be handed over")
    if due_at <= work.now:
        raise Refused("due: lies in the past; give the contact officer time")
    receiver = _contact_officer(work, to_login)
    if found.message.aimed and receiver.id == found.account.officer_id:
        raise Refused(f"to: {to_login!r} is whom this message abuses; choose somebody else")
    work.replace(
        replace(
            found.message,
            state=State.HANDED_OVER,
            first_seen_at=found.message.first_seen_at or work.now,
        )
    )
    handover = work.add(Handover(message_id, person.id, receiver.id, note.strip(), due_at, work.now))
    _log(work, person, "handed_over", handover, {"to": receiver.login, "due": due_at.isoformat()})
    return handover


def accept(work: Work, person: Person, handover_id: int) -> Handover:
    """The contact officer takes it on."""
    handover = _to_answer(work, person, handover_id, HandoverState.WAITING)
    accepted = work.replace(replace(handover, state=HandoverState.ACCEPTED, answered_at=work.now))
    _log(work, person, "accepted", accepted)
    return accepted


def give_back(work: Work, person: Person, handover_id: int, reason: str) -> Handover:
    """The contact officer returns it with a reason; the message stands open at the sender again."""
    handover = _to_answer(work, person, handover_id, HandoverState.WAITING, HandoverState.ACCEPTED)
    if not reason.strip():
        raise Refused("reason: empty; the sender must learn why it comes back")
    returned = work.replace(
        replace(
            handover,
            state=HandoverState.RETURNED,
            answered_at=handover.answered_at or work.now,
            ended_at=work.now,
            reason=reason.strip(),
        )
    )
    _set_state(work, handover.message_id, State.OPEN)
    _log(work, person, "returned", returned, {"reason": returned.reason})
    return returned


def finish(work: Work, person: Person, handover_id: int, outcome: Outcome, note: str = "") -> Handover:
    """The contact officer says what became of it."""
    handover = _to_answer(work, person, handover_id, HandoverState.ACCEPTED)
    done = work.replace(
        replace(
            handover,
            state=HandoverState.DONE,
            outcome=outcome,
            reason=note.strip(),
            ended_at=work.now,
        )
    )
    _set_state(work, handover.message_id, State.DONE)
    _log(work, person, "finished", done, {"outcome": outcome.value})
    return done


def contact_officers(work: Work, station_id: int | None = None) -> list[Officer]:
    """Active contact officers, of one station or of all."""
    where = {"role": Role.CONTACT_OFFICER}
    grants = work.find(Grant, **where, **({"station_id": station_id} if station_id else {}))
    people = work.find(Officer, id=sorted({g.officer_id for g in grants}))
    return [p for p in people if p.active]


def _contact_officer(work: Work, login: str) -> Officer:
    for officer in contact_officers(work):
        if officer.login == login:
            return officer
    raise Refused(f"to: {login!r} is not an active contact officer; choose one from the list")


def _to_answer(work: Work, person: Person, handover_id: int, *states: HandoverState) -> Handover:
    handover = work.get(Handover, handover_id)
    demand(person, Act.ANSWER_HANDOVER, handover)
    if handover.state not in states:
        raise Refused(f"hand-over {handover_id} is {handover.state.value} already")
    return handover


def _set_state(work: Work, message_id: int, state: State) -> None:
    work.replace(replace(work.get(Message, message_id), state=state))


def _log(
    work: Work, person: Person, act: str, handover: Handover, detail: dict[str, str] | None = None
) -> None:
    work.record(
        person.login, act, f"message:{handover.message_id}", {"handover": handover.id, **(detail or {})}
    )
