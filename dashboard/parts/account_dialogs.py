"""What is asked before an account changes hands: consent, key, successor, leaving and closing."""

from collections.abc import Callable

import streamlit as st

from casework import consent, succession
from casework.account import Account
from casework.errors import StreifeError
from casework.people import Grant, Officer, Person, Role
from casework.succession import Afterwards
from dashboard import desk, identity, times, words
from dashboard.parts import say, trouble
from dashboard.parts.dialog import dialog
from dashboard.parts.dialogs import send
from dashboard.words import Words
from streife.front_door import house_words
from streife.keys import Secret

LONGEST_REASON = 500
AFTERWARDS = {one.value: one for one in Afterwards}


def consent_to(account: Account) -> None:
    """The words that the officer consents to, and the yes."""

    @dialog(words.text("consent"), icon=say.icon("approval"), width="medium")
    def form() -> None:
        say.paragraph(Words(house_words(words.language(), "consent-text")))
        if send("consent") and trouble.attempt(lambda work, person: consent.give(work, person, account)):
            st.rerun()

    form()


def give_key(account: Account) -> None:
    """The key of a network without a sign-in of its own; it is sealed and never shown again."""

    @dialog(words.text("connect"), icon=say.icon("key"))
    def form() -> None:
        say.paragraph(words.say("connect-key-why"))
        key = st.text_input(words.text("connect-key"), type="password", autocomplete="off")
        if send("connect", {"connect-key": key}):
            _do(lambda person: desk.connecting().connect(person, account.id, Secret(key or "")))

    form()


def hand_over(account: Account) -> None:
    """To whom the account goes with its history."""

    @dialog(words.text("successor"), icon=say.icon("move_down"))
    def form() -> None:
        with identity.looking() as (work, _):
            roles = [Role.OFFICER, Role.CONTACT_OFFICER]
            granted = work.find(Grant, role=roles, station_id=account.station_id)
            ids = sorted({grant.officer_id for grant in granted} - {account.officer_id})
            near = work.find(Officer, id=ids, active=True)
        say.paragraph(words.say("successor-why"))
        if not near:
            say.meta(words.say("successor-nobody"), stretch=True)
            return
        chosen = st.selectbox(
            words.text("successor-who"),
            near,
            index=None,
            format_func=lambda officer: officer.name,
            placeholder=words.text("form-choose"),
        )
        if send("successor", {"successor-who": chosen}) and chosen:
            _do(lambda person: desk.connecting().hand_over(person, account.id, chosen))

    form()


def leave(account: Account) -> None:
    """What becomes of the messages is said before; then one click."""

    @dialog(words.text("leave"), icon=say.icon("logout"))
    def form() -> None:
        say.paragraph(words.say("leave-why"))
        _outlook(account)
        then = st.radio(
            words.text("leave-then"), list(AFTERWARDS), format_func=lambda name: words.text(f"leave-{name}")
        )
        if send("leave", {"leave-then": then}):
            _do(lambda person: desk.connecting().leave(person, account.id, AFTERWARDS[str(then)]))

    form()


def close(account: Account) -> None:
    """The beat needs it no longer; always with a reason."""

    @dialog(words.text("close"), icon=say.icon("do_not_disturb_on"))
    def form() -> None:
        say.paragraph(words.say("close-why"))
        _outlook(account)
        reason = st.text_area(words.text("form-reason"), max_chars=LONGEST_REASON, height=80)
        if send("close", {"form-reason": reason}):
            _do(lambda person: desk.connecting().close(person, account.id, reason or ""))

    form()


def _outlook(account: Account) -> None:
    with identity.looking() as (work, _):
        found = succession.outlook(work, account)
    stay = words.say("outlook-stay", cases=found.in_cases, handovers=found.handed_over, held=found.held)
    go = words.say("outlook-go", n=found.others, day=times.full_day(found.erased_at.date()))
    for icon, said in (("shield", stay), ("auto_delete", go)):
        say.line(words.joined(say.icon(icon), said, by=" "), stretch=True)


def _do(act: Callable[[Person], object]) -> None:
    """Do it in the name of whoever is here; on refusal say why and leave the form as it is."""
    try:
        with identity.looking() as (_, person):
            pass
        act(person)
    except StreifeError as error:
        trouble.show(error)
        return
    st.rerun()
