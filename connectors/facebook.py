"""Reads an officer's Facebook page: comments, what visitors write, what names the page, and its messages.

https://developers.facebook.com/docs/graph-api/reference/page
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from casework.message import Received
from casework.outgoing import Followers, Outgoing, OwnPost, Sent
from connectors.answers import moment, needed, sent_at, words
from connectors.facebook_items import COMMENT, MESSAGE, OUTSIDE, OWN_POST, POST, comment, post
from connectors.meta_account import CLOCKS_APART, MetaAccount, Sort
from connectors.meta_direct import COMMENT_ID
from connectors.meta_listings import Asked, Beneath, Edge, Found
from connectors.meta_words import number, web
from connectors.walk import Listing

ALL_NEWEST_FIRST = {"filter": "stream", "order": "reverse_chronological"}
PAGES_SEARCHED = 10


class Facebook(MetaAccount):
    """The key is JSON: {"access_token": the page's, "page_id": ..., "app_secret": ...}; the secret may be
    missing, it proves to the network that it is our app that asks.
    """

    network, platform, own, handle, message_fields = "facebook", "messenger", "page_id", "name", MESSAGE

    def listings(self) -> Mapping[str, Listing]:
        """What citizens write beneath posts, on the page, about it, and to it alone."""
        return {
            "comments": Comments(self),
            "visitor_posts": Edge(self.graph, self.page, Asked("visitor_posts", POST), self._posts),
            "tags": Edge(self.graph, self.page, Asked("tagged", POST), self._posts),
            "dms": self.direct.listing(),
        }

    @staticmethod
    def blind() -> Sequence[str]:
        """Comments on posts older than a month or on shares, tags by private people, older messages."""
        return ("comments_on_old_posts", "comments_on_shares", "private_accounts", "older_dms")

    def sort_of(self, native_id: str) -> Sort | None:
        """By the form of the id."""
        if native_id.startswith("m_"):
            return Sort(MESSAGE, self.direct.alone, vanishes=False)
        if native_id.startswith(f"{self.page}_"):
            return Sort(POST, self._post)
        return Sort(COMMENT, self._comment) if COMMENT_ID.fullmatch(native_id) else None

    def look(self) -> None:
        """What can vanish stands beneath the feed."""
        self.graph.edge(self.page, "feed", fields="id", limit=1)

    def answer(self, draft: Outgoing) -> Sent:
        """A comment beneath the comment or post."""
        told = self.graph.write(draft.to.removeprefix(OUTSIDE), "comments", message=draft.text)
        needed(told, ("id",))
        return Sent(words(told, "id"))

    def answers(self, draft: Outgoing) -> Iterator[object]:
        """All comments beneath the post since the first try: an answer to an answer stands beside it."""
        since, way_on = draft.begun_at - CLOCKS_APART, ""
        asked: dict[str, str | int] = {"fields": COMMENT, "limit": 100, **ALL_NEWEST_FIRST}
        asked["since"] = int(since.timestamp())
        for _ in range(PAGES_SEARCHED):
            found, way_on = self.graph.edge(draft.thread.removeprefix(OUTSIDE), "comments", way_on, **asked)
            yield from found
            if not way_on or any((moment(words(one, "created_time")) or since) < since for one in found):
                return

    def metrics(self) -> Iterator[OwnPost | Followers]:
        """The page's latest posts, all reactions counted as likes, and its followers."""
        for item in self.graph.edge(self.page, "published_posts", fields=OWN_POST, limit=25)[0]:
            yield OwnPost(
                words(item, "id"),
                sent_at(moment(words(item, "created_time"))),
                words(item, "message"),
                web(words(item, "permalink_url")),
                number(item, "reactions", "summary", "total_count"),
                number(item, "comments", "summary", "total_count"),
                number(item, "shares", "count"),
            )
        followers = number(self.graph.node(self.page, "followers_count"), "followers_count")
        if followers is not None:
            yield Followers(followers)

    def _posts(self, item: object) -> list[Received]:
        return [] if self.mine(item) else self._post(item)

    def _post(self, item: object) -> list[Received]:
        return [post(item, self.page)]

    def _comment(self, item: object) -> list[Received]:
        """Known by its id alone: it begins with the post's."""
        return [comment(item, f"{self.page}_{words(item, 'id').partition('_')[0]}")]


class Comments(Beneath):
    """Comments and their answers beneath all posts of the last month, those of visitors too."""

    window = timedelta(days=30)

    def __init__(self, facebook: Facebook) -> None:
        """Ask for this page's."""
        beneath = Asked("comments", COMMENT, args=ALL_NEWEST_FIRST)
        super().__init__(facebook.graph, facebook.page, Asked("feed", "id,created_time"), beneath)
        self._mine = facebook.mine

    def read(self, item: object) -> Iterable[Received]:
        """See Listing."""
        if isinstance(item, Found) and not self._mine(item.item):
            yield comment(item.item, words(item.above, "id"))
