"""Signing in at X: OAuth 2 with PKCE, through tweepy.

https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/authorization-code
"""

from collections.abc import Mapping
from urllib.parse import urlencode

import tweepy

from casework.account import Account
from connectors.answers import words
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

PUBLIC = "https://api.x.com"
SCOPES = [
    *("tweet.read", "tweet.write", "users.read", "dm.read", "dm.write"),
    "offline.access",  # without it the key ends after two hours
]


class XDoor:
    """One app at X; `x_client_secret` is empty for a public client."""

    needs = ("x_client_id",)

    def __init__(self, told: Mapping[str, str]) -> None:
        """`told`: the settings by name."""
        self._id, self._secret = told["x_client_id"], told["x_client_secret"]

    def begin(self, account: Account, redirect_uri: str, state: str) -> tuple[str, str]:
        """Where to send the officer, and the PKCE verifier to keep."""
        handler = self._handler(account, redirect_uri)
        handler.state = state
        url = handler.get_authorization_url()
        return at_server(account, url), written(verifier=handler._client.code_verifier)

    def finish(self, account: Account, redirect_uri: str, kept: str, code: str) -> str:
        """The key as JSON, see connectors.x.X; raises NotGranted and Transient."""
        handler = self._handler(account, redirect_uri)
        handler._client.code_verifier = fields(kept)["verifier"]
        with granting("x"):
            # The library takes the code out of an address only, and out of none that is not https.
            told = handler.fetch_token(f"https://localhost/?{urlencode({'code': code})}")
        me = asking("x", PUBLIC, account, told["access_token"]).get(f"{PUBLIC}/2/users/me").json()
        key = written(
            access_token=told["access_token"],
            refresh_token=told.get("refresh_token"),
            client_id=self._id,
            client_secret=self._secret,
            user_id=words(me, "data", "id"),
        )
        with or_given_back(lambda: self.revoke(account, key)):
            check_handle("x", account, words(me, "data", "username"))
        return key

    def revoke(self, account: Account, key: str) -> bool:
        """Have X forget the key; raises Transient and NotGranted."""
        told = fields(key)
        session = asking("x", PUBLIC, account)
        auth = (self._id, self._secret) if self._secret else None
        for name in ("refresh_token", "access_token"):
            form = {"token": told.get(name, ""), "token_type_hint": name, "client_id": self._id}
            session.post(f"{PUBLIC}/2/oauth2/revoke", data=form, auth=auth)
        return True

    def _handler(self, account: Account, redirect_uri: str) -> tweepy.OAuth2UserHandler:
        handler = tweepy.OAuth2UserHandler(
            client_id=self._id, redirect_uri=redirect_uri, scope=SCOPES, client_secret=self._secret or None
        )
        handler.mount("https://", Elsewhere(account))
        return handler
