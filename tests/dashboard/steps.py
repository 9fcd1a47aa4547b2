"""Steps by the keyboard alone, for tests in a real browser."""

from tests.journeys.house import Desk


def tab_to(desk: Desk, css: str, most: int = 30) -> None:
    """Press Tab until such an element has the focus."""
    for _ in range(most):
        if desk.page.evaluate("css => document.activeElement.matches(css)", css):
            return
        desk.page.keyboard.press("Tab")
    raise AssertionError(f"no {css} within {most} steps of the keyboard")


def press(desk: Desk, css: str, most: int = 30) -> None:
    """Go to such a button by Tab, and press it."""
    tab_to(desk, css, most)
    desk.page.keyboard.press("Enter")
    desk.settle()
