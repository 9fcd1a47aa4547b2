"""The networks' doors: which there are, which settings they lack, and having a key forgotten there."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from casework.account import Account
from casework.errors import Refused, StreifeError
from casework.labels import Platform
from streife.keys import Secret

log = logging.getLogger(__name__)


class Door(Protocol):
    """How an officer signs in at a network."""

    @property
    def needs(self) -> Sequence[str]:
        """Names of the settings without which it stays shut."""
        ...

    def begin(self, account: Account, redirect_uri: str, state: str) -> tuple[str, str]:
        """Where to send the officer, and what to keep until he or she is back."""
        ...

    def finish(self, account: Account, redirect_uri: str, kept: str, code: str) -> str:
        """The key as JSON; raises ConnectorError, also where somebody else than the account signed in."""
        ...

    def revoke(self, account: Account, key: str) -> bool:
        """Have the network forget the key; False where it offers no way. Raises ConnectorError."""
        ...


class Token(StrEnum):
    """What became of the key at the network when the account was let go."""

    NONE = "none"
    REVOKED = "revoked"
    NOT_OFFERED = "not_offered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Way:
    """How accounts of a network are connected: `browser` if it has a door; `missing` settings shut it."""

    browser: bool
    missing: tuple[str, ...] = ()


Known = Mapping[Platform, Callable[[Mapping[str, str]], Door]]


class Doors:
    """Every network's door, with our app's names and secrets."""

    def __init__(self, told: Mapping[str, str], known: Known) -> None:
        """`told`: the settings by name, as `Settings.apps` gives them."""
        self._told, self._known = told, known

    def way(self, platform: Platform) -> Way:
        """How accounts of this network are connected here."""
        if platform not in self._known:
            return Way(browser=False)
        door = self._known[platform](self._told)
        return Way(True, tuple(name for name in door.needs if not self._told[name]))

    def of(self, account: Account) -> Door:
        """The account's door; raises Refused, naming the remedy, where there is none or it is shut."""
        way, name = self.way(account.platform), account.platform.value
        if not way.browser:
            raise Refused(
                f"{name}: has no sign-in in the browser; make an app password there and give it to "
                "`streife accounts connect`"
            )
        if way.missing:
            raise Refused(f"{name}: the setting {' and '.join(way.missing)} is missing; see docs/accounts.md")
        return self._known[account.platform](self._told)

    def revoke(self, account: Account, secret: Secret | None) -> Token:
        """Have the network forget the key, as far as it does; None is a key that did not open."""
        if secret is None:
            return Token.FAILED
        if account.platform not in self._known:
            return Token.NOT_OFFERED
        try:
            done = self._known[account.platform](self._told).revoke(account, secret.reveal())
        except StreifeError as error:
            log.warning("key of account %s not given back: %s", account.id, type(error).__name__)
            return Token.FAILED
        return Token.REVOKED if done else Token.NOT_OFFERED
