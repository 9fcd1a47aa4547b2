"""The officer's consent: voluntary, recorded before an account is read, withdrawn with one click."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from casework import credential, tenure
from casework.account import Account
from casework.errors import NotAllowed, Refused
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.roles import Act, demand
from casework.tenure import End, Tenure

TEXT = "1"  # the version of the words consented to; whoever changes them raises it, and all are asked anew


@dataclass(frozen=True, slots=True)
class Consent:
    """An officer's consent that one account is read; `text_version` names the words that were consented to.

    `withdrawn_at`: when it ended, by the officer's own word or with the tenure.
    """

    account_id: int
    officer_id: int
    text_version: str
    given_at: datetime
    withdrawn_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def in_force(work: Work, account: Account) -> Consent | None:
    """The present owner's consent to the present words; None without one, or when the owner is gone."""
    standing = work.get(Account, account.id)
    if not work.get(Officer, standing.officer_id).active:
        return None
    owner = {"account_id": standing.id, "officer_id": standing.officer_id}
    found = work.find(Consent, **owner, text_version=TEXT, withdrawn_at=None)
    return found[-1] if found else None


def check(work: Work, account: Account) -> Consent:
    """The consent in force; raises Refused, naming who must be asked, where there is none."""
    found = in_force(work, account)
    if found is None:
        officer = work.get(Officer, work.get(Account, account.id).officer_id)
        name = f"{account.platform.value}/{account.handle}"
        raise Refused(
            f"{name}: {officer.login} has not consented to its being read; ask on the Accounts page, "
            "or run `streife accounts consent`"
        )
    return found


def give(work: Work, person: Person, account: Account) -> Consent:
    """The officer says yes. Where the account has a key, it is read from now on."""
    account = work.get(Account, account.id)
    if account.officer_id != person.id or not person.officer.active:
        raise NotAllowed(f"{person.login}: only the officer whose account it is can consent")
    given = _keep(work, person, account, "consent_given")
    tenure.come_back(work, account)
    return given


def note(work: Work, person: Person, account: Account) -> Consent:
    """Whoever manages the accounts notes a consent that the officer gave on paper.

    Raises Refused after the officer left, also where others had it since: then only the own word counts.
    """
    account = work.get(Account, account.id)
    demand(person, Act.MANAGE_ACCOUNTS, work.get(Station, account.station_id))
    if _left(work, account):
        raise Refused(f"{account.handle}: the officer left; only the officer can consent again")
    return _keep(work, person, account, "consent_noted")


def put_to_use(work: Work, account: Account) -> Account:
    """From now on the account is read; raises Refused without a consent in force."""
    check(work, account)
    tenure.begin(work, account)
    standing = work.get(Account, account.id)
    return standing if standing.active else work.replace(replace(standing, active=True))


def end(work: Work, account: Account) -> tuple[Consent, ...]:
    """No consent to reading this account is in force any more; returns those that ended."""
    standing = work.find(Consent, account_id=account.id, withdrawn_at=None)
    return tuple(work.replace(replace(one, withdrawn_at=work.now)) for one in standing)


def _left(work: Work, account: Account) -> bool:
    """Whether its officer left, whoever had it in between, and did not come back by his or her own word."""
    mine = {"account_id": account.id, "officer_id": account.officer_id}
    ends = [t.ended_at for t in work.find(Tenure, **mine, end=End.LEFT) if t.ended_at]
    given = work.find(Consent, **mine)  # leaving ended those before it, and on paper there was none since
    # Not when they ended: earlier versions stamped that a blink after the tenure's end.
    return bool(ends) and all(c.withdrawn_at and c.given_at <= ends[-1] for c in given)


def _keep(work: Work, person: Person, account: Account, act: str) -> Consent:
    last = tenure.latest(work, account)
    if last and last.end is End.CLOSED:
        raise Refused(f"{account.handle}: the account is closed; it must be handed to an officer first")
    if not work.get(Officer, account.officer_id).active:
        raise Refused(f"{account.handle}: its officer works here no longer; hand it to a successor")
    if standing := in_force(work, account):
        return standing
    end(work, account)
    tenure.begin(work, account)
    given = work.add(Consent(account.id, account.officer_id, TEXT, work.now))
    told = {"text": TEXT, "officer": account.officer_id}
    work.record(person.login, act, f"account:{account.id}", told)
    if credential.has_key(work, account):
        put_to_use(work, account)
    return given
