"""Asks a server of the AT protocol on behalf of one account, and tells its troubles in our words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from atproto import Client, exceptions
from atproto import models as models  # its one door into the house

from casework.account import Account
from casework.errors import AuthExpired, ConnectorError, RateLimited, Refused, SchemaChanged, Transient
from casework.network import Meter
from connectors.answers import from_unix, shown
from connectors.bluesky_http import NOT_SERVED, MeteredRequest

RAN_OUT = {"InvalidToken", "ExpiredToken"}
KEY_REFUSED = {*RAN_OUT, "AuthMissing", "AccountTakedown", "AccountDeactivated"}
NARROW_KEY = ("Bad token method", "Bad token scope")  # what a server says to an app password that may not
NO_RECORD = {"RecordNotFound", "NotFound"}  # the latter of a post whose thread is asked for
NO_SERVICE = "resolve proxy did"


class NoRecord(SchemaChanged):
    """The network knows no such record."""


class NotTaken(SchemaChanged):
    """The network calls the question itself wrong; its own words are the first argument."""


class NarrowKey(AuthExpired):
    """The key is good, but not for this."""


@contextmanager
def taken_or_refused() -> Iterator[None]:
    """On the way of something written, what the network calls a bad request is Refused, in its own words."""
    try:
        yield
    except NotTaken as why:
        raise Refused(f"{why}; nothing was sent") from why


class AtServer:
    """The account's server; logs in at the first question, and again after its key was refused."""

    def __init__(self, account: Account, password: str, meter: Meter) -> None:
        """`account.server` is its base URL, "" for the public one."""
        self._account, self._password, self._meter = account, password, meter
        self._client: Client | None = None
        self._did = ""

    @property
    def did(self) -> str:
        """The account's lasting id; raises as `ask` where it must log in first."""
        if not self._did:
            _told_in_our_words(self._session)
        return self._did

    def ask(self, method: str, params: object, service: str = "") -> object:
        """The answer as plain JSON; a session that ran out is renewed once.

        `service`, a DID with the service's id behind a #, answers in place of the server itself. Raises
        AuthExpired, RateLimited, BudgetSpent, Transient, NoRecord or SchemaChanged.
        """
        headers = _to(service)
        return self._renewed(
            lambda: self._session().invoke_query(method, params, headers=headers).content, service
        )

    def send(self, method: str, data: object, service: str = "") -> object:
        """Write; the answer and the errors are those of `ask`, and Refused where it is not taken."""
        headers = {"content-type": "application/json", **_to(service)}
        with taken_or_refused():
            return self._renewed(
                lambda: self._session().invoke_procedure(method, data=data, headers=headers).content, service
            )

    def _renewed(self, call: Callable[[], object], service: str) -> object:
        """One may sign in 300 times a day: what a service refuses must not use that up for the rest."""
        was_logged_in = self._client is not None
        try:
            return _told_in_our_words(call)
        except AuthExpired as why:
            if isinstance(why, NarrowKey) or (service and _code(why.__cause__) not in RAN_OUT):
                raise
            self._client = None
            if not was_logged_in:
                raise
        return _told_in_our_words(call)

    def _session(self) -> Client:
        if not self._client:
            client = Client(self._account.server or None, request=MeteredRequest(self._meter))
            client.on_session_change(self._changed)
            client.login(self._account.handle, self._password, fetch_bsky_profile=False)
            self._client = client
        return self._client

    def _changed(self, _event: object, session: Any) -> None:
        self._did = session.did


def _told_in_our_words(call: Callable[[], object]) -> object:
    try:
        return call()
    except (exceptions.AtProtocolError, httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise _in_our_words(error) from error


def _to(service: str) -> dict[str, str]:
    return {"atproto-proxy": service} if service else {}


def _code(error: BaseException | None) -> str:
    return getattr(getattr(getattr(error, "response", None), "content", None), "error", "")


def _said(error: BaseException) -> str:
    return f"bluesky: {shown(str(error) or type(error).__name__)}"


def _in_our_words(error: Exception) -> ConnectorError:
    said, response = _said(error), getattr(error, "response", None)
    if isinstance(error, exceptions.RateLimitExceededError):
        reset_at = from_unix(error.response.headers.get("ratelimit-reset"))
        return RateLimited(f"{said}; asked too often", reset_at)
    code = _code(error)
    if code in KEY_REFUSED or isinstance(error, exceptions.UnauthorizedError | exceptions.LoginRequiredError):
        return _key_refused(said)
    if NO_SERVICE in said or getattr(response, "status_code", 0) in NOT_SERVED:
        return Transient(f"{said}; this server does not lead there, the other streams go on")
    if isinstance(error, exceptions.BadRequestError):
        return NoRecord(said) if code in NO_RECORD else NotTaken(said)
    if isinstance(error, exceptions.AtProtocolError) and not isinstance(error, exceptions.NetworkError):
        return SchemaChanged(f"{said}; this version does not know that")
    return Transient(f"{said}; the next poll tries again")


def _key_refused(said: str) -> AuthExpired:
    if any(words in said for words in NARROW_KEY):
        return NarrowKey(f"{said}; this app password may not do that, connect the account with one that may")
    return AuthExpired(f"{said}; the key is refused, connect the account again")
