"""Charts of how the model judges: a hundred as dots, each label's two shares, what a percent is worth."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

from dashboard import words
from dashboard.judgement import LabelFigures, Odds, Point, label_name, off
from dashboard.parts import charts, palette, say

DOTS, ROWS = 100, 4
DOTS_HEIGHT = 74
ROW, PAIRS_MARGIN = 30, 40
DIAGRAM_HEIGHT = 170
DIAGRAM_WIDTH = 150
SMALLEST, LARGEST = 5, 13
LONGEST_NAME = 28
MOST_KEPT = 256


def kept(draw: Callable[..., go.Figure], *facts: Hashable) -> go.Figure:
    """The figure, drawn once: plotly needs 20 ms for each, and what a model's card says stands still."""
    return _drawn(draw, st.context.theme.type, words.language(), *facts)


@lru_cache(maxsize=MOST_KEPT)
def _drawn(draw: Callable[..., go.Figure], _theme: str | None, _language: str, *facts: Hashable) -> go.Figure:
    return draw(*facts)


def dots(odds: Odds, colour: str, alt: str, key: str) -> None:
    """A hundred dots, of which as many are filled as the sentence says; other bases have no picture."""
    if odds.base != DOTS:
        return
    charts.show(kept(_dots_figure, odds.n, colour), alt, key)


def _dots_figure(filled: int, colour: str) -> go.Figure:
    k, wide = palette.colours(), DOTS // ROWS
    figure = go.Figure()
    looks = ((range(filled), k[colour], k[colour]), (range(filled, DOTS), k["bg"], k["quiet"]))
    for numbers, fill, edge in looks:
        figure.add_scatter(
            x=[n // ROWS for n in numbers],
            y=[n % ROWS for n in numbers],
            mode="markers",
            marker={"color": fill, "size": 8, "line": {"color": edge, "width": 1.2}},
            hoverinfo="skip",
        )
    charts.style(figure, DOTS_HEIGHT, y=False)
    figure.update_xaxes(visible=False, range=[-0.7, wide - 0.3])
    figure.update_yaxes(range=[ROWS - 0.4, -0.6])
    return figure.update_layout(margin={"l": 0, "r": 0, "t": 4, "b": 4})


def pairs(found: Sequence[LabelFigures], kind: str) -> None:
    """For each label how many true ones are found, and how many of those named are right."""
    figure = kept(_pairs_figure, *found)
    title = words.say(f"judge-kind-{kind}")
    if len(found) > 1:
        best, worst = words.label(found[0].label), words.label(found[-1].label)
        title = words.say(f"judge-kind-{kind}-first", best=best, worst=worst)
    table = [
        {
            words.text(f"filter-{kind}" if kind == "intent" else "question-hostility"): _label(one),
            words.text("judge-found"): words.percent(one.recall),
            words.text("judge-right"): words.percent(one.precision),
            words.text("judge-texts"): one.texts,
        }
        for one in found
    ]
    charts.panel(title, words.say("judge-pairs-sub"), figure, f"judge_{kind}", table)


def _pairs_figure(*found: LabelFigures) -> go.Figure:
    k, figure = palette.colours(), go.Figure()
    names = [_label(one) for one in found]
    for name, one in zip(names, found, strict=True):
        ends = [one.recall, one.precision]
        figure.add_scatter(
            x=ends, y=[name, name], mode="lines", line={"color": k["faint"], "width": 6}, showlegend=False
        )
    looks = (("recall", "judge-found", "brand", "circle"), ("precision", "judge-right", "today", "diamond"))
    for part, key, colour, symbol in looks:
        shares = [getattr(one, part) for one in found]
        other = [one.precision if part == "recall" else one.recall for one in found]
        first = part == "recall"
        figure.add_scatter(
            name=words.text(key),
            x=shares,
            y=names,
            mode="markers+text",
            marker={"color": k[colour], "size": 12, "symbol": symbol},
            text=[str(words.percent(share)) for share in shares],
            textposition=[_side(a, b, first) for a, b in zip(shares, other, strict=True)],
            textfont={"color": k["text"], "size": 12},
            cliponaxis=False,
            hoverinfo="skip",
        )
    charts.style(figure, ROW * len(found) + PAIRS_MARGIN + 28, legend=True)
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont_color=k["text"])
    figure.update_xaxes(range=[-0.02, 1.16], showgrid=True, gridcolor=k["line"], **percents())
    return figure


def _side(share: float, other: float, first: bool) -> str:
    """The numbers stand outside of the pair; equal ones are told apart by who comes first."""
    right = share > other or (share == other and not first)
    return "middle right" if right else "middle left"


def _label(one: LabelFigures) -> str:
    return words.text(words.key_of(one.label))


def reliability(found: Mapping[str, Sequence[Point]]) -> None:
    """One small diagram a label: the chance said across, the share that came true upwards."""
    cells = st.grid("auto", min_column_width=DIAGRAM_WIDTH, gap="small")
    for label, points in found.items():
        with cells.container(gap="xxsmall", height="stretch"):
            say.line(say.strong(words.quoted(label_name(label)[:LONGEST_NAME])))
            say.meta(words.say("judge-points-off", n=points_off(off(points))))
            alt = words.text("judge-diagram-alt", label=label_name(label))
            charts.show(kept(_diagram, *points), alt, f"judge_reliability_{label}")
    with st.expander(words.say("as-table")):
        rows = [
            {
                words.text("verdict-question"): label_name(label),
                words.text("judge-said"): words.percent(said),
                words.text("judge-came"): words.percent(came),
                words.text("judge-texts"): texts,
            }
            for label, points in found.items()
            for said, came, texts in points
        ]
        st.dataframe(rows, hide_index=True, alt=words.text("judge-percent"))


def points_off(error: float) -> float:
    """A calibration error in percentage points, to one place."""
    return round(100 * error, 1)


def _diagram(*points: Point) -> go.Figure:
    k, figure = palette.colours(), go.Figure()
    said, came, texts = zip(*points, strict=True)
    most = max(texts)
    sizes = [SMALLEST + (LARGEST - SMALLEST) * (n / most) ** 0.5 for n in texts]
    line = {"color": k["muted"], "width": 1, "dash": "dot"}
    figure.add_scatter(x=[0, 1], y=[0, 1], mode="lines", line=line, hoverinfo="skip")
    figure.add_scatter(
        x=said,
        y=came,
        mode="lines+markers",
        line={"color": k["brand"], "width": 1.5},
        marker={"color": k["brand"], "size": sizes, "opacity": 1},
        cliponaxis=False,
        hoverinfo="skip",
    )
    charts.style(figure, DIAGRAM_HEIGHT).update_layout(margin_r=24)
    axis = {"range": [0, 1.02], **percents()}
    figure.update_xaxes(**axis, showgrid=True, gridcolor=k["line"])
    figure.update_yaxes(**axis)
    return figure


def percents() -> dict[str, object]:
    """The ticks of an axis of shares, as the reader writes them."""
    ticks = (0.0, 0.5, 1.0)
    return {"tickvals": ticks, "ticktext": [str(words.percent(one)) for one in ticks], "tickangle": 0}
