"""How much hostile text is enough for today: a considerate line, seen by oneself alone, that bars nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from casework import exposure, rotation
from casework.people import Officer, Person
from casework.ports import Work
from dashboard import times, words
from dashboard.parts import masking, say, trouble
from dashboard.words import Words

LATER = "limit_later"


@dataclass(frozen=True, slots=True)
class Load:
    """What was read today and the reader's own limit; who could go on, does, and for whom the reader does."""

    number: int
    limit: int
    now: datetime
    offered: Words
    readers: Words
    until: datetime | None
    reads_for: Words

    @property
    def enough(self) -> bool:
        """Whether the reader's own limit is reached."""
        return bool(self.limit) and self.number >= self.limit


def read(work: Work, person: Person, *, always: bool = False) -> Load:
    """The reader's own; who could go on is looked up where it is needed, or `always`."""
    number, limit = masking.read_today(work, person), exposure.wishes(work, person).daily_limit
    turns = rotation.resting(work, person)
    offered = not turns and (always or (limit and number >= limit))
    return Load(
        number,
        limit,
        work.now,
        _names(work, rotation.offers(work, person).values()) if offered else Words(""),
        _names(work, (t.reader_id for t in turns)),
        turns[0].ends_at if turns else None,
        _names(work, (t.officer_id for t in rotation.reading_for(work, person))),
    )


def show(load: Load) -> None:
    """Above the queue: nothing until there is something to say, and then it can be put off until tomorrow."""
    if load.reads_for:
        said = words.say("care-reads-for", names=load.reads_for)
        say.meta(words.joined(say.icon("swap_horiz"), said, by=" "))
    if load.readers:
        with say.row(spread=True):
            rests(load)
    elif load.enough and st.session_state.get(LATER) != exposure.today(load.now):
        with st.container(border=True, gap="xxsmall", key="care_enough"):
            _gently(load)


def rests(load: Load) -> None:
    """Who reads now, until when, and the way back."""
    until = times.moment(load.until or load.now, load.now)
    said = words.say("care-rests", names=load.readers, until=until)
    say.meta(words.joined(say.icon("self_improvement"), said, by=" "))
    st.button(words.say("care-read-on"), key="care_read_on", type="tertiary", on_click=_read_on)


def offer(load: Load) -> None:
    """Hand the next ones on, where a colleague is there."""
    if load.offered:
        st.button(
            words.say("care-rest", names=load.offered),
            key="care_rest",
            icon=say.icon("swap_horiz"),
            on_click=_rest,
        )
    else:
        say.meta(words.say("care-nobody-free"), stretch=True)


def _gently(load: Load) -> None:
    said = words.say("care-enough", n=load.number)
    say.line(words.joined(say.coloured(say.icon("self_improvement"), "violet"), said, by=" "))
    with say.row():
        offer(load)
        st.button(
            words.say("care-later"), key="care_later", type="tertiary", on_click=_later, args=[load.now]
        )
    say.meta(words.say("care-rest-why"), stretch=True)


def _names(work: Work, officer_ids: Iterable[int]) -> Words:
    ids = sorted(set(officer_ids))
    found = work.find(Officer, id=ids) if ids else []
    return words.listed([words.quoted(o.name) for o in found])


def _rest() -> None:
    trouble.attempt(rotation.rest)


def _read_on() -> None:
    trouble.attempt(rotation.end_rest)


def _later(now: datetime) -> None:
    st.session_state[LATER] = exposure.today(now)
