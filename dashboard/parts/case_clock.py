"""Until when a person may apply for prosecution, drawn as a bar, and which sections a human should check."""

from datetime import date, timedelta

import plotly.graph_objects as go

from casework.clocks import LOCAL
from casework.record import Case, CaseState
from dashboard import times, words
from dashboard.parts import case_form, case_list, charts, palette, say
from dashboard.parts.case_list import Fact

HEIGHT = 74
MARGINS = {"l": 36, "r": 42, "t": 6, "b": 34}
APART = 0.13


def show(case: Case, fact: Fact) -> None:
    """Days left, the bar, what the clock counts from, and the hints."""
    say.heading(words.say("clock-77b"))
    key = "clock-until" if fact.clock.running else "clock-cautious"
    until = words.say(key, day=times.full_day(fact.clock.last_day))
    with say.row(spread=True):
        if case.state is CaseState.OPEN:
            said, near = case_list.left(case, fact)
            say.line(say.coloured(say.strong(said), "orange" if near else "gray"))
        else:
            day = times.full_day((case.ended_at or case.opened_at).astimezone(LOCAL).date())
            say.line(words.say("clock-ended", day=day))
        say.meta(until)
    if fact.clock.passed:
        say.meta(case_list.passed(fact), stretch=True)
    _bar(case, fact)
    say.meta(words.say("clock-running" if fact.clock.running else "clock-not-running"), stretch=True)
    if case.hints:
        say.line(say.strong(words.say("hints-to-check")))
        for hint in case.hints:
            say.line(words.say(f"hint-{hint}") if hint in case_form.HINTS else words.quoted(hint))
        say.meta(words.say("hints-no-verdict"), stretch=True)


def _bar(case: Case, fact: Fact) -> None:
    k, start, end = palette.colours(), fact.clock.since, fact.clock.last_day
    now = min(max(fact.today, start), end)
    figure = go.Figure()
    _piece(figure, start, now, {"color": k["quiet"]})
    pattern = {"shape": "/", "fillmode": "overlay", "fgcolor": k["bg"], "size": 6, "solidity": 0.3}
    colour = k["today"] if case.state is CaseState.OPEN else k["faint"]
    _piece(figure, now, end, {"color": colour, "pattern": pattern})
    charts.style(figure, HEIGHT, y=False).update_layout(barmode="overlay", margin=MARGINS)
    shown = {start: times.day(start, fact.today), end: times.day(end, fact.today)}
    days = max((end - start).days, 1)
    if APART < (now - start).days / days < 1 - APART:
        shown[now] = words.say("today")
    figure.update_xaxes(
        type="date",
        automargin=False,
        tickangle=0,
        range=[start, max(end, start + timedelta(days=1))],
        tickvals=list(shown),
        ticktext=[str(said) for said in shown.values()],
    )
    alt = words.text("clock-alt", start=times.full_day(start), end=times.full_day(end))
    charts.show(figure, alt, "clock")


def _piece(figure: go.Figure, start: date, end: date, marker: dict[str, object]) -> None:
    length = (end - start).total_seconds() * 1000
    figure.add_bar(y=[""], x=[length], base=[start], orientation="h", marker=marker, hoverinfo="skip")
