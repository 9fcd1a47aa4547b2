"""The accounts' keys: a file beside the store that only its owner may read, never in the database."""

import json
import os
from pathlib import Path

from casework.account import Account
from casework.errors import AuthExpired

FILE = "credentials.json"


def save(home: Path, account: Account, password: str) -> Path:
    """Keep the account's key; the file is replaced in one step, mode 0600."""
    keys = _all(home) | {_name(account): password}
    draft = home / f"{FILE}.new"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(keys, file)
    return draft.replace(home / FILE)


def password_of(home: Path, account: Account) -> str:
    """The account's key; raises AuthExpired when there is none."""
    try:
        return _all(home)[_name(account)]
    except KeyError:
        raise AuthExpired(f"{_name(account)} has no key; run `streife accounts connect`") from None


def _all(home: Path) -> dict[str, str]:
    path = home / FILE
    keys: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return keys


def _name(account: Account) -> str:
    return f"{account.platform.value}/{account.handle}"
