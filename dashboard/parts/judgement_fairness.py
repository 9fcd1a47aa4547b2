"""Whom false alarms hit: harmless texts called hostile, by group, by language, and lawful criticism."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

import plotly.graph_objects as go
import streamlit as st

from casework.labels import GROUPS
from dashboard import words
from dashboard.inert import visible
from dashboard.judgement import TOO_FAR_FROM_MEAN, Card, FalseAlarms, language_name, mean, odds
from dashboard.parts import charts, judgement_charts, palette, say
from dashboard.words import Words

WIDEST = 380
ROW, MARGIN = 38, 44
LONGEST_NAME, LINE = 32, 19  # characters: of a name, and of a line of it, as a phone has little room
STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
GROUPED = ("group", "complaints")
MOST_TICKS = 3  # a phone leaves room for no more
SIDES = (("group",), ("complaints", "language", "lawful"))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the chart: its share, where the true one lies, and whether it is far above the mean."""

    name: str
    share: float
    low: float
    high: float
    far: bool


def show(card: Card) -> None:
    """The mean in a sentence, then each view that the card has figures for."""
    found = {by: rows for side in SIDES for by in side if (rows := card.false_alarms(by))}
    if not found:
        return
    middle = card.share("figures", "false_alarms", "mean")
    say.heading(words.say("judge-fair"))
    say.paragraph(words.joined(_mean(middle), words.say("judge-fair-why"), by=" "))
    say.meta(words.say("judge-alarms-lines"), stretch=True)
    cells = st.grid(2, min_column_width=WIDEST, gap="small")
    for side in SIDES:
        shown = [by for by in side if by in found]
        if shown:
            with cells.container(gap="small", height="stretch"):
                for by in shown:
                    _panel(found[by], by, mean(found[by]) if middle is None else middle)


def group_name(name: str) -> str:
    """A group in the reader's words; one that nobody knows stays as it is."""
    return words.text(f"group-{name.replace(' ', '-')}") if name in GROUPS else visible(name)


def _mean(share: float | None) -> Words:
    if share is None:
        return Words("")
    found = odds(share)
    return words.say("judge-fair-mean", n=found.n, base=words.number(found.base))


def _panel(found: Sequence[FalseAlarms], by: str, middle: float) -> None:
    names = [(group_name if by in GROUPED else language_name)(one.name) for one in found]
    rows = [
        Row(
            f"{_folded(name[:LONGEST_NAME])}  <b>{_of(one)}</b>",
            one.share,
            one.low,
            one.high,
            _far(one, middle),
        )
        for name, one in zip(names, found, strict=True)
    ]
    heads = [words.text(key) for key in ("judge-alarmed", "judge-share", "judge-between", "judge-texts")]
    table = [
        dict(zip(heads, (name, _percent(one.share), _between(one), one.texts), strict=True))
        for name, one in zip(names, found, strict=True)
    ]
    with st.container(border=True, gap="xsmall", height="stretch"):
        figure, sub = judgement_charts.kept(_figure, middle, *rows), words.say(f"judge-alarms-{by}")
        charts.panel(_finding(found, names, middle), sub, figure, f"judge_alarms_{by}", table)


def _folded(name: str) -> str:
    return "<br>".join(escape(line) for line in wrap(name, LINE))


def _finding(found: Sequence[FalseAlarms], names: Sequence[str], middle: float) -> Words:
    """What the chart proves: nobody, surely somebody, or somebody if it is not chance."""
    if not found[0].called:
        return words.say("judge-alarms-none")
    far = [n for n, one in enumerate(found) if _far(one, middle)]
    surely = [n for n in far if _surely(found[n], middle)]
    worst = (surely or far or [0])[0]
    key = "judge-alarms-far" if surely else "judge-alarms-chance" if far else "judge-alarms-even"
    return words.say(key, label=names[worst], n=found[worst].called, of=found[worst].texts)


def _far(one: FalseAlarms, middle: float) -> bool:
    return one.share > TOO_FAR_FROM_MEAN * middle


def _surely(one: FalseAlarms, middle: float) -> bool:
    """One text, or a line that reaches below the limit, proves nothing; a card may say nothing of that."""
    return (one.low > TOO_FAR_FROM_MEAN * middle and one.called > 1) or not _told(one)


def _told(one: FalseAlarms | Row) -> bool:
    """Whether the card says where the true share lies."""
    return (one.low, one.high) != (0.0, 1.0)


def _figure(middle: float, *rows: Row) -> go.Figure:
    k, figure = palette.colours(), go.Figure()
    for row in rows:
        if _told(row):
            charts.interval(figure, row.name, row.low, row.high)
    figure.add_scatter(
        x=[row.share for row in rows],
        y=[row.name for row in rows],
        mode="markers",
        marker={
            "color": [k["today" if row.far else "brand"] for row in rows],
            "symbol": ["diamond" if row.far else "circle" for row in rows],
            "size": 12,
        },
        cliponaxis=False,
        hoverinfo="skip",
    )
    charts.style(figure, ROW * len(rows) + MARGIN)
    for at, dash in ((middle, "dot"), (TOO_FAR_FROM_MEAN * middle, "dash")):
        figure.add_vline(x=at, line={"color": k["muted"], "width": 1, "dash": dash})
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont_color=k["text"])
    ends = [row.high if _told(row) else row.share for row in rows]
    return _shares(figure, max(TOO_FAR_FROM_MEAN * middle, *ends))


def _shares(figure: go.Figure, most: float) -> go.Figure:
    """An axis of shares from none to the largest drawn, with round ticks."""
    most = max(most, STEPS[0])
    step = next((step for step in STEPS if most / step < MOST_TICKS), STEPS[-1])
    ticks = [step * n for n in range(MOST_TICKS + 1) if step * n <= most]
    figure.update_xaxes(range=[-0.02 * most, 1.06 * most], showgrid=True, gridcolor=palette.colours()["line"])
    return figure.update_xaxes(
        tickvals=ticks, ticktext=[str(words.percent(one)) for one in ticks], tickangle=0
    )


def _of(one: FalseAlarms) -> str:
    return words.text("n-of", n=one.called, of=one.texts)


def _between(one: FalseAlarms) -> str:
    return f"{_percent(one.low)} – {_percent(one.high)}"


def _percent(share: float) -> str:
    return words.text("percent-tenth", n=words.number(round(100 * share, 1)))
