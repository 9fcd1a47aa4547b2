"""Who works where and with which accounts; training data and real accounts never share a store."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from casework import consent, succession, tenure
from casework.account import Account, Stream
from casework.errors import Refused
from casework.people import Grant, Officer, Person, Role, Station
from casework.ports import Store, Work
from casework.roles import Act, demand

MACHINE = "streife"  # under this name the house itself writes into the audit log
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}")


def add_station(work: Work, person: Person, station: Station) -> Station:
    """Add a station; only the operator may, since nobody has a role there yet."""
    demand(person, Act.MANAGE_PEOPLE, station)
    added = work.add(station)
    work.record(person.login, "station_added", f"station:{added.id}", {"slug": added.slug})
    return added


def add_officer(work: Work, person: Person, officer: Officer, roles: Iterable[tuple[Role, int]]) -> Officer:
    """Add an officer with roles; the password arrives hashed.

    Raises Refused for a login that the audit log could mistake for the house, the shell or another's.
    """
    wanted = list(roles)
    for station_id in {officer.station_id, *(station for _, station in wanted)}:
        demand(person, Act.MANAGE_PEOPLE, work.get(Station, station_id))
    if not officer.login.strip() or not officer.name.strip():
        raise Refused("login and name: both must be given")
    if not _LOGIN.fullmatch(officer.login) or officer.login.casefold() == MACHINE:
        raise Refused(f"login: only letters, digits and . _ @ + -, and not {MACHINE}; choose another")
    added = work.add(officer)
    granted = [work.add(Grant(added.id, role, station)) for role, station in wanted]
    detail = {"login": added.login, "roles": [[g.role.value, g.station_id] for g in granted]}
    work.record(person.login, "officer_added", f"officer:{added.id}", detail)
    return added


def add_account(work: Work, person: Person, account: Account) -> Account:
    """Add an officer's account, which nobody reads yet; its handle is unique on its platform."""
    demand(person, Act.MANAGE_ACCOUNTS, work.get(Station, account.station_id))
    if not account.handle.strip():
        raise Refused("handle: empty; give the account's name on the network")
    added = work.add(replace(account, active=False))
    tenure.begin(work, added)
    told = {"platform": added.platform.value, "handle": added.handle}
    work.record(person.login, "account_added", f"account:{added.id}", told)
    return added


def connect(
    work: Work, person: Person, account: Account, streams: Sequence[str], native_id: str = ""
) -> list[Stream]:
    """Start reading an account's streams; those that are read already go on where they were.

    `native_id`: the network's own id of the account, where it is known. Raises Refused without the officer's
    consent.
    """
    succession.demand_connect(work, person, account)
    read = consent.put_to_use(work, account)
    if native_id and native_id != read.native_id:
        work.replace(replace(read, native_id=native_id))
    known = {s.name for s in work.find(Stream, account_id=account.id)}
    added = [
        work.add(Stream(account.id, name, next_poll_at=work.now)) for name in streams if name not in known
    ]
    work.record(person.login, "account_connected", f"account:{account.id}", {"streams": list(streams)})
    return added


def check_real(store: Store) -> None:
    """Raise Refused when the store holds training data."""
    if store.training:
        raise Refused("this store holds training data; real accounts need a STREIFE_HOME of their own")
