"""Whom to turn to: what the station names, what the Land offers; administrators keep the station's list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from casework import support
from casework.people import Person, Role, Station
from casework.ports import Work
from casework.support import Contact, Place
from dashboard import times, words
from dashboard.parts import dialogs, say, stranger, trouble
from dashboard.parts.dialog import dialog


@dataclass(frozen=True, slots=True)
class Contacts:
    """The reader's station, its own contacts and its Land's; and the stations the reader administers."""

    station: Station
    own: Sequence[Contact]
    land: Sequence[Place]
    managed: Mapping[int, Station]
    theirs: Sequence[Contact]


def read(work: Work, person: Person) -> Contacts:
    """What the reader's station and Land offer."""
    station = work.get(Station, person.officer.station_id)
    stations = sorted(person.stations(Role.ADMINISTRATOR))
    managed = {s.id: s for s in work.find(Station, id=stations)} if stations else {}
    theirs = [contact for i in managed for contact in support.of_station(work, i)]
    return Contacts(
        station, support.of_station(work, station.id), support.places(station.land), managed, theirs
    )


def show(contacts: Contacts) -> None:
    """The station's first, then the Land's, with where we have them from."""
    with st.container(border=True, gap="small", key="mine_contacts"):
        say.heading(words.say("mine-contacts"))
        say.meta(words.say("mine-contacts-lead"), stretch=True)
        for contact in contacts.own:
            _place(contact.name, contact.reach, contact.about, contacts.station.name)
        for place in contacts.land:
            _place(place.name, place.reach, place.about, place.source)
        if not contacts.own:
            say.meta(words.say("mine-contacts-none"), stretch=True)
        month, land = times.month(support.checked()), words.land(contacts.station.land)
        said = words.say("mine-contacts-checked", month=month, land=land)
        say.meta(said, stretch=True)


def manage(contacts: Contacts) -> None:
    """For administrators: what the stations name themselves."""
    with st.container(border=True, gap="small", key="mine_manage"):
        say.heading(words.say("mine-manage"))
        for contact in contacts.theirs:
            with say.row(spread=True):
                with st.container(gap="xxsmall", width="content"):
                    say.line(say.strong(words.quoted(contact.name)))
                    place = contacts.managed[contact.station_id].name
                    say.meta(words.joined(words.quoted(place), words.quoted(contact.reach)))
                st.button(
                    words.say("mine-remove"),
                    key=f"contact_{contact.id}",
                    type="tertiary",
                    icon=say.icon("delete"),
                    on_click=_remove,
                    args=[contact.id],
                )
        if st.button(words.say("mine-add"), key="contact_add", icon=say.icon("add")):
            _add(contacts.managed)


def _place(name: str, reach: str, about: str, source: str) -> None:
    with st.container(gap="xxsmall"):
        say.line(say.strong(words.quoted(name)), stretch=True)
        stranger.text(reach)
        if about:
            say.meta(words.quoted(about), stretch=True)
        if source:
            say.meta(words.joined(say.icon("info"), words.quoted(source), by=" "), stretch=True)


def _add(stations: Mapping[int, Station]) -> None:
    @dialog(words.text("mine-add"), icon=say.icon("add"))
    def form() -> None:
        where = st.selectbox(
            words.text("mine-station"), list(stations), format_func=lambda i: stations[i].name
        )
        name = st.text_input(words.text("mine-name"), max_chars=support.LONGEST)
        reach = st.text_input(words.text("mine-reach"), max_chars=support.LONGEST)
        about = st.text_input(words.text("mine-about"), max_chars=support.LONGEST)
        place = Place(name or "", reach or "", about or "")
        if dialogs.send("mine-add", {"mine-name": name, "mine-reach": reach}) and trouble.attempt(
            lambda work, person: support.add(work, person, where, place)
        ):
            st.rerun()

    form()


def _remove(contact_id: int) -> None:
    trouble.attempt(lambda work, person: support.remove(work, person, contact_id))
