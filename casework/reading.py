"""A person reads: every look at a citizen's message is checked against the roles and logged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casework import binding, sparing, spot_check
from casework.account import Account
from casework.assessment import Assessment
from casework.errors import NotAllowed
from casework.escalation import Called
from casework.message import Message, Version
from casework.people import Person, Role
from casework.ports import Work
from casework.query import Query
from casework.record import AuditEntry, CaseItem, Decision, Handover
from casework.roles import Act, Letter, demand, may
from casework.worklist import scope_of

THREAD_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Opened:
    """One message opened: with its history, its thread and what may be seen beside it.

    `items` are the cases it is or was bound into. `asked` while it waits in the spot check for whoever
    decides about it.
    """

    letter: Letter
    assessments: tuple[Assessment, ...]
    decisions: tuple[Decision, ...]
    versions: tuple[Version, ...]
    thread: tuple[Message, ...]
    items: tuple[CaseItem, ...] = ()
    asked: bool = False

    @property
    def message(self) -> Message:
        """The message itself."""
        return self.letter.message


def letter(work: Work, message_id: int) -> Letter:
    """The message with all that decides about access to it; not a read by itself."""
    return letters(work, [work.get(Message, message_id)])[0]


def letters(work: Work, messages: Sequence[Message]) -> list[Letter]:
    """The same of several messages, read together, in their order."""
    ids = [m.id for m in messages]
    accounts = {a.id: a for a in work.find(Account, id=sorted({m.account_id for m in messages}))}
    abused = sparing.abused(work, accounts, messages)
    there = sparing.case_officers(work, [accounts[m.account_id] for m in messages if m.id in abused])
    wishes = {(w.message_id, who) for who in {*abused.values()} for w in sparing.asked(work, who)}
    handed, bound = work.find(Handover, message_id=ids), binding.items(work, message_id=ids)
    calls = work.find(Called, message_id=ids)
    return [
        Letter(
            message,
            accounts[message.account_id],
            tuple(h for h in handed if h.message_id == message.id),
            tuple(item.case_id for item in bound if item.message_id == message.id),
            tuple(i for i in there.get(message.account_id, ()) if i != abused[message.id])
            if message.id in abused
            else (),
            (message.id, abused.get(message.id)) in wishes,
            tuple((c.officer_id, c.station_id) for c in calls if c.message_id == message.id),
            abused.get(message.id),
        )
        for message in messages
    ]


def look(work: Work, person: Person, message_id: int) -> Opened:
    """Open one message: logged as a read; the first look by a human is kept.

    Raises NotAllowed and NotFound.
    """
    opened = again(work, person, message_id)
    if opened.message.first_seen_at is None:
        seen = work.replace(replace(opened.message, first_seen_at=work.now))
        opened = replace(opened, letter=replace(opened.letter, message=seen))
    ids = sorted({message_id, *(m.id for m in opened.thread)})
    work.record(person.login, "read", f"message:{message_id}", {"messages": ids})
    return opened


def again(work: Work, person: Person, message_id: int) -> Opened:
    """What `look` opened, as it stands now: leave is checked anew, but it is no new read.

    For a page that is drawn again while the message lies open. Raises NotAllowed and NotFound.
    """
    found = letter(work, message_id)
    demand(person, Act.READ_MESSAGE, found)
    return Opened(
        found,
        tuple(work.find(Assessment, message_id=message_id)),
        tuple(work.find(Decision, message_id=message_id)),
        tuple(work.find(Version, message_id=message_id)),
        _thread(work, person, found),
        tuple(work.find(CaseItem, message_id=message_id)),
        may(person, Act.DECIDE, found) and spot_check.waits(work, found.message),
    )


def listed(work: Work, person: Person, messages: Sequence[Message]) -> None:
    """Log that these messages' first lines were shown to the person."""
    if messages:
        work.record(person.login, "listed", "messages", {"messages": [m.id for m in messages]})


def searched(work: Work, person: Person, query: Query, found: int) -> None:
    """Log what the person searched for, and how many messages were shown at once."""
    told = {"text": query.text, "found": found}
    work.record(person.login, "searched", "messages", told)


def refused(work: Work, person: Person, act: Act, subject: str) -> None:
    """Log that somebody asked for what he or she may not have."""
    work.record(person.login, "refused", subject, {"act": act.value})


def demand_log(person: Person) -> None:
    """Raise NotAllowed for whoever administers no station: the audit log is one for the whole house."""
    if not person.officer.active or not (person.operator or person.stations(Role.ADMINISTRATOR)):
        raise NotAllowed(
            f"{person.login} may not {Act.READ_AUDIT.value}; ask your administrator for the role"
        )


def look_at_log(work: Work, person: Person, about: str = "") -> AuditEntry:
    """Log that the person looks at the audit log, all of it or what is `about` a thing. Raises NotAllowed."""
    demand_log(person)
    return work.record(person.login, "audit_read", "audit", {"about": about} if about else {})


def _thread(work: Work, person: Person, found: Letter) -> tuple[Message, ...]:
    if not found.message.thread:
        return ()
    query = Query(
        scope_of(work, person),
        states=(),
        thread=found.message.thread,
        account_id=found.account.id,
        by_urgency=False,
        limit=THREAD_LENGTH,
    )
    return tuple(m for m in work.worklist(query) if m.id != found.message.id)
