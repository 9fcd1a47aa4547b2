"""A wave opened: how many, from how many people, when, in which wordings; each copy with its own time."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import plotly.graph_objects as go
import streamlit as st

from casework import reading, worklist
from casework.clocks import LOCAL
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.roles import Act, demand
from dashboard import address, times, words
from dashboard.inert import visible
from dashboard.parts import badges, charts, palette, say, stranger
from dashboard.parts.around import Around, around
from dashboard.view import View

MOST = 1_000
MOST_WORDINGS = 10
CHART_HEIGHT = 190
LONG = timedelta(hours=72)  # beyond, the curve is by day


@dataclass(frozen=True, slots=True)
class Wave:
    """The copies in the order of their sending, and what stands around them; at most MOST are read.

    `row` is the message it stands under in the queue.
    """

    row: int
    copies: Sequence[Message]
    around: Around

    @property
    def whole(self) -> bool:
        """Whether all of it was read."""
        return len(self.copies) < MOST


def read(work: Work, person: Person, message_id: int, now: View) -> Wave:
    """What the view lets through of the wave that the message stands for; raises NotAllowed and NotFound."""
    letter = reading.letter(work, message_id)
    demand(person, Act.READ_MESSAGE, letter)
    found = worklist.inside(work, person, now.query(work.now, limit=MOST), letter.message)
    copies = sorted(found, key=lambda m: (m.sent_at, m.id)) or [letter.message]
    return Wave(message_id, copies, around(work, person, copies[:1]))


def show(wave: Wave) -> None:
    """Head, curve, wordings, and the list of all copies."""
    with st.container(gap="small", key="wave"):
        _head(wave)
        _curve(wave)
        _wordings(wave)
        _list(wave)


def _head(wave: Wave) -> None:
    first, last = wave.copies[0], wave.copies[-1]
    key = "wave-title-hostile" if first.hostility else "wave-title"
    st.subheader(words.say(key, to=_whom(wave)), anchor=False)
    number = words.say("wave-messages" if wave.whole else "wave-more", n=len(wave.copies))
    marks = words.joined(say.mark(number, "layers"), badges.hostile_words(first.hostility), by=" ")
    people = words.say("wave-people", n=_people(wave.copies))
    when = times.stretch(first.sent_at, last.sent_at, wave.around.now)
    say.line(words.joined(marks, say.small(words.joined(people, when)), by=" "), stretch=True)


def _people(copies: Sequence[Message]) -> int:
    """How many wrote them: who took another name is the same, and one name may have had two owners."""
    return len({(m.author.id, "" if m.author.id else m.author.handle) for m in copies})


def _whom(wave: Wave) -> words.Words:
    return wave.around.name(wave.around.accounts[wave.copies[0].account_id].officer_id)


def _curve(wave: Wave) -> None:
    """Messages by hour, or by day where it lasted long; what the peak was is said in words."""
    by_day = wave.copies[-1].sent_at - wave.copies[0].sent_at > LONG
    counts = _counts(wave.copies, by_day=by_day)
    if len(counts) == 1:
        return
    figure = go.Figure(
        go.Bar(
            x=list(range(len(counts))),
            y=list(counts.values()),
            marker_color=palette.colours()["hostile" if wave.copies[0].hostility else "brand"],
            hoverinfo="skip",
        )
    )
    charts.style(figure, CHART_HEIGHT, y=False)
    today = wave.around.now.astimezone(LOCAL).date()
    ticks = [times.day(at.date(), today) if by_day else at.strftime("%H") for at in counts]
    every = max(1, len(ticks) // 12)
    figure.update_xaxes(tickvals=list(range(0, len(ticks), every)), ticktext=[str(t) for t in ticks[::every]])
    peak, most = max(counts.items(), key=lambda pair: pair[1])
    at = times.day(peak.date(), today) if by_day else times.moment(peak, wave.around.now)
    told = words.say("wave-peak-day" if by_day else "wave-peak", n=most, when=at)
    charts.show(figure, str(told), "wave_curve")
    say.meta(told, stretch=True)


def _counts(copies: Sequence[Message], *, by_day: bool) -> dict[datetime, int]:
    """How many came in each hour or day of local time, those without any among them."""
    found: Counter[datetime] = Counter(_begin(m.sent_at, by_day=by_day) for m in copies)
    at, last = min(found), max(found)
    counts = {}
    while at <= last:
        counts[at] = found[at]
        at = _begin(at.astimezone(UTC) + timedelta(hours=36 if by_day else 1), by_day=by_day)
    return counts


def _begin(at: datetime, *, by_day: bool) -> datetime:
    hour = at.astimezone(LOCAL).replace(minute=0, second=0, microsecond=0)
    return hour.replace(hour=0) if by_day else hour


def _wordings(wave: Wave) -> None:
    """Each wording with its number, from when to when, and the way to the first that said so."""
    said: defaultdict[str, list[Message]] = defaultdict(list)
    for message in wave.copies:
        said[message.text].append(message)
    ranked = sorted(said.values(), key=len, reverse=True)
    with st.container(border=True, gap="xsmall", key="wordings"):
        say.small_heading(words.say("wave-wordings", n=len(ranked)))
        for copies in ranked[:MOST_WORDINGS]:
            _wording(copies, wave.around)
        if len(ranked) > MOST_WORDINGS:
            rest = sum(map(len, ranked[MOST_WORDINGS:]))
            say.meta(
                words.say("wave-wordings-more", wordings=len(ranked) - MOST_WORDINGS, n=rest), stretch=True
            )


def _wording(copies: Sequence[Message], around: Around) -> None:
    first, last = copies[0], copies[-1]
    with st.container(gap="xxsmall"):
        with say.row(spread=True):
            number = say.mark(words.say("times", n=len(copies)))
            when = say.small(times.stretch(first.sent_at, last.sent_at, around.now))
            say.line(words.joined(number, when, by=" "))
            st.button(
                words.say("open"),
                key=f"open_copy_{first.id}",
                type="tertiary",
                icon=say.icon("chevron_right"),
                icon_position="right",
                on_click=address.open_copy,
                args=[first.id],
            )
        if not (around.masks(first) and stranger.masked(first.text, str(first.id))):
            stranger.excerpt(first.text, ())


def _list(wave: Wave) -> None:
    """Every copy with its own time and writer; no words, so that nothing need be covered."""
    with st.expander(words.say("wave-all", n=len(wave.copies)), icon=say.icon("list")):
        table = [
            {words.text("wave-when"): times.stamp(m.sent_at), words.text("wave-who"): _writer(m)}
            for m in wave.copies
        ]
        st.dataframe(table, hide_index=True, alt=words.text("wave-all", n=len(table)))


def _writer(message: Message) -> str:
    return visible(f"@{message.author.handle}"[: stranger.NAME_LENGTH])
