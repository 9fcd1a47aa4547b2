"""The supervisor's charts: each title states what its numbers say, or stays neutral."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

import plotly.graph_objects as go

from casework.figures import DayCount, Span, Tips
from casework.labels import Intent, Platform
from dashboard import sums, times, words
from dashboard.parts import charts, frame, palette
from dashboard.sums import Sort

Label = TypeVar("Label", Intent, Platform)
HEIGHT = 230


def messages(counts: Sequence[DayCount], span: Span) -> None:
    """Messages by day, stacked by sort."""
    k = palette.colours()
    figure = go.Figure()
    looks = {
        Sort.TALK: (k["brand"], ""),
        Sort.HELP: (k["done"], "."),
        Sort.CRITICISM: (k["quiet"], "\\"),
        Sort.HOSTILE: (k["hostile"], "/"),
    }
    found = sums.by_day(counts)
    days = [span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1)]
    for sort, (colour, pattern) in looks.items():
        figure.add_bar(
            name=words.text(f"sort-{sort.value}"),
            x=days,
            y=[found.get((day, sort), 0) for day in days],
            marker=_marker(colour, pattern),
            customdata=[str(times.full_day(day)) for day in days],
            hovertemplate=f"%{{customdata}}<br>{words.text(f'sort-{sort.value}')}: %{{y:,}}<extra></extra>",
        )
    figure.update_layout(barmode="stack")
    charts.style(figure, HEIGHT, legend=True).update_layout(bargap=0.12)
    _dates(figure, days)
    grown = sums.change(counts, span.first, span.last)
    title = words.say("chart-messages")
    if grown is not None:
        title = words.say("chart-more" if grown > 0 else "chart-fewer", share=words.percent(abs(grown)))
    table = [{words.text("day"): times.day(day, span.last), **_row(found, day)} for day in reversed(days)]
    charts.panel(title, words.say("chart-messages-sub"), figure, "chart_messages", table)


def ranking(found: Mapping[Label, int], name: str) -> None:
    """Messages by platform or intent, most first."""
    k: dict[str, str] = palette.colours()
    labels = [words.text(words.key_of(key)) for key in found]
    first = sums.foremost(found)
    figure = go.Figure(
        go.Bar(
            x=list(found.values()),
            y=labels,
            orientation="h",
            marker_color=[k["brand" if key is first else "quiet"] for key in found],
            text=list(found.values()),
            textposition="outside",
            textfont={"color": k["text"]},
            cliponaxis=False,
            hoverinfo="skip",
        )
    )
    charts.style(figure, max(HEIGHT, 28 * len(found) + 20)).update_layout(margin_r=40)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_xaxes(visible=False)
    title = words.say(f"chart-{name}")
    everything = sum(found.values())
    if first is not None:
        share = words.percent(found[first] / everything)
        title = words.say(f"chart-{name}-first", label=words.label(first), share=share)
    table = [
        {words.text(f"filter-{name}"): label, words.text("messages"): n}
        for label, n in zip(labels, found.values(), strict=True)
    ]
    charts.panel(title, words.say(f"chart-{name}-sub"), figure, f"chart_{name}", table)


def tips(found: Sequence[Tips]) -> None:
    """What became of the tips."""
    k, steps = palette.colours(), sums.funnel(found)
    labels = [words.text(key) for key in steps]
    figure = go.Figure(
        go.Bar(
            x=list(steps.values()),
            y=labels,
            orientation="h",
            marker_color=[k["faint"], k["quiet"], k["brand"], k["brand"], k["done"]],
            text=[words.number(n) for n in steps.values()],
            textposition="outside",
            textfont={"color": k["text"]},
            cliponaxis=False,
            hoverinfo="skip",
        )
    )
    charts.style(figure, HEIGHT).update_layout(margin_r=40)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_xaxes(visible=False)
    title = words.say("chart-tips")
    if steps["tips-accepted"]:
        share = words.percent(steps["tips-helpful"] / steps["tips-accepted"])
        title = words.say("chart-tips-helpful", share=share)
    table = [
        {words.text("step"): label, words.text("messages"): n}
        for label, n in zip(labels, steps.values(), strict=True)
    ]
    charts.panel(title, words.say("chart-tips-sub"), figure, "chart_tips", table)


def _marker(colour: str, pattern: str) -> dict[str, object]:
    looks = {"shape": pattern, "fillmode": "overlay", "fgcolor": palette.colours()["bg"], "size": 5}
    return {"color": colour, "line_width": 0, "pattern": {**looks, "solidity": 0.2}}


def _row(found: Mapping[tuple[date, Sort], int], day: date) -> dict[str, str | int | float]:
    return {words.text(f"sort-{sort.value}"): found.get((day, sort), 0) for sort in Sort}


def _dates(figure: go.Figure, days: Sequence[date]) -> None:
    shown = days[-1 :: -max(1, len(days) // (2 if frame.compact() else 4))]
    figure.update_xaxes(
        tickangle=0,
        tickvals=list(shown),
        ticktext=[str(times.day(day, days[-1])) for day in shown],
    )
