"""What X lists for an account, newest first: mentions, quotes, direct messages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from casework.message import Author, Received
from connectors.answers import at, moment, words
from connectors.walk import Listing
from connectors.x_items import items, refers
from connectors.x_posts import direct, post
from connectors.x_server import FEW, XServer
from connectors.x_vocabulary import EVENTS, POSTS

PAGE, MESSAGE = 100, "MessageCreate"
OPENING = datetime(2010, 11, 6, tzinfo=UTC)  # X refuses an earlier start_time
MARGIN = timedelta(minutes=10)  # for the difference of our clock and X's


class Mentions(Listing):
    """Posts that name the account, replies to its own among them: https://docs.x.com/x-api/users/get-mentions.

    X gives the latest 800 and counts what it withholds too, so that fewer may come. The overlap is as long as
    a post can be edited. The first look at what may be new is a short one: so much less is held for it.
    """

    most = 700

    def __init__(self, server: XServer, since: datetime | None) -> None:
        """Ask for nothing older than `since` and the overlap: X charges each item."""
        self._server, self._since = server, since
        self._start = self._beginning(since) if since else None

    def page(self, token: str) -> tuple[list[object], str]:
        """One page of posts."""
        return self._page(
            token,
            *("mentions", "get_users_mentions", self._server.me()),
            start_time=self._start,
            pagination_token=token or None,
        )

    def time(self, item: object) -> datetime | None:
        """When X took it; an edit is listed by its own time."""
        return moment(words(item, "data", "created_at"))

    def read(self, item: object) -> Iterator[Received]:
        """The post; nothing for the account's own and for mere reposts."""
        own = words(item, "data", "author_id") == self._server.me()
        if not own and not refers(at(item, "data"), "retweeted"):
            yield post(item)

    def _page(
        self, token: str, what: str, method: str, *given: object, **params: Any
    ) -> tuple[list[object], str]:
        most = FEW if self._since and not token else PAGE
        answer = self._server.page(what, method, *given, most=most, asked=POSTS, **params)
        return items(answer), words(answer, "meta", "next_token")

    def _beginning(self, since: datetime) -> datetime:
        """The same for all pages of a walk: a token belongs to its question."""
        oldest = datetime.now(UTC) - self.keeps + MARGIN if self.keeps else OPENING
        return max(since - self.overlap, oldest, OPENING)


class Quotes(Mentions):
    """Posts that quote one of the account's, found by the address that each quote holds, in the last 7 days.

    The quotes of one post can be listed too (/2/tweets/{id}/quote_tweets), but neither from a time on nor of
    all posts at once: https://docs.x.com/x-api/posts/search/integrate/operators.
    """

    keeps, most = timedelta(days=7), 0

    def __init__(self, server: XServer, since: datetime | None, handle: str) -> None:
        """Of the account of that handle, without @."""
        super().__init__(server, since)
        self._query = f'url:"{handle}/status" is:quote -is:retweet -from:{handle}'

    def page(self, token: str) -> tuple[list[object], str]:
        """One page of what was found."""
        return self._page(
            token,
            *("quotes", "search_recent_tweets", self._query),
            start_time=self._start,
            next_token=token or None,
        )


class DirectMessages(Listing):
    """Messages of all conversations in the last 30 days: https://docs.x.com/x-api/direct-messages/get-dm-events.

    They cannot be asked for from a time on: the first look at what may be new is a short one. The account's
    own are handed out too, under its own name: so an answer comes back, and X tells of it nowhere else.
    """

    keeps, overlap = timedelta(days=30), timedelta(minutes=10)

    def __init__(self, server: XServer, since: datetime | None, handle: str) -> None:
        """`since` tells whether there was a look before; `handle` is the account's, without @."""
        self._server, self._since, self._handle = server, since, handle

    def page(self, token: str) -> tuple[list[object], str]:
        """One page of messages."""
        self._server.me()  # what that raises, it raises before a message is read
        answer = self._server.page(
            *("dms", "get_direct_message_events"),
            most=FEW if self._since and not token else PAGE,
            asked=EVENTS,
            event_types=MESSAGE,
            pagination_token=token or None,
        )
        return items(answer), words(answer, "meta", "next_token")

    def time(self, item: object) -> datetime | None:
        """When X took it."""
        return moment(words(item, "data", "created_at"))

    def read(self, item: object) -> Iterator[Received]:
        """The message; nothing for those who join and leave."""
        if words(item, "data", "event_type") not in ("", MESSAGE):
            return
        message = direct(item)
        own = message.author.id == self._server.me()
        yield replace(message, author=Author(message.author.id, self._handle)) if own else message
