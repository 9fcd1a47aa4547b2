"""Bluesky on loopback with its chat service: for what the real network never does, or does not have."""

import json
from base64 import urlsafe_b64encode
from collections import deque
from datetime import UTC, datetime
from itertools import count

from casework.metering import Unmetered
from connectors.bluesky import Bluesky
from tests.builders import a_plain_account
from tests.networks.stub import Answered, Stub, minute

LOGIN = "com.atproto.server.createSession"
RECORD, CREATE = "com.atproto.repo.getRecord", "com.atproto.repo.createRecord"
LIST, POSTS = "app.bsky.notification.listNotifications", "app.bsky.feed.getPosts"
FEED, PROFILE = "app.bsky.feed.getAuthorFeed", "app.bsky.actor.getProfile"
CONVOS, MESSAGES = "chat.bsky.convo.listConvos", "chat.bsky.convo.getMessages"
CONVO, CONVO_WITH = "chat.bsky.convo.getConvo", "chat.bsky.convo.getConvoForMembers"
SEND = "chat.bsky.convo.sendMessage"
POST, NEVER = "app.bsky.feed.post", 4_000_000_000
OFFICER, CITIZEN = "did:plc:o", "did:plc:citizen"
CHAT = "did:web:api.bsky.chat#bsky_chat"


def told(moment):
    """A moment as the network writes it."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def refused(code, message="", status=400):
    return Answered({"error": code, "message": message}, status)


def notification(number, text="Moin!", **fields):
    """The notification of that number: the higher, the newer, a minute apart."""
    at = told(minute(number))
    return {
        "uri": f"at://{CITIZEN}/{POST}/{number:05}",
        "cid": "bafyreib",
        "author": {"did": CITIZEN, "handle": "citizen.test", "displayName": "Citizen"},
        "reason": "mention",
        "record": {"$type": POST, "text": text, "createdAt": at, "langs": ["de"]},
        "isRead": False,
        "indexedAt": at,
        **fields,
    }


class BlueskyStub(Stub):
    """A server of the AT protocol: `notifications` newest first, `records` and `feed` of the officer."""

    stream, needed, editable, deletable = "mentions", "author", True, True

    def __init__(self):
        super().__init__()
        self.notifications, self.records, self.feed, self.followers = [], {}, [], 0
        self.queued = {}
        self.methods = {
            LOGIN: self.login,
            LIST: self.listed,
            POSTS: self.posts,
            RECORD: self.record,
            CREATE: self.create,
            FEED: lambda _: Answered({"feed": self.feed}),
            PROFILE: lambda _: Answered({"did": OFFICER, "followersCount": self.followers}),
        }

    def connect(self, meter=None):
        return Bluesky(a_plain_account(server=self.url), "secret-of-o", meter or Unmetered())

    def queue(self, method, *answers):
        """What comes before, each once, when this method is asked."""
        self.queued.setdefault(method, deque()).extend(answers)

    def asked_for(self, method):
        return [asked for asked in self.asked if asked.path == f"/xrpc/{method}"]

    def counts(self, asked):
        return not asked.path.endswith(LOGIN)

    def answer(self, asked):
        method = asked.path.removeprefix("/xrpc/")
        if self.queued.get(method):
            return self.queued[method].popleft()
        return (
            self.methods[method](asked)
            if method in self.methods
            else refused("MethodNotImplemented", "", 501)
        )

    def login(self, _asked):
        return Answered({"did": OFFICER, "handle": "o.test", "accessJwt": jwt(), "refreshJwt": jwt()})

    def listed(self, asked):
        return self.page(asked, "notifications", self.notifications)

    def page(self, asked, name, items, **more):
        start = int(asked.query.get("cursor", 0))
        end = start + min(self.page_size, int(asked.query["limit"]))
        cursor = {"cursor": str(end)} if end < len(items) else {}
        return Answered({name: items[start:end], **cursor, **more})

    def posts(self, asked):
        known = {n["uri"]: n for n in self.notifications if isinstance(n, dict)} | self.records
        return Answered({"posts": [known[uri] for uri in asked.every["uris"] if uri in known]})

    def record(self, asked):
        uri = "at://{repo}/{collection}/{rkey}".format(**asked.query)
        if uri in self.records:
            return Answered({"uri": uri, "cid": "bafyreib", "value": self.records[uri]["record"]})
        return refused("RecordNotFound", "Could not locate record")

    def create(self, asked):
        told, uri = asked.json, "at://{repo}/{collection}/{rkey}".format(**asked.json)
        if len(told["record"]["text"]) > 300:
            return refused(
                "InvalidRequest",
                "Invalid app.bsky.feed.post record: Record/text must not be longer than 300 graphemes",
            )
        if uri in self.records:
            return refused("InternalServerError", "Internal Server Error", 500)
        author = {"did": OFFICER, "handle": "o.test"}
        self.records[uri] = {"uri": uri, "cid": "bafyreic", "author": author, "record": told["record"]}
        return Answered({"uri": uri, "cid": "bafyreic"})

    def arrives(self, number, text="Moin", **fields):
        self.notifications.append(notification(number, text, **fields))
        self.notifications.sort(key=lambda n: n["uri"][-5:], reverse=True)
        return notification(number)["uri"]

    def edit(self, native_id, text):
        self._item(native_id)["record"]["text"] = text

    def delete(self, native_id):
        self.notifications.remove(self._item(native_id))

    def _item(self, native_id):
        return next(n for n in self.notifications if n["uri"] == native_id)

    def limited(self, reset):
        return Answered(
            {"error": "RateLimitExceeded"},
            429,
            {"ratelimit-reset": str(int(reset.timestamp()))} if reset else {},
        )

    def expired(self):
        return refused("ExpiredToken", "Token has expired")

    def revoked(self):
        return refused("AccountTakedown", "Account has been taken down", 401)

    def empty_with_token(self):
        return Answered({"notifications": [], "cursor": "0"})


class BlueskyChatStub(BlueskyStub):
    """The chat service behind the server: `convos` by id, with their messages, the newest first."""

    stream, needed, editable, deletable = "dms", "sender", False, False
    goes_on = False

    def __init__(self):
        super().__init__()
        self.convos, self.officer, self._number = {}, OFFICER, count(1)
        self.methods |= {
            "/.well-known/did.json": self.document,
            CONVOS: self.list_convos,
            MESSAGES: self.messages,
            CONVO: lambda asked: Answered({"convo": self.view(asked.query["convoId"])}),
            CONVO_WITH: lambda asked: Answered({"convo": self.view(f"with-{asked.query['members']}")}),
            SEND: self.send,
        }

    def behind(self, officer):
        """Let a real server of the officer lead here; gives the name of this service."""
        self.officer = officer
        return f"did:web:localhost%3A{self.url.rpartition(':')[2]}#bsky_chat"

    def document(self, _asked):
        service = {"id": "#bsky_chat", "type": "BskyChatService", "serviceEndpoint": self.url}
        did = self.behind(self.officer).removesuffix("#bsky_chat")
        return Answered({"@context": ["https://www.w3.org/ns/did/v1"], "id": did, "service": [service]})

    def arrives(self, number, text="Moin", convo="", **fields):
        """From one of two citizens by turns, each in a conversation of his own."""
        convo = convo or f"convo{number % 2}"
        return self.says(convo, f"did:plc:{convo}", text, minute(number), id=f"m{number:08}", **fields)

    def says(self, convo, did, text, moment, **fields):
        message = {
            "$type": "chat.bsky.convo.defs#messageView",
            "id": f"s{next(self._number):08}",
            "rev": "222",
            "sender": {"did": did},
            "sentAt": told(moment),
            "text": text,
            **fields,
        }
        messages = self.convos.setdefault(convo, [])
        messages.append(message)
        messages.sort(key=lambda m: m["sentAt"], reverse=True)
        return f"{convo}/{message['id']}"

    def view(self, convo):
        messages = self.convos.setdefault(convo, [])
        dids = [self.officer, f"did:plc:{convo}"]
        members = [
            {"did": did, "handle": f"{did.rpartition(':')[2]}.test", "displayName": ""} for did in dids
        ]
        return {"id": convo, "members": members, "lastMessage": messages[0] if messages else None}

    def list_convos(self, asked):
        assert self.officer != OFFICER or asked.headers["atproto-proxy"] == CHAT
        views = [self.view(convo) for convo in self.convos]
        views.sort(key=lambda v: v["lastMessage"]["sentAt"], reverse=True)
        return self.page(asked, "convos", views)

    def messages(self, asked):
        if asked.query["convoId"] not in self.convos:
            return refused("InvalidRequest", "Convo not found")
        return self.page(asked, "messages", self.convos.get(asked.query["convoId"], []), relatedProfiles=[])

    def send(self, asked):
        text, convo = asked.json["message"]["text"], asked.json["convoId"]
        if len(text) > 1_000:
            return refused("InvalidRequest", "Input/message/text must not be longer than 1000 graphemes")
        native_id = self.says(convo, self.officer, text, datetime.now(UTC))
        return Answered(next(m for m in self.convos[convo] if native_id.endswith(m["id"])))

    def empty_with_token(self):
        return Answered({"convos": [], "cursor": "0"})


def jwt():
    def part(told):
        return urlsafe_b64encode(json.dumps(told).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'HS256', 'typ': 'JWT'})}.{part({'exp': NEVER, 'sub': OFFICER})}.{part('sig')}"
