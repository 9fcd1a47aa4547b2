"""Bluesky on loopback with the threads beneath the officer's own posts."""

from tests.networks.bluesky import FEED, OFFICER, POST, BlueskyStub, notification, refused, told
from tests.networks.stub import Answered, minute

THREAD = "app.bsky.feed.getPostThread"


class BlueskyThreadsStub(BlueskyStub):
    """Own posts by URI, the newest first, and answers by the URI of what they answer; `deepest`: how many
    levels of a thread are given at once."""

    stream, deepest = "threads", 80

    def __init__(self):
        super().__init__()
        self.own, self.answers = {}, {}
        self.methods |= {FEED: self.author_feed, THREAD: self.thread}

    def posted(self, number):
        """An own post of that minute, with the address it has."""
        uri = f"at://{OFFICER}/{POST}/{number:05}"
        self.own[uri] = notification(number, "Wer hat etwas gesehen?", uri=uri, author=_officer())
        return uri

    def answered(self, to, number, text="Moin", **fields):
        """An answer of that minute to any post of a thread, with its address."""
        record = {"$type": POST, "text": text, "createdAt": told(minute(number))}
        record["reply"] = {"root": _ref(self._root(to)), "parent": _ref(to)}
        made = notification(number, text, **({"record": record} | fields))
        self.answers.setdefault(to, []).append(made)
        return made["uri"]

    def arrives(self, number, text="Moin", **fields):
        return self.answered(self.posted(number), number, text, **fields)

    def author_feed(self, asked):
        newest = sorted(self.own.values(), key=lambda post: post["indexedAt"], reverse=True)
        return self.page(asked, "feed", [{"post": self.view(post)} for post in newest])

    def view(self, post):
        return {**post, "replyCount": len(self.answers.get(post["uri"], []))}

    def thread(self, asked):
        uri, depth = asked.query["uri"], min(int(asked.query["depth"]), self.deepest)
        known = self.own | {post["uri"]: post for posts in self.answers.values() for post in posts}
        if uri not in known:
            return refused("NotFound", f"Post not found: {uri}")
        return Answered({"thread": self._node(known[uri], depth)})

    def posts(self, asked):
        known = {post["uri"]: post for posts in self.answers.values() for post in posts} | self.records
        return Answered({"posts": [known[uri] for uri in asked.every["uris"] if uri in known]})

    def empty_with_token(self):
        return Answered({"feed": [], "cursor": "0"})

    def _node(self, post, depth):
        if "$type" in post:
            return post
        node = {"$type": "app.bsky.feed.defs#threadViewPost", "post": self.view(post)}
        if depth:
            node["replies"] = [self._node(one, depth - 1) for one in self.answers.get(post["uri"], [])]
        return node

    def _root(self, uri):
        above = {post["uri"]: to for to, posts in self.answers.items() for post in posts}
        while uri in above:
            uri = above[uri]
        return uri

    def _item(self, native_id):
        return next(post for posts in self.answers.values() for post in posts if post["uri"] == native_id)

    def delete(self, native_id):
        for posts in self.answers.values():
            posts[:] = [post for post in posts if post["uri"] != native_id]


def _officer():
    return {"did": OFFICER, "handle": "o.test"}


def _ref(uri):
    return {"uri": uri, "cid": "bafyreib"}
