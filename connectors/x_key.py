"""An account's key at X: read from its text, and renewed through tweepy once it ran out."""

import json
import re
import threading
from collections.abc import Callable
from http.client import OK
from types import SimpleNamespace

import requests
import tweepy

from casework.errors import AuthExpired, SchemaChanged
from connectors.answers import parsed, words

RENEWAL = "https://api.twitter.com/2/oauth2/token"
VISIBLE = re.compile(r"[!-~]+")
TOKENS = ("access_token", "refresh_token")
Post = Callable[..., requests.Response]


class XKey:
    """The key; its form is told in `connectors.x.X`. `renewed` is called with the text of each new one."""

    def __init__(self, text: str, renewed: Callable[[str], None]) -> None:
        """A text that is no such object is a key that holds nothing."""
        self._fields = _object(text)
        self._renewed = renewed
        self._lock = threading.Lock()

    @property
    def token(self) -> str:
        """What opens X's doors now; raises AuthExpired where there is none."""
        if token := self._field("access_token"):
            return token
        raise AuthExpired("x: the key holds no access_token; connect the account again")

    @property
    def user_id(self) -> str:
        """The account's number at X, or "" where the key does not tell it."""
        return self._field("user_id")

    def renew(self, refused: str, post: Post) -> None:
        """Get a new key in place of the refused token, unless another thread has done so.

        X takes each refresh token once: https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token.
        Raises AuthExpired where that cannot be.
        """
        with self._lock:
            if self.token == refused:
                self._fields |= self._told(post)
                self._renewed(json.dumps(self._fields))

    def _field(self, name: str) -> str:
        """What can stand in a request's head, else ""."""
        return words(self._fields, name) if VISIBLE.fullmatch(words(self._fields, name)) else ""

    def _told(self, post: Post) -> dict[str, object]:
        refresh_token, client = self._field("refresh_token"), self._field("client_id")
        if not (refresh_token and client):
            raise AuthExpired("x: the key ran out and cannot be renewed; connect the account again")
        handler = tweepy.OAuth2UserHandler(
            client_id=client,
            redirect_uri=None,
            scope=None,
            client_secret=self._field("client_secret") or None,
        )
        handler.post = _through(post)
        told = handler.refresh_token(
            RENEWAL, refresh_token=refresh_token, auth=handler.auth, client_id=client
        )
        return {name: words(told, name) for name in TOKENS}


def _through(post: Post) -> Callable[..., object]:
    """tweepy's own session knows neither our base URL nor our errors, and loses a key for an odd field."""

    def posted(url: str, **rest: object) -> object:
        rest.pop("withhold_token", None)
        answer = post(url, **rest).json()
        tokens = {name: token for name in TOKENS if (token := words(answer, name))}
        if TOKENS[0] not in tokens:
            raise SchemaChanged("x: the answer to the renewal of the key holds none")
        return SimpleNamespace(text=json.dumps(tokens), status_code=OK, headers={})

    return posted


def _object(text: str) -> dict[str, object]:
    try:
        found = parsed(text.encode(errors="replace"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
