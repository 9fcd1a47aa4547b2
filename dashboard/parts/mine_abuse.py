"""What was aimed at the reader, without a word of it: when, what kind, who has it, what was done."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from casework import care as caring
from casework import exposure
from casework.account import Account
from casework.care import Borne, Fate
from casework.exposure import Telling, Wishes
from casework.people import Person
from casework.ports import Work
from dashboard import times, words
from dashboard.parts import badges, care_asking, say, trouble
from dashboard.parts.around import Around, around
from dashboard.parts.say import Colour
from dashboard.words import Words

SHOWN = 20
LOOK: dict[Fate, tuple[str, Colour]] = {
    Fate.WAITING: ("schedule", "gray"),
    Fate.TAKEN: ("visibility", "blue"),
    Fate.IN_CASE: ("shield_person", "violet"),
    Fate.SETTLED: ("done_all", "green"),
}


@dataclass(frozen=True, slots=True)
class Abuse:
    """The last thirty days; `concerned`: whether the reader has an account at all."""

    borne: Sequence[Borne]
    wishes: Wishes
    concerned: bool
    near: Around


def read(work: Work, person: Person) -> Abuse:
    """Who wants to hear nothing of it is told nothing here either."""
    wishes = exposure.wishes(work, person)
    silent = wishes.telling is Telling.NEVER
    borne = [] if silent else caring.against(work, person, work.now - caring.LOOK_BACK)
    people = {i for one in borne for i in (*one.carers, *([one.by_id] if one.by_id else []))}
    near = around(work, person, (one.message for one in borne), people)
    return Abuse(borne, wishes, bool(work.find(Account, officer_id=person.id)), near)


def show(abuse: Abuse) -> None:
    """One line a message, the newest first, and how the reader wants to be told."""
    with st.container(border=True, gap="small", key="mine_abuse"):
        say.heading(words.say("mine-abuse"), words.number(len(abuse.borne)) if abuse.borne else None)
        if abuse.wishes.telling is Telling.NEVER:
            say.meta(words.say("mine-abuse-never"), stretch=True)
        elif not abuse.borne:
            say.meta(words.say("mine-abuse-none"), stretch=True)
        else:
            say.meta(words.say("mine-abuse-why"), stretch=True)
        for one in abuse.borne[:SHOWN]:
            _line(one, abuse.near)
        if len(abuse.borne) > SHOWN:
            say.meta(words.say("mine-abuse-more", n=len(abuse.borne) - SHOWN))
        _telling(abuse.wishes)
    _heard(abuse)


def _line(one: Borne, near: Around) -> None:
    message = one.message
    with st.container(gap="xxsmall", key=f"borne_{message.id}"), say.row(spread=True):
        with say.group():
            say.meta(times.moment(message.received_at, near.now))
            badges.hostility(message.hostility, 2)
            say.meta(words.label(near.accounts[message.account_id].platform))
            symbol, colour = LOOK[one.fate]
            say.meta(words.joined(say.icon(symbol), _fate(one, near), by=" "), colour=colour)
        if one.asked:
            st.page_link(
                care_asking.TRIAGE,
                label=words.text("open"),
                icon=say.icon("chevron_right"),
                query_params={"message": str(message.id)},
            )
        else:
            care_asking.button(message.id)


def _fate(one: Borne, near: Around) -> Words:
    if one.fate is Fate.IN_CASE and one.by_id:
        return words.say("fate-in-case", who=near.name(one.by_id), number=one.case_number)
    if one.by_id:
        return words.say(f"fate-{one.fate.value}", who=near.name(one.by_id))
    return words.say("fate-with", names=near.names(one.carers))


def _telling(wishes: Wishes) -> None:
    st.session_state["mine_telling"] = wishes.telling
    st.radio(
        words.text("mine-telling"),
        list(Telling),
        format_func=lambda one: words.text(words.key_of(one)),
        horizontal=True,
        key="mine_telling",
        on_change=_keep_telling,
    )
    say.meta(words.say("mine-telling-why"), stretch=True)


def _keep_telling() -> None:
    telling = Telling(st.session_state["mine_telling"])
    trouble.attempt(lambda work, person: exposure.wish(work, person, telling=telling))


def _heard(abuse: Abuse) -> None:
    """What stands here is read; the line in the triage goes until there is something new."""
    newest = max((one.message.received_at for one in abuse.borne), default=None)
    heard = abuse.wishes.heard_at
    if newest and (heard is None or exposure.today(heard) < exposure.today(abuse.near.now)):
        trouble.attempt(exposure.heard)
