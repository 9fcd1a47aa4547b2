"""Mentions of an Instagram account on other people's posts: each is announced by webhook, none is listed.

https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_comment
and /mentioned_media.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from casework.account import Gap
from casework.announced import LONGEST, Announced, Reader
from casework.errors import ConnectorError, SchemaChanged
from casework.message import Checkpoint, Deleted, Received
from connectors.answers import at, moment, words
from connectors.instagram_items import COMMENT, MEDIA, comment, tag
from connectors.meta_account import MetaAccount
from connectors.meta_listings import Found
from connectors.meta_troubles import NoObject, NotPermitted
from connectors.walk import Listing, walk, walk_gap

log = logging.getLogger(__name__)
STREAM = "mentions"
MENTION = "mention:"  # before the id of a comment on somebody else's post, which is not ours to ask for
LATE = timedelta(days=7)  # a notice so long after the writing tells of a name put into an old post
# How each sort is asked for: all that the network has of it, and what its page on mentions promises.
ASKED = {
    "comment": (
        "mentioned_comment.comment_id",
        (f"{COMMENT},media{{id,permalink,username}}", "id,text,timestamp,media"),
    ),
    "media": (
        "mentioned_media.media_id",
        (MEDIA, "id,caption,media_type,media_url,timestamp,username"),
    ),
}


class Mentioned(MetaAccount):
    """An account that is mentioned. `announced` gives what its signed notices named; the house sets it."""

    announced: Reader | None = None

    def mentions(self, since: datetime | None = None) -> "Mentions":
        """What was announced since, asked for one by one."""
        return Mentions(self, since)

    def pull(self, stream: str, cursor: str) -> Iterator[Received | Deleted | Checkpoint]:
        """As `MetaAccount.pull`; mentions are known from the first look on."""
        if stream != STREAM:
            yield from super().pull(stream, cursor)
            return
        begun = datetime.now(UTC)
        for piece in walk(self.mentions(moment(cursor)), cursor):
            if isinstance(piece, Checkpoint) and not cursor and not piece.cut_off:
                yield replace(piece, cursor=piece.cursor or begun.isoformat(), since=begun)
            else:
                yield piece

    def fill(self, stream: str, gap: Gap) -> Iterator[Received | Deleted | Checkpoint]:
        """As `MetaAccount.fill`."""
        mine = stream == STREAM
        yield from walk_gap(self.mentions(gap.missed_from), gap) if mine else super().fill(stream, gap)


class Mentions(Listing):
    """The newest notice first; one that is asked for twice is kept once."""

    overlap = timedelta(minutes=2)  # a notice is dated before it is kept
    keeps = LONGEST  # our own store, not the network

    def __init__(self, account: Mentioned, since: datetime | None) -> None:
        """Ask for this account's, for none that was heard of long before `since`."""
        self._account, self._since = account, since - self.overlap if since else None

    def page(self, token: str) -> tuple[list[object], str]:
        """The one behind the token, which is a notice's number here; each costs a question, so that a walk
        which breaks off has kept all before."""
        told = self._account.announced
        waiting = [*told(self._since)] if told else []
        if token:
            numbers = [str(one.id) for one in waiting]
            if token not in numbers:
                raise SchemaChanged("the way on is none of ours; begin at the newest")
            waiting = waiting[numbers.index(token) + 1 :]
        found = [Found(one, self._asked(one), one.heard_at) for one in waiting[:1]]
        return [*found], str(waiting[0].id) if len(waiting) > 1 else ""

    def time(self, item: object) -> datetime | None:
        """When we heard of it."""
        return item.at if isinstance(item, Found) else None

    def written(self, item: object) -> datetime | None:
        """By the network's clock, where it says so and the notice was not about an edit of long ago."""
        heard_at = self.time(item)
        told = moment(words(item.item, "timestamp")) if isinstance(item, Found) else None
        return told if told and heard_at and heard_at - LATE <= told else heard_at

    def read(self, item: object) -> Iterable[Received]:
        """The comment or post in our words; nothing for one that is gone, and for the account's own."""
        found = item.item if isinstance(item, Found) else None
        if isinstance(found, SchemaChanged):
            raise found
        if isinstance(found, dict) and not self._account.mine(found):
            yield tag(found) if "media_type" in found else self._comment(found)

    def _comment(self, found: object) -> Received:
        """Beneath a post of the account's own it is the comment that the stream of comments brings."""
        media = at(found, "media")
        told = comment(found, media)
        return told if self._account.mine(media) else replace(told, native_id=MENTION + told.native_id)

    def _asked(self, one: Announced) -> object:
        """The thing; None where it is gone, SchemaChanged where the network answers what we do not know, or
        does not let a key that is good see this one: neither stops what else was announced."""
        sort, _, native_id = one.native_id.partition(":")
        how, forms = ASKED[sort]
        trouble: ConnectorError = SchemaChanged("")
        for fields in forms:
            try:
                answer = self._account.graph.node(self._account.me, f"{how}({native_id}){{{fields}}}")
            except NoObject as why:
                log.info("%s", why)
                return None
            except (SchemaChanged, NotPermitted) as why:
                trouble = why
            else:
                return at(answer, how.partition(".")[0])
        if isinstance(trouble, NotPermitted):
            self._account.look()
        return SchemaChanged(str(trouble))
