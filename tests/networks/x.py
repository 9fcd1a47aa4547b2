"""X on loopback: it gives what is asked for and no more, in the older words (tweet) or the newer (post)."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import escape

from casework.labels import Platform
from casework.metering import Unmetered
from connectors.answers import listed
from connectors.x import X
from connectors.x_server import charged
from tests.builders import a_plain_account
from tests.networks.stub import Answered, Stub, minute

ME, HANDLE = "1111", "polizei_x"
USERS = {ME: (HANDLE, "Polizei X"), "2222": ("anna_x", "Anna"), "3333": ("bert_x", "Bert")}
FIRST_ID = 1_900_000_000_000_000_000
LONGEST, MENTIONS_KEPT = 280, 800
PROBLEMS = "https://api.twitter.com/2/problems/"
NEWER_PROBLEMS = "https://api.x.com/2/problems/"
NEWER = {
    "edit_history_tweet_ids": "edit_history_post_ids",
    "referenced_tweets": "referenced_posts",
    "note_tweet": "note_post",
}
BY_EXPANSION = {"author_id", "edit_history_tweet_ids", "referenced_tweets"}


def told(moment):
    """A time as X writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def refused(status, title, detail, kind="about:blank", headers=None, **more):
    return Answered(
        {"type": kind, "title": title, "detail": detail, "status": status, **more}, status, headers or {}
    )


class XStub(Stub):
    stream, needed, editable, deletable = "mentions", "author_id", True, True

    def __init__(self, newer=False):
        super().__init__()
        self.newer = newer
        self.posts, self.events, self.fields, self.media = {}, {}, {}, {}
        self.token, self.refresh_token = "secret-1", "secret-refresh-1"
        self.remaining, self.hides = 900, {}
        self.partial = []
        charged.cache_clear()  # the port, and so the account, may have been another network's before

    # what happens on the network

    def connect(self, meter=None, **key):
        secret = {"access_token": self.token, "refresh_token": self.refresh_token, "client_id": "app"} | key
        account = a_plain_account(Platform.X, handle=f"@{HANDLE}", server=self.url)
        return X(account, json.dumps(secret), meter or Unmetered())

    def arrives(self, number, text="Moin", **fields):
        return self.posted(minute(number), text, number=number, **fields)

    def posted(self, at, text, author="2222", number=None, answers="", quotes="", reposts="", **fields):
        native_id = str(FIRST_ID + (number if number is not None else 10**9 + len(self.posts)) * 1000)
        kinds = (("replied_to", answers), ("quoted", quotes), ("retweeted", reposts))
        referenced = [{"type": kind, "id": other} for kind, other in kinds if other]
        self.posts[native_id] = {
            "id": native_id,
            "created_at": told(at),
            "author_id": author,
            "conversation_id": answers or native_id,
            "lang": "de",
            "edit_history_tweet_ids": [native_id],
            "public_metrics": self.figures(),
            **({"referenced_tweets": referenced} if referenced else {}),
            **self.wording(text),
        }
        self.fields[native_id] = fields
        return native_id

    def wording(self, text):
        """X escapes three signs, and cuts a long text short beside which it gives the whole."""
        whole = escape(text, quote=False)
        cut = {"text": whole[:LONGEST] + "…", "note_tweet": {"text": whole}}
        return cut if len(text) > LONGEST else {"text": whole}

    def figures(self):
        return {
            "repost_count" if self.newer else "retweet_count": 2,
            "reply_count": 3,
            "like_count": 4,
            "quote_count": 1,
            "bookmark_count": 0,
            "impression_count": 500,
        }

    def edit(self, native_id, text):
        """An edit is a post of its own, with a new id."""
        before = self.posts[native_id]
        edited = str(int(before["edit_history_tweet_ids"][-1]) + 1)
        history = [*before["edit_history_tweet_ids"], edited]
        for one in before["edit_history_tweet_ids"]:
            self.posts[one]["edit_history_tweet_ids"] = history
        kept = {name: value for name, value in before.items() if name != "note_tweet"}
        self.posts[edited] = kept | {"id": edited, "edit_history_tweet_ids": history} | self.wording(text)
        return edited

    def delete(self, native_id):
        for one in self.posts[native_id]["edit_history_tweet_ids"]:
            self.posts.pop(one)

    def writes_directly(self, number, text, sender="2222", at=None, **fields):
        event_id = str(FIRST_ID + number * 1000)
        self.events[event_id] = {
            "id": event_id,
            "event_type": "MessageCreate",
            "text": escape(text, quote=False),
            "created_at": told(at or minute(number)),
            "sender_id": sender,
            "dm_conversation_id": f"{ME}-{sender if sender != ME else '2222'}",
            **fields,
        }
        return f"dm:{event_id}"

    # how it answers

    def limited(self, reset):
        until = {"x-rate-limit-reset": str(int(reset.timestamp()))} if reset else {}
        headers = {"x-rate-limit-remaining": "0"} | until
        return refused(429, "Too Many Requests", "Too Many Requests", headers=headers)

    def expired(self):
        return refused(401, "Unauthorized", "Unauthorized")

    def revoked(self):
        self.refresh_token = "withdrawn"
        return self.expired()

    def empty_with_token(self):
        return Answered({"meta": {"result_count": 0, "next_token": "0" * 16}})

    def counts(self, asked):
        return asked.path not in ("/2/users/me", "/2/oauth2/token")

    def answer(self, asked):
        if asked.path == "/2/oauth2/token":
            return self.renewed(asked)
        if asked.headers.get("authorization") != f"Bearer {self.token}":
            return self.expired()
        if problem := self.other_names(asked.query):
            return problem
        self.remaining = self.remaining - 1 or 900
        reset = str(int((datetime.now(UTC) + timedelta(minutes=15)).timestamp()))
        found = self.found(asked)
        headers = {"x-rate-limit-remaining": str(self.remaining), "x-rate-limit-reset": reset}
        return Answered(found.thing, found.status, headers | found.headers)

    def found(self, asked):
        if asked.method == "POST":
            return self.published(asked)
        if asked.path == "/2/users/me":
            return Answered({"data": self.user(ME, asked.query)})
        if asked.path == "/2/tweets":
            return self.looked_up(asked.query)
        if asked.path.endswith("/dm_events"):
            return self.messages(asked)
        return self.listing(asked)

    def listing(self, asked):
        posts = [one for one in self.posts.values() if one["id"] == one["edit_history_tweet_ids"][-1]]
        oldest = datetime.min.replace(tzinfo=UTC)
        if asked.path == f"/2/users/{ME}/mentions":
            named = [one for one in posts if one["author_id"] != ME and not self.quotes_me(one)]
            posts = self.newest(named)[:MENTIONS_KEPT]
        elif asked.path == f"/2/users/{ME}/tweets":
            posts = [one for one in posts if one["author_id"] == ME]
        elif asked.path == "/2/tweets/search/recent":
            if not re.fullmatch(
                rf'url:"{HANDLE}/status" is:quote -is:retweet -from:{HANDLE}', asked.query["query"]
            ):
                return self.invalid("query")
            posts = [one for one in posts if self.quotes_me(one)]
            oldest = datetime.now(UTC) - timedelta(days=7)
        start = asked.query.get("start_time", "")
        if start and datetime.fromisoformat(start) < oldest:
            return self.invalid("start_time")
        posts = [
            one for one in posts if one["created_at"] >= max(start, told(oldest) if oldest.year > 1 else "")
        ]
        return self.page(self.newest(posts), asked.query, self.rendered)

    def messages(self, asked):
        if {"start_time", "since_id"} & asked.query.keys():
            return self.invalid("start_time")
        whose = re.fullmatch(r"/2/dm_conversations/(with/)?([\d-]+)/dm_events", asked.path)
        since = told(datetime.now(UTC) - timedelta(days=30))
        events = [one for one in self.events.values() if one["created_at"] >= since]
        if whose:
            events = [one for one in events if whose[2] in one["dm_conversation_id"]]
        return self.page(self.newest(events), asked.query, self.rendered_event)

    def page(self, things, query, rendered):
        start = int(query.get("pagination_token") or query.get("next_token") or 0)
        end = start + min(int(query["max_results"]), self.page_size)
        shown = things[start:end]
        meta = {"result_count": len(shown)} | ({"next_token": f"{end:016d}"} if end < len(things) else {})
        beside = self.beside(shown, query)
        return Answered(
            ({"data": [rendered(one, query) for one in shown]} if shown else {})
            | ({"includes": beside} if beside else {})
            | ({"errors": self.partial} if self.partial else {})
            | {"meta": meta}
        )

    def looked_up(self, query):
        asked = query["ids"].split(",")
        shown = [self.posts[one] for one in asked if one in self.posts and one not in self.hides]
        problems = [self.missing(one) for one in asked if one not in self.posts or one in self.hides]
        beside = self.beside(shown, query)
        return Answered(
            ({"data": [self.rendered(one, query) for one in shown]} if shown else {})
            | ({"includes": beside} if beside else {})
            | ({"errors": problems} if problems else {})
        )

    def missing(self, post_id):
        kind, title, detail = self.hides.get(post_id) or (
            *("resource-not-found", "Not Found Error"),
            f"Could not find tweet with ids: [{post_id}].",
        )
        where = {"resource_id": post_id, "value": post_id, "parameter": "ids", "section": "data"}
        base = NEWER_PROBLEMS if self.newer else PROBLEMS
        return {"type": base + kind, "title": title, "detail": detail, "resource_type": "tweet", **where}

    def rendered(self, post, query):
        fields = {"id", "text", *query.get("post.fields" if self.newer else "tweet.fields", "").split(",")}
        if self.newer:
            expanded = set(query.get("expansions", "").split(","))
            fields |= {old for old in BY_EXPANSION if {old, NEWER.get(old)} & expanded}
            fields |= {old for old, new in NEWER.items() if new in fields}
        else:
            fields.add("edit_history_tweet_ids")
        item = {name: value for name, value in post.items() if name in fields} | self.fields.get(
            post["id"], {}
        )
        return {NEWER.get(name, name) if self.newer else name: value for name, value in item.items()}

    def rendered_event(self, event, query):
        fields = {*query["dm_event.fields"].split(","), "id", "event_type"}
        fields |= {"sender_id"} if "sender_id" in query["expansions"] else set()
        return {
            name: value for name, value in event.items() if name in fields or name.startswith("brand_new")
        }

    def beside(self, shown, query):
        expanded = query.get("expansions", "").split(",")
        authors = {
            one[name] for one in shown for name in ("author_id", "sender_id") if name in expanded & one.keys()
        }
        keys = [key for one in shown for key in self.keys_of(one) if "attachments.media_keys" in expanded]
        history = NEWER["edit_history_tweet_ids"] if self.newer else "edit_history_tweet_ids"
        versions = {v for one in shown for v in one.get("edit_history_tweet_ids", ()) if history in expanded}
        found = {
            "users": [self.user(one, query) for one in sorted(authors) if one in USERS],
            "media": [self.media[key] for key in keys],
            "posts" if self.newer else "tweets": [
                self.rendered(self.posts[one], query) for one in sorted(versions)
            ],
        }
        return {kind: things for kind, things in found.items() if things}

    def keys_of(self, one):
        keys = listed(one | self.fields.get(one["id"], {}), "attachments", "media_keys")
        return [key for key in keys if isinstance(key, str)]

    def user(self, user_id, query):
        username, name = USERS[user_id]
        posts = "post_count" if self.newer else "tweet_count"
        figures = {"followers_count": 4200, "following_count": 7, "listed_count": 1, posts: 99}
        more = {"public_metrics": figures} if "public_metrics" in query.get("user.fields", "") else {}
        return {"id": user_id, "username": username, "name": name, **more}

    def quotes_me(self, post):
        return any(
            one["type"] == "quoted" and self.posts.get(one["id"], {}).get("author_id") == ME
            for one in post.get("referenced_tweets", ())
        )

    def newest(self, things):
        return sorted(things, key=lambda one: -int(one["id"]))

    def other_names(self, query):
        """X refuses every name that its specification does not hold."""
        unknown = "tweet.fields" if self.newer else "post.fields"
        names = query.get("expansions", "").split(",")
        strange = [name for name in names if ("_tweet" if self.newer else "_post") in name]
        return (
            self.invalid(unknown if unknown in query else "expansions")
            if unknown in query or strange
            else None
        )

    def invalid(self, parameter):
        detail = f"The query parameter [{parameter}] is not valid here"
        base = NEWER_PROBLEMS if self.newer else PROBLEMS
        return refused(
            400, "Invalid Request", detail, f"{base}invalid-request", parameter=parameter, value="?"
        )

    # writing, and keys

    def published(self, asked):
        if asked.path == "/2/tweets":
            return self.published_post(asked.json)
        whose = re.fullmatch(r"/2/dm_conversations/(with/)?([\d-]+)/messages", asked.path)
        sent = self.writes_directly(10**7 + len(self.events), asked.json["text"], ME, datetime.now(UTC))
        event = self.events[sent.removeprefix("dm:")]
        if not whose[1]:
            event["dm_conversation_id"] = whose[2]
        return Answered(
            {"data": {"dm_conversation_id": event["dm_conversation_id"], "dm_event_id": event["id"]}}, 201
        )

    def published_post(self, wanted):
        parent = wanted["reply"]["in_reply_to_tweet_id"]
        if parent not in self.posts:
            return refused(403, "Forbidden", "The post that you answer is deleted or not visible to you.")
        text = f"@{USERS[self.posts[parent]['author_id']][0]} {wanted['text']}"
        if any(
            one["author_id"] == ME and one["text"] == escape(text, quote=False) for one in self.posts.values()
        ):
            return refused(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.")
        native_id = self.posted(datetime.now(UTC), text, ME, answers=parent)
        history = "edit_history_post_ids" if self.newer else "edit_history_tweet_ids"
        return Answered({"data": {"id": native_id, "text": wanted["text"], history: [native_id]}}, 201)

    def renewed(self, asked):
        if asked.form.get("refresh_token") != self.refresh_token or asked.form["client_id"] != "app":
            return Answered(
                {"error": "invalid_request", "error_description": "Value passed for the token was invalid."},
                400,
            )
        self.token, self.refresh_token = "secret-2", "secret-refresh-2"
        new = {"access_token": self.token, "refresh_token": self.refresh_token, "expires_in": 7200}
        return Answered(new | {"token_type": "bearer", "scope": "tweet.read offline.access"})
