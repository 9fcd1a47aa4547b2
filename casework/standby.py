"""Who is alarmed when nobody acknowledges an emergency: a station's list by hours, and who answers for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from enum import StrEnum

from casework.clocks import SATURDAY
from casework.country import zone_of
from casework.errors import Refused
from casework.leave import Leave
from casework.people import Grant, Officer, Person, Role, Station
from casework.ports import Holidays, Work
from casework.roles import Act, demand

MINUTES, MAYBE_MINUTES = 5, 15
MOST_MINUTES, MOST_MAYBE_MINUTES = 60, 240
LONGEST_LIST = 50
LEADING = (Role.SUPERVISOR, Role.ADMINISTRATOR)


class Hours(StrEnum):
    """When the station's office is open, and all other time: nights, weekends, public holidays."""

    OFFICE = "office"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Standby:
    """How one station alarms: after so many minutes, and again after as many, whom in which order.

    `maybe_minutes` is for messages in which the classifier abstains. `office` and `off` are ids of officers;
    `office_begin` and `office_end` are local wall time such as "07:30".
    """

    station_id: int
    minutes: int = MINUTES
    maybe_minutes: int = MAYBE_MINUTES
    office_begin: str = "07:00"
    office_end: str = "16:00"
    office: tuple[int, ...] = ()
    off: tuple[int, ...] = ()
    first_answer: bool = False
    revision: int = 1
    id: int = field(default=0, compare=False)

    def listed(self, hours: Hours) -> tuple[int, ...]:
        """The list of these hours, as it was set: some may have left since."""
        return self.office if hours is Hours.OFFICE else self.off


def of(work: Work, station_id: int) -> Standby:
    """The station's plan; one that nobody has set yet names nobody."""
    return plans(work, [station_id])[station_id]


def plans(work: Work, station_ids: Sequence[int]) -> Mapping[int, Standby]:
    """The plans of these stations."""
    kept = {plan.station_id: plan for plan in work.find(Standby, station_id=list(station_ids))}
    return {i: kept.get(i) or Standby(i) for i in station_ids}


def hours_at(plan: Standby, land: str, at: datetime, holidays: Holidays) -> Hours:
    """Whether the office is open at this moment, where the station lies."""
    local = at.astimezone(zone_of(land))
    free = local.weekday() >= SATURDAY or holidays.is_holiday(local.date(), land)
    begin, end = time.fromisoformat(plan.office_begin), time.fromisoformat(plan.office_end)
    return Hours.OFFICE if not free and begin <= local.time() < end else Hours.OFF


def on_call(work: Work, plan: Standby, hours: Hours) -> list[int]:
    """Those of the list who are here and belong to the station, in its order; who is on leave is not."""
    listed = plan.listed(hours)
    there = present(work, members(work, plan.station_id)) if listed else set()
    return [i for i in listed if i in there]


def present(work: Work, officer_ids: Iterable[int]) -> set[int]:
    """Those of these officers who are active and not on leave now."""
    ids = sorted(set(officer_ids))
    active = {o.id for o in work.find(Officer, id=ids, active=True)} if ids else set()
    leaves = work.find(Leave, officer_id=sorted(active), cancelled_at=None) if active else []
    return active - {one.officer_id for one in leaves if one.begins_at <= work.now < one.ends_at}


def members(work: Work, station_id: int, *roles: Role) -> list[int]:
    """Ids of active officers with any role, or one of these, at the station."""
    where = {"role": list(roles)} if roles else {}
    ids = sorted({g.officer_id for g in work.find(Grant, station_id=station_id, **where)})
    return [o.id for o in work.find(Officer, id=ids, active=True)] if ids else []


def heads(work: Work, station_id: int) -> list[int]:
    """The station's supervisors and administrators who are here; where there are none, all who work there;
    else those of the whole house. Where all of them are on leave, they are told all the same."""
    ids = sorted({g.officer_id for g in work.find(Grant, role=list(LEADING))})
    everywhere = [o.id for o in work.find(Officer, id=ids, active=True)] if ids else []
    circles = (members(work, station_id, *LEADING), members(work, station_id), everywhere)
    near = ([i for i in circle if i in present(work, circle)] for circle in circles)
    return next((found for found in [*near, *circles] if found), [])


def reached_at(work: Work, officer_ids: Sequence[int], station_id: int) -> Mapping[int, int]:
    """By which station each of them is called, by officer id: this one, or, of the heads of the whole house
    without a role here, one that they lead."""
    grants = work.find(Grant, officer_id=list(officer_ids)) if officer_ids else []
    leads = {g.officer_id: g.station_id for g in grants if g.role in LEADING}
    here = dict.fromkeys((g.officer_id for g in grants if g.station_id == station_id), station_id)
    return dict.fromkeys(officer_ids, station_id) | leads | here


def arrange(work: Work, person: Person, plan: Standby) -> Standby:
    """Set the plan of a station; raises NotAllowed, Refused with the remedy, or Conflict."""
    demand(person, Act.MANAGE_PEOPLE, work.get(Station, plan.station_id))
    _check(work, plan)
    kept = work.find(Standby, station_id=plan.station_id)
    before = kept[0] if kept else Standby(plan.station_id)
    after = work.replace(replace(plan, id=kept[0].id)) if kept else work.add(plan)
    told = {"from": _told(before), "to": _told(after)}
    work.record(person.login, "standby_arranged", f"station:{plan.station_id}", told)
    return after


def _check(work: Work, plan: Standby) -> None:
    if not 1 <= plan.minutes <= MOST_MINUTES:
        raise Refused(f"minutes: {plan.minutes}; choose 1 to {MOST_MINUTES}")
    if not plan.minutes <= plan.maybe_minutes <= MOST_MAYBE_MINUTES:
        raise Refused(f"minutes where it abstains: choose {plan.minutes} to {MOST_MAYBE_MINUTES}")
    if _time(plan.office_begin) >= _time(plan.office_end):
        raise Refused("office hours: end before they begin; what lies outside them is night")
    _check_lists(plan, set(members(work, plan.station_id)))


def _check_lists(plan: Standby, there: set[int]) -> None:
    for listed in (plan.office, plan.off):
        if len(set(listed)) != len(listed) or len(listed) > LONGEST_LIST:
            raise Refused(f"standby: name each officer once, and at most {LONGEST_LIST}")
        if strangers := set(listed) - there:
            raise Refused(f"standby: officer {min(strangers)} is not active at this station; take them out")


def _time(told: str) -> time:
    try:
        return time.fromisoformat(told)
    except ValueError:
        raise Refused(f"office hours: {told!r} is no time; write it as 07:30") from None


def _told(plan: Standby) -> dict[str, object]:
    names = ("minutes", "maybe_minutes", "office_begin", "office_end", "first_answer")
    return {name: getattr(plan, name) for name in names} | {
        "office": list(plan.office),
        "off": list(plan.off),
    }
