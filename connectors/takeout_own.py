"""Exports that hold only what the officer wrote: there is nothing in them for the desk, and they say so."""

import re
from collections.abc import Iterator

from casework.labels import Platform
from casework.message import Received
from connectors.takeout_zip import Bundle


class OwnWords:
    """An export of the account's own words; `messages` is empty, which is the truth about it."""

    name, platform, handle, lacks = "", Platform.YOUTUBE, "", ""
    holds = "nothing that others wrote"
    files = re.compile("")

    def __init__(self, bundle: Bundle) -> None:
        """Nothing of it is read."""

    @classmethod
    def fits(cls, bundle: Bundle) -> bool:
        """Whether the zip is one."""
        return any(map(cls.files.fullmatch, bundle.names))

    def messages(self) -> Iterator[Received | str]:
        """None."""
        return iter(())


class YouTubeTakeout(OwnWords):
    """Google Takeout of YouTube: https://support.google.com/accounts/answer/3024190."""

    name, platform = "YouTube Takeout", Platform.YOUTUBE
    lacks = (
        "citizens' comments and live chats: comments.csv and live chats.csv list the account's own alone;"
        " connect the channel"
    )
    files = re.compile(r"(?:.*/)?YouTube[^/]*/.+")


class MastodonArchive(OwnWords):
    """The archive of a Mastodon account: https://docs.joinmastodon.org/user/moving/#export."""

    name, platform = "Mastodon archive", Platform.MASTODON
    lacks = (
        "others' mentions, replies and direct messages: it has an outbox and no inbox; connect the account"
    )
    files = re.compile(r"(?:.*/)?outbox\.json")
