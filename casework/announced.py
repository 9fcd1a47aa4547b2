"""What a network announces by a signed notice and lists nowhere: its id is kept, to be asked for by it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from casework.account import Account
from casework.people import Person
from casework.ports import Store, Work
from casework.record import AuditEntry

LONGEST = timedelta(days=90)  # so far back it is looked for at most
Reader = Callable[[datetime | None], Sequence["Announced"]]


@dataclass(frozen=True, slots=True)
class Announced:
    """One thing that was announced to an account's stream, in its connector's own words.

    `day` is the UTC day of `heard_at` as YYYY-MM-DD, by which it is found again.
    """

    account_id: int
    stream: str
    native_id: str
    day: str
    heard_at: datetime
    id: int = field(default=0, compare=False)


def keep(work: Work, account: Account, stream: str, native_ids: Sequence[str]) -> list[Announced]:
    """Keep what was announced, once each; returns what is new."""
    wanted = [*dict.fromkeys(native_ids)]
    known = {
        one.native_id for one in work.find(Announced, account_id=account.id, stream=stream, native_id=wanted)
    }
    day = work.now.date().isoformat()
    return [
        work.add(Announced(account.id, stream, native_id, day, work.now))
        for native_id in wanted
        if native_id not in known
    ]


def since(work: Work, account_id: int, stream: str, moment: datetime | None) -> list[Announced]:
    """What was announced from that moment on (`None`: in the last three months), the newest first."""
    earliest = work.now - LONGEST
    begin = max(moment, earliest) if moment else earliest
    days = [(begin + timedelta(days=n)).date().isoformat() for n in range((work.now - begin).days + 2)]
    found = work.find(Announced, account_id=account_id, stream=stream, day=days)
    return sorted((one for one in found if one.heard_at >= begin), key=lambda one: (one.heard_at, one.id))[
        ::-1
    ]


def ordered(work: Work, person: Person, account: Account, refused: str = "") -> AuditEntry:
    """On record that the account's network was asked to send notices, and why it `refused`."""
    told: dict[str, object] = {"subscribed": False, "reason": refused} if refused else {"subscribed": True}
    return work.record(person.login, "notices_ordered", _order(account), told)


def refused(work: Work, account: Account) -> str:
    """Why the network sends no notices of the account; "" where it does, or was never asked to."""
    asked = work.audit_of(_order(account))
    return str(asked[-1].detail.get("reason", "")) if asked else ""


def _order(account: Account) -> str:
    """A subject of its own: an account has far more entries than can be looked through for a page."""
    return f"notices:{account.id}"


def reader(store: Store, account_id: int, stream: str) -> Reader:
    """What a connector is given to look it up with."""

    def read(moment: datetime | None) -> Sequence[Announced]:
        with store.view() as work:
            return since(work, account_id, stream, moment)

    return read
