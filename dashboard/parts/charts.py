"""One look for every figure: no title inside, thin grid, direct labels, the reader's numbers and theme."""

from collections.abc import Mapping, Sequence

import pandas  # noqa: F401 - Plotly asks whether it is there; half imported by another thread it breaks
import plotly.graph_objects as go
import streamlit as st
from plotly.basedatatypes import BaseTraceType

from dashboard import words
from dashboard.parts import palette, say
from dashboard.words import Words

FONT = "Atkinson, Noto Sans, sans-serif"
SEPARATORS = {"de": ",.", "en": ".,", "nl": ",.", "sv": ", "}


def interval(figure: go.Figure, name: str, low: float, high: float) -> None:
    """A quiet line on the row `name`: between its ends the true share lies."""
    figure.add_scatter(
        x=[low, high],
        y=[name, name],
        mode="lines",
        line={"color": palette.colours()["quiet"], "width": 3},
        hoverinfo="skip",
    )


def style(figure: go.Figure, height: int = 230, *, y: bool = True, legend: bool = False) -> go.Figure:
    """Dress a figure; `height` in pixels (below 70 plotly drops its tick labels)."""
    k = palette.colours()
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 8, "t": 28 if legend else 8, "b": 4},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": 13, "color": k["text"]},
        separators=SEPARATORS[words.language()],
        bargap=0.28,
        showlegend=legend,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal"},
        hoverlabel={"bgcolor": k["panel"], "bordercolor": k["line"], "font": {"color": k["text"]}},
        dragmode=False,
    )
    figure.update_xaxes(
        showgrid=False, zeroline=False, linecolor=k["line"], tickfont_color=k["muted"], automargin=True
    )
    figure.update_yaxes(
        gridcolor=k["line"],
        zeroline=False,
        visible=y,
        tickfont_color=k["muted"],
        automargin=True,
        ticklabelstandoff=6,
    )
    return figure


def show(figure: go.Figure, alt: str, key: str) -> None:
    """Draw it, with what it says in words for those who cannot see it.

    Streamlit's Plotly knows no language but English: its bar of tools is hidden, dates on axes are ours
    (`ticktext`), and nothing tells anything under the pointer but what has words of its own.
    """
    figure.for_each_trace(_quiet)
    st.plotly_chart(figure, theme=None, alt=alt, key=key, config={"displayModeBar": False})


def _quiet(trace: BaseTraceType) -> None:
    if not trace.hovertemplate:
        trace.hoverinfo = "skip"


def panel(
    title: Words, sub: Words, figure: go.Figure, key: str, table: Sequence[Mapping[str, object]]
) -> None:
    """A finding, what it was measured from, the figure, and its table."""
    say.line(say.strong(title), stretch=True)
    say.meta(sub, stretch=True)
    show(figure, f"{title}. {sub}", key)
    with st.expander(words.say("as-table")):
        st.dataframe(list(table), hide_index=True, alt=str(title))
