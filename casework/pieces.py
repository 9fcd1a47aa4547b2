"""What the writer of a message wrote just before or after it: people in distress write one message in pieces.

Only their own words to the same account in the same thread, and only few of them: what somebody else said, or
the same person at another time, is no part of the message. Pieces may come in any order: what was sent later
counts where it has its verdict already, for then nobody will look back from there.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from casework.assessment import Context
from casework.labels import Kind, Urgency
from casework.message import Message
from casework.ports import Work

SPAN = timedelta(minutes=30)
MOST_MESSAGES, MOST_CHARACTERS = 5, 600
AT_ONCE = 500  # messages whose writers are asked for in one query
Writer = tuple[int, str, str]


def contexts(work: Work, messages: Sequence[Message]) -> list[Context]:
    """One context a message, in order; they stand in the store, and so are context for one another, too."""
    written = _written(work, messages)
    return [_context(message, written[_writer(message)]) for message in messages]


def _written(work: Work, messages: Iterable[Message]) -> dict[Writer, list[Message]]:
    """Writer -> what stands of his or her words around the times of these messages, in order."""
    found: dict[int, Message] = {}
    in_order = sorted(messages, key=_order)
    for at in range(0, len(in_order), AT_ONCE):
        some = in_order[at : at + AT_ONCE]
        accounts, authors = {m.account_id for m in some}, {m.author.id for m in some}
        begin, end = some[0].sent_at - SPAN, some[-1].sent_at + SPAN
        found |= {m.id: m for m in work.written(sorted(accounts), sorted(authors), begin, end)}
    by_writer: dict[Writer, list[Message]] = defaultdict(list)
    for one in sorted(found.values(), key=_order):
        by_writer[_writer(one)].append(one)
    return by_writer


def _context(message: Message, written: Sequence[Message]) -> Context:
    """The texts, oldest first; of the farthest its near end, where it is too long.

    Where the danger was told later already, nothing that came later counts: one emergency rings once.
    """
    place = bisect_left(written, _order(message), key=_order)
    begin = bisect_left(written, (message.sent_at - SPAN, 0), key=_order)
    end = bisect_right(written, message.sent_at + SPAN, key=lambda one: one.sent_at)
    earlier = _same_talk(message, reversed(written[begin:place]))
    judged = (one for one in written[place:end] if one.assessed_version and one.id != message.id)
    later = [*_same_talk(message, judged)]
    if any(one.urgency is Urgency.ACUTE for one in later):
        later = []
    return Context(message.kind, _cut(earlier, forward=False)[::-1], _cut(later, forward=True))


def _same_talk(message: Message, others: Iterable[Message]) -> Iterator[Message]:
    """Those of the same talk that say something, the nearest first."""
    talk = {_thread(message), message.native_id}
    for one in others:
        # Mastodon names a thread after what is answered: whoever answers himself goes on in it.
        if talk & {_thread(one), one.native_id}:
            talk |= {_thread(one), one.native_id}
            if one.text.strip():
                yield one


def _cut(messages: Iterable[Message], *, forward: bool) -> tuple[str, ...]:
    kept: list[str] = []
    room = MOST_CHARACTERS
    for one in islice(messages, MOST_MESSAGES):
        if room:
            kept.append(one.text[:room] if forward else one.text[-room:])
            room -= len(kept[-1])
    return tuple(kept)


def _thread(message: Message) -> str:
    """Direct messages without a thread are one talk; what is public without one stands for itself."""
    return message.thread or ("" if message.kind is Kind.DM else message.native_id)


def _writer(message: Message) -> Writer:
    """Not every network gives an id; the handle alone could have changed hands, so it is the last resort."""
    author = message.author
    return message.account_id, author.id, "" if author.id else author.handle


def _order(message: Message) -> tuple[datetime, int]:
    return message.sent_at, message.id
