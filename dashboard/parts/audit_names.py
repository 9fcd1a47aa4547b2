"""What the audit log calls `case:3` or `kira`, as people call it; the identifier itself stands beside."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from casework import roles
from casework.account import Account, Stream
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.record import AuditEntry, Case
from casework.roles import Act
from casework.staff import MACHINE
from dashboard import doors, words
from dashboard.inert import visible
from dashboard.parts import account_names

KINDS = (
    *("account", "case", "drift", "erased", "handover", "message", "model", "notices", "officer"),
    *("page", "shift", "station", "stream", "template", "view"),
)
WHOLE = ("audit", "cases", "credentials", "handovers", "hooks", "messages")
OF_ACCOUNTS = ("account", "notices")
ABOUT_OFFICERS = ("officer", "officers", "deputy")  # details that name officers by their id
LOGINS = ("to",)  # and by their login
SHELL = "shell:"
NOBODY = "unknown"  # whoever tried a login that nobody has (streife.identity)


@dataclass(frozen=True, slots=True)
class Names:
    """The names behind identifiers, by kind and id, and of officers by login; all of them plain text."""

    known: Mapping[tuple[str, str], str]
    logins: Mapping[str, str]

    def actor(self, login: str) -> str:
        """Who did it: an officer's name, the house itself, or whoever held the machine's shell."""
        if login == MACHINE:
            return words.text("actor-machine")
        if login.startswith(SHELL):
            return words.text("actor-shell", name=login.removeprefix(SHELL))
        return visible(self.logins.get(login, login))

    def subject(self, told: str) -> str:
        """What it was done to; what has no name here keeps its number, and what is unknown its identifier."""
        kind, _, rest = told.partition(":")
        if kind in WHOLE:
            return words.text(f"subject-all-{kind}")
        if kind not in KINDS:
            return visible(told)
        key = rest.partition(":")[0]
        return words.text(f"subject-{kind}", name=self.known.get((kind, key), key))


def of(work: Work, person: Person, entries: Iterable[AuditEntry]) -> Names:
    """The names that these entries need: cases by their number alone, accounts for those who may see them."""
    entries = list(entries)
    told = [entry.subject.split(":") for entry in entries if ":" in entry.subject]
    ids = {kind: {int(key) for name, key, *_ in told if name == kind and key.isdecimal()} for kind in KINDS}
    ids["officer"] |= {one for entry in entries for one in _ids(entry, ABOUT_OFFICERS)}
    streams = {one.id: one for one in work.find(Stream, id=sorted(ids["stream"]))}
    owned = {*(one.account_id for one in streams.values()), *ids["account"], *ids["notices"]}
    accounts = {one.id: _account(person, one) for one in work.find(Account, id=sorted(owned))}
    stations = {one.id: one.name for one in work.find(Station)}
    officers = {one.id: one.name for one in work.find(Officer, id=sorted(ids["officer"]))}
    lines = {one.id: f"{account_names.plain(one)}, {accounts[one.account_id]}" for one in streams.values()}
    named = {
        "officer": officers,
        "case": {one.id: one.number for one in work.find(Case, id=sorted(ids["case"]))},
        "station": stations,
        "shift": stations,
        "stream": lines,
        **dict.fromkeys(OF_ACCOUNTS, accounts),
    }
    known = {(kind, str(key)): name for kind, names in named.items() for key, name in names.items()}
    pages = {("page", door.name): words.text(f"door-{door.name}") for door in doors.DOORS}
    nobody = {("officer", NOBODY): words.text("subject-nobody")}
    noted = {one for entry in entries for one in map(entry.detail.get, LOGINS) if isinstance(one, str)}
    return Names(known | pages | nobody, _logins(work, noted | {entry.actor for entry in entries}))


def _ids(entry: AuditEntry, names: Iterable[str]) -> Iterable[int]:
    told = map(entry.detail.get, names)
    every = (one for value in told for one in (value if isinstance(value, list | tuple) else [value]))
    return (one for one in every if isinstance(one, int) and not isinstance(one, bool))


def _account(person: Person, account: Account) -> str:
    """Its handle to those who may see it; to others the log tells that there is one, and its number."""
    if not roles.may(person, Act.SEE_ACCOUNT, account):
        return str(account.id)
    return f"{words.text(words.key_of(account.platform))} {visible(account.handle)}"


def _logins(work: Work, logins: Collection[str]) -> dict[str, str]:
    return {one.login: one.name for one in work.find(Officer, login=sorted(logins))}
