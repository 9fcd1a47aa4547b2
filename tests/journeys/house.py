"""A whole Streife of its own for a journey: its home, its command line, its server, its browser."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as NotYet

from tests.journeys.drawing import Drawing

# The same engine without windows draws a page at half the cost.
CHROMIUMS = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
CHROMIUM = next((one for one in CHROMIUMS if one.exists()), CHROMIUMS[-1])
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-site-isolation-trials",
]
AT_REST = '[data-testid="stApp"][data-test-script-state="notRunning"]'
AT_WORK = f"() => !document.querySelector('{AT_REST}')"
# Nothing on the page has changed for a tenth of a second, or something does all the time.
QUIET = """() => new Promise(done => {
    let soon = setTimeout(done, 100);
    const later = () => { clearTimeout(soon); soon = setTimeout(done, 100); };
    new MutationObserver(later).observe(document.body, {subtree: true, childList: true, characterData: true});
    setTimeout(done, 1000);
})"""
PATIENCE = 60_000  # milliseconds; both cores may be busy with another test
PASSWORD = "ein-langes-kennwort"
REPOSITORY = Path(__file__).parents[2]
SHOTS = Path(os.environ.get("STREIFE_HOME") or REPOSITORY / "var") / "screenshots"


class House:
    """One Streife under its own home and port."""

    def __init__(self, home: Path, poll_seconds: int = 1, database_url: str = "") -> None:
        self.home = home
        self.port = free_port()
        self._env = os.environ | {
            "STREIFE_HOME": str(home),
            "STREIFE_PORT": str(self.port),
            "STREIFE_POLL_SECONDS": str(poll_seconds),
            "STREIFE_DATABASE_URL": database_url,
        }

    def run(self, *words: str, told: str = "", expect: int = 0) -> str:
        """Run a command to its end; returns what it printed."""
        done = subprocess.run(
            [str(Path(sys.executable).with_name("streife")), *words],
            env=self._env,
            cwd=REPOSITORY,
            input=told,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == expect, f"streife {' '.join(words)}: {done.stdout}{done.stderr}"
        return done.stdout

    def rows(self, *words: str) -> Any:
        """What a command tells as JSON."""
        return json.loads(self.run(*words, "--json"))

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve in the background; gives the address."""
        command = [str(Path(sys.executable).with_name("streife")), "serve"]
        with (self.home / "serve.log").open("wb") as log:
            server = subprocess.Popen(command, env=self._env, cwd=REPOSITORY, stdout=log, stderr=log)
        try:
            address = f"http://localhost:{self.port}"
            until(lambda: answers(f"{address}/health"), 60, f"no answer: {self.home / 'serve.log'}")
            yield address
        finally:
            server.terminate()
            server.wait(30)


class Desk:
    """A signed-in person's browser; no page is open yet, unless the person signed in by hand."""

    def __init__(
        self, browser: Browser, address: str, login: str, *, by_hand: bool = False, **given: Any
    ) -> None:
        self.login = login
        self._address = address
        basics = {"viewport": {"width": 1440, "height": 900}, "locale": "de-DE"}
        self.page: Page = browser.new_context(**{**basics, **given}).new_page()
        self.page.set_default_timeout(PATIENCE)
        self._drawing = Drawing(self.page)
        if by_hand:
            self._sign_in()
            return
        signed_in = self.page.request.post(
            f"{address}/anmelden", form={"login": login, "password": PASSWORD}, max_redirects=0
        )
        assert signed_in.status == HTTPStatus.SEE_OTHER, f"{login} is not let in: {signed_in.status}"

    def _sign_in(self) -> None:
        self.page.goto(f"{self._address}/anmelden")
        self.page.fill("#login", self.login)
        self.page.fill("#password", PASSWORD)
        self.page.click("button")
        self.page.get_by_role("heading", level=1).first.wait_for()

    def open(self, path: str) -> None:
        """Go to a page and wait for its title and its keys."""
        self.page.goto(f"{self._address}/{path}")
        self.page.get_by_role("heading", level=1).first.wait_for()
        self.page.wait_for_function("() => window.streifeKeys")

    def round(self, *paths: str) -> Iterator[str]:
        """Through these pages: the first is loaded, on goes it by the menu where there is a door."""
        for number, path in enumerate(paths):
            door = self.page.locator(f'a[href$="/{path}"]').first
            if number and door.is_visible():
                door.click()
                self.page.wait_for_url(f"{self._address}/{path}*")
            else:
                self.open(path)
            self.settle()
            self.page.get_by_role("heading", level=1).first.wait_for()
            yield path

    def open_first(self) -> None:
        """Open the first row of the queue."""
        self.page.locator('.st-key-rows [data-testid="stRadioOption"]').first.click()
        self.settle()

    def press(self, name: str) -> None:
        """Press the first button of that name in the open dialog, else on the page."""
        dialog = self.page.get_by_role("dialog")
        place = dialog if dialog.count() else self.page
        place.get_by_role("button", name=name).first.click()
        self.settle()

    def fill(self, number: int, words: str) -> None:
        """Write into the numbered text field of the open dialog, and let the page take it in."""
        field = self.page.get_by_role("dialog").get_by_role("textbox").nth(number)
        field.fill(words)
        field.blur()
        self.settle()

    def settle(self) -> None:
        """Wait until the page has drawn what was asked of it."""
        if not self._drawing.wished():
            with suppress(NotYet):  # nothing may have been asked for at all
                self.page.wait_for_function(AT_WORK, timeout=400)
        end = time.monotonic() + 30
        while True:
            self.page.wait_for_selector(AT_REST)
            self.page.evaluate(QUIET)
            if self._drawing.rests:
                return
            assert time.monotonic() < end, "the page is drawn on and on"

    def too_wide(self) -> int:
        """By how many pixels the page stays wider than its window; what is drawn takes a moment to fit in."""
        main = "document.querySelector('[data-testid=stMain]')"
        fits = f"() => {main}.scrollWidth <= {main}.clientWidth"
        with suppress(NotYet):
            self.page.wait_for_function(fits, timeout=3_000)
        return int(self.page.evaluate(f"{main}.scrollWidth - {main}.clientWidth"))

    def sees(self, words: str) -> None:
        """Wait until the words stand on the page."""
        self.page.get_by_text(words).first.wait_for(timeout=15_000)

    def shoot(self, name: str) -> Path:
        """Keep a picture of what stands there."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.wait_for_timeout(1_000)
        self.page.screenshot(path=SHOTS / f"{name}.png")
        return SHOTS / f"{name}.png"


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def until(true: Any, seconds: float, complaint: str) -> Any:
    """Wait until it is true; returns what it gave."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.2)
    raise AssertionError(complaint)


def answers(url: str) -> bool:
    """Whether the server says 200 there."""
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own server
            return bool(answer.status == 200)
    except OSError:
        return False


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def cpu_seconds(address: str) -> float:
    """Seconds of processor time that the server of this address has used so far."""
    port = f"STREIFE_PORT={address.rsplit(':', 1)[1]}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        if b"serve" in (process / "cmdline").read_bytes() and port in (process / "environ").read_bytes():
            fields = (process / "stat").read_text().rsplit(")", 1)[1].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    raise AssertionError(address)
