"""Asks YouTube's Data API on behalf of one channel, and tells its troubles in our words."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httplib2
import requests
from googleapiclient.discovery import build

from casework.account import Account
from casework.errors import AuthExpired, ConnectorError, RateLimited, SchemaChanged, Transient
from casework.network import Meter
from casework.pools import Shared
from connectors.answers import listed, raw, shown, words
from connectors.session import TOO_MANY, NetworkSession, header_number
from connectors.youtube_key import CONNECT_AGAIN, Key

PUBLIC = "https://youtube.googleapis.com"
DAY_SPENT, COMMENTS_OFF = ("quotaExceeded", "dailyLimitExceeded"), "commentsDisabled"
TOO_OFTEN = ("rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED")
KEY_REFUSED = ("API_KEY_INVALID", "accessNotConfigured", "authError", "insufficientPermissions", "keyInvalid")
FOR_NOW = ("backendError", "processingFailure")
QUOTA = "quota"
QUOTA_DAY = ZoneInfo("America/Los_Angeles")
LONGEST_WAIT = 86_400  # seconds
UNIT, WRITING = 1, 50  # quota units of a list and of an insert


class Declined(SchemaChanged):
    """YouTube understood, and does not do it."""


class NoComments(Declined):
    """Comments are turned off there."""


class NotThere(Declined):
    """There is no such comment, video or channel."""


MEANINGS: Mapping[str | int, type[ConnectorError]] = {
    **dict.fromkeys((*DAY_SPENT, *TOO_OFTEN, TOO_MANY), RateLimited),
    **dict.fromkeys(KEY_REFUSED, AuthExpired),
    **dict.fromkeys(FOR_NOW, Transient),
    COMMENTS_OFF: NoComments,
    404: NotThere,
    400: Declined,
    403: Declined,
}


class YouTubeApi:
    """The API of version 3 through google-api-python-client, which ships its description.

    The meter counts quota units, under one name for all questions (reads: 1 a list; writes: 50 an insert).
    The 10,000 of a day are the Google project's: all accounts connected with the same client share them, and
    learn together that they are used up.
    Source: https://developers.google.com/youtube/v3/docs and /v3/determine_quota_cost.
    """

    def __init__(self, account: Account, key: Key, meter: Meter) -> None:
        """`account.server` is the base URL, "" the public one."""
        self._key, self._meter = key, meter
        self._http = _Http(NetworkSession("youtube", PUBLIC, account.server, _trouble), key)
        self._service: Any = None

    def ask(self, resource: str, method: str = "list", **params: object) -> object:
        """The answer to such as ask("commentThreads", part="snippet"), as plain JSON.

        A token that ran out is renewed once. Raises AuthExpired, RateLimited, Transient, NoComments,
        NotThere, Declined or SchemaChanged.
        """
        self._key.make_ready()
        try:
            return self._ask_once(resource, method, params)
        except AuthExpired:
            if not self._key.renewable:
                raise
        self._key.renew()
        return self._ask_once(resource, method, params)

    def _ask_once(self, resource: str, method: str, params: Mapping[str, object]) -> object:
        reads, writes = (0, WRITING) if method == "insert" else (UNIT, 0)
        shared = Shared(self._key.project, _midnight())
        self._meter.ask(QUOTA, reads=reads, writes=writes, shared=shared)
        if self._service is None:
            self._service = build(
                "youtube", "v3", http=self._http, static_discovery=True, cache_discovery=False
            )
        try:
            answer: object = getattr(getattr(self._service, resource)(), method)(**params).execute()
        except RateLimited as error:
            self._meter.told(QUOTA, reads=reads, writes=writes, remaining=0, reset_at=error.reset_at)
            if error.reset_at == shared.until:
                self._meter.used_up(shared)
            raise
        except Declined:  # it cost the same
            self._meter.told(QUOTA, reads=reads, writes=writes)
            raise
        self._meter.told(QUOTA, reads=reads, writes=writes)
        return answer


class _Http:
    """What the library takes for httplib2: sends through our session, with the key."""

    def __init__(self, session: NetworkSession, key: Key) -> None:
        self._session, self._key = session, key

    def request(
        self, uri: str, method: str = "GET", body: str | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[httplib2.Response, bytes]:
        """The answer as our session read it: what nests too deep for the library's parser is cut."""
        sent = {**(headers or {}), **self._key.headers()}
        response = self._session.request(method, uri, data=body, headers=sent)
        return httplib2.Response({"status": str(response.status_code)}), raw(response.json())


def _trouble(response: requests.Response, answer: object) -> ConnectorError | None:
    """By the reasons that https://developers.google.com/youtube/v3/docs/errors lists, else by the status."""
    if response.ok:
        return None
    errors = [*listed(answer, "error", "errors"), *listed(answer, "error", "details")]
    reasons = [reason for one in errors if (reason := words(one, "reason"))]
    keys: list[str | int] = [*reasons, response.status_code]
    known = [MEANINGS[key] for key in keys if key in MEANINGS]
    if not known or not (reasons or response.status_code == TOO_MANY):  # without a reason: a proxy's page
        return None
    said = f"youtube: {shown(', '.join(reasons))}: {shown(words(answer, 'error', 'message'))}"
    if known[0] is RateLimited:
        wait = header_number(response.headers, "retry-after")
        return RateLimited(said, _after(wait, day_spent=any(one in DAY_SPENT for one in reasons)))
    if known[0] is AuthExpired:
        return AuthExpired(f"{said}; {CONNECT_AGAIN}")
    return known[0](said)


def _after(wait: int | None, *, day_spent: bool) -> datetime | None:
    """The quota of the day is renewed at midnight in California; else YouTube may say how long to wait."""
    if day_spent:
        return _midnight()
    return datetime.now(UTC) + timedelta(seconds=min(wait, LONGEST_WAIT)) if wait else None


def _midnight() -> datetime:
    """When the quota's day ends."""
    tomorrow = datetime.now(QUOTA_DAY).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), QUOTA_DAY).astimezone(UTC)
