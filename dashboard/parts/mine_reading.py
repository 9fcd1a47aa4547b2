"""The reader's own count of hostile messages, the own limit, and covering: nobody else sees any of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from casework import exposure
from casework.people import Officer, Person
from casework.ports import Work
from dashboard import times, words
from dashboard.parts import care_limit, say, trouble
from dashboard.parts.care_limit import Load


@dataclass(frozen=True, slots=True)
class Reading:
    """Local day -> hostile messages read uncovered; and whether hostile texts are covered."""

    week: Mapping[date, int]
    covers: bool


def read(work: Work, person: Person) -> Reading:
    """The last seven days."""
    return Reading(exposure.week(work, person), person.officer.mask_hostile)


def show(reading: Reading, load: Load) -> None:
    """Today beside the limit, the days before, the offer to hand on, and the truth about who can see it."""
    with st.container(border=True, gap="small", key="mine_reading"):
        said = words.say("mine-today", n=load.number)
        say.heading(words.say("mine-reading"), said)
        _days(reading)
        _limit(load)
        if load.readers:
            care_limit.rests(load)
        else:
            care_limit.offer(load)
        say.meta(words.say("care-rest-why"), stretch=True)
        _covers(covers=reading.covers)
        say.meta(words.joined(say.icon("lock"), words.say("mine-private"), by=" "), stretch=True)


def _days(reading: Reading) -> None:
    """The last day is today."""
    last = max(reading.week)
    with say.row():
        for day, number in reading.week.items():
            say.badge(
                words.joined(times.day(day, last), words.number(number)),
                colour="violet" if number else "gray",
            )


def _limit(load: Load) -> None:
    st.session_state["mine_limit"] = load.limit
    st.number_input(
        words.text("mine-limit"),
        min_value=0,
        max_value=exposure.HIGHEST_LIMIT,
        step=5,
        key="mine_limit",
        on_change=_keep_limit,
        help=words.text("mine-limit-why"),
        width=260,
    )


def _keep_limit() -> None:
    limit = int(st.session_state["mine_limit"])
    trouble.attempt(lambda work, person: exposure.wish(work, person, daily_limit=limit))


def _covers(*, covers: bool) -> None:
    st.session_state["mine_mask"] = covers
    st.toggle(
        words.text("setting-mask"), key="mine_mask", on_change=_keep_mask, help=words.text("mine-mask-why")
    )


def _keep_mask() -> None:
    hide = bool(st.session_state["mine_mask"])
    st.session_state["setting_mask"] = hide

    def keep(work: Work, person: Person) -> None:
        work.replace(replace(work.get(Officer, person.id), mask_hostile=hide))
        work.record(person.login, "setting_changed", f"officer:{person.id}", {"mask_hostile": hide})

    trouble.attempt(keep)
