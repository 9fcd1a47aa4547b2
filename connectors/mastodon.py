"""Reads an officer's Mastodon account: posts that mention, answer or quote the officer, and private ones."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice

from casework.account import Account
from casework.errors import Refused, SchemaChanged
from casework.message import Deleted, Received, Unknown
from casework.network import Meter
from casework.outgoing import Followers, Outgoing, OwnPost, Sent
from connectors.answers import at, moment, shown, words
from connectors.listed import Listed
from connectors.mastodon_bell import Bell, Wake
from connectors.mastodon_own import OwnPosts
from connectors.mastodon_post import DIRECT, address_of, number, received, text_of
from connectors.mastodon_server import MastodonServer, NotThere, items
from connectors.walk import Listing

log = logging.getLogger(__name__)
MENTIONS, DMS = "mentions", "dms"
FOR_THE_DESK = ["mention", "quote"]
HANDLED = {"id", "type", "created_at", "status", "account", "filtered", "group_key"}
STATUS_ID = re.compile(r"[\w-]{1,64}", re.ASCII)
PAGE, LATEST = 40, 40


class Mastodon(Listed):
    """The connector of one account; the key is the access token, or {"access_token": ...}.

    Scopes: read:accounts, read:notifications, read:statuses, write:statuses. Other servers of the Fediverse
    that speak Mastodon's API (GoToSocial, Pleroma) are read the same way.
    Source: https://docs.joinmastodon.org/methods/notifications/ and /methods/statuses/.
    """

    def __init__(self, account: Account, key: str, meter: Meter) -> None:
        """`account.server` is the base URL of the account's server, "" the server in its handle."""
        self._server = MastodonServer(account, key, meter)
        self._own = OwnPosts(self._server)

    def listings(self) -> Mapping[str, Listing]:
        """Both are read from the notifications; a post for the officer's eyes alone is a direct message."""
        return {MENTIONS: Notifications(self._server), DMS: Notifications(self._server, private=True)}

    @staticmethod
    def blind() -> Sequence[str]:
        """Posts of those who block the officer, of servers that ours refuses, and talk without a mention."""
        return ("blocked_by", "refused_servers", "without_mention")

    def recheck(self, native_ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        """Whether the posts still stand. To the officer a post that is gone and one that its writer now hides
        look alike; an id that is no post's (an import) is Unknown."""
        for one in native_ids:
            yield self._standing(one) if STATUS_ID.fullmatch(one) else Unknown(one)

    def reply(self, draft: Outgoing) -> Sent:
        """See casework.network.Answers."""
        if not STATUS_ID.fullmatch(draft.to):
            raise Refused(f"{shown(draft.to)} is no post of this server and cannot be answered")
        return self._own.reply(draft)

    def sent(self, draft: Outgoing) -> Sent | None:
        """See casework.network.Answers."""
        return self._own.sent(draft)

    def metrics(self) -> Iterator[OwnPost | Followers]:
        """The officer's latest posts that were not private, and the followers; Mastodon counts no views."""
        account = self._server.ask("account_verify_credentials", reads=1)
        if (followers := number(account, "followers_count")) is not None:
            yield Followers(followers)
        for status in islice(self._own.newest_first(), LATEST):
            time, native_id = moment(words(status, "created_at")), words(status, "id")
            if time and native_id and words(status, "visibility") != DIRECT:
                yield OwnPost(
                    native_id,
                    time,
                    text_of(status),
                    address_of(status),
                    likes=number(status, "favourites_count"),
                    replies=number(status, "replies_count"),
                    shares=number(status, "reblogs_count"),
                )

    def listen(self, wake: Wake) -> Bell:
        """Let the server ring when something came: `wake` is told the name of each stream to poll, in a
        thread of the bell's own. Close the bell in the end."""
        return Bell(self._server.url, self._server.token, lambda: [wake(MENTIONS), wake(DMS)])

    def _standing(self, native_id: str) -> Received | Deleted | Unknown:
        try:
            status = self._server.ask("status", native_id, reads=1)
            return received(status, status, self._server.domain)
        except NotThere:
            return Deleted(native_id)
        except SchemaChanged as why:
            log.warning("%s", why)
            return Unknown(native_id)


class Notifications(Listing):
    """Who wrote to the officer, newest first, in one circle: for the officer's eyes alone, or wider."""

    def __init__(self, server: MastodonServer, *, private: bool = False) -> None:
        """Ask this server; `private` for direct messages, else all others."""
        self._server, self._private = server, private

    def page(self, token: str) -> tuple[list[object], str]:
        """One page of notifications."""
        answer = self._server.ask(
            "notifications", types=FOR_THE_DESK, max_id=token or None, limit=PAGE, reads=PAGE
        )
        return items(answer), self._server.next_page()

    def time(self, item: object) -> datetime | None:
        """When the notification was made."""
        return moment(words(item, "created_at"))

    def read(self, item: object) -> Iterator[Received]:
        """The post in our words; nothing for likes and the rest that we never asked for."""
        if words(item, "type") not in FOR_THE_DESK:
            return
        if isinstance(item, dict) and (unknown := item.keys() - HANDLED):
            log.warning("mastodon: fields we do not know: %s", shown(sorted(unknown)))
        status = at(item, "status")
        if (words(status, "visibility") == DIRECT) is self._private:
            yield received(item, status, self._server.domain)
