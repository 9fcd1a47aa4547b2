"""Reads and answers on an officer's X account: mentions and replies, quotes, direct messages.

The API's pages: https://docs.x.com/x-api.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from casework.account import Account, Gap
from casework.errors import Refused, SchemaChanged
from casework.message import Checkpoint, Deleted, Received, Unknown
from casework.network import Meter
from casework.outgoing import Followers, Outgoing, OwnPost, Sent
from connectors.answers import at, listed, moment, needed_list, sent_at, words
from connectors.listed import Listed
from connectors.walk import Listing, walk, walk_gap
from connectors.x_items import gone, native_id, newest, number, single
from connectors.x_key import XKey
from connectors.x_listings import DirectMessages, Mentions, Quotes
from connectors.x_posts import address, full_text, post
from connectors.x_replies import Replies
from connectors.x_server import FEW, NUMBER, XServer
from connectors.x_vocabulary import FIGURES, REPOSTS, VERSIONS

log = logging.getLogger(__name__)
HANDLE = re.compile(r"\w{1,15}", re.ASCII)
OWN_POSTS = timedelta(days=14)


class X(Listed):
    """The connector of one account.

    `key` is a JSON object: `access_token` (OAuth 2 with PKCE; scopes tweet.read, tweet.write, users.read,
    dm.read, dm.write, offline.access); for its renewal `refresh_token`, `client_id` and, if the app has one,
    `client_secret`; `user_id` spares a paid question. X takes a refresh token once, so that `on_new_key` must
    keep each new key that it is given.
    """

    on_new_key: Callable[[str], None] | None = None

    def __init__(self, account: Account, key: str, meter: Meter) -> None:
        """`account.server` is the base URL, "" for the public one."""
        self._handle = account.handle.removeprefix("@")
        if not HANDLE.fullmatch(self._handle):
            raise Refused(f"handle: {account.handle!r:.50} is none of X's; letters, digits and _, at most 15")
        self._server = XServer(account, XKey(key, self._keep_key), meter)
        self._replies = Replies(self._server, self._handle)

    @property
    def native_id(self) -> str:
        """X's number of the account, once it is known; a handle may pass to somebody else."""
        return self._server.number

    def listings(self, since: datetime | None = None) -> Mapping[str, Listing]:
        """Of what was read up to `since`, no more is asked for than the overlap: X charges each item."""
        return {
            "mentions": Mentions(self._server, since),
            "quotes": Quotes(self._server, since, self._handle),
            "dms": DirectMessages(self._server, since, self._handle),
        }

    def pull(self, stream: str, cursor: str) -> Iterator[Received | Deleted | Checkpoint]:
        """As `connectors.walk.walk`."""
        yield from walk(self._listing_since(stream, moment(cursor)), cursor)

    def fill(self, stream: str, gap: Gap) -> Iterator[Received | Deleted | Checkpoint]:
        """As `connectors.walk.walk_gap`."""
        yield from walk_gap(self._listing_since(stream, gap.missed_from), gap)

    @staticmethod
    def blind() -> Sequence[str]:
        """Protected accounts, those who block the officer, encrypted chats, deletions of messages."""
        return ("private_accounts", "blocked_by", "encrypted_messages", "deleted_messages")

    def recheck(self, native_ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        """Whether the posts still stand: https://docs.x.com/x-api/posts/get-posts-by-ids.

        Unknown are direct messages, of which X tells no deletion, and what X merely does not show.
        """
        yield from (Unknown(one) for one in native_ids if not NUMBER.fullmatch(one))
        posts = [one for one in native_ids if NUMBER.fullmatch(one)]
        for start in range(0, len(posts), FEW):  # so that little is held
            yield from self._recheck(posts[start : start + FEW])

    def reply(self, draft: Outgoing) -> Sent:
        """As `casework.network.Answers`."""
        return self._replies.reply(draft)

    def sent(self, draft: Outgoing) -> Sent | None:
        """As `casework.network.Answers`."""
        return self._replies.sent(draft)

    def metrics(self) -> Iterator[OwnPost | Followers]:
        """The posts of the last fourteen days and how many follow: https://docs.x.com/x-api/users/get-me."""
        for one in self._replies.own_posts(datetime.now(UTC) - OWN_POSTS):
            yield self._own_post(one)
        me = self._server.read("me", "get_me", most=1, asked=FIGURES)
        if (count := number(me, "data", "public_metrics", "followers_count")) is not None:
            yield Followers(count)

    def _listing_since(self, stream: str, since: datetime | None) -> Listing:
        return self.listings(since).get(stream) or self._listing(stream)

    def _recheck(self, ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        answer = self._server.read("posts", "get_tweets", list(ids), most=len(ids), asked=VERSIONS)
        if not listed(answer, "errors"):
            needed_list(answer, "data")
        found = {words(one, "id"): one for one in listed(answer, "data")}
        deleted = gone(answer)
        for one in ids:
            now = newest(found[one], answer) if one in found else None
            yield _standing(one, now, answer) if now else Deleted(one) if one in deleted else Unknown(one)

    def _own_post(self, one: object) -> OwnPost:
        figures, post_id = at(one, "public_metrics"), words(one, "id")
        shares = [number(figures, name) for name in (*REPOSTS, "quote_count")]
        return OwnPost(
            native_id=native_id(one),
            sent_at=sent_at(moment(words(one, "created_at"))),
            text=full_text(one),
            url=address(self._handle, post_id),
            likes=number(figures, "like_count"),
            replies=number(figures, "reply_count"),
            shares=sum(filter(None, shares)) if shares != [None] * len(shares) else None,
            views=number(figures, "impression_count"),
        )

    def _keep_key(self, key: str) -> None:
        if self.on_new_key:
            self.on_new_key(key)


def _standing(native: str, now: object, answer: object) -> Received | Unknown:
    """The post as it reads now, under the id by which it was asked for."""
    try:
        return replace(post(single(now, answer)), native_id=native)
    except SchemaChanged as why:
        log.warning("%s", why)
        return Unknown(native)
