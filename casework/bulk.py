"""Several messages in one go: a preview first, one transaction, each with its own record, one undo for all.

Emergencies are never taken along, and hostile messages only where that is asked for; they are named instead.
So is what somebody changed since it was selected, and what the step does not fit.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from casework import case, decision, handover, release, undo
from casework.bulk_record import Bulk, BulkStep
from casework.erasure import erased
from casework.errors import NotAllowed, NotFound, Refused
from casework.labels import Urgency
from casework.message import Message, State
from casework.people import Person
from casework.ports import Work
from casework.query import Query
from casework.reading import letter
from casework.record import CaseItem, Decision, Handover
from casework.roles import Act, may
from casework.worklist import page

MOST = 500


class Spared(StrEnum):
    """Why a message is left out."""

    ACUTE = "acute"
    UNJUDGED = "unjudged"
    HOSTILE = "hostile"
    CHANGED = "changed"
    SETTLED = "settled"
    NOT_YOURS = "not_yours"


FITS: Mapping[BulkStep, tuple[State, ...]] = {
    BulkStep.TIP: (State.OPEN,),
    BulkStep.DISMISS: (State.OPEN, State.TIP),
    BulkStep.HAND_OVER: (State.OPEN, State.TIP),
    BulkStep.ADD_TO_CASE: tuple(one for one in State if one is not State.IN_CASE),
}
GIVEN_ON = (BulkStep.HAND_OVER, BulkStep.ADD_TO_CASE)
NEEDS = {BulkStep.HAND_OVER: Act.HAND_OVER, BulkStep.ADD_TO_CASE: Act.OPEN_CASE}
Selection = Mapping[int, str]
Done = Decision | Handover | CaseItem


@dataclass(frozen=True, slots=True)
class Preview:
    """What a step would take, and what it would leave out and why; ids that may not be read are not named."""

    taken: tuple[Message, ...]
    spared: tuple[tuple[int, Spared], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done, and which messages were left out and why."""

    bulk: Bulk
    spared: tuple[tuple[int, Spared], ...]


def mark(message: Message) -> str:
    """Short for how a message stands, as far as people decide on it; a mere look does not change it."""
    on = (
        *(message.version, message.state, message.intent, sorted(message.hostility), message.target),
        *(message.acknowledged_at, message.answered_at, message.deleted_at),
    )
    return sha256(repr([str(one) for one in on]).encode()).hexdigest()[:16]


def digest(seen: Selection) -> str:
    """Short for which messages are selected, however they stand."""
    return sha256(repr(sorted(seen)).encode()).hexdigest()[:16]


def select(messages: Sequence[Message]) -> dict[int, str]:
    """Messages as the person sees them now, for a step later; raises Refused for too many."""
    if len(messages) > MOST:
        raise Refused(f"selection: {len(messages)} messages; at most {MOST} in one go")
    return {m.id: mark(m) for m in messages}


def select_ids(work: Work, person: Person, ids: Sequence[int]) -> dict[int, str]:
    """Messages of these ids, such as a whole wave; those the person may not read are left out."""
    few = list(dict.fromkeys(ids))[: MOST + 1]
    found = work.find(Message, id=few) if few else []
    return select([m for m in found if may(person, Act.READ_MESSAGE, letter(work, m.id))])


def select_all(work: Work, person: Person, query: Query) -> dict[int, str]:
    """The first MOST messages that the filters let through."""
    return select(page(work, person, replace(query, after=None, limit=MOST)))


def preview(
    work: Work, person: Person, step: BulkStep, seen: Selection, *, hostile_too: bool = False
) -> Preview:
    """What the step would do to the selected messages as they stand now; it is no new read of them."""
    if len(seen) > MOST:
        raise Refused(f"selection: {len(seen)} messages; at most {MOST} in one go")
    taken: list[Message] = []
    spared: list[tuple[int, Spared]] = []
    for message in work.find(Message, id=sorted(seen)) if seen else []:
        why = _why_not(work, person, step, message, seen[message.id])
        if why is Spared.HOSTILE and (hostile_too or step is BulkStep.ADD_TO_CASE):
            why = None
        if why:
            spared.append((message.id, why))
        else:
            taken.append(message)
    return Preview(tuple(taken), tuple(spared))


def tip(
    work: Work, person: Person, seen: Selection, reason: str = "", *, hostile_too: bool = False
) -> Outcome:
    """Confirm them as tips."""
    shown = preview(work, person, BulkStep.TIP, seen, hostile_too=hostile_too)
    return _each(
        work, person, BulkStep.TIP, shown, reason, lambda i: decision.confirm_tip(work, person, i, reason)
    )


def dismiss(
    work: Work, person: Person, seen: Selection, reason: str, *, hostile_too: bool = False
) -> Outcome:
    """Nothing more to do about any of them, for the one reason given."""
    if not reason.strip():
        raise Refused("reason: empty; say why nothing follows from these messages")
    shown = preview(work, person, BulkStep.DISMISS, seen, hostile_too=hostile_too)
    return _each(
        work, person, BulkStep.DISMISS, shown, reason, lambda i: decision.dismiss(work, person, i, reason)
    )


@dataclass(frozen=True, slots=True)
class Receiver:
    """To whom, why and until when several messages are handed over."""

    login: str
    note: str
    due_at: datetime


def hand_over(
    work: Work, person: Person, seen: Selection, to: Receiver, *, hostile_too: bool = False
) -> Outcome:
    """Give them all to one contact officer; each is a hand-over of its own."""
    shown = preview(work, person, BulkStep.HAND_OVER, seen, hostile_too=hostile_too)

    def one(message_id: int) -> Handover:
        return handover.hand_over(work, person, message_id, to.login, to.note, to.due_at)

    return _each(work, person, BulkStep.HAND_OVER, shown, to.note, one)


def add_to_case(work: Work, person: Person, seen: Selection, case_id: int) -> Outcome:
    """Bind them into one open case; hostile ones are what cases are for."""
    shown = preview(work, person, BulkStep.ADD_TO_CASE, seen)
    return _each(
        work,
        person,
        BulkStep.ADD_TO_CASE,
        shown,
        f"case {case_id}",
        lambda i: case.add_item(work, person, case_id, i),
    )


def take_back(work: Work, person: Person, bulk_id: int) -> Outcome:
    """Undo all of it that still stands as it was left; what moved on since is left out and named."""
    bulk = work.get(Bulk, bulk_id)
    if bulk.officer_id != person.id:
        raise NotAllowed(f"bulk step {bulk_id}: a colleague's; take back single messages instead")
    if bulk.undone_at:
        raise Refused(f"bulk step {bulk_id}: was taken back already")
    spared: list[tuple[int, Spared]] = []
    for message_id, record_id in bulk.records:
        try:
            _take_back(work, person, bulk.step, record_id)
        except Refused:
            spared.append((message_id, Spared.CHANGED))
        except (NotAllowed, NotFound):
            spared.append((message_id, Spared.NOT_YOURS))
    undone = work.replace(replace(bulk, undone_at=work.now))
    left = {i for i, _ in spared}
    ids = [i for i, _ in bulk.records if i not in left]
    work.record(person.login, "bulk_undone", "messages", {"bulk": bulk.id, "messages": ids})
    return Outcome(undone, tuple(spared))


def _take_back(work: Work, person: Person, step: BulkStep, record_id: int) -> None:
    if step is BulkStep.HAND_OVER:
        handover.withdraw(work, person, record_id)
    elif step is BulkStep.ADD_TO_CASE:
        release.take_back(work, person, record_id)
    else:
        undo.take_back(work, person, record_id)


def _why_not(work: Work, person: Person, step: BulkStep, message: Message, seen: str) -> Spared | None:
    if not may(person, NEEDS.get(step, Act.DECIDE), letter(work, message.id)):
        return Spared.NOT_YOURS
    if mark(message) != seen:
        return Spared.CHANGED
    if message.state not in FITS[step]:
        return Spared.SETTLED
    if step in GIVEN_ON and message.deleted_at and erased(work, message.id):
        return Spared.SETTLED  # nothing is left to give on or to bind
    return _by_its_verdict(message)


def _by_its_verdict(message: Message) -> Spared | None:
    """What nobody has judged yet, as it reads now, may be an emergency."""
    if message.urgency is Urgency.ACUTE:
        return Spared.ACUTE
    if message.assessed_version < message.version:
        return Spared.UNJUDGED
    return Spared.HOSTILE if message.hostility else None


def _each(
    work: Work, person: Person, step: BulkStep, shown: Preview, reason: str, one: Callable[[int], Done]
) -> Outcome:
    if not shown.taken:
        raise Refused("selection: nothing in it that this step fits; each is named with its reason")
    records = tuple((m.id, one(m.id).id) for m in shown.taken)
    bulk = work.add(Bulk(person.id, step, reason.strip(), records, work.now))
    ids = [message_id for message_id, _ in records]
    work.record(
        person.login, f"bulk_{step.value}", "messages", {"bulk": bulk.id, "n": len(ids), "messages": ids}
    )
    return Outcome(bulk, shown.spared)
