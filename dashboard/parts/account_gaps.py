"""The gaps as a table with exact local times: for whoever reads with the keyboard or a screen reader, too."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from casework.account import Stream
from casework.ledger import Heard, Interval
from dashboard import times, words
from dashboard.parts import account_names, frame, say
from dashboard.parts.account_names import LOOK
from dashboard.words import Words

MOST = 50
HEADS = ("stream", "from", "to", "lasting", "what")
Row = tuple[Stream, Interval]
Line = tuple[Words, Words, Words, Words, Words]


def rows(streams: Sequence[Stream], ledgers: Mapping[int, Sequence[Interval]]) -> list[Row]:
    """All that is not simply known, the newest first."""
    found = [(s, one) for s in streams for one in ledgers[s.id] if one.state is not Heard.KNOWN]
    return sorted(found, key=lambda row: (row[1].end, row[1].start), reverse=True)


def show(found: Sequence[Row], now: datetime) -> None:
    """Folded, with their number; a line of words where there is none."""
    if not found:
        say.meta(words.joined(say.icon("check_circle"), words.say("gaps-none"), by=" "), stretch=True)
        return
    with st.expander(words.say("gaps", n=len(found))):
        lines = [_line(row, now) for row in found[:MOST]]
        if frame.compact():
            _list(lines)
        else:
            _table(lines)
        if len(found) > MOST:
            say.meta(words.say("gaps-more", n=len(found) - MOST), stretch=True)


def _table(lines: Sequence[Line]) -> None:
    head = tuple(words.say(f"gaps-{name}") for name in HEADS)
    rows = [head, (":--",) * len(HEADS), *lines]
    st.markdown("\n".join(f"| {' | '.join(row)} |" for row in rows))


def _list(lines: Sequence[Line]) -> None:
    """For narrow windows, where a table would not fit."""
    for channel, begin, end, lasting, what in lines:
        with st.container(gap="xxsmall"):
            say.line(words.joined(say.strong(channel), what), stretch=True)
            say.meta(words.joined(words.say("gaps-between", start=begin, end=end), lasting), stretch=True)


def _line(row: Row, now: datetime) -> Line:
    stream, one = row
    icon, colour, _, _ = LOOK[one.state]
    what = words.joined(say.coloured(say.icon(icon), colour), words.say(f"gap-{one.state.value}"), by=" ")
    begin, end = times.moment(one.start, now), times.moment(one.end, now)
    return account_names.of(stream), begin, end, account_names.lasting(one.length), what
