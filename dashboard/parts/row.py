"""One row of the queue as a single label: badges and time, one line of the words, and where it came from.

Twenty rows of ten elements each took half of every click; as labels of one choice they are one element. The
stylesheet lays them out: the emphasised part is the line, the struck part only keeps two rows apart.
"""

from collections.abc import Sequence

from casework.labels import Urgency
from casework.message import Message, State
from casework.worklist import Row
from dashboard import times, words
from dashboard.inert import NO_BREAK_SPACE
from dashboard.parts import badges, say, stranger
from dashboard.parts.around import Around
from dashboard.parts.stranger import Span
from dashboard.words import Words

LINE = 160
LOOKED_THROUGH = 4_000
BEFORE_HIT = 40
A_WAVE = 5  # fewer copies are no pile-on, though they are folded all the same


def label(
    row: Row, around: Around, *, mixed: bool, hits: Sequence[Span] = (), beside: Words | None = None
) -> Words:
    """The row; its state is said where messages of several states are `mixed`.

    `hits` are the words searched for; `beside` may say more, such as who else is at it.
    """
    message = row.message
    marks = words.joined(_several(row), badges.of_row(message, most_hostile=2, mixed=mixed), by=" ")
    line = _masked(message) if around.masks(message) else _line(message, hits)
    foot = words.joined(around.source(message), _waiting(row), beside or Words(""))
    return Words(f"{marks} {_when(row, around)} *{line}* {say.small(foot)} ~~{message.id}~~")


def _several(row: Row) -> Words:
    if row.wave:
        few = row.messages < A_WAVE
        return say.mark(words.say("copies" if few else "wave", n=row.messages), "layers")
    return say.mark(words.say("in-a-row", n=row.messages), "forum") if row.messages > 1 else Words("")


def _waiting(row: Row) -> Words:
    """Others of the same thread that wait in rows of their own."""
    more = row.waiting - row.messages
    return words.say("thread-waits", n=more) if more > 0 and not row.wave else Words("")


def _when(row: Row, around: Around) -> Words:
    """When it was sent, of several the first and the last; how soon to look is said by icon and colour."""
    message = row.message
    sent = times.moment(message.sent_at, around.now)
    if row.messages > 1:
        sent = times.stretch(row.first_at, row.last_at, around.now)
    if message.state is State.OPEN and message.urgency is Urgency.TODAY:
        return say.small(words.joined(say.icon("schedule"), sent, by=" "), "orange")
    if message.state is State.OPEN and message.urgency is Urgency.ACUTE:
        return say.small(words.joined(say.icon("e911_emergency"), sent, by=" "), "red")
    return say.small(sent)


def _masked(message: Message) -> Words:
    covered = words.say("masked", n=len(message.text))
    return say.coloured(words.joined(say.icon("visibility_off"), covered, by=" "), "gray")


def _line(message: Message, hits: Sequence[Span]) -> Words:
    """The first words, or those around the first hit, on one line and inert; bold until somebody read it."""
    foreign = message.text
    begin = max(0, hits[0][0] - BEFORE_HIT) if hits and hits[0][1] > LINE else 0
    shown = foreign[begin : begin + LINE].replace("\n", " ")
    spans = [(a - begin, b - begin) for a, b in hits if b > begin]
    marked = stranger.markup(shown, (), stranger.merged(spans, len(shown)))
    line = Words(("…" if begin else "") + (marked if shown.strip() else NO_BREAK_SPACE))
    return line if message.first_seen_at else say.strong(line)
