"""Whether the model still fits what arrives here: the newest finding in plain words, and what helps."""

from datetime import datetime

import streamlit as st

from casework import drift_log
from casework.clocks import LOCAL
from casework.drift import ENOUGH, Aspect, Finding, Level, Shift, Window
from casework.errors import StreifeError
from casework.people import Person
from casework.roles import oversees
from dashboard import desk, identity, times, words
from dashboard.judgement import Card, label_name, language_name
from dashboard.parts import say, trouble
from dashboard.parts.say import Colour
from dashboard.words import Words

PAGE = "app_pages/judgement.py"
LOOK: dict[Level, tuple[str, Colour]] = {
    Level.STEADY: ("check_circle", "green"),
    Level.WATCH: ("visibility", "orange"),
    Level.ALARM: ("warning", "red"),
}
MEANS = (Aspect.SURENESS, Aspect.EMERGENCY, Aspect.HOSTILITY, Aspect.WORDS)
REMEDIES = ("reread", "correct", "learn", "cause")


def show(finding: Finding | None) -> None:
    """The verdict on the whole, the windows, each aspect, and at an alarm the remedies."""
    with st.container(border=True, gap="xsmall", key=f"judge_drift_{_state(finding)}"):
        say.heading(words.say("judge-drift"))
        if finding is None:
            say.meta(words.say("drift-none"), stretch=True)
            return
        if not finding.enough:
            say.meta(_too_few(finding), stretch=True)
            return
        _verdict(finding.level)
        say.meta(_windows(finding), stretch=True)
        _table(finding)
        say.meta(words.say("drift-scale"), stretch=True)
        if finding.level is not Level.STEADY:
            _remedies(finding)


def alarm(person: Person) -> None:
    """For pages of those who oversee: an alarm alone, and the way to the whole; nothing for all others."""
    if not oversees(person):
        return
    try:
        with identity.looking() as (work, _):
            finding = drift_log.latest(work, Card(desk.model_card()).version)
    except StreifeError as error:
        trouble.show(error)
        return
    if finding is None or finding.level is not Level.ALARM:
        return
    with st.container(border=True, gap="xxsmall", key="drift_alarm"), say.row(spread=True):
        _verdict(finding.level)
        if st.button(
            words.say("drift-look"),
            key="drift_look",
            type="tertiary",
            icon=say.icon("chevron_right"),
            icon_position="right",
        ):
            st.switch_page(PAGE)


def _state(finding: Finding | None) -> str:
    return finding.level.value if finding and finding.enough else "none"


def _verdict(level: Level) -> None:
    symbol, colour = LOOK[level]
    said = words.joined(say.icon(symbol), words.say(f"drift-{level.value}"), by=" ")
    say.line(say.coloured(say.strong(said), colour), stretch=True)


def _too_few(finding: Finding) -> Words:
    if finding.examined_at < finding.reference.end:
        return words.say("drift-early", day=_day(finding.reference.end))
    counted = {"before": finding.reference.messages, "now": finding.recent.messages}
    return words.say("drift-few", **counted, enough=ENOUGH)


def _windows(finding: Finding) -> Words:
    return words.say("drift-windows", before=_window(finding.reference), now=_window(finding.recent))


def _window(window: Window) -> Words:
    first, last = _day(window.begin), _day(window.end)
    return words.say("drift-window", n=window.messages, first=first, last=last)


def _day(moment: datetime) -> Words:
    return times.full_day(moment.astimezone(LOCAL).date())


def _table(finding: Finding) -> None:
    head = tuple(words.say(f"drift-{column}") for column in ("aspect", "before", "now", "index", "level"))
    rows = [_row(shift) for shift in sorted(finding.shifts, key=lambda shift: -shift.index)]
    lines = [head, (":--", "--:", "--:", "--:", ":--"), *rows]
    st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def _row(shift: Shift) -> tuple[Words, ...]:
    symbol, colour = LOOK[shift.level]
    level = words.joined(say.coloured(say.icon(symbol), colour), words.label(shift.level), by=" ")
    index = words.number(round(shift.index, 2))
    return _named(shift), words.percent(shift.before), words.percent(shift.now), index, level


def _named(shift: Shift) -> Words:
    """The aspect, and of several sorts the one that moved most."""
    if shift.aspect in MEANS or shift.aspect is Aspect.ABSTENTION or not shift.sort:
        return words.label(shift.aspect)
    name = language_name(shift.sort) if shift.aspect is Aspect.LANGUAGE else label_name(shift.sort)
    return words.say("drift-sort", aspect=words.label(shift.aspect), sort=name)


def _remedies(finding: Finding) -> None:
    moved = {shift.aspect for shift in finding.shifts if shift.level is not Level.STEADY}
    say.small_heading(words.say("drift-remedy"))
    for name in (*REMEDIES, *(("language",) if Aspect.LANGUAGE in moved else ())):
        with st.container(horizontal=True, gap="xsmall", wrap=False):
            say.line(say.coloured(say.icon("build"), "blue"))
            say.line(words.say(f"drift-remedy-{name}"), stretch=True)
