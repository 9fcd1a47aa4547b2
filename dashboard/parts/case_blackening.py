"""Third persons' words that are blackened in a case's report and table: the list, adding, taking away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from casework import redaction
from casework.people import Officer, Person
from casework.ports import Work
from casework.record import Case
from casework.redaction import Redaction
from dashboard import identity, times, words
from dashboard.parts import dialogs, say, stranger, trouble
from dashboard.parts.dialog import dialog

NEAR_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Blackening:
    """What is blackened in the next export, in how many places each, what is `near`, what no longer is."""

    case: Case
    standing: Sequence[Redaction]
    places: Mapping[int, int]
    near: Sequence[str]
    lifted: Sequence[Redaction]
    names: Mapping[int, str]
    now: datetime
    works: bool


def read(work: Work, person: Person, case: Case, *, works: bool) -> Blackening:
    """Read the list and count the places for whoever may read the case."""
    known = work.find(Redaction, case_id=case.id)
    standing = [one for one in known if one.lifted_at is None]
    counts = redaction.places(work, person, case.id, [one.term for one in standing])
    places = {one.id: count for one, count in zip(standing, counts, strict=True)}
    ids = {one.officer_id for one in known} | {one.lifted_by for one in known if one.lifted_by}
    names = {o.id: o.name for o in work.find(Officer, id=sorted(ids))}
    lifted = [one for one in known if one.lifted_at]
    near = redaction.near(work, person, case.id)
    return Blackening(case, standing, places, near, lifted, names, work.now, works)


def show(blackening: Blackening) -> None:
    """One line a term, and what was lifted again folded away."""
    standing = blackening.standing
    say.heading(words.say("blackening"), words.number(len(standing)) if standing else None)
    with st.container(border=True, gap="small", key="blackening"):
        say.meta(words.say("blackening-why" if standing else "blackening-none"), stretch=True)
        for one in standing:
            _line(one, blackening)
        show_near(blackening.near)
        if blackening.works and st.button(
            words.say("blacken"), icon=say.icon("ink_marker"), type="tertiary", key="blacken"
        ):
            _add(blackening.case)
        if blackening.lifted:
            with st.expander(words.say("blackening-lifted", n=len(blackening.lifted))):
                for one in blackening.lifted:
                    stranger.text(one.term)
                    who = blackening.names.get(one.lifted_by or 0, "")
                    when = times.moment(one.lifted_at or one.begun_at, blackening.now)
                    say.meta(words.joined(words.quoted(who), when), stretch=True)


def show_near(found: Sequence[str]) -> None:
    """What can still be read and is like a word of the list: whoever exports decides."""
    if found:
        shown = found if len(found) <= NEAR_SHOWN else [*found[:NEAR_SHOWN], "…"]
        say.meta(words.say("blackening-near"), colour="orange", stretch=True)
        stranger.text(", ".join(shown))


def _line(one: Redaction, blackening: Blackening) -> None:
    with st.container(gap="xxsmall", key=f"black_{one.id}"):
        with say.row(spread=True):
            with say.group():
                say.line(say.icon("ink_marker"))
                stranger.name(one.term)
            if blackening.works and st.button(
                words.say("lift"), key=f"lift_{one.id}", type="tertiary", icon=say.icon("undo")
            ):
                _lift(one)
        who = words.quoted(blackening.names.get(one.officer_id, ""))
        met = words.say("blackening-places", n=blackening.places[one.id])
        when = times.moment(one.begun_at, blackening.now)
        say.meta(words.joined(met, words.quoted(one.reason), who, when), stretch=True)


def _add(case: Case) -> None:
    @dialog(words.text("blacken"), icon=say.icon("ink_marker"), width="medium")
    def form() -> None:
        say.meta(words.say("blacken-what"), stretch=True)
        term = st.text_input(words.text("blacken-term"), key="black_term", max_chars=redaction.LONGEST)
        if term.strip():
            with identity.looking() as (work, person):
                (met,) = redaction.places(work, person, case.id, [term])
            colour: say.Colour = "gray" if met else "orange"
            say.meta(words.say("blackening-places", n=met), colour=colour, stretch=True)
        reason = st.text_input(words.text("blacken-reason"), key="black_reason", max_chars=redaction.LONGEST)
        if dialogs.send("blacken", {"blacken-term": term, "blacken-reason": reason}) and trouble.attempt(
            lambda work, person: redaction.redact(work, person, case.id, term, reason)
        ):
            st.rerun()

    form()


def _lift(one: Redaction) -> None:
    @dialog(words.text("lift"), icon=say.icon("undo"))
    def form() -> None:
        stranger.text(one.term)
        reason = st.text_input(words.text("lift-reason"))
        if dialogs.send("lift", {"lift-reason": reason}) and trouble.attempt(
            lambda work, person: redaction.lift(work, person, one.id, reason)
        ):
            st.rerun()

    form()
