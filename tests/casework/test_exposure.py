"""One's own count: today's, the last seven days', nothing older, and nobody else's business."""

import ast
from datetime import date
from pathlib import Path

import pytest

from casework import exposure
from casework.errors import Refused
from casework.exposure import Exposure, Telling
from tests import builders

HOUSE = Path(__file__).parents[2]
MAY_NAME_IT = {"casework/exposure.py", "data/records.py"}


def test_what_was_read_is_counted_by_local_day(work, person, clock):
    exposure.note(work, person, 2)
    exposure.note(work, person, 1)
    clock.forward(hours=12)
    exposure.note(work, person, 5)
    counted = exposure.week(work, person)
    assert (counted[date(2026, 11, 21)], counted[date(2026, 11, 22)]) == (3, 5)
    assert list(counted) == sorted(counted)


def test_after_a_week_a_day_is_written_over(work, person, clock):
    exposure.note(work, person, 9)
    clock.forward(days=7)
    assert sum(exposure.week(work, person).values()) == 0
    exposure.note(work, person, 1)
    assert [one.count for one in work.find(Exposure)] == [1]


def test_each_sees_the_own_count_alone_and_no_act_is_logged(work, person):
    exposure.note(work, person, 9)
    exposure.wish(work, person, telling=Telling.NEVER, daily_limit=5)
    exposure.heard(work, person)
    other = builders.a_person(work)
    assert sum(exposure.week(work, other).values()) == 0
    assert exposure.wishes(work, other).daily_limit == exposure.USUAL_LIMIT
    assert work.audit() == []


def test_a_limit_that_is_none_is_refused(work, person):
    for limit in (-1, exposure.HIGHEST_LIMIT + 1):
        with pytest.raises(Refused):
            exposure.wish(work, person, daily_limit=limit)
    assert exposure.wish(work, person, daily_limit=0).daily_limit == 0


def test_no_other_module_reads_the_counts():
    rooms = ("casework", "data", "dashboard", "streife", "evidence")
    files = [path for room in rooms for path in (HOUSE / room).rglob("*.py")]
    naming = {str(path.relative_to(HOUSE)) for path in files if "Exposure" in _names(path)}
    assert naming == MAY_NAME_IT


def _names(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return named | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
