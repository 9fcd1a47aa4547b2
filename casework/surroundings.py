"""What stands around an exhibit: its captured pages, its thread as far as we hold it, who saw it first."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casework import capture
from casework.capture_record import Capture, CaptureFile
from casework.message import Message
from casework.ports import Work
from casework.record import AuditEntry

BEFORE, AFTER = 10, 10
MACHINE = "streife"
NO_SIGHT = ("refused",)


@dataclass(frozen=True, slots=True)
class Captured:
    """One order to capture the page, with the files that it brought, without their bytes."""

    capture: Capture
    files: tuple[CaptureFile, ...] = ()


def captured(work: Work, message_ids: Sequence[int]) -> Mapping[int, tuple[Captured, ...]]:
    """Message id -> all captures of its page, also those that failed, by id."""
    found = work.find(Capture, message_id=list(message_ids)) if message_ids else []
    files = capture.files_of(work, [one.id for one in found])
    sorted_out: dict[int, tuple[Captured, ...]] = {}
    for one in found:
        mine = Captured(one, files.get(one.id, ()))
        sorted_out[one.message_id] = (*sorted_out.get(one.message_id, ()), mine)
    return sorted_out


def threads(work: Work, messages: Sequence[Message]) -> Mapping[int, tuple[Message, ...]]:
    """Message id -> up to ten messages before and behind it in its thread, of the same account, by time.

    What it answers is among them where we hold it. Only what reached the account is held: nobody's words are
    fetched for this. Words that were erased stay empty.
    """
    talks = _talks(work, messages)
    around: dict[int, tuple[Message, ...]] = {}
    for message in messages:
        talk = talks.get((message.account_id, message.thread), [])
        here = bisect_left(talk, _order(message), key=_order)
        near = talk[max(0, here - BEFORE) : here + AFTER + 1]
        around[message.id] = tuple(one for one in near if one.id != message.id)
    return around


def first_seen(entries: Iterable[AuditEntry]) -> Mapping[int, str]:
    """Message id -> the login of whoever opened it first or first acted on it, by the audit log."""
    first: dict[int, str] = {}
    for entry in entries:
        sort, _, number = entry.subject.partition(":")
        seen = sort == "message" and entry.actor != MACHINE and entry.act not in NO_SIGHT
        if seen and number.isascii() and number.isdigit():
            first.setdefault(int(number), entry.actor)
    return first


def _talks(work: Work, messages: Sequence[Message]) -> Mapping[tuple[int, str], list[Message]]:
    """Account and thread -> the thread's messages in order, and what they answer."""
    names = sorted({m.thread for m in messages if m.thread})
    accounts = sorted({m.account_id for m in messages})
    found = work.find(Message, account_id=accounts, thread=names) if names else []
    # Mastodon names no beginning of a talk: there a thread is called by what is answered.
    answered = work.find(Message, account_id=accounts, native_id=names) if names else []
    talks: dict[tuple[int, str], dict[int, Message]] = {}
    for one in found:
        talks.setdefault((one.account_id, one.thread), {})[one.id] = one
    for one in answered:
        if (one.account_id, one.native_id) in talks:
            talks[one.account_id, one.native_id][one.id] = one
    return {name: sorted(talk.values(), key=_order) for name, talk in talks.items()}


def _order(message: Message) -> tuple[object, int]:
    return message.sent_at, message.id
