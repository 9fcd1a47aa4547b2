"""The accounts' keys: sealed in the store with a master key that is kept outside of it."""

import json
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from casework import consent, credential
from casework.account import Account
from casework.credential import AuthRequest, Credential
from casework.errors import AuthExpired, Conflict, Refused
from casework.labels import Platform
from casework.people import Person
from casework.ports import Store, Work
from streife.again import again
from streife.keys import KeyRing, MasterKey, Secret, a_new_key, sync_folder
from streife.settings import Settings

log = logging.getLogger(__name__)
LEGACY = "credentials.json"
REMEDY = "restore the file of keys from your copy, or connect the account again"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one account's key is: which master key sealed it and when; `trouble` is empty if it opens."""

    account: str
    key_id: str
    updated_at: datetime
    trouble: str = ""


class Vault:
    """Seals and opens keys; without the officer's consent it hands none out."""

    def __init__(self, settings: Settings, store: Store) -> None:
        """Nothing is read yet."""
        self._home, self._store = settings.home, store
        self.ring = KeyRing(settings)

    def password_of(self, account: Account) -> Secret:
        """The account's key.

        Raises AuthExpired when there is none, Refused without consent, or where it cannot be opened.
        """
        with self._store.view() as work:
            consent.check(work, account)
            held = credential.kept(work, account)
        if held is None or not held.sealed:
            raise AuthExpired(f"{_name(account)} has no key; connect it on the Accounts page")
        return self._opened(held.key_id, held.sealed, _bound(held), _name(account))

    def to_revoke(self, account: Account) -> Secret | None:
        """The key of an account that is let go, for the network to forget it; None where it does not open."""
        with self._store.view() as work:
            held = credential.kept(work, account)
        key = self.ring.named(held.key_id) if held else None
        return key.open(held.sealed, _bound(held)) if key and held else None

    def save(self, work: Work, account: Account, secret: Secret) -> Credential:
        """Keep the account's key in this transaction, in place of an older one."""
        if not secret:
            raise Refused(f"{_name(account)}: the key is empty; nothing was changed")
        held = credential.kept(work, account)
        fresh = held or Credential(account.id, "", b"", work.now)
        key = self._sealing_key(work)
        fresh = replace(fresh, key_id=key.id, sealed=key.seal(secret, _bound(fresh)), updated_at=work.now)
        return work.replace(fresh) if held else work.add(fresh)

    def refreshed(self, account: Account, old: Secret, new: Secret) -> bool:
        """A network gave a new key for the old one: kept, unless the old one is in force no longer.

        So a poll that is still under way brings back no key that was destroyed or replaced meanwhile. Where
        the key's row changes just then (it is sealed anew), it is tried again: some networks take the old key
        no more.
        """

        def keep(work: Work) -> bool:
            if self._holds(work, account, old):
                self.save(work, account, new)
                return True
            log.warning("%s: a refreshed key came too late and was dropped", _name(account))
            return False

        try:
            return again(self._store, keep)
        except Conflict as why:
            log.error("%s: the new key could not be kept (%s); connect it again", _name(account), why)
            return False

    def keep_request(self, work: Work, request: AuthRequest, secret: Secret) -> AuthRequest:
        """Keep what the way back from the network needs."""
        key = self._sealing_key(work)
        sealed = key.seal(secret, _bound(request))
        return work.add(replace(request, key_id=key.id, sealed=sealed))

    def of_request(self, request: AuthRequest) -> Secret:
        """What `keep_request` kept."""
        return self._opened(request.key_id, request.sealed, _bound(request), "this sign-in")

    def rotate(self, person: Person) -> int:
        """Seal everything with a new master key and forget the old ones; returns how many were sealed anew.

        The file holds old and new while it lasts: killed at any point, every key opens, and the next run
        ends what was begun. Raises Refused, changing nothing, where one of them does not open.
        """
        with self.ring.alone():
            first = self._new_first()
            with self._store.begin() as work:
                count = sum(self._sealed_anew(work, first, one) for one in _all_sealed(work))
                work.record(person.login, "keys_rotated", "credentials", {"key": first.id, "count": count})
            if self.ring.writable:
                with self._store.begin() as work:
                    needed = {first.id} | {one.key_id for one in _all_sealed(work)}
                    self.ring.write([key for key in self.ring.all() if key.id in needed])
        return count

    def check(self) -> list[Standing]:
        """How each account's key is, without showing any."""
        with self._store.view() as work:
            held = [one for one in work.find(Credential) if one.sealed]
            accounts = {a.id: a for a in work.find(Account, id=[one.account_id for one in held])}
        return [self._standing(accounts[one.account_id], one) for one in held]

    def take_over(self) -> int:
        """Seal what an earlier version kept in the home's credentials.json, and remove that file."""
        path = self._home / LEGACY
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return 0
        except (OSError, ValueError):
            raise Refused(f"{path}: cannot be read; mend it, or remove it and connect again") from None
        with self._store.begin() as work:
            taken = [self._take_over_one(work, name, key) for name, key in told.items()]
            for account in filter(None, taken):
                work.record("streife", "key_taken_over", f"account:{account.id}")
        _shred(path)
        count = sum(account is not None for account in taken)
        log.warning("%s: %d keys are sealed in the store now; the file is removed", path.name, count)
        return count

    def _take_over_one(self, work: Work, name: str, key: object) -> Account | None:
        platform, _, handle = name.partition("/")
        known = platform in set(Platform) and work.find(Account, platform=Platform(platform), handle=handle)
        if not known or not isinstance(key, str) or not key or credential.kept(work, known[0]):
            log.warning("%s: not taken over; there is no such account, or it has a newer key", name)
            return None
        self.save(work, known[0], Secret(key))
        return known[0]

    def _holds(self, work: Work, account: Account, secret: Secret) -> bool:
        held = credential.kept(work, account)
        if held is None or not held.sealed or consent.in_force(work, account) is None:
            return False
        return self._opened(held.key_id, held.sealed, _bound(held), _name(account)) == secret

    def _sealing_key(self, work: Work) -> MasterKey:
        keys = self.ring.all()
        known, used = {key.id for key in keys}, {one.key_id for one in _all_sealed(work)}
        if used - known:
            raise Refused(
                f"{self.ring.place}: lacks the master key {', '.join(sorted(used - known))}, which sealed "
                "what is in the store; restore it, or run `streife accounts rotate-key --give-up`"
            )
        return (keys or self.ring.begin())[0]

    def _new_first(self) -> MasterKey:
        keys = self.ring.begin()
        if not self.ring.writable:
            return keys[0]
        with self._store.view() as work:
            used = {one.key_id for one in _all_sealed(work)}
        if len(keys) > 1 and keys[0].id not in used:
            return keys[0]  # an earlier run got no further than the file
        fresh = a_new_key()
        self.ring.write([fresh, *keys])
        return fresh

    def give_up(self, person: Person) -> list[str]:
        """Destroy every key that does not open any more; returns their accounts, which must connect again."""
        lost = []
        with self._store.begin() as work:
            for one in _all_sealed(work):
                if self._trouble(one) and isinstance(one, AuthRequest):
                    credential.end(work, one)
                elif self._trouble(one):
                    account = work.get(Account, one.account_id)
                    credential.destroy(work, account)
                    work.record(person.login, "key_given_up", f"account:{account.id}")
                    lost.append(_name(account))
        return lost

    def _sealed_anew(self, work: Work, first: MasterKey, one: Credential | AuthRequest) -> bool:
        if one.key_id == first.id:
            return False
        secret = self._opened(one.key_id, one.sealed, _bound(one), f"account {one.account_id}")
        work.replace(replace(one, key_id=first.id, sealed=first.seal(secret, _bound(one))))
        return True

    def _standing(self, account: Account, held: Credential) -> Standing:
        return Standing(_name(account), held.key_id, held.updated_at, self._trouble(held))

    def _trouble(self, one: Credential | AuthRequest) -> str:
        try:
            self._opened(one.key_id, one.sealed, _bound(one), f"account {one.account_id}")
        except Refused as why:
            return str(why)
        return ""

    def _opened(self, key_id: str, sealed: bytes, bound_to: str, name: str) -> Secret:
        key = self.ring.named(key_id)
        if key is None:
            raise Refused(
                f"{name}: sealed with the master key {key_id}, which {self.ring.place} lacks; {REMEDY}"
            )
        secret = key.open(sealed, bound_to)
        if secret is None:
            raise Refused(f"{name}: the sealed key was altered, or is another account's; connect it again")
        return secret


def _all_sealed(work: Work) -> Sequence[Credential | AuthRequest]:
    found: list[Credential | AuthRequest] = [*work.find(Credential), *work.find(AuthRequest)]
    return [one for one in found if one.sealed]


def _bound(one: Credential | AuthRequest) -> str:
    """What a sealed thing belongs to: moved elsewhere it does not open."""
    if isinstance(one, Credential):
        return f"streife: key of account {one.account_id}"
    return f"streife: request {one.state_hash} of account {one.account_id}"


def _name(account: Account) -> str:
    return f"{account.platform.value}/{account.handle}"


def _shred(path: Path) -> None:
    """Overwrite, then remove; what the disk itself copied elsewhere is out of our reach."""
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    sync_folder(path.parent)
