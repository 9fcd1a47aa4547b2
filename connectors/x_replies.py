"""Publishes an officer's replies on X, each once: X knows no key of a draft, so it is looked for first.

A look costs nothing where nothing was sent: X charges what it gives, and of the officer's own posts only
those since sending began are asked for; of a conversation, the last few messages. Where X shows a post late,
it refuses a double; a direct message alone could go out twice, were it tried again within that moment.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import takewhile

from casework.errors import Refused, SchemaChanged
from casework.labels import Kind
from casework.outgoing import Outgoing, Sent
from connectors.answers import at, moment, words
from connectors.x_items import items, native_id, refers
from connectors.x_listings import MESSAGE, PAGE
from connectors.x_posts import DIRECT, address, full_text
from connectors.x_server import FEW, NUMBER, XServer
from connectors.x_troubles import NotTaken
from connectors.x_vocabulary import EVENTS, OWN

MOST_PAGES = 10
SKEW = timedelta(minutes=2)
CONVERSATION = re.compile(r"\d{1,19}-\d{1,19}|\d{15,19}", re.ASCII)
LINK = re.compile(r"://|\w\.[a-z]{2}", re.I)  # X takes any name of a website for a link, and charges more
MENTIONS_BEFORE = re.compile(r"^(@\w+\s+)+")


class Replies:
    """What the account has said, and says."""

    def __init__(self, server: XServer, handle: str) -> None:
        """`handle` is the account's own, without @."""
        self._server, self._handle = server, handle

    def reply(self, draft: Outgoing) -> Sent:
        """Send it, unless it is there already; raises Refused with X's reason."""
        if found := self.sent(draft):
            return found
        try:
            return self._direct(draft) if draft.kind is Kind.DM else self._public(draft)
        except NotTaken as why:  # perhaps for being there already, and not yet shown a moment ago
            if found := self.sent(draft):
                return found
            raise Refused(str(why)) from why

    def sent(self, draft: Outgoing) -> Sent | None:
        """The same words, answering the same post or in the same conversation, since sending began."""
        direct = draft.kind is Kind.DM
        said = self._messages(draft) if direct else self._answers(draft)
        found = next((one for one in said if _plain(full_text(one)) == _plain(draft.text)), None)
        if found is None:
            return None
        return self._as_message(words(found, "id")) if direct else self._as_post(native_id(found))

    def own_posts(self, since: datetime) -> Iterator[object]:
        """The account's own posts since then, newest first: https://docs.x.com/x-api/users/get-posts."""
        return _paged(
            lambda token: self._server.page(
                *("own_posts", "get_users_tweets", self._server.me()),
                most=PAGE,
                asked=OWN,
                start_time=since,
                exclude=["retweets"],
                pagination_token=token,
            )
        )

    def _answers(self, draft: Outgoing) -> Iterator[object]:
        return (one for one in self.own_posts(draft.begun_at - SKEW) if refers(one, "replied_to") == draft.to)

    def _messages(self, draft: Outgoing) -> Iterator[object]:
        """https://docs.x.com/x-api/direct-messages/get-dm-events-for-a-dm-conversation, newest first."""
        since = draft.begun_at - SKEW
        told = _paged(
            lambda token: self._server.page(
                *("dms", "get_direct_message_events"),
                **_conversation(draft),
                most=FEW,
                asked=EVENTS,
                event_types=MESSAGE,
                pagination_token=token,
            )
        )
        recent = takewhile(lambda one: (moment(words(one, "created_at")) or since) >= since, told)
        return (one for one in recent if words(one, "sender_id") == self._server.me())

    def _public(self, draft: Outgoing) -> Sent:
        """https://docs.x.com/x-api/posts/creation-of-a-post."""
        if not NUMBER.fullmatch(draft.to):
            raise Refused(f"to: {draft.to!r:.50} is no post of X; what was imported cannot be answered")
        what = "post_with_link" if LINK.search(draft.text) else "post"
        answer = self._server.write(what, "create_tweet", text=draft.text, in_reply_to_tweet_id=draft.to)
        return self._as_post(_told_id(answer, "id"))

    def _direct(self, draft: Outgoing) -> Sent:
        """https://docs.x.com/x-api/direct-messages/create-a-new-message-for-a-dm-conversation."""
        to = _conversation(draft)
        answer = self._server.write("dm", "create_direct_message", text=draft.text, **to)
        return self._as_message(_told_id(answer, "dm_event_id"))

    def _as_post(self, post_id: str) -> Sent:
        return Sent(post_id, address(self._handle, post_id))

    def _as_message(self, event_id: str) -> Sent:
        return Sent(DIRECT + event_id)


def _conversation(draft: Outgoing) -> dict[str, str]:
    """Where the message goes: the conversation, or else the writer."""
    if CONVERSATION.fullmatch(draft.thread):
        return {"dm_conversation_id": draft.thread}
    if NUMBER.fullmatch(draft.author.id):
        return {"participant_id": draft.author.id}
    raise Refused(f"thread: {draft.thread!r:.50} is no conversation of X; imports cannot be answered")


def _paged(ask: Callable[[str | None], object]) -> Iterator[object]:
    token: str | None = None
    for _ in range(MOST_PAGES):
        answer = ask(token)
        yield from (at(item, "data") for item in items(answer))
        token = words(answer, "meta", "next_token")
        if not token:
            return


def _told_id(answer: object, name: str) -> str:
    if found := words(answer, "data", name):
        return found
    raise SchemaChanged(f"x: the answer to what was published holds no {name}; the next try looks for it")


def _plain(text: str) -> str:
    """As X may have changed it: blanks, composed letters, and the mentions that it puts before a reply."""
    return " ".join(unicodedata.normalize("NFC", MENTIONS_BEFORE.sub("", text.strip())).split())
