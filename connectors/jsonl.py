"""The documented JSON Lines form of `streife import`: every field checked, a bad line named."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from io import IOBase
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from casework.errors import Refused
from casework.incoming import LONGEST_REASON, Line, Refusal
from casework.labels import Kind, Platform
from casework.message import LONGEST_NAME, Author, Received, checked, storable
from casework.visible import visible

LONGEST_LINE = 8 * 1024 * 1024
LONGEST_NUMBER = 20
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?", re.ASCII | re.I)
PLAIN_WORDS = {
    "missing": "missing",
    "extra_forbidden": "no such key in this form",
    "string_type": "must be a text",
    "string_unicode": "holds a lone surrogate",
    "string_too_short": "empty; give the network's own value",
    "string_too_long": f"longer than {LONGEST_NAME} characters",
    "model_type": 'must be an object such as {"id": "1", "handle": "a", "name": "A"}',
}


def _without_control(told: str) -> str:
    if re.search("[\x00-\x1f\x7f-\x9f]", told):
        raise PydanticCustomError("control", "holds a control character")
    return told


Name = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_NAME), AfterValidator(_without_control)
]
Words = Annotated[str, BeforeValidator(lambda told: storable(told) if isinstance(told, str) else told)]


class _Author(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: Name
    handle: Name
    name: Words


class _Message(BaseModel):
    model_config = ConfigDict(extra="forbid")
    platform: Platform
    account: Name
    native_id: Name
    kind: Kind
    author: _Author
    text: Words
    sent_at: str
    url: str = ""
    thread: str = ""
    parent: str = ""
    lang: str = ""


def read(lines: Iterable[bytes], now: datetime) -> Iterator[Line | Refusal]:
    """Read lines one by one, or a binary file; never raises for what they hold. Passes over empty lines."""
    bounded = _lines_of(lines) if isinstance(lines, IOBase) else lines
    for number, line in enumerate(bounded, start=1):
        raw = line.removesuffix(b"\n").removesuffix(b"\r")
        if number == 1:
            raw = raw.removeprefix(BYTE_ORDER_MARK)
        if not raw.strip():
            continue
        try:
            yield _line(number, raw, now)
        except Refused as why:
            yield Refusal(number, visible(str(why))[:LONGEST_REASON])


def _lines_of(file: IOBase) -> Iterator[bytes]:
    """The lines of a file; of one that is too long, only so much that it is refused is in memory."""
    while line := file.readline(LONGEST_LINE + 2):
        yield line
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)


def _line(number: int, raw: bytes, now: datetime) -> Line:
    if len(raw) > LONGEST_LINE:
        raise Refused(f"longer than {LONGEST_LINE} bytes")
    told = _validated(_parsed(raw))
    received = Received(
        native_id=told.native_id,
        kind=told.kind,
        author=Author(told.author.id, told.author.handle, told.author.name),
        text=told.text,
        sent_at=_time(told.sent_at),
        raw=raw,
        url=told.url,
        thread=told.thread,
        parent=told.parent,
        lang=told.lang,
    )
    return Line(number, told.platform, told.account, replace(checked(received, now), raw=raw))


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(
            raw.decode("utf-8"), object_pairs_hook=_no_twins, parse_int=_number, parse_constant=_number
        )
    except UnicodeDecodeError as error:
        raise Refused(f"not UTF-8: byte {error.start + 1} of the line") from None
    except RecursionError:
        raise Refused("not JSON we read: nested too deeply") from None
    except ValueError as error:
        raise Refused(f"not JSON: {error}") from None


def _validated(told: Any) -> _Message:
    if not isinstance(told, dict):
        raise Refused("not a JSON object; write one message a line as {...}")
    try:
        return _Message.model_validate(told)
    except ValidationError as error:
        raise Refused(_plain(error.errors(include_input=False, include_url=False)[0])) from None


def _time(told: str) -> datetime:
    try:
        if RFC3339.fullmatch(told):
            return datetime.fromisoformat(told.upper())
        reason = "not RFC 3339"
    except ValueError as error:
        reason = str(error)
    raise Refused(f"sent_at: {reason}; write such as 2026-11-21T08:41:00+01:00")


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        raise ValueError("a key stands twice")
    return told


def _number(told: str) -> int:
    if not told.lstrip("-").isdigit() or len(told) > LONGEST_NUMBER:
        raise ValueError(f"{told[:LONGEST_NUMBER]} is no number that we read")
    return int(told)


def _plain(error: ErrorDetails) -> str:
    """The field and what is wrong with it."""
    return f"{'.'.join(map(str, error['loc']))}: {PLAIN_WORDS.get(error['type'], error['msg'])}"
