"""What the writer of a message wrote just before it: people in distress write one message in pieces.

Only their own words to the same account in the same thread, and only few of them: what somebody else said, or
the same person at another time, is no part of the message.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from casework.assessment import Context
from casework.labels import Kind
from casework.message import Message
from casework.ports import Work

SPAN = timedelta(minutes=30)
MOST_MESSAGES, MOST_CHARACTERS = 5, 600
AT_ONCE = 500  # messages whose writers are asked for in one query
Writer = tuple[int, str, str]


def contexts(work: Work, messages: Sequence[Message]) -> list[Context]:
    """One context a message, in order; they stand in the store, and so are context for one another, too."""
    written = _written(work, messages)
    return [Context(message.kind, _before(message, written[_writer(message)])) for message in messages]


def _written(work: Work, messages: Iterable[Message]) -> dict[Writer, list[Message]]:
    """Writer -> what stands of his or her words around the times of these messages, in order."""
    found: dict[int, Message] = {}
    in_order = sorted(messages, key=_order)
    for at in range(0, len(in_order), AT_ONCE):
        some = in_order[at : at + AT_ONCE]
        accounts, authors = {m.account_id for m in some}, {m.author.id for m in some}
        begin, end = some[0].sent_at - SPAN, some[-1].sent_at
        found |= {m.id: m for m in work.written(sorted(accounts), sorted(authors), begin, end)}
    by_writer: dict[Writer, list[Message]] = defaultdict(list)
    for one in sorted(found.values(), key=_order):
        by_writer[_writer(one)].append(one)
    return by_writer


def _before(message: Message, written: Sequence[Message]) -> tuple[str, ...]:
    """The texts, oldest first; of the first one its end, where it is too long."""
    texts: list[str] = []
    room, threads = MOST_CHARACTERS, {_thread(message)}
    for one in reversed(_shortly_before(message, written)):
        if not room or len(texts) == MOST_MESSAGES:
            break
        if _thread(one) not in threads and one.native_id not in threads:
            continue
        # Mastodon names a thread after what is answered: whoever answers himself goes on in it.
        threads.add(_thread(one))
        if one.text.strip():
            texts.append(one.text[-room:])
            room -= len(texts[-1])
    return tuple(reversed(texts))


def _shortly_before(message: Message, written: Sequence[Message]) -> Sequence[Message]:
    begin = bisect_left(written, (message.sent_at - SPAN, 0), key=_order)
    return written[begin : bisect_left(written, _order(message), key=_order)]


def _thread(message: Message) -> str:
    """Direct messages without a thread are one talk; what is public without one stands for itself."""
    return message.thread or ("" if message.kind is Kind.DM else message.native_id)


def _writer(message: Message) -> Writer:
    """Not every network gives an id; the handle alone could have changed hands, so it is the last resort."""
    author = message.author
    return message.account_id, author.id, "" if author.id else author.handle


def _order(message: Message) -> tuple[datetime, int]:
    return message.sent_at, message.id
