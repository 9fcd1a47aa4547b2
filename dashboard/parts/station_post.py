"""How the station's people are told: the change of shift, and whether e-mail reaches them."""

import streamlit as st

from casework import post, shift
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.post import Mailbox
from dashboard import desk, identity, times, words
from dashboard.parts import say, trouble
from streife import mailing


def show(station: Station, _: Person) -> None:
    """The times of the digest beside the state of the e-mail."""
    with identity.looking() as (work, _person):
        changes = shift.of(work, station.id)
        officers = {o.id: o for o in work.find(Officer, station_id=station.id, active=True)}
        failing = [box for box in post.failing(work) if box.officer_id in officers]
        now = work.now
    left, right = st.columns(2, gap="medium")
    with left, st.container(border=True, gap="small"):
        _shifts(station, changes)
    with right, st.container(border=True, gap="small"):
        say.heading(words.say("post"))
        if desk.store().training:
            say.meta(words.joined(say.icon("school"), words.say("post-training"), by=" "), stretch=True)
        elif not mailing.is_set_up(desk.settings()):
            said = words.joined(say.icon("mail_off"), words.say("post-off"), by=" ")
            say.meta(said, colour="orange", stretch=True)
        elif not failing:
            said = words.joined(say.icon("mark_email_read"), words.say("post-ok"), by=" ")
            say.meta(said, colour="green", stretch=True)
        for box in failing:
            _failing(box, officers[box.officer_id], times.moment(box.failing_since or now, now))
        without = sorted(o.name for o in officers.values() if not o.email)
        if without:
            told = words.say("post-no-address", n=len(without), names=", ".join(without))
            say.meta(words.joined(say.icon("alternate_email"), told, by=" "), stretch=True)


def _failing(box: Mailbox, officer: Officer, since: words.Words) -> None:
    """Whom e-mail does not reach, since when, and what the mail server says."""
    said = words.say("post-failing", who=officer.name, since=since)
    say.meta(words.joined(say.icon("mail_off"), said, by=" "), colour="orange", stretch=True)
    say.meta(words.quoted(box.error), stretch=True)


def _shifts(station: Station, changes: tuple[str, ...]) -> None:
    say.heading(words.say("shifts"))
    say.meta(words.say("shifts-why"), stretch=True)
    told = st.text_input(
        words.text("shifts-times"),
        value=", ".join(changes),
        placeholder="06:00, 14:00, 22:00",
        key=f"shifts_{station.id}",
    )
    wanted = tuple(part.strip() for part in (told or "").split(",") if part.strip())
    if wanted != changes and st.button(words.say("shifts-keep"), type="primary", key="shifts_keep"):

        def keep(work: Work, person: Person) -> object:
            return shift.plan(work, person, station, wanted)

        if trouble.attempt(keep):
            st.rerun()
