"""The shell around the pages, which Streamlit writes in English: its language, its title, its own words.

Streamlit serves one index page and speaks English in it. The middleware gives that page the reader's
language; a script of ours puts the reader's words over those of Streamlit (`words/streamlit.toml`).
"""

import re
import tomllib
from functools import cache
from html import escape
from pathlib import Path

from fluent.runtime import FluentLocalization, FluentResourceLoader
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from streife import tongue

HERE = Path(__file__).parent
SCRIPT = "/streife/own_words.js"
WORDS = "/streife/words/{language}.json"
A_WHILE = {"cache-control": "private, max-age=600"}
UNWANTED = (
    # A font that our theme does not use, and a line that the content policy forbids anyway.
    re.compile(rb'<link\s+rel="preload"[^>]*as="font"[^>]*/>'),
    re.compile(rb"<script>\s*window\.prerenderReady = false\s*</script>"),
)


class Shell:
    """Puts the reader's language into every index page that passes."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the pages."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; a page is held back until it is whole, and goes out rewritten."""
        if scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", ""):
            send = _Rewriter(language_of(Request(scope)), send).send
            plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            scope = {**scope, "headers": plain}
        await self._app(scope, receive, send)


class _Rewriter:
    """Holds back the answer to one request while it may be the index page."""

    def __init__(self, language: str, send: Send) -> None:
        self._language = language
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = dressed(self._body, self._language)
        stale = (b"content-length", b"etag", b"last-modified", b"cache-control")
        kept = [(name, value) for name, value in start["headers"] if name.lower() not in stale]
        told = [(b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store")]
        await self._send({**start, "headers": [*kept, *told]})
        await self._send({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    kind = dict(start["headers"]).get(b"content-type", b"")
    return bool(start["status"] == 200 and kind.startswith(b"text/html"))


def dressed(page: bytes, language: str) -> bytes:
    """Streamlit's index page in the reader's language; any other page as it is."""
    if b'<div id="root">' not in page:
        return page
    for one in UNWANTED:
        page = one.sub(b"", page)
    page = page.replace(b'<html lang="en">', f'<html lang="{language}">'.encode(), 1)
    page = page.replace(b"<title>Streamlit</title>", b"<title>Streife</title>", 1)
    page = page.replace(b"<head>", f'<head>\n    <script src="{SCRIPT}"></script>'.encode(), 1)
    without = f"<noscript><p>{escape(_words(language).format_value('no-script'))}</p></noscript>".encode()
    return re.sub(rb"<noscript>.*?</noscript>", lambda _: without, page, count=1, flags=re.DOTALL)


def routes() -> list[Route]:
    """The script, and the words it puts over Streamlit's."""
    return [Route(SCRIPT, _script), Route(WORDS, _table)]


async def _script(_: Request) -> Response:
    return FileResponse(HERE / "pages" / "own_words.js", media_type="text/javascript", headers=A_WHILE)


async def _table(request: Request) -> Response:
    language = request.path_params["language"]
    if language not in tongue.LANGUAGES:
        return JSONResponse({}, 404)
    return JSONResponse(instead(language), headers=A_WHILE)


@cache
def originals() -> dict[str, str]:
    """What Streamlit says on our pages, by key; `*` stands for what varies."""
    told: dict[str, str] = tomllib.loads((HERE / "words" / "streamlit.toml").read_text(encoding="utf-8"))
    return told


@cache
def instead(language: str) -> dict[str, str]:
    """The reader's words by Streamlit's."""
    words = _words(language)
    return {said: words.format_value(f"streamlit-{key}") for key, said in originals().items()}


def language_of(request: Request) -> str:
    """The language of whoever asks."""
    wished = request.headers.get("accept-language")
    return tongue.of(request.query_params.get("lang"), request.cookies, wished)


def _words(language: str) -> FluentLocalization:
    return FluentLocalization([language], ["{locale}.ftl"], FluentResourceLoader(str(HERE / "words")))
