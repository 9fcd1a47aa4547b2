"""The only place where a stranger's words reach the screen; nothing in them is ever acted on.

`text` prints them as they are. `marked` prints the same words with those that moved the verdict on
a yellow ground. `masked` says that there are words, and shows them to whoever asks.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

import streamlit as st

from dashboard import words
from dashboard.inert import NO_BREAK_SPACE, disarmed, visible, visible_characters
from dashboard.parts import say

MARKED_LENGTH = 4_000
SHOWN_LENGTH = 20_000
SHOWN_LINES = 200
EXCERPT_LENGTH, EXCERPT_LINES = 320, 5
NAME_LENGTH = 60
MOST_READ_PAST = 8
FIRST_LINE = 240
Span = tuple[int, int]


def text(foreign: str, *, one_line: bool = False) -> None:
    """The words, never interpreted; a very long text is cut and says so."""
    if one_line:
        st.text(visible(foreign[:FIRST_LINE].replace("\n", " ")), wrap=False, width="stretch")
        return
    head = beginning(foreign, SHOWN_LENGTH, SHOWN_LINES)
    st.text(visible(head))
    if len(foreign) > len(head):
        say.meta(words.say("text-cut", rest=len(foreign) - len(head)))


def marked(foreign: str, spans: Iterable[Span], found: Iterable[Span] = ()) -> None:
    """The words with those that moved the verdict on a yellow ground, and what was searched for on blue."""
    head = beginning(foreign, MARKED_LENGTH, SHOWN_LINES)
    st.markdown(markup(head, merged(spans, len(head)), merged(found, len(head))))
    if len(foreign) > len(head):
        text(foreign[len(head) :])


def quote(foreign: str, who: words.Words | None = None) -> None:
    """A colleague's own words behind a quotation mark and, where it matters, a name."""
    with st.container(horizontal=True, gap="xsmall", wrap=False):
        mark = say.icon("format_quote")
        say.line(words.joined(mark, say.strong(who), by=" ") if who else say.coloured(mark, "gray"))
        st.text(visible(beginning(foreign, SHOWN_LENGTH, SHOWN_LINES)), width="stretch")


def read_past(read_as: Iterable[str]) -> None:
    """A quiet line: how the machine read words that are written in disguise, each once."""
    told = list(dict.fromkeys(read_as))
    shown = [words.quoted(one[:NAME_LENGTH]) for one in told[:MOST_READ_PAST]]
    rest = len(told) - len(shown)
    line = words.joined(*shown, words.say("read-past-more", rest=rest) if rest else words.Words(""))
    say.meta(words.joined(say.icon("spellcheck"), words.say("read-past", words=line), by=" "), stretch=True)


def name(foreign: str) -> None:
    """What somebody calls himself: on one line, and no longer than a name."""
    shown = visible(foreign.replace("\n", " "))
    st.text(shown if len(shown) <= NAME_LENGTH else f"{shown[:NAME_LENGTH]}…")


def excerpt(foreign: str, spans: Iterable[Span]) -> None:
    """The beginning of the words, marked, and how much is left out; for lists that must stay short."""
    head = beginning(foreign, EXCERPT_LENGTH, EXCERPT_LINES)
    st.markdown(markup(head, merged(spans, len(head))))
    if len(foreign) > len(head):
        say.meta(words.say("text-goes-on", rest=len(foreign) - len(head)))


def masked(foreign: str, key: str, shortcut: str | None = None) -> bool:
    """Say that there are words; True once the reader asked for them."""
    name = f"shown_{key}"
    if st.session_state.get(name):
        return False
    with say.row():
        say.meta(words.joined(say.icon("visibility_off"), words.say("masked", n=len(foreign)), by=" "))
        st.button(
            words.say("unmask"),
            key=f"unmask_{key}",
            type="tertiary",
            icon=say.icon("visibility"),
            shortcut=shortcut,
            on_click=st.session_state.update,
            args=[{name: True}],
        )
    return True


def beginning(foreign: str, length: int, lines: int) -> str:
    """As much of the words as fits into so many characters and lines."""
    head = foreign[:length]
    return "\n".join(head.split("\n", lines)[:lines])


def merged(spans: Iterable[Span], length: int) -> list[Span]:
    """The ranges in order, cut to the text, touching ones joined."""
    joined: list[Span] = []
    for start, end in sorted((max(0, a), min(b, length)) for a, b in spans):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def markup(foreign: str, moved: Sequence[Span], found: Sequence[Span] = ()) -> str:
    """Inert markup of the words, line by line: those that moved the verdict on yellow, those that were
    searched for on blue, which goes on top."""
    characters = visible_characters(foreign)
    grounds = [""] * len(foreign)
    for colour, spans in (("yellow", moved), ("blue", found)):
        for start, end in spans:
            grounds[start:end] = [colour] * (end - start)
    lines, start = [], 0
    for line in foreign.split("\n"):
        end = start + len(line)
        lines.append(_line(characters[start:end], grounds[start:end]) or NO_BREAK_SPACE)
        start = end + 1
    return "  \n".join(lines)


def _line(characters: Sequence[str], grounds: Sequence[str]) -> str:
    pieces = []
    for ground, run in groupby(zip(grounds, characters, strict=True), key=itemgetter(0)):
        said = _plain([character for _, character in run])
        pieces.append(f":{ground}-background[{said}]" if ground else said)
    return "".join(pieces)


def _plain(characters: Sequence[str]) -> str:
    return disarmed("".join(characters))
