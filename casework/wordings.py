"""Wordings that were edited away before anybody judged them: an emergency among them is one all the same."""

from collections.abc import Sequence
from dataclasses import replace

from casework.message import Message, Version
from casework.ports import Work


def edited_away(work: Work, waiting: Sequence[Message]) -> list[Message]:
    """The messages as they read in each wording between the last that was judged and the newest, in order.

    Of the pictures of other days no more is kept than the bytes that came; they are not judged.
    """
    behind = {m.id: m for m in waiting if m.version - m.assessed_version > 1}
    found = work.find(Version, message_id=sorted(behind)) if behind else []
    between = [v for v in found if behind[v.message_id].assessed_version < v.version]
    between = [v for v in between if v.version < behind[v.message_id].version]
    return [
        replace(behind[v.message_id], text=v.text, version=v.version, attachments=())
        for v in sorted(between, key=lambda v: (v.message_id, v.version))
    ]


def in_full(messages: Sequence[Message], away: Sequence[Message]) -> list[Message]:
    """The messages with all that they said, for a glance."""
    said: dict[int, list[str]] = {}
    for wording in away:
        said.setdefault(wording.id, []).append(wording.text)
    return [replace(m, text="\n".join([m.text, *said[m.id]])) if m.id in said else m for m in messages]


def standing(work: Work, wording: Message) -> Message:
    """The message as it stands now, in this wording."""
    now = work.get(Message, wording.id)
    return replace(now, text=wording.text, version=wording.version, attachments=wording.attachments)
