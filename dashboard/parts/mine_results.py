"""What became of cases about the reader: one sentence each, without a word of any message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from casework import outcome
from casework.outcome import ProsecutorResult
from casework.people import Person
from casework.ports import Work
from casework.record import Case
from dashboard import times, words
from dashboard.parts import case_result, say

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Mine:
    """The proceedings, the newest first."""

    found: Sequence[tuple[Case, ProsecutorResult]]
    now: datetime


def read(work: Work, person: Person) -> Mine:
    """Nothing where the reader wants to hear nothing."""
    return Mine(outcome.mine(work, person), work.now)


def show(mine: Mine) -> None:
    """Only where there is something: an empty place would say that nothing came of it."""
    if not mine.found:
        return
    with st.container(border=True, gap="small", key="mine_results"):
        say.heading(words.say("mine-results"), words.number(len(mine.found)))
        say.meta(words.say("mine-results-why"), stretch=True)
        for case, one in mine.found[:SHOWN]:
            _one(case, one, mine.now)


def _one(case: Case, one: ProsecutorResult, now: datetime) -> None:
    with st.container(gap="xxsmall", key=f"mine_result_{one.id}"):
        with say.row(spread=True):
            case_result.badge(one.state)
            day = date.fromisoformat(one.decided_on) if one.decided_on else None
            say.meta(times.full_day(day) if day else times.moment(one.noted_at, now))
        say.line(words.say(f"mine-result-{one.state.value.replace('_', '-')}"), stretch=True)
        numbers = (words.quoted(one.office), words.quoted(one.file_number), words.quoted(case.number))
        say.meta(words.joined(*numbers), stretch=True)
