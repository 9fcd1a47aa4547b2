"""A YouTube comment in our words."""

import logging
import re
from urllib.parse import urlencode

from casework.labels import Kind
from casework.message import Attachment, Author, Received
from connectors.answers import at, moment, needed, raw, sent_at, shown, words

log = logging.getLogger(__name__)
COMMENT_ID = re.compile(r"[\w-]{8,100}(?:\.[\w-]{1,100})?", re.ASCII)
UNNAMED = "?"  # of an account that is gone
HANDLED = {
    "authorChannelId", "authorDisplayName", "imageUrl", "parentId", "publishedAt", "textDisplay",
    "textOriginal", "videoId",
}  # fmt: skip
IGNORED = {
    "authorChannelUrl", "authorProfileImageUrl", "canRate", "channelId", "likeCount", "moderationStatus",
    "updatedAt", "viewerRating",
}  # fmt: skip # the raw bytes keep them


def text_of(comment: object) -> str:
    """As it was written, where YouTube shows that; else as it is displayed."""
    return words(comment, "snippet", "textOriginal") or words(comment, "snippet", "textDisplay")


def received(comment: object, video: str = "") -> Received:
    """The comment in our words; raises SchemaChanged. `video` where the comment itself does not name it."""
    needed(comment, ("id",), ("snippet", "publishedAt"))
    if not text_of(comment):
        needed(comment, ("snippet", "textDisplay"))
    snippet, native_id = at(comment, "snippet"), words(comment, "id")
    if isinstance(snippet, dict) and (unknown := snippet.keys() - HANDLED - IGNORED):
        log.warning("youtube: fields we do not know: %s", shown(sorted(unknown)))
    author_id, name = words(snippet, "authorChannelId", "value"), words(snippet, "authorDisplayName")
    parent, picture = words(snippet, "parentId"), words(snippet, "imageUrl")
    return Received(
        native_id=native_id,
        kind=Kind.COMMENT,
        author=Author(author_id or name, name or author_id or UNNAMED, name),
        text=text_of(comment),
        sent_at=sent_at(moment(words(snippet, "publishedAt"))),
        raw=raw(comment),
        url=address_of(words(snippet, "videoId") or video, native_id),
        thread=parent or native_id,
        parent=parent,
        attachments=(Attachment("image", picture),) if picture else (),
    )


def address_of(video: str, comment_id: str = "") -> str:
    """Where people watch the video, at the comment if one is named; "" without a video."""
    query = {"v": video} | ({"lc": comment_id} if comment_id else {})
    return f"https://www.youtube.com/watch?{urlencode(query, errors='replace')}" if video else ""
