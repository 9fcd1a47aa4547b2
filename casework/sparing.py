"""Who is spared abuse aimed at herself or himself: only where a colleague is there to take it on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from casework import tenure
from casework.account import Account
from casework.message import Message
from casework.people import Person, Role
from casework.ports import Work
from casework.query import Span
from casework.tenure import Tenure


@dataclass(frozen=True, slots=True)
class Disclosure:
    """An officer's own wish to see one message that is aimed at her or him, until it is given back."""

    message_id: int
    account_id: int
    officer_id: int
    asked_at: datetime
    ended_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def carers(work: Work, accounts: Sequence[Account]) -> Mapping[int, tuple[int, ...]]:
    """Account id -> ids of the active case officers of its station, its own officer never among them."""
    there = case_officers(work, accounts)
    return {a.id: tuple(who for who in there[a.id] if who != a.officer_id) for a in accounts}


def case_officers(work: Work, accounts: Sequence[Account]) -> Mapping[int, tuple[int, ...]]:
    """Account id -> ids of the active case officers of its station, whoever's the account is or was."""
    stations = sorted({a.station_id for a in accounts})
    there = work.case_officers(stations) if stations else []
    return {a.id: tuple(who for at, who in there if at == a.station_id) for a in accounts}


def abused(work: Work, accounts: Mapping[int, Account], messages: Sequence[Message]) -> Mapping[int, int]:
    """Message id -> the officer whom it abuses (tenure.abused_by), of those that are aimed at one."""
    aimed = [m for m in messages if m.aimed]
    tenures = _tenures(work, {m.account_id for m in aimed})
    return {m.id: tenure.had_it(tenures[m.account_id], accounts[m.account_id], m.received_at) for m in aimed}


def former(work: Work, person: Person, own: Sequence[Account]) -> list[Account]:
    """Accounts that were this case officer's once and are at her or his stations, without the `own`."""
    if not (stations := person.stations(Role.CASE_OFFICER)):
        return []
    gone = {t.account_id for t in work.find(Tenure, officer_id=person.id)} - {a.id for a in own}
    return work.find(Account, id=sorted(gone), station_id=sorted(stations)) if gone else []


def of_others(work: Work, person: Person, accounts: Sequence[Account]) -> frozenset[Span]:
    """When these accounts were another's: what is aimed at their officer and came then spares this person
    nothing."""
    tenures = _tenures(work, {a.id for a in accounts})
    return frozenset(
        (a.id, after, until)
        for a in accounts
        for who, after, until in tenure.times(tenures[a.id], a)
        if who != person.id
    )


def asked(work: Work, officer_id: int) -> list[Disclosure]:
    """What this officer asked to see and did not give back."""
    return work.find(Disclosure, officer_id=officer_id, ended_at=None)


def _tenures(work: Work, account_ids: Collection[int]) -> Mapping[int, list[Tenure]]:
    """Account id -> its tenures, the latest last."""
    found = work.find(Tenure, account_id=sorted(account_ids)) if account_ids else []
    return {i: [t for t in found if t.account_id == i] for i in account_ids}
