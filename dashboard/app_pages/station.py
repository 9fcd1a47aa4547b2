"""The station: what its administrators set for all who work there, a part at a time."""

from collections.abc import Callable, Mapping

import streamlit as st

from casework.people import Person, Role, Station
from dashboard import identity, words
from dashboard.parts import frame, say, station_alarm, station_beats, station_post, station_templates

PART = "station_part"
Show = Callable[[Station, Person], None]
PARTS: Mapping[str, Show] = {
    "alarm": station_alarm.show,
    "beats": station_beats.show,
    "replies": station_templates.show,
    "post": station_post.show,
}


def page() -> None:
    """Which station, which part, and that part alone."""
    with identity.looking() as (work, person):
        ids = sorted(person.stations(Role.ADMINISTRATOR))
        stations = work.find(Station, id=ids)
    frame.head(words.say("door-station"), person, status=False)
    with say.row(spread=True):
        station = _chosen(stations)
        part = say.switch(PART, list(PARTS), {name: words.say(f"station-{name}") for name in PARTS})
    PARTS[part](station, person)


def _chosen(stations: list[Station]) -> Station:
    """The one station, or the one chosen of several."""
    if len(stations) == 1:
        say.heading(words.quoted(stations[0].name))
        return stations[0]
    names = {s.id: s.name for s in stations}
    chosen = st.selectbox(
        words.text("station-which"),
        list(names),
        format_func=names.__getitem__,
        key="station_which",
        label_visibility="collapsed",
        width=320,
    )
    return next(s for s in stations if s.id == chosen)


page()
