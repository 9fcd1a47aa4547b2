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
from casework.errors import BudgetSpent, ConnectorError, RateLimited, SchemaChanged, Transient
from casework.network import Meter
from connectors.answers import at, listed, words
from connectors.session import NetworkSession
from connectors.x_items import key
from connectors.x_key import XKey
from connectors.x_troubles import KeyRanOut, OtherNames, limit, trouble
from connectors.x_vocabulary import INCLUDED, NOTHING, Asked, most_beside

WRITTEN_BY_TWEEPY, PUBLIC = "https://api.twitter.com", "https://api.x.com"
NUMBER = re.compile(r"\d{1,19}", re.ASCII)
FEW = 10  # of some listings X gives no smaller pages
Ask = Callable[[], None]
Call = Callable[[], requests.Response]

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

    @property
    def number(self) -> str:
        """The account's number at X as far as it is known; costs no question."""
        return self._me

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
        return self._counted(
            what,
            lambda: self._meter.ask(what, reads=most, beside=most_beside(asked[self._newer], most)),
            lambda: self._call(method, *given, **asked[self._newer], **params),
        )

    def page(self, what: str, method: str, *given: object, most: int, asked: Asked, **params: Any) -> object:
        """A page of a listing, as `read`: a short one where the money does not reach for so many."""
        try:
            return self.read(what, method, *given, most=most, asked=asked, max_results=most, **params)
        except BudgetSpent as why:
            if why.until is None or most <= FEW:  # `until` is told by our own meter alone
                raise
        return self.read(what, method, *given, most=FEW, asked=asked, max_results=FEW, **params)

    def write(self, what: str, method: str, **params: Any) -> object:
        """The answer to what is to be published; raises as `read` does, and NotTaken."""
        return self._counted(
            what, lambda: self._meter.ask(what, writes=1), lambda: self._call(method, **params), writes=1
        )

    def _counted(self, what: str, ask: Ask, call: Call, writes: int = 0) -> object:
        """The answer, and what it cost told to the meter; one that does not say what came counts in full."""
        response = self._answered(what, ask, call)
        answer: object = response.json()
        if not writes and not _tells(answer):
            return answer
        remaining, reset_at = limit(response.headers)
        reads = 0 if writes else self._first_today(_things(answer, "data"))
        beside = {kind: self._first_today(_things(answer, "includes", kind)) for kind in INCLUDED}
        self._meter.told(
            what,
            reads=reads,
            writes=writes,
            beside={kind: n for kind, n in beside.items() if n},
            remaining=remaining,
            reset_at=reset_at,
        )
        return answer

    def _answered(self, what: str, ask: Ask, call: Call) -> requests.Response:
        """Once each: a key that ran out is renewed, names that X does not know are changed for the others."""
        mendable: set[type[Exception]] = {KeyRanOut, OtherNames}
        while True:
            token, newer = self._key.token, self._newer
            ask()
            try:
                return self._once(what, call)
            except (KeyRanOut, OtherNames) as why:
                if type(why) not in mendable:
                    raise
                mendable.remove(type(why))
                if isinstance(why, KeyRanOut):
                    self._key.renew(token, self._session.post)
                else:
                    self._newer = not newer

    def _once(self, what: str, call: Call) -> requests.Response:
        """What X refuses costs nothing; what was cut off it may have charged, and stays held."""
        try:
            return call()
        except RateLimited as why:
            self._meter.told(what, remaining=0, reset_at=why.reset_at)
            raise
        except ConnectorError as why:
            if not (isinstance(why, Transient) and why.cut_off):
                self._meter.told(what)
            raise

    def _call(self, method: str, *given: object, **params: Any) -> requests.Response:
        self._client.bearer_token = self._key.token
        answered: requests.Response = getattr(self._client, method)(*given, user_auth=False, **params)
        return answered

    def _first_today(self, things: list[object]) -> int:
        """How many X charges: each once a UTC day, https://docs.x.com/x-api/getting-started/pricing."""
        before = charged(self._account, datetime.now(UTC).date())
        named = {key(thing) for thing in things} - {""}
        new = named - before
        before |= new
        return len(new) + sum(not key(thing) for thing in things)


@lru_cache(maxsize=256)
def charged(_account: Account, _day: date) -> set[str]:
    """What the account has read on that day, as this process remembers: what it forgets is counted again."""
    return set()


def _tells(answer: object) -> bool:
    """Whether it says what came: items, that there are none, or what is wrong with them."""
    data = at(answer, "data")
    if data is None:
        return isinstance(at(answer, "meta", "result_count"), int) or bool(listed(answer, "errors"))
    return isinstance(data, dict | list)


def _things(answer: object, *path: str) -> list[object]:
    found = at(answer, *path)
    return [found] if isinstance(found, dict) else listed(answer, *path)
