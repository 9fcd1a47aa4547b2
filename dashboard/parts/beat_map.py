"""The beats' outlines, named in their middle; drawn here, nothing is loaded from anywhere."""

import json
from collections.abc import Iterator, Sequence
from math import cos, radians

import plotly.graph_objects as go

from casework.beat import Beat
from dashboard import words
from dashboard.inert import visible
from dashboard.parts import charts, palette
from streife.beat_outlines import middle

HEIGHT = 340
COLOURS = ("brand", "today", "hostile", "done", "rose", "quiet")
LONGEST_NAME = 40
Ring = Sequence[Sequence[float]]


def show(beats: Sequence[Beat]) -> None:
    """One filled outline a beat."""
    figure, norths = go.Figure(), [52.0]
    for number, one in enumerate(beats):
        colour = palette.colours()[COLOURS[number % len(COLOURS)]]
        rings = sorted(_rings(one.outline), key=len)
        for ring in rings:
            _draw(figure, ring, colour)
        if rings:
            norths = [point[1] for point in rings[-1]]
            _name(figure, middle(one.outline), visible(one.name)[:LONGEST_NAME])
    charts.style(figure, HEIGHT)
    figure.update_xaxes(visible=False)
    ratio = 1 / max(0.1, cos(radians(norths[0])))
    figure.update_yaxes(visible=False, scaleanchor="x", scaleratio=ratio)
    charts.show(figure, words.text("beats-map"), "beats_map")


def _draw(figure: go.Figure, ring: Ring, colour: str) -> None:
    easts, norths = zip(*((point[0], point[1]) for point in ring), strict=True)
    line = {"color": colour, "width": 1.5}
    figure.add_scatter(x=easts, y=norths, fill="toself", mode="lines", line=line, hoverinfo="skip")


def _name(figure: go.Figure, at: tuple[float, float], name: str) -> None:
    colour = palette.colours()["text"]
    figure.add_scatter(
        x=[at[0]],
        y=[at[1]],
        mode="text",
        text=[name],
        textfont={"color": colour, "size": 14},
        hoverinfo="skip",
    )


def _rings(outline: str) -> Iterator[Ring]:
    """The outer rings of a GeoJSON polygon or of several."""
    if not outline:
        return
    told = json.loads(outline)
    polygons = [told["coordinates"]] if told["type"] == "Polygon" else told["coordinates"]
    yield from (polygon[0] for polygon in polygons if polygon)
