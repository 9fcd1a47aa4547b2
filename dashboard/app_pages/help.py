"""Help: the keys, the words, what is not Streife's business, and who to turn to."""

import streamlit as st

from casework.labels import Hostility, Intent
from casework.people import Grant, Officer, Role
from dashboard import identity, words
from dashboard.parts import badges, frame, key_help, say


def page() -> None:
    """Columns of keys and words, and beneath them people; a phone has no keys."""
    with identity.looking() as (work, person):
        grants = work.find(Grant, role=Role.ADMINISTRATOR, station_id=person.officer.station_id)
        ids = sorted({g.officer_id for g in grants})
        administrators = [o for o in work.find(Officer, id=ids) if o.active] if ids else []
    frame.head(words.say("door-help"), person, status=False)
    say.paragraph(words.say("help-emergency"))
    keys = not frame.compact()
    columns = st.columns(3 if keys else 2, gap="medium")
    if keys:
        with columns[0]:
            _keys()
    with columns[-2], st.container(border=True, gap="xsmall", height="stretch"):
        say.heading(words.say("help-words"))
        for intent in Intent:
            with st.container(gap="xxsmall"):
                say.badge(words.label(intent), badges.INTENT_ICON[intent], "blue")
                say.meta(words.say(f"about-{intent.value}"), stretch=True)
    with columns[-1], st.container(border=True, gap="xsmall", height="stretch"):
        say.heading(words.say("help-hostility"))
        for one in Hostility:
            with st.container(gap="xxsmall"):
                say.badge(words.label(one), badges.HOSTILITY_ICON[one], "violet")
                say.meta(words.say(f"about-{one.value}"), stretch=True)
    _people(administrators)


def _keys() -> None:
    with st.container(border=True, gap="xsmall", height="stretch", key="keys"):
        say.heading(words.say("help-keys"))
        for pairs in key_help.GROUPS.values():
            key_help.listed(pairs)
        say.meta(words.say("help-keys-off"), stretch=True)


def _people(administrators: list[Officer]) -> None:
    with st.container(border=True, gap="xsmall"):
        say.heading(words.say("help-people"))
        names = words.joined(*(words.quoted(a.name) for a in administrators), by=", ")
        said = words.say("help-administrators", names=names) if names else words.say("help-no-administrator")
        say.line(said, stretch=True)
        say.line(words.say("help-support"), stretch=True)


page()
