import subprocess
import sys
from datetime import date

import plotly.graph_objects as go
import streamlit as st

from dashboard.parts import charts

WHOLE = "import sys, dashboard.parts.charts; assert hasattr(sys.modules['pandas'], 'Series')"


def test_who_draws_a_chart_has_pandas_whole():
    # Plotly takes a pandas that another thread is just importing for a whole one, and breaks.
    subprocess.run([sys.executable, "-c", WHOLE], check=True)


def test_nothing_is_told_under_the_pointer_in_words_that_are_not_ours(monkeypatch):
    drawn = []
    monkeypatch.setattr(st, "plotly_chart", lambda figure, **given: drawn.append((figure, given["config"])))
    figure = go.Figure()
    figure.add_bar(x=[date(2026, 3, 1)], y=[1])
    figure.add_bar(x=[date(2026, 3, 1)], y=[1], hovertemplate="1. März<extra></extra>")
    charts.show(figure, "Zwei Balken", "bars")
    [(shown, config)] = drawn
    assert [trace.hoverinfo for trace in shown.data] == ["skip", None]
    assert config == {"displayModeBar": False}
