"""The question that finds records by their columns, built once for each set of columns."""

from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any, cast

from sqlalchemy import Select, bindparam, select

from data.records import TABLES

SEVERAL = (list, tuple, set, frozenset)


def query(kind: type, equal: Mapping[str, Any]) -> tuple[Select[Any], dict[str, Any]]:
    """For records whose columns have these values, by id; a collection stands for any of its values."""
    shapes = tuple((name, _shape(value)) for name, value in equal.items())
    values = {name: list(value) if isinstance(value, SEVERAL) else value for name, value in equal.items()}
    return _built(cast(Hashable, kind), shapes), values


def _shape(value: object) -> str:
    return "none" if value is None else "several" if isinstance(value, SEVERAL) else "one"


@cache
def _built(kind: Any, shapes: tuple[tuple[str, str], ...]) -> Select[Any]:
    table = TABLES[kind]
    return select(table).where(*(_is(table.c[name], shape) for name, shape in shapes)).order_by(table.c.id)


def _is(column: Any, shape: str) -> Any:
    if shape == "none":
        return column.is_(None)
    value = bindparam(column.name, type_=column.type, expanding=shape == "several")
    return column.in_(value) if shape == "several" else column == value
