"""What reading again found here: how much of what was judged harmless was more than that."""

from dataclasses import dataclass

import plotly.graph_objects as go
import streamlit as st

from casework.spot_check import Miss, Tally
from dashboard import desk, words
from dashboard.parts import charts, palette, say
from dashboard.words import Words

BASE = 1_000
ROW, MARGIN = 34, 44
STEPS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of miss: how many, and the exact 95 % interval of its share."""

    name: str
    found: int
    share: float
    low: float
    high: float


def show(tally: Tally) -> None:
    """The sentence, what it means for a thousand, and each kind with its interval."""
    say.heading(words.say("judge-reread"))
    if not tally.reread:
        say.meta(words.say("judge-reread-none", n=tally.drawn), stretch=True)
        return
    rows = _rows(tally)
    every = rows[0]
    said = words.say("judge-reread-found", n=tally.missed, of=tally.reread)
    bounds = {"low": _of_thousand(every.low), "high": _of_thousand(every.high)}
    between = words.say("judge-reread-range", **bounds)
    say.line(words.joined(say.strong(said), between, by=" "), stretch=True)
    say.meta(words.say("judge-reread-sub", drawn=tally.drawn, reread=tally.reread), stretch=True)
    charts.show(_figure(rows), f"{said} {between}", "judge_reread_figure")
    with st.expander(words.say("as-table")):
        st.dataframe([_told(row) for row in rows], hide_index=True, alt=words.text("judge-reread"))


def _rows(tally: Tally) -> list[Row]:
    counted = [(words.text("judge-reread-all"), tally.missed)]
    counted += [(words.text(words.key_of(kind)), tally.kinds[kind]) for kind in Miss]
    sampling = desk.sampling()
    return [
        Row(name, found, found / tally.reread, *sampling.interval(found, tally.reread))
        for name, found in counted
    ]


def _of_thousand(share: float) -> Words:
    return words.number(round(share * BASE))


def _told(row: Row) -> dict[str, object]:
    return {
        words.text("judge-reread-what"): row.name,
        words.text("judge-reread-misses"): row.found,
        words.text("judge-share"): _percent(row.share),
        words.text("judge-reread-between"): f"{_percent(row.low)} – {_percent(row.high)}",
    }


def _percent(share: float) -> str:
    return words.text("percent-tenth", n=words.number(round(100 * share, 1)))


def _figure(rows: list[Row]) -> go.Figure:
    k, figure = palette.colours(), go.Figure()
    for row in rows:
        charts.interval(figure, row.name, row.low, row.high)
    figure.add_scatter(
        x=[row.share for row in rows],
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
