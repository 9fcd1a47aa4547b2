"""What the ways to sign in at the networks (OAuth 2, RFC 6749) have in common."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import requests
from oauthlib.oauth2 import OAuth2Error
from requests.adapters import HTTPAdapter

from casework.account import Account
from casework.errors import ConnectorError, Transient
from connectors.answers import parsed, shown, words
from connectors.session import SERVER_ERROR, TIMEOUT, NetworkSession

# What libraries raise of answers whose fields are of another type than they take for granted.
UNFIT = (AttributeError, KeyError, TypeError, ValueError, RecursionError)
log = logging.getLogger(__name__)
# Below this level they write keys, codes and our app's secret into the log.
for _name in ("requests_oauthlib", "oauthlib", "urllib3", "tweepy", "google_auth_oauthlib"):
    logging.getLogger(_name).setLevel(max(logging.INFO, logging.getLogger(_name).level))


class NotGranted(ConnectorError):
    """The network gave no key; the officer must begin again, or sign in there as somebody else."""


class Elsewhere(HTTPAdapter):
    """Sends what a library asks of a network's public address to the account's server, if it has one."""

    def __init__(self, account: Account) -> None:
        """`account.server` "" leaves everything where it is."""
        super().__init__()
        self._base = account.server

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Never waits for ever, and takes no page for people (a proxy's) for an answer."""
        if self._base:
            request.url = self._base + request.path_url
        kwargs["timeout"] = kwargs.get("timeout") or TIMEOUT
        response = super().send(request, *args, **kwargs)
        if response.status_code >= SERVER_ERROR or not _is_object(response):
            raise Transient(
                f"{urlsplit(request.url or '').hostname}: HTTP {response.status_code} and no answer"
            )
        return response


def at_server(account: Account, url: str) -> str:
    """The address of a network's page for people, on the account's server if it has one."""
    parts = urlsplit(url)
    return f"{account.server}{parts.path}?{parts.query}" if account.server else url


@contextmanager
def granting(network: str) -> Iterator[None]:
    """What goes wrong on the way to a key, in our words: never with a code, a key or a secret in them."""
    try:
        yield
    except OAuth2Error as error:
        raise NotGranted(f"{network}: {shown(error.error)}; the sign-in was not taken, begin again") from None
    except Warning:  # so the library says that less was allowed than was asked for
        raise NotGranted(
            f"{network}: not everything that is needed was allowed; begin again and leave all boxes ticked"
        ) from None
    except requests.RequestException as error:
        raise Transient(f"{network}: {type(error).__name__}; try again in a while") from None
    except UNFIT as error:
        raise NotGranted(f"{network}: {type(error).__name__}; the answer holds no key, begin again") from None


def asking(network: str, public: str, account: Account, key: str = "") -> NetworkSession:
    """A session that asks with this key, and says in our words what is refused."""

    def refused(response: requests.Response, answer: object) -> ConnectorError | None:
        if response.ok or response.status_code >= SERVER_ERROR:
            return None
        said = words(answer, "error") or f"HTTP {response.status_code}"
        return NotGranted(f"{network}: {shown(said)}; the sign-in was not taken, begin again")

    session = NetworkSession(network, public, account.server, refused)
    if key:
        session.headers["authorization"] = f"Bearer {key}"
    return session


def check_handle(network: str, account: Account, *signed_in_as: str) -> None:
    """Raise NotGranted where somebody else is signed in there: a private account must never be connected."""
    wanted = same(account.handle)
    if not wanted or wanted not in {same(one) for one in signed_in_as}:
        who = ", ".join(shown(one) for one in signed_in_as if one) or "somebody unknown"
        raise NotGranted(
            f"{network}: you are signed in there as {who}, not as {account.handle}; sign in there as "
            f"{account.handle} and begin again. Nothing was kept"
        )


def same(handle: str) -> str:
    """A handle as networks compare it: without @ and case."""
    return handle.strip().removeprefix("@").casefold()


def fields(key: str) -> dict[str, str]:
    """The text fields of a JSON key; none where it is no JSON object."""
    try:
        told = parsed(key.encode(errors="replace"))
    except ValueError:
        told = None
    found = told.items() if isinstance(told, dict) else ()
    return {name: value for name, value in found if isinstance(value, str)}


def written(**given: object) -> str:
    """A JSON key of what is there."""
    return json.dumps({name: value for name, value in given.items() if value})


@contextmanager
def or_given_back(revoke: Callable[[], object]) -> Iterator[None]:
    """A key that turns out to be somebody else's is given back before that is told."""
    try:
        yield
    except NotGranted:
        try:
            revoke()
        except ConnectorError as error:
            log.warning("a key that is not kept could not be given back: %s", error)
        raise


def _is_object(response: requests.Response) -> bool:
    try:
        return isinstance(parsed(response.content), dict) or not response.content
    except ValueError:
        return False
