"""Makes a web archive (WACZ 1.1.1 around a WARC 1.1) of what a browser received for a page.

The WARC is *derived*: the browser hands out each body decoded and its headers in its own order, not the bytes
on the line. The archive says so itself.
"""

import contextlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from wacz.main import main as wacz
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from casework.errors import StreifeError

DERIVED = (
    "derived: recorded from what Chromium handed out (DevTools), bodies decoded, not the bytes on the line"
)
# They describe the bytes on the line, which are not what is kept; their values stay under another name.
_OF_THE_LINE = frozenset({"content-encoding", "content-length", "transfer-encoding"})
Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request of the browser and its answer; `body` is decoded, `None` where it was gone."""

    url: str
    method: str
    request_headers: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was opened, for the archive's list of pages."""

    url: str
    title: str
    at: datetime


def archive(folder: Path, exchanges: Sequence[Exchange], visits: Sequence[Visit], browser: str) -> Path:
    """Write `capture.wacz` into the folder, with everything exchanged; raises StreifeError."""
    warc, pages, made = folder / "data.warc.gz", folder / "pages.jsonl", folder / "capture.wacz"
    _write_warc(warc, exchanges, browser)
    pages.write_text("".join(f"{json.dumps(line)}\n" for line in _pages(visits)), encoding="utf-8")
    words = ["create", "-o", str(made), "-p", str(pages), "-c", "--desc", DERIVED, str(warc)]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        failed = wacz(words)
    if failed or not made.exists():
        raise StreifeError(f"archive: could not be made ({said.getvalue()[-200:]}); nothing was secured")
    return made


def _pages(visits: Sequence[Visit]) -> list[dict[str, str]]:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "Pages"}
    told = [
        {"id": f"page-{n}", "url": one.url, "ts": _moment(one.at), "title": one.title}
        for n, one in enumerate(visits, start=1)
    ]
    return [head, *told]


def _write_warc(path: Path, exchanges: Sequence[Exchange], browser: str) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        info = {"software": f"Streife; {browser}", "format": "WARC File Format 1.1", "description": DERIVED}
        writer.write_record(writer.create_warcinfo_record(path.name, info))
        for one in exchanges:
            _write_exchange(writer, one)


def _write_exchange(writer: WARCWriter, one: Exchange) -> None:
    body = one.body or b""
    answered = StatusAndHeaders(
        f"{one.status} {_line(one.reason)}".strip(), _kept(one.headers, len(body)), protocol="HTTP/1.1"
    )
    named = {"WARC-Date": _moment(one.at)} | ({"WARC-Truncated": "unspecified"} if one.body is None else {})
    response = writer.create_warc_record(
        one.url, "response", payload=io.BytesIO(body), http_headers=answered, warc_headers_dict=named
    )
    asked = StatusAndHeaders(
        f"{one.method} {_path(one.url)} HTTP/1.1", _kept(one.request_headers), is_http_request=True
    )
    request = writer.create_warc_record(
        one.url, "request", http_headers=asked, warc_headers_dict={"WARC-Date": _moment(one.at)}
    )
    writer.write_request_response_pair(request, response)


def _kept(headers: Headers, length: int | None = None) -> list[tuple[str, str]]:
    """Headers without HTTP/2's pseudo names; what described the line goes under `X-Archive-Orig-`."""
    named = [(_line(n), _line(v)) for n, v in headers if n and not n.startswith(":")]
    if length is None:
        return named
    kept = [(f"X-Archive-Orig-{n}" if n.lower() in _OF_THE_LINE else n, v) for n, v in named]
    return [*kept, ("Content-Length", str(length))]


def _path(url: str) -> str:
    rest = url.partition("://")[2]
    return _line(f"/{rest.partition('/')[2]}")


def _line(words: str) -> str:
    """One line of a header, in characters that a header can hold."""
    flat = " ".join(words.splitlines())
    return flat.encode("latin-1", "backslashreplace").decode("latin-1")


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
