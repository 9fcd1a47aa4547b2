"""The archive that X makes of an account: of what others wrote it holds the direct messages alone.

The form is described in the README.txt inside: scripts in data/, each assigning a list to window.YTD.
"""

import logging
import re
from collections.abc import Iterator
from mimetypes import guess_type

from casework.errors import Refused
from casework.labels import Kind, Platform
from casework.message import Attachment, Author, Received
from connectors.answers import at, listed, moment, raw, shown, words
from connectors.takeout_zip import ANEW, Bundle

log = logging.getLogger(__name__)
ACCOUNT = re.compile(r"(?:.*/)?data/account\.js")
MESSAGES = re.compile(r"(?:.*/)?data/(direct-messages(?:-group)?(?:-part\d+)?\.js)")
NOTES = {  # of a group: who came, who went, what it is called
    "conversationNameUpdate",
    "joinConversation",
    "participantsJoin",
    "participantsLeave",
    "welcomeMessageCreate",
    "reactionCreate",
}
NEEDED = ("id", "senderId", "createdAt", "text")
DIRECT = "dm:"  # as the connector of X names a direct message, so that what both read is one
ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


class XArchive:
    """The archive of one account on X."""

    name, platform = "X archive", Platform.X
    holds = "direct messages, those of groups too"
    lacks = "mentions, replies and quotes: X exports nothing that others wrote in public; connect the account"

    def __init__(self, bundle: Bundle) -> None:
        """Read who the archive is of; raises Refused."""
        self._bundle = bundle
        found = next(filter(ACCOUNT.fullmatch, bundle.names), None)
        account = at(next(iter(_listed(bundle, found)), None), "account") if found else None
        self.handle, self._id = words(account, "username"), words(account, "accountId")

    @staticmethod
    def fits(bundle: Bundle) -> bool:
        """Whether the zip is one."""
        return any(ACCOUNT.fullmatch(name) or MESSAGES.fullmatch(name) for name in bundle.names)

    def messages(self) -> Iterator[Received | str]:
        """What others sent, or why one cannot be read; raises Refused where nothing can."""
        if not self._id:
            raise Refused(f"data/account.js: does not say whose archive this is; {ANEW}")
        for name in self._bundle.names:
            if file := MESSAGES.fullmatch(name):
                for conversation in _listed(self._bundle, name):
                    yield from self._conversation(file[1], at(conversation, "dmConversation"))

    def _conversation(self, file: str, conversation: object) -> Iterator[Received | str]:
        thread = words(conversation, "conversationId")
        if not thread:
            yield f"{file}: a conversation without conversationId"
        for one in listed(conversation, "messages"):
            message = at(one, "messageCreate")
            if message is None:
                _warn_of_unknown(one)
            elif thread and words(message, "senderId") != self._id:
                yield _received(file, thread, message)


def _received(file: str, thread: str, message: object) -> Received | str:
    time, missing = moment(words(message, "createdAt")), _missing(message)
    if missing or time is None:
        return f"{file}: message {shown(words(message, 'id'))}: {missing or 'createdAt'} is missing"
    sender = words(message, "senderId")
    return Received(
        native_id=DIRECT + words(message, "id"),
        kind=Kind.DM,
        author=Author(sender, sender),
        text=_text(message),
        sent_at=time,
        raw=raw({"conversationId": thread, "messageCreate": message}),
        url=f"https://x.com/messages/{thread}" if re.fullmatch(r"[\w-]{1,100}", thread, re.ASCII) else "",
        thread=thread,
        attachments=tuple(_attachment(one) for one in listed(message, "mediaUrls") if isinstance(one, str)),
    )


def _missing(message: object) -> str:
    return next((name for name in NEEDED if not isinstance(at(message, name), str)), "")


def _text(message: object) -> str:
    """As the connector of X reads it: escaped signs set back, links in full."""
    text = words(message, "text")
    for sign, meant in ESCAPED:
        text = text.replace(sign, meant)
    for link in listed(message, "urls"):
        if (short := words(link, "url")) and (full := words(link, "expanded")):
            text = text.replace(short, full)
    return text


def _attachment(url: str) -> Attachment:
    kind = (guess_type(url)[0] or "").partition("/")[0]
    return Attachment(kind if kind in ("image", "video", "audio") else "file", url)


def _listed(bundle: Bundle, name: str) -> list[object]:
    found = bundle.script(name)
    if not isinstance(found, list):
        raise Refused(f"{shown(name)}: holds no list; {ANEW}")
    return found


def _warn_of_unknown(one: object) -> None:
    if isinstance(one, dict) and (unknown := one.keys() - NOTES):
        log.warning("X archive: pieces of a conversation we do not know: %s", shown(sorted(unknown)))
