"""Care: abuse of an officer is taken on by others, and the officer learns of it as she or he wishes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from casework import binding, exposure, notice, sparing
from casework.account import Account
from casework.clocks import LOCAL
from casework.errors import Conflict, NotAllowed, Refused
from casework.exposure import Telling
from casework.labels import Hostility, Urgency
from casework.message import Message, State
from casework.people import Person, Role
from casework.ports import Work
from casework.reading import letter, letters
from casework.record import Case, Decision, NoticeKind
from casework.roles import Act, demand, may, owns, spared
from casework.sparing import Disclosure

GRAVE = frozenset({Hostility.THREAT, Hostility.INCITEMENT, Hostility.DOXXING})
LOOK_BACK, MOST = timedelta(days=30), 200
UNSETTLED = (State.OPEN, State.TIP)


@dataclass(frozen=True, slots=True)
class Talk:
    """A case officer told the officer in person that this message threatens her or him."""

    message_id: int
    officer_id: int
    by_id: int
    told_at: datetime
    id: int = field(default=0, compare=False)


class Fate(StrEnum):
    """What became of a message that others took on."""

    WAITING = "waiting"
    TAKEN = "taken"
    IN_CASE = "in_case"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Borne:
    """One message that was kept from its officer, without its words: who has it and what was done.

    `by_id` is who decided last, `None` while nobody did; `carers` are all who may.
    """

    message: Message
    fate: Fate
    carers: tuple[int, ...]
    by_id: int | None = None
    case_number: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What came in the whole local days from `first` to `last`, for one considerate line."""

    first: date
    last: date
    borne: Sequence[Borne]


def against(work: Work, person: Person, since: datetime) -> list[Borne]:
    """What was aimed at this person and taken on by others, the newest first; no word of it is told."""
    cover = _cover(work, person)
    found = _of(work, person, work.aimed(sorted(cover), since, MOST) if cover else [])
    asked = {wish.message_id for wish in sparing.asked(work, person.id)} if found else set()
    done = _done(work, [m.id for m in found])
    return [_borne(m, cover[m.account_id], done[m.id], asked=m.id in asked) for m in found]


def summary(work: Work, person: Person) -> Summary | None:
    """Yesterday's or last week's, as the person wishes; None where there is nothing new to say."""
    wishes = exposure.wishes(work, person)
    if wishes.telling is Telling.NEVER:
        return None
    first, last = _span(work.now, wishes.telling)
    begin, end = _midnight(first), _midnight(last + timedelta(days=1))
    if wishes.heard_at and wishes.heard_at >= end:
        return None
    borne = [one for one in against(work, person, begin) if one.message.received_at < end]
    return Summary(first, last, borne) if borne else None


def emergencies(work: Work, person: Person) -> list[Borne]:
    """Emergencies among it that nobody has acknowledged; these are said at once, whatever was wished."""
    cover = _cover(work, person)
    since = work.now - LOOK_BACK
    found = work.aimed(sorted(cover), since, MOST, urgencies=[Urgency.ACUTE]) if cover else []
    open_ones = _of(work, person, [m for m in found if m.acknowledged_at is None and m.state in UNSETTLED])
    asked = {wish.message_id for wish in sparing.asked(work, person.id)} if open_ones else set()
    unasked = [m for m in open_ones if m.id not in asked]
    return [Borne(m, Fate.WAITING, cover[m.account_id]) for m in unasked]


def kept_from(work: Work, person: Person, messages: Sequence[Message]) -> Mapping[int, tuple[int, ...]]:
    """Message id -> who takes it on, of those messages that this person is not to be shown anywhere."""
    found = letters(work, _of(work, person, messages))
    kept = [one for one in found if spared(person, one) and not may(person, Act.READ_MESSAGE, one)]
    return {one.message.id: one.carers for one in kept}


def ask(work: Work, person: Person, message_id: int) -> Disclosure:
    """The officer wants to see what is aimed at her or him, and has confirmed it; logged."""
    found = letter(work, message_id)
    if not (spared(person, found) and owns(person, found.account)):
        raise NotAllowed(f"message {message_id}: is not kept from you")
    if found.asked:
        raise Refused(f"message {message_id}: you have asked to see it already")
    wish = work.add(Disclosure(message_id, found.account.id, person.id, work.now))
    work.record(person.login, "abuse_asked_for", f"message:{message_id}", {"disclosure": wish.id})
    return wish


def give_back(work: Work, person: Person, message_id: int) -> Disclosure:
    """The officer no longer wants it before her or him; raises Refused where nothing was asked for."""
    for wish in work.find(Disclosure, message_id=message_id, officer_id=person.id, ended_at=None):
        ended = work.replace(replace(wish, ended_at=work.now))
        work.record(person.login, "abuse_given_back", f"message:{message_id}", {"disclosure": wish.id})
        return ended
    raise Refused(f"message {message_id}: you did not ask to see it")


def untold(work: Work, person: Person) -> list[Message]:
    """Threats against colleagues that nobody has told them of yet: what this case officer has to do."""
    stations = person.stations(Role.CASE_OFFICER)
    accounts = work.find(Account, station_id=sorted(stations)) if stations else []
    since, soon = work.now - LOOK_BACK, [Urgency.ACUTE, Urgency.TODAY]  # what is grave is never routine
    found = work.aimed([a.id for a in accounts], since, MOST, urgencies=soon) if accounts else []
    mine = {m.id for m in _of(work, person, found)}
    others = [m for m in found if m.id not in mine and m.state is not State.DISMISSED]
    grave = [m for m in others if GRAVE & set(m.hostility)]
    told = {t.message_id for t in work.find(Talk, message_id=[m.id for m in grave])} if grave else set()
    return [m for m in grave if m.id not in told]


def tell(work: Work, person: Person, message_id: int) -> Talk:
    """A case officer tells the officer of a threat; only then is there a notice, and it names who told."""
    found = letter(work, message_id)
    demand(person, Act.DECIDE, found)
    officer_id = found.abused_id
    if (
        officer_id is None
        or officer_id == person.id
        or not person.has(Role.CASE_OFFICER, found.account.station_id)
    ):
        raise Refused(f"message {message_id}: a case officer tells, and of what abuses a colleague")
    if work.find(Talk, message_id=message_id, officer_id=officer_id):
        raise Conflict(f"message {message_id}: the officer was told already")
    talk = work.add(Talk(message_id, officer_id, person.id, work.now))
    notice.tell(work, officer_id, NoticeKind.ABUSE, f"message:{message_id}", {"by": person.officer.name})
    work.record(person.login, "abuse_told", f"message:{message_id}", {"officer": officer_id, "talk": talk.id})
    return talk


def uncovered(work: Work, person: Person) -> list[Account]:
    """Active accounts in the person's charge whose officer nobody spares: no other case officer is there."""
    heads = person.stations(Role.SUPERVISOR, Role.ADMINISTRATOR)
    accounts = work.find(Account, station_id=sorted(heads), active=True) if heads else []
    covered = sparing.carers(work, accounts)
    return [account for account in accounts if not covered[account.id]]


def _of(work: Work, person: Person, messages: Sequence[Message]) -> list[Message]:
    """Those that abuse this person; what came while the account was a colleague's is the colleague's."""
    ids = sorted({m.account_id for m in messages})
    accounts = {a.id: a for a in work.find(Account, id=ids)} if ids else {}
    abused = sparing.abused(work, accounts, messages)
    return [m for m in messages if abused.get(m.id) == person.id]


def _cover(work: Work, person: Person) -> Mapping[int, tuple[int, ...]]:
    """The person's accounts that somebody covers, and who."""
    own = work.find(Account, officer_id=person.id)
    return {i: carers for i, carers in sparing.carers(work, own).items() if carers}


def _done(work: Work, ids: Sequence[int]) -> Mapping[int, tuple[list[Decision], str, int | None]]:
    """Message id -> decisions, the case's number and who bound it."""
    if not ids:
        return {}
    decisions = work.find(Decision, message_id=ids)
    items = {item.message_id: item for item in binding.items(work, message_id=ids)}
    numbers = {c.id: c.number for c in work.find(Case, id=sorted({i.case_id for i in items.values()}))}
    return {
        i: (
            [d for d in decisions if d.message_id == i],
            numbers[items[i].case_id] if i in items else "",
            items[i].added_by if i in items else None,
        )
        for i in ids
    }


def _borne(
    message: Message, carers: tuple[int, ...], done: tuple[list[Decision], str, int | None], *, asked: bool
) -> Borne:
    decisions, number, bound_by = done
    others = [d.officer_id for d in decisions if d.officer_id in carers]
    by_id = bound_by or (others[-1] if others else None)
    if number:
        fate = Fate.IN_CASE
    elif message.state in (State.DISMISSED, State.DONE):
        fate = Fate.SETTLED
    else:
        fate = Fate.TAKEN if message.first_seen_at else Fate.WAITING
    return Borne(message, fate, carers, by_id, number, asked)


def _span(now: datetime, telling: Telling) -> tuple[date, date]:
    today = now.astimezone(LOCAL).date()
    if telling is Telling.DAILY:
        return today - timedelta(days=1), today - timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    return monday - timedelta(days=7), monday - timedelta(days=1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)
