"""How a received message becomes records: the first wording, a later one, and batches in order."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from casework.message import Message, Received, Version, sha256


def batches(received: Sequence[Received], size: int) -> Iterator[list[Received]]:
    """Cut into lists of at most `size`, in order, each message at most once in each."""
    batch: list[Received] = []
    inside: set[str] = set()
    for one in received:
        if len(batch) == size or one.native_id in inside:
            yield batch
            batch, inside = [], set()
        batch.append(one)
        inside.add(one.native_id)
    if batch:
        yield batch


def first(account_id: int, received: Received, now: datetime) -> Message:
    """The record of a message seen for the first time, still without id."""
    return Message(
        account_id=account_id,
        native_id=received.native_id,
        kind=received.kind,
        author=received.author,
        text=received.text,
        sent_at=received.sent_at,
        received_at=now,
        url=received.url,
        thread=received.thread,
        parent=received.parent,
        lang=received.lang,
        attachments=received.attachments,
        stream=received.stream,
    )


def wording(message_id: int, number: int, received: Received, now: datetime) -> Version:
    """One wording with its original bytes."""
    return Version(message_id, number, received.text, received.raw, sha256(received.raw), now)
