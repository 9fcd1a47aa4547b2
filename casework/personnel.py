"""Who moves, leaves or comes back: roles given and taken, sign-ins that end or are opened again, a new
password; sessions end with it."""

from dataclasses import dataclass, replace
from typing import Protocol

from casework import standby, tenure, unsent
from casework.account import Account
from casework.errors import Refused
from casework.people import Grant, Officer, Person, Role, Session, Station
from casework.ports import Work
from casework.record import ON_ITS_WAY, Case, CaseState, Handover
from casework.roles import Act, demand
from casework.standby import Standby


class Staffing(Work, Protocol):
    """A transaction that can take a role away as well; both stores offer it."""

    def revoke(self, grant: Grant) -> None:
        """Delete a role of an officer; raises Conflict where somebody else was faster."""
        ...


@dataclass(frozen=True, slots=True)
class Hanging:
    """What still waits for an officer, in numbers: accounts that nobody ended, hand-overs to them that are on
    their way, cases they opened that are not closed, and stations whose escalation list names them."""

    accounts: int
    handovers: int
    cases: int
    escalation_lists: int


@dataclass(frozen=True, slots=True)
class Departure:
    """The officer whose sign-in ended, how many open sessions ended with it, and what is to be given on."""

    officer: Officer
    sessions_ended: int
    hanging: Hanging


def give_role(work: Work, person: Person, officer_id: int, role: Role, station_id: int) -> Grant:
    """Give an officer a role at a station. Raises NotAllowed, and Refused where it is held or who is gone."""
    demand(person, Act.MANAGE_PEOPLE, work.get(Station, station_id))
    officer = _active(work, officer_id)
    if work.find(Grant, officer_id=officer_id, role=role, station_id=station_id):
        raise Refused(f"{officer.login}: is {role.value} there already")
    given = work.add(Grant(officer_id, role, station_id))
    told = {"role": role.value, "station": station_id}
    work.record(person.login, "role_given", f"officer:{officer_id}", told)
    return given


def take_role(work: Staffing, person: Person, officer_id: int, role: Role, station_id: int) -> Grant:
    """Take it away again; returns what was held. The officer's sessions end: what stands on a screen goes.

    Raises NotAllowed, and Refused where it is not held or nobody could give it back.
    """
    station, officer = work.get(Station, station_id), work.get(Officer, officer_id)
    demand(person, Act.MANAGE_PEOPLE, station)
    held = work.find(Grant, officer_id=officer_id, role=role, station_id=station_id)
    if not held:
        raise Refused(f"{officer.login}: is no {role.value} at {station.slug}; see `streife officers`")
    if role is Role.ADMINISTRATOR:
        _leave_one(work, person, officer, station)
    work.revoke(held[0])
    ended = len(end_sessions(work, officer_id))
    told = {"role": role.value, "station": station_id, "sessions_ended": ended}
    work.record(person.login, "role_taken", f"officer:{officer_id}", told)
    return held[0]


def deactivate(work: Work, person: Person, officer_id: int, reason: str) -> Departure:
    """End an officer's sign-in and open sessions; the roles stay written down and count for nothing. Answers
    of theirs that did not go out yet are drafts again, or fail.

    Raises NotAllowed, and Refused without a reason, for who is gone already, or the last administrator.
    """
    officer = work.get(Officer, officer_id)
    _demand_all(work, person, officer)
    _active(work, officer_id)
    if not reason.strip():
        raise Refused("reason: empty; say why the sign-in ends")
    for grant in work.find(Grant, officer_id=officer_id, role=Role.ADMINISTRATOR):
        _leave_one(work, person, officer, work.get(Station, grant.station_id))
    gone = work.replace(replace(officer, active=False))
    ended = len(end_sessions(work, officer_id))
    stopped = len(unsent.stop_of(work, person, officer_id))
    told = {"reason": reason.strip(), "sessions_ended": ended, "answers_stopped": stopped}
    work.record(person.login, "officer_deactivated", f"officer:{officer_id}", told)
    return Departure(gone, ended, hanging(work, officer_id))


def activate(work: Work, person: Person, officer_id: int, password_hash: str) -> Officer:
    """Open an ended sign-in again, with a new password, which arrives hashed; the roles count as before.

    Raises NotAllowed, and Refused for whose sign-in never ended.
    """
    officer = work.get(Officer, officer_id)
    _demand_all(work, person, officer)
    if officer.active:
        raise Refused(
            f"{officer.login}: signs in already; see `streife officers password` for a new password"
        )
    back = work.replace(replace(officer, active=True, password_hash=password_hash))
    roles = [[g.role.value, g.station_id] for g in work.find(Grant, officer_id=officer_id)]
    work.record(person.login, "officer_activated", f"officer:{officer_id}", {"roles": roles})
    return back


def set_password(work: Work, person: Person, officer_id: int, password_hash: str) -> Officer:
    """Set a new password, which arrives hashed; whoever is signed in with the old one is so no longer.

    Raises NotAllowed, and Refused for an officer whose sign-in ended.
    """
    officer = work.get(Officer, officer_id)
    _demand_all(work, person, officer)
    _active(work, officer_id)
    changed = work.replace(replace(officer, password_hash=password_hash))
    told = {"sessions_ended": len(end_sessions(work, officer_id))}
    work.record(person.login, "password_changed", f"officer:{officer_id}", told)
    return changed


def end_sessions(work: Work, officer_id: int) -> list[Session]:
    """End all of the officer's sessions that would last on; whoever ends them writes the audit log."""
    found = work.find(Session, officer_id=officer_id, ended_at=None)
    return [work.replace(replace(s, ended_at=work.now)) for s in found if s.expires_at > work.now]


def hanging(work: Work, officer_id: int) -> Hanging:
    """What somebody else must take on when this officer goes."""
    tenures = [tenure.latest(work, account) for account in work.find(Account, officer_id=officer_id)]
    states = [CaseState.OPEN, CaseState.SENT]
    return Hanging(
        accounts=sum(last is None or last.end is None for last in tenures),
        handovers=len(work.find(Handover, to_id=officer_id, state=list(ON_ITS_WAY))),
        cases=len(work.find(Case, opened_by=officer_id, state=states)),
        escalation_lists=sum(officer_id in (*plan.office, *plan.off) for plan in work.find(Standby)),
    )


def _active(work: Work, officer_id: int) -> Officer:
    officer = work.get(Officer, officer_id)
    if not officer.active:
        raise Refused(f"{officer.login}: signs in no longer; choose somebody who does")
    return officer


def _demand_all(work: Work, person: Person, officer: Officer) -> None:
    """Whoever ends a sign-in or could use it manages the people of every station where it opens something."""
    stations = {g.station_id for g in work.find(Grant, officer_id=officer.id)} or {officer.station_id}
    for station in work.find(Station, id=sorted(stations)):
        demand(person, Act.MANAGE_PEOPLE, station)


def _leave_one(work: Work, person: Person, officer: Officer, station: Station) -> None:
    """Somebody at the station must be able to give the role back; the operator can in any case."""
    held = work.find(Grant, role=Role.ADMINISTRATOR, station_id=station.id)
    # Written as they are: of two who do this to each other the second comes after the first.
    for one in work.find(Officer, id=sorted({grant.officer_id for grant in held})):
        work.replace(one)
    others = set(standby.members(work, station.id, Role.ADMINISTRATOR)) - {officer.id}
    if not others and not person.operator:
        raise Refused(f"{officer.login}: is the last administrator of {station.slug}; name another one first")
