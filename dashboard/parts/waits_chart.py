"""How long people wait for a look or an answer: a time only where it is nobody's own, counts everywhere."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import plotly.graph_objects as go
import streamlit as st

from casework.people import Station
from casework.waiting import FEWEST_MESSAGES, FEWEST_OFFICERS, Step, Wait
from dashboard import sums, times, words
from dashboard.parts import charts, palette, say
from dashboard.words import Words

LOWEST, ROW = 130, 46
BEYOND = 1.25  # the longest bar, so far goes the line of what has no end yet
MINUTES = timedelta(minutes=1)
HOURS = timedelta(hours=1)
LONG = timedelta(hours=3)


def show(waits: Sequence[Wait], stations: Mapping[int, Station], step: Step, now: datetime) -> None:
    """Of the newest week the median and middle 80 %, and of all weeks shown who still waits."""
    found = sums.latest(waits, step)
    timed = [wait for wait in found if wait.median is not None]
    sub = words.say("chart-waits-sub", week=times.full_day(found[0].week))
    table = [_row(wait, stations, now) for wait in found]
    title = _title(found, step)
    if timed:
        charts.panel(title, sub, _figure(timed, stations), f"chart_{step.value}", table)
    else:
        say.line(say.strong(title), stretch=True)
        say.meta(words.say("waits-none", week=times.full_day(found[0].week)), stretch=True)
        with st.expander(words.say("as-table")):
            st.dataframe(table, hide_index=True, alt=str(title))
    say.meta(_waiting(waits, step, now), stretch=True)


def rule() -> None:
    """From how many on a time is told, and what it is reckoned from."""
    said = words.say("waits-rule", officers=FEWEST_OFFICERS, messages=FEWEST_MESSAGES)
    say.meta(said, stretch=True)


def _title(found: Sequence[Wait], step: Step) -> Words:
    """Which is the longest is told only where every place has a time."""
    places = [wait for wait in found if wait.platform]
    first, median = found[0].platform, found[0].median
    if len(places) == 1 or first is None or any(wait.median is None for wait in places) or median is None:
        return words.say(f"chart-{step.value}")
    span = times.span(median.total_seconds())
    return words.say(f"chart-{step.value}-longest", label=words.label(first), span=span)


def _waiting(waits: Sequence[Wait], step: Step, now: datetime) -> Words:
    still, since = sums.waiting(waits, step)
    said = words.say(f"waits-{step.value}", n=still)
    if since is None:
        return said
    return words.joined(said, words.say("waits-since", age=times.span((now - since).total_seconds())), by=" ")


def _figure(found: Sequence[Wait], stations: Mapping[int, Station]) -> go.Figure:
    """One line a place, its name above the line: names are long and the figure may be narrow."""
    k, figure = palette.colours(), go.Figure()
    longest = max(_highest(wait) for wait in found)
    unit, key = (HOURS, "span-hours") if longest > LONG else (MINUTES, "span-minutes")
    for row, wait in enumerate(found):
        median, low = wait.median or timedelta(), wait.low or timedelta()
        ends = [low / unit, _highest(wait) / unit]
        line = {"color": k["faint"], "width": 8}
        figure.add_scatter(x=ends, y=[row, row], mode="lines", line=line, hoverinfo="skip")
        if wait.high is None:
            on = {**line, "width": 4, "dash": "dot"}
            figure.add_scatter(
                x=[ends[1], BEYOND * longest / unit], y=[row, row], mode="lines", line=on, hoverinfo="skip"
            )
        figure.add_scatter(
            x=[median / unit], y=[row], marker={"color": k["brand"], "size": 12}, hoverinfo="skip"
        )
        said = f"{_place(wait, stations)}  <b>{times.span(median.total_seconds())}</b>"
        figure.add_annotation(
            x=0, xref="paper", xanchor="left", y=row - 0.42, text=said, showarrow=False, font_size=12
        )
    charts.style(figure, max(LOWEST, ROW * len(found) + 40), y=False).update_layout(margin_l=8)
    figure.update_yaxes(range=[len(found) - 0.5, -0.8])
    figure.update_xaxes(rangemode="tozero", ticksuffix=words.text(key, n=""), tickangle=0, nticks=6)
    return figure


def _highest(wait: Wait) -> timedelta:
    """Where the slowest tenth still waits nobody knows; from what is known a dotted line goes on."""
    return wait.high or wait.median or timedelta()


def _place(wait: Wait, stations: Mapping[int, Station]) -> Words:
    if wait.platform is None or wait.station_id is None:
        return words.say("waits-together")
    platform = words.text(words.key_of(wait.platform))
    return Words(platform if len(stations) == 1 else f"{platform} · {stations[wait.station_id].name}")


def _row(wait: Wait, stations: Mapping[int, Station], now: datetime) -> dict[str, str | int | float]:
    since = times.span((now - wait.since).total_seconds()) if wait.since else words.text("waits-unsaid")
    return {
        words.text("filter-platform"): _place(wait, stations),
        words.text("median"): _time(wait, wait.median),
        words.text("low"): _time(wait, wait.low),
        words.text("high"): _time(wait, wait.high),
        words.text("messages"): wait.messages,
        words.text("waits-still"): wait.waiting,
        words.text("waits-oldest"): since,
    }


def _time(wait: Wait, at: timedelta | None) -> str:
    if wait.few:
        return words.text("waits-few")
    return words.text("waits-open") if at is None else times.span(at.total_seconds())
