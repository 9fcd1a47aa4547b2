"""What its author took back goes from here too, unless somebody needs it or nobody has seen it yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from casework import binding
from casework.account import Account
from casework.errors import Conflict, Refused
from casework.gravity import ALWAYS
from casework.labels import Urgency
from casework.message import Message, State, Version
from casework.people import Person
from casework.ports import Work
from casework.reading import letter
from casework.rechecks import Recheck
from casework.record import ON_ITS_WAY, Handover
from casework.roles import Act, demand

GRACE = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Hold:
    """A person's word that a message must be kept although its author took it back (BDSG 58(3))."""

    message_id: int
    officer_id: int
    reason: str
    begun_at: datetime
    ended_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Erasure:
    """The note that a message's words and bytes were erased, secured attachments with them.

    The hashes stay in `Version` and `Media`. `ended_at`: since a network showed the message again.
    """

    message_id: int
    reason: str
    erased_at: datetime
    ended_at: datetime | None = None
    id: int = field(default=0, compare=False)


def hold(work: Work, person: Person, message_id: int, reason: str) -> Hold:
    """Keep a message whatever its author does; raises Refused without reason, or where it is gone already,
    and Conflict where it goes at this moment."""
    found = letter(work, message_id)
    demand(person, Act.DECIDE, found)
    if not reason.strip():
        raise Refused("reason: empty; say why this message must be kept")
    if erased(work, message_id):
        raise Refused(f"message {message_id}: its words were erased already")
    if held(work, message_id):
        raise Refused(f"message {message_id}: is held already")
    work.replace(found.message)  # so that what erases it at this moment is before or behind, never between
    placed = work.add(Hold(message_id, person.id, reason.strip(), work.now))
    work.record(person.login, "held", f"message:{message_id}", {"hold": placed.id, "reason": placed.reason})
    return placed


def held(work: Work, message_id: int) -> Hold | None:
    """The hold that keeps a message now, if there is one."""
    return next(iter(work.find(Hold, message_id=message_id, ended_at=None)), None)


def release(work: Work, person: Person, hold_id: int, reason: str) -> Hold:
    """The reason to keep the message is gone; raises Refused where that is not explained."""
    placed = work.get(Hold, hold_id)
    demand(person, Act.DECIDE, letter(work, placed.message_id))
    if not reason.strip():
        raise Refused("reason: empty; say why this message need not be kept any longer")
    if placed.ended_at:
        raise Refused(f"hold {hold_id}: has ended already")
    ended = work.replace(replace(placed, ended_at=work.now))
    detail = {"hold": placed.id, "reason": reason.strip()}
    work.record(person.login, "hold_ended", f"message:{placed.message_id}", detail)
    return ended


def unseen_emergency(message: Message) -> bool:
    """Whether it may be an emergency and nobody has acknowledged it yet."""
    return message.urgency is Urgency.ACUTE and message.acknowledged_at is None


def undecided(message: Message) -> bool:
    """Whether it may be a crime (threat, incitement, doxxing) about which nobody has decided yet: who takes a
    threat back the next day has made it all the same."""
    return message.state is State.OPEN and bool(ALWAYS & set(message.hostility))


def needed(work: Work, message: Message) -> bool:
    """Whether the words must stay: a case, an open hand-over or a hold needs them, or it is an emergency that
    nobody has acknowledged, or a threat about which nobody has decided yet."""
    return bool(
        unseen_emergency(message)
        or undecided(message)
        or binding.items(work, message_id=message.id)
        or work.find(Handover, message_id=message.id, state=ON_ITS_WAY)
        or held(work, message.id)
    )


def erased(work: Work, message_id: int) -> Erasure | None:
    """The note that its words are gone, if they are."""
    return next(iter(work.find(Erasure, message_id=message_id, ended_at=None)), None)


def erase(work: Work, message: Message, why: str = "deleted_by_author") -> Message | None:
    """Erase the words and bytes of a message; `None` where they are needed, or were erased before."""
    if erased(work, message.id) or needed(work, message) or not _taken(work, message):
        return None
    hashes = [v.sha256 for v in work.find(Version, message_id=message.id)]
    blanked = work.erase(message.id)
    if before := work.find(Erasure, message_id=message.id):
        work.replace(replace(before[0], reason=why, erased_at=work.now, ended_at=None))
    else:
        work.add(Erasure(message.id, why, work.now))
    work.record("streife", "erased", f"message:{message.id}", {"why": why, "sha256": hashes})
    return blanked


def _taken(work: Work, message: Message) -> bool:
    """Whether it can be erased now: who binds, holds or hands it over changes its revision, and so waits for
    this transaction and is refused, or was first. That one's need is seen by the next round."""
    try:
        work.replace(message)
    except Conflict:
        return False
    return True


def keep_erased(work: Work, message: Message) -> None:
    """Words that come in again after they were erased, as from an old file, go again."""
    if message.deleted_at and erased(work, message.id) and not needed(work, message):
        work.erase(message.id)
        work.record("streife", "erased_again", f"message:{message.id}")


def seen_again(work: Work, message: Message) -> Message:
    """A network shows what was told as deleted: its author stands by it, so it is kept and judged like any
    other, also where its words were erased meanwhile."""
    if message.deleted_at is None:
        return message
    standing = work.replace(replace(message, deleted_at=None))
    told = {"deleted_at": message.deleted_at.isoformat()}
    if note := erased(work, message.id):
        work.replace(replace(note, ended_at=work.now))
        told["erased_at"] = note.erased_at.isoformat()
    work.record("streife", "seen_again", f"message:{message.id}", told)
    return standing


def erase_withdrawn(work: Work, after: int, limit: int, grace: timedelta = GRACE) -> tuple[int, int | None]:
    """Erase what is certainly gone for longer than the grace, in one batch behind the id `after`.

    What was never judged waits until it was: it may be an emergency.
    Returns how many were erased, and the id to go on behind, `None` at the end.
    """
    found = work.withdrawn(work.now - grace, after, limit)
    gone = [erase(work, message) for message in _certain(work, found, grace) if _judged(message)]
    return sum(one is not None for one in gone), found[-1].id if len(found) == limit else None


def _judged(message: Message) -> bool:
    return message.assessed_version >= message.version


def _certain(work: Work, found: Sequence[Message], grace: timedelta) -> list[Message]:
    """Those that were asked about again in the second half of the grace and were not there; those of accounts
    that nobody can ask for any more; and where the network does not say, those gone for twice as long."""
    resting = {a.id for a in work.find(Account, id=sorted({m.account_id for m in found}), active=False)}
    told = {r.message_id: r.checked_at for r in work.find(Recheck, message_id=[m.id for m in found])}

    def certain(message: Message) -> bool:
        gone_at, told_at = message.deleted_at or work.now, told.get(message.id)
        again = told_at is not None and told_at - gone_at >= grace / 2
        return again or message.account_id in resting or work.now - gone_at >= 2 * grace

    return [message for message in found if certain(message)]
