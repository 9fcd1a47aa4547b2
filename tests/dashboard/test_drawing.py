"""A journey goes on only when the page stands there, on a slow machine too."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.dashboard.served import IN_BROWSER
from tests.journeys import drawing as drawn
from tests.journeys.drawing import Drawing

pytestmark = IN_BROWSER
LATE = "http://late.example/part.js"
BEGUN, ENDED = ForwardMsg(), ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
BEGUN.new_session.SetInParent()
ASKED = BackMsg()
ASKED.rerun_script.SetInParent()


class Line:
    """What tells of a page's talk with the server, told by hand."""

    def __init__(self):
        self._hears = {}

    def on(self, event, hears):
        self._hears[event] = hears

    def tell(self, *said):
        for one in said:
            way = "framesent" if isinstance(one, BackMsg) else "framereceived"
            self._hears[way](one.SerializeToString())

    def opens(self, line):
        self._hears["websocket"](line)


@pytest.fixture
def talk():
    """A page's line and what follows it."""
    page, line = Line(), Line()
    drawing = Drawing(page)
    page.opens(line)
    return line, drawing


def test_a_part_of_the_page_that_comes_late_is_waited_for(browser):
    page = browser.new_context().new_page()
    drawing, held = Drawing(page), []
    page.route(LATE, lambda part: held.append(part))  # a list's own method cannot be handed over
    with page.expect_request(LATE):
        page.set_content(f"<script async src='{LATE}'></script>", wait_until="commit")
    assert not drawing.rests
    while not held:
        page.wait_for_timeout(20)
    with page.expect_event("requestfinished"):
        held[0].fulfill(body="", content_type="text/javascript")
    assert drawing.rests


def test_one_run_that_was_asked_for_ends_the_drawing(talk):
    line, drawing = talk
    line.tell(ASKED, BEGUN)
    assert not drawing.rests
    line.tell(ENDED)
    assert drawing.rests


def test_two_runs_asked_for_at_once_are_both_waited_for(talk):
    line, drawing = talk
    line.tell(ASKED, ASKED, BEGUN, ENDED)
    assert not drawing.rests
    line.tell(BEGUN, ENDED)
    assert drawing.rests


def test_two_runs_that_became_one_are_not_waited_for_for_ever(talk, monkeypatch):
    line, drawing = talk
    monkeypatch.setattr(drawn, "GRACE", 0)
    line.tell(ASKED, ASKED, BEGUN, ENDED)
    assert drawing.rests


def test_what_never_began_is_not_waited_for_after_later_runs(talk, monkeypatch):
    line, drawing = talk
    monkeypatch.setattr(drawn, "GRACE", 0)
    line.tell(ASKED, ASKED, BEGUN, ENDED, ASKED, BEGUN)
    monkeypatch.setattr(drawn, "GRACE", 60)
    line.tell(ENDED)
    assert drawing.rests
