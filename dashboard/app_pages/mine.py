"""For oneself: what was aimed at me and who has it, whom to turn to, what I read, and how I want it."""

import streamlit as st

from casework.people import Role
from dashboard import identity, words
from dashboard.doors import DESK
from dashboard.parts import care_limit, frame, mine_abuse, mine_contacts, mine_reading, mine_results, say


def page() -> None:
    """Two columns; a phone shows them one after the other."""
    with identity.looking() as (work, person):
        abuse = mine_abuse.read(work, person)
        results = mine_results.read(work, person)
        contacts = mine_contacts.read(work, person)
        load = care_limit.read(work, person, always=True)
        week = mine_reading.read(work, person)
    frame.head(words.say("door-mine"), person, status=False)
    say.paragraph(words.say("mine-lead"))
    reads = bool(person.stations(*DESK))
    alone = not (abuse.concerned or results.found or reads)
    left, right = (None, st.container()) if alone else st.columns([7, 5], gap="medium")
    with left or st.container():
        if abuse.concerned:
            mine_abuse.show(abuse)
        mine_results.show(results)
        if reads:
            mine_reading.show(week, load)
    with right:
        mine_contacts.show(contacts)
    if person.stations(Role.ADMINISTRATOR):
        mine_contacts.manage(contacts)


page()
