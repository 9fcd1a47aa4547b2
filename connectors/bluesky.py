"""Reads an officer's Bluesky account: the posts that mention, answer or quote the officer."""

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import quote

from atproto import models  # type: ignore[import-untyped]  # ships no types

from casework.account import Account
from casework.errors import Refused, SchemaChanged
from casework.labels import Kind
from casework.message import Author, Checkpoint, Deleted, Received, Unknown
from connectors.answers import listed, moment, needed, needed_list, raw, sent_at, shown, words
from connectors.at_protocol import AtServer, NoRecord
from connectors.walk import walk

log = logging.getLogger(__name__)
MENTIONS, POST = "mentions", "app.bsky.feed.post"
FOR_THE_DESK = ["mention", "reply", "quote"]
HANDLED = {"uri", "author", "reason", "record", "indexedAt"}
IGNORED = {"$type", "cid", "isRead", "labels", "reasonSubject", "starterPack"}  # the raw bytes keep them
POST_URI = re.compile(rf"at://(did:[a-z]+:[\w.:%-]+)/{re.escape(POST)}/([\w.~:-]{{1,512}})", re.ASCII)
PAGE, POSTS_AT_ONCE = 100, 25


class Bluesky:
    """The connector of one account; a session is kept from question to question."""

    def __init__(self, account: Account, password: str) -> None:
        """`account.server` is the base URL of the account's server, "" for the public one."""
        self._server = AtServer(account, password)

    def streams(self) -> Sequence[str]:
        """One stream; direct messages are not read yet."""
        return (MENTIONS,)

    def pull(self, stream: str, cursor: str) -> Iterator[Received | Deleted | Checkpoint]:
        """As `connectors.walk.walk`; the times are `indexedAt`. The first pull reads 1,000 at most."""
        if stream != MENTIONS:
            raise Refused(f"bluesky: there is no stream {shown(stream)}; there is {MENTIONS}")
        yield from walk(self, cursor)

    def recheck(self, native_ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        """Whether the posts still stand; an id that is no Bluesky post (an import) is Unknown."""
        asked = [(one, POST_URI.fullmatch(one)) for one in native_ids]
        yield from (Unknown(one) for one, post in asked if not post)
        posts = [post for _, post in asked if post]
        for start in range(0, len(posts), POSTS_AT_ONCE):
            yield from self._recheck(posts[start : start + POSTS_AT_ONCE])

    def page(self, token: str) -> tuple[list[object], str]:
        """One page of notifications, newest first; for `walk`."""
        params = models.AppBskyNotificationListNotifications.Params(
            limit=PAGE, reasons=FOR_THE_DESK, cursor=token or None
        )
        answer = self._server.ask("app.bsky.notification.listNotifications", params)
        return needed_list(answer, "notifications"), words(answer, "cursor")

    def time(self, item: object) -> datetime | None:
        """When the network says it came: by the writer's clock where that is earlier."""
        return moment(words(item, "indexedAt"))

    def read(self, item: object) -> Received | None:
        """The notification in our words; None for likes, follows and the rest that we never asked for."""
        if words(item, "reason") not in FOR_THE_DESK and words(item, "record", "$type") != POST:
            return None
        if isinstance(item, dict) and (unknown := item.keys() - HANDLED - IGNORED):
            log.warning("bluesky: fields we do not know: %s", shown(sorted(unknown)))
        return _received(item)

    def _recheck(self, posts: Sequence[re.Match[str]]) -> Iterator[Received | Deleted | Unknown]:
        params = models.AppBskyFeedGetPosts.Params(uris=[post[0] for post in posts])
        shown_to_us = needed_list(self._server.ask("app.bsky.feed.getPosts", params), "posts")
        found = {words(view, "uri"): view for view in shown_to_us}
        yield from (self._standing(post, found.get(post[0])) for post in posts)

    def _standing(self, post: re.Match[str], view: object) -> Received | Deleted | Unknown:
        """Gone only if its record is gone; else it is merely hidden from the officer, as by a block."""
        params = models.ComAtprotoRepoGetRecord.Params(repo=post[1], collection=POST, rkey=post[2])
        try:
            if view is not None:
                return _received(view)
            self._server.ask("com.atproto.repo.getRecord", params)
        except NoRecord:
            return Deleted(post[0])
        except SchemaChanged as why:
            log.warning("%s", why)
        return Unknown(post[0])


def _received(item: object) -> Received:
    """A notification, or a post as `getPosts` shows it."""
    needed(item, ("uri",), ("author", "did"), ("record", "text"))
    uri, did = words(item, "uri"), words(item, "author", "did")
    handle = words(item, "author", "handle") or did
    profile = did if handle == "handle.invalid" else handle
    parent = words(item, "record", "reply", "parent", "uri")
    return Received(
        native_id=uri,
        kind=Kind.COMMENT if parent else Kind.POST,
        author=Author(did, handle, words(item, "author", "displayName")),
        text=words(item, "record", "text"),
        sent_at=sent_at(moment(words(item, "record", "createdAt")), moment(words(item, "indexedAt"))),
        raw=raw(item),
        url=f"https://bsky.app/profile/{quote(profile, safe=':')}/post/{quote(uri.rpartition('/')[2])}",
        thread=words(item, "record", "reply", "root", "uri") or uri,
        parent=parent,
        lang=next((one for one in listed(item, "record", "langs") if isinstance(one, str)), ""),
    )
