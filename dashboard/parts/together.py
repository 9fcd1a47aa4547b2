"""Several people at one desk: who is here, who has taken it on, and what a colleague did meanwhile."""

from collections.abc import Mapping, Sequence

import streamlit as st

from casework import claim
from casework.claim import Company
from casework.errors import StreifeError
from casework.message import Message
from casework.people import Officer, Person
from casework.ports import Work
from casework.roles import Act, Letter, may
from dashboard import identity, times, words
from dashboard.parts import frame, say, trouble, undoing
from dashboard.parts.around import Around
from dashboard.words import Words

LOOK_SECONDS = 30
HERE = "here"
JUST_READ = "company_just_read"
Round = tuple[Mapping[int, Company], Mapping[int, str]]


def read(work: Work, person: Person, messages: Sequence[Message]) -> Round:
    """Who is with which of these messages, and the names of those people: three queries for a whole page."""
    company = claim.around(work, messages)
    ids = {i for one in company.values() for i in one.here}
    ids |= {one.claim.officer_id for one in company.values() if one.claim}
    named = (
        {o.id: o.name for o in work.find(Officer, id=sorted(ids - {person.id}))} if ids - {person.id} else {}
    )
    return company, named


def arrive(work: Work, person: Person, message_id: int) -> None:
    """In the transaction that logs the opening: the person is here now, and no longer where he or she was."""
    claim.arrive(work, person, message_id, st.session_state.get(HERE))
    claim.stir(work, person, message_id)
    st.session_state[HERE] = message_id


def left() -> None:
    """No message is open any more."""
    gone = st.session_state.pop(HERE, None)
    if gone is not None:
        with identity.at_work() as (work, person):
            claim.leave(work, person, gone)


def mark(message: Message, company: Round, person: Person) -> Words:
    """In a row of the queue: a small mark where a colleague is at it."""
    one, named = company[0].get(message.id), company[1]
    if one is None:
        return Words("")
    if one.claim and one.claim.officer_id in named:
        return words.joined(say.icon("front_hand"), words.quoted(_short(named[one.claim.officer_id])), by=" ")
    if one.claim:
        return words.joined(say.icon("front_hand"), words.say("claim-mine-short"), by=" ")
    if any(i in named for i in one.here if i != person.id):
        names = ", ".join(_short(named[i]) for i in one.here if i in named)
        return words.joined(say.icon("visibility"), words.quoted(names), by=" ")
    return Words("")


def strip(letter: Letter, company: Round, around: Around) -> None:
    """Over the open message: who is here and who has taken it on; looked at anew every half minute."""
    st.session_state[JUST_READ] = company
    with st.container():  # drawn anew with the message: without it each strip would stand below those before
        _strip(letter, around)


@st.fragment(run_every=LOOK_SECONDS)
def _strip(letter: Letter, around: Around) -> None:
    message, person = letter.message, around.person
    company: Round | None = st.session_state.pop(JUST_READ, None)
    if company is None:
        try:
            with identity.at_work() as (work, person):
                claim.arrive(work, person, message.id, message.id)
                company = read(work, person, [message])
        except StreifeError as error:
            trouble.show(error)
            return
    one, named = company[0].get(message.id, Company()), company[1]
    others = [named[i] for i in one.here if i in named]
    can = may(person, Act.DECIDE, letter) and message.state in claim.TO_DO
    if not (others or one.claim or can):
        return
    with say.row(spread=True):
        with say.group():
            _claimed(one, named, person, around)
            if others:
                said = words.say("here-now", n=len(others), who=", ".join(others))
                say.meta(words.joined(say.icon("visibility"), said, by=" "), colour="blue")
        if can:
            _button(message, one, named, person)


def _claimed(one: Company, named: Mapping[int, str], person: Person, around: Around) -> None:
    if one.claim is None:
        return
    since = times.moment(one.claim.claimed_at, around.now)
    if one.claim.officer_id == person.id:
        said = words.say("claim-mine", since=since)
    else:
        said = words.say("claim-theirs", who=named.get(one.claim.officer_id, ""), since=since)
    say.meta(words.joined(say.icon("front_hand"), said, by=" "), colour="blue")


def _button(message: Message, one: Company, named: Mapping[int, str], person: Person) -> None:
    holder = one.claim.officer_id if one.claim else 0
    if holder == person.id:
        label, act = words.say("claim-let-go"), "let_go"
    elif holder:
        label, act = words.say("claim-take-over", who=named.get(holder, "")), "take_over"
    else:
        label, act = words.say("claim"), "take"
    if st.button(
        label, key="claim", icon=say.icon("front_hand"), type="tertiary", shortcut=frame.shortcut("I")
    ):
        _do(act, message, holder)


def _do(act: str, message: Message, holder: int) -> None:
    def step(work: Work, person: Person) -> object:
        if act == "take_over":
            return claim.take_over(work, person, message.id, holder)
        return (
            claim.let_go(work, person, message.id)
            if act == "let_go"
            else claim.take(work, person, message.id)
        )

    undoing.attempt(step)
    st.rerun()


def _short(name: str) -> str:
    return name.split()[-1] if name.split() else name
