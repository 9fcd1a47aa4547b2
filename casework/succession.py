"""When an officer changes post or wants out: the account goes to a successor, is closed, or leaves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from casework import binding, consent, credential, erasure, tenure, unsent
from casework.account import Account
from casework.consent import Consent
from casework.erasure import Hold
from casework.errors import NotAllowed, Refused
from casework.first_answer import FirstAnswer
from casework.media import Media
from casework.message import Author, Message, State
from casework.people import Grant, Officer, Person, Role, Station
from casework.ports import Work
from casework.query import Query, Scope
from casework.record import ON_ITS_WAY, Handover
from casework.roles import Act, demand, may
from casework.tenure import End, Tenure

ERASED_AFTER = timedelta(days=30)
ERASED_AT_ONCE = 5_000
LEFT = "account_left"
NOBODY = Author("", "—")


class Afterwards(StrEnum):
    """What becomes of the messages of an account that leaves, as far as nothing justifies keeping them."""

    ERASE = "erase"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would become of an account's messages if it left now, in numbers.

    `in_cases`, `handed_over` (and not done yet) and `held` stay; `others` are erased from `erased_at` on,
    unless the officer chooses that they are kept.
    """

    in_cases: int
    handed_over: int
    held: int
    others: int
    erased_at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """What was written: the account, the tenure that ended, the successor's, the consents that ended.

    `key_destroyed`: whether there was a key to destroy.
    """

    account: Account
    ended: Tenure
    begun: Tenure | None = None
    consents: tuple[Consent, ...] = ()
    key_destroyed: bool = False


def may_connect(work: Work, person: Person, account: Account) -> bool:
    """Whether this person may give the account its key: its officer, or who manages accounts there."""
    own = account.officer_id == person.id and person.officer.active
    return own or may(person, Act.MANAGE_ACCOUNTS, work.get(Station, account.station_id))


def demand_connect(work: Work, person: Person, account: Account) -> None:
    """Raise NotAllowed unless the person may connect the account, or have it leave."""
    if not may_connect(work, person, account):
        raise NotAllowed(f"{person.login} may not: it is another officer's account; ask an administrator")


def outlook(work: Work, account: Account) -> Outlook:
    """What the officer is told before leaving."""
    in_cases, handed_over, held = (find(work, account) for find in (_in_cases, _handed_over, _held))
    count = work.count(Query(Scope(frozenset({account.id})), states=()))
    handed_over, held = handed_over - in_cases, held - in_cases - handed_over
    numbers = len(in_cases), len(handed_over), len(held)
    return Outlook(*numbers, sum(count.values()) - sum(numbers), work.now + ERASED_AFTER)


def erase_due(work: Work, limit: int = ERASED_AT_ONCE) -> list[Message]:
    """Erase what came to accounts that were left or closed long enough ago; once more while any come back.

    What a case, an open hand-over or a hold still needs waits for a later look.
    """
    for due in [t for t in work.find(Tenure) if t.erase_at and t.erase_at <= work.now]:
        left = _left_behind(work, due)
        erased = [_erase(work, message) for message in left[:limit]]
        if not left:
            work.replace(replace(due, erase_at=None))
        if found := [one for one in erased if one]:
            return found
    return []


def leave(work: Work, person: Person, account: Account, afterwards: Afterwards = Afterwards.ERASE) -> Change:
    """One click: no longer read at once, key destroyed, consent withdrawn, nothing more sent.

    Voluntary, so the account's officer may always; others only if they manage the accounts.
    """
    account = work.get(Account, account.id)
    demand_connect(work, person, account)
    _not_ended(work, account)
    erase_at = work.now + ERASED_AFTER if afterwards is Afterwards.ERASE else None
    return _end(work, person, account, End.LEFT, erase_at=erase_at)


def close(work: Work, person: Person, account: Account, reason: str) -> Change:
    """The beat needs the account no longer; what nothing justifies keeping is erased in time."""
    account = work.get(Account, account.id)
    demand(person, Act.MANAGE_ACCOUNTS, work.get(Station, account.station_id))
    if not reason.strip():
        raise Refused("reason: empty; say why the account is closed")
    _not_ended(work, account)
    return _end(work, person, account, End.CLOSED, reason=reason.strip(), erase_at=work.now + ERASED_AFTER)


def hand_over(work: Work, person: Person, account: Account, successor: Officer) -> Change:
    """The account goes to the successor with its history; nothing is read until he or she consents.

    The old key is destroyed. Raises Refused where the successor is no officer of the account's station.
    """
    account = work.get(Account, account.id)
    demand(person, Act.MANAGE_ACCOUNTS, work.get(Station, account.station_id))
    last = tenure.latest(work, account)
    _check_successor(work, account, successor, last)
    ended = last if last and last.end else tenure.finish(work, account, End.HANDED_OVER)
    consents, destroyed = _let_go(work, person, account)
    given = work.replace(replace(account, officer_id=successor.id, active=False))
    begun = tenure.begin(work, given)
    told = {"from": account.officer_id, "to": successor.id, "key_destroyed": destroyed}
    work.record(person.login, "account_handed_over", f"account:{account.id}", told)
    return Change(given, ended, begun, consents, destroyed)


def _end(
    work: Work, person: Person, account: Account, end: End, *, erase_at: datetime | None, reason: str = ""
) -> Change:
    ended = tenure.finish(work, account, end, reason=reason, erase_at=erase_at)
    consents, destroyed = _let_go(work, person, account)
    silent = work.replace(replace(account, active=False))
    told: dict[str, object] = {"officer": account.officer_id, "key_destroyed": destroyed}
    told |= {"reason": reason} if reason else {}
    told |= {"erase_at": erase_at.isoformat()} if erase_at else {}
    work.record(person.login, f"account_{end.value}", f"account:{account.id}", told)
    return Change(silent, ended, None, consents, destroyed)


def _let_go(work: Work, person: Person, account: Account) -> tuple[tuple[Consent, ...], bool]:
    """No answer goes out any more, no consent is in force, and the key is no more; whether there was one."""
    unsent.stop(work, person, account)
    return consent.end(work, account), credential.destroy(work, account) is not None


def _not_ended(work: Work, account: Account) -> None:
    last = tenure.latest(work, account)
    if last and last.end:
        raise Refused(f"{account.handle}: {last.end.value} already; nothing is read from it")


def _check_successor(work: Work, account: Account, successor: Officer, last: Tenure | None) -> None:
    here = {"officer_id": successor.id, "station_id": account.station_id}
    roles = [Role.OFFICER, Role.CONTACT_OFFICER]
    if not work.get(Officer, successor.id).active or not work.find(Grant, role=roles, **here):
        raise Refused(f"{successor.login}: is no active officer of the account's station; choose another")
    if successor.id == account.officer_id and not (last and last.end is End.CLOSED):
        raise Refused(f"{successor.login}: has the account already")


def _left_behind(work: Work, due: Tenure) -> list[Message]:
    """What came before somebody else's tenure and says yet who wrote what; what is needed comes last."""
    account = work.get(Account, due.account_id)
    until = next((t.begun_at for t in tenure.of(work, account) if t.id > due.id), work.now)
    named = [m for m in work.find(Message, account_id=account.id) if m.native_id != _nameless(m)]
    back = _found_again(work, account)
    needed = _in_cases(work, account) | _handed_over(work, account) | _held(work, account)
    return sorted(
        (m for m in named if m.received_at <= until and not any(t.lasts_at(m.received_at) for t in back)),
        key=lambda m: m.id in needed or erasure.unseen_emergency(m) or erasure.undecided(m),
    )


def _found_again(work: Work, account: Account) -> list[Tenure]:
    """The times of an officer who has the account again by the own word, and finds what came then."""
    own = [t for t in tenure.of(work, account) if t.officer_id == account.officer_id and not t.erase_at]
    return own if consent.in_force(work, account) else []


def _erase(work: Work, message: Message) -> Message | None:
    """Words and bytes, and who wrote them and where, also where its author took the words back before:
    labels and times stay for the figures."""
    earlier = erasure.erased(work, message.id)
    blank = work.get(Message, message.id) if earlier else erasure.erase(work, message, LEFT)
    if blank is None or erasure.needed(work, blank):
        return None
    if earlier:
        work.record("streife", "erased", f"message:{message.id}", {"why": LEFT, "what": "author"})
    state = State.DISMISSED if blank.state in (State.OPEN, State.TIP) else blank.state
    gone = replace(blank, native_id=_nameless(blank), author=NOBODY, url="", thread="", parent="")
    work.replace(replace(gone, state=state))
    for secured in work.find(Media, message_id=message.id):
        work.replace(replace(secured, url=""))
    for answered in work.find(FirstAnswer, message_id=message.id):
        work.replace(replace(answered, author_id="", thread=gone.native_id))
    return work.erase(message.id)  # once more: the index of words held the name until here


def _nameless(message: Message) -> str:
    """What stands in place of the network's id, which may name the author."""
    return f"erased:{message.id}"


def _held(work: Work, account: Account) -> set[int]:
    return _of(work, account, [h.message_id for h in work.find(Hold, ended_at=None)])


def _in_cases(work: Work, account: Account) -> set[int]:
    return _of(work, account, [i.message_id for i in binding.items(work)])


def _handed_over(work: Work, account: Account) -> set[int]:
    return _of(work, account, [h.message_id for h in work.find(Handover, state=ON_ITS_WAY)])


def _of(work: Work, account: Account, message_ids: Sequence[int]) -> set[int]:
    """Those of the messages that reached this account."""
    return {m.id for m in work.find(Message, id=sorted({*message_ids}), account_id=account.id)}
