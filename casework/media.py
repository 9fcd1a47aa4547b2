"""The picture, film or sound beside a message, fetched because somebody asked, and kept as evidence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from casework.edits import same_address
from casework.erasure import erased
from casework.errors import Refused
from casework.message import MOST_ATTACHMENTS, Attachment, Message, sha256
from casework.people import Person
from casework.ports import Work
from casework.reading import letter
from casework.roles import Act, demand

SHOWN = ("image", "video", "audio")
UNTOLD = "application/octet-stream"
WEB_PAGES = ("text/html", "application/xhtml+xml")
_CONTENT_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, and of what type they are in the words of whoever sent them."""

    url: str
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Media:
    """An attachment that was secured: `url` says which, for an edit may show another one at its place.

    `number` is its place then, from 0, beside the message; from `MOST_ATTACHMENTS` on: a free number, because
    another address had been secured at that place.
    The bytes lie apart in `MediaBody`, so that a page need not read them; their SHA-256 (hex) stays here
    when they are erased. `content_type` is what the network told; nothing here trusts it.
    """

    message_id: int
    number: int
    url: str
    content_type: str
    size: int
    sha256: str
    fetched_by: int
    fetched_at: datetime
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class MediaBody:
    """The very bytes; empty once the message was erased."""

    media_id: int
    body: bytes
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Secured:
    """What was secured together with its bytes."""

    media: Media
    body: bytes


def wanted(work: Work, person: Person, message_id: int, number: int) -> Attachment:
    """The attachment that this person may fetch now; to be asked before anything is loaded.

    Raises NotAllowed, and Refused where there is nothing to fetch or it was secured before.
    """
    found = letter(work, message_id)
    demand(person, Act.READ_MESSAGE, found)
    demand(person, Act.DECIDE, found)
    name, attached = f"message {message_id}, attachment {number + 1}", found.message.attachments
    if erased(work, message_id):
        raise Refused(f"message {message_id}: its words were erased; nothing of it is fetched any more")
    if not 0 <= number < len(attached):
        raise Refused(f"{name}: is not there; open the message anew")
    if number in secured(work, found.message):
        raise Refused(f"{name}: was secured already; open the message anew")
    if not attached[number].url:
        raise Refused(f"{name}: the network gave no address; open the message on the network itself")
    return attached[number]


def keep(work: Work, person: Person, message_id: int, number: int, fetched: Fetched) -> Media:
    """Keep what was fetched for an attachment, once; the log tells its hash and size.

    Raises as `wanted` does, and Refused where what came is not what was asked for.
    """
    attachment = wanted(work, person, message_id, number)
    _check(f"message {message_id}, attachment {number + 1}", attachment, fetched)
    kept = work.add(
        Media(
            message_id=message_id,
            number=_free(work, message_id, number),
            url=attachment.url,
            content_type=plain_type(fetched.content_type),
            size=len(fetched.body),
            sha256=sha256(fetched.body),
            fetched_by=person.id,
            fetched_at=work.now,
        )
    )
    work.add(MediaBody(kept.id, fetched.body))
    told = {"number": kept.number, "sha256": kept.sha256, "size": kept.size}
    work.record(person.login, "media_secured", f"message:{message_id}", told)
    return kept


def secured(work: Work, message: Message) -> Mapping[int, Media]:
    """Place -> what was secured of the attachments of this wording."""
    return placed(message.attachments, work.find(Media, message_id=message.id))


def earlier(work: Work, message: Message) -> list[Media]:
    """What was secured of addresses that this wording no longer names; nothing of an erased message."""
    if erased(work, message.id):
        return []
    kept = work.find(Media, message_id=message.id)
    here = {one.number for one in placed(message.attachments, kept).values()}
    return [one for one in kept if one.number not in here]


def placed(attached: Sequence[Attachment], kept: Iterable[Media]) -> dict[int, Media]:
    """Place -> what was secured of the very address that stands there; its own place decides between equals.

    What was secured and stands nowhere here was shown by another wording only.
    """
    here = {place: one.url for place, one in enumerate(attached) if one.url}
    left, found = list(kept), dict[int, Media]()
    for moved in (False, True):  # what stands where it stood goes before what stands elsewhere now
        for one in [*left]:
            places = [n for n, url in here.items() if n not in found and same_address(url, one.url)]
            place = next((n for n in places if moved or n == one.number), None)
            if place is not None:
                found[place] = one
                left.remove(one)
    return found


def with_bytes(work: Work, message_ids: Sequence[int]) -> Mapping[int, tuple[Secured, ...]]:
    """All that was secured beside these messages, by message and place."""
    found = sorted(work.find(Media, message_id=message_ids), key=lambda one: one.number)
    bodies = {b.media_id: b.body for b in work.find(MediaBody, media_id=[one.id for one in found])}
    by_message: dict[int, tuple[Secured, ...]] = {}
    for one in found:
        before = by_message.get(one.message_id, ())
        by_message[one.message_id] = (*before, Secured(one, bodies[one.id]))
    return by_message


def plain_type(told: str) -> str:
    """A content type without its parameters; what is none becomes bytes of an untold type."""
    bare = told[:1_000].split(";")[0].strip().lower()
    return bare if _CONTENT_TYPE.fullmatch(bare) else UNTOLD


def _free(work: Work, message_id: int, place: int) -> int:
    """The place itself, unless something else was secured there: files in a package are named by it."""
    taken = {one.number for one in work.find(Media, message_id=message_id)}
    return max(MOST_ATTACHMENTS, max(taken) + 1) if place in taken else place


def _check(name: str, attachment: Attachment, fetched: Fetched) -> None:
    if fetched.url != attachment.url:
        raise Refused(f"{name}: the message was changed meanwhile; open it anew")
    if not fetched.body:
        raise Refused(f"{name}: its address gave nothing; open the message on the network itself")
    if attachment.kind in SHOWN and plain_type(fetched.content_type) in WEB_PAGES:
        raise Refused(
            f"{name}: its address gave a web page instead; open the message on the network itself and "
            "secure it by hand"
        )
