"""An Instagram account on loopback, as the Graph API tells it."""

import json
from datetime import UTC, datetime

from casework.announced import Announced
from casework.labels import Platform
from casework.metering import Unmetered
from connectors.instagram import Instagram
from tests.builders import a_plain_account
from tests.networks.graph import GraphStub, an_error, as_told
from tests.networks.stub import Answered, minute

ME, PAGE, MEDIA, HANDLE = "17841400000000001", "100", "17900000000000001", "polizei.musterstadt"
ELSEWHERE = "17911111111111111"


class InstagramStub(GraphStub):
    """`stream` says in which of the streams a message arrives."""

    stream, needed = "comments", "text"

    def __init__(self):
        super().__init__()
        self.add(ME, "IGUser", username=HANDLE, followers_count=987)
        self.add(PAGE, "Page", name="Polizei Musterstadt")
        self.add_media(MEDIA, minute(-60))
        self.announced = []

    def connect(self, meter=None, **key):
        account = a_plain_account(Platform.INSTAGRAM, handle=HANDLE, server=self.url)
        told = self.key(**{"page_id": PAGE, "ig_user_id": ME, **key})
        connector = Instagram(account, told, meter or Unmetered())
        connector.announced = self.announced_since
        return connector

    def announced_since(self, moment):
        """As `casework.announced.since`."""
        return [one for one in reversed(self.announced) if moment is None or one.heard_at >= moment]

    def announce(self, native_id):
        now = datetime.now(UTC)
        number = len(self.announced) + 1
        self.announced.append(Announced(1, "mentions", native_id, now.date().isoformat(), now, number))

    def add_mention(self, number, text, odd=None, media=ELSEWHERE, **fields):
        """A comment that names the account, beneath somebody else's post."""
        native_id = f"18{number:010d}"
        who = {"username": "nachbarin", "from": {"id": "55nachbarin", "username": "nachbarin"}}
        basics = {"text": text, "timestamp": as_told(minute(number)), "media": self.shown_media(media)} | who
        self.add(native_id, "IGComment", odd, **basics | fields)
        self.announce(f"comment:{native_id}")
        return f"mention:{native_id}"

    def shown_media(self, native_id):
        fields = self.nodes[native_id].fields if native_id in self.nodes else {"username": "cafe.am.markt"}
        about = {"id": native_id, "permalink": f"https://www.instagram.com/p/{native_id}/"}
        return about | {"username": fields["username"]}

    def add_media(self, native_id, at, edge="media", odd=None, **fields):
        basics = {"caption": "Heute auf Streife", "media_type": "IMAGE", "username": HANDLE, "like_count": 5}
        basics |= {"permalink": f"https://www.instagram.com/p/{native_id}/", "comments_count": 2}
        self.add(native_id, "IGMedia", odd, **basics | {"timestamp": as_told(at)} | fields)
        self.behind(ME, edge, native_id)
        return native_id

    def add_comment(self, number, text, above=MEDIA, odd=None, who="nachbarin", **fields):
        """A comment beneath a post, or an answer beneath a comment."""
        native_id = f"18{number:010d}"
        answers = self.nodes[above].type == "IGComment"
        basics = {"text": text, "timestamp": as_told(minute(number)), "username": who}
        basics |= {"from": {"id": f"55{who}", "username": who}} | ({"parent_id": above} if answers else {})
        media = (
            above
            if not answers
            else next(i for i, n in self.nodes.items() if above in n.edges.get("comments", []))
        )
        self.add(native_id, "IGComment", odd, **basics | {"media": {"id": media}} | fields)
        self.behind(above, "replies" if answers else "comments", native_id)
        return native_id

    def add_message(self, number, text, odd=None, thread=None, who="3001", **fields):
        native_id, thread = f"aWdfZAG1faXRlbToxOk{number}", thread or f"aWdfZAG06MTpJR01lc3NhZA2{number}"
        basics = {"message": text, "created_time": as_told(minute(number))}
        basics |= {"from": {"id": who, "username": "nachbarin"}, "to": {"data": [{"id": ME}]}}
        self.add(native_id, "UnifiedMessage", odd, **basics | fields)
        if thread not in self.nodes:
            self.add(thread, "UnifiedThread", updated_time="", participants={"data": [{"id": who}]})
            self.behind(PAGE, "conversations", thread)
        self.behind(thread, "messages", native_id)
        newest = max(self.nodes[one].fields["created_time"] for one in self.nodes[thread].edges["messages"])
        self.nodes[thread].fields["updated_time"] = newest
        return native_id

    def arrives(self, number, text="Moin", /, **odd):
        if self.stream == "comments":
            return self.add_comment(number, text, odd=odd)
        if self.stream == "dms":
            return self.add_message(number, text, odd)
        about = {"caption": text, "username": "nachbarin", "media_url": "https://cdn.example/1.jpg"}
        return "tag:" + self.add_media(f"179{number:010d}", minute(number), "tags", odd, **about)

    def shown(self, edge, native_id, how):
        if edge == "conversations":
            assert how["platform"] == "instagram", how
            citizens = self.nodes[native_id].fields["participants"]["data"]
            return how.get("user_id") in (None, *(one["id"] for one in citizens))
        return True

    def written(self, node, edge, form):
        now = as_told(datetime.now(UTC))
        if edge == "replies" and node in self.nodes:
            native_id = f"1899{len(self.writes)}"
            top = self.nodes[node].fields.get("parent_id", node)
            mine = {"username": HANDLE, "from": {"id": ME, "username": HANDLE}}
            self.add(native_id, "IGComment", text=form["message"], timestamp=now, parent_id=top, **mine)
            self.behind(top, "replies", native_id)
            return Answered({"id": native_id})
        if (node, edge) == (PAGE, "messages"):
            to, text = json.loads(form["recipient"]), json.loads(form["message"])["text"]
            native_id = f"aWdfsent{len(self.writes)}"
            self.add(native_id, "UnifiedMessage", created_time=now, message=text, **{"from": {"id": ME}})
            for thread in self.nodes[PAGE].edges.get("conversations", []):
                if {"id": to.get("id")} in self.nodes[thread].fields["participants"]["data"]:
                    self.behind(thread, "messages", native_id)
            return Answered({"recipient_id": to.get("id", "55"), "message_id": native_id})
        return an_error(100, 33, "Unsupported post request")


class Tags(InstagramStub):
    """Posts of others cannot be asked for one by one, nor answered; one may have no words."""

    stream, needed, editable, deletable = "tags", "id", False, False
    answerable = False


class DirectMessages(InstagramStub):
    """Nobody edits a message here, and not found proves nothing."""

    stream, needed, editable, deletable = "dms", "message", False, False
    goes_on = False


class Mentions(InstagramStub):
    """Each is announced and asked for by its id; on somebody else's post nothing is answered."""

    stream, needed, editable, deletable = "mentions", "text", False, False
    answerable = False

    def arrives(self, number, text="Moin", /, **odd):
        return self.add_mention(number, text, odd)

    def empty_with_token(self):
        return None
