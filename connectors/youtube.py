"""Reads an officer's YouTube channel: the comments beneath its videos, also those that YouTube holds back."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from casework.account import Account, Gap
from casework.errors import ConnectorError, Refused, SchemaChanged
from casework.message import Checkpoint, Deleted, Received, Unknown
from casework.network import Meter
from casework.outgoing import Followers, Outgoing, OwnPost, Sent
from connectors.answers import needed_list, shown, words
from connectors.listed import Listed
from connectors.walk import walk, walk_gap
from connectors.youtube_api import NotThere, YouTubeApi
from connectors.youtube_comment import COMMENT_ID, received
from connectors.youtube_key import Key
from connectors.youtube_own import OwnChannel
from connectors.youtube_threads import Threads

log = logging.getLogger(__name__)
COMMENTS, HELD, SPAM = "comments", "held", "spam"
STATUSES = {COMMENTS: "", HELD: "heldForReview", SPAM: "likelySpam"}  # "" is YouTube's own: published
AT_ONCE, MOST_KNOWN = 50, 5_000
NEAR, FAR, REST = timedelta(hours=1), timedelta(days=14), timedelta(minutes=3)
Piece = Received | Deleted | Checkpoint
LONG_AGO = datetime.min.replace(tzinfo=UTC)


class YouTube(Listed):
    """The connector of one channel; for the key see `connectors.youtube_key.Key`. Scope: youtube.force-ssl.

    YouTube orders threads by their first comment, so new replies stand wherever their thread stands. Now and
    then a walk looks FAR below the mark for them, the less often the more questions it costs.
    Source: https://developers.google.com/youtube/v3/docs/commentThreads and /comments.
    """

    def __init__(self, account: Account, key: str, meter: Meter) -> None:
        """`account.server` is the base URL of the API, "" for Google's."""
        self.on_new_key: Callable[[str], None] | None = None
        self._key = Key(key, account.server, self._hand_out)
        self._api = YouTubeApi(account, self._key, meter)
        self._own = OwnChannel(account, self._key, self._api)
        self._known: dict[str, dict[str, str]] = {name: {} for name in STATUSES}
        self._look_far = dict.fromkeys(STATUSES, LONG_AGO)

    @property
    def native_id(self) -> str:
        """By which comments name the channel; "" until it is known."""
        return self._own.told

    def streams(self) -> Sequence[str]:
        """What is held back is shown to the channel's owner alone, not to an API key."""
        return tuple(STATUSES) if self._key.is_personal else (COMMENTS,)

    def listings(self) -> Mapping[str, Threads]:
        """Published comments, those held for review, and likely spam."""
        return {name: self._threads(name) for name in self.streams()}

    def pull(self, stream: str, cursor: str) -> Iterator[Piece]:
        """As `connectors.walk.walk`."""
        far = self._look_far.get(stream, LONG_AGO) <= datetime.now(UTC)
        return self._walked(stream, FAR if far else NEAR, lambda threads: walk(threads, cursor))

    def fill(self, stream: str, gap: Gap) -> Iterator[Piece]:
        """As `connectors.walk.walk_gap`."""
        return self._walked(stream, NEAR, lambda threads: walk_gap(threads.towards(gap), gap))

    @staticmethod
    def blind() -> Sequence[str]:
        """New replies in threads older than FAR, what is said in a live chat, and there are no messages."""
        return ("replies_to_old_threads", "live_chat", "direct_messages")

    def recheck(self, native_ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        """Whether the comments still stand; an id that is no YouTube comment's (an import) is Unknown."""
        yield from (Unknown(one) for one in native_ids if not COMMENT_ID.fullmatch(one))
        ids = [one for one in native_ids if COMMENT_ID.fullmatch(one)]
        for start in range(0, len(ids), AT_ONCE):
            yield from self._recheck(ids[start : start + AT_ONCE])

    def reply(self, draft: Outgoing) -> Sent:
        """See casework.network.Answers."""
        if not COMMENT_ID.fullmatch(draft.to):
            raise Refused(f"{shown(draft.to)} is no comment of YouTube and cannot be answered")
        return self._own.reply(draft)

    def sent(self, draft: Outgoing) -> Sent | None:
        """See casework.network.Answers."""
        return self._own.sent(draft)

    def metrics(self) -> Iterator[OwnPost | Followers]:
        """See `connectors.youtube_own`."""
        return self._own.metrics()

    def _hand_out(self, key: str) -> None:
        if self.on_new_key:
            self.on_new_key(key)

    def _threads(self, stream: str) -> Threads:
        return Threads(self._api, self._own, STATUSES[stream], self._known[stream])

    def _walked(
        self, stream: str, overlap: timedelta, way: Callable[[Threads], Iterator[Piece]]
    ) -> Iterator[Piece]:
        """Who comes back for more after a checkpoint has kept what came before it: only then are threads
        known as read, and a walk that was cut off within a page is walked anew."""
        self._listing(stream)
        threads = self._threads(stream)
        threads.overlap = overlap
        try:
            yield from way(threads)
        except ConnectorError:
            self._remember(stream, threads)
            raise
        self._remember(stream, threads)
        if overlap == FAR:
            self._look_far[stream] = datetime.now(UTC) + threads.asked * REST

    def _remember(self, stream: str, threads: Threads) -> None:
        known = self._known[stream] | threads.complete
        self._known[stream] = dict([*known.items()][-MOST_KNOWN:])

    def _recheck(self, ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        """Asked together; where YouTube knows one of them not and says no more, half by half. What it leaves
        out is asked for alone: one odd answer must not stand for fifty comments."""
        try:
            answer = self._api.ask("comments", part="snippet", id=",".join(ids), textFormat="plainText")
        except NotThere:
            if len(ids) == 1:
                yield Deleted(ids[0])
                return
            yield from self._recheck(ids[: len(ids) // 2])
            yield from self._recheck(ids[len(ids) // 2 :])
            return
        found = {words(comment, "id"): comment for comment in needed_list(answer, "items")}
        for one in ids:
            if one in found:
                yield self._standing(one, found[one])
            elif len(ids) == 1:
                yield Deleted(one)
            else:
                yield from self._recheck([one])

    def _standing(self, native_id: str, comment: object) -> Received | Unknown:
        try:
            return received(comment)
        except SchemaChanged as why:
            log.warning("%s", why)
            return Unknown(native_id)
