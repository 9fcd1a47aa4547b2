"""The order of work and why: emergencies first, then urgency and age, only what a person may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from casework import rotation, sparing
from casework.account import Account
from casework.escalation import Called
from casework.labels import Hostility, Kind, Urgency
from casework.message import Message, State
from casework.people import Person, Role
from casework.ports import Work
from casework.query import Fold, Query, Scope, Span
from casework.record import GONE_BACK, Handover
from casework.roles import owns, receives

WAITING = (State.OPEN, State.TIP)
LONGEST_THREAD = 300  # a longer name of a thread is none that a network gives
Bundle = tuple[str, int, State, int, bool]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the queue: the message shown, and what stands behind it.

    `messages` are folded into the row, itself among them, sent from `first_at` to `last_at`. `waiting` are
    open or tips in the message's thread, folded or not.
    """

    message: Message
    messages: int
    first_at: datetime
    last_at: datetime
    waiting: int

    @property
    def wave(self) -> bool:
        """Whether it stands for copies of one another, not for a conversation."""
        return self.messages > 1 and self.message.wave > 0


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
    received = work.find(Handover, to_id=person.id, **few) if receives(person) else []
    called = [
        c for c in work.find(Called, officer_id=person.id, **few) if c.station_id in person.stations(*Role)
    ]
    cases = person.stations(Role.CASE_OFFICER)
    mine = frozenset(a.id for a in own if owns(person, a))
    spared, unspared = _spared(work, person, own, mine)
    asked = sparing.asked(work, person.id) if spared & mine else []
    return Scope(
        mine,
        frozenset(h.message_id for h in received if h.state not in GONE_BACK)
        | {c.message_id for c in called}
        | {wish.message_id for wish in asked if wish.account_id in spared & mine},
        cases,
        spared,
        unspared,
    )


def page(work: Work, person: Person, query: Query) -> list[Message]:
    """One page of the person's worklist; whatever scope the query names is replaced by the person's."""
    return work.worklist(_own(work, person, query))


def rows(work: Work, person: Person, query: Query) -> list[Row]:
    """The same page with what stands behind each message; folded where the query says so."""
    mine = _own(work, person, query)
    found = work.worklist(mine)
    folds = work.folds(mine, found) if query.fold else {}
    talks = work.talks(found, WAITING)
    return [_row(m, folds, talks) for m in found]


def inside(work: Work, person: Person, query: Query, message: Message) -> list[Message]:
    """The messages that are folded into this one's row of that query, itself among them; at most
    `query.limit`, behind `query.after`."""
    of = bundle(message)
    if of is None:
        return [message]
    same = replace(
        query,
        fold=False,
        account_id=message.account_id,
        states=(message.state,),
        urgency=(message.urgency or Urgency.TODAY).value,
        hostile=bool(message.hostility),
    )
    if message.wave:
        return page(work, person, replace(same, wave=message.wave))
    found = page(work, person, replace(same, thread=message.thread))
    return [m for m in found if bundle(m) == of]


def counts(work: Work, person: Person, query: Query, most: int = 0) -> Mapping[str, int]:
    """How many messages wait, by urgency; counted no further than `most` in sum, if given."""
    return work.count(_own(work, person, query), most)


def key(message: Message, query: Query) -> tuple[int, datetime, int]:
    """Where a message stands in the query's order: urgency rank, time, id; paging continues behind it."""
    return (rank(message), since(message, query) if query.by_urgency else message.sent_at, message.id)


def rank(message: Message) -> int:
    """0 is the most urgent; what is not judged yet ranks like "today"."""
    return (message.urgency or Urgency.TODAY).rank


def since(message: Message, query: Query) -> datetime:
    """From when on no human has looked at the message, as it stood at the query's `as_of`."""
    seen = message.first_seen_at
    return message.sent_at if seen is None or (query.as_of and seen > query.as_of) else seen


def bundle(message: Message) -> Bundle | None:
    """What the message is folded together with: copies of one wave, or the direct messages of one thread.

    Only within one account, and only what stands alike: in one state, equally urgent, hostile or not. An
    emergency is never folded, and a public thread neither: there different people speak.
    """
    if rank(message) == Urgency.ACUTE.rank:
        return None
    if message.wave:
        name = f"w{message.wave}"
    elif message.kind is Kind.DM and 0 < len(message.thread) <= LONGEST_THREAD:
        name = f"t{message.thread}"
    else:
        return None
    return (name, message.account_id, message.state, rank(message), bool(message.hostility))


def certain(message: Message) -> bool:
    """Whether somebody or something stands by the verdict; an abstention only smells of danger."""
    return not message.abstained


def why_urgent(message: Message) -> Sequence[str]:
    """Keys of the catalogue that explain the urgency: the intent or that it is open, each grave hostility."""
    unsure = message.abstained and message.urgency is Urgency.TODAY
    intent = "unsure" if unsure else message.intent.value if message.intent else ""
    reasons = [f"urgent-{intent}"] if intent else []
    grave = (Hostility.THREAT, Hostility.INCITEMENT, Hostility.DOXXING, Hostility.SEXUAL)
    return reasons + [f"urgent-{h.value}" for h in message.hostility if h in grave]


def _spared(
    work: Work, person: Person, own: Sequence[Account], mine: frozenset[int]
) -> tuple[frozenset[int], frozenset[Span]]:
    """On which accounts abuse of this person is left out, as others take it on, and when they were not his or
    hers: as roles.spared, but by the time of arrival instead of each message."""
    cases = person.stations(Role.CASE_OFFICER)
    near = [a for a in own if a.id in mine or a.station_id in cases] + sparing.former(work, person, own)
    there = sparing.case_officers(work, near)
    covered = [a for a in near if {*there[a.id]} - {person.id}]
    return frozenset(a.id for a in covered), sparing.of_others(work, person, covered)


def _row(message: Message, folds: Mapping[int, Fold], talks: Mapping[int, int]) -> Row:
    fold = folds.get(message.id, Fold(1, message.sent_at, message.sent_at))
    return Row(message, fold.messages, fold.first_at, fold.last_at, talks.get(message.id, 1))


def _own(work: Work, person: Person, query: Query) -> Query:
    """Who rests from hostile words is shown those that are asked for, and emergencies always."""
    named = query.hostility or query.thread or query.wave or query.text
    asks = query.hostile is not None or bool(named)
    calm = None if asks or query.urgency == Urgency.ACUTE else rotation.calm(work, person)
    return replace(query, scope=scope_of(work, person), calm=calm)
