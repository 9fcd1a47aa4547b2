"""What a later wording changes: whether it is one, and that no decision about other words settles it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

from casework import described
from casework.assessment import Assessment
from casework.decided import standing
from casework.labels import Urgency
from casework.message import Attachment, Message, Received, State, Version
from casework.ports import Work

SETTLED = (State.DONE, State.DISMISSED)
# Their addresses carry signatures that change with each answer; a redirect names its target as `u`.
SIGNED = ("facebook.com", "fbcdn.net", "fbsbx.com", "instagram.com", "cdninstagram.com")


def is_edit(message: Message, received: Received) -> bool:
    """Whether this reads or shows something else than what is kept: other words, pictures, or words for them.

    Another host, key or size of the same picture is no edit, nor an address that came or went alone.
    """
    kept, told = message.attachments, received.attachments
    return message.text != received.text or not (len(kept) == len(told) and all(map(_alike, kept, told)))


def edited(message: Message, received: Received) -> Message:
    """The record with a newer wording, whose places nobody looked for yet; a correction of other words is
    dropped."""
    return replace(
        message,
        text=received.text,
        attachments=received.attachments,
        version=message.version + 1,
        corrected=message.corrected and _judged(message) == _judged(received),
        beat_edition=0,
    )


def with_known_pictures(work: Work, account_id: int, received: Sequence[Received]) -> list[Received]:
    """What a file tells, with the pictures that we know of: files name other addresses, or none."""
    ids = [one.native_id for one in received]
    known = {m.native_id: m.attachments for m in work.find(Message, account_id=account_id, native_id=ids)}
    return [replace(r, attachments=known.get(r.native_id, r.attachments)) for r in received]


def reopen(work: Work, before: Sequence[Message], assessments: Sequence[Assessment]) -> list[Message]:
    """Put back to the desk what was settled, and is acute or hostile since its writer changed it.

    `before`: the messages as they stood before these verdicts. Nobody has acknowledged an emergency whose
    words came later. What a person decided about the newest wording stands.
    """
    verdicts = {(a.message_id, a.version): a.verdict for a in assessments}
    urgency = {m.id: m.urgency for m in before if m.version > 1}
    reopened = []
    for message in work.find(Message, id=sorted(urgency)) if urgency else ():
        verdict = verdicts.get((message.id, message.version))
        if verdict is None or _decided_since(work, message):
            continue
        acute = Urgency.ACUTE in (message.urgency, verdict.urgency)
        settled = message.state in SETTLED and bool(acute or message.hostility or verdict.hostility)
        risen = message.urgency is Urgency.ACUTE and (settled or urgency[message.id] is not Urgency.ACUTE)
        if settled or (risen and message.acknowledged_at):
            reopened.append(_reopened(work, message, settled=settled, risen=risen))
    return reopened


def wording_since(work: Work, message: Message) -> datetime:
    """Since when the words stand as they do; pictures beside them may have changed later."""
    versions = sorted(work.find(Version, message_id=message.id), key=lambda v: v.version, reverse=True)
    since = message.received_at
    for version in versions:
        if version.text != versions[0].text:
            break
        since = version.received_at
    return since


def _reopened(work: Work, message: Message, *, settled: bool, risen: bool) -> Message:
    opened = replace(
        message,
        state=State.OPEN if settled else message.state,
        acknowledged_at=None if risen else message.acknowledged_at,
    )
    detail = {"version": message.version, "from": message.state.value, "acknowledged": bool(risen)}
    kept = work.replace(opened)
    work.record("streife", "reopened_by_edit", f"message:{kept.id}", detail)
    return kept


def _decided_since(work: Work, message: Message) -> bool:
    newest = work.find(Version, message_id=message.id, version=message.version)
    return any(d.decided_at > newest[0].received_at for d in standing(work, message.id))


def _judged(one: Message | Received) -> tuple[str, str]:
    return one.text, described.description(one)


def _alike(one: Attachment, other: Attachment) -> bool:
    if one.kind != other.kind or (one.kind != "link" and one.alt != other.alt):
        return False
    return not (one.url and other.url) or _place(one) == _place(other)


def _place(one: Attachment) -> object:
    """What of an address names the thing itself."""
    try:
        parts = urlsplit(one.url)
    except ValueError:
        return one.url
    host = (parts.netloc.rpartition("@")[2].partition(":")[0]).lower()
    if f".{host}".endswith(tuple(f".{name}" for name in SIGNED)):
        return parts.path, *(u.partition("?")[0] for u in parse_qs(parts.query).get("u", ()))
    return (host, parts.path, parts.query) if one.kind == "link" else parts.path
