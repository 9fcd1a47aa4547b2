"""Bluesky's direct messages: a service of its own, which lists conversations, and the messages of each.

https://docs.bsky.app/docs/api/chat-bsky-convo-list-convos and its neighbours. What somebody deletes there
is hidden from that person alone, and nobody can edit: a message that came stands.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from casework.errors import ConnectorError, SchemaChanged
from casework.message import Received, Unknown
from casework.outgoing import Outgoing, Sent
from connectors.answers import at, listed, needed, needed_list, words
from connectors.at_protocol import AtServer, models, taken_or_refused
from connectors.bluesky_messages import place, received, stamp

log = logging.getLogger(__name__)
CONVO, SERVICE = "chat.bsky.convo.", "did:web:api.bsky.chat#bsky_chat"
MESSAGE_ID = re.compile(r"([\w.~:-]{1,500})/([\w.~:-]{1,500})", re.ASCII)
PAGE = 100
CLOCKS_DIFFER = timedelta(minutes=1)


class Chat:
    """The conversations of one account."""

    def __init__(self, server: AtServer) -> None:
        """Ask the chat service through this server."""
        self.server = server

    def conversations(self) -> Iterator[list[object]]:
        """Pages of conversations, requests of strangers too, those with the latest activity first."""
        params = models.ChatBskyConvoListConvos.Params(limit=PAGE)
        yield from (needed_list(answer, "convos") for answer in self._answers("listConvos", params))

    def messages(self, convo: object) -> Iterator[list[object]]:
        """Pages of the conversation's messages, newest first, each with what tells of its sender."""
        convo_id = words(convo, "id")
        profiles = {words(one, "did"): one for one in listed(convo, "members")}
        params = models.ChatBskyConvoGetMessages.Params(convo_id=convo_id, limit=PAGE)
        for answer in self._answers("getMessages", params):
            profiles |= {words(one, "did"): one for one in listed(answer, "relatedProfiles")}
            yield [
                {"convoId": convo_id, "sender": profiles.get(words(one, "sender", "did")), "message": one}
                for one in needed_list(answer, "messages")
            ]

    def standing(self, native_ids: Sequence[str]) -> Iterator[Received | Unknown]:
        """How the messages read now; Unknown where they are not among the newest of their conversation."""
        found: dict[str, Received] = {}
        for convo_id in {one.rpartition("/")[0] for one in native_ids}:
            try:
                newest = next(self.messages(self._conversation(convo_id)))
                found |= {one.native_id: one for item in newest for one in received(item)}
            except ConnectorError as why:  # no reason to leave the posts unchecked
                log.warning("bluesky: direct messages cannot be rechecked: %s", type(why).__name__)
                if not isinstance(why, SchemaChanged):
                    break
        yield from (found.get(one, Unknown(one)) for one in native_ids)

    def send(self, draft: Outgoing) -> Sent:
        """Send it, unless it is found there already; raises as `AtServer.send`."""
        with taken_or_refused():
            if found := self.sent(draft):
                return found
            convo_id = self._convo_of(draft)
        message = models.ChatBskyConvoDefs.MessageInput(text=draft.text)
        data = models.ChatBskyConvoSendMessage.Data(convo_id=convo_id, message=message)
        answer = self.server.send(f"{CONVO}sendMessage", data, SERVICE)
        needed(answer, ("id",))
        return _sent(convo_id, words(answer, "id"))

    def sent(self, draft: Outgoing) -> Sent | None:
        """Our message of the same words in that conversation, since the sending was begun."""
        convo_id, since = self._convo_of(draft), (draft.begun_at - CLOCKS_DIFFER).timestamp()
        for page in self.messages({"id": convo_id}):
            for item in page:
                message = at(item, "message")
                if stamp(message) < since:
                    return None
                ours = words(message, "sender", "did") == self.server.did
                if ours and words(message, "text").strip() == draft.text.strip():
                    return _sent(convo_id, words(message, "id"))
        return None

    def _convo_of(self, draft: Outgoing) -> str:
        """The conversation that is answered, or the one with the writer of a post."""
        if not draft.thread.startswith("at://"):
            return draft.thread
        params = models.ChatBskyConvoGetConvoForMembers.Params(members=[draft.author.id])
        answer = self.server.ask(f"{CONVO}getConvoForMembers", params, SERVICE)
        needed(answer, ("convo", "id"))
        return words(answer, "convo", "id")

    def _conversation(self, convo_id: str) -> object:
        params = models.ChatBskyConvoGetConvo.Params(convo_id=convo_id)
        return at(self.server.ask(f"{CONVO}getConvo", params, SERVICE), "convo")

    def _answers(self, method: str, params: Any) -> Iterator[object]:
        """Page by page; a cursor that comes again is the end."""
        cursor, asked = None, set[str | None]()
        while cursor not in asked:
            asked.add(cursor)
            answer = self.server.ask(CONVO + method, params.model_copy(update={"cursor": cursor}), SERVICE)
            yield answer
            cursor = words(answer, "cursor") or None


def _sent(convo_id: str, message_id: str) -> Sent:
    return Sent(f"{convo_id}/{message_id}", place(convo_id))
