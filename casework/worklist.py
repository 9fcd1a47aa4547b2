"""The order of work and why: emergencies first, then urgency and age, only what a person may see."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from casework import rotation, sparing
from casework.account import Account
from casework.escalation import Called
from casework.labels import Hostility, Urgency
from casework.message import Message
from casework.people import Person, Role
from casework.ports import Query, Scope, Work
from casework.record import GONE_BACK, Handover
from casework.roles import owns


def scope_of(work: Work, person: Person, among: Sequence[int] | None = None) -> Scope:
    """All messages the person may read, as sets; agrees with roles.may for every message.

    `among` these messages alone, where they are known: far less is read then.
    """
    if not person.officer.active:
        return Scope()
    if person.operator:
        return Scope(frozenset(a.id for a in work.find(Account)))
    own = work.find(Account, officer_id=person.id)
    few = {} if among is None else {"message_id": list(among)}
    received = work.find(Handover, to_id=person.id, **few)
    called = [
        c for c in work.find(Called, officer_id=person.id, **few) if c.station_id in person.stations(*Role)
    ]
    cases = person.stations(Role.CASE_OFFICER)
    reads = {a.id for a in own if owns(person, a) or a.station_id in cases}
    spared = frozenset(i for i, carers in sparing.carers(work, own).items() if carers and i in reads)
    asked = sparing.asked(work, person.id) if spared else []
    return Scope(
        frozenset(a.id for a in own if owns(person, a)),
        frozenset(h.message_id for h in received if h.state not in GONE_BACK)
        | {c.message_id for c in called}
        | {wish.message_id for wish in asked if wish.account_id in spared},
        cases,
        spared,
    )


def page(work: Work, person: Person, query: Query) -> list[Message]:
    """One page of the person's worklist; whatever scope the query names is replaced by the person's."""
    return work.worklist(_own(work, person, query))


def counts(work: Work, person: Person, query: Query) -> Mapping[str, int]:
    """How many messages wait, by urgency."""
    return work.count(_own(work, person, query))


def _own(work: Work, person: Person, query: Query) -> Query:
    """Who rests from hostile words is shown those that are asked for, and emergencies always."""
    asks = query.hostile is not None or bool(query.thread)
    calm = None if asks or query.urgency == Urgency.ACUTE else rotation.calm(work, person)
    return replace(query, scope=scope_of(work, person), calm=calm)


def key(message: Message) -> tuple[int, datetime, int]:
    """Where a message stands in the order: urgency rank, time, id; keyset paging continues behind it."""
    urgency = message.urgency or Urgency.TODAY
    return (urgency.rank, message.sent_at, message.id)


def certain(message: Message) -> bool:
    """Whether somebody or something stands by the verdict; an abstention only smells of danger."""
    return not message.abstained


def why_urgent(message: Message) -> Sequence[str]:
    """Keys of the catalogue that explain the urgency: the intent, then each grave hostility."""
    reasons = [] if message.intent is None else [f"urgent-{message.intent.value}"]
    grave = (Hostility.THREAT, Hostility.INCITEMENT, Hostility.DOXXING, Hostility.SEXUAL)
    return reasons + [f"urgent-{h.value}" for h in message.hostility if h in grave]
