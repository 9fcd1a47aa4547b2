"""What reading again found here: how much of what was judged harmless was more than that."""

from dataclasses import dataclass

import plotly.graph_objects as go
import streamlit as st

from casework import spot_check
from casework.spot_check import Found, Miss, Tally
from dashboard import desk, words
from dashboard.parts import charts, palette, say
from dashboard.words import Words

BASE = 1_000
ROW, MARGIN = 34, 44
STEPS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of miss: how many, their share of all drawn at the least, and its 95 % interval."""

    name: str
    found: int
    least: float
    low: float
    high: float


def show(tally: Tally) -> None:
    """The sentence, what it means for a thousand, and each kind with its interval."""
    say.heading(words.say("judge-reread"))
    every, due = tally.every, tally.due
    if not every.reread:
        say.meta(words.say("judge-reread-none", n=every.drawn), stretch=True)
        return
    said = words.say("judge-reread-found", n=every.missed, of=every.reread)
    if not due.drawn:
        say.line(say.strong(said), stretch=True)
        say.meta(words.say("judge-reread-early"), stretch=True)
        return
    rows = _rows(due)
    bounds = {"low": _of_thousand(rows[0].low), "high": _of_thousand(rows[0].high)}
    between = words.say("judge-reread-range", **bounds)
    say.line(words.joined(say.strong(said), between, by=" "), stretch=True)
    say.meta(words.say("judge-reread-sub", drawn=due.drawn, open=due.unread), stretch=True)
    charts.show(_figure(rows), f"{said} {between}", "judge_reread_figure")
    with st.expander(words.say("as-table")):
        st.dataframe([_told(row) for row in rows], hide_index=True, alt=words.text("judge-reread"))


def _rows(due: Found) -> list[Row]:
    sampling = desk.sampling()
    counted: list[tuple[str, Miss | None, int]] = [(words.text("judge-reread-all"), None, due.missed)]
    counted += [(words.text(words.key_of(kind)), kind, due.kinds[kind]) for kind in Miss]
    return [
        Row(name, found, found / due.drawn, *spot_check.bounds(sampling, due, kind))
        for name, kind, found in counted
    ]


def _of_thousand(share: float) -> Words:
    return words.number(round(share * BASE))


def _told(row: Row) -> dict[str, object]:
    return {
        words.text("judge-reread-what"): row.name,
        words.text("judge-reread-misses"): row.found,
        words.text("judge-reread-least"): _percent(row.least),
        words.text("judge-reread-between"): f"{_percent(row.low)} – {_percent(row.high)}",
    }


def _percent(share: float) -> str:
    return words.text("percent-tenth", n=words.number(round(100 * share, 1)))


def _figure(rows: list[Row]) -> go.Figure:
    k, figure = palette.colours(), go.Figure()
    for row in rows:
        charts.interval(figure, row.name, row.low, row.high)
    figure.add_scatter(
        x=[row.least for row in rows],
        y=[row.name for row in rows],
        mode="markers+text",
        marker={"color": k["brand"], "size": 12},
        text=[f"<b>{row.found}</b>" for row in rows],
        textposition="top center",
        textfont={"color": k["text"], "size": 12},
        cliponaxis=False,
        hoverinfo="skip",
    )
    charts.style(figure, ROW * len(rows) + MARGIN)
    most = max(row.high for row in rows)
    ticks = _ticks(most)
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont_color=k["text"])
    return figure.update_xaxes(
        range=[-0.02 * most, 1.06 * most],
        showgrid=True,
        gridcolor=k["line"],
        tickvals=ticks,
        ticktext=[_percent(tick) for tick in ticks],
        tickangle=0,
    )


def _ticks(most: float) -> list[float]:
    """Round shares from none up to the largest that is drawn."""
    step = next((step for step in STEPS if most / step < MOST_TICKS), STEPS[-1])
    return [step * n for n in range(MOST_TICKS + 1) if step * n <= most]
