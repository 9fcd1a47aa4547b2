"""Column types: each keeps a Python value so that it comes back from any database as it went in."""

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, DateTime, Dialect, Integer, String, Text
from sqlalchemy.types import TypeDecorator

from casework.errors import Refused
from casework.message import storable

Key = BigInteger().with_variant(Integer, "sqlite")


class Words(TypeDecorator[str]):
    """Text of any origin, in the form that every database takes (casework.message.storable)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _: Dialect) -> str | None:
        """Show NUL and lone surrogates instead of failing on them."""
        return None if value is None else storable(value)


class When(TypeDecorator[datetime]):
    """A moment: kept in UTC, always handed back aware."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn to UTC; SQLite keeps no zone."""
        if value is None:
            return None
        return utc(value).replace(tzinfo=None) if dialect.name == "sqlite" else utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Put the zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Label(TypeDecorator[StrEnum]):
    """One value of an enumeration, kept as its word."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        """Remember which enumeration."""
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | str | None, _: Dialect) -> str | None:
        """The word."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, _: Dialect) -> StrEnum | None:
        """The value of that word."""
        return None if value is None else self.words(value)


class Json(TypeDecorator[Any]):
    """A tuple or mapping of the given type as JSON text (plain ASCII: no database minds it)."""

    impl = Text
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        """`shape` is the annotation of the field, such as `tuple[Hostility, ...]`."""
        super().__init__()
        self.shape = shape
        self._adapter = TypeAdapter(shape)

    def process_bind_param(self, value: Any, _: Dialect) -> str | None:
        """JSON text."""
        return None if value is None else self.text(value)

    def process_result_value(self, value: str | None, _: Dialect) -> Any:
        """The typed value."""
        return None if value is None else self.value(value)

    def text(self, value: Any) -> str:
        """The JSON text of a value."""
        return json.dumps(self._adapter.dump_python(value, mode="json"), separators=(",", ":"))

    def value(self, text: str) -> Any:
        """The value of a JSON text."""
        return self._adapter.validate_python(json.loads(text))


def utc(moment: datetime) -> datetime:
    """The moment in UTC; raises Refused when it has no zone."""
    if moment.tzinfo is None:
        raise Refused(f"time {moment.isoformat()}: has no zone; the store keeps aware times only")
    return moment.astimezone(UTC)


def kept(kind: Any, value: Any) -> Any:
    """The value as a column of this type would hand it back."""
    if value is None:
        return None
    if isinstance(kind, Words):
        return storable(value)
    if isinstance(kind, When):
        return utc(value)
    return kind.value(kind.text(value)) if isinstance(kind, Json) else value
