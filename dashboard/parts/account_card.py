"""One account: its state in a word, a strip per stream, last success and error in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import plotly.graph_objects as go
import streamlit as st

from casework.account import Account, Gap, GapState, Stream
from casework.clocks import LOCAL
from dashboard import hearing, times, words
from dashboard.hearing import Hearing
from dashboard.inert import visible
from dashboard.parts import charts, frame, palette, say
from dashboard.parts.around import Around
from dashboard.parts.say import Colour
from dashboard.words import Words

DAYS = 7
LONGEST_NAME = 24
ROW, BAR = 34, 16
MARGINS = {"l": 0, "r": 8, "t": 10, "b": 30}
LOOK: dict[Hearing, tuple[str, Colour]] = {
    Hearing.BROKEN: ("sensors_off", "red"),
    Hearing.OVERDUE: ("schedule", "orange"),
    Hearing.NEVER: ("pending", "gray"),
    Hearing.HEARD: ("check_circle", "green"),
}
STREAM_NAMES = ("mentions", "comments", "dms", "messages", "notifications")


@dataclass(frozen=True, slots=True)
class Card:
    """An account with its streams, their gaps and their state as of a moment."""

    account: Account
    streams: tuple[Stream, ...]
    gaps: tuple[Gap, ...]
    hearing: dict[int, Hearing]
    at: datetime

    @classmethod
    def of(cls, account: Account, streams: Sequence[Stream], gaps: Sequence[Gap], at: datetime) -> "Card":
        """The account's own streams and gaps out of all of them."""
        own = tuple(s for s in streams if s.account_id == account.id)
        ids = {s.id for s in own}
        states = {s.id: hearing.of(s, at) for s in own}
        return cls(account, own, tuple(g for g in gaps if g.stream_id in ids), states, at)

    @property
    def worst(self) -> int:
        """Rank of the worst stream; 0 is broken. An account that reads nothing was never heard."""
        order = list(Hearing)
        return min((order.index(h) for h in self.hearing.values()), default=order.index(Hearing.NEVER))

    @property
    def open_gaps(self) -> int:
        """How many intervals are known to be missing."""
        return sum(g.state is GapState.OPEN for g in self.gaps)


def show(card: Card, around: Around, *, polled: bool) -> None:
    """The card; `polled` tells whether anybody will ask the network again."""
    account = card.account
    with st.container(border=True, gap="xsmall", key=f"account_{account.id}"):
        with say.row(spread=True):
            with say.group():
                who = say.strong(around.name(account.officer_id))
                say.line(words.joined(who, words.label(account.platform)))
                say.meta(words.quoted(account.handle))
            _state(card)
        if not card.streams:
            say.meta(words.say("no-streams"), stretch=True)
            return
        left, right = st.columns([8, 5], gap="medium")
        with left:
            _strip(card)
        with right, st.container(gap="xxsmall"):
            say.line(say.strong(words.say("heard-last")))
            for stream in card.streams:
                _stream(stream, card.hearing[stream.id], around.now, polled=polled)
            _gaps(card, around.now)


def _state(card: Card) -> None:
    worst = list(Hearing)[card.worst]
    if worst is Hearing.HEARD and card.open_gaps:
        say.badge(words.say("strip-open"), "close", "red")
    else:
        say.badge(words.label(worst), *LOOK[worst])


def _stream(stream: Stream, state: Hearing, now: datetime, *, polled: bool) -> None:
    last = times.moment(stream.last_success_at, now) if stream.last_success_at else words.say("never")
    said = words.say("last-heard", stream=_name(stream), when=last)
    colour: Colour = "red" if state is Hearing.BROKEN else "gray"
    say.meta(words.joined(said, _next(stream, now) if polled else Words("")), colour=colour)
    if stream.error:
        kind = stream.error.partition(":")[0]
        known = kind if kind in ("AuthExpired", "RateLimited", "Transient", "SchemaChanged") else "Other"
        say.meta(words.say(f"error-{known.lower()}"), colour="red", stretch=True)
        say.meta(words.quoted(stream.error), stretch=True)


def _next(stream: Stream, now: datetime) -> Words:
    if stream.next_poll_at is None:
        return words.say("not-polled")
    if stream.next_poll_at <= now:
        return words.say("poll-due")
    return words.say("next-poll", when=times.moment(stream.next_poll_at, now))


def _gaps(card: Card, now: datetime) -> None:
    for gap in card.gaps:
        said = words.say(
            f"gap-{gap.state.value}",
            start=times.moment(gap.missed_from, now),
            end=times.moment(gap.missed_to, now),
        )
        say.meta(said, colour="red" if gap.state is GapState.OPEN else "gray", stretch=True)


def _name(stream: Stream) -> Words:
    return words.say(f"stream-{stream.name}") if stream.name in STREAM_NAMES else words.quoted(stream.name)


def _strip(card: Card) -> None:
    k, now = palette.colours(), card.at
    start, figure = now - timedelta(days=DAYS), go.Figure()
    looks = {
        GapState.FILLED: (k["quiet"], ".", words.text("strip-filled")),
        GapState.OPEN: (k["acute"], "x", words.text("strip-open")),
        GapState.LOST: (k["faint"], "/", words.text("strip-lost")),
    }
    for stream in card.streams:
        known = stream.name in STREAM_NAMES
        name = words.text(f"stream-{stream.name}") if known else visible(stream.name)[:LONGEST_NAME]
        heard = min(stream.last_success_at or start, now)
        _bar(figure, name, (start, heard), (k["brand"], "", words.text("strip-heard")))
        if heard < now and card.hearing[stream.id] is not Hearing.HEARD:
            _bar(figure, name, (heard, now), looks[GapState.OPEN])
        for gap in card.gaps:
            if gap.stream_id == stream.id and gap.missed_to > start:
                _bar(figure, name, (max(gap.missed_from, start), gap.missed_to), looks[gap.state])
    charts.style(figure, ROW * len(card.streams) + MARGINS["t"] + MARGINS["b"])
    figure.update_layout(barmode="overlay", margin=MARGINS)
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont_color=k["text"])
    _days(figure, start, now)
    charts.show(figure, words.text("strip-alt", open=card.open_gaps), f"strip_{card.account.id}")


def _bar(figure: go.Figure, name: str, when: tuple[datetime, datetime], look: tuple[str, str, str]) -> None:
    start, end = (moment.astimezone(LOCAL).replace(tzinfo=None) for moment in when)
    if end <= start:
        return
    colour, pattern, said = look
    figure.add_bar(
        y=[name],
        x=[(end - start).total_seconds() * 1000],
        base=[start],
        orientation="h",
        width=BAR / ROW,
        marker={
            "color": colour,
            "line_width": 0,
            "pattern": {
                "shape": pattern,
                "fillmode": "overlay",
                "fgcolor": palette.colours()["bg"],
                "size": 6,
                "solidity": 0.3,
            },
        },
        hovertemplate=f"{said}<br>{start:%d.%m. %H:%M} – {end:%d.%m. %H:%M}<extra></extra>",
    )


def _days(figure: go.Figure, start: datetime, now: datetime) -> None:
    local = now.astimezone(LOCAL).replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
    days = [local - timedelta(days=back) for back in range(0, DAYS, 3 if frame.compact() else 2)]
    figure.update_xaxes(
        type="date",
        automargin=False,
        tickangle=0,
        range=[at.astimezone(LOCAL).replace(tzinfo=None) for at in (start, now)],
        tickvals=days,
        ticktext=[times.day(day.date(), now.astimezone(LOCAL).date()) for day in days],
    )
