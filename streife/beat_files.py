"""Beats from files: place lists as CSV, outlines and places as GeoJSON. All of a file, or nothing of it.

Each thing that is wrong is named with its line or feature and what to do about it.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from casework.beat import Draft
from casework.errors import Refused
from casework.people import Officer
from streife.beat_terms import BEAT, DEPUTY, LONGEST_NAME, NUMBERS, OFFICER, PLACE, Desk, Read, named

LARGEST = 50_000_000
MOST_PROBLEMS = 20


class BadFile(Refused):
    """A file of beats that cannot be taken as it is; `problems` are all that is wrong with it."""

    def __init__(self, name: str, problems: Sequence[str]) -> None:
        """Name the file with its first problems."""
        more = f"; and {len(problems) - MOST_PROBLEMS} more" if len(problems) > MOST_PROBLEMS else ""
        super().__init__(f"{name}: nothing was imported: " + "; ".join(problems[:MOST_PROBLEMS]) + more)
        self.problems = tuple(problems)


def read(name: str, data: bytes, officers: Sequence[Officer]) -> Read:
    """The beats of a file; `officers` are those who may receive hand-overs. Raises BadFile."""
    desk = Desk({o.login: o for o in officers})
    if len(data) > LARGEST:
        raise BadFile(name, [f"larger than {LARGEST // 1_000_000} MB; simplify the outlines"])
    text = _decoded(data)
    if text.lstrip()[:1] in ("{", "["):
        from streife.beat_outlines import drafts_of

        found = drafts_of(_json(name, text), desk)
    else:
        found = Read(tuple(_lines(text, desk)))
    if not desk.problems and not found.drafts:
        desk.problems.append("no beat in it; give one line a place, or one polygon a beat")
    if desk.problems:
        raise BadFile(name, desk.problems)
    return found


def _decoded(data: bytes) -> str:
    """UTF-8, else as Excel writes on Windows."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _json(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as why:
        where = f"line {why.lineno}" if isinstance(why, json.JSONDecodeError) else "the file"
        raise BadFile(name, [f"{where}: is no JSON ({why}); export it as GeoJSON again"]) from None


def _lines(text: str, desk: Desk) -> Iterator[Draft]:
    """One line a place; beat, contact officer and deputy stand on each line or on its first."""
    first = text.split("\n", 1)[0]
    lines = io.StringIO(text, newline=None)
    reader = csv.DictReader(lines, delimiter=max(";,\t", key=first.count), restval="")
    beats: dict[str, Draft] = {}
    places: dict[str, dict[str, None]] = {}
    try:
        columns = {(column or "").strip().casefold() for column in reader.fieldnames or ()}
        if not (columns & set(BEAT) and columns & set(PLACE)):
            desk.problems.append(
                "line 1: needs the columns bezirk and ort (and kob, vertretung, hausnummern)"
            )
            return
        for row in reader:
            if any(isinstance(value, str) and value.strip() for value in row.values()):
                _line(f"line {reader.line_num}", row, beats, places, desk)
    except csv.Error as why:
        desk.problems.append(f"line {reader.line_num}: {why}; save the table as CSV again")
    yield from (replace(draft, places=tuple(places[name])) for name, draft in beats.items())


def _line(
    where: str,
    row: Mapping[str, Any],
    beats: dict[str, Draft],
    places: dict[str, dict[str, None]],
    desk: Desk,
) -> None:
    name, place = named(row, BEAT), named(row, PLACE)
    if not name or len(name) > LONGEST_NAME or len(place) > LONGEST_NAME:
        desk.problems.append(f"{where}: has no beat, or a name longer than {LONGEST_NAME}; fill in bezirk")
        return
    if None in row:
        desk.problems.append(f"{where}: has more fields than line 1; put names with a separator into quotes")
        return
    beats[name] = _given(where, beats.get(name) or Draft(name), row, desk)
    numbers = named(row, NUMBERS)
    if numbers and not numbers[0].isdigit():
        desk.problems.append(f"{where}: house numbers {numbers!r}; write them as 1-40, 1-39 ungerade")
    listed = places.setdefault(name, {})
    if place:
        listed[" ".join(part for part in (place, numbers) if part)] = None


def _given(where: str, draft: Draft, row: Mapping[str, Any], desk: Desk) -> Draft:
    """The draft with the row's officers; a problem where an earlier line names others."""
    officer, deputy = (desk.officer(where, named(row, column)) for column in (OFFICER, DEPUTY))
    for given, before in ((officer, draft.officer_id), (deputy, draft.deputy_id)):
        if given is not None and before not in (None, given):
            desk.problems.append(f"{where}: {draft.name} has another contact officer above; keep one a beat")
    return replace(draft, officer_id=draft.officer_id or officer, deputy_id=draft.deputy_id or deputy)
