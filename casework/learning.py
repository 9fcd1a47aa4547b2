"""What officers put right: each message's newest correction, for the classifier to learn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from casework import described
from casework.labels import Hostility, Intent, Kind, Target
from casework.message import Message, Version
from casework.ports import Work
from casework.record import Choice, Decision


@dataclass(frozen=True, slots=True)
class Correction:
    """How one message should have been labelled, says an officer; `id` is the decision's.

    `text` is the wording that stood when it was corrected, `author` the citizen's id on the network,
    `lang` what the network said of the language, often nothing. `wave`: one number for all copies of a
    pile-on, else 0.
    """

    id: int
    message_id: int
    account_id: int
    author: str
    text: str
    lang: str
    kind: Kind
    intent: Intent
    hostility: tuple[Hostility, ...]
    target: Target
    officer_id: int
    corrected_at: datetime
    wave: int = 0


def corrections(work: Work) -> list[Correction]:
    """The newest correction of each message, oldest first; none of messages that their authors took back, nor
    of hostility that may stand in what describes a picture: it would be learnt of a text without any."""
    newest = {one.message_id: one for one in work.find(Decision, choice=Choice.CORRECT, taken_back_at=None)}
    found = work.find(Message, id=sorted(newest))
    messages = {m.id: m for m in found if m.deleted_at is None and _of_its_text(newest[m.id], m)}
    wordings: dict[int, list[Version]] = {number: [] for number in messages}
    for version in work.find(Version, message_id=sorted(messages)):
        wordings[version.message_id].append(version)
    decisions = sorted((newest[number] for number in messages), key=lambda one: one.id)
    return [_correction(one, messages[one.message_id], wordings[one.message_id]) for one in decisions]


def _of_its_text(decision: Decision, message: Message) -> bool:
    said = cast(Mapping[str, Any], decision.detail["to"])
    return not (said["hostility"] and described.description(message))


def _correction(decision: Decision, message: Message, wordings: Sequence[Version]) -> Correction:
    said = cast(Mapping[str, Any], decision.detail["to"])  # as casework.decision wrote it
    return Correction(
        id=decision.id,
        message_id=message.id,
        account_id=message.account_id,
        author=message.author.id or message.author.handle,
        text=_standing(wordings, decision.decided_at).text,
        lang=message.lang,
        kind=message.kind,
        intent=Intent(said["intent"]),
        hostility=tuple(Hostility(one) for one in said["hostility"]),
        target=Target(said["target"]),
        officer_id=decision.officer_id,
        corrected_at=decision.decided_at,
        wave=message.wave,
    )


def _standing(wordings: Sequence[Version], moment: datetime) -> Version:
    """The wording that stood at a moment; the first one where a clock was set back."""
    in_order = sorted(wordings, key=lambda one: one.version)
    return next((one for one in reversed(in_order) if one.received_at <= moment), in_order[0])
