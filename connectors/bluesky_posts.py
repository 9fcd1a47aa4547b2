"""Bluesky's posts in our words: the notifications that bring them, and what hangs on them."""

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import quote

from casework.labels import Kind
from casework.message import Attachment, Author, Received
from connectors.answers import at, listed, moment, needed, needed_list, raw, sent_at, shown, words
from connectors.at_protocol import AtServer, NoRecord, models
from connectors.walk import Listing

log = logging.getLogger(__name__)
POST = "app.bsky.feed.post"
POST_URI = re.compile(rf"at://(did:[a-z]+:[\w.:%-]+)/{re.escape(POST)}/([\w.~:-]{{1,512}})", re.ASCII)
FOR_THE_DESK = ["mention", "reply", "quote"]
HANDLED = {"uri", "author", "reason", "record", "indexedAt"}
IGNORED = {"$type", "cid", "isRead", "labels", "reasonSubject", "starterPack"}  # the raw bytes keep them
EMBED = "app.bsky.embed."
EMBEDS = {
    "",
    *(EMBED + kind for kind in ("images", "gallery", "video", "external", "record", "recordWithMedia")),
}
PICTURE = "https://cdn.bsky.app/img/feed_fullsize/plain/{did}/{cid}@jpeg"
FILM = "https://video.bsky.app/watch/{did}/{cid}/playlist.m3u8"
CID = re.compile(r"[A-Za-z0-9]{1,100}")
PAGE = 100


class Notifications(Listing):
    """Who mentioned, answered or quoted the officer, newest first; the times are `indexedAt`.

    https://docs.bsky.app/docs/api/app-bsky-notification-list-notifications
    """

    def __init__(self, server: AtServer) -> None:
        """Ask this server."""
        self._server = server

    def page(self, token: str) -> tuple[list[object], str]:
        """One page of notifications."""
        params = models.AppBskyNotificationListNotifications.Params(
            limit=PAGE, reasons=FOR_THE_DESK, cursor=token or None
        )
        answer = self._server.ask("app.bsky.notification.listNotifications", params)
        return needed_list(answer, "notifications"), words(answer, "cursor")

    def time(self, item: object) -> datetime | None:
        """When the network says it came: by the writer's clock where that is earlier."""
        return moment(words(item, "indexedAt"))

    def read(self, item: object) -> Iterator[Received]:
        """The notification in our words; nothing for likes, follows and the rest that we never asked for."""
        if words(item, "reason") not in FOR_THE_DESK and words(item, "record", "$type") != POST:
            return
        if isinstance(item, dict) and (unknown := item.keys() - HANDLED - IGNORED):
            log.warning("bluesky: fields we do not know: %s", shown(sorted(unknown)))
        yield received(item)


def received(item: object) -> Received:
    """A notification, or a post as `getPosts` shows it; raises SchemaChanged."""
    needed(item, ("uri",), ("author", "did"), ("record", "text"))
    uri, did = words(item, "uri"), words(item, "author", "did")
    handle = words(item, "author", "handle") or did
    parent = words(item, "record", "reply", "parent", "uri")
    return Received(
        native_id=uri,
        kind=Kind.COMMENT if parent else Kind.POST,
        author=Author(did, handle, words(item, "author", "displayName")),
        text=words(item, "record", "text"),
        sent_at=sent_at(moment(words(item, "record", "createdAt")), moment(words(item, "indexedAt"))),
        raw=raw(item),
        url=address(did if handle == "handle.invalid" else handle, uri),
        thread=words(item, "record", "reply", "root", "uri") or uri,
        parent=parent,
        lang=next((one for one in listed(item, "record", "langs") if isinstance(one, str)), ""),
        attachments=tuple(_attachments(did, at(item, "record", "embed"))),
    )


def views(server: AtServer, uris: Sequence[str]) -> dict[str, object]:
    """The posts as the network shows them to the account, by URI; what it does not show is not there."""
    params = models.AppBskyFeedGetPosts.Params(uris=list(uris))
    found = needed_list(server.ask("app.bsky.feed.getPosts", params), "posts")
    return {words(view, "uri"): view for view in found}


def exists(server: AtServer, uri: str) -> bool:
    """Whether the record of a post is there, shown or not."""
    repo, collection, rkey = uri.removeprefix("at://").split("/")
    params = models.ComAtprotoRepoGetRecord.Params(repo=repo, collection=collection, rkey=rkey)
    try:
        server.ask("com.atproto.repo.getRecord", params)
    except NoRecord:
        return False
    return True


def address(profile: str, uri: str) -> str:
    """Where people read the post."""
    return f"https://bsky.app/profile/{quote(profile, safe=':')}/post/{quote(uri.rpartition('/')[2])}"


def _attachments(did: str, embed: object) -> Iterator[Attachment]:
    """What the writer put beside the words; a quoted post stays in the raw bytes."""
    media = at(embed, "media") or embed
    kinds = {words(one, "$type") for one in (embed, media)}
    if unknown := kinds - EMBEDS:
        log.warning("bluesky: attachments we do not know: %s", shown(sorted(unknown)))
    for one in (*listed(media, "images"), *listed(media, "items")):
        yield Attachment("image", _blob(PICTURE, did, at(one, "image")), words(one, "alt"))
    if at(media, "video"):
        yield Attachment("video", _blob(FILM, did, at(media, "video")), words(media, "alt"))
    if link := words(media, "external", "uri"):
        yield Attachment("link", link, words(media, "external", "title"))


def _blob(where: str, did: str, blob: object) -> str:
    """Where Bluesky's own servers show the file to everybody; "" when it names none."""
    cid = words(blob, "ref", "$link") or words(blob, "cid")
    return where.format(did=quote(did, safe=":"), cid=cid) if CID.fullmatch(cid) else ""
