"""Who is spared abuse aimed at herself or himself: only where a colleague is there to take it on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from casework.account import Account
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
    there = work.case_officers(stations) if stations else []
    return {
        a.id: tuple(who for at, who in there if at == a.station_id and who != a.officer_id) for a in accounts
    }


def asked(work: Work, officer_id: int) -> list[Disclosure]:
    """What this officer asked to see and did not give back."""
    return work.find(Disclosure, officer_id=officer_id, ended_at=None)
