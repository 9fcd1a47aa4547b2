"""The lines to the networks that are in use: one connector an account, as long as account and key stay.

Networks limit how often one may sign in; so a connector is kept from poll to poll.
"""

from collections.abc import Callable
from dataclasses import dataclass

from casework.account import Account
from casework.errors import StreifeError
from casework.network import Connector
from streife.credentials import Vault
from streife.keys import Secret

Make = Callable[[Account, Secret], Connector]


@dataclass
class Line:
    """A connector with what it was made of."""

    account: Account
    secret: Secret
    connector: Connector


class Lines:
    """Connectors by account; made anew where the account or its key changed, gone where the key is."""

    def __init__(self, vault: Vault, make: Make) -> None:
        """None is made yet."""
        self._vault, self._make = vault, make
        self._lines: dict[int, Line] = {}

    def of(self, account: Account) -> Connector:
        """The account's connector; raises what `Vault.password_of` raises."""
        try:
            secret = self._vault.password_of(account)
        except StreifeError:
            self._lines.pop(account.id, None)
            raise
        line = self._lines.get(account.id)
        if line is None or (line.account, line.secret) != (account, secret):
            line = Line(account, secret, self._make(account, secret))
            if hasattr(line.connector, "on_new_key"):
                line.connector.on_new_key = self._keeper(line)
            self._lines[account.id] = line
        return line.connector

    def _keeper(self, line: Line) -> Callable[[str], None]:
        """What a connector calls with the key that its network gave for the old one."""

        def keep(words: str) -> None:
            fresh = Secret(words)
            if self._vault.refreshed(line.account, line.secret, fresh):
                line.secret = fresh

        return keep
