"""A queue decided by keyboard alone, for a test and for the bench."""

import time

from tests.journeys.house import Desk

STILL = '[data-testid="stApp"][data-test-script-state="notRunning"]'
KEYS = (("e", "1"), ("e", "2"), ("u", "g", "Enter"), ("e", "3"))


def decide(desk: Desk, messages: int, path: str = "triage") -> list[float]:
    """Decide so many, the keys as soon as the page has settled; seconds of each, the machine's part alone."""
    desk.open(path)
    desk.page.locator(".st-key-key_help").wait_for()
    desk.settle()
    desk.page.keyboard.press("j")
    desk.page.locator(".st-key-message").wait_for()
    return [_decide(desk, KEYS[number % len(KEYS)]) for number in range(messages)]


def _decide(desk: Desk, keys: tuple[str, ...]) -> float:
    desk.settle()  # a key that comes while the page is drawn anew is nobody's
    began, was = time.monotonic(), desk.page.url
    for key in keys:
        desk.page.keyboard.press(key)
        if key == "u":
            desk.page.get_by_text("Hinweis bestätigt").first.wait_for()
    desk.page.wait_for_url(lambda url: url != was)
    desk.page.wait_for_selector(STILL)
    return time.monotonic() - began
