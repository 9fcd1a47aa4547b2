"""Who is alarmed when nobody acknowledges an emergency, in which order and after how long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

import streamlit as st

from casework import country, standby
from casework.account import Account
from casework.escalation import Alarm
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.standby import Hours, Standby
from dashboard import identity, words
from dashboard.parts import say, trouble
from dashboard.words import Words
from streife.public_holidays import PublicHolidays

LANGUAGES = {"de": "Deutsch", "en": "English", "nl": "Nederlands", "sv": "Svenska"}
HOLIDAYS = PublicHolidays()
SAVED = "standby_saved"


@dataclass(frozen=True, slots=True)
class Roster:
    """The plan in force, who may stand on its lists, who answers for the station, and what waits now."""

    plan: Standby
    hours: Hours
    officers: Mapping[int, Officer]
    on_call: Mapping[Hours, Sequence[int]]
    heads: Sequence[int]
    waiting: int
    passed_on: int

    def names(self, ids: Sequence[int]) -> Words:
        """Several officers' names, inert."""
        return words.joined(*(words.quoted(self.officers[i].name) for i in ids), by=", ")


def show(station: Station, _: Person) -> None:
    """What holds now, said loudly where nobody is on standby; beneath it the plan itself."""
    with identity.looking() as (work, _):
        roster = _read(work, station)
    _now(roster)
    _plan(station, roster)


def _read(work: Work, station: Station) -> Roster:
    plan = standby.of(work, station.id)
    on_call = {hours: standby.on_call(work, plan, hours) for hours in Hours}
    members, heads = standby.members(work, station.id), standby.heads(work, station.id)
    officers = {o.id: o for o in work.find(Officer, id=sorted({*members, *heads}))}
    accounts = {a.id for a in work.find(Account, station_id=station.id)}
    waiting = [one.id for one in work.alarms() if one.account_id in accounts]
    passed_on = len(work.find(Alarm, message_id=waiting)) if waiting else 0
    now = standby.hours_at(plan, station.land, work.now, HOLIDAYS)
    return Roster(plan, now, officers, on_call, heads, len(waiting), passed_on)


def _now(roster: Roster) -> None:
    """Where a list is empty that comes first, in red; then who is next at this hour."""
    for hours in Hours:
        if not roster.on_call[hours]:
            _nobody(roster, hours)
    first = roster.on_call[roster.hours]
    with say.row(spread=True):
        said = words.say(f"standby-now-{roster.hours.value}")
        next_one = words.say("standby-first", name=roster.names(first[:1])) if first else words.Words("")
        say.line(words.joined(say.icon("schedule"), words.joined(said, next_one), by=" "))
        waiting = words.say("standby-waiting", n=roster.waiting, passed=roster.passed_on)
        say.meta(waiting, colour="red" if roster.waiting else "gray")
    unreached = [
        i for i in {*roster.plan.office, *roster.plan.off} & roster.officers.keys() if not _mail(roster, i)
    ]
    if unreached:
        said = words.say("standby-no-mail", names=roster.names(sorted(unreached)))
        say.meta(words.joined(say.icon("mail_off"), said, by=" "), colour="orange", stretch=True)


def _mail(roster: Roster, officer_id: int) -> str:
    return roster.officers[officer_id].email.strip()


def _nobody(roster: Roster, hours: Hours) -> None:
    with st.container(border=True, gap="xxsmall", key=f"no_standby_{hours.value}"):
        title = words.joined(say.icon("e911_emergency"), words.say(f"standby-nobody-{hours.value}"), by=" ")
        say.line(say.coloured(say.strong(title), "red"), stretch=True)
        heads = roster.names(roster.heads)
        said = words.say("standby-heads", names=heads) if heads else words.say("standby-nobody-at-all")
        say.meta(said, stretch=True)


def _plan(station: Station, roster: Roster) -> None:
    plan, key = roster.plan, f"standby_{station.id}"
    seen = st.session_state.setdefault(f"{key}_revision", plan.revision)
    left, right = st.columns(2, gap="medium")
    with left, st.container(border=True, gap="small", height="stretch"):
        say.heading(words.say("standby-lists"))
        off = _list(roster, Hours.OFF, key)
        office = _list(roster, Hours.OFFICE, key)
        begin, end = st.columns(2, gap="small")
        starts = begin.time_input(words.text("standby-begin"), _time(plan.office_begin), key=f"{key}_begin")
        ends = end.time_input(words.text("standby-end"), _time(plan.office_end), key=f"{key}_end")
        say.meta(words.say("standby-hours-why", land=words.land(station.land)), stretch=True)
    with right, st.container(border=True, gap="small", height="stretch"):
        say.heading(words.say("standby-pace"))
        minutes = _minutes("minutes", plan.minutes, standby.MOST_MINUTES, key)
        maybe = _minutes("maybe", plan.maybe_minutes, standby.MOST_MAYBE_MINUTES, key)
        say.meta(words.say("standby-pace-why"), stretch=True)
        answer = st.toggle(words.text("first-answer"), value=plan.first_answer, key=f"{key}_answer")
        say.meta(words.say("first-answer-why"), stretch=True)
        _wordings(station)
    changed = replace(
        plan,
        minutes=minutes,
        maybe_minutes=maybe,
        office_begin=f"{starts:%H:%M}",
        office_end=f"{ends:%H:%M}",
        office=office,
        off=off,
        first_answer=answer,
        revision=seen,
    )
    _save(changed, key, same=changed == replace(plan, revision=seen))


def _list(roster: Roster, hours: Hours, key: str) -> tuple[int, ...]:
    """The officers of one list in their order; whoever left stands on it no more."""
    chosen = st.multiselect(
        words.text(f"standby-{hours.value}"),
        list(roster.officers),
        default=list(roster.on_call[hours]),
        format_func=lambda i: roster.officers[i].name,
        placeholder=words.text("standby-choose"),
        key=f"{key}_{hours.value}",
    )
    return tuple(chosen)


def _minutes(name: str, value: int, most: int, key: str) -> int:
    label = words.text(f"standby-{name}")
    return int(st.number_input(label, min_value=1, max_value=most, value=value, step=1, key=f"{key}_{name}"))


def _wordings(station: Station) -> None:
    told = country.country_of(station.land)
    with st.expander(words.say("first-answer-words"), icon=say.icon("translate")):
        for language, text in told.first_answer.items():
            say.meta(
                words.joined(words.Words(LANGUAGES[language]), words.quoted(text), by=": "), stretch=True
            )
        say.meta(words.say("first-answer-source", source=told.source), stretch=True)


def _save(changed: Standby, key: str, *, same: bool) -> None:
    with say.row():
        pressed = st.button(words.say("standby-save"), type="primary", key=f"{key}_save", disabled=same)
        if pressed and trouble.attempt(lambda work, person: standby.arrange(work, person, changed)):
            st.session_state.pop(f"{key}_revision", None)
            st.session_state[SAVED] = True
            st.rerun()
        if st.session_state.pop(SAVED, False):
            said = words.joined(say.icon("check_circle"), words.say("standby-saved"), by=" ")
            say.line(say.coloured(said, "green"))


def _time(told: str) -> time:
    return time.fromisoformat(told)
