"""Beats from GeoJSON: a polygon is a beat; named points and lines are the places and streets in it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import Point, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.strtree import STRtree

from casework.beat import Draft
from streife import gazetteer
from streife.beat_terms import BEAT, DEPUTY, LONGEST_NAME, MOST_PLACES, OFFICER, PLACE, Desk, Read, named

AREAS = ("Polygon", "MultiPolygon")
OVERLAP = 0.01  # of the smaller beat: less is what drawing leaves
KEPT_DETAIL = 0.00005  # degrees, some five metres: the outline is for showing, the places are found before
GENERIC = {"nord", "süd", "ost", "west", "mitte", "zentrum", "stadt", "land", "bezirk", "kob"}


@dataclass(frozen=True, slots=True)
class Area:
    """A beat with its outline."""

    draft: Draft
    outline: BaseGeometry


def drafts_of(told: Any, desk: Desk) -> Read:
    """The beats of a feature collection; what is wrong goes to the desk's problems."""
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list):
        desk.problems.append("the file: is no GeoJSON FeatureCollection; export the layer as GeoJSON")
        return Read(())
    found = [one for number, f in enumerate(features, 1) if (one := _feature(number, f, desk))]
    areas = [Area(_draft(where, told, desk), area) for where, told, area in found if area.geom_type in AREAS]
    doubles = {a.draft.name for a, b in combinations(areas, 2) if a.draft.name == b.draft.name}
    desk.problems += [f"beat {name!r}: stands twice; join its polygons into one feature" for name in doubles]
    if desk.problems:
        return Read(())
    places = [(named(told, ("name", *PLACE)), one) for _, told, one in found if one.geom_type not in AREAS]
    return _filled(areas, [(name, one) for name, one in places if name])


def middle(outline: str) -> tuple[float, float]:
    """A point well inside a kept outline, longitude and latitude: there its name can stand."""
    largest = max(getattr(area := shape(json.loads(outline)), "geoms", [area]), key=lambda part: part.area)
    point = shapely.maximum_inscribed_circle(largest).coords[0]
    return point[0], point[1]


def _feature(number: int, feature: Any, desk: Desk) -> tuple[str, dict[str, Any], BaseGeometry] | None:
    """Where it stands, its properties and its geometry; `None` where something is wrong with it."""
    told = feature.get("properties") if isinstance(feature, dict) else None
    properties = told if isinstance(told, dict) else {}
    name = named(properties, BEAT)[:LONGEST_NAME]
    where = f"feature {number}" + (f" ({name})" if name else "")
    try:
        geometry = shape(feature["geometry"])
        empty = geometry.is_empty
    except (KeyError, TypeError, AttributeError, ValueError, IndexError, ShapelyError) as why:
        desk.problems.append(f"{where}: its geometry cannot be read ({type(why).__name__}); export it again")
        return None
    if trouble := _trouble(geometry, name, empty=empty):
        desk.problems.append(f"{where}: {trouble}")
        return None
    return where, properties, geometry


def _trouble(geometry: BaseGeometry, name: str, *, empty: bool) -> str:
    """What is wrong with a geometry and what to do; "" where nothing is."""
    if empty:
        return "is empty; draw it, or delete the feature"
    west, south, east, north = geometry.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        return "its coordinates are no degrees; export it in WGS 84 (EPSG:4326)"
    if geometry.geom_type not in AREAS:
        return ""
    if not name:
        return "the polygon has no name; add the property bezirk"
    if not geometry.is_valid:
        return f"{shapely.is_valid_reason(geometry)}; mend the polygon (in QGIS: Fix geometries)"
    return ""


def _draft(where: str, told: dict[str, Any], desk: Desk) -> Draft:
    listed = next((value for key, value in told.items() if str(key).casefold() in PLACE), ())
    places = listed.split(";") if isinstance(listed, str) else listed
    if not isinstance(places, list | tuple) or not all(isinstance(p, str) for p in places):
        desk.problems.append(f"{where}: its places are no list of names; part them with semicolons")
        places = ()
    officer, deputy = (desk.officer(where, named(told, names)) for names in (OFFICER, DEPUTY))
    own = " ".join(p for p in [named(told, BEAT)] if p)
    known = () if set(own.casefold().replace("-", " ").split()) & GENERIC else (own,)
    cleaned = (" ".join(place.split())[:LONGEST_NAME] for place in places)
    return Draft(own[:LONGEST_NAME], officer, deputy, tuple(dict.fromkeys([*known, *filter(None, cleaned)])))


def _filled(areas: Sequence[Area], places: Sequence[tuple[str, BaseGeometry]]) -> Read:
    """Each beat with the streets and places that lie in it; one that crosses a border belongs to both."""
    if not areas:
        return Read(())
    tree, outside = STRtree([area.outline for area in areas]), 0
    within: list[list[str]] = [list(area.draft.places) for area in areas]
    villages = [(name, Point(east, north)) for name, east, north in gazetteer.villages()]
    for number, (name, geometry) in enumerate([*places, *villages]):
        inside = tree.query(geometry, predicate="intersects")
        for index in inside:
            within[int(index)].append(name[:LONGEST_NAME])
        outside += number < len(places) and not len(inside)
    drafts = [
        replace(a.draft, places=tuple(dict.fromkeys(names))[:MOST_PLACES], outline=_kept(a.outline))
        for a, names in zip(areas, within, strict=True)
    ]
    hints = [f"{outside} named places lie in no beat"] if outside else []
    return Read(tuple(drafts), (*hints, *_overlaps(areas)))


def _overlaps(areas: Sequence[Area]) -> Iterator[str]:
    """Pairs of beats that lie over each other: what happens there is proposed to both."""
    for one, other in combinations(areas, 2):
        if not one.outline.intersects(other.outline):
            continue
        share = one.outline.intersection(other.outline).area / min(one.outline.area, other.outline.area)
        if share > OVERLAP:
            yield f"{one.draft.name} and {other.draft.name} overlap by {share:.0%}; places there fit both"


def _kept(outline: BaseGeometry) -> str:
    drawn = outline.simplify(KEPT_DETAIL, preserve_topology=True)
    return json.dumps(mapping(shapely.set_precision(drawn, 0.000001)), separators=(",", ":"))
