"""Who is away and who stands in: a hand-over must never wait on an empty desk."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from casework.errors import Refused
from casework.people import Grant, Officer, Person, Role, Station
from casework.ports import Work
from casework.roles import Act, demand

MOST_STEPS = 10


@dataclass(frozen=True, slots=True)
class Leave:
    """One officer away in [begins_at, ends_at), for a colleague who stands in; `None` where nobody does."""

    officer_id: int
    begins_at: datetime
    ends_at: datetime
    deputy_id: int | None
    noted_at: datetime
    cancelled_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who answers for an officer now, `None` where nobody does; `leave` says why it is another one."""

    officer: Officer | None
    leave: Leave | None = None


def plan(
    work: Work, person: Person, officer_id: int, begins_at: datetime, ends_at: datetime, deputy_id: int | None
) -> Leave:
    """Note that an officer will be away: one's own, or as the station's supervisor or administrator."""
    officer = work.get(Officer, officer_id)
    _demand(work, person, officer)
    if ends_at <= begins_at or ends_at <= work.now:
        raise Refused("leave: must end after it begins, and in the future")
    if any(one.begins_at < ends_at and begins_at < one.ends_at for one in of(work, officer_id)):
        raise Refused(f"leave: {officer.name} is away in these days already; cancel that first")
    if deputy_id is not None:
        _check_deputy(work, officer_id, deputy_id)
    kept = work.add(Leave(officer_id, begins_at, ends_at, deputy_id, work.now))
    told = {
        "leave": kept.id,
        "begins": begins_at.isoformat(),
        "ends": ends_at.isoformat(),
        "deputy": deputy_id,
    }
    work.record(person.login, "leave_planned", f"officer:{officer_id}", told)
    return kept


def cancel(work: Work, person: Person, leave_id: int) -> Leave:
    """The officer is here after all, or back early."""
    found = work.get(Leave, leave_id)
    _demand(work, person, work.get(Officer, found.officer_id))
    if found.cancelled_at or found.ends_at <= work.now:
        raise Refused(f"leave {leave_id}: is over")
    ended = work.replace(replace(found, cancelled_at=work.now))
    work.record(person.login, "leave_cancelled", f"officer:{found.officer_id}", {"leave": leave_id})
    return ended


def of(work: Work, officer_id: int) -> list[Leave]:
    """The officer's leaves that last or lie ahead, the earliest first."""
    kept = work.find(Leave, officer_id=officer_id, cancelled_at=None)
    return sorted((one for one in kept if one.ends_at > work.now), key=lambda one: one.begins_at)


def away(work: Work, officer_id: int) -> Leave | None:
    """The leave that the officer is on now."""
    return next((one for one in of(work, officer_id) if one.begins_at <= work.now), None)


def away_since(work: Work, officer_id: int, beyond: datetime) -> datetime | None:
    """Since when it is so, and noted, that the officer is away now and beyond that moment; `None` where not.

    Leaves that adjoin are one, as many of them as it takes to get beyond.
    """
    reach = max(beyond, work.now)
    absent: Leave | None = None
    kept = work.find(Leave, officer_id=officer_id, cancelled_at=None)
    begun = [one for one in kept if one.begins_at <= reach]
    for one in sorted(begun, key=lambda leave: leave.begins_at):
        if absent is None or absent.ends_at < one.begins_at:
            absent = one
        elif absent.ends_at <= reach:
            absent = replace(absent, ends_at=one.ends_at, noted_at=max(absent.noted_at, one.noted_at))
    if absent is None or absent.begins_at > work.now or absent.ends_at <= reach:
        return None
    return max(absent.begins_at, absent.noted_at)


def receives(work: Work, officer: Officer) -> bool:
    """Whether hand-overs may go to this officer: active, and a contact officer somewhere."""
    return officer.active and bool(work.find(Grant, officer_id=officer.id, role=Role.CONTACT_OFFICER))


def stand_in(work: Work, officer_id: int, deputy_id: int | None = None, *, but: int | None = None) -> StandIn:
    """Who takes hand-overs for this officer now: himself, or along the deputies whoever is here.

    `deputy_id` stands in where the officer has gone for good or named nobody. Away without a deputy: nobody.
    `but` is passed over: the officer whom the message abuses.
    """
    first, seen = away(work, officer_id), set[int]()
    waiting = [officer_id]
    while waiting and len(seen) < MOST_STEPS:
        one = waiting.pop(0)
        if one in seen:
            continue
        seen.add(one)
        officer, absent = work.get(Officer, one), away(work, one)
        if absent is None and one != but and receives(work, officer):
            return StandIn(officer, first)
        waiting += [absent.deputy_id] if absent and absent.deputy_id else []
        waiting += [deputy_id] if one == officer_id and deputy_id else []
    return StandIn(None, first)


def _check_deputy(work: Work, officer_id: int, deputy_id: int) -> None:
    deputy = work.get(Officer, deputy_id)
    if deputy_id == officer_id or not receives(work, deputy):
        raise Refused(f"deputy: {deputy.name} is no other active contact officer; choose one")


def _demand(work: Work, person: Person, officer: Officer) -> None:
    if person.id != officer.id or not person.officer.active:
        demand(person, Act.PLAN_LEAVE, work.get(Station, officer.station_id))
