"""Who is spared abuse aimed at herself or himself: only where a colleague is there to take it on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from casework.account import Account
from casework.people import Grant, Officer, Role
from casework.ports import Work


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
    stations = sorted({a.station_id for a in accounts})
    grants = work.find(Grant, role=Role.CASE_OFFICER, station_id=stations) if stations else []
    ids = sorted({g.officer_id for g in grants})
    active = {o.id for o in work.find(Officer, id=ids, active=True)} if ids else set()
    return {
        account.id: tuple(
            sorted(
                {g.officer_id for g in grants if g.station_id == account.station_id}
                & (active - {account.officer_id})
            )
        )
        for account in accounts
    }


def asked(work: Work, officer_id: int) -> list[Disclosure]:
    """What this officer asked to see and did not give back."""
    return work.find(Disclosure, officer_id=officer_id, ended_at=None)
