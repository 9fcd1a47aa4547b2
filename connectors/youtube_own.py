"""The officer's own YouTube channel: which it is, how it does, and answering as it, once."""

from collections.abc import Iterator
from datetime import timedelta

from casework.account import Account
from casework.errors import AuthExpired, Refused
from casework.labels import Kind
from casework.outgoing import Followers, Outgoing, OwnPost, Sent
from connectors.answers import at, listed, moment, needed, words
from connectors.youtube_api import Declined, NotThere, YouTubeApi
from connectors.youtube_comment import address_of, text_of
from connectors.youtube_key import CONNECT_AGAIN, Key
from connectors.youtube_threads import replies_to

LATEST, CLOCKS_DIFFER = 50, timedelta(minutes=1)
CHANNEL_ID_BEGINS, CHANNEL_ID_LENGTH = "UC", 24


class OwnChannel:
    """The channel that belongs to the key, or, with an API key, that of the account's handle.

    Source: https://developers.google.com/youtube/v3/docs/channels/list and /comments/insert.
    """

    def __init__(self, account: Account, key: Key, api: YouTubeApi) -> None:
        """Ask through this API."""
        self._handle, self._key, self._api = account.handle, key, api
        self._id = ""

    @property
    def told(self) -> str:
        """The channel's id as the key, the account's own name or an answer told it; "" where none has."""
        name = self._handle.removeprefix("@")
        is_id = name.startswith(CHANNEL_ID_BEGINS) and len(name) == CHANNEL_ID_LENGTH
        return self._key.channel_id or (name if is_id else self._id)

    @property
    def id(self) -> str:
        """The channel's id, asked once; raises AuthExpired where the key has no channel."""
        if not self._id:
            self._id = words(self._channel("id"), "id")
        return self._id

    def metrics(self) -> Iterator[OwnPost | Followers]:
        """The latest public videos and the subscribers; YouTube rounds those to three digits."""
        channel = self._channel("id,statistics,contentDetails")
        if (subscribers := _number(channel, "subscriberCount")) is not None:
            yield Followers(subscribers)
        uploads = words(channel, "contentDetails", "relatedPlaylists", "uploads")
        try:
            playlist = self._api.ask(
                "playlistItems", part="contentDetails", playlistId=uploads, maxResults=LATEST
            )
        except NotThere:  # nothing was ever uploaded
            return
        ids = [words(item, "contentDetails", "videoId") for item in listed(playlist, "items")]
        if wanted := ",".join(filter(None, ids)):
            videos = self._api.ask("videos", part="snippet,statistics,status", id=wanted)
            yield from filter(None, map(_own_post, listed(videos, "items")))

    def reply(self, draft: Outgoing) -> Sent:
        """Beneath the thread of the answered comment; its writer is named where it is itself a reply, for
        YouTube knows no replies to replies."""
        if draft.kind is Kind.DM:
            raise Refused("YouTube has no direct messages; answer with a comment")
        if not self._key.is_personal:
            raise Refused("an API key cannot write; connect the account with the officer's own sign-in")
        if found := self.sent(draft):
            return found
        snippet = {"parentId": _thread(draft), "textOriginal": _addressed(draft)}
        try:
            posted = self._api.ask("comments", "insert", part="snippet", body={"snippet": snippet})
        except Declined as why:
            raise Refused(f"the reply was not taken: {why}") from why
        needed(posted, ("id",))
        return _sent(posted)

    def sent(self, draft: Outgoing) -> Sent | None:
        """The officer's reply beneath that thread with the same words, since sending began."""
        since, wanted = draft.begun_at - CLOCKS_DIFFER, _addressed(draft).split()
        for comment in replies_to(self._api, _thread(draft))[0]:
            time = moment(words(comment, "snippet", "publishedAt"))
            own = words(comment, "snippet", "authorChannelId", "value") == self.id
            if own and time and time >= since and text_of(comment).split() == wanted:
                return _sent(comment)
        return None

    def _channel(self, part: str) -> object:
        which = {"id": self.told} if self.told else {"forHandle": self._handle.removeprefix("@")}
        mine = {"mine": True} if self._key.is_personal else which
        found = listed(self._api.ask("channels", "list", part=part, **mine), "items")
        if not found or not words(found[0], "id"):
            raise AuthExpired(f"youtube: no channel belongs to this key; {CONNECT_AGAIN}")
        return found[0]


def _sent(comment: object) -> Sent:
    native_id = words(comment, "id")
    return Sent(native_id, address_of(words(comment, "snippet", "videoId"), native_id))


def _own_post(video: object) -> OwnPost | None:
    native_id, time = words(video, "id"), moment(words(video, "snippet", "publishedAt"))
    if not native_id or not time or words(video, "status", "privacyStatus") != "public":
        return None
    return OwnPost(
        native_id,
        time,
        words(video, "snippet", "title"),
        address_of(native_id),
        likes=_number(video, "likeCount"),
        replies=_number(video, "commentCount"),
        views=_number(video, "viewCount"),
    )


def _number(item: object, name: str) -> int | None:
    """YouTube writes its figures as text; what a channel hides is missing."""
    if at(item, "statistics", "hiddenSubscriberCount") is True and name == "subscriberCount":
        return None
    told = words(item, "statistics", name)
    return int(told) if told.isascii() and told.isdigit() and len(told) < 19 else None


def _thread(draft: Outgoing) -> str:
    return draft.thread or draft.to


def _addressed(draft: Outgoing) -> str:
    name = "@" + draft.author.handle.removeprefix("@")
    return draft.text if draft.to == _thread(draft) or name in draft.text else f"{name} {draft.text}"
