"""Asks a server of the AT protocol on behalf of one account, and tells its troubles in our words."""

from typing import Any

import httpx
from atproto import Client, Request, exceptions  # type: ignore[import-untyped]  # ships no types
from atproto_client.request import Response  # type: ignore[import-untyped]  # ships no types

from casework.account import Account
from casework.errors import AuthExpired, ConnectorError, RateLimited, SchemaChanged, Transient
from connectors.answers import from_unix, parsed, shown

KEY_REFUSED = {"InvalidToken", "ExpiredToken", "AuthMissing", "AccountTakedown", "AccountDeactivated"}
NO_RECORD = "RecordNotFound"
TIMEOUT = 30.0


class NoRecord(SchemaChanged):
    """The network knows no such record."""


class AtServer:
    """The account's server; logs in at the first question, and again after its key was refused."""

    def __init__(self, account: Account, password: str) -> None:
        """`account.server` is its base URL, "" for the public one."""
        self._account = account
        self._password = password
        self._client: Client | None = None

    def ask(self, method: str, params: object) -> object:
        """The answer as plain JSON; a session that ran out is renewed once.

        Raises AuthExpired, RateLimited, Transient, NoRecord or SchemaChanged.
        """
        was_logged_in = self._client is not None
        try:
            return self._ask_once(method, params)
        except AuthExpired:
            self._client = None
            if not was_logged_in:
                raise
        return self._ask_once(method, params)

    def _ask_once(self, method: str, params: object) -> object:
        try:
            return self._session().invoke_query(method, params).content
        except (exceptions.AtProtocolError, httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise _in_our_words(error) from error

    def _session(self) -> Client:
        if not self._client:
            request = _Request(timeout=TIMEOUT, event_hooks={"response": [_refuse_what_is_no_answer]})
            client = Client(self._account.server or None, request=request)
            client.login(self._account.handle, self._password, fetch_bsky_profile=False)
            self._client = client
        return self._client


class _Request(Request):  # type: ignore[misc]  # the library ships no types
    """Reads answers with our own eyes: for one odd item the library's would refuse the whole page."""

    def get(self, *args: Any, **kwargs: Any) -> Response:
        answer = self._send_request("GET", *args, **kwargs)
        return Response(True, answer.status_code, parsed(answer.content), dict(answer.headers))


def _refuse_what_is_no_answer(response: httpx.Response) -> None:
    """A server in trouble, or a page for people (a proxy's, a portal's) in place of an answer."""
    is_json = "json" in response.headers.get("content-type", "")
    if response.is_server_error or (response.is_success and not is_json):
        raise Transient(f"bluesky: HTTP {response.status_code} and no answer; the next poll tries again")


def _in_our_words(error: Exception) -> ConnectorError:
    said = f"bluesky: {shown(str(error) or type(error).__name__)}"
    if isinstance(error, exceptions.RateLimitExceededError):
        return RateLimited(
            f"{said}; asked too often", from_unix(error.response.headers.get("ratelimit-reset"))
        )
    code = getattr(getattr(getattr(error, "response", None), "content", None), "error", "")
    if code in KEY_REFUSED or isinstance(error, exceptions.UnauthorizedError | exceptions.LoginRequiredError):
        return AuthExpired(f"{said}; the key is refused, connect the account again")
    if code == NO_RECORD:
        return NoRecord(said)
    if isinstance(error, exceptions.AtProtocolError) and not isinstance(error, exceptions.NetworkError):
        return SchemaChanged(f"{said}; this version does not know that answer")
    return Transient(f"{said}; the next poll tries again")
