"""The way out to networks for libraries that use requests: one place that knows what can go wrong."""

from collections.abc import Callable, Mapping
from typing import Any

import requests
from urllib3.exceptions import MaxRetryError

from casework.errors import AuthExpired, ConnectorError, RateLimited, SchemaChanged, Transient
from connectors.answers import parsed, shown

TIMEOUT = 30.0
UNAUTHORIZED, TOO_MANY, SERVER_ERROR = 401, 429, 500
NO_JSON, READS = object(), ("GET", "HEAD")
Trouble = Callable[[requests.Response, object], ConnectorError | None]


class NetworkSession(requests.Session):
    """A session that sends what is meant for `public` to `base` (both without a slash at the end), and raises
    our errors instead of handing out an answer that is none.

    `trouble(response, answer)` says what an answer means that the network itself calls wrong, by its own
    codes; None leaves it to the common rules. Keys never stand in an error: only the path is named.
    """

    def __init__(self, network: str, public: str, base: str, trouble: Trouble) -> None:
        """`base` "" is the public address."""
        super().__init__()
        self._network, self._public, self._base, self._trouble = network, public, base or public, trouble

    def request(self, method: str, url: str | bytes, *args: Any, **kwargs: Any) -> requests.Response:
        """The answer, its JSON read; raises AuthExpired, RateLimited, Transient, SchemaChanged or what
        `trouble` says."""
        told = url.decode() if isinstance(url, bytes) else url
        there = self._base + told.removeprefix(self._public) if told.startswith(self._public) else told
        kwargs["timeout"] = kwargs.get("timeout") or TIMEOUT
        try:
            response = super().request(method, there, *args, **kwargs)
        except requests.RequestException as error:
            told = f"{self._network}: {type(error).__name__}; the next poll tries again"
            raise Transient(told, cut_off=_left(error)) from None
        answer = _json(response)
        found = self._no_answer(response, answer) or self._trouble(response, answer)
        if found := found or self._refused(response, answer):
            raise found
        response.json = lambda **_: answer  # type: ignore[method-assign]  # libraries ask for it again
        return response

    def _no_answer(self, response: requests.Response, answer: object) -> ConnectorError | None:
        """A server in trouble, an answer cut off, or a page for people (a proxy's) in its place."""
        silent = response.ok and answer is NO_JSON
        if not silent and response.status_code < SERVER_ERROR:
            return None
        told = f"{self._said(response)} and no answer; the next poll tries again"
        return Transient(told, cut_off=silent or response.request.method not in READS)

    def _refused(self, response: requests.Response, answer: object) -> ConnectorError | None:
        if response.ok:
            return None
        if response.status_code == TOO_MANY:
            return RateLimited(f"{self._said(response)}; asked too often")
        if response.status_code == UNAUTHORIZED:
            return AuthExpired(f"{self._said(response)}; the key is refused, connect the account again")
        return SchemaChanged(f"{self._said(response)}: {shown(answer)}; this version does not know that")

    def _said(self, response: requests.Response) -> str:
        path = (response.request.path_url or "").partition("?")[0]
        return f"{self._network}: HTTP {response.status_code} at {shown(path)}"


def _json(response: requests.Response) -> object:
    try:
        return parsed(response.content)
    except ValueError:
        return NO_JSON


def _left(error: requests.RequestException) -> bool:
    """Whether the question may have left us: requests wraps what failed before in a MaxRetryError."""
    return not isinstance(next(iter(error.args), None), MaxRetryError)


def header_number(headers: Mapping[str, str], name: str) -> int | None:
    """A header that is a whole number, or None."""
    told = headers.get(name, "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 19 else None
