"""What an officer's Facebook page and Instagram account have in common: rechecks and answers."""

import logging
import unicodedata
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from casework.account import Account
from casework.errors import Refused, SchemaChanged
from casework.labels import Kind
from casework.message import Deleted, Received, Unknown
from casework.network import Meter
from casework.outgoing import Outgoing, Sent
from connectors.answers import at, moment, words
from connectors.listed import Listed
from connectors.meta_direct import Direct
from connectors.meta_graph import NODE, Graph, read_key
from connectors.meta_troubles import NoObject
from connectors.meta_words import web

log = logging.getLogger(__name__)
AT_ONCE = 50
CLOCKS_APART = timedelta(minutes=2)
NOTICES = ("feed", "mention", "messages")  # fields of a page; those of Instagram are the app's own matter


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of message: what is asked of it, how it is read, and whether not found means deleted.

    For direct messages it does not: of all but a conversation's newest the Graph says that they are gone.
    """

    fields: str
    read: Callable[[object], Iterable[Received]]
    vanishes: bool = True


class MetaAccount(Listed):
    """The connector of one account. Each network's own inherits it and says which field of the key names the
    account (`own`), what names a writer (`handle`) and what is asked of a direct message.
    """

    network, platform, own, handle, message_fields = "", "", "", "", ""

    def __init__(self, account: Account, key: str, meter: Meter) -> None:
        """`account.server`: the Graph's base URL, "" for the public one; the key is JSON: see the network."""
        told = read_key(self.network, key, *dict.fromkeys(("access_token", "page_id", self.own)))
        self.page, self.me, self._name = told["page_id"], told[self.own], account.handle.removeprefix("@")
        self.graph = Graph(self.network, account, told, meter)
        self.direct = Direct(
            self.graph, self.platform, self.page, self.mine, self.handle, self.message_fields
        )

    @property
    def native_id(self) -> str:
        """By which webhooks and comments name the account."""
        return self.me

    @abstractmethod
    def sort_of(self, native_id: str) -> Sort | None:
        """Which sort of message has such an id; None where it cannot be asked for by it."""

    @abstractmethod
    def look(self) -> None:
        """Raises AuthExpired where the key does not see what it must: then "not found" proves nothing."""

    @abstractmethod
    def answer(self, draft: Outgoing) -> Sent:
        """Send a public answer; raises Refused where the network does not take it."""

    @abstractmethod
    def answers(self, draft: Outgoing) -> Iterable[object]:
        """What was written lately where the draft's public answer would stand."""

    def subscribe(self) -> None:
        """Let the network tell our app what is new; without this no notice comes for the page.

        Where the key does not carry every permission, only what stands on the page; raises Refused and what
        `pull` raises.
        """
        try:
            self.graph.write(self.page, "subscribed_apps", subscribed_fields=",".join(NOTICES))
        except Refused as why:
            log.warning("%s", why)
            self.graph.write(self.page, "subscribed_apps", subscribed_fields=NOTICES[0])

    def mine(self, item: object) -> bool:
        """Whether the account itself wrote it."""
        named = words(item, "from", "username") or words(item, "username")
        return words(item, "from", "id") == self.me or (
            self.handle == "username" and named.casefold() == self._name.casefold()
        )

    def recheck(self, native_ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        """Whether they still stand, fifty with one question; an id that is none of the Graph's is Unknown.

        The account's own too: so an answer of ours comes back, which no stream shows.
        """
        groups: dict[Sort, list[str]] = {}
        for native_id in native_ids:
            if sort := self.sort_of(native_id) if NODE.fullmatch(native_id) else None:
                groups.setdefault(sort, []).append(native_id)
            else:
                yield Unknown(native_id)
        for sort, ids in groups.items():
            for start in range(0, len(ids), AT_ONCE):
                yield from self._standing(ids[start : start + AT_ONCE], sort)

    def reply(self, draft: Outgoing) -> Sent:
        """Send it once: what stands there already from an earlier try is told, not sent again."""
        if found := self.sent(draft):
            return found
        return self.direct.send(draft) if draft.kind is Kind.DM else self.answer(draft)

    def sent(self, draft: Outgoing) -> Sent | None:
        """The account's own words, found where they would stand, not older than the first try."""
        try:
            there = self.direct.written(draft) if draft.kind is Kind.DM else self.answers(draft)
            wanted = (item for item in there if self.mine(item) and _is(draft, item))
            found = next(wanted, None)
        except NoObject:  # what was answered is gone, and all beneath it
            return None
        return Sent(words(found, "id"), web(words(found, "permalink_url"))) if found else None

    def _standing(self, ids: list[str], sort: Sort) -> Iterator[Received | Deleted | Unknown]:
        """Of many the Graph only says that one of them is gone: halves find out which."""
        try:
            answer = self.graph.nodes(ids, sort.fields)
        except NoObject:
            half = len(ids) // 2
            if half:
                yield from self._standing(ids[:half], sort)
                yield from self._standing(ids[half:], sort)
            else:
                yield self._gone(ids[0], sort)
            return
        yield from (_read(one, at(answer, one), sort) for one in ids)

    def _gone(self, native_id: str, sort: Sort) -> Deleted | Unknown:
        if not sort.vanishes:
            return Unknown(native_id)
        self.look()
        return Deleted(native_id)


def _read(native_id: str, item: object, sort: Sort) -> Received | Unknown:
    try:
        found = list(sort.read(item)) if item else []
    except SchemaChanged as why:
        log.warning("%s", why)
        found = []
    return next((one for one in found if one.native_id == native_id), Unknown(native_id))


def _is(draft: Outgoing, item: object) -> bool:
    """The same words, whatever the network made of their white space, written since the first try."""
    written = moment(words(item, "created_time") or words(item, "timestamp"))
    told = words(item, "message") or words(item, "text")
    return bool(written and written >= draft.begun_at - CLOCKS_APART) and _plain(told) == _plain(draft.text)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
