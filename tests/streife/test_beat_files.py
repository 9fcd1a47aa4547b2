"""Beats from files: lists and outlines, as people export them, and every mistake named with its remedy."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.people import Officer
from streife.beat_files import BadFile, read

OFFICERS = [
    Officer("jens", "Jens Wolter", 1, "", id=7),
    Officer("telse", "Telse Jansen", 1, "", id=8),
]
SQUARE = [[[9.0, 52.0], [9.1, 52.0], [9.1, 52.1], [9.0, 52.1], [9.0, 52.0]]]
EAST = [[[9.1, 52.0], [9.2, 52.0], [9.2, 52.1], [9.1, 52.1], [9.1, 52.0]]]
BOWTIE = [[[9.0, 52.0], [9.1, 52.1], [9.1, 52.0], [9.0, 52.1], [9.0, 52.0]]]


def lists(text, encoding="utf-8"):
    return read("bezirke.csv", text.encode(encoding), OFFICERS)


def feature(kind, coordinates, **properties):
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def outlines(*features):
    told = {"type": "FeatureCollection", "features": list(features)}
    return read("bezirke.geojson", json.dumps(told).encode(), OFFICERS)


def problems(act, *given):
    with pytest.raises(BadFile) as caught:
        act(*given)
    return caught.value.problems


def test_a_list_gives_each_beat_its_places_and_officers():
    found = lists(
        "bezirk;kob;vertretung;ort\nNord;jens;telse;Lindenstraße\nNord;;;Ring\nSüd;telse;;Am Markt\n"
    )
    north, south = found.drafts
    assert (north.name, north.officer_id, north.deputy_id, north.places) == (
        *("Nord", 7, 8),
        ("Lindenstraße", "Ring"),
    )
    assert (south.officer_id, south.deputy_id, south.places) == (8, None, ("Am Markt",))


def test_house_numbers_may_have_a_column():
    (north,) = lists("Bezirk,Straße,Hausnummern\nNord,Ring,1-39 ungerade\n").drafts
    assert north.places == ("Ring 1-39 ungerade",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_list_may_come_from_any_spreadsheet(encoding):
    (north,) = lists("beat\tplace\r\nNord\tMühlenstraße\r\n", encoding).drafts
    assert north.places == ("Mühlenstraße",)


def test_everything_wrong_with_a_list_is_told_with_its_line():
    told = problems(
        lists,
        "bezirk;kob;ort;hausnummern\n"
        "Nord;niemand;Ring;\n"
        ";jens;Markt;\n"
        "Süd;jens;Hof;\n"
        "Süd;telse;Tor;\n"
        "Ost;;Wall;alle\n"
        "Ost;;Wall;1-2;zu viel\n",
    )
    for line, words in (
        ("line 2", "no active contact officer"),
        ("line 3", "fill in bezirk"),
        ("line 5", "another contact officer above"),
        ("line 6", "write them as 1-40"),
        ("line 7", "more fields"),
    ):
        assert any(one.startswith(line) and words in one for one in told)
    assert len(told) == 5


@pytest.mark.parametrize("text", ["", "hallo\n", "a;b\n1;2\n", "bezirk;ort\n"])
def test_a_file_without_beats_is_refused_with_the_remedy(text):
    assert problems(lists, text)


def test_outlines_hold_the_streets_and_places_that_lie_in_them():
    found = outlines(
        feature("Polygon", SQUARE, bezirk="Nordstadt", kob="jens", orte="Kanalpark; Alte Weberei"),
        feature("Polygon", EAST, name="Bezirk Ost"),
        feature("Point", [9.05, 52.05], name="Bahnhof"),
        feature("LineString", [[9.05, 52.01], [9.15, 52.01]], name="Lindenstraße"),
        feature("Point", [20, 20], name="Anderswo"),
    )
    north, east = found.drafts
    assert {"Nordstadt", "Kanalpark", "Alte Weberei", "Bahnhof", "Lindenstraße"} <= set(north.places)
    assert "Lindenstraße" in east.places
    assert "Bezirk Ost" not in east.places
    assert (north.officer_id, east.officer_id) == (7, None)
    assert json.loads(north.outline)["type"] == "Polygon"
    assert found.hints == ("1 named places lie in no beat",)


def test_the_offline_gazetteer_adds_the_villages_that_lie_in_a_beat():
    around_peine = [[[10.15, 52.25], [10.35, 52.25], [10.35, 52.4], [10.15, 52.4], [10.15, 52.25]]]
    (county,) = outlines(feature("Polygon", around_peine, name="Peine Land")).drafts
    assert "Peine" in county.places


def test_beats_over_each_other_are_told_and_kept():
    found = outlines(feature("Polygon", SQUARE, name="A"), feature("Polygon", SQUARE, name="B"))
    assert found.hints == ("A and B overlap by 100%; places there fit both",)


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (feature("Polygon", BOWTIE, name="Nord"), "feature 1 (Nord): Self-intersection"),
        (feature("Polygon", SQUARE), "has no name; add the property bezirk"),
        (
            feature("Polygon", [[[500000, 5800000], [500100, 5800000], [500100, 5800100]]], name="N"),
            "EPSG:4326",
        ),
        (feature("Polygon", "nonsense", name="N"), "cannot be read"),
        (feature("Polygon", [], name="N"), "is empty"),
        (feature("Polygon", SQUARE, name="N", kob="niemand"), "no active contact officer"),
        (feature("Polygon", SQUARE, name="N", orte=[1]), "no list of names"),
        ({"type": "Feature", "geometry": None}, "cannot be read"),
        ("no feature", "cannot be read"),
    ],
)
def test_a_wrong_feature_is_named_with_the_remedy(broken, words):
    assert any(words in one for one in problems(outlines, broken))


def test_a_name_that_stands_twice_is_refused():
    twice = [feature("Polygon", SQUARE, name="N"), feature("Polygon", EAST, name="N")]
    assert problems(outlines, *twice) == ("beat 'N': stands twice; join its polygons into one feature",)


@pytest.mark.parametrize("text", ["{", '{"type": "FeatureCollection"}', "[]", '{"features": 7}', "[" * 5_000])
def test_what_is_no_collection_of_features_is_refused(text):
    assert problems(lists, text)


def test_many_problems_are_counted():
    rows = "".join(f";;Ort{n}\n" for n in range(50))
    with pytest.raises(BadFile, match="and 30 more"):
        lists("bezirk;kob;ort\n" + rows)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    with suppress(BadFile):
        assert read("x", data, OFFICERS).drafts


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "features", "geometry", "coordinates", "properties", "name", "orte"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused(told):
    with suppress(BadFile):
        assert read("x", json.dumps({"type": "FeatureCollection", "features": [told]}).encode(), OFFICERS)
