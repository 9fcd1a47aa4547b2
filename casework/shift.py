"""The change of shift: who comes on duty learns in numbers what waits, is overdue, or is urgent."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from casework import notice, tending, turn, worklist
from casework.clocks import LOCAL
from casework.errors import Refused
from casework.people import Officer, Person, Role, Station
from casework.ports import Work
from casework.query import Query, Scope
from casework.record import Handover, HandoverState, NoticeKind
from casework.roles import Act, demand

MOST_TIMES = 6
TOLD_WITHIN = timedelta(hours=2)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Shift:
    """When the shifts of a station change, by the clock on its wall, such as ("06:00", "14:00", "22:00")."""

    station_id: int
    times: tuple[str, ...]
    revision: int = 1
    id: int = field(default=0, compare=False)


def plan(work: Work, person: Person, station: Station, times: tuple[str, ...]) -> Shift:
    """Set the station's changes of shift; none: nobody is told. Raises Refused for what is no time."""
    demand(person, Act.MANAGE_PEOPLE, station)
    for one in times:
        if not _CLOCK.fullmatch(one):
            raise Refused(f"time {one!r}: write hours and minutes as 06:00")
    if len(set(times)) > MOST_TIMES:
        raise Refused(f"times: at most {MOST_TIMES} changes of shift a day")
    ordered = tuple(sorted(set(times)))
    known = work.find(Shift, station_id=station.id)
    kept = work.replace(replace(known[0], times=ordered)) if known else work.add(Shift(station.id, ordered))
    work.record(person.login, "shifts_planned", f"station:{station.id}", {"times": list(ordered)})
    return kept


def of(work: Work, station_id: int) -> tuple[str, ...]:
    """The station's changes of shift; empty where none are set."""
    found = work.find(Shift, station_id=station_id)
    return found[0].times if found else ()


def tell(work: Work) -> int:
    """Tell whoever works where the shift has just changed, once each; returns how many were told."""
    return sum(_tell(work, shift) for shift in work.find(Shift))


def numbers(work: Work, person: Person) -> dict[str, int]:
    """What waits for this person: messages, emergencies nobody acknowledged, hand-overs, overdue ones."""
    open_now = worklist.counts(work, person, Query(Scope()))
    alarms = worklist.counts(work, person, Query(Scope(), urgency="acute", acknowledged=False))
    mine = work.find(Handover, to_id=person.id, state=(HandoverState.WAITING, HandoverState.ACCEPTED))
    return {
        "waiting": sum(open_now.values()),
        "emergencies": alarms["acute"],
        "handovers": len(mine),
        "overdue": len(tending.overdue(work, person)),
    }


def _tell(work: Work, shift: Shift) -> int:
    changed = _last_change(work.now, shift.times)
    if changed is None or work.now - changed > TOLD_WITHIN:
        return 0
    subject = f"shift:{shift.station_id}:{changed.isoformat()}"
    desk = (Role.OFFICER, Role.CONTACT_OFFICER, Role.CASE_OFFICER, Role.SUPERVISOR)
    there = set(turn.holders(work, shift.station_id, *desk))
    told = 0
    for officer in work.find(Officer, station_id=shift.station_id, active=True):
        if officer.id in there and not notice.told_already(work, officer.id, NoticeKind.DIGEST, subject):
            told += _tell_one(work, turn.known(work, officer.id), subject)
    return told


def _tell_one(work: Work, person: Person, subject: str) -> bool:
    """Nothing is said where nothing waits."""
    found = numbers(work, person)
    if any(found.values()):
        notice.tell(work, person.id, NoticeKind.DIGEST, subject, found)
    return any(found.values())


def _last_change(now: datetime, times: tuple[str, ...]) -> datetime | None:
    today = now.astimezone(LOCAL).date()
    days = (today, today - timedelta(days=1))
    moments = [datetime.combine(day, time.fromisoformat(one), LOCAL) for day in days for one in times]
    return max((at for at in moments if at <= now), default=None)
