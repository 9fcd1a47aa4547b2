"""The officer's own Mastodon posts: finding them, and answering with one, exactly once."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from casework.errors import Refused
from casework.labels import Kind
from casework.outgoing import Outgoing, Sent
from connectors.answers import moment, needed, shown, words
from connectors.mastodon_post import DIRECT, address_of, plain
from connectors.mastodon_server import Declined, MastodonServer, items

CIRCLES = ("public", "unlisted", "private", DIRECT)
MENTION = re.compile(r"(?<![\w/])@(\w[\w.-]*(?:@[\w.-]+)?)")
PAGE, MOST_PAGES, CLOCKS_DIFFER = 40, 20, timedelta(minutes=1)


class OwnPosts:
    """What the officer wrote. Source: https://docs.joinmastodon.org/methods/accounts/#statuses and
    /methods/statuses/#create."""

    def __init__(self, server: MastodonServer) -> None:
        """Ask this server."""
        self._server = server
        self._own_id = ""

    def newest_first(self, since: datetime | None = None) -> Iterator[object]:
        """The statuses, pages of them until the first that is older."""
        if not self._own_id:
            account = self._server.ask("account_verify_credentials", reads=1)
            needed(account, ("id",))
            self._own_id = words(account, "id")
        token = ""
        for _ in range(MOST_PAGES):
            page = items(
                self._server.ask(
                    "account_statuses",
                    self._own_id,
                    exclude_reblogs=True,
                    max_id=token or None,
                    limit=PAGE,
                    reads=PAGE,
                )
            )
            token = self._server.next_page()
            yield from page
            oldest = moment(words(page[-1], "created_at")) if page else None
            if not token or (since and oldest and oldest < since):
                return

    def reply(self, draft: Outgoing) -> Sent:
        """Within the circle that could read the answered post; the server keeps the draft's key for an hour,
        later its own posts tell whether it was sent."""
        if found := self.sent(draft):
            return found
        try:
            circle = words(self._server.ask("status", draft.to, reads=1), "visibility")
            visibility = circle if circle in CIRCLES and draft.kind is not Kind.DM else DIRECT
            posted = self._server.ask(
                "status_post",
                _addressed(draft, visibility),
                in_reply_to_id=draft.to,
                visibility=visibility,
                idempotency_key=draft.key,
                writes=1,
            )
        except Declined as why:
            raise Refused(f"the reply was not taken: {why}") from why
        needed(posted, ("id",))
        return Sent(words(posted, "id"), address_of(posted))

    def sent(self, draft: Outgoing) -> Sent | None:
        """The officer's post beneath the answered one with the same words, since sending began."""
        since, wanted = draft.begun_at - CLOCKS_DIFFER, _bare(draft.text)
        for status in self.newest_first(since):
            time = moment(words(status, "created_at"))
            beneath = words(status, "in_reply_to_id") == draft.to
            if beneath and time and time >= since and _bare(plain(words(status, "content"))) == wanted:
                return Sent(words(status, "id"), address_of(status))
        return None


def _addressed(draft: Outgoing, visibility: str) -> str:
    """The words with the mention without which the writer would not hear of them."""
    handle = draft.author.handle
    named = set(MENTION.findall(draft.text))
    others = named - {handle, handle.partition("@")[0]}
    if visibility == DIRECT and others:
        raise Refused(f"a private message would go to {shown(', '.join(others))} too; write it without the @")
    return draft.text if handle in named else f"@{handle} {draft.text}"


def _bare(text: str) -> str:
    """The words without the mentions, which servers shorten, and without differences of white space."""
    return " ".join(MENTION.sub("", text).split())
