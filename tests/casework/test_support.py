"""Whom to turn to: the Land's places with their source, and what a station's administrators add."""

import pytest

from casework import support
from casework.errors import NotAllowed, Refused
from casework.people import Role
from casework.support import Place
from tests import builders

PLACE = Place("Peer-Team", "Durchwahl 4711", "Gespräch unter Kolleginnen und Kollegen")


@pytest.mark.parametrize(
    ("land", "first"),
    [
        ("DE-NI", "Regionale Beratungsstelle (RBS) der Polizeidirektion"),
        ("DE-NW", "PSU-Team der Polizei Nordrhein-Westfalen"),
        ("DE-BY", "Opfer-Telefon des Weißen Rings"),
        ("SE", "Brottsofferjouren"),
        ("NL", "Slachtofferhulp Nederland"),
        ("GB-ENG", "Police Care UK"),
    ],
)
def test_the_nearest_come_first_and_each_says_where_it_is_from(land, first):
    found = support.places(land)
    assert found[0].name == first
    assert all(place.name and place.reach and place.about and place.source for place in found)
    assert any("116 006" in place.reach for place in found) == land.startswith(("DE", "SE"))


def test_an_unknown_land_offers_nothing_rather_than_a_wrong_number():
    assert support.places("AT-1") == ()


def test_administrators_keep_their_station_s_own(work):
    station = builders.a_station(work)
    ada = builders.a_person(work, Role.ADMINISTRATOR, station=station)
    added = support.add(work, ada, station.id, PLACE)
    assert support.of_station(work, station.id) == [added]
    support.remove(work, ada, added.id)
    assert support.of_station(work, station.id) == []
    with pytest.raises(Refused):
        support.remove(work, ada, added.id)
    acts = [e.act for e in work.audit_of(f"station:{station.id}")]
    assert acts == ["contact_added", "contact_removed"]


def test_nobody_else_does_and_nothing_empty_or_endless_is_kept(work):
    station = builders.a_station(work)
    for person in (builders.a_person(work, Role.SUPERVISOR, station=station), builders.a_person(work)):
        with pytest.raises(NotAllowed):
            support.add(work, person, station.id, PLACE)
    ada = builders.a_person(work, Role.ADMINISTRATOR, station=station)
    for place in (Place(" ", "x", ""), Place("x", "", ""), Place("x", "y", "z" * 301)):
        with pytest.raises(Refused):
            support.add(work, ada, station.id, place)
    assert support.of_station(work, station.id) == []
