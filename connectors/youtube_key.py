"""An account's Google key: what it holds, how it is renewed, and how it reads in a store."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import requests
from google.auth.exceptions import GoogleAuthError
from google.auth.transport.requests import Request
from google.oauth2.credentials import Credentials

from casework.errors import AuthExpired, ConnectorError, SchemaChanged
from connectors.answers import moment, parsed, shown, words
from connectors.session import NetworkSession

TOKENS = "https://oauth2.googleapis.com"
BAD_REQUEST, UNAUTHORIZED = 400, 401
EARLY = timedelta(minutes=1)
CONNECT_AGAIN = "connect the account again"


class Key:
    """{"access_token", "refresh_token", "client_id", "client_secret", "expires_at"}, or {"api_key"} alone.

    `channel_id`, where it is told, is the channel that it belongs to; `expires_at` is an RFC 3339 time. With
    an API key only what everybody sees is read, and nothing written.
    Source: https://developers.google.com/identity/protocols/oauth2/web-server#offline.
    """

    def __init__(self, text: str, base: str, on_new: Callable[[str], None]) -> None:
        """`base` is where tokens are renewed, "" for Google; `on_new` is handed the renewed key."""
        self._told = _object(text)
        self.api_key, self.channel_id = words(self._told, "api_key"), words(self._told, "channel_id")
        self._on_new = on_new
        self._session = NetworkSession("youtube", TOKENS, base, _trouble)
        self._credentials = Credentials(  # type: ignore[no-untyped-call]  # google-auth types its arguments not
            token=words(self._told, "access_token") or None,
            refresh_token=words(self._told, "refresh_token") or None,
            token_uri=f"{TOKENS}/token",
            client_id=words(self._told, "client_id") or None,
            client_secret=words(self._told, "client_secret") or None,
        )
        self._expires_at = moment(words(self._told, "expires_at"))

    @property
    def is_personal(self) -> bool:
        """Whether it is the officer's own, not an API key."""
        return not self.api_key

    @property
    def project(self) -> str:
        """What names the Google project whose quota it takes: the number before its client id, or a digest of
        an API key."""
        if self.api_key:
            return f"key {sha256(self.api_key.encode(errors='replace')).hexdigest()[:16]}"
        return words(self._told, "client_id").partition("-")[0]

    @property
    def renewable(self) -> bool:
        """Whether there is a way to a new access token."""
        return bool(self._credentials.refresh_token)

    def make_ready(self) -> None:
        """Renew a token that runs out; raises AuthExpired where there is none, and what `renew` raises."""
        late = self._expires_at is not None and self._expires_at - EARLY <= datetime.now(UTC)
        if self.renewable and (late or not self._credentials.token):
            self.renew()
        if not self.api_key and not self._credentials.token:
            raise AuthExpired(f"youtube: the key holds no access token; {CONNECT_AGAIN}")

    def headers(self) -> dict[str, str]:
        """What a request must carry."""
        if self.api_key:
            return {"x-goog-api-key": self.api_key}
        return {"authorization": f"Bearer {self._credentials.token}"}

    def renew(self) -> None:
        """A new access token, handed out before it is used; raises AuthExpired, RateLimited, Transient or
        SchemaChanged."""
        try:
            self._credentials.refresh(Request(self._session))  # type: ignore[no-untyped-call]  # as above
        except (GoogleAuthError, ArithmeticError, TypeError, ValueError) as error:
            # Its text may hold what Google answered: tokens among it.
            name = type(error).__name__
            raise AuthExpired(f"youtube: the key cannot be renewed ({name}); {CONNECT_AGAIN}") from None
        expiry = self._credentials.expiry
        self._expires_at = expiry.replace(tzinfo=UTC) if expiry else None
        self._told |= {
            "access_token": self._credentials.token,
            "refresh_token": self._credentials.refresh_token,
            "expires_at": self._expires_at.isoformat() if self._expires_at else "",
        }
        self._on_new(json.dumps(self._told))


def _object(text: str) -> dict[str, object]:
    try:
        told = parsed(text.encode(errors="replace"))
    except ValueError:
        told = None
    return told if isinstance(told, dict) else {}


def _trouble(response: requests.Response, answer: object) -> ConnectorError | None:
    """Google refuses a token that was withdrawn with 400 invalid_grant."""
    if response.ok and not words(answer, "access_token"):
        return SchemaChanged("youtube: renewing the key gave no token; this version does not know that")
    if response.status_code in (BAD_REQUEST, UNAUTHORIZED):
        said = shown(words(answer, "error"))
        return AuthExpired(f"youtube: the key cannot be renewed ({said}); {CONNECT_AGAIN}")
    return None
