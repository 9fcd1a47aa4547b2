"""What came of cases that went to a prosecutor: sums over the stations, never an officer and never a case."""

import plotly.graph_objects as go
import streamlit as st

from casework.outcome import PENDING, ProsecutionState
from casework.proceedings import Summary
from dashboard import words
from dashboard.parts import charts, palette, say

ROW, SPARE, LEAST = 30, 40, 150


def show(found: Summary) -> None:
    """How many were handed over, how long it took, and the proceedings by state."""
    with st.container(border=True, gap="xsmall", key="results_chart"):
        say.line(say.strong(words.say("chart-results")), stretch=True)
        if not found.handed_over:
            say.meta(words.say("chart-results-none"), stretch=True)
            return
        say.meta(words.say("chart-results-sub"), stretch=True)
        _numbers(found)
        states = {state: n for state in ProsecutionState if (n := found.states.get(state, 0))}
        if states:
            _chart(states)


def _numbers(found: Summary) -> None:
    shown = {
        "results-handed-over": words.number(found.handed_over),
        "results-unanswered": words.number(found.unanswered),
        "results-median": words.say("none")
        if found.median_days is None
        else words.say("results-days", n=round(found.median_days)),
    }
    cells = st.grid(len(shown), min_column_width=150, gap="small")
    for key, value in shown.items():
        cells.metric(words.text(key), value)


def _chart(states: dict[ProsecutionState, int]) -> None:
    k = palette.colours()
    labels = [words.text(words.key_of(state)) for state in states]
    figure = go.Figure(
        go.Bar(
            x=list(states.values()),
            y=labels,
            orientation="h",
            marker_color=[k["quiet" if state in PENDING else "brand"] for state in states],
            text=[words.number(n) for n in states.values()],
            textposition="outside",
            textfont={"color": k["text"]},
            cliponaxis=False,
            hoverinfo="skip",
        )
    )
    charts.style(figure, max(LEAST, ROW * len(states) + SPARE)).update_layout(margin_r=40)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_xaxes(visible=False)
    table = [
        {words.text("result-state"): label, words.text("results-proceedings"): n}
        for label, n in zip(labels, states.values(), strict=True)
    ]
    title = words.text("chart-results")
    charts.show(figure, f"{title}. {words.text('chart-results-sub')}", "chart_results")
    with st.expander(words.say("as-table")):
        st.dataframe(table, hide_index=True, alt=title)
