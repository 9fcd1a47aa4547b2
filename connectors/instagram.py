"""Reads an officer's Instagram account: comments and their answers, where others name it, its messages.

https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from casework.errors import Refused, SchemaChanged
from casework.message import Received
from casework.outgoing import Followers, Outgoing, OwnPost, Sent
from connectors.answers import at, listed, moment, needed, sent_at, words
from connectors.instagram_items import (
    COMMENT,
    MEDIA,
    MESSAGE,
    OWN_MEDIA,
    REPLIES,
    TAG,
    comment,
    pages_of_replies,
    rest_of_replies,
    tag,
)
from connectors.instagram_mentions import MENTION, Mentioned
from connectors.meta_account import Sort
from connectors.meta_direct import COMMENT_ID
from connectors.meta_graph import next_of
from connectors.meta_listings import Asked, Beneath, Edge, Found
from connectors.meta_words import number, web
from connectors.walk import Listing, cut_below

log = logging.getLogger(__name__)


class Instagram(Mentioned):
    """The key is JSON: {"access_token": the page's, "ig_user_id": ..., "page_id": the linked page's,
    "app_secret": ...}; the secret may be missing.
    """

    network = platform = "instagram"
    own, handle, message_fields = "ig_user_id", "username", MESSAGE

    def listings(self) -> Mapping[str, Listing]:
        """What citizens write beneath posts, where they tag the account, and to it alone."""
        tags = Asked("tags", MEDIA, time="timestamp")
        return {
            "comments": Comments(self),
            "tags": Edge(self.graph, self.me, tags, lambda item: [] if self.mine(item) else [tag(item)]),
            "mentions": self.mentions(),
            "dms": self.direct.listing(),
        }

    @staticmethod
    def blind() -> Sequence[str]:
        """Mentions of which no notice came; no stories, no live comments."""
        return (
            "comments_on_old_posts",
            "mentions",
            "private_accounts",
            "stories",
            "live_comments",
            "older_dms",
        )

    def sort_of(self, native_id: str) -> Sort | None:
        """By the form of the id; a post of somebody else cannot be asked for."""
        if native_id.startswith((TAG, MENTION)):
            return None
        if COMMENT_ID.fullmatch(native_id):
            return Sort(f"{COMMENT},media{{id}}", self._comment)
        return Sort(MESSAGE, self.direct.alone, vanishes=False)

    def look(self) -> None:
        """What can vanish stands beneath the account's own posts."""
        self.graph.edge(self.me, "media", fields="id", limit=1)

    def answer(self, draft: Outgoing) -> Sent:
        """An answer beneath the comment; the network puts an answer to an answer beside it."""
        if draft.to.startswith((TAG, MENTION)):
            raise Refused("instagram: on somebody else's post no program can answer safely; use the app")
        told = self.graph.write(draft.to, "replies", message=draft.text)
        needed(told, ("id",))
        return Sent(words(told, "id"))

    def answers(self, draft: Outgoing) -> Iterable[object]:
        """All answers beneath the comment, or beneath the one that this is an answer to."""
        if draft.to.startswith((TAG, MENTION)):
            return []
        top = words(self.graph.node(draft.to, "id,parent_id"), "parent_id") or draft.to
        return (one for page, _ in pages_of_replies(self.graph, top, "") for one in page)

    def metrics(self) -> Iterator[OwnPost | Followers]:
        """The account's latest posts and its followers; the network does not count shares."""
        for item in self.graph.edge(self.me, "media", fields=OWN_MEDIA, limit=25)[0]:
            yield OwnPost(
                words(item, "id"),
                sent_at(moment(words(item, "timestamp"))),
                words(item, "caption"),
                web(words(item, "permalink")),
                number(item, "like_count"),
                number(item, "comments_count"),
            )
        followers = number(self.graph.node(self.me, "followers_count"), "followers_count")
        if followers is not None:
            yield Followers(followers)

    def _comment(self, item: object) -> list[Received]:
        return [comment(item, at(item, "media"))]


class Comments(Beneath):
    """Comments beneath all posts of the last month, with their answers. An answer comes with its comment,
    however old that is: so each walk reads the whole month again, as far as one go takes.
    """

    window = overlap = timedelta(days=30)

    def __init__(self, instagram: Instagram) -> None:
        """Ask for this account's."""
        above = Asked("media", "id,timestamp,permalink", time="timestamp")
        super().__init__(
            instagram.graph, instagram.me, above, Asked("comments", f"{COMMENT},{REPLIES}", 50, "timestamp")
        )
        self._mine = instagram.mine

    def parts(self, item: object) -> Sequence[object]:
        """The comment's answers, all of them, and the comment without them."""
        if not isinstance(item, dict) or "replies" not in item:
            return [item]
        told = item["replies"]
        found = [*listed(told, "data")]
        if way_on := next_of(told):
            rest, whole = rest_of_replies(self.graph, words(item, "id"), way_on)
            found += rest
            if not whole:
                missing = cut_below([moment(words(one, "timestamp")) for one in found])
                self.cut = max(missing, self.cut or missing)
        return [*found, {name: value for name, value in item.items() if name != "replies"}]

    def read(self, item: object) -> Iterable[Received]:
        """See Listing. Of what cannot be read the walk tells the new; an answer may stand further down."""
        if not isinstance(item, Found) or self._mine(item.item):
            return
        try:
            yield comment(item.item, item.above)
        except SchemaChanged as why:
            log.warning("%s", why)
            raise
