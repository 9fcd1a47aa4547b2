"""The strip: a bar for each stream, exact on hover; what is known, filled in, missing, late or blind."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import plotly.graph_objects as go

from casework.account import Stream
from casework.clocks import LOCAL
from casework.ledger import Heard, Interval
from dashboard import times, words
from dashboard.parts import account_names, charts, palette, say
from dashboard.parts.account_names import LOOK

ROW, BAR = 34, 16
MARGINS = {"l": 0, "r": 8, "t": 10, "b": 30}
NARROWEST = 1 / 250  # of the whole: what is missing for a minute stays visible
DAY = timedelta(days=1)
TICKS = {1: timedelta(hours=4), 7: DAY, 30: 5 * DAY}
Bars = dict[Heard, list[tuple[str, Interval]]]


def legend() -> None:
    """What the looks mean."""
    with say.row(gap="small"):
        for state, (icon, colour, _, _) in LOOK.items():
            say.badge(words.label(state), icon, colour)


def show(
    streams: Sequence[Stream], ledgers: Mapping[int, Sequence[Interval]], days: int, key: str, alt: str
) -> None:
    """One bar a stream over so many days; `alt` says in words what is to be seen."""
    k, figure, bars = palette.colours(), go.Figure(), _bars(streams, ledgers)
    begin = min(one[0].start for one in ledgers.values())
    end = begin + timedelta(days=days)
    for state, found in bars.items():
        _add(figure, state, found, narrowest=(end - begin) * NARROWEST)
    charts.style(figure, ROW * len(streams) + MARGINS["t"] + MARGINS["b"])
    figure.update_layout(barmode="overlay", margin=MARGINS)
    names = [account_names.plain(stream) for stream in streams]
    figure.update_yaxes(
        categoryorder="array", categoryarray=names[::-1], showgrid=False, tickfont_color=k["text"]
    )
    _ticks(figure, begin, end, days)
    charts.show(figure, alt, key)


def _bars(streams: Sequence[Stream], ledgers: Mapping[int, Sequence[Interval]]) -> Bars:
    """By state, the complete first: what is missing is drawn above it."""
    found: Bars = defaultdict(list)
    for stream in streams:
        for one in ledgers[stream.id]:
            found[one.state].append((account_names.plain(stream), one))
    return {state: found[state] for state in Heard if found[state]}


def _add(
    figure: go.Figure, state: Heard, found: Sequence[tuple[str, Interval]], *, narrowest: timedelta
) -> None:
    _, _, shade, pattern = LOOK[state]
    widths = [max(one.length, narrowest) for _, one in found]
    figure.add_bar(
        y=[name for name, _ in found],
        x=[width.total_seconds() * 1_000 for width in widths],
        base=[_local(one.start) for _, one in found],
        orientation="h",
        width=BAR / ROW,
        marker={"color": palette.colours()[shade], "line_width": 0, "pattern": _pattern(pattern)},
        customdata=[[_exact(one.start), _exact(one.end)] for _, one in found],
        hovertemplate=f"{words.label(state)}<br>%{{customdata[0]}} – %{{customdata[1]}}<extra></extra>",
    )


def _pattern(shape: str) -> dict[str, object]:
    ground = palette.colours()["bg"]
    return {"shape": shape, "fillmode": "overlay", "fgcolor": ground, "size": 6, "solidity": 0.3}


def _ticks(figure: go.Figure, begin: datetime, end: datetime, days: int) -> None:
    """Newest first: in a narrow window house.css shows every third only."""
    last = _local(end)
    step = TICKS.get(days, DAY)
    first = last.replace(hour=last.hour // 4 * 4 if days == 1 else 0, minute=0, second=0, microsecond=0)
    ticks = [at for n in range(days * 6 + 1) if (at := first - n * step) >= _local(begin)]
    today = last.date()
    told = [f"{at:%H:%M}" if days == 1 else times.day(at.date(), today) for at in ticks]
    figure.update_xaxes(
        type="date",
        automargin=False,
        tickangle=0,
        range=[_local(begin), last],
        tickvals=ticks,
        ticktext=told,
    )


def _local(at: datetime) -> datetime:
    """Plotly knows no zones."""
    return at.astimezone(LOCAL).replace(tzinfo=None)


def _exact(at: datetime) -> str:
    local = at.astimezone(LOCAL)
    return f"{times.day(local.date(), local.date())} {times.clock(at)}"
