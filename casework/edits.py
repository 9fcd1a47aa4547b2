"""What a later wording changes: whether it is one, and that no decision about other words settles it.

Nor does a step over many that was done before there was a verdict.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import SplitResult, parse_qs, urlsplit

from casework import bulk_record, described
from casework.assessment import Assessment
from casework.decided import standing
from casework.labels import Urgency
from casework.message import Attachment, Message, Received, State, Version
from casework.ports import Work
from casework.record import Decision

SETTLED = (State.DONE, State.DISMISSED)
BY_EDIT, BY_VERDICT = "reopened_by_edit", "reopened_by_verdict"  # in the audit log, with the version
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
    """Put back to the desk what was settled, and is acute or hostile since its writer changed it; and what is
    acute by its first verdict and was settled before by a step over many.

    `before`: the messages as they stood before these verdicts. Nobody has acknowledged an emergency whose
    words came later, or that was not known to be a sure one. What a person decided about just these words
    stands.
    """
    judged = {a.message_id: a for a in assessments if a.version > 1 or a.verdict.urgency is Urgency.ACUTE}
    stood = {m.id: m for m in before if m.id in judged}
    reopened = []
    for message in work.find(Message, id=sorted(stood)) if stood else ():
        one = judged[message.id]
        settled = message.state in SETTLED and _serious(message, one)
        risen = message.urgency is Urgency.ACUTE and (settled or _rises(stood[message.id], message))
        if (settled or (risen and message.acknowledged_at)) and _unread(work, message, one):
            reopened.append(_reopened(work, message, one.version, settled=settled, risen=risen))
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


def _serious(message: Message, judged: Assessment) -> bool:
    acute = Urgency.ACUTE in (message.urgency, judged.verdict.urgency)
    return acute or bool(message.hostility or judged.verdict.hostility)


def _rises(before: Message, message: Message) -> bool:
    """Whoever acknowledged what may be an emergency has not seen the words that surely are one."""
    return before.urgency is not Urgency.ACUTE or (before.abstained and not message.abstained)


def _reopened(work: Work, message: Message, version: int, *, settled: bool, risen: bool) -> Message:
    opened = replace(
        message,
        state=State.OPEN if settled else message.state,
        acknowledged_at=None if risen else message.acknowledged_at,
    )
    detail = {"version": version, "from": message.state.value, "acknowledged": bool(risen)}
    kept = work.replace(opened)
    work.record("streife", BY_EDIT if version > 1 else BY_VERDICT, f"message:{kept.id}", detail)
    return kept


def _unread(work: Work, message: Message, judged: Assessment) -> bool:
    """Whether no person decided about it while it read like this; a step over many is no reading.

    What is settled without any decision, such as words of our own, its first verdict leaves alone. Where
    another worker has judged later words already, those count.
    """
    if message.assessed_version != judged.version:
        return False
    decisions = standing(work, message.id)
    about = _while_it_read_so(work, decisions, judged)
    return not bulk_record.one_by_one(work, about) and (judged.version > 1 or bool(decisions))


def _while_it_read_so(work: Work, decisions: Sequence[Decision], judged: Assessment) -> list[Decision]:
    number = judged.version
    found = work.find(Version, message_id=judged.message_id, version=[number, number + 1])
    came = {one.version: one.received_at for one in found}
    begun = [d for d in decisions if number == 1 or d.decided_at > came[number]]
    return [d for d in begun if number + 1 not in came or d.decided_at <= came[number + 1]]


def _judged(one: Message | Received) -> tuple[str, str]:
    return one.text, described.description(one)


def _alike(one: Attachment, other: Attachment) -> bool:
    if one.kind != other.kind or (one.kind != "link" and one.alt != other.alt):
        return False
    return not (one.url and other.url) or _place(one) == _place(other)


def same_address(one: str, other: str) -> bool:
    """Whether two addresses name the very same thing: letter by letter, but for signatures that change."""
    return one == other or (_signed(one) and _signed(other) and _named(one) == _named(other))


def _place(one: Attachment) -> object:
    """What of an address names the thing itself."""
    if _signed(one.url):
        return _named(one.url)
    parts = _parts(one.url)
    if parts is None:
        return one.url
    return (_host(parts), parts.path, parts.query) if one.kind == "link" else parts.path


def _signed(url: str) -> bool:
    parts = _parts(url)
    return parts is not None and f".{_host(parts)}".endswith(tuple(f".{name}" for name in SIGNED))


def _named(url: str) -> object:
    """What stays the same of an address whose signature changes with each answer."""
    parts = urlsplit(url)
    return parts.path, *(u.partition("?")[0] for u in parse_qs(parts.query).get("u", ()))


def _parts(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _host(parts: SplitResult) -> str:
    return (parts.netloc.rpartition("@")[2].partition(":")[0]).lower()
