"""Opens a page in a fresh Chromium and brings home what is to be seen; runs in a process of its own.

`python -m evidence.page_visit` reads one `Job` as JSON from standard input and leaves its files and
`page.json` in the job's folder. It knows nothing of the house: neither settings nor keys are in its
environment.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Response, ViewportSize, sync_playwright
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as TooSlow

from evidence.page_archive import DERIVED, Exchange, Visit, archive

FLAGS = (
    *("--disable-quic", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp"),
)
SIZE = ViewportSize(width=1280, height=1024)
LONGEST_TEXT, MOST_DECODED = 1_000_000, 200 * 2**20
ENOUGH_WORDS = 60
PICTURE, PROFILE, TEXT, ARCHIVE, TOLD = "page.png", "profile.png", "page.txt", "capture.wacz", "page.json"
CUT = "the picture ends at {} of {} pixels: the page is longer"
RESTLESS = "the page did not come to rest"
NOT_KEPT = "{} answer(s) without their body: the browser gave it no more"


@dataclass(frozen=True, slots=True)
class Job:
    """What to open and how: `words` are looked for on the page, `folder` takes the files.

    `seconds` may pass until a page has loaded, `settle` more until it rests; `highest` is the tallest picture
    in pixels; `flags` are further ones for Chromium.
    """

    url: str
    folder: str
    proxy: str
    chromium: str
    profile: str = ""
    words: str = ""
    seconds: float = 30.0
    settle: float = 5.0
    highest: int = 16_000
    sandbox: bool = True
    flags: Sequence[str] = ()


@dataclass
class Told:
    """What a visit tells: `fault` where the page could not be opened at all."""

    url: str
    fault: str = ""
    final_url: str = ""
    status: int = 0
    media_type: str = ""
    title: str = ""
    text: str = ""
    password_field: bool = False
    words_found: bool | None = None
    begun_at: str = ""
    ended_at: str = ""
    certificate: Mapping[str, object] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


@contextmanager
def browsing(job: Job) -> Iterator[Browser]:
    """A Chromium whose only way out is the job's proxy."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=job.chromium,
            args=[*FLAGS, *job.flags],
            proxy={"server": job.proxy, "bypass": "<-loopback>"},
            chromium_sandbox=job.sandbox,
        )
        yield browser
        browser.close()


def visit(browser: Browser, job: Job) -> dict[str, Any]:
    """Open the page, then the author's profile; tells of both, their files are in the folder afterwards."""
    folder = Path(job.folder)
    context = browser.new_context(
        accept_downloads=False,
        service_workers="block",
        locale="de-DE",
        timezone_id="Europe/Berlin",
        viewport=SIZE,
    )
    answers: list[tuple[Response, datetime]] = []
    context.on("response", lambda response: answers.append((response, datetime.now(UTC))))
    page = context.new_page()
    context.on("page", lambda other: other.close())
    told = _open(page, job, job.url, folder / PICTURE)
    (folder / TEXT).write_text(told.text, encoding="utf-8", errors="replace")
    exchanges = [] if told.fault else _exchanges(answers, told)
    profile = None
    if job.profile and not told.fault:
        answers.clear()
        profile = _open(page, job, job.profile, folder / PROFILE)
        exchanges += _exchanges(answers, profile)
    if not told.fault:
        visits = [_visit(one) for one in (told, profile) if one and not one.fault]
        archive(folder, exchanges, visits, f"Chromium {browser.version}")
    _close(context)
    return {
        "page": asdict(told),
        "profile": asdict(profile) if profile else None,
        "browser": f"Chromium {browser.version}",
        "archive": DERIVED,
    }


def _open(page: Page, job: Job, url: str, picture: Path) -> Told:
    told = Told(url, begun_at=_now())
    try:
        answer = page.goto(url, timeout=job.seconds * 1000, wait_until="load")
        _settle(page, job, told)
        told.final_url, told.title = page.url, page.title()
        told.text = str(page.evaluate("document.body ? document.body.innerText : ''"))[:LONGEST_TEXT]
        told.password_field = page.locator("input[type=password]").first.is_visible()
        if answer:
            told.status, told.certificate = answer.status, {**(answer.security_details() or {})}
            told.media_type = str(page.evaluate("document.contentType"))
        told.words_found = _found(job.words, told.text)
        _shoot(page, job, told, picture)
    except TooSlow:
        told.fault = "too slow"
    except BrowserError as why:
        told.fault = str(why).partition("\n")[0][:300]
    told.ended_at = _now()
    return told


def _settle(page: Page, job: Job, told: Told) -> None:
    """Wait until the page rests; one that never does is taken as it stands, and the remark says so."""
    try:
        page.wait_for_load_state("networkidle", timeout=job.settle * 1000)
    except TooSlow:
        told.remarks.append(RESTLESS)


def _shoot(page: Page, job: Job, told: Told, picture: Path) -> None:
    tall = int(page.evaluate("Math.max(document.documentElement.scrollHeight, 1)"))
    if tall > job.highest:
        told.remarks.append(CUT.format(job.highest, tall))
        page.screenshot(
            path=picture,
            full_page=True,
            clip={"x": 0, "y": 0, "width": SIZE["width"], "height": job.highest},
            timeout=job.seconds * 1000,
        )
    else:
        page.screenshot(path=picture, full_page=True, timeout=job.seconds * 1000)


def _exchanges(answers: Sequence[tuple[Response, datetime]], told: Told) -> list[Exchange]:
    """What was exchanged up to now, as far as the browser still has it."""
    made: list[Exchange] = []
    room = MOST_DECODED
    for response, at in list(answers):
        if not response.url.startswith(("http://", "https://")):
            continue
        one = _exchange(response, at, room)
        room -= len(one.body or b"")
        made.append(one)
    if missing := sum(one.body is None for one in made):
        told.remarks.append(NOT_KEPT.format(missing))
    return made


def _exchange(response: Response, at: datetime, room: int) -> Exchange:
    request = response.request
    try:
        body = b"" if 300 <= response.status < 400 or room <= 0 else response.body()
    except BrowserError:  # told in the remarks: the archive marks it as cut
        return _made(response, at, [(n, v) for n, v in request.headers.items()], None)
    headers = [(h["name"], h["value"]) for h in request.headers_array()]
    return _made(response, at, headers, body if room > 0 else None)


def _made(response: Response, at: datetime, asked: list[tuple[str, str]], body: bytes | None) -> Exchange:
    headers = list(response.headers.items())
    return Exchange(
        response.url, response.request.method, asked, response.status, response.status_text, headers, body, at
    )


def _visit(told: Told) -> Visit:
    return Visit(told.final_url, told.title, datetime.fromisoformat(told.begun_at))


def _found(words: str, text: str) -> bool | None:
    """Whether the beginning of the message stands on the page; `None` where it has no letters to look for."""
    wanted = _letters(words)[:ENOUGH_WORDS]
    return wanted in _letters(text) if wanted else None


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _close(context: BrowserContext) -> None:
    try:
        context.close()
    except BrowserError as why:
        sys.stderr.write(f"{why}\n")


def _now() -> str:
    return datetime.now(UTC).isoformat()


def main() -> None:
    """One job from standard input; what was seen goes into the folder."""
    given: dict[str, Any] = json.loads(sys.stdin.read())
    job = Job(**given)
    with browsing(job) as browser:
        result = visit(browser, job)
    (Path(job.folder) / TOLD).write_text(json.dumps(result), encoding="ascii")


if __name__ == "__main__":
    main()
