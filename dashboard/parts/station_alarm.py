"""Who is alarmed when nobody acknowledges an emergency, and after how long."""

from casework.people import Person, Station
from dashboard import words
from dashboard.parts import say


def show(station: Station, person: Person) -> None:
    """The standby list of the station."""
    say.heading(words.say("station-alarm"), words.quoted(person.login))
