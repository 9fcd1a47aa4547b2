"""A Facebook page on loopback, as the Graph API tells it."""

import json
from datetime import UTC, datetime

from casework.labels import Platform
from casework.metering import Unmetered
from connectors.facebook import Facebook
from tests.builders import a_plain_account
from tests.networks.graph import GraphStub, an_error, as_told
from tests.networks.stub import Answered, minute

PAGE, POST, CITIZEN = "100", "100_1", {"id": "2001", "name": "Nachbarin Ä"}


class FacebookStub(GraphStub):
    """`stream` says in which of the streams a message arrives."""

    stream, needed = "comments", "message"

    def __init__(self):
        super().__init__()
        self.add(PAGE, "Page", name="Polizei Musterstadt", followers_count=4321)
        self.add_post(POST, minute(-60))

    def connect(self, meter=None, **key):
        account = a_plain_account(Platform.FACEBOOK, handle="polizei.musterstadt", server=self.url)
        return Facebook(account, self.key(**{"page_id": PAGE, **key}), meter or Unmetered())

    def add_post(self, native_id, at, edges=("feed", "published_posts"), **fields):
        basics = {"from": {"id": PAGE, "name": "Polizei"}, "message": "Heute auf Streife", "story": "s"}
        basics["permalink_url"] = f"https://www.facebook.com/{native_id}"
        self.add(native_id, "PagePost", **{**basics, "created_time": as_told(at), **fields})
        for edge in edges:
            self.behind(PAGE, edge, native_id)
        return native_id

    def add_comment(self, number, text, post=POST, odd=None, **fields):
        native_id = f"{post.partition('_')[2]}_{number}"
        basics = {"message": text, "created_time": as_told(minute(number)), "from": CITIZEN}
        basics["permalink_url"] = f"https://www.facebook.com/{native_id}"
        self.add(native_id, "Comment", odd, **basics | fields)
        self.behind(post, "comments", native_id)
        return native_id

    def add_message(self, number, text, odd=None, thread=None, who="3001", **fields):
        native_id, thread = f"m_{number}-X_y", thread or f"t_{number}"
        basics = {"message": text, "created_time": as_told(minute(number)), "from": {"id": who, "name": "N"}}
        self.add(native_id, "UnifiedMessage", odd, **basics | {"to": {"data": [{"id": PAGE}]}} | fields)
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
        here = self.stream == "visitor_posts"
        native_id = f"{PAGE if here else 999}_{number}"
        self.add_post(native_id, minute(number), ("feed", "visitor_posts") if here else ("tagged",))
        self.nodes[native_id].fields |= {"from": CITIZEN, "message": text}
        self.nodes[native_id].odd = odd
        return native_id if here else f"tag:{native_id}"

    def shown(self, edge, native_id, how):
        if edge == "conversations":
            assert how["platform"] == "messenger", how
            citizens = self.nodes[native_id].fields["participants"]["data"]
            return how.get("user_id") in (None, *(one["id"] for one in citizens))
        return (
            edge != "comments"
            or how.get("filter") == "stream"
            or "parent" not in self.nodes[native_id].fields
        )

    def written(self, node, edge, form):
        now = as_told(datetime.now(UTC))
        if edge == "comments" and node in self.nodes:
            above = self.nodes[node]
            post = node if above.type == "PagePost" else self.post_of(node)
            native_id = f"{post.partition('_')[2]}_9{len(self.writes)}"
            parent = (
                {"parent": {"id": above.fields.get("parent", {}).get("id", node)}} if post != node else {}
            )
            basics = {
                "message": form["message"],
                "created_time": now,
                "from": {"id": PAGE, "name": "Polizei"},
            }
            self.add(native_id, "Comment", **basics | parent)
            self.behind(post, "comments", native_id)
            return Answered({"id": native_id})
        if (node, edge) == (PAGE, "messages"):
            to, text = json.loads(form["recipient"]), json.loads(form["message"])["text"]
            native_id = f"m_sent{len(self.writes)}"
            self.add(native_id, "UnifiedMessage", created_time=now, message=text, **{"from": {"id": PAGE}})
            for thread in self.nodes[PAGE].edges.get("conversations", []):
                if {"id": to.get("id")} in self.nodes[thread].fields["participants"]["data"]:
                    self.behind(thread, "messages", native_id)
            return Answered({"recipient_id": to.get("id", "2001"), "message_id": native_id})
        return an_error(100, 33, "Unsupported post request")

    def post_of(self, comment):
        return next(i for i, node in self.nodes.items() if comment in node.edges.get("comments", []))


class VisitorPosts(FacebookStub):
    """A post may have no words, only a picture."""

    stream, needed = "visitor_posts", "id"


class Tags(FacebookStub):
    """Posts of others cannot be asked for one by one."""

    stream, needed, editable, deletable = "tags", "id", False, False


class DirectMessages(FacebookStub):
    """Nobody edits a message here, and not found proves nothing."""

    stream, editable, deletable, goes_on = "dms", False, False, False
