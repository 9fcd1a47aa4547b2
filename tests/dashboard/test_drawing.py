"""A journey goes on only when the page stands there, on a slow machine too."""

from tests.dashboard.served import IN_BROWSER
from tests.journeys.drawing import Drawing

pytestmark = IN_BROWSER
LATE = "http://late.example/part.js"


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
