"""The officer's public replies on Bluesky, each under a key of its own: the network takes it once only."""

from datetime import UTC, datetime
from hashlib import sha256

from casework.errors import Refused
from casework.outgoing import Outgoing, Sent
from connectors.answers import at, needed, shown, words
from connectors.at_protocol import AtServer, models
from connectors.bluesky_posts import POST, POST_URI, address, exists, views

DIGITS = "234567abcdefghijklmnopqrstuvwxyz"  # of a TID, the smallest first
PER_SECOND = 1_000_000 << 10  # a TID counts microseconds, and 1024 clocks at each


def send(server: AtServer, draft: Outgoing) -> Sent:
    """Reply to the post, unless that was done before.

    Raises Refused where the post is gone or the text is none that Bluesky takes (at most 300 graphemes).
    """
    if found := sent(server, draft):
        return found
    data = models.ComAtprotoRepoCreateRecord.Data(
        repo=server.did,
        collection=POST,
        rkey=record_key(draft),
        record=_record(server, draft),
        validate_=True,
    )
    answer = server.send("com.atproto.repo.createRecord", data)
    needed(answer, ("uri",))
    return _as_sent(server, words(answer, "uri"))


def sent(server: AtServer, draft: Outgoing) -> Sent | None:
    """The reply where it stands already."""
    uri = f"at://{server.did}/{POST}/{record_key(draft)}"
    return _as_sent(server, uri) if exists(server, uri) else None


def record_key(draft: Outgoing) -> str:
    """Always the same for a draft: a TID (https://atproto.com/specs/tid) of the second in which its sending
    was begun; where in that second, says the hash of the draft's own key."""
    within = int.from_bytes(sha256(draft.key.encode()).digest()[:8]) % PER_SECOND
    number = int(draft.begun_at.timestamp()) * PER_SECOND + within
    return "".join(DIGITS[number >> shift & 31] for shift in range(60, -1, -5))


def _record(server: AtServer, draft: Outgoing) -> models.AppBskyFeedPost.Record:
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return models.AppBskyFeedPost.Record(text=draft.text, created_at=now, reply=_place(server, draft.to))


def _place(server: AtServer, uri: str) -> models.AppBskyFeedPost.ReplyRef:
    """The post that is answered and the first of its thread, with the hashes that name their wording."""
    post = views(server, [uri]).get(uri) if POST_URI.fullmatch(uri) else None
    if post is None:
        raise Refused(f"bluesky: {shown(uri)} is gone or hidden from this account; nothing was sent")
    if at(post, "viewer", "replyDisabled") is True:
        raise Refused(f"bluesky: the writer of {shown(uri)} lets this account not reply; nothing was sent")
    needed(post, ("uri",), ("cid",))
    root = at(post, "record", "reply", "root")
    needed(root or post, ("uri",), ("cid",))
    return models.AppBskyFeedPost.ReplyRef(parent=_ref(post), root=_ref(root or post))


def _ref(post: object) -> models.ComAtprotoRepoStrongRef.Main:
    return models.ComAtprotoRepoStrongRef.Main(uri=words(post, "uri"), cid=words(post, "cid"))


def _as_sent(server: AtServer, uri: str) -> Sent:
    return Sent(uri, address(server.did, uri))
