"""Together at one desk: who looks at a message now, and who has taken it on. A courtesy, not a lock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from casework.errors import Conflict, Refused
from casework.message import Message, State
from casework.people import Person
from casework.ports import Work
from casework.reading import letter
from casework.roles import Act, demand

PRESENT_FOR = timedelta(seconds=90)  # a hidden page still calls in once a minute
HELD_FOR = timedelta(minutes=15)
STIRRED_EVERY = timedelta(minutes=1)
TO_DO = (State.OPEN, State.TIP)


@dataclass(frozen=True, slots=True)
class Presence:
    """This person had this message open at that moment. Rows that are out of date serve again."""

    officer_id: int
    message_id: int
    seen_at: datetime
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who said last "I take this on"; it lapses a quarter of an hour after the last stir."""

    message_id: int
    officer_id: int
    claimed_at: datetime
    stirred_at: datetime
    ended_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)

    def holds(self, now: datetime) -> bool:
        """Whether it stands at this moment."""
        return self.ended_at is None and now < self.stirred_at + HELD_FOR


@dataclass(frozen=True, slots=True)
class Company:
    """Who is with a message now: ids of the officers who look at it, and the claim that stands."""

    here: tuple[int, ...] = ()
    claim: Claim | None = None


def arrive(work: Work, person: Person, message_id: int, leaving: int | None = None) -> None:
    """The person has the message open now, and has left another one; who claimed it stirs."""
    mine = work.find(Presence, officer_id=person.id)
    here = next((p for p in mine if p.message_id == message_id), None)
    gone = next((p for p in mine if p.message_id == leaving), None)
    free = here or gone or next((p for p in mine if not _present(p, work.now)), None)
    if free:
        work.replace(replace(free, message_id=message_id, seen_at=work.now))
        if here and gone and gone is not here:
            work.replace(replace(gone, seen_at=work.now - PRESENT_FOR))
        return
    work.add(Presence(person.id, message_id, work.now))


def leave(work: Work, person: Person, message_id: int) -> None:
    """The person has closed it."""
    for one in work.find(Presence, officer_id=person.id, message_id=message_id):
        work.replace(replace(one, seen_at=work.now - PRESENT_FOR))


def around(work: Work, messages: Iterable[Message]) -> Mapping[int, Company]:
    """The company of each of these messages; those that have none are left out."""
    by_id = {m.id: m for m in messages}
    if not by_id:
        return {}
    here: dict[int, list[int]] = {}
    for one in work.find(Presence, message_id=sorted(by_id)):
        if _present(one, work.now):
            here.setdefault(one.message_id, []).append(one.officer_id)
    claims = {
        c.message_id: c
        for c in work.find(Claim, message_id=sorted(by_id))
        if c.holds(work.now) and by_id[c.message_id].state in TO_DO
    }
    return {i: Company(tuple(here.get(i, ())), claims.get(i)) for i in {*here, *claims}}


def take(work: Work, person: Person, message_id: int) -> Claim:
    """ "I take this on." Raises Conflict where a colleague has, as then it is for `take_over`."""
    known = _known(work, person, message_id)
    if known and known.holds(work.now) and known.officer_id != person.id:
        raise Conflict(f"message {message_id}: a colleague has taken it on already")
    taken = _write(work, person, message_id, known)
    work.record(person.login, "claimed", f"message:{message_id}", {"claim": taken.id})
    return taken


def take_over(work: Work, person: Person, message_id: int, from_id: int) -> Claim:
    """Take it on in the place of the colleague who has it as far as the person saw; else Conflict."""
    known = _known(work, person, message_id)
    if known is None or known.officer_id != from_id:
        raise Conflict(f"message {message_id}: it is no longer that colleague who has it; look again")
    taken = _write(work, person, message_id, known)
    detail = {"claim": taken.id, "from": from_id}
    work.record(person.login, "claim_taken_over", f"message:{message_id}", detail)
    return taken


def let_go(work: Work, person: Person, message_id: int) -> Claim:
    """Give one's own claim up."""
    for known in work.find(Claim, message_id=message_id, officer_id=person.id):
        if known.holds(work.now):
            ended = work.replace(replace(known, ended_at=work.now))
            work.record(person.login, "claim_released", f"message:{message_id}", {"claim": ended.id})
            return ended
    raise Refused(f"message {message_id}: you have not taken it on, or it has lapsed")


def stale(claim: Claim | None, person: Person, now: datetime) -> bool:
    """Whether the person's own claim stands and is due to be stirred."""
    mine = claim is not None and claim.officer_id == person.id and claim.holds(now)
    return mine and claim is not None and now >= claim.stirred_at + STIRRED_EVERY


def stir(work: Work, person: Person, message_id: int) -> None:
    """The person is at work on it: the own claim lasts on. No new act, so nothing is logged."""
    for known in work.find(Claim, message_id=message_id, officer_id=person.id):
        if stale(known, person, work.now):
            work.replace(replace(known, stirred_at=work.now))


def _known(work: Work, person: Person, message_id: int) -> Claim | None:
    found = letter(work, message_id)
    demand(person, Act.DECIDE, found)
    if found.message.state not in TO_DO:
        raise Refused(f"message {message_id}: is {found.message.state.value}; nothing is left to take on")
    claims: Sequence[Claim] = work.find(Claim, message_id=message_id)
    return claims[0] if claims else None


def _write(work: Work, person: Person, message_id: int, known: Claim | None) -> Claim:
    if known is None:
        return work.add(Claim(message_id, person.id, work.now, work.now))
    mine = known.officer_id == person.id and known.holds(work.now)
    since = known.claimed_at if mine else work.now
    return work.replace(
        replace(known, officer_id=person.id, claimed_at=since, stirred_at=work.now, ended_at=None)
    )


def _present(one: Presence, now: datetime) -> bool:
    return now < one.seen_at + PRESENT_FOR
