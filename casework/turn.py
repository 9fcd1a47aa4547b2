"""Whose turn it is: for every message that is not settled, the one place where somebody must act."""

from dataclasses import dataclass
from enum import StrEnum

from casework.message import State
from casework.people import Grant, Officer, Person, Role
from casework.ports import Work
from casework.reading import letter
from casework.record import ON_ITS_WAY, Handover, HandoverState
from casework.roles import Act, Letter, may, owns, spared


class Place(StrEnum):
    """Where it waits: in the account's triage, with a receiver, back with the sender, or in a case.

    `ORPHANED`: the account has nobody any more; somebody must give it to somebody.
    """

    DESK = "desk"
    HANDOVER = "handover"
    QUESTION = "question"
    CASE = "case"
    ORPHANED = "orphaned"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Turn:
    """A place and the officers who can act there; nobody where it is settled."""

    place: Place
    officer_ids: tuple[int, ...] = ()


def known(work: Work, officer_id: int) -> Person:
    """The officer with all roles; raises NotFound."""
    grants = work.find(Grant, officer_id=officer_id)
    return Person(work.get(Officer, officer_id), frozenset((g.role, g.station_id) for g in grants))


def holders(work: Work, station_id: int, *roles: Role) -> list[int]:
    """Ids of the active officers who hold one of these roles at the station."""
    ids = {g.officer_id for g in work.find(Grant, role=roles, station_id=station_id)}
    return [o.id for o in work.find(Officer, id=sorted(ids)) if o.active] if ids else []


def of(work: Work, message_id: int) -> Turn:
    """Where the message waits now and for whom."""
    found = letter(work, message_id)
    live = [h for h in found.handovers if h.state in ON_ITS_WAY]
    if live:
        asked = live[-1].state is HandoverState.ASKED
        return _with_sender(work, found, live[-1]) if asked else Turn(Place.HANDOVER, (live[-1].to_id,))
    if found.message.state in (State.DONE, State.DISMISSED):
        return Turn(Place.SETTLED)
    if found.message.state is State.IN_CASE:
        return Turn(Place.CASE, tuple(holders(work, found.account.station_id, Role.CASE_OFFICER)))
    return desk_of(work, found)


def desk_of(work: Work, found: Letter) -> Turn:
    """The account's officer, or who reads abuse in her or his stead; else who may give the account away."""
    owner = known(work, found.account.officer_id)
    if spared(owner, found):
        return Turn(Place.DESK, found.carers)
    if owner.officer.active and owns(owner, found.account):
        return Turn(Place.DESK, (owner.id,))
    station = found.account.station_id
    return Turn(Place.ORPHANED, tuple(holders(work, station, Role.ADMINISTRATOR, Role.SUPERVISOR)))


def sender_of(work: Work, found: Letter, handover: Handover) -> int | None:
    """Who answers for the sending side: the sender, else the account's officer; `None` where neither can."""
    for officer_id in (handover.from_id, found.account.officer_id):
        if may(known(work, officer_id), Act.HAND_OVER, found):
            return officer_id
    return None


def _with_sender(work: Work, found: Letter, handover: Handover) -> Turn:
    sender = sender_of(work, found, handover)
    return Turn(Place.QUESTION, (sender,)) if sender else Turn(Place.HANDOVER, (handover.to_id,))
