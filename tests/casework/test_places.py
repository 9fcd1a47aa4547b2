"""Place names in people's words: inflected, abbreviated, misspelt, and the words that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.place import Gazetteer, Place, place_of, town_named

LISTED = (
    *("Lindenstraße", "Bahnhofstraße", "Bahnhof", "Kanalpark", "Am Speicher", "Alte Weberei", "Lange Straße"),
    *("Mühlendamm", "Ring", "Hafen", "Feldmarkstraße", "Grundschule Ost", "Zum Alten Hof", "Markt"),
    *("Hauptstraße 1-40", "Hauptstraße 41-99", "Deichweg 1-99 ungerade", "Deichweg 2-98 gerade"),
)


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer(map(place_of, LISTED))


def names(found, *, exact=True):
    return [one.place.name for one in found if one.exact is exact]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("in der Lindenstr. steht ein Wagen", "Lindenstraße"),
        ("In der Lindenstr.7 brennt Licht", "Lindenstraße"),
        ("LINDENSTRASSE!!!", "Lindenstraße"),
        ("Ecke Linden-Straße", "Lindenstraße"),
        ("an der Linden Str. war das", "Lindenstraße"),
        ("de Keerls in de Feldmarkstraat", "Feldmarkstraße"),
        ("am Ende des Kanalparks", "Kanalpark"),
        ("am bahnhof klaut wer fahrräder", "Bahnhof"),
        ("Beim Bahnhofe stand er", "Bahnhof"),
        ("auf dem Muehlendamm", "Mühlendamm"),
        ("aufm Mu\u0308hlendamm", "Mühlendamm"),
        ("beim Speicher hinten", "Am Speicher"),
        ("Am Speicher 12–18", "Am Speicher"),
        ("hinter der Alten Weberei", "Alte Weberei"),
        ("in der langen Straße", "Lange Straße"),
        ("in der Langen Str. 5", "Lange Straße"),
        ("vor der Grundschule Ost", "Grundschule Ost"),
        ("auf dem Alten Hof", "Zum Alten Hof"),
        ("im Hafen", "Hafen"),
        ("des Hafens wegen", "Hafen"),
        ("#Lindenstraße", "Lindenstraße"),
        ("Lindenstraße/Ecke Ring", "Lindenstraße"),
    ],
)
def test_a_place_is_found_however_it_is_written(gazetteer, text, place):
    assert place in names(gazetteer.find(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Wir ringen um Worte",
        "Bahnhofsmission",
        "Der Speicher ist voll",
        "lindgrün und sonst nichts",
        "unter den Linden. Straße gesperrt",
        "Lindenstraßenfest",
        "vermarktet wird das nicht",
        "ž" * 100_000,
        "Lange. Straße",
    ],
)
def test_what_is_no_place_is_not_taken_for_certain(gazetteer, text):
    assert names(gazetteer.find(text)) == []


def test_a_slip_of_the_pen_is_a_guess(gazetteer):
    for slip in ("Lindnestraße", "Lindenstrase", "Lindemstraße", "Lindeenstraße"):
        found = gazetteer.find(f"in der {slip}")
        assert (names(found), names(found, exact=False)) == ([], ["Lindenstraße"])
        assert found[0].said == slip


def test_the_longest_name_is_the_one_that_is_meant(gazetteer):
    assert names(gazetteer.find("in der Bahnhofstraße")) == ["Bahnhofstraße"]


def test_a_house_number_says_which_part_of_a_street(gazetteer):
    def part(text):
        return [(one.place.first, one.place.last) for one in gazetteer.find(text)]

    assert part("Hauptstr. 17") == [(1, 40)]
    assert part("Hauptstraße Nr. 60a") == [(41, 99)]
    assert part("Hauptstraße 100") == []
    assert part("Hauptstraße. 50 Leute") == [(1, 40), (41, 99)]
    assert part("in der Hauptstraße") == [(1, 40), (41, 99)]
    assert part("Deichweg 7") == [(1, 99)]
    assert part("Deichweg 8") == [(2, 98)]


def test_a_list_may_name_house_numbers():
    assert place_of("  Am  Ring 1 - 9 ungerade") == Place("Am Ring", 1, 9, 1)
    assert place_of("Platz der Einheit") == Place("Platz der Einheit")


def test_a_town_elsewhere_is_heard_where_the_words_place_something_there():
    towns = frozenset({"Essen", "Peine", "Hannover"})
    assert town_named("Das war in Peine", towns) == {"Peine"}
    assert town_named("am Bahnhof Hannover", towns) == {"Hannover"}
    assert town_named("Das Essen war gut, essen gehen", towns) == set()
    assert town_named("Hannover 96 gewinnt", towns) == set()


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    gazetteer = Gazetteer(map(place_of, LISTED))
    for one in gazetteer.find(text):
        assert one.place.name in {place_of(listed).name for listed in LISTED}
    town_named(text, frozenset({"Peine"}))


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=60))
def test_any_list_can_be_learnt(listed, text):
    Gazetteer(map(place_of, listed)).find(text)
