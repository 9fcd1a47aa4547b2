"""Care at the desk, a line each: abuse of oneself that others have, threats to tell of, what is enough."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import streamlit as st

from casework import care as caring
from casework import exposure
from casework.care import Summary, Talk
from casework.errors import StreifeError
from casework.exposure import Telling, Wishes
from casework.message import Message
from casework.people import Officer, Person, Role, Station
from casework.ports import Work
from casework.reading import letter
from casework.roles import spared
from dashboard import identity, view, words
from dashboard.parts import care_asking, care_limit, say, trouble
from dashboard.parts.acute_strip import LOOK_SECONDS
from dashboard.parts.around import Around, around
from dashboard.words import Words

PAGE = "app_pages/mine.py"
SUMMED, AFRESH = "summed", timedelta(minutes=5)
MOST_TOLD, MOST_NAMED = 3, 3


def door() -> None:
    """The way to the reader's own page."""
    st.page_link(PAGE, label=words.text("door-mine"), icon=say.icon("volunteer_activism"))


def warn() -> None:
    """For those in charge, loudly: officers who must read abuse of themselves, as nobody else is there."""
    with identity.looking() as (work, person):
        bare = caring.uncovered(work, person)
        if not bare:
            return
        near = around(work, person, (), {a.officer_id for a in bare})
        stations = {s.id: s.name for s in work.find(Station, id=sorted({a.station_id for a in bare}))}
    with st.container(border=True, gap="xxsmall", key="care_uncovered"):
        for station_id, name in stations.items():
            whom = dict.fromkeys(a.officer_id for a in bare if a.station_id == station_id)
            said = words.say("care-uncovered", station=name, names=near.names(whom))
            say.line(say.coloured(words.joined(say.icon("shield"), said, by=" "), "red"), stretch=True)
        say.meta(words.say("care-uncovered-why"), stretch=True)


def show() -> None:
    """What the triage says above the queue; nothing where there is nothing to say."""
    with identity.looking() as (work, person):
        story = _summary(work, person)
        near = around(work, person, (), _named(story))
        untold = caring.untold(work, person)
        victims = around(work, person, untold)
        limit = care_limit.read(work, person)
    _emergencies()
    if story:
        _story(story, near)
    if untold:
        _untold(untold, victims)
    care_limit.show(limit)


def about(message: Message, near: Around, helpers: Sequence[Officer]) -> None:
    """Above an open message that is aimed at an officer: who knows, who has it, and why it is shown."""
    if near.at_oneself(message):
        care_asking.to_oneself(message, helpers)
    elif message.aimed:
        with identity.looking() as (work, person):
            told = work.find(Talk, message_id=message.id)
            tells = person.has(Role.CASE_OFFICER, near.accounts[message.account_id].station_id)
            near = around(work, person, [message], (talk.by_id for talk in told))
        care_asking.to_colleague(message, near, told, tells=tells)


def kept(message_id: int) -> tuple[int, ...]:
    """Who has a message that is kept from the reader; empty where it is not."""
    with identity.looking() as (work, person):
        found = letter(work, message_id) if work.find(Message, id=message_id) else None
        return found.carers if found and spared(person, found) else ()


def instead(refusal: StreifeError) -> None:
    """In the place of a message that may not be read: if it is kept from the reader, who has it."""
    wanted = view.open_message(st.query_params)
    carers = kept(wanted) if wanted is not None else ()
    if not carers or wanted is None:
        trouble.show(refusal)
        return
    with identity.looking() as (work, person):
        near = around(work, person, (), carers)
    why = words.say("care-kept-why", names=near.names(carers))
    place = say.empty("shield", "violet", words.say("care-kept"), why)
    with place:
        care_asking.button(wanted)
        st.page_link(PAGE, label=words.text("care-support"), icon=say.icon("volunteer_activism"))


@st.fragment(run_every=LOOK_SECONDS)
def _emergencies() -> None:
    """Said at once and without a word of it; the reader decides whether to look."""
    try:
        with identity.looking() as (work, person):
            found = caring.emergencies(work, person)
            near = around(work, person, (), {i for one in found for i in one.carers})
    except StreifeError as error:
        trouble.show(error)
        return
    if not found:
        return
    with st.container(border=True, gap="xxsmall", key="care_emergency"):
        for one in found[:MOST_TOLD]:
            with say.row(spread=True):
                said = words.say("care-emergency", names=near.names(one.carers))
                say.line(say.coloured(words.joined(say.icon("e911_emergency"), said, by=" "), "red"))
                care_asking.button(one.message.id)


def _summary(work: Work, person: Person) -> Summary | None:
    """The summary, kept for a few minutes: it is about days that are over."""
    wishes = exposure.wishes(work, person)
    kept: tuple[datetime, Wishes, Summary | None] | None = st.session_state.get(SUMMED)
    if kept and kept[1] == wishes and work.now - kept[0] < AFRESH:
        return kept[2]
    story = caring.summary(work, person)
    st.session_state[SUMMED] = (work.now, wishes, story)
    return story


def _named(story: Summary | None) -> set[int]:
    borne = story.borne if story else ()
    return {i for one in borne for i in (*one.carers, *([one.by_id] if one.by_id else []))}


def story_of(story: Summary, near: Around) -> Words:
    """`Gestern kamen 3 Nachrichten, die sich gegen Sie richten. Berta Klein hat sie übernommen.`"""
    span = Telling.DAILY if story.first == story.last else Telling.WEEKLY
    came = words.say(f"care-summary-{span.value}", n=len(story.borne))
    doers = list(dict.fromkeys(one.by_id for one in story.borne if one.by_id))
    waiting = [one for one in story.borne if not one.by_id]
    parts = [came]
    if doers:
        parts.append(words.say("care-taken-on", names=near.names(doers), many=len(doers)))
    if waiting:
        carers = list(dict.fromkeys(i for one in waiting for i in one.carers))[:MOST_NAMED]
        key = "care-lies-with" if doers else "care-lies-all"
        parts.append(words.say(key, **({"n": len(waiting)} if doers else {}), names=near.names(carers)))
    return words.joined(*parts, by=" ")


def _story(story: Summary, near: Around) -> None:
    with st.container(border=True, gap="xxsmall", key="care_summary"), say.row(spread=True):
        said = words.joined(say.coloured(say.icon("shield"), "violet"), story_of(story, near), by=" ")
        say.line(said)
        st.page_link(PAGE, label=words.text("care-more"), icon=say.icon("volunteer_activism"))


def _untold(untold: Sequence[Message], near: Around) -> None:
    """What a case officer still has to say to colleagues."""
    with st.container(border=True, gap="xxsmall", key="care_untold"):
        said = words.joined(say.icon("campaign"), words.say("care-untold", n=len(untold)), by=" ")
        say.line(say.coloured(said, "orange"))
        for message in untold[:MOST_TOLD]:
            care_asking.to_tell(message, near)
        if len(untold) > MOST_TOLD:
            say.meta(words.say("care-untold-more", n=len(untold) - MOST_TOLD))
