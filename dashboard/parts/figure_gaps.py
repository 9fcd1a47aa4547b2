"""At the head of the figures: which networks lack messages in the days shown, and the way to the gaps."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from casework.people import Station
from casework.unheard import Unheard
from dashboard import times, words
from dashboard.parts import say
from dashboard.words import Words

PAGE = "app_pages/accounts.py"


def show(found: Sequence[Unheard], stations: Mapping[int, Station], now: datetime) -> None:
    """Nothing where all is here; else the figures below are too low there, and say so."""
    if not found:
        return
    with st.container(border=True, gap="xxsmall", key="figure_gaps"):
        said = words.joined(say.icon("visibility_off"), words.say("figures-gaps"), by=" ")
        say.line(say.coloured(say.strong(said), "orange"), stretch=True)
        for one in found:
            say.meta(_line(one, stations, now), stretch=True)
        st.page_link(PAGE, label=words.text("figures-gaps-look"), icon=say.icon("sensors"))


def _line(one: Unheard, stations: Mapping[int, Station], now: datetime) -> Words:
    place = words.label(one.platform)
    if len(stations) > 1:
        place = words.joined(place, words.quoted(stations[one.station_id].name))
    first, last = times.moment(one.first, now), times.moment(one.last, now)
    lasting = times.span(one.lasting.total_seconds())
    return words.say("figures-gap", place=place, n=one.channels, first=first, last=last, lasting=lasting)
