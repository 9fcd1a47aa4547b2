"""One row of the queue as a single label: badges and time, one line of the words, and where it came from.

Twenty rows of ten elements each took half of every click; as labels of one choice they are one element. The
stylesheet lays them out: the emphasised part is the line, the struck part only keeps two rows apart.
"""

from casework.labels import Urgency
from casework.message import Message, State
from dashboard import times, words
from dashboard.inert import NO_BREAK_SPACE
from dashboard.parts import badges, say, stranger
from dashboard.parts.around import Around
from dashboard.parts.stranger import Span
from dashboard.words import Words

LINE = 160
BEFORE_HIT = 40


def label(message: Message, around: Around, *, mixed: bool, hits: tuple[Span, ...] = ()) -> Words:
    """The row of one message; its state is said where messages of several states are `mixed`."""
    marks = badges.of_row(message, most_hostile=2, mixed=mixed)
    line = _masked(message) if around.masks(message) else _line(message.text, hits)
    if message.first_seen_at is None and not around.masks(message):
        line = say.strong(line)
    return put_together(message.id, marks, when(message, around), line, around.source(message))


def put_together(row_id: int, marks: Words, when: Words, line: Words, foot: Words) -> Words:
    """The parts of a row in the order in which the stylesheet expects them."""
    return Words(f"{marks} {when} *{line}* {say.small(foot)} ~~{row_id}~~")


def when(message: Message, around: Around) -> Words:
    """When it was sent; how soon to look is said by icon and colour."""
    sent = times.moment(message.sent_at, around.now)
    if message.state is State.OPEN and message.urgency is Urgency.TODAY:
        return say.small(words.joined(say.icon("schedule"), sent, by=" "), "orange")
    if message.state is State.OPEN and message.urgency is Urgency.ACUTE:
        return say.small(words.joined(say.icon("e911_emergency"), sent, by=" "), "red")
    return say.small(sent)


def _masked(message: Message) -> Words:
    covered = words.say("masked", n=len(message.text))
    return say.coloured(words.joined(say.icon("visibility_off"), covered, by=" "), "gray")


def _line(foreign: str, hits: tuple[Span, ...]) -> Words:
    """The first words, or those around the first hit, on one line and inert."""
    begin = max(0, hits[0][0] - BEFORE_HIT) if hits and hits[0][1] > LINE else 0
    shown = foreign[begin : begin + LINE].replace("\n", " ")
    spans = [(a - begin, b - begin) for a, b in hits if b > begin]
    marked = stranger.markup(shown, stranger.merged(spans, len(shown)))
    return Words(("…" if begin else "") + (marked if shown.strip() else NO_BREAK_SPACE))
