"""What stands around a message: the time, the accounts and the colleagues, read once for a run."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from casework.account import Account
from casework.message import Message
from casework.people import Officer, Person
from casework.ports import Work
from dashboard import words
from dashboard.words import Words

COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Around:
    """The reader, the time, and the accounts and officers that the shown messages name."""

    person: Person
    now: datetime
    accounts: dict[int, Account]
    officers: dict[int, Officer]

    def name(self, officer_id: int) -> Words:
        """An officer's name, inert."""
        officer = self.officers.get(officer_id)
        return words.quoted(officer.name) if officer else words.say("unknown-person")

    def called(self, login: str) -> str:
        """The name behind a login of the audit log; the login itself where nobody has it."""
        return next((o.name for o in self.officers.values() if o.login == login), login)

    def source(self, message: Message) -> Words:
        """`Instagram-Kommentar an Kira Ahlers`."""
        account = self.accounts[message.account_id]
        return words.say(
            "source",
            platform=words.label(account.platform),
            kind=words.label(message.kind),
            to=self.name(account.officer_id),
        )

    def masks(self, message: Message) -> bool:
        """Whether the reader wants this text covered until asked for."""
        return bool(message.hostility) and self.person.officer.mask_hostile


def around(
    work: Work,
    person: Person,
    messages: Iterable[Message],
    officer_ids: Iterable[int] = (),
    logins: Iterable[str] = (),
) -> Around:
    """Read what stands around these messages, and the officers of these ids and logins."""
    account_ids = sorted({m.account_id for m in messages})
    accounts = {a.id: a for a in work.find(Account, id=account_ids)} if account_ids else {}
    ids = {*officer_ids, *(a.officer_id for a in accounts.values())}
    named = sorted(set(logins))
    found = work.find(Officer, id=sorted(ids)) if ids else []
    found += work.find(Officer, login=named) if named else []
    officers = {o.id: o for o in found}
    return Around(person, work.now, accounts, officers)
