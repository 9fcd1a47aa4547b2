"""Signing in at a Mastodon server: Streife registers itself there as an app, through Mastodon.py.

https://docs.joinmastodon.org/client/authorized/ ; the library speaks no PKCE, the app's secret stands for it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from mastodon import Mastodon, MastodonError, MastodonNetworkError, MastodonServerError

from casework.account import Account
from casework.errors import Transient
from connectors.oauth import UNFIT, NotGranted, check_handle, fields, or_given_back, same, written
from connectors.session import TIMEOUT

NAME = "Streife"
SCOPES = ["read:accounts", "read:follows", "read:notifications", "read:statuses", "write:statuses"]
OUT_OF_REACH = (MastodonNetworkError, MastodonServerError)


class MastodonDoor:
    """Any Mastodon server; needs no settings."""

    needs = ()

    def __init__(self, _: Mapping[str, str]) -> None:
        """Nothing to be told."""

    def begin(self, account: Account, redirect_uri: str, state: str) -> tuple[str, str]:
        """Where to send the officer, and the app's id and secret to keep; raises NotGranted and Transient."""
        with _granting():
            client_id, secret = Mastodon.create_app(
                NAME, SCOPES, [redirect_uri], api_base_url=server_of(account), request_timeout=TIMEOUT
            )
            kept = written(client_id=client_id, client_secret=secret)
            page = _client(account, kept).auth_request_url(
                redirect_uris=redirect_uri, scopes=SCOPES, state=state, skip_server_info=True
            )
        return page, kept

    def finish(self, account: Account, redirect_uri: str, kept: str, code: str) -> str:
        """The key as JSON, see connectors.mastodon.Mastodon; raises NotGranted and Transient."""
        client = _client(account, kept)
        with _granting():
            plain = server_of(account).startswith("http://")
            token = client.log_in(code=code, redirect_uri=redirect_uri, scopes=SCOPES, allow_http=plain)
            name = client.account_verify_credentials()["username"]
        key = written(access_token=token, **fields(kept))
        domain = server_of(account).partition("://")[2]
        with or_given_back(lambda: self.revoke(account, key)):
            check_handle("mastodon", account, name, f"{name}@{domain}", f"{name}@{_domain(account)}")
        return key

    def revoke(self, account: Account, key: str) -> bool:
        """Have the server forget the key; raises NotGranted and Transient."""
        client = _client(account, key)
        client.access_token = fields(key).get("access_token")
        with _granting():
            client.revoke_access_token(allow_http=server_of(account).startswith("http://"))
        return True


def server_of(account: Account) -> str:
    """The account's server, else the one in its handle; raises NotGranted where there is none."""
    if not account.server and not _domain(account):
        raise NotGranted(f"mastodon: {account.handle} names no server; write the handle as name@server")
    return (account.server or f"https://{_domain(account)}").rstrip("/")


def _domain(account: Account) -> str:
    return same(account.handle).rpartition("@")[2] if "@" in same(account.handle) else ""


def _client(account: Account, kept: str) -> Mastodon:
    made = Mastodon(
        api_base_url=server_of(account),
        request_timeout=TIMEOUT,
        ratelimit_method="throw",
        mastodon_version="4.0.0",  # else it asks the server, and for ever where that tells none
    )
    # Not as arguments: one that looks like a path would be read as a file.
    made.client_id, made.client_secret = fields(kept).get("client_id"), fields(kept).get("client_secret")
    return made


@contextmanager
def _granting() -> Iterator[None]:
    """The library's errors in our words; their own words may hold what was sent."""
    try:
        yield
    except (MastodonError, *UNFIT) as error:
        name = type(error).__name__
        if any(isinstance(one, OUT_OF_REACH) for one in _behind(error)):
            raise Transient(f"mastodon: {name}; the server gave no answer, try again in a while") from None
        raise NotGranted(f"mastodon: {name}; the sign-in was not taken, begin again") from None


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__context__
