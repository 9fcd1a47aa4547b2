"""What stands around a message: the time, the accounts and the colleagues, read once for a run."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from casework import care, sparing
from casework.account import Account
from casework.labels import Target
from casework.message import Message
from casework.people import Officer, Person
from casework.ports import Work
from dashboard import words
from dashboard.words import Words


@dataclass(frozen=True, slots=True)
class Around:
    """The reader, the time, and the accounts and officers that the shown messages name.

    `spared`: of these messages those that are kept from the reader, and who takes them on. `abused`: the
    officers whom those that are aimed at one abuse.
    """

    person: Person
    now: datetime
    accounts: dict[int, Account]
    officers: dict[int, Officer]
    spared: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    abused: Mapping[int, int] = field(default_factory=dict)

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
        """Whether this text is covered until asked for: as the reader wants it, and what may abuse one."""
        return bool(message.hostility) and (self.person.officer.mask_hostile or self.at_oneself(message))

    def at_oneself(self, message: Message) -> bool:
        """Whether the message abuses the reader, or does so perhaps."""
        own = self.victim(message) == self.person.id
        return own and bool(message.hostility) and message.target is Target.OFFICER

    def victim(self, message: Message) -> int:
        """Whom it abuses, if it abuses an officer: whose account it was when it came."""
        return self.abused.get(message.id, self.accounts[message.account_id].officer_id)

    def names(self, officer_ids: Iterable[int]) -> Words:
        """Several officers' names, inert."""
        return words.listed([self.name(one) for one in officer_ids])


def around(
    work: Work,
    person: Person,
    messages: Iterable[Message],
    officer_ids: Iterable[int] = (),
    logins: Iterable[str] = (),
) -> Around:
    """Read what stands around these messages, and the officers of these ids and logins."""
    messages = list(messages)
    account_ids = sorted({m.account_id for m in messages})
    accounts = {a.id: a for a in work.find(Account, id=account_ids)} if account_ids else {}
    spared = care.kept_from(work, person, [m for m in messages if m.aimed])
    abused = sparing.abused(work, accounts, messages)
    ids = {
        *officer_ids,
        *abused.values(),
        *(a.officer_id for a in accounts.values()),
        *chain(*spared.values()),
    }
    named = sorted(set(logins))
    found = work.find(Officer, id=sorted(ids)) if ids else []
    found += work.find(Officer, login=named) if named else []
    officers = {o.id: o for o in found}
    return Around(person, work.now, accounts, officers, spared, abused)
