"""Signing in at Google for YouTube: OAuth 2 with PKCE, through google-auth-oauthlib.

https://developers.google.com/youtube/v3/guides/auth/server-side-web-apps
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from google_auth_oauthlib.flow import Flow

from casework.account import Account
from connectors.answers import listed, words
from connectors.oauth import (
    Elsewhere,
    asking,
    at_server,
    check_handle,
    fields,
    granting,
    or_given_back,
    written,
)

PUBLIC, TOKENS = "https://www.googleapis.com", "https://oauth2.googleapis.com"
PAGE = "https://accounts.google.com/o/oauth2/v2/auth"
SCOPES = ["https://www.googleapis.com/auth/youtube.force-ssl"]  # comments, held ones too, and replies


class GoogleDoor:
    """One app at Google."""

    needs = ("google_client_id", "google_client_secret")

    def __init__(self, told: Mapping[str, str]) -> None:
        """`told`: the settings by name."""
        self._id, self._secret = told["google_client_id"], told["google_client_secret"]

    def begin(self, account: Account, redirect_uri: str, state: str) -> tuple[str, str]:
        """Where to send the officer, and the PKCE verifier to keep."""
        flow = self._flow(account, redirect_uri)
        # Without the consent page Google gives a refresh token the first time only.
        url, _ = flow.authorization_url(state=state, prompt="select_account consent")
        return at_server(account, url), written(verifier=flow.code_verifier)

    def finish(self, account: Account, redirect_uri: str, kept: str, code: str) -> str:
        """The key as JSON, see connectors.youtube_key.Key; raises NotGranted and Transient."""
        flow = self._flow(account, redirect_uri, fields(kept)["verifier"])
        with granting("youtube"):
            told = flow.fetch_token(code=code)
        key = written(
            access_token=told["access_token"],
            refresh_token=told.get("refresh_token"),
            expires_at=datetime.fromtimestamp(float(told.get("expires_at") or 0), UTC).isoformat(),
            client_id=self._id,
            client_secret=self._secret,
        )
        asked = {"part": "snippet", "mine": "true"}
        session = asking("youtube", PUBLIC, account, told["access_token"])
        channels = listed(session.get(f"{PUBLIC}/youtube/v3/channels", params=asked).json(), "items")
        names = [words(c, "snippet", "customUrl") for c in channels] + [words(c, "id") for c in channels]
        with or_given_back(lambda: self.revoke(account, key)):
            check_handle("youtube", account, *names)
        return written(**fields(key), channel_id=words(channels[0], "id"))

    def revoke(self, account: Account, key: str) -> bool:
        """Have Google forget the key and all that came of it; raises Transient and NotGranted."""
        told = fields(key)
        token = told.get("refresh_token") or told.get("access_token", "")
        asking("youtube", TOKENS, account).post(f"{TOKENS}/revoke", data={"token": token})
        return True

    def _flow(self, account: Account, redirect_uri: str, verifier: str | None = None) -> Flow:
        app = {"client_id": self._id, "client_secret": self._secret}
        told = {"web": app | {"auth_uri": PAGE, "token_uri": f"{TOKENS}/token"}}
        flow = Flow.from_client_config(told, SCOPES, redirect_uri=redirect_uri, code_verifier=verifier)
        flow.oauth2session.mount("https://", Elsewhere(account))
        return flow
