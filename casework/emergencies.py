"""The emergencies that wait for one person: found past every filter, fold and view, by the roles alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from casework import alarm_clock, binding
from casework.account import Account
from casework.escalation import Alarm, Called, Escalation
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.query import Scope, Waiting
from casework.reading import letters
from casework.roles import Act, Letter, may
from casework.worklist import scope_of

CHUNK = 50


@dataclass(frozen=True, slots=True)
class Half:
    """One kind of emergencies that wait: the longest waiting, and how many there are in all."""

    messages: Sequence[Message] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Emergencies:
    """What waits for a person: those the verdict stands by, and those where it abstains.

    `since` tells for each shown message when its clock began, `steps` the last step of those passed on.
    """

    sure: Half = Half()
    maybe: Half = Half()
    since: Mapping[int, datetime] | None = None
    steps: Mapping[int, Escalation] | None = None

    @property
    def messages(self) -> list[Message]:
        """All that are shown, in the order of the lane."""
        return [*self.sure.messages, *self.maybe.messages]

    @property
    def total(self) -> int:
        """How many wait in all."""
        return self.sure.total + self.maybe.total

    def waits_since(self, message: Message) -> datetime:
        """When the clock of a shown message began."""
        return (self.since or {}).get(message.id, message.received_at)


def of(work: Work, person: Person, most_sure: int, most_maybe: int) -> Emergencies:
    """What waits for this person, with so many of each kind; the whole house is asked by one short look."""
    waiting = work.alarms()
    if not waiting or not person.officer.active:
        return Emergencies()
    near = _near(work, person, waiting)
    sure = _half(work, person, [w for w in near if not w.abstained], most_sure)
    maybe = _half(work, person, [w for w in near if w.abstained], most_maybe)
    shown = [*sure.messages, *maybe.messages]
    since = {i: one.at for i, one in alarm_clock.began(work, shown).items()}
    return Emergencies(sure, maybe, since, _steps(work, shown))


def called(work: Work, person: Person) -> bool:
    """Whether an emergency that still waits was passed on to this person."""
    waiting = work.alarms()
    return bool(waiting) and bool(
        work.find(Called, officer_id=person.id, message_id=[one.id for one in waiting])
    )


def _near(work: Work, person: Person, waiting: Sequence[Waiting]) -> list[Waiting]:
    """Those that the person's scope holds; the roles decide on each that is shown."""
    ids = [one.id for one in waiting]
    scope = scope_of(work, person, ids)
    stations = set(scope.flagged_station_ids)
    accounts = work.find(Account, station_id=sorted(stations)) if stations else []
    flagged = {a.id for a in accounts}
    in_case = {i.message_id for i in binding.items(work, message_id=ids)} if flagged else set()
    return [
        w for w in waiting if _holds(scope, w) or (w.account_id in flagged and (w.hostile or w.id in in_case))
    ]


def _holds(scope: Scope, one: Waiting) -> bool:
    return one.account_id in scope.account_ids or one.id in scope.message_ids


def _half(work: Work, person: Person, near: Sequence[Waiting], most: int) -> Half:
    found: list[Message] = []
    hidden = 0
    for letter in _letters(work, near):
        if len(found) == most:
            break
        if may(person, Act.READ_MESSAGE, letter):
            found.append(letter.message)
        else:
            hidden += 1
    return Half(found, len(near) - hidden)


def _letters(work: Work, near: Sequence[Waiting]) -> Iterator[Letter]:
    """The messages with all that decides about access, a few at a time, in order."""
    for start in range(0, len(near), CHUNK):
        ids = [one.id for one in near[start : start + CHUNK]]
        messages = {m.id: m for m in work.find(Message, id=ids)}
        yield from letters(work, [messages[i] for i in ids])


def _steps(work: Work, shown: Sequence[Message]) -> Mapping[int, Escalation]:
    """The last step of each message that was passed on."""
    alarms = work.find(Alarm, message_id=[m.id for m in shown]) if shown else []
    if not alarms:
        return {}
    last = {a.message_id: a.step for a in alarms}
    found = work.find(Escalation, message_id=list(last), step=sorted(set(last.values())))
    return {e.message_id: e for e in found if e.step == last[e.message_id]}
