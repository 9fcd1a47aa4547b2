"""Since when an emergency waits, and whether it was ever a sure one: nothing that its writer edits meanwhile
moves the clock or makes it slower."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from casework.assessment import Assessment
from casework.edits import BY_EDIT, BY_VERDICT
from casework.labels import Intent, Urgency
from casework.message import Message, Version
from casework.ports import Work
from casework.record import Choice, Decision

BACK_AGAIN = (Choice.CORRECT, Choice.REOPEN)


@dataclass(frozen=True, slots=True)
class Began:
    """When the clock began, and whether the verdict, or a person, ever stood by it."""

    at: datetime
    sure: bool


def began(work: Work, messages: Sequence[Message]) -> Mapping[int, Began]:
    """Since when each waits: the receipt of the wording that made it an emergency, or when a person did so or
    took it up again."""
    edited = [m for m in messages if m.version > 1]
    came = _receipts(work, edited)
    alarming = _alarming(work, edited, came)
    decided: dict[int, list[Decision]] = defaultdict(list)
    ids = [m.id for m in messages]
    for one in work.find(Decision, message_id=ids, choice=list(BACK_AGAIN)) if ids else ():
        decided[one.message_id].append(one)
    anew = {m.id: _opened_again(work, m, came) for m in edited}
    return {
        m.id: _began(m, alarming[m.id] if m.version > 1 else [], decided[m.id], anew.get(m.id, []))
        for m in messages
    }


def _began(
    message: Message, alarming: Sequence[Began], decided: Sequence[Decision], anew: Sequence[datetime]
) -> Began:
    """The first moment that made it an emergency after the last at which it was taken up anew.

    No edit and no later verdict ends it: an emergency that nobody acknowledged is not edited away.
    """
    last = max([message.received_at, *anew, *(d.decided_at for d in decided)])
    said = [Began(d.decided_at, sure=d.choice is Choice.CORRECT) for d in decided if _made_one(d)]
    since = [one.at for one in (*alarming, *said) if one.at >= last]
    sure = not message.abstained or any(one.sure for one in (*alarming, *said))
    return Began(min(since, default=last), sure)


def _made_one(decided: Decision) -> bool:
    to = decided.detail.get("to")
    emergency = isinstance(to, Mapping) and to.get("intent") == Intent.EMERGENCY
    return decided.taken_back_at is None and (emergency or decided.choice is Choice.REOPEN)


def _receipts(work: Work, edited: Sequence[Message]) -> Mapping[tuple[int, int], datetime]:
    """When each wording of these messages came."""
    found = work.find(Version, message_id=[m.id for m in edited]) if edited else ()
    return {(v.message_id, v.version): v.received_at for v in found}


def _alarming(
    work: Work, edited: Sequence[Message], came: Mapping[tuple[int, int], datetime]
) -> Mapping[int, list[Began]]:
    """The receipts of the wordings that were judged to be an emergency, or perhaps one."""
    starts: dict[int, list[Began]] = defaultdict(list)
    for one in work.find(Assessment, message_id=[m.id for m in edited]) if edited else ():
        if one.verdict.urgency is Urgency.ACUTE:
            start = Began(came[one.message_id, one.version], sure=not one.verdict.abstained)
            starts[one.message_id].append(start)
    return starts


def _opened_again(work: Work, message: Message, came: Mapping[tuple[int, int], datetime]) -> list[datetime]:
    """When the wordings came that put it back to the desk, or took an acknowledgement from it."""
    entries = work.audit_of(f"message:{message.id}")
    versions = [e.detail.get("version") for e in entries if e.act in (BY_EDIT, BY_VERDICT)]
    return [came[message.id, number] for number in versions if isinstance(number, int)]
