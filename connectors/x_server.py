"""Asks X on behalf of one account: through tweepy, counted, with names that X knows and a living key."""

import logging
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

import requests
import tweepy

from casework.account import Account
from casework.errors import RateLimited, SchemaChanged
from casework.network import Meter
from connectors.answers import at, listed, words
from connectors.session import NetworkSession
from connectors.x_items import key
from connectors.x_key import XKey
from connectors.x_troubles import KeyRanOut, OtherNames, limit, trouble
from connectors.x_vocabulary import INCLUDED, NOTHING, Asked

WRITTEN_BY_TWEEPY, PUBLIC = "https://api.twitter.com", "https://api.x.com"
NUMBER = re.compile(r"\d{1,19}", re.ASCII)

# Below these levels they write keys and direct messages into the log; tweepy warns of every newer name.
logging.getLogger("tweepy").setLevel(logging.ERROR)
logging.getLogger("requests_oauthlib").setLevel(logging.INFO)
logging.getLogger("oauthlib").setLevel(logging.INFO)


class XServer:
    """One account's way to X."""

    def __init__(self, account: Account, xkey: XKey, meter: Meter) -> None:
        """`account.server` is the base URL, "" for the public one."""
        self._account, self._key, self._meter = account, xkey, meter
        self._session = NetworkSession("x", WRITTEN_BY_TWEEPY, account.server or PUBLIC, trouble)
        self._client = tweepy.Client(return_type=requests.Response)
        self._client.session = self._session
        self._newer = False
        self._me = xkey.user_id

    def me(self) -> str:
        """The account's number at X, asked for once where the key does not tell it."""
        self._me = self._me or words(self.read("me", "get_me", most=1, asked=NOTHING), "data", "id")
        if not NUMBER.fullmatch(self._me):
            raise SchemaChanged("x: the account's own id is no number")
        return self._me

    def read(self, what: str, method: str, *given: object, most: int, asked: Asked, **params: Any) -> object:
        """What a method of tweepy's client gives: at most so many items, in the words of `asked`.

        Raises AuthExpired, BudgetSpent, RateLimited, Transient or SchemaChanged.
        """
        if asked is not NOTHING:
            self._meter.ask("users", reads=most)
        self._meter.ask(what, reads=most)
        return self._counted(what, lambda: self._call(method, *given, **asked[self._newer], **params))

    def write(self, what: str, method: str, **params: Any) -> object:
        """The answer to what is to be published; raises as `read` does, and NotTaken."""
        self._meter.ask(what, writes=1)
        return self._counted(what, lambda: self._call(method, **params), writes=1)

    def _counted(self, what: str, ask: Callable[[], requests.Response], writes: int = 0) -> object:
        try:
            response = self._answered(ask)
        except RateLimited as why:
            self._meter.told(what, remaining=0, reset_at=why.reset_at)
            raise
        answer: object = response.json()
        remaining, reset_at = limit(response.headers)
        reads = 0 if writes else self._first_today(_things(answer, "data"))
        self._meter.told(what, reads=reads, writes=writes, remaining=remaining, reset_at=reset_at)
        for kind in INCLUDED:
            if beside := self._first_today(_things(answer, "includes", kind)):
                self._meter.told(kind, reads=beside)
        return answer

    def _answered(self, ask: Callable[[], requests.Response]) -> requests.Response:
        """Once each: a key that ran out is renewed, names that X does not know are changed for the others."""
        mendable: set[type[Exception]] = {KeyRanOut, OtherNames}
        while True:
            token, newer = self._key.token, self._newer
            try:
                return ask()
            except (KeyRanOut, OtherNames) as why:
                if type(why) not in mendable:
                    raise
                mendable.remove(type(why))
                if isinstance(why, KeyRanOut):
                    self._key.renew(token, self._session.post)
                else:
                    self._newer = not newer

    def _call(self, method: str, *given: object, **params: Any) -> requests.Response:
        self._client.bearer_token = self._key.token
        answered: requests.Response = getattr(self._client, method)(*given, user_auth=False, **params)
        return answered

    def _first_today(self, things: list[object]) -> int:
        """How many X charges: each once a UTC day, https://docs.x.com/x-api/getting-started/pricing."""
        before = charged(self._account, datetime.now(UTC).date())
        new = {key(thing) for thing in things} - before
        before |= new
        return len(new)


@lru_cache(maxsize=256)
def charged(_account: Account, _day: date) -> set[str]:
    """What the account has read on that day, as this process remembers: what it forgets is counted again."""
    return set()


def _things(answer: object, *path: str) -> list[object]:
    found = at(answer, *path)
    return [found] if isinstance(found, dict) else listed(answer, *path)
