"""Asks a Mastodon server on behalf of one account, and tells its troubles in our words."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from mastodon import Mastodon as Client
from mastodon import MastodonError

from casework.account import Account
from casework.errors import AuthExpired, ConnectorError, RateLimited, Refused, SchemaChanged
from casework.network import Meter
from connectors.answers import from_unix, moment, parsed, shown, words
from connectors.session import TIMEOUT, TOO_MANY, NetworkSession, header_number

FORBIDDEN, NOT_FOUND, GONE, UNFIT = 403, 404, 410, 422
READING = "read"  # one limit for all questions; posting has its own
LOGIN_REFUSED = ("scope", "login")
REMAINING, RESET = "X-RateLimit-Remaining", "X-RateLimit-Reset"


class Declined(SchemaChanged):
    """The server understood, and does not do it."""


class NotThere(Declined):
    """The server has no such post, or shows it to the officer no longer."""


class MastodonServer:
    """The account's server, asked through Mastodon.py; answers are handed out as they came.

    Source: https://docs.joinmastodon.org/client/intro/ and, for limits, /api/rate-limits/.
    """

    def __init__(self, account: Account, key: str, meter: Meter) -> None:
        """`account.server` is the server's base URL; "" the server in the account's handle."""
        named = account.handle.lstrip("@").rpartition("@")[2] if "@" in account.handle.lstrip("@") else ""
        self.url = (account.server or (f"https://{named}" if named else "")).rstrip("/")
        if not self.url:
            raise Refused(f"{shown(account.handle)}: no server; write the handle as name@server")
        self.domain = named or urlsplit(self.url).hostname or ""
        self.token = token_of(key)
        self._meter = meter
        self._session = _Session(self.url)
        self._client = client(self.url, self.token, self._session)

    def ask(self, method: str, *args: object, reads: int = 0, writes: int = 0, **kwargs: object) -> object:
        """What the server answered to this method of Mastodon.py, as plain JSON.

        Raises AuthExpired, RateLimited, Transient, Declined, NotThere or SchemaChanged.
        """
        if not self.token:
            raise AuthExpired("mastodon: the key is none; connect the account again")
        what = method if writes else READING
        self._meter.ask(what, reads=reads, writes=writes)
        try:
            getattr(self._client, method)(*args, **kwargs)
        except MastodonError as error:  # the library wraps what our session raised
            found = _in_our_words(error)
            if isinstance(found, RateLimited):
                self._meter.told(what, remaining=0, reset_at=found.reset_at)
            raise found from None
        answer, headers = self._session.answer, self._session.said.headers
        told = len(answer) if isinstance(answer, list) else reads
        left = header_number(headers, REMAINING)
        self._meter.told(what, reads=told, writes=writes, remaining=left, reset_at=_reset(headers))
        return answer

    def next_page(self) -> str:
        """The `max_id` behind the page that was answered last; "" where it was the last."""
        links, answer = self._session.said.links, self._session.answer
        if not links and isinstance(answer, list) and answer:  # a proxy took the links away
            return words(answer[-1], "id")
        told = links.get("next", {}).get("url", "")
        return parse_qs(urlsplit(told).query).get("max_id", [""])[0]


def items(answer: object) -> list[object]:
    """The answer that should be a list; raises SchemaChanged."""
    if not isinstance(answer, list):
        raise SchemaChanged(f"mastodon: no list: {shown(answer)}")
    return answer


def client(url: str, token: str, session: requests.Session) -> Client:
    """Mastodon.py for this server; it is given the token afterwards, for it takes one that looks like a
    path for the name of a file to read."""
    made = Client(api_base_url=url, session=session, ratelimit_method="throw", request_timeout=TIMEOUT)
    made.access_token = token
    return made


def token_of(key: str) -> str:
    """The token in a key: the key itself, or "access_token" of a JSON object; "" where none fits."""
    try:
        answer = parsed(key.encode(errors="replace"))
    except ValueError:
        answer = None
    token = words(answer, "access_token") if isinstance(answer, dict) else key.strip()
    return token if token.isascii() and token.isprintable() and " " not in token else ""


class _Session(NetworkSession):
    """Keeps the answers, and tells the library only that there was one: it would make objects of its own of
    them, drop dates that are none, and refuse all for one odd header."""

    def __init__(self, url: str) -> None:
        super().__init__("mastodon", url, url, _trouble)
        self.said = requests.Response()
        self.answer: object = None

    def request(self, method: str, url: str | bytes, *args: Any, **kwargs: Any) -> requests.Response:
        """Also what the server filtered away, as it does by default with private posts of strangers."""
        if method == "GET" and str(url).endswith("/api/v1/notifications"):
            kwargs["params"] = {**kwargs.get("params", {}), "include_filtered": "true"}
        self.said = super().request(method, url, *args, **kwargs)
        self.answer = self.said.json()
        taken = requests.Response()
        taken.status_code = self.said.status_code
        taken.raw = BytesIO(b"[]" if isinstance(self.answer, list) else b"{}")
        return taken


def _in_our_words(error: MastodonError) -> ConnectorError:
    cause = error.__context__
    return cause if isinstance(cause, ConnectorError) else SchemaChanged(f"mastodon: {shown(error)}")


def _trouble(response: requests.Response, answer: object) -> ConnectorError | None:
    status, said = response.status_code, shown(words(answer, "error"))
    if status == TOO_MANY:
        return RateLimited("mastodon: asked too often", _reset(response.headers))
    if status == FORBIDDEN and any(word in said for word in LOGIN_REFUSED):
        return AuthExpired(f"mastodon: {said}; connect the account again")
    if status in (NOT_FOUND, GONE) and said:  # without a word it is the page of a proxy
        return NotThere(f"mastodon: {said}")
    if status in (FORBIDDEN, UNFIT) and said:
        return Declined(f"mastodon: {said}")
    return None


def _reset(headers: Mapping[str, str]) -> datetime | None:
    """When the server may be asked again: Mastodon writes a date, others seconds since 1970."""
    told = headers.get(RESET, "")
    return moment(told) or from_unix(told)
