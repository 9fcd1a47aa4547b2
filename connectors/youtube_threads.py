"""The comment threads of a YouTube channel, newest first, with all their replies."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from casework.account import Gap
from casework.errors import SchemaChanged
from casework.message import Received
from connectors.answers import at, listed, moment, needed_list, shown, words
from connectors.walk import Listing, cut_below
from connectors.youtube_api import NoComments, NotThere, YouTubeApi
from connectors.youtube_comment import COMMENT_ID, received

log = logging.getLogger(__name__)
PAGE, MOST_REPLY_PAGES = 100, 20


@dataclass(frozen=True, slots=True)
class Placed:
    """A comment, where its thread stands in YouTube's order, the video beneath which it was written, and the
    thread's id."""

    comment: object
    at: datetime | None
    video: str = ""
    thread: str = ""


class Channel(Protocol):
    """Whose threads are asked for."""

    @property
    def id(self) -> str:
        """YouTube's own id of the channel."""
        ...


class Threads(Listing):
    """The threads of one moderation status ("heldForReview", "likelySpam", else published).

    Of a thread's replies a listing shows but a few; the rest costs a question more, which is asked only where
    the thread has changed since it was `known`. `complete` says, after each page, how threads stand whose
    replies all came; one of which a comment cannot be read is taken out again.
    Source: https://developers.google.com/youtube/v3/docs/commentThreads/list.
    """

    def __init__(self, api: YouTubeApi, channel: Channel, status: str, known: Mapping[str, str]) -> None:
        """Ask for this channel; `status` "" is published."""
        self._api, self._channel, self._status, self._known = api, channel, status, known
        self.complete: dict[str, str] = {}
        self.asked = 0

    def towards(self, gap: Gap) -> "Threads":
        """Where something could not be read, all replies are asked for again, also of known threads."""
        if gap.retry_at:
            self._known = {}
        return self

    def page(self, token: str) -> tuple[list[object], str]:
        """The comments of one page of threads, a thread's replies before what they answer."""
        self.asked += 1
        try:
            answer = self._api.ask(
                "commentThreads",
                part="snippet,replies",
                allThreadsRelatedToChannelId=self._channel.id,
                moderationStatus=self._status or None,
                order="time",
                textFormat="plainText",
                maxResults=PAGE,
                pageToken=token or None,
            )
        except NoComments:
            return [], ""
        complete: dict[str, str] = {}
        placed: list[object] = []
        for thread in needed_list(answer, "items"):
            placed += self._placed(thread, complete)
        self.complete |= complete
        return placed, words(answer, "nextPageToken")

    def time(self, item: object) -> datetime | None:
        """When the thread was begun: replies stand where their thread stands."""
        return item.at if isinstance(item, Placed) else None

    def read(self, item: object) -> Iterator[Received]:
        """The comment in our words. A thread is not complete while one in it cannot be read: else it would
        never be asked for again."""
        if not isinstance(item, Placed):
            return
        try:
            yield received(item.comment, item.video)
        except SchemaChanged:
            self.complete.pop(item.thread, None)
            raise

    def _placed(self, thread: object, complete: dict[str, str]) -> list[Placed]:
        thread_id, top = words(thread, "id"), at(thread, "snippet", "topLevelComment")
        replies, total = listed(thread, "replies", "comments"), at(thread, "snippet", "totalReplyCount")
        if COMMENT_ID.fullmatch(thread_id) and isinstance(total, int) and total > len(replies):
            state = " ".join([str(total), *(words(reply, "id") for reply in replies)])
            if self._known.get(thread_id) != state:
                replies = [*replies, *self._replies(thread_id)]
            complete[thread_id] = state
        when, video = moment(words(top, "snippet", "publishedAt")), words(thread, "snippet", "videoId")
        return [Placed(comment, when, video, thread_id) for comment in (*replies, top)]

    def _replies(self, thread_id: str) -> list[object]:
        replies, whole = replies_to(self._api, thread_id)
        if not whole:
            missing = cut_below([moment(words(reply, "snippet", "publishedAt")) for reply in replies])
            self.cut = max(missing, self.cut or missing)
        return replies


def replies_to(api: YouTubeApi, thread_id: str) -> tuple[list[object], bool]:
    """The replies beneath a top-level comment, none where it is gone; and whether these are all."""
    found: list[object] = []
    token = ""
    for _ in range(MOST_REPLY_PAGES):
        try:
            answer = api.ask(
                "comments",
                part="snippet",
                parentId=thread_id,
                textFormat="plainText",
                maxResults=PAGE,
                pageToken=token or None,
            )
        except (NoComments, NotThere):
            return found, True
        found += needed_list(answer, "items")
        token = words(answer, "nextPageToken")
        if not token:
            return found, True
    log.warning(
        "youtube: more than %d replies beneath %s; the rest is not read", len(found), shown(thread_id)
    )
    return found, False
