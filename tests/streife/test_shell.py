"""The index page in the reader's language, and our words for Streamlit's."""

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from streife import shell, tongue

STATIC = Path(streamlit.__file__).parent / "static"
INDEX = (STATIC / "index.html").read_text(encoding="utf-8")
PAGE = {"accept": "text/html"}
# Said by Streamlit with parts put together, or by its server.
PUT_TOGETHER = {
    "ctrl-enter",
    "shift-x",
    "previous",
    "next",
    "bell",
    "keys",
    "pick",
    "picked",
    "pick-to-here",
    "delete",
    "no-page-why",
    "one-option",
    "options",
    "chosen",
    "day-chosen",
    "calendar-of",
    "broke",
    "another",
}


@pytest.fixture
def browser():
    async def index(request):
        return HTMLResponse(INDEX, headers={"etag": "x", "last-modified": "Sun, 22 Nov 2026 00:00:00 GMT"})

    async def text(request):
        return PlainTextResponse('<html lang="en"><div id="root">')

    async def refused(request):
        return HTMLResponse(INDEX, 403)

    inside = [Route("/triage", index), Route("/text", text), Route("/refused", refused)]
    middle = [Middleware(shell.Shell), Middleware(GZipMiddleware, minimum_size=10)]
    return TestClient(Starlette(routes=[*shell.routes(), *inside], middleware=middle), headers=PAGE)


@pytest.mark.parametrize("language", tongue.LANGUAGES)
def test_the_page_is_in_the_readers_language(browser, language):
    page = browser.get("/triage", headers={"accept-language": language}).text
    assert f'<html lang="{language}">' in page
    assert "<title>Streife</title>" in page
    assert page.index(shell.SCRIPT) < page.index('type="module"')


def test_nothing_english_is_left_in_the_page(browser):
    page = browser.get("/triage", headers={"accept-language": "sv"}).text
    assert "You need to enable JavaScript" not in page
    assert "Streife behöver JavaScript" in page
    assert "prerenderReady = false" not in page
    assert 'as="font"' not in page


def test_the_page_is_never_kept_as_the_language_may_change(browser):
    told = browser.get("/triage").headers
    assert told["cache-control"] == "no-store"
    assert not {"etag", "last-modified"} & set(told)


@pytest.mark.parametrize("path", ["/text", "/refused"])
def test_whatever_else_passes_stays_as_it_is(browser, path):
    assert '<html lang="en">' in browser.get(path).text


@pytest.mark.parametrize("language", tongue.LANGUAGES)
def test_there_are_words_for_everything_streamlit_says(browser, language):
    told = browser.get(f"/streife/words/{language}.json").json()
    assert set(told) == set(shell.originals().values())
    assert [said for said, instead in told.items() if instead.startswith("streamlit-")] == []
    assert [said for said, instead in told.items() if said.count("*") != instead.count("*")] == []


def test_an_unknown_language_has_no_words(browser):
    assert browser.get("/streife/words/xx.json").status_code == 404


def test_streamlit_still_says_what_we_put_words_over():
    said = "".join(file.read_text(encoding="utf-8") for file in (STATIC / "static" / "js").glob("*.js"))
    plain = {key: max(told.split("*"), key=len).strip(" .,:") for key, told in shell.originals().items()}
    gone = {key for key, part in plain.items() if part not in said}
    assert gone <= PUT_TOGETHER
