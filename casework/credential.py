"""An account's key as the store keeps it: sealed; the master key that opens it is kept elsewhere."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from casework.account import Account
from casework.ports import Work


@dataclass(frozen=True, slots=True)
class Credential:
    """The sealed key of one account; `key_id` says which master key opens it.

    `sealed` is empty once the key was destroyed, and `updated_at` then says when.
    """

    account_id: int
    key_id: str
    sealed: bytes = field(repr=False)
    updated_at: datetime
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class AuthRequest:
    """An officer on the way to a network and back (OAuth 2, RFC 6749 section 4.1).

    Only hashes (hex SHA-256) of the state parameter and of the browser's session are kept; `sealed` holds
    what the way back needs (the PKCE verifier, say) and is empty once the request has ended.
    """

    account_id: int
    officer_id: int
    state_hash: str
    session_hash: str
    key_id: str
    sealed: bytes = field(repr=False)
    begun_at: datetime
    ended_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def kept(work: Work, account: Account) -> Credential | None:
    """The account's credential, a destroyed one too."""
    found = work.find(Credential, account_id=account.id)
    return found[0] if found else None


def has_key(work: Work, account: Account) -> bool:
    """Whether the account has a key that was not destroyed."""
    held = kept(work, account)
    return held is not None and bool(held.sealed)


def destroy(work: Work, account: Account) -> Credential | None:
    """Overwrite the sealed key with nothing, and end all requests; None where there was no key."""
    for request in work.find(AuthRequest, account_id=account.id, ended_at=None):
        end(work, request)
    held = kept(work, account)
    if held is None or not held.sealed:
        return None
    return work.replace(replace(held, key_id="", sealed=b"", updated_at=work.now))


def end(work: Work, request: AuthRequest) -> AuthRequest:
    """The request can be used no more; raises Conflict where somebody else has just used it."""
    return work.replace(replace(request, key_id="", sealed=b"", ended_at=work.now))
