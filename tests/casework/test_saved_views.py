"""Views that officers keep: their own alone, each act in the log."""

import pytest

from casework import saved_view
from casework.errors import NotAllowed, Refused
from tests.builders import a_person

FILTERS = {"view": "open", "text": "fahrrad", "intent": ""}


@pytest.fixture
def work(store):
    with store.begin() as work:
        yield work


@pytest.fixture
def person(work):
    return a_person(work)


def names(work, person):
    return [view.name for view in saved_view.mine(work, person)]


def test_a_view_is_kept_without_empty_filters_and_logged(work, person):
    view = saved_view.save(work, person, "  Räder  am\tAbend ", FILTERS)
    assert (view.name, view.parameters) == ("Räder am Abend", {"view": "open", "text": "fahrrad"})
    assert saved_view.mine(work, person) == [view]
    (entry,) = work.audit_of(f"view:{view.id}")
    assert (entry.actor, entry.act, entry.detail["name"]) == (person.login, "view_saved", view.name)


def test_saving_again_under_a_name_changes_that_view(work, person):
    first = saved_view.save(work, person, "Räder", FILTERS)
    again = saved_view.save(work, person, "Räder", {"view": "tips"})
    assert (again.id, again.parameters) == (first.id, {"view": "tips"})
    assert names(work, person) == ["Räder"]


def test_a_view_is_renamed_and_deleted_and_its_name_is_free_again(work, person):
    view, other = (saved_view.save(work, person, name, FILTERS) for name in ("eins", "zwei"))
    with pytest.raises(Refused, match="taken"):
        saved_view.rename(work, person, view.id, "zwei")
    saved_view.delete(work, person, other.id)
    assert saved_view.rename(work, person, view.id, "zwei").name == "zwei"
    assert names(work, person) == ["zwei"]
    with pytest.raises(Refused, match="deleted"):
        saved_view.rename(work, person, other.id, "drei")
    assert [e.act for e in work.audit_of(f"view:{other.id}")] == ["view_saved", "view_deleted"]


def test_nobody_touches_anothers_view(work, person):
    view = saved_view.save(work, person, "meins", FILTERS)
    colleague = a_person(work)
    assert saved_view.mine(work, colleague) == []
    with pytest.raises(NotAllowed):
        saved_view.rename(work, colleague, view.id, "x")
    with pytest.raises(NotAllowed):
        saved_view.delete(work, colleague, view.id)
    assert saved_view.save(work, colleague, "meins", {}).id != view.id


@pytest.mark.parametrize(("name", "value"), [("", "x"), (" \t", "x"), ("n" * 61, "x"), ("gut", "x" * 501)])
def test_what_does_not_fit_is_refused(work, person, name, value):
    with pytest.raises(Refused):
        saved_view.save(work, person, name, {"text": value})


def test_there_is_an_end_to_views(work, person):
    for number in range(saved_view.MOST):
        saved_view.save(work, person, str(number), {})
    with pytest.raises(Refused, match="delete one"):
        saved_view.save(work, person, "one more", {})
    saved_view.save(work, person, "0", {"view": "tips"})
