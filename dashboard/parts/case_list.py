"""All cases a person may read, the ones whose clock ends first on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from casework import binding, clocks
from casework.clocks import LOCAL, ApplicationClock
from casework.message import Message
from casework.people import Station
from casework.ports import Work
from casework.record import Case, CaseItem, CaseState
from dashboard import address, times, words
from dashboard.parts import badges, say, stranger
from dashboard.words import Words
from streife.public_holidays import PublicHolidays

NEAR_DAYS = 14
CARD_WIDTH = 400
ORDER = (CaseState.OPEN, CaseState.SENT, CaseState.CLOSED)


@dataclass(frozen=True, slots=True)
class Fact:
    """What the list says of one case beyond its own record."""

    clock: ApplicationClock
    items: int
    today: date


def facts(work: Work, cases: Sequence[Case]) -> dict[int, Fact]:
    """Clock and number of messages of each case; reads no message's words."""
    if not cases:
        return {}
    items = binding.items(work, case_id=[c.id for c in cases])
    messages = {m.id: m for m in _messages(work, items)}
    seen = clocks.first_seen(work, messages.values())
    stations = {s.id: s for s in work.find(Station, id=sorted({c.station_id for c in cases}))}
    today = clocks.local_day(work.now)
    made = {}
    for case in cases:
        acts = [seen[i.message_id] for i in items if i.case_id == case.id]
        clock = clocks.of_case(case, acts, stations[case.station_id].land, PublicHolidays(), today)
        made[case.id] = Fact(clock, len(acts), today)
    return made


def show(cases: Sequence[Case], known: dict[int, Fact]) -> None:
    """One card a case."""
    if not cases:
        say.empty("shield_person", "blue", words.say("no-cases"), words.say("no-cases-why"))
        return
    cells = st.grid(2, min_column_width=CARD_WIDTH, gap="small")
    for case in sorted(cases, key=lambda c: (ORDER.index(c.state), known[c.id].clock.last_day, c.id)):
        with cells.container(border=True, gap="xxsmall", height="stretch", key=f"case_{case.id}"):
            _card(case, known[case.id])


def left(case: Case, fact: Fact) -> tuple[Words, bool]:
    """How long the clock runs, and whether that is worth a warning."""
    days = (fact.clock.last_day - fact.today).days
    if days < 0:
        return words.say("clock-over", day=times.full_day(fact.clock.last_day)), case.state is CaseState.OPEN
    return words.say("clock-left", n=days), case.state is CaseState.OPEN and days <= NEAR_DAYS


def passed(fact: Fact) -> Words:
    """For how many other acts of the case the clock has run out; nothing where there is none."""
    n = fact.clock.passed
    return words.say("clock-passed", n=n) if n else Words("")


def _messages(work: Work, items: Sequence[CaseItem]) -> list[Message]:
    ids = sorted({i.message_id for i in items})
    return work.find(Message, id=ids) if ids else []


def _card(case: Case, fact: Fact) -> None:
    with say.row(spread=True):
        with say.group():
            badges.of(case.state)
            say.meta(words.quoted(case.number))
        said, near = left(case, fact)
        if case.state is CaseState.OPEN:
            said = words.joined(say.icon("schedule"), words.joined(said, passed(fact)), by=" ")
            say.meta(said, colour="orange" if near else "gray")
        else:
            say.meta(times.full_day((case.ended_at or case.opened_at).astimezone(LOCAL).date()))
    stranger.text(case.title)
    with say.row(spread=True):
        who = words.say("for-whom", who=case.entitled_person, role=words.label(case.person_role))
        say.meta(words.joined(who, words.say("n-messages", n=fact.items)))
        st.button(
            words.say("open"),
            key=f"open_case_{case.id}",
            type="tertiary",
            icon=say.icon("chevron_right"),
            icon_position="right",
            on_click=address.put,
            args=["case", str(case.id)],
        )
