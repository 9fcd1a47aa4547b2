"""Direct messages of an officer's page: Messenger's and Instagram's, read and written.

https://developers.facebook.com/docs/messenger-platform/conversations
https://developers.facebook.com/docs/messenger-platform/reference/send-api
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from casework.labels import Kind
from casework.message import Received
from casework.outgoing import Outgoing, Sent
from connectors.answers import listed, moment, needed, raw, sent_at, words
from connectors.meta_graph import Graph
from connectors.meta_listings import Asked, Beneath, Found
from connectors.meta_words import enclosed, names, note_unknown, person, text_of

COMMENT_ID = re.compile(r"[0-9_]+")
ALONE = ("attachments", "sticker", "shares", "story", "is_unsupported")


@dataclass(frozen=True, slots=True)
class Direct:
    """One account's direct messages; they go through its page. `mine` says whether the account wrote an item,
    `handle` what names a writer; `fields` are a message's.
    """

    graph: Graph
    platform: str
    page: str
    mine: Callable[[object], bool]
    handle: str
    fields: str

    @property
    def messages(self) -> Asked:
        """The messages of a conversation; of older ones than these twenty the network tells no more."""
        return Asked("messages", self.fields, 20)

    def listing(self) -> "DirectMessages":
        """All conversations together."""
        return DirectMessages(self)

    def read(self, item: object, conversation: str = "") -> Received:
        """A message in our words; raises SchemaChanged."""
        needed(item, ("id",), ("from", "id"))
        note_unknown(self.graph.network, item, names(self.fields))
        return Received(
            native_id=words(item, "id"),
            kind=Kind.DM,
            author=person(item, self.handle),
            text=text_of(item, "message", *ALONE),
            sent_at=sent_at(moment(words(item, "created_time"))),
            raw=raw(item),
            thread=conversation,
            attachments=tuple(enclosed(item)),
        )

    def alone(self, item: object) -> Iterator[Received]:
        """A message that was asked for by its id, the account's own too."""
        yield self.read(item)

    def send(self, draft: Outgoing) -> Sent:
        """Answer a message, or a comment privately; raises Refused where the network does not take it."""
        to = {"comment_id": draft.to} if COMMENT_ID.fullmatch(draft.to) else {"id": draft.author.id}
        told = {"recipient": json.dumps(to), "message": json.dumps({"text": draft.text})}
        answer = self.graph.write(self.page, "messages", messaging_type="RESPONSE", **told)
        needed(answer, ("message_id",))
        return Sent(words(answer, "message_id"))

    def written(self, draft: Outgoing) -> Iterable[object]:
        """The newest messages of the conversation that the draft belongs to."""
        if not COMMENT_ID.fullmatch(draft.to):
            return self.graph.edge(draft.thread, "messages", fields=self.fields, limit=20)[0]
        asked = {
            "platform": self.platform,
            "user_id": draft.author.id,
            "fields": f"id,{self.messages.nested}",
        }
        conversations, _ = self.graph.edge(self.page, "conversations", **asked)
        return [message for one in conversations for message in listed(one, "messages", "data")]


class DirectMessages(Beneath):
    """The messages of all conversations; a conversation stands by its newest message."""

    most_beneath = 20

    def __init__(self, direct: Direct) -> None:
        """Ask for these."""
        above = Asked("conversations", "id,updated_time", 25, "updated_time", {"platform": direct.platform})
        super().__init__(direct.graph, direct.page, above, direct.messages)
        self._direct = direct

    def read(self, item: object) -> Iterable[Received]:
        """See Listing. Nothing for the account's own."""
        if isinstance(item, Found) and not self._direct.mine(item.item):
            yield self._direct.read(item.item, words(item.above, "id"))
