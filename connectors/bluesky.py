"""Reads and answers for an officer's Bluesky account: the posts that mention, answer or quote the officer,
what is said beneath the officer's own posts, and direct messages."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from casework.account import Account, Gap
from casework.errors import SchemaChanged
from casework.labels import Kind
from casework.message import Checkpoint, Deleted, Received, Unknown
from casework.network import Meter
from casework.outgoing import Followers, Outgoing, OwnPost, Sent
from connectors.answers import at, needed_list, words
from connectors.at_protocol import AtServer, models
from connectors.bluesky_chat import MESSAGE_ID, Chat
from connectors.bluesky_inbox import Inbox
from connectors.bluesky_posts import POST_URI, Notifications, exists, received, views
from connectors.bluesky_replies import send, sent
from connectors.bluesky_threads import Threads
from connectors.listed import Listed
from connectors.walk import Listing, walk, walk_gap

log = logging.getLogger(__name__)
POSTS_AT_ONCE, OWN_POSTS = 25, 100
DAILY, SOON, REST = timedelta(days=1), timedelta(hours=1), timedelta(seconds=30)
FAR, FAR_THREADS = timedelta(days=7), timedelta(days=14)


class Bluesky(Listed):
    """The connector of one account; a session is kept from question to question.

    `key` is an app password (https://bsky.app/settings/app-passwords), one that may read direct messages.
    """

    def __init__(self, account: Account, key: str, meter: Meter) -> None:
        """`account.server` is the base URL of the account's server, "" for the public one."""
        self._server = AtServer(account, key, meter)
        self._chat = Chat(self._server)
        self._look_far: dict[str, datetime] = {}

    def listings(self) -> Mapping[str, Listing]:
        """Direct messages come from a service of their own, which a server may lack."""
        server = self._server
        return {"mentions": Notifications(server), "threads": Threads(server), "dms": Inbox(self._chat)}

    def pull(self, stream: str, cursor: str) -> Iterator[Received | Deleted | Checkpoint]:
        """As `connectors.walk.walk`. Now and then it goes far below the mark: once a day for posts, which
        stand where their writer dated them back to; for threads, in which anybody goes on talking, the less
        often the more of them are asked for. Where that breaks off, it is tried again after an hour."""
        listing, now = self._listing(stream), datetime.now(UTC)
        threads = listing if isinstance(listing, Threads) else None
        far_already = now < self._look_far.get(stream, now) and not (threads and not cursor)
        if isinstance(listing, Inbox) or far_already:
            yield from walk(listing, cursor)
            return
        listing.overlap, self._look_far[stream] = FAR_THREADS if threads else FAR, now + SOON
        if threads and not cursor:
            threads.keeps = FAR_THREADS
        yield from walk(listing, cursor)
        self._look_far[stream] = now + (threads.asked * REST if threads else DAILY)

    def fill(self, stream: str, gap: Gap) -> Iterator[Received | Deleted | Checkpoint]:
        """As `connectors.walk.walk_gap`. What could not be read is missed when it came, and stands where its
        thread was begun, so long before that such a gap is looked for as far as threads are looked at."""
        listing = self._listing(stream)
        if gap.retry_at and isinstance(listing, Threads):
            listing.overlap = FAR_THREADS
        yield from walk_gap(listing, gap)

    @staticmethod
    def blind() -> Sequence[str]:
        """Posts of those who block the officer, posts dated back by more than FAR, what comes beneath own
        posts older than FAR_THREADS, and what is said elsewhere without naming or answering the officer."""
        return ("blocked_by", "dated_back", "comments_on_old_posts", "without_mention_elsewhere")

    def recheck(self, native_ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        """Whether they still stand; an id that is none of Bluesky's (an import) is Unknown."""
        posts = [post for one in native_ids if (post := POST_URI.fullmatch(one))]
        messages = [one for one in native_ids if MESSAGE_ID.fullmatch(one)]
        known = {*messages, *(post[0] for post in posts)}
        yield from (Unknown(one) for one in native_ids if one not in known)
        for start in range(0, len(posts), POSTS_AT_ONCE):
            yield from self._recheck(posts[start : start + POSTS_AT_ONCE])
        yield from self._chat.standing(messages)

    def reply(self, draft: Outgoing) -> Sent:
        """As `casework.network.Answers`."""
        return self._chat.send(draft) if draft.kind is Kind.DM else send(self._server, draft)

    def sent(self, draft: Outgoing) -> Sent | None:
        """As `casework.network.Answers`."""
        return self._chat.sent(draft) if draft.kind is Kind.DM else sent(self._server, draft)

    def metrics(self) -> Iterator[OwnPost | Followers]:
        """The latest posts; answers to others, and what the officer merely passed on, are not among them."""
        me = self._server.did
        params = models.AppBskyFeedGetAuthorFeed.Params(
            actor=me, limit=OWN_POSTS, filter="posts_and_author_threads"
        )
        for item in needed_list(self._server.ask("app.bsky.feed.getAuthorFeed", params), "feed"):
            if words(item, "post", "author", "did") == me and at(item, "reason") is None:
                yield from _own_post(at(item, "post"))
        profile = self._server.ask(
            "app.bsky.actor.getProfile", models.AppBskyActorGetProfile.Params(actor=me)
        )
        if (followers := _count(profile, "followersCount")) is not None:
            yield Followers(followers)

    def _recheck(self, posts: Sequence[re.Match[str]]) -> Iterator[Received | Deleted | Unknown]:
        shown_to_us = views(self._server, [post[0] for post in posts])
        yield from (self._standing(post[0], shown_to_us.get(post[0])) for post in posts)

    def _standing(self, uri: str, view: object) -> Received | Deleted | Unknown:
        """Gone only if its record is gone; else it is merely hidden from the officer, as by a block."""
        try:
            if view is not None:
                return received(view)
            return Unknown(uri) if exists(self._server, uri) else Deleted(uri)
        except SchemaChanged as why:
            log.warning("%s", why)
        return Unknown(uri)


def _own_post(view: object) -> Iterator[OwnPost]:
    try:
        post = received(view)
    except SchemaChanged as why:
        log.warning("bluesky: an own post: %s", why)
        return
    likes, replies = _count(view, "likeCount"), _count(view, "replyCount")
    passed_on = [_count(view, "repostCount"), _count(view, "quoteCount")]
    shares = sum(filter(None, passed_on)) if passed_on != [None, None] else None
    yield OwnPost(post.native_id, post.sent_at, post.text, post.url, likes, replies, shares)


def _count(answer: object, name: str) -> int | None:
    found = at(answer, name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None
