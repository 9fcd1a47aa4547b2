"""Asks Meta's Graph API for one account; Facebook and Instagram share it.

https://developers.facebook.com/docs/graph-api/overview
"""

import hashlib
import hmac
import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

import facebook
import requests

from casework.account import Account
from casework.errors import AuthExpired, RateLimited, Refused, SchemaChanged
from casework.network import Meter
from connectors.answers import at, needed_list, parsed, shown, words
from connectors.meta_troubles import NotTaken, trouble, usage
from connectors.session import NetworkSession

PUBLIC, VERSION = "https://graph.facebook.com", "v24.0"
NODE = re.compile(r"(?!\.+$)[\w.:=-]{1,500}", re.ASCII)
TOKEN = re.compile(r"[!-~]+")
WAYS_ON = ("after", "until", "since", "__paging_token", "offset")


class Graph:
    """One account's way to the Graph API."""

    def __init__(self, network: str, account: Account, key: Mapping[str, str], meter: Meter) -> None:
        """The access token goes into a header, never into an address; `app_secret` proves it our app's."""
        self.network, self._meter = network, meter
        self._headers: Mapping[str, str] = {}
        session = NetworkSession(network, PUBLIC, account.server, lambda *told: trouble(network, *told))
        session.headers["authorization"] = f"Bearer {key['access_token']}"
        if secret := key.get("app_secret"):
            proof = hmac.new(secret.encode(), key["access_token"].encode(), hashlib.sha256)
            session.params = {"appsecret_proof": proof.hexdigest()}
        session.hooks["response"] = [self._note_headers]
        self._graph = facebook.GraphAPI(session=session)
        self._graph.version = VERSION  # the library refuses it as an argument: it knows one digit only

    def edge(self, node: str, edge: str, way_on: str = "", **asked: str | int) -> tuple[list[object], str]:
        """One page of what lies behind a node's edge, and the way on to the next ("": no more)."""
        asked |= dict(parse_qsl(way_on))
        most = int(asked.get("limit", 1))
        answer = self._ask(edge, lambda: self._graph.get_connections(checked_node(node), edge, **asked), most)
        return needed_list(answer, "data"), next_of(answer)

    def nodes(self, ids: Sequence[str], fields: str) -> object:
        """Several objects by their ids; raises NoObject when one of them is gone."""
        return self._ask("nodes", lambda: self._graph.get_objects(ids, fields=fields), len(ids))

    def node(self, node: str, fields: str) -> object:
        """One object; raises NoObject when it is gone."""
        return self._ask("nodes", lambda: self._graph.get_object(checked_node(node), fields=fields))

    def write(self, node: str, edge: str, **told: str) -> object:
        """Add to a node's edge; raises Refused with the network's reason where it does not take it."""
        path = f"{VERSION}/{checked_node(node)}/{edge}"
        try:
            return self._ask(edge, lambda: self._graph.request(path, post_args=told), 0, 1)
        except NotTaken as why:
            raise Refused(str(why)) from None

    def _ask(self, what: str, ask: Callable[[], object], reads: int = 1, writes: int = 0) -> object:
        self._meter.ask(what, reads=reads, writes=writes)
        try:
            answer = ask()
        except RateLimited as why:
            self._meter.told(what, remaining=0, reset_at=why.reset_at)
            raise
        except (facebook.GraphAPIError, KeyError) as error:  # the library's own look at the answer
            raise SchemaChanged(
                f"{self.network}: {type(error).__name__} at {what}; no answer we know"
            ) from None
        left, reset_at = usage(self._headers)
        items = at(answer, "data")
        reads = len(items) if isinstance(items, list) else reads
        self._meter.told(what, reads=reads, writes=writes, remaining=left, reset_at=reset_at)
        return answer

    def _note_headers(self, response: requests.Response, **_: object) -> None:
        self._headers = response.headers


def read_key(network: str, key: str, *needed: str) -> dict[str, str]:
    """The fields of a JSON key; raises AuthExpired naming the first that is missing, never what is there."""
    try:
        told = parsed(key.encode(errors="replace"))
    except ValueError:
        told = None
    fields = {name: words(told, name) for name in (*needed, "app_secret")}
    for name in needed:
        if not TOKEN.fullmatch(fields[name]):
            raise AuthExpired(f"{network}: the key holds no usable {name}; connect the account again")
    return fields


def checked_node(node: str) -> str:
    """The id, if it can be one of the Graph's; raises Refused for what would lead to another address."""
    if not NODE.fullmatch(node):
        raise Refused(f"{shown(node)} is no id of the network")
    return node


def next_of(answer: object) -> str:
    """The way on from an edge's answer: the paging parameters of its `next` address, "" at the end."""
    told = words(answer, "paging", "next")
    try:
        asked = parse_qsl(urlsplit(told).query)
    except ValueError:  # no address at all
        asked = []
    way_on = [(name, value) for name, value in asked if name in WAYS_ON]
    if told and not way_on:
        raise SchemaChanged(f"the way to the next page is missing in {shown(told.partition('?')[0])}")
    return urlencode(way_on)
