"""Reads what Meta's webhooks tell: whether it is Meta, and what has something new.

https://developers.facebook.com/docs/graph-api/webhooks/getting-started
"""

import hashlib
import hmac
import logging
import re
from collections.abc import Iterator, Mapping

from casework.errors import NotAllowed, Refused
from casework.labels import Platform
from connectors.answers import at, listed, parsed, shown, words

log = logging.getLogger(__name__)
SIGNED = "sha256="
PLATFORMS = {"page": Platform.FACEBOOK, "instagram": Platform.INSTAGRAM}
STREAMS: dict[tuple[Platform, str], tuple[str, ...]] = {
    (Platform.FACEBOOK, "feed"): ("comments", "visitor_posts"),
    (Platform.FACEBOOK, "mention"): ("tags",),
    (Platform.FACEBOOK, "conversations"): ("dms",),
    (Platform.INSTAGRAM, "comments"): ("comments",),
    (Platform.INSTAGRAM, "live_comments"): (),  # not readable afterwards
    (Platform.INSTAGRAM, "mentions"): ("mentions",),
}
MESSAGES, TALK = "dms", ("messaging", "standby")
Concerned = tuple[Platform, str, tuple[str, ...]]
Named = tuple[Platform, str, str, tuple[str, ...]]
MENTIONS = "mentions"
THING_ID = re.compile(r"\d{1,50}", re.ASCII)


def challenge(asked: Mapping[str, str], verify_token: str) -> str:
    """What Meta wants to hear back when the address is entered there; raises NotAllowed for any other."""
    told = asked.get("hub.verify_token", "")
    if asked.get("hub.mode") != "subscribe" or not _same(told, verify_token):
        raise NotAllowed("webhook: this is not the verify token of the settings")
    return asked.get("hub.challenge", "")


def concerned(body: bytes, signature: str, app_secret: str) -> list[Concerned]:
    """Platform, native id of the account and its streams, each account once.

    `body` are the bytes as they came, `signature` the header X-Hub-Signature-256. Raises NotAllowed where the
    signature is not that of the app secret, Refused where the body is no JSON.
    """
    streams: dict[tuple[Platform, str], dict[str, None]] = {}
    for platform, native_id, stream in _told(_signed(body, signature, app_secret)):
        streams.setdefault((platform, native_id), {})[stream] = None
    return [(platform, native_id, tuple(found)) for (platform, native_id), found in streams.items()]


def announced(body: bytes, signature: str, app_secret: str) -> list[Named]:
    """What is named there and listed nowhere: platform, native id of the account, stream, and the things in
    the words of `connectors.instagram_mentions`. Raises as `concerned` does.
    """
    named: dict[str, dict[str, None]] = {}
    for platform, entry in _entries(_signed(body, signature, app_secret)):
        changes = [entry, *listed(entry, "changes")] if platform is Platform.INSTAGRAM else []
        for change in changes:
            if words(change, "field") == MENTIONS and (thing := _mention(at(change, "value"))):
                named.setdefault(words(entry, "id"), {})[thing] = None
    return [(Platform.INSTAGRAM, native_id, MENTIONS, tuple(ids)) for native_id, ids in named.items()]


def _mention(value: object) -> str:
    """A comment where one is named, else the post in whose caption it stands."""
    for sort in ("comment", "media"):
        if THING_ID.fullmatch(words(value, f"{sort}_id")):
            return f"{sort}:{words(value, f'{sort}_id')}"
    log.warning("webhook: a mention without an id that we know: %s", shown(value))
    return ""


def _signed(body: bytes, signature: str, app_secret: str) -> object:
    expected = SIGNED + hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()
    if not (app_secret and _same(signature, expected)):
        raise NotAllowed("webhook: the signature is not that of the app secret")
    try:
        return parsed(body)
    except ValueError:
        raise Refused("webhook: the notice is no JSON") from None


def _told(told: object) -> Iterator[tuple[Platform, str, str]]:
    for platform, entry in _entries(told):
        for stream in _streams(platform, entry):
            yield platform, words(entry, "id"), stream


def _entries(told: object) -> Iterator[tuple[Platform, object]]:
    for notice in told if isinstance(told, list) else [told]:
        platform = PLATFORMS.get(words(notice, "object"))
        if not platform:
            log.warning("webhook: an object we do not know: %s", shown(words(notice, "object")))
            continue
        yield from ((platform, entry) for entry in listed(notice, "entry"))


def _streams(platform: Platform, entry: object) -> Iterator[str]:
    """An entry tells its changes in a list; with Instagram's own login it is itself a change."""
    if any(listed(entry, name) for name in TALK):
        yield MESSAGES
    names = [words(change, "field") for change in listed(entry, "changes")]
    for name in [*names, words(entry, "field")]:
        if name.startswith("message"):
            yield MESSAGES
        elif (platform, name) in STREAMS:
            yield from STREAMS[platform, name]
        elif name:
            log.warning("webhook: a field we do not know: %s", shown(name))


def _same(told: str, expected: str) -> bool:
    """Compared in equal time wherever they differ, so that nobody can guess letter by letter."""
    return hmac.compare_digest(told.encode(errors="replace"), expected.encode())
