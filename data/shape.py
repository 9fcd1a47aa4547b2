"""The building blocks of the tables: one metadata, and a short word for each sort of column."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, Table

from data.columns import Json, Key, Label, When, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table(name: str, *parts: Any) -> Table:
    """A table with an id that is never given out twice."""
    return Table(name, metadata, *parts, Column("id", Key, primary_key=True), sqlite_autoincrement=True)


def ref(name: str, table: str) -> Column[int]:
    """The id of a record of another table."""
    return Column(name, Key, ForeignKey(f"{table}.id"), nullable=False)


def may_ref(name: str, table: str) -> Column[int]:
    """The id of a record of another table, or none."""
    return Column(name, Key, ForeignKey(f"{table}.id"), nullable=True)


def words(name: str) -> Column[str]:
    """Text."""
    return Column(name, Words, nullable=False)


def label(name: str, words: type[StrEnum], *, nullable: bool = False) -> Column[StrEnum]:
    """One word of an enumeration."""
    return Column(name, Label(words), nullable=nullable)


def json(name: str, shape: Any) -> Column[Any]:
    """A tuple or mapping of this shape."""
    return Column(name, Json(shape), nullable=False)


def when(name: str, *, nullable: bool = False) -> Column[Any]:
    """A moment, UTC."""
    return Column(name, When, nullable=nullable)


def number(name: str) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=False)


def flag(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean, nullable=False)
