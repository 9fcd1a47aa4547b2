"""Connecting an account and letting it go again: with the officer's consent, over the network's own door."""

import hashlib
import hmac
import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from casework import consent, credential, staff, succession
from casework.account import Account, Stream
from casework.credential import AuthRequest
from casework.errors import Refused
from casework.labels import Platform
from casework.people import Officer, Person
from casework.ports import Store, Work
from casework.succession import Afterwards, Change
from streife import announcing
from streife.again import again
from streife.credentials import Vault
from streife.doors import Doors, Known, Token
from streife.keys import Secret
from streife.lines import Lines, Make
from streife.settings import Settings

log = logging.getLogger(__name__)
LIFE = timedelta(minutes=10)
LONGEST_CODE = 4_000
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - addresses that no browser can be sent back to


class NotConnected(Refused):
    """The way back from the network ended here; `why` is the key of the words."""

    def __init__(self, why: str, words: str) -> None:
        """Keep the key beside the words."""
        super().__init__(words)
        self.why = why


@dataclass(frozen=True, slots=True)
class Farewell:
    """What was written when an account was let go, and what became of its key at the network."""

    change: Change
    token: Token


class Connecting:
    """Everything that gives an account its key or takes it away."""

    def __init__(self, settings: Settings, store: Store, vault: Vault, doors: Doors, make: Make) -> None:
        """`make` makes a connector of an account and a key."""
        self._settings, self._store, self.vault = settings, store, vault
        self.doors, self._make = doors, make
        self.lines = Lines(vault, make)

    @classmethod
    def opened(cls, settings: Settings, store: Store, known: Known, make: Make) -> "Connecting":
        """With the vault and the doors of these settings; what an earlier version kept is sealed first."""
        vault = Vault(settings, store)
        vault.take_over()
        return cls(settings, store, vault, Doors(settings.apps(), known), make)

    def begin(self, person: Person, session: str, account_id: int) -> str:
        """The network's page to which the officer is sent; `session` is the token of his or her browser."""
        staff.check_real(self._store)
        with self._store.view() as work:
            account = _own(work, person, account_id)
            consent.check(work, account)
        state = secrets.token_urlsafe(32)
        url, kept = self.doors.of(account).begin(account, self.redirect_uri(account.platform), state)
        with self._store.begin() as work:
            for older in work.find(AuthRequest, account_id=account.id, ended_at=None):
                credential.end(work, older)
            hashes = _hash("state", state), _hash("session", session)
            request = AuthRequest(account.id, person.id, *hashes, "", b"", work.now)
            self.vault.keep_request(work, request, Secret(kept))
            work.record(person.login, "sign_in_begun", f"account:{account.id}")
        return url

    def finish(self, person: Person, session: str, platform: Platform, told: Mapping[str, str]) -> Account:
        """The officer is back, `told` is what the network sent along: the account is read from now on.

        Raises NotConnected, or what the door says.
        """
        with self._store.begin() as work:
            request = _request(work, person, session, told.get("state", ""))
            account = _own(work, person, request.account_id)
            if account.platform is not platform:
                raise NotConnected("unknown", "this sign-in was begun at another network; begin again")
            late = work.now > request.begun_at + LIFE
            credential.end(work, request)  # whatever comes now: nobody comes this way twice
        if late:
            raise NotConnected("expired", "the sign-in took longer than ten minutes; begin again")
        code, kept = _code(told), self.vault.of_request(request)
        key = self.doors.of(account).finish(account, self.redirect_uri(platform), kept.reveal(), code)
        self.connect(person, account.id, Secret(key))
        return account

    def connect(self, person: Person, account_id: int, key: Secret) -> list[Stream]:
        """Keep the account's key and read it from now on; returns the streams that are new.

        Raises NotAllowed, and Refused without consent.
        """
        staff.check_real(self._store)
        with self._store.view() as work:
            account = _own(work, person, account_id)
            consent.check(work, account)
        made = self._make(account, key)
        streams, native_id = made.streams(), getattr(made, "native_id", "")
        with self._store.begin() as work:
            self.vault.save(work, account, key)
            added = staff.connect(work, person, account, streams, native_id)
        announcing.subscribe(made, self._store, person, account)
        return added

    def leave(self, person: Person, account_id: int, afterwards: Afterwards = Afterwards.ERASE) -> Farewell:
        """See casework.succession.leave; afterwards the network is asked to forget the key."""
        return self._let_go(
            person, account_id, lambda work, account: succession.leave(work, person, account, afterwards)
        )

    def close(self, person: Person, account_id: int, reason: str) -> Farewell:
        """See casework.succession.close."""
        return self._let_go(
            person, account_id, lambda work, account: succession.close(work, person, account, reason)
        )

    def hand_over(self, person: Person, account_id: int, successor: Officer) -> Farewell:
        """See casework.succession.hand_over."""
        return self._let_go(
            person, account_id, lambda work, account: succession.hand_over(work, person, account, successor)
        )

    def address(self, account: Account) -> str:
        """The page where the account's officer, signed in here, begins to connect it."""
        return f"{self._public()}/connect/{account.platform.value}?account={account.id}"

    def redirect_uri(self, platform: Platform) -> str:
        """Where the network sends the officer back to; it must be entered there with the app."""
        return f"{self._public()}/connect/{platform.value}/callback"

    def _public(self) -> str:
        host, port, public = self._settings.host, self._settings.port, self._settings.public_url
        if not public and host in EVERYWHERE:
            raise Refused("setting public_url: empty; give the address at which browsers reach Streife")
        return public.rstrip("/") or f"http://{host}:{port}"

    def _let_go(self, person: Person, account_id: int, write: Callable[[Work, Account], Change]) -> Farewell:
        """Here first, whatever the network says; then there."""
        with self._store.view() as work:
            account = work.get(Account, account_id)
        secret = self._to_revoke(account)
        change = again(self._store, lambda work: write(work, account))
        token = self.doors.revoke(account, secret) if change.key_destroyed else Token.NONE
        if token is not Token.NONE:
            with self._store.begin() as work:
                work.record(person.login, "key_given_back", f"account:{account.id}", {"token": token.value})
        return Farewell(change, token)

    def _to_revoke(self, account: Account) -> Secret | None:
        """No trouble with the master keys keeps anybody from leaving."""
        try:
            return self.vault.to_revoke(account)
        except Refused as error:
            log.warning("key of account %s cannot be given back: %s", account.id, error)
            return None


def _own(work: Work, person: Person, account_id: int) -> Account:
    account = work.get(Account, account_id)
    succession.demand_connect(work, person, account)
    return account


def _request(work: Work, person: Person, session: str, state: str) -> AuthRequest:
    """The request that this browser began; raises NotConnected for any other."""
    found = work.find(AuthRequest, state_hash=_hash("state", state))
    if not found:
        raise NotConnected("unknown", "nobody began this sign-in here; begin on the Accounts page")
    own = hmac.compare_digest(found[0].session_hash, _hash("session", session))
    if not own or found[0].officer_id != person.id:
        raise NotConnected("elsewhere", "this sign-in was begun by somebody else or before you signed out")
    if found[0].ended_at:
        raise NotConnected("used", "this sign-in was used already, or a newer one was begun; begin again")
    return found[0]


def _code(told: Mapping[str, str]) -> str:
    if told.get("error") in ("access_denied", "user_denied"):
        raise NotConnected("denied", "you refused at the network; nothing was changed")
    code = told.get("code", "")
    if told.get("error") or not code or len(code) > LONGEST_CODE:
        raise NotConnected("no-code", "the network sent no code; begin again")
    return code


def _hash(what: str, token: str) -> str:
    return hashlib.sha256(f"{what}:{token}".encode()).hexdigest()
