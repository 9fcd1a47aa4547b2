"""What is asked of Instagram's comments, posts and messages, and how comments and posts read in our words.

https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment
"""

import logging
from collections.abc import Iterator

from casework.errors import Refused
from casework.labels import Kind
from casework.message import Attachment, Received
from connectors.answers import moment, needed, raw, sent_at, words
from connectors.meta_graph import Graph
from connectors.meta_troubles import NoObject
from connectors.meta_words import names, note_unknown, person, text_of, web

PAGES_OF_REPLIES = 20
log = logging.getLogger(__name__)
COMMENT = "id,text,timestamp,username,from{id,username},parent_id"
REPLIES = f"replies.limit(50){{{COMMENT}}}"
MEDIA = "id,caption,media_type,media_url,thumbnail_url,permalink,timestamp,username,alt_text"
OWN_MEDIA = "id,caption,permalink,timestamp,like_count,comments_count"
MESSAGE = "id,created_time,from,to,message,attachments,shares,story,is_unsupported"
TAG = "tag:"  # before the id of somebody else's post, which is not ours to ask for


def comment(item: object, media: object) -> Received:
    """A comment beneath a post, or an answer to a comment; raises SchemaChanged."""
    needed(item, ("id",))
    note_unknown("instagram", item, names(COMMENT), ("media",))
    thread = words(media, "id") or words(item, "id")
    return Received(
        native_id=words(item, "id"),
        kind=Kind.COMMENT,
        author=person(item, "username"),
        text=text_of(item, "text"),
        sent_at=sent_at(moment(words(item, "timestamp"))),
        raw=raw(item),
        url=web(words(media, "permalink")),
        thread=thread,
        parent=words(item, "parent_id") or thread,
    )


def tag(item: object) -> Received:
    """A post of somebody else that tags the account; raises SchemaChanged."""
    needed(item, ("id",), ("media_type",))
    note_unknown("instagram", item, names(MEDIA))
    film = words(item, "media_type") in ("VIDEO", "REELS")
    address = words(item, "media_url") or words(item, "thumbnail_url")
    return Received(
        native_id=TAG + words(item, "id"),
        kind=Kind.POST,
        author=person(item, "username"),
        text=text_of(item, "caption", "media_type"),
        sent_at=sent_at(moment(words(item, "timestamp"))),
        raw=raw(item),
        url=web(words(item, "permalink")),
        thread=TAG + words(item, "id"),
        attachments=(Attachment("video" if film else "image", address, words(item, "alt_text")),),
    )


def pages_of_replies(graph: Graph, comment_id: str, way_on: str) -> Iterator[tuple[list[object], str]]:
    """The answers to a comment, from the way on, each page with the way on from there; "" behind the last.

    Where the last page has one, there are more than we ask for.
    """
    for _ in range(PAGES_OF_REPLIES):
        found, way_on = graph.edge(comment_id, "replies", way_on, fields=COMMENT, limit=50)
        yield found, way_on
        if not way_on:
            return
    log.warning("instagram: a comment has more than %s pages of answers", PAGES_OF_REPLIES)


def rest_of_replies(graph: Graph, comment_id: str, way_on: str) -> tuple[list[object], bool]:
    """The answers from the way on, and whether these are all: of a comment that the network lists and yet
    does not know, no more is to be had."""
    found: list[object] = []
    try:
        for answers, more in pages_of_replies(graph, comment_id, way_on):
            found, way_on = [*found, *answers], more
    except (NoObject, Refused) as why:
        log.warning("%s", why)
    return found, not way_on
