"""What is said in the threads beneath the account's own Bluesky posts, also between others.

A notification comes for what answers the officer, and for what stands up to four levels beneath: deeper talk
brings none, nor does what stands beneath an answer that the officer hid.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from casework.message import Received
from connectors.answers import at, listed, moment, needed, needed_list, shown, words
from connectors.at_protocol import AtServer, NoRecord, models
from connectors.bluesky_posts import POST_URI, received
from connectors.walk import Listing

log = logging.getLogger(__name__)
PAGE, MOST_AT_ONCE, MOST_ASKED = 100, 32, 200
DEPTH = 30  # a level nests two brackets deep, and `answers.DEEPEST` leaves some for the post itself
NO_POST = ("#blockedPost", "#notFoundPost")


@dataclass(frozen=True, slots=True)
class Placed:
    """A post, and when the own post was written that begins its thread."""

    post: object
    at: datetime | None


class Threads(Listing):
    """The account's own posts, newest first, each with all that stands beneath it.

    A post tells only how many answer it directly, so each that has an answer is asked for its thread. A page
    may cost twice the questions of the one before. After MOST_ASKED the walk asks for no more threads: what
    came in the others is told as lost. `keeps`: own posts older than that are not looked at.
    Source: https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed and app-bsky-feed-get-post-thread.
    """

    def __init__(self, server: AtServer) -> None:
        """Ask this server; `asked` counts for how many threads it was asked."""
        self._server = server
        self.asked, self._at_once = 0, 1
        self._token: str | None = None
        self._feed = self._next_feed = ""
        self._posts: list[object] = []
        self._found: list[object] = []

    def page(self, token: str) -> tuple[list[object], str]:
        """The next own posts and their threads; the token is a page of the feed, and the last post read."""
        if not self._posts or token != self._token:
            self._open(token)
        self._token, self._found, last = None, [], ""
        most = self.asked + self._at_once
        while self._posts and self.asked < most:
            self._found += self._thread(self._posts[0])
            last = words(self._posts.pop(0), "uri")
        self._at_once = min(2 * self._at_once, MOST_AT_ONCE)
        self._token = f"{self._feed} {last}" if self._posts else self._next_feed
        return self._found, self._token

    def time(self, item: object) -> datetime | None:
        """When the own post was written: what stands beneath it stands where its thread stands."""
        return item.at if isinstance(item, Placed) else None

    def written(self, item: object) -> datetime | None:
        """When the post itself came."""
        return _came(item.post) if isinstance(item, Placed) else None

    def read(self, item: object) -> Iterator[Received]:
        """The post in our words; nothing for the officer's own."""
        if isinstance(item, Placed) and words(item.post, "author", "did") != self._server.did:
            yield received(item.post)

    def held(self) -> Sequence[object]:
        """See Listing."""
        return self._found

    def _open(self, token: str) -> None:
        """A page of the feed, from behind the last post read; what was passed on is not the account's own."""
        self._feed, _, last = token.partition(" ")
        params = models.AppBskyFeedGetAuthorFeed.Params(
            actor=self._server.did, limit=PAGE, cursor=self._feed or None, filter="posts_no_replies"
        )
        answer = self._server.ask("app.bsky.feed.getAuthorFeed", params)
        own = [at(item, "post") for item in needed_list(answer, "feed") if self._begins(item)]
        uris = [words(post, "uri") for post in own]
        own = own[uris.index(last) + 1 :] if last in uris else own
        self._posts = [post for post in own if not self._too_old(post)]
        self._next_feed = words(answer, "cursor") if len(self._posts) == len(own) else ""

    def _begins(self, item: object) -> bool:
        """Whether it is an own post that answers nobody."""
        uri = POST_URI.fullmatch(words(item, "post", "uri"))
        answers = at(item, "reason") or at(item, "post", "record", "reply")
        return bool(uri and uri[1] == self._server.did and not answers)

    def _too_old(self, post: object) -> bool:
        came = _came(post)
        return bool(self.keeps and came and came < datetime.now(UTC) - self.keeps)

    def _thread(self, post: object) -> list[object]:
        """The answers before what they answer."""
        when = _came(post)
        beneath = self._beneath(words(post, "uri")) if _answered(post) else []
        return [Placed(one, when) for one in (*reversed(beneath), post)]

    def _beneath(self, uri: str) -> list[object]:
        """All posts of the thread; where an answer is cut off by its depth, it is asked from there again."""
        found: list[object] = []
        deeper = [uri]
        while deeper:
            if self.asked >= MOST_ASKED:
                log.warning("bluesky: more than %d threads; %s is not read", MOST_ASKED, shown(uri))
                self.cut = datetime.now(UTC)  # in the others anything may have come
                break
            for node in self._nodes(deeper.pop()):
                post = at(node, "post")
                found.append(post)
                if at(node, "replies") is None and _answered(post) and POST_URI.fullmatch(words(post, "uri")):
                    deeper.append(words(post, "uri"))
        return found

    def _nodes(self, uri: str) -> Iterator[object]:
        """What stands beneath the post, but for what the network hides; nothing where the post is gone."""
        self.asked += 1
        params = models.AppBskyFeedGetPostThread.Params(uri=uri, depth=DEPTH, parent_height=0)
        try:
            answer = self._server.ask("app.bsky.feed.getPostThread", params)
        except NoRecord as why:
            log.info("%s", why)
            return
        needed(answer, ("thread", "$type"))
        nodes = listed(answer, "thread", "replies")[::-1]
        while nodes:
            node = nodes.pop()
            nodes += listed(node, "replies")[::-1]
            if not words(node, "$type").endswith(NO_POST):
                yield node


def _came(post: object) -> datetime | None:
    return moment(words(post, "indexedAt"))


def _answered(post: object) -> bool:
    count = at(post, "replyCount")
    return isinstance(count, int) and count > 0
