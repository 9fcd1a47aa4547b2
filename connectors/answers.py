"""Reads networks' answers without trusting their shape: nothing here raises for any JSON."""

import json
import re
from datetime import UTC, datetime

from casework.errors import SchemaChanged
from casework.message import EARLIEST

DEEPEST = 100
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]')


def parsed(body: bytes) -> object:
    """The JSON of an answer; raises ValueError where it is none.

    What nests deeper than DEEPEST becomes null: a citizen can put a thousand brackets into a post's
    record, and no parser here would read the page, nor any message behind it.
    """
    return json.loads(_shallow(body.decode("utf-8", "replace")))


def _shallow(text: str) -> str:
    kept: list[str] = []
    start = depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
            if depth == DEEPEST + 1:
                kept += (text[start : token.start()], "null")
        elif token[0] in "]}":
            if depth == DEEPEST + 1:
                start = token.end()
            depth -= 1
    return "".join((*kept, text[start:]))


def at(answer: object, *path: str) -> object:
    """What lies at the end of a path through nested objects; None when nothing does."""
    for key in path:
        answer = answer.get(key) if isinstance(answer, dict) else None
    return answer


def words(answer: object, *path: str) -> str:
    """The text at the end of the path, or ""."""
    found = at(answer, *path)
    return found if isinstance(found, str) else ""


def listed(answer: object, *path: str) -> list[object]:
    """The list at the end of the path, or an empty one."""
    found = at(answer, *path)
    return found if isinstance(found, list) else []


def needed(answer: object, *paths: tuple[str, ...]) -> None:
    """Raises SchemaChanged, naming the first of the paths that leads to no text."""
    for path in paths:
        if not isinstance(at(answer, *path), str):
            raise SchemaChanged(f"{'.'.join(path)} is missing in {shown(words(answer, *paths[0]) or answer)}")


def needed_list(answer: object, name: str) -> list[object]:
    """The list of that name; raises SchemaChanged when the answer has none."""
    found = at(answer, name)
    if not isinstance(found, list):
        raise SchemaChanged(f"the answer holds no list of {name}: {shown(answer)}")
    return found


def moment(told: str) -> datetime | None:
    """An RFC 3339 time in UTC; None without a zone or when it is no time."""
    try:
        time = datetime.fromisoformat(told)
        return time.astimezone(UTC) if time.tzinfo else None
    except (ValueError, OverflowError):
        return None


def from_unix(told: str | None) -> datetime | None:
    """A header's seconds since 1970 as a UTC time; None when it is no such number."""
    try:
        return datetime.fromtimestamp(int(told or ""), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def sent_at(*told: datetime | None) -> datetime:
    """The earliest of the told times that can be true, or else now."""
    now = datetime.now(UTC)
    return min((time for time in told if time and EARLIEST <= time <= now), default=now)


def raw(item: object) -> bytes:
    """One item of an answer as compact JSON: every field, in the order in which it came."""
    return json.dumps(item, ensure_ascii=False, separators=(",", ":")).encode(errors="backslashreplace")


def shown(thing: object) -> str:
    """Anything a stranger sent, as one printable line of at most 200 characters."""
    return ascii(str(thing)).strip("'\"")[:200]
