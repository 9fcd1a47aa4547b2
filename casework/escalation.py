"""An emergency that nobody acknowledges goes from one to the next, on and on, until a human says: I have it.

Taken from the messages themselves, never from a job of its own: what waits is seen anew at each look.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from casework import notice, standby
from casework.account import Account
from casework.alarm_clock import Began, began
from casework.labels import Urgency
from casework.message import Message, State
from casework.people import Station
from casework.ports import Holidays, Work
from casework.record import NoticeKind
from casework.standby import Hours, Standby

AWAITED = (State.OPEN, State.TIP, State.HANDED_OVER, State.IN_CASE)


class Rung(StrEnum):
    """Who was told at a step: the next on the list; the first anew and the station's heads; the heads, since
    nobody is on the list; or nobody, since nobody is there at all."""

    STANDBY = "standby"
    AGAIN = "again"
    HEADS = "heads"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Alarm:
    """How far one emergency has gone: the last step, the round of the list, and whom the round has told."""

    message_id: int
    step: int
    round: int
    told: tuple[int, ...]
    last_at: datetime
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Escalation:
    """One step: when it was due and done, and whom it told."""

    message_id: int
    step: int
    station_id: int
    round: int
    rung: Rung
    hours: Hours
    officer_ids: tuple[int, ...]
    due_at: datetime
    escalated_at: datetime
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Called:
    """This officer was called to this message, and so may read and acknowledge it while at this station: the
    account's, or, where the heads of the whole house were called, one that he or she leads."""

    message_id: int
    officer_id: int
    station_id: int
    called_at: datetime
    id: int = field(default=0, compare=False)


def waits(message: Message) -> bool:
    """Whether this is an emergency that no human has acknowledged or settled."""
    return message.urgency is Urgency.ACUTE and message.acknowledged_at is None and message.state in AWAITED


def settled(message: Message, state: State = State.DONE) -> State:
    """Where a message stands once its work is done: there, but what still waits for a human stays open."""
    return State.OPEN if waits(message) else state


def interval(plan: Standby, *, abstained: bool) -> timedelta:
    """How long an emergency waits for a human before the next one is told."""
    return timedelta(minutes=plan.maybe_minutes if abstained else plan.minutes)


def due(work: Work) -> list[int]:
    """Messages whose next step is due: the surest first, then the longest waiting."""
    waiting = work.alarms()
    if not waiting:
        return []
    watches = _watches(work, [one.account_id for one in waiting])
    alarms = {a.message_id: a for a in work.find(Alarm, message_id=[one.id for one in waiting])}

    def ripe(since: Mapping[int, Began]) -> list[int]:
        ready = (w for w in waiting if w.id in since)
        at = {w.id: watches[w.account_id].next_at(since[w.id], alarms.get(w.id)) for w in ready}
        return [message_id for message_id, moment in at.items() if moment <= work.now]

    # What an edit or a person's decision puts off is looked up for the few alone that are ripe by receipt;
    # where the verdict abstains, it may have been a sure one before an edit.
    early = ripe({one.id: Began(one.received_at, sure=True) for one in waiting})
    return ripe(began(work, work.find(Message, id=early))) if early else []


def step(work: Work, message_ids: Sequence[int], holidays: Holidays) -> list[Escalation]:
    """Tell whoever comes next of these emergencies, as far as they still wait and it is time.

    Each officer gets one notice of all of them. Raises Conflict where another worker was faster.
    """
    steps = [s for i in message_ids if (s := _step(work, work.get(Message, i), holidays))]
    told: dict[int, list[Escalation]] = {}
    for one in steps:
        for officer_id in one.officer_ids:
            told.setdefault(officer_id, []).append(one)
    for officer_id, ones in told.items():
        notice.tell(
            work, officer_id, NoticeKind.ESCALATED, f"message:{ones[0].message_id}", _detail(work, ones)
        )
    return steps


def steps_of(work: Work, message_id: int) -> list[Escalation]:
    """All steps of one message, the first one first."""
    return work.find(Escalation, message_id=message_id)


@dataclass(frozen=True, slots=True)
class _Watch:
    """Who looks after an account: its station's plan, and whether its own officer is here."""

    station: Station
    plan: Standby
    attended: bool

    def next_at(self, since: Began, alarm: Alarm | None) -> datetime:
        """When the next one is to be told; at once where nobody is there to be waited for."""
        if alarm is None and not self.attended:
            return since.at
        last = max(since.at, alarm.last_at) if alarm else since.at
        return last + interval(self.plan, abstained=not since.sure)


def _watches(work: Work, account_ids: Sequence[int]) -> Mapping[int, _Watch]:
    accounts = work.find(Account, id=sorted(set(account_ids)))
    ids = sorted({a.station_id for a in accounts})
    stations, plans = {s.id: s for s in work.find(Station, id=ids)}, standby.plans(work, ids)
    there = standby.present(work, [a.officer_id for a in accounts])
    return {
        a.id: _Watch(stations[a.station_id], plans[a.station_id], a.officer_id in there) for a in accounts
    }


def _step(work: Work, message: Message, holidays: Holidays) -> Escalation | None:
    if not waits(message):
        return None
    watch = _watches(work, [message.account_id])[message.account_id]
    known = work.find(Alarm, message_id=message.id)
    alarm = known[0] if known else None
    due_at = watch.next_at(began(work, [message])[message.id], alarm)
    if due_at > work.now:
        return None
    hours = standby.hours_at(watch.plan, watch.station.land, work.now, holidays)
    rung, officer_ids, moved = _whom(work, watch.plan, hours, alarm or Alarm(message.id, 0, 1, (), work.now))
    after = replace(moved, step=moved.step + 1, last_at=work.now)
    _ = work.replace(after) if alarm else work.add(after)
    done = Escalation(
        message.id, after.step, watch.station.id, after.round, rung, hours, officer_ids, due_at, work.now
    )
    return _kept(work, done)


def _whom(work: Work, plan: Standby, hours: Hours, alarm: Alarm) -> tuple[Rung, tuple[int, ...], Alarm]:
    """The next on the list; at its end it begins again, and the heads are told."""
    listed = standby.on_call(work, plan, hours)
    fresh = [i for i in listed if i not in alarm.told]
    if fresh:
        return Rung.STANDBY, (fresh[0],), replace(alarm, told=(*alarm.told, fresh[0]))
    heads = tuple(standby.heads(work, plan.station_id))
    if not listed:
        return (Rung.HEADS if heads else Rung.NOBODY), heads, alarm
    first = listed[0]
    whom = (first, *(i for i in heads if i != first))
    return Rung.AGAIN, whom, replace(alarm, told=(first,), round=alarm.round + 1)


def _kept(work: Work, done: Escalation) -> Escalation:
    """Written down, and whoever is told may open the message from now on."""
    kept = work.add(done)
    _call(work, done)
    detail = {
        "escalation": kept.id,
        "step": kept.step,
        "round": kept.round,
        "rung": kept.rung.value,
        "hours": kept.hours.value,
        "officers": list(kept.officer_ids),
        "due": kept.due_at.isoformat(),
    }
    work.record("streife", "escalated", f"message:{kept.message_id}", detail)
    return kept


def _call(work: Work, done: Escalation) -> None:
    """Each once; whoever was called by a station that he or she has left since is called by another one."""
    known = {c.officer_id: c for c in work.find(Called, message_id=done.message_id)}
    for officer_id, where in standby.reached_at(work, done.officer_ids, done.station_id).items():
        before = known.get(officer_id)
        if before is None:
            work.add(Called(done.message_id, officer_id, where, work.now))
        elif before.station_id != where:
            work.replace(replace(before, station_id=where))


def _detail(work: Work, steps: Sequence[Escalation]) -> dict[str, object]:
    """Numbers and a station's name; not a word of what a citizen wrote."""
    messages = work.find(Message, id=[one.message_id for one in steps])
    longest = work.now - min(one.at for one in began(work, messages).values())
    return {
        "emergencies": len(steps),
        "minutes": int(longest.total_seconds() // 60),
        "messages": [one.message_id for one in steps],
        "station": work.get(Station, steps[0].station_id).name,
        "round": max(one.round for one in steps),
        "rung": steps[0].rung.value,
    }
