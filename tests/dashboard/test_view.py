"""What the address asks for: whatever stands there, a view comes of it, and what means nothing is told."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.message import State
from dashboard import view
from tests.builders import NOON

NIGHT = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # in Berlin the 22nd has begun


@given(st.dictionaries(st.sampled_from(view.NAMES), st.text(max_size=300)))
def test_any_address_is_a_view(parameters):
    found = view.from_address(parameters)
    query = found.query(NOON)
    assert len(query.text) <= view.LONGEST_SEARCH
    assert set(view.unknown(parameters)) <= set(parameters)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("view", "x"),
        ("account", "-1"),
        ("account", "²"),
        ("account", "9" * 30),
        ("platform", "myspace"),
        ("intent", "ü"),
        ("hostile", "maybe"),
        ("language", "<b>"),
        ("language", "zzz"),
        ("period", "2026-11-20..2026-11-01"),
        ("period", "0001-01-01..9999-12-31"),
        ("period", ".."),
        ("state", "gone"),
    ],
)
def test_what_means_nothing_is_left_aside_and_told(name, value):
    assert view.from_address({name: value}) == view.View()
    assert view.unknown({name: value}) == [name]


def test_a_link_of_before_still_means_the_same():
    found = view.from_address({"view": "tips", "hostile": "yes", "platform": "x"}).query(NOON)
    assert (found.states, found.hostile, found.hostility, found.platform) == ((State.TIP,), True, "", "x")


def test_one_sort_of_hostility_is_a_filter_of_its_own():
    found = view.from_address({"hostile": "threat"}).query(NOON)
    assert (found.hostile, found.hostility) == (None, "threat")


def test_a_filter_by_state_looks_in_all_messages():
    found = view.from_address({"view": "open", "state": "dismissed"})
    assert (found.name, found.states) == ("all", (State.DISMISSED,))


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("today", date(2026, 11, 22), None),
        ("yesterday", date(2026, 11, 21), date(2026, 11, 21)),
        ("week", date(2026, 11, 16), None),
        ("2026-11-01..2026-11-20", date(2026, 11, 1), date(2026, 11, 20)),
        ("..2026-11-20", None, date(2026, 11, 20)),
        ("", None, None),
    ],
)
def test_a_period_is_whole_days_of_local_time(period, first, last):
    assert view.days(period, NIGHT) == (first, last)


def test_the_last_day_of_a_period_belongs_to_it():
    query = view.View(period="2026-11-01..2026-11-20").query(NOON)
    assert query.sent_from.isoformat() == "2026-11-01T00:00:00+01:00"
    assert query.sent_to.isoformat() == "2026-11-21T00:00:00+01:00"


def test_work_comes_by_urgency_and_what_is_searched_for_the_newest_first():
    assert view.View().query(NOON).by_urgency
    searched = view.View(search="Stadtfest").query(NOON)
    assert (searched.by_urgency, searched.newest_first) == (False, True)
