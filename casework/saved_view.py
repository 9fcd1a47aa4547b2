"""Views of the queue that an officer keeps under a name: the filters as they stand in the address."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from casework.errors import NotAllowed, Refused
from casework.message import storable
from casework.people import Person
from casework.ports import Work

LONGEST_NAME, LONGEST_VALUE, MOST = 60, 500, 50


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named view; `parameters` are those of the address. Who took it away is in the audit log."""

    officer_id: int
    name: str
    parameters: Mapping[str, str]
    saved_at: datetime
    ended_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def mine(work: Work, person: Person) -> list[SavedView]:
    """The person's views, in the order in which they were saved first."""
    return work.find(SavedView, officer_id=person.id, ended_at=None)


def save(work: Work, person: Person, name: str, parameters: Mapping[str, str]) -> SavedView:
    """Keep a view under a name; the view that had it is overwritten.

    Raises Refused for an unfit name, too long a value, or too many views.
    """
    called, kept = _checked(name), _fit(parameters)
    views = mine(work, person)
    for old in views:
        if old.name == called:
            new = work.replace(replace(old, parameters=kept, saved_at=work.now))
            return _logged(work, person, "view_saved", new)
    if len(views) >= MOST:
        raise Refused(f"views: {MOST} are saved already; delete one first")
    return _logged(work, person, "view_saved", work.add(SavedView(person.id, called, kept, work.now)))


def rename(work: Work, person: Person, view_id: int, name: str) -> SavedView:
    """Give a view another name; raises Refused where another view has it, NotAllowed for another's view."""
    view, called = _own(work, person, view_id), _checked(name)
    if any(other.name == called and other.id != view.id for other in mine(work, person)):
        raise Refused(f"name: {called!r} is taken; choose another")
    return _logged(work, person, "view_renamed", work.replace(replace(view, name=called)))


def delete(work: Work, person: Person, view_id: int) -> SavedView:
    """Take a view away; raises NotAllowed for another's."""
    view = _own(work, person, view_id)
    return _logged(work, person, "view_deleted", work.replace(replace(view, ended_at=work.now)))


def _own(work: Work, person: Person, view_id: int) -> SavedView:
    view = work.get(SavedView, view_id)
    if view.officer_id != person.id:
        raise NotAllowed(f"view {view_id}: belongs to somebody else")
    if view.ended_at:
        raise Refused(f"view {view_id}: was deleted; save it anew")
    return view


def _checked(name: str) -> str:
    called = " ".join(storable(name).split())
    if not called:
        raise Refused("name: empty; say what this view shows")
    if len(called) > LONGEST_NAME:
        raise Refused(f"name: longer than {LONGEST_NAME} characters")
    return called


def _fit(parameters: Mapping[str, str]) -> dict[str, str]:
    kept = {name: storable(value) for name, value in parameters.items() if value}
    if any(len(value) > LONGEST_VALUE for value in kept.values()):
        raise Refused(f"view: a filter is longer than {LONGEST_VALUE} characters")
    return kept


def _logged(work: Work, person: Person, act: str, view: SavedView) -> SavedView:
    told = {"officer": person.login, "name": view.name, "parameters": dict(view.parameters)}
    work.record(person.login, act, f"view:{view.id}", told)
    return view
