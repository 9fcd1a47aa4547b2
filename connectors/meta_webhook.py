"""Reads what Meta's webhooks tell: whether it is Meta, and what has something new.

https://developers.facebook.com/docs/graph-api/webhooks/getting-started
"""

import hashlib
import hmac
import logging
from collections.abc import Iterator, Mapping

from casework.errors import NotAllowed, Refused
from casework.labels import Platform
from connectors.answers import listed, parsed, shown, words

log = logging.getLogger(__name__)
SIGNED = "sha256="
PLATFORMS = {"page": Platform.FACEBOOK, "instagram": Platform.INSTAGRAM}
STREAMS: dict[tuple[Platform, str], tuple[str, ...]] = {
    (Platform.FACEBOOK, "feed"): ("comments", "visitor_posts"),
    (Platform.FACEBOOK, "mention"): ("tags",),
    (Platform.FACEBOOK, "conversations"): ("dms",),
    (Platform.INSTAGRAM, "comments"): ("comments",),
    (Platform.INSTAGRAM, "live_comments"): (),  # not readable afterwards
    (Platform.INSTAGRAM, "mentions"): (),  # listed nowhere, see Instagram.blind
}
MESSAGES, TALK = "dms", ("messaging", "standby")
Concerned = tuple[Platform, str, tuple[str, ...]]


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
    expected = SIGNED + hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()
    if not (app_secret and _same(signature, expected)):
        raise NotAllowed("webhook: the signature is not that of the app secret")
    try:
        told = parsed(body)
    except ValueError:
        raise Refused("webhook: the notice is no JSON") from None
    streams: dict[tuple[Platform, str], dict[str, None]] = {}
    for platform, native_id, stream in _told(told):
        streams.setdefault((platform, native_id), {})[stream] = None
    return [(platform, native_id, tuple(found)) for (platform, native_id), found in streams.items()]


def _told(told: object) -> Iterator[tuple[Platform, str, str]]:
    for notice in told if isinstance(told, list) else [told]:
        platform = PLATFORMS.get(words(notice, "object"))
        if not platform:
            log.warning("webhook: an object we do not know: %s", shown(words(notice, "object")))
            continue
        for entry in listed(notice, "entry"):
            for stream in _streams(platform, entry):
                yield platform, words(entry, "id"), stream


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
