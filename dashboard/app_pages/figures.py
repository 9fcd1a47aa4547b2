"""Response: what people write to us, how long they wait, and what became of their tips."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

import streamlit as st

from casework import ledger, proceedings
from casework.clocks import LOCAL
from casework.figures import Counts, DayCount, OpenAlarms, Span, Tips
from casework.people import Role, Station
from casework.unheard import Unheard, unheard
from casework.waiting import Step
from dashboard import desk, identity, sums, times, words
from dashboard.parts import (
    figure_gaps,
    frame,
    judgement_drift,
    response_charts,
    results_chart,
    say,
    waits_chart,
)

WEEKS = {"weeks-4": 4, "weeks-8": 8, "weeks-26": 26}
DEFAULT = "weeks-8"


def page() -> None:
    """Sums of the supervisor's stations; never a message, never an officer."""
    with identity.looking() as (work, person):
        ids = sorted(person.stations(Role.SUPERVISOR))
        stations = {s.id: s for s in work.find(Station, id=ids)}
        now, results = work.now, proceedings.summary(work, person)
    frame.head(words.say("door-figures"), person, status=False)
    weeks = WEEKS[say.switch("weeks", list(WEEKS), _labels(), DEFAULT)]
    today = now.astimezone(LOCAL).date()
    span = Span(today - timedelta(days=7 * weeks - 1), today)
    figure_gaps.show(_missing(span), stations, now)
    counts = desk.counts()
    days, tips = counts.days(span, ids), counts.tips(span, ids)
    _alarm(counts.alarm(ids), now.timestamp())
    judgement_drift.alarm(person)
    if not days:
        say.empty("monitoring", "blue", words.say("no-figures"), words.say("no-figures-why"))
        results_chart.show(results)
        return
    _metrics(days, tips, weeks)
    _charts(days, tips, span, counts, stations, now)
    results_chart.show(results)
    say.meta(words.say("figures-no-officer"), stretch=True)


def _missing(span: Span) -> list[Unheard]:
    with identity.looking() as (work, person):
        end = ledger.as_of(work, training=desk.store().training)
        begin = datetime.combine(span.first, time(), LOCAL)
        return unheard(work, person.stations(Role.SUPERVISOR), begin, end)


def _labels() -> dict[str, words.Words]:
    return {key: words.say(key) for key in WEEKS}


def _alarm(alarm: OpenAlarms, now: float) -> None:
    """That none waits is said only where all is judged, and nothing is perhaps one."""
    if alarm.waiting and alarm.oldest_at:
        age = times.span(now - alarm.oldest_at.timestamp())
        with st.container(border=True, key="alarm"):
            said = words.say("alarm-waiting", n=alarm.waiting, age=age)
            said = words.joined(say.icon("e911_emergency"), said, by=" ")
            say.line(say.coloured(say.strong(said), "red"))
    for key, icon, number in (
        ("alarm-maybe", "priority_high", alarm.maybe),
        ("alarm-unjudged", "hourglass_top", alarm.unjudged),
    ):
        if number:
            said = words.joined(say.icon(icon), words.say(key, n=number), by=" ")
            say.line(say.coloured(said, "orange"))
    if not (alarm.waiting or alarm.maybe or alarm.unjudged):
        said = words.joined(say.icon("check_circle"), words.say("alarm-none"), by=" ")
        say.line(say.coloured(said, "green"))


def _metrics(days: Sequence[DayCount], tips: Sequence[Tips], weeks: int) -> None:
    funnel, share = sums.funnel(tips), sums.hostile_share(days)
    shown = {
        "metric-messages": words.number(round(sums.total(days) / weeks)),
        "metric-tips": words.number(funnel["tips-handed-over"]),
        "metric-helpful": words.number(funnel["tips-helpful"]),
        "metric-hostile": words.percent(share) if share is not None else words.say("none"),
    }
    cells = st.grid(len(shown), min_column_width=150, gap="small")
    for key, value in shown.items():
        cells.metric(words.text(key), value, border=True)


def _charts(
    days: Sequence[DayCount],
    tips: Sequence[Tips],
    span: Span,
    counts: Counts,
    stations: Mapping[int, Station],
    now: datetime,
) -> None:
    cells = st.grid(2, min_column_width=340, gap="small")
    with cells.container(border=True, gap="xsmall", height="stretch"):
        response_charts.messages(days, span)
    with cells.container(border=True, gap="xsmall", height="stretch"):
        response_charts.tips(tips)
    with cells.container(border=True, gap="xsmall", height="stretch"):
        response_charts.ranking(sums.by_intent(days), "intent")
    with cells.container(border=True, gap="xsmall", height="stretch"):
        response_charts.ranking(sums.by_platform(days), "platform")
    waits = counts.waits(span, list(stations), now)
    for step in Step:
        if sums.latest(waits, step):
            with cells.container(border=True, gap="xsmall", height="stretch"):
                waits_chart.show(waits, stations, step, now)
    if waits:
        waits_chart.rule()


page()
