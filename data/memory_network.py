"""What the in-memory twin tells of the networks: due streams, messages to ask about, deletions."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from casework.account import Account, Stream
from casework.erasure import Erasure
from casework.media import Media, MediaBody
from casework.message import Message, Version
from casework.ports import Work
from casework.rechecks import Recheck
from data import captures


def due_streams(work: Work, limit: int, networks: Collection[str] | None) -> list[Stream]:
    """Streams of active accounts whose next poll is due, those never read first."""
    asked = (a for a in work.find(Account, active=True) if networks is None or a.platform in networks)
    active = [a.id for a in asked]
    streams = work.find(Stream, account_id=active)
    never = [s for s in streams if s.next_poll_at is None]
    due = [(s.next_poll_at, s.id, s) for s in streams if s.next_poll_at and s.next_poll_at <= work.now]
    return (never + [s for _, _, s in sorted(due)])[:limit]


def unchecked(
    work: Work, account_ids: Sequence[int], since: datetime, before: datetime, *, gone: bool
) -> list[Message]:
    """The accounts' standing messages, or those that are gone, the longest not asked about first."""
    asked = {r.message_id: r.asked_at for r in work.find(Recheck)}
    erased = {e.message_id for e in work.find(Erasure, ended_at=None)} if gone else set()
    mine = [m for m in work.find(Message, account_id=account_ids) if bool(m.deleted_at) is gone]
    found = [m for m in mine if (m.deleted_at or m.sent_at) >= since and m.id not in erased]
    order = sorted((asked.get(m.id, m.received_at), m.id, m) for m in found)
    return [m for at, _, m in order if at <= before]


def withdrawn(work: Work, before: datetime, after: int) -> list[Message]:
    """Deleted messages that were not erased yet."""
    erased = {e.message_id for e in work.find(Erasure, ended_at=None)}
    gone = (m for m in work.find(Message) if m.deleted_at and m.deleted_at <= before)
    return [m for m in gone if m.id > after and m.id not in erased]


def erase(work: Work, message_id: int) -> Message:
    """Blank a message, its versions and what was secured beside it."""
    for version in work.find(Version, message_id=message_id):
        work.replace(replace(version, text="", raw=b""))
    fetched = [one.id for one in work.find(Media, message_id=message_id)]
    for body in work.find(MediaBody, media_id=fetched):
        work.replace(replace(body, body=b""))
    captures.memory_blank(work, message_id)
    return work.replace(replace(work.get(Message, message_id), text="", attachments=()))
