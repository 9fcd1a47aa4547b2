"""The Graph API on loopback: nodes, edges, field expansion with its modifiers, paging, errors."""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlencode

from tests.networks.stub import Answered, Stub

TOKEN, SECRET, VERSION = "EAAsecret0token", "app-secret-of-streife", "/v24.0/"
FIRST = "first"  # a cursor before everything
FIELD = re.compile(r"\s*(?P<name>\w+)(?P<how>(?:\.\w+\([^()]*\))*)")


@dataclass
class Node:
    """An object of one type, its fields, and what lies behind its edges (ids)."""

    type: str
    fields: dict
    edges: dict = field(default_factory=dict)
    odd: dict = field(default_factory=dict)  # fields that are told in this very form, asked for or not


def parse_fields(text):
    """[(name, modifiers, inner fields)] of such as `id,comments.limit(2){id,from{name}}`."""
    found, rest = _fields(text)
    assert not rest, rest
    return found


def _fields(rest):
    found = []
    while match := FIELD.match(rest):
        how = dict(re.findall(r"\.(\w+)\(([^()]*)\)", match["how"]))
        rest, inner = rest[match.end() :], None
        if rest.startswith("{"):
            inner, rest = _fields(rest[1:])
            assert rest.startswith("}"), rest
            rest = rest[1:]
        found.append((match["name"], how, inner))
        if not rest.startswith(","):
            break
        rest = rest[1:]
    return found, rest


def an_error(code, sub=None, message="(#1) refused", status=400, headers=None, **more):
    error = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "Axyz", **more}
    return Answered({"error": error | ({"error_subcode": sub} if sub else {})}, status, headers or {})


class GraphStub(Stub):
    """Keeps nodes; `edges` of a node are lists of ids, told newest first by the field `times` names."""

    editable = deletable = True
    times = ("created_time", "timestamp", "updated_time")
    summaries = ("reactions", "comments")
    expanded = ("mentioned_comment", "mentioned_media")  # fields that name what they show

    def __init__(self):
        super().__init__()
        self.nodes, self.writes, self.told, self.subscribed = {}, [], [], []

    def add(self, native_id, type_, odd=None, **fields):
        self.nodes[native_id] = Node(type_, {"id": native_id, **fields}, odd=odd or {})
        return native_id

    def behind(self, native_id, edge, *ids):
        self.nodes[native_id].edges.setdefault(edge, []).extend(ids)

    def key(self, **more):
        return json.dumps({"access_token": TOKEN, "app_secret": SECRET, **more})

    def edit(self, native_id, text):
        node = self.nodes[native_id]
        node.fields |= {name: text for name in ("message", "text", "caption") if name in node.fields}

    def delete(self, native_id):
        del self.nodes[native_id]

    def limited(self, reset):
        usage = {"type": "pages", "call_count": 100, "total_time": 20, "total_cputime": 3}
        if reset:
            minutes = (reset - datetime.now(UTC)).total_seconds() / 60
            usage["estimated_time_to_regain_access"] = round(minutes)
        headers = {"X-Business-Use-Case-Usage": json.dumps({"17": [usage]})} if reset else {}
        return an_error(32, message="(#32) Page request limit reached", status=403, headers=headers)

    def expired(self):
        return an_error(190, 463, f"Error validating access token: {TOKEN} has expired", 401)

    def revoked(self):
        return an_error(190, 458, f"The user has not authorized the application; token {TOKEN}")

    def empty_with_token(self):
        return Answered({"data": [], "paging": {"next": f"https://graph.facebook.com/x?after={FIRST}"}})

    def answer(self, asked):
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return an_error(190, message="Invalid OAuth access token")
        node, _, edge = asked.path.removeprefix(VERSION).partition("/")
        if asked.method == "POST":
            return self.write(node, edge, asked.form)
        try:
            return Answered(self._read(node, edge, asked.query))
        except KeyError as missing:
            return an_error(100, 33, f"Unsupported get request. Object with ID {missing} does not exist")

    def _read(self, node, edge, query):
        fields = parse_fields(query.get("fields", "id"))
        if "ids" in query:
            return {one: self.render(one, fields) for one in query["ids"].split(",")}
        return self.page(node, edge, query, fields) if edge else self.render(node, fields)

    def render(self, native_id, fields):
        node = self.nodes[native_id]
        found = {}
        for name, how, inner in fields:
            self.told.append((node.type, name))
            if name in self.expanded:
                (one,) = how.values()
                found[name] = self.render(one, inner)
            elif name in node.edges and "summary" in how:
                found[name] = {"data": [], "summary": {"total_count": len(node.edges[name])}}
            elif node.edges.get(name):
                found[name] = self.page(native_id, name, how, inner)
            elif name in node.fields:
                found[name] = _chosen(node.fields[name], inner)
        return found | node.odd

    def page(self, native_id, edge, how, fields):
        """One page: the page size is the stub's where that is smaller."""
        there = [one for one in self.nodes[native_id].edges.get(edge, []) if one in self.nodes]
        keys = sorted(((self._time(one), one) for one in there if self.shown(edge, one, how)), reverse=True)
        if "since" in how:
            keys = [key for key in keys if key[0] >= self.since(how["since"])]
        if how.get("after", FIRST) != FIRST:
            keys = [key for key in keys if "|".join(key) < how["after"]]
        limit = min(int(how.get("limit", 25)), self.page_size)
        data = [self.render(one, fields) for _, one in keys[:limit]]
        paging = {"cursors": {"before": "B", "after": "A"}}
        if len(keys) > limit:
            after = {"access_token": TOKEN, "limit": limit, "after": "|".join(keys[limit - 1])}
            paging["next"] = f"https://graph.facebook.com{VERSION}{native_id}/{edge}?{urlencode(after)}"
        return {"data": data, "paging": paging}

    def shown(self, edge, native_id, how):
        """Whether an item stands in the edge when it is asked so."""
        return True

    def since(self, told):
        return as_told(datetime.fromtimestamp(int(told), UTC))

    def write(self, node, edge, form):
        if edge == "subscribed_apps":
            self.subscribed.append((node, form["subscribed_fields"]))
            return Answered({"success": True})
        self.writes.append((node, edge, form))
        return self.written(node, edge, form)

    def _time(self, native_id):
        fields = self.nodes[native_id].fields
        return next(fields[name] for name in self.times if name in fields)


def as_told(moment):
    """A time as the Graph writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S+0000")


def _chosen(value, inner):
    if inner is None or not isinstance(value, dict | list):
        return value
    if isinstance(value, list):
        return [_chosen(one, inner) for one in value]
    if "data" in value:
        return value | {"data": _chosen(value["data"], inner)}
    return {name: _chosen(value[name], deeper) for name, _, deeper in inner if name in value}
