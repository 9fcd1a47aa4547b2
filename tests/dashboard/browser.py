"""Opens a page of the dashboard without a browser, in the name of a person."""

import html
import re
from pathlib import Path

from streamlit import config
from streamlit.testing.v1 import AppTest

from casework.people import Person
from dashboard import doors, identity
from dashboard.inert import ZERO_WIDTH_SPACE

APP = Path(__file__).parents[2] / "dashboard" / "app.py"


def visit(desk, person: Person | None, page: str = "", **address: str) -> AppTest:
    """The page as the person sees it; `address` are the parameters behind the question mark."""
    # AppTest keeps its own bookkeeping in the session, which cannot be pickled.
    config.set_option("runner.enforceSerializableSessionState", False)
    desk.setattr(identity, "here", lambda: person)
    shown = AppTest.from_file(str(APP), default_timeout=30)
    for name, value in address.items():
        shown.query_params[name] = value
    shown.run()
    first = doors.first(person).name if person else page
    if page and page != first:
        shown.switch_page(f"app_pages/{page}.py")
        for name, value in address.items():
            shown.query_params[name] = value
        shown.run()
    return shown


def as_read(markup: str) -> str:
    """Inert markup as a reader sees it, without the yellow ground."""
    bare = re.sub(r":yellow-background\[([^\]]*)\]", r"\1", markup)
    lines = [html.unescape(line) for line in bare.split("  \n")]
    return "\n".join(lines).replace(ZERO_WIDTH_SPACE, "").replace("\xa0", " ")


def rows(shown: AppTest) -> list[str]:
    """The rows of the queue as a reader sees them, from top to bottom."""
    return [as_read(label) for choice in shown.radio if choice.key == "rows" for label in choice.options]


def open_row(shown: AppTest, words: str) -> AppTest:
    """Open the first row that holds these words."""
    queue = shown.radio(key="rows")
    return queue.set_value(next(one for one in queue.options if words in as_read(one))).run()


def press(shown: AppTest, key: str) -> AppTest:
    """Press a button of the page."""
    shown.button(key=key).click().run()
    assert not shown.exception
    return shown


def send(shown: AppTest, opener: str, sender: str) -> AppTest:
    """Press a form's button; without a browser the form must be opened in the same drawing."""
    shown.button(key=opener).click()
    return press(shown, sender)
