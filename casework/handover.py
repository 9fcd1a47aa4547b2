"""A hand-over: a tip goes to the local contact officer, who accepts, asks back, returns or finishes it.

Never in between: see `casework.turn` for whose turn it is, `casework.tending` for receivers who are gone.
"""

from dataclasses import replace
from datetime import datetime

from casework import binding, leave, notice, tenure, turn
from casework.decided import state_before
from casework.erasure import erased
from casework.errors import Refused
from casework.escalation import settled
from casework.message import Message, State
from casework.people import Grant, Officer, Person, Role, Station
from casework.ports import Work
from casework.reading import letter
from casework.record import Handover, HandoverState, NoticeKind, Outcome, Question
from casework.roles import Act, Letter, demand

HANDABLE = (State.OPEN, State.TIP)
UNDERWAY = (HandoverState.WAITING, HandoverState.ACCEPTED)


def hand_over(
    work: Work, person: Person, message_id: int, to_login: str, note: str, due_at: datetime
) -> Handover:
    """Give a message to a contact officer; raises Refused when nobody of that name is one."""
    found = letter(work, message_id)
    demand(person, Act.HAND_OVER, found)
    if found.message.state not in HANDABLE:
        raise Refused(f"message {message_id} is {found.message.state.value}; it cannot be handed over")
    if erased(work, message_id):
        raise Refused(f"message {message_id}: its author took it back and its words are erased")
    if due_at <= work.now:
        raise Refused("due: lies in the past; give the contact officer time")
    receiver = _receiver(work, found, to_login)
    seen_at = found.message.first_seen_at or work.now
    work.replace(replace(found.message, state=State.HANDED_OVER, first_seen_at=seen_at))
    handover = work.add(Handover(message_id, person.id, receiver.id, note.strip(), due_at, work.now))
    log(work, person.login, "handed_over", handover, {"to": receiver.login, "due": due_at.isoformat()})
    tell(work, receiver.id, NoticeKind.HANDED_OVER, handover, person.officer)
    return handover


def accept(work: Work, person: Person, handover_id: int) -> Handover:
    """The contact officer takes it on."""
    handover = _to_answer(work, person, handover_id, HandoverState.WAITING)
    accepted = work.replace(replace(handover, state=HandoverState.ACCEPTED, answered_at=work.now))
    log(work, person.login, "accepted", accepted)
    return accepted


def ask(work: Work, person: Person, handover_id: int, words: str) -> Question:
    """The contact officer asks back; until the sender answers, it is the sender's turn."""
    handover = _to_answer(work, person, handover_id, *UNDERWAY)
    if not words.strip():
        raise Refused("question: empty; write what you need to know")
    found = letter(work, handover.message_id)
    sender = turn.sender_of(work, found, handover)
    if sender is None:
        raise Refused(
            f"hand-over {handover_id}: its sender is gone, nobody could answer; decide or return it"
        )
    asked = work.replace(replace(handover, state=HandoverState.ASKED))
    question = work.add(Question(handover.id, person.id, words.strip(), work.now))
    log(work, person.login, "asked_back", asked, {"question": question.id})
    tell(work, sender, NoticeKind.HANDOVER_ASKED, asked, person.officer)
    return question


def answer(work: Work, person: Person, handover_id: int, words: str) -> Question:
    """The sender answers what was asked back; it is the contact officer's turn again."""
    handover = _to_take_part(work, person, handover_id, HandoverState.ASKED)
    if not words.strip():
        raise Refused("answer: empty; write what the contact officer asked for")
    answered = withdraw_question(work, handover, words.strip(), person.id)
    log(work, person.login, "answered_back", handover, {"question": answered.id})
    notice.settle(work, person.id, subject_of(handover))
    tell(work, handover.to_id, NoticeKind.HANDOVER_ANSWERED, handover, person.officer)
    return answered


def withdraw(work: Work, person: Person, handover_id: int) -> Handover:
    """The sender takes it back before it was accepted; the message stands where it stood before."""
    handover = _to_take_part(work, person, handover_id, HandoverState.WAITING, HandoverState.ASKED)
    if handover.answered_at:
        raise Refused(f"hand-over {handover_id}: was accepted already; ask the contact officer to return it")
    withdrawn = work.replace(
        replace(handover, state=HandoverState.WITHDRAWN, answered_at=work.now, ended_at=work.now)
    )
    _set_state(work, handover.message_id, state_before(work, handover.message_id))
    log(work, person.login, "handover_withdrawn", withdrawn)
    tell(work, handover.to_id, NoticeKind.HANDOVER_WITHDRAWN, withdrawn, person.officer)
    return withdrawn


def give_back(work: Work, person: Person, handover_id: int, reason: str) -> Handover:
    """The contact officer returns it with a reason; the message stands open at the sender again."""
    handover = _to_answer(work, person, handover_id, *UNDERWAY, HandoverState.ASKED)
    if not reason.strip():
        raise Refused("reason: empty; the sender must learn why it comes back")
    return returned(work, person.login, handover, reason.strip(), person.officer)


def finish(
    work: Work, person: Person, handover_id: int, outcome: Outcome, note: str = "", *, for_citizen: str = ""
) -> Handover:
    """The contact officer says what became of it, and what the citizen may be told.

    This settles the message, except an emergency that nobody has acknowledged.
    """
    handover = _to_answer(work, person, handover_id, HandoverState.ACCEPTED)
    told = replace(handover, outcome=outcome, reason=note.strip(), for_citizen=for_citizen.strip())
    done = work.replace(replace(told, state=HandoverState.DONE, ended_at=work.now))
    stands = _set_state(work, done.message_id, settled(work.get(Message, done.message_id)))
    log(work, person.login, "finished", done, {"outcome": outcome.value, "state": stands.value})
    sender = turn.sender_of(work, letter(work, handover.message_id), done)
    if sender:
        tell(work, sender, NoticeKind.HANDOVER_DONE, done, person.officer)
    return done


def move(work: Work, person: Person, handover_id: int, to_login: str, reason: str) -> Handover:
    """A supervisor gives it to another contact officer, accepted or not; returns the new hand-over."""
    handover = work.get(Handover, handover_id)
    found = letter(work, handover.message_id)
    demand(person, Act.MOVE_HANDOVER, work.get(Station, found.account.station_id))
    _expect(handover, *UNDERWAY, HandoverState.ASKED)
    receiver = _receiver(work, found, to_login)
    if receiver.id == handover.to_id:
        raise Refused(f"to: {receiver.name} has it already; choose another contact officer")
    if not reason.strip():
        raise Refused("reason: empty; both contact officers must learn why it moves")
    return moved(work, person.login, handover, receiver, reason.strip())


def contact_officers(work: Work, station_id: int | None = None) -> list[Officer]:
    """Active contact officers, of one station or of all."""
    where = {"role": Role.CONTACT_OFFICER}
    grants = work.find(Grant, **where, **({"station_id": station_id} if station_id else {}))
    people = work.find(Officer, id=sorted({g.officer_id for g in grants}))
    return [p for p in people if p.active]


def contact_officer(work: Work, login: str) -> Officer:
    """The active contact officer of that login; raises Refused with the remedy."""
    found = work.find(Officer, login=login)
    if found and leave.receives(work, found[0]):
        return found[0]
    raise Refused(f"to: {login!r} is not an active contact officer; choose one from the list")


def questions(work: Work, handover: Handover) -> list[Question]:
    """What was asked back about it, in order."""
    return work.find(Question, handover_id=handover.id)


def returned(work: Work, actor: str, handover: Handover, reason: str, by: Officer | None = None) -> Handover:
    """End it so that the message stands open at the sender again, who learns of it."""
    ended = replace(handover, answered_at=handover.answered_at or work.now, ended_at=work.now, reason=reason)
    back = work.replace(replace(ended, state=HandoverState.RETURNED))
    _set_state(work, handover.message_id, State.OPEN)
    log(work, actor, "returned", back, {"reason": reason})
    found = letter(work, handover.message_id)
    for officer_id in {handover.from_id, *turn.desk_of(work, found).officer_ids} - {handover.to_id}:
        tell(work, officer_id, NoticeKind.HANDOVER_RETURNED, back, by)
    return back


def moved(work: Work, actor: str, handover: Handover, receiver: Officer, reason: str) -> Handover:
    """End it, and begin one like it with the receiver; the deadline stays."""
    ended = replace(handover, answered_at=handover.answered_at or work.now, ended_at=work.now, reason=reason)
    gone = work.replace(replace(ended, state=HandoverState.MOVED))
    onward = work.add(
        Handover(handover.message_id, handover.from_id, receiver.id, handover.note, handover.due_at, work.now)
    )
    log(work, actor, "moved", gone, {"to": receiver.login, "reason": reason, "as": onward.id})
    sender = work.get(Officer, handover.from_id)
    tell(work, receiver.id, NoticeKind.HANDED_OVER, onward, sender)
    for officer_id in {handover.to_id, handover.from_id} - {receiver.id}:
        tell(work, officer_id, NoticeKind.HANDOVER_MOVED, onward, receiver)
    return onward


def withdraw_question(work: Work, handover: Handover, answer: str, officer_id: int | None) -> Question:
    """End the open question; the hand-over stands where it stood before it was asked."""
    question = questions(work, handover)[-1]
    ended = replace(question, answer=answer, answered_by=officer_id, answered_at=work.now)
    state = HandoverState.ACCEPTED if handover.answered_at else HandoverState.WAITING
    work.replace(replace(handover, state=state))
    return work.replace(ended)


def subject_of(handover: Handover) -> str:
    """What notices about it name."""
    return f"handover:{handover.id}"


def tell(
    work: Work, officer_id: int, kind: NoticeKind, handover: Handover, by: Officer | None = None
) -> None:
    """Tell an active officer; nothing of the message and no words that anybody wrote about it."""
    if work.get(Officer, officer_id).active:
        told: dict[str, object] = {"due": handover.due_at.isoformat(), "message": handover.message_id}
        notice.tell(work, officer_id, kind, subject_of(handover), told | ({"by": by.name} if by else {}))


def log(
    work: Work, actor: str, act: str, handover: Handover, detail: dict[str, object] | None = None
) -> None:
    """Write to the audit log, beside the message."""
    work.record(actor, act, f"message:{handover.message_id}", {"handover": handover.id, **(detail or {})})


def _receiver(work: Work, found: Letter, login: str) -> Officer:
    receiver = contact_officer(work, login)
    if receiver.id == tenure.abused_by(work, found.account, found.message):
        raise Refused(f"to: {login!r} is whom this message abuses; choose somebody else")
    return receiver


def _to_answer(work: Work, person: Person, handover_id: int, *states: HandoverState) -> Handover:
    handover = work.get(Handover, handover_id)
    demand(person, Act.ANSWER_HANDOVER, handover)
    _expect(handover, *states)
    notice.settle(work, person.id, subject_of(handover))
    return handover


def _to_take_part(work: Work, person: Person, handover_id: int, *states: HandoverState) -> Handover:
    """The hand-over, for the sending side."""
    handover = work.get(Handover, handover_id)
    demand(person, Act.HAND_OVER, letter(work, handover.message_id))
    _expect(handover, *states)
    return handover


def _expect(handover: Handover, *states: HandoverState) -> None:
    if handover.state not in states:
        raise Refused(f"hand-over {handover.id} is {handover.state.value} already")


def _set_state(work: Work, message_id: int, state: State) -> State:
    """Where the message stands now; what is bound into a case stands there."""
    message = work.get(Message, message_id)  # looked at first: whoever binds it from now on changes it
    in_case = bool(binding.items(work, message_id=message_id))
    return work.replace(replace(message, state=State.IN_CASE if in_case else state)).state
