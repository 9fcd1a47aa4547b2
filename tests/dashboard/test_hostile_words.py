"""Strangers' words in a real browser: nothing is loaded from outside, and no layout breaks."""

from datetime import UTC, datetime, timedelta

import pytest

from casework import application, case, elements, release
from casework.account import Gap
from casework.application import Applying, Capacity, Ending, Manner
from casework.assessment import Assessment
from casework.case import Draft
from casework.elements import Answer, ElementFinding
from casework.labels import Hostility, Intent, Target
from casework.message import Author
from casework.record import PersonRole
from streife.public_holidays import PublicHolidays
from tests.builders import a_handover, a_message, a_stream, a_verdict, the_person
from tests.dashboard.served import IN_BROWSER, PEOPLE, StationHouse, pages_of
from tests.journeys.house import Desk

pytestmark = IN_BROWSER
EVIL = "http://evil.example"
SENTENCES = (
    f"![x]({EVIL}/markdown.png) und [hier]({EVIL}/link)",
    f"<img src='{EVIL}/html.png'><iframe src='{EVIL}/frame'></iframe><script>location='{EVIL}'</script>",
    f"Harmlos \u202egnp.live\u202c {EVIL}/bidi.png \u200b:material/home: :red[rot] $$\\href{{{EVIL}}}{{x}}$$",
    "W" * 100_000,
    "\n".join(["| a | b |", "|---|---|", f"| ![t]({EVIL}/table.png) | b |", "", "# Laut"]),
    "Z\u0351\u036b\u0343" * 2_000,
    "Zeile\n" * 9_000,
)
NAME = f"![n]({EVIL}/name.png) <img src='{EVIL}/name2.png'> \u202e" + "N" * 300
FURTHER = {
    "jens": ["uebergaben", "triage"],
    "merle": ["triage", "faelle?case=1"],
    "birgit": ["konten"],
    "ada": ["konten"],
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    made = StationHouse(tmp_path_factory.mktemp("hostile"), handle=f"![h]({EVIL}/handle.png)")
    with made.store.begin() as work:
        _write(work, made)
    with made.served() as address:
        yield address


def _write(work, made):
    now = datetime.now(UTC)
    kira, jens, merle = (made.people[name] for name in ("kira", "jens", "merle"))
    stream = a_stream(work, made.account, name=NAME[:200], error=f"Other: {NAME}", error_at=now)
    work.add(Gap(stream.id, now - timedelta(hours=3), now - timedelta(hours=1)))
    insults = []
    for words in SENTENCES:
        _arrive(work, made.account, words, Intent.EMERGENCY)
        _arrive(work, made.account, words, Intent.TIP)
        insults.append(_arrive(work, made.account, words, Intent.OTHER, Hostility.INSULT))
        a_handover(work, _arrive(work, made.account, words, Intent.TIP), kira, jens, note=words[:3_000])
    draft = Draft(SENTENCES[0], NAME[:200], PersonRole.OFFICER, ("185", "x<b>"), SENTENCES[1])
    officer = the_person(work, merle)
    opened = case.open_case(work, officer, [m.id for m in insults], draft)
    _work_on(work, officer, opened.id, insults[0].id)
    work.record(NAME, "refused", NAME, {"words": SENTENCES[0]})


def _work_on(work, officer, case_id, message_id):
    """What colleagues write down beside it may hold a stranger's words, too."""
    said = {"identity": SENTENCES[0], "will": SENTENCES[2], "behalf": NAME[:200], "entitled_by": SENTENCES[1]}
    told = Applying(NAME[:200], Capacity.SUPERIOR, Manner.ORAL, work.now, **said)
    made = application.record(work, officer, case_id, told, PublicHolidays())
    application.end(work, officer, made.id, Ending.MISTAKEN, SENTENCES[0])
    elements.check(work, officer, case_id, Answer("185", 1, ElementFinding.MET, SENTENCES[1]))
    release.release(work, officer, case_id, message_id, SENTENCES[0])


def _arrive(work, account, words, intent, *hostile):
    at = datetime.now(UTC) - timedelta(minutes=5)
    message = a_message(work, account, words, author=Author("1", NAME[:200], NAME), sent_at=at)
    work.assessed([Assessment(message.id, message.version, _verdict(intent, *hostile), work.now)])
    return message


def _verdict(intent, *hostile):
    """Abuse not of the officer herself, which she would not be shown."""
    return a_verdict(intent, *hostile, target=Target.GROUP if hostile else Target.NONE)


class Watched:
    """A browser without the server's content policy, so that only the desk itself stands in the way."""

    def __init__(self, browser, address, login, width):
        view = {"width": width, "height": 900}
        self.desk = Desk(browser, address, login, bypass_csp=True, viewport=view)
        self.address = address
        self.asked = []
        self.desk.page.on("request", lambda request: self.asked.append(request.url))

    def outside(self):
        own = (self.address, self.address.replace("http", "ws"), "data:", "blob:")
        return [url for url in self.asked if not url.startswith(own)]

    def acting(self):
        """Elements that a stranger's words became."""
        return self.desk.page.locator("[src*='evil.example'], [href*='evil.example'], .katex").count()

    def check(self, where):
        """The page stands, loads nothing, becomes nothing, and fits into the window."""
        assert self.desk.page.get_by_test_id("stException").all_inner_texts() == [], where
        assert self.outside() == [], where
        assert self.acting() == 0, where
        assert self.desk.too_wide() <= 0, where

    def narrow(self):
        """As wide as a phone."""
        self.desk.page.set_viewport_size({"width": 390, "height": 844})
        self.desk.page.wait_for_timeout(300)

    def wide(self):
        """As wide as a desk."""
        self.desk.page.set_viewport_size({"width": 1440, "height": 900})

    def uncover(self):
        """Ask for every covered text on the page."""
        buttons = self.desk.page.get_by_role("button", name="Text zeigen")
        while buttons.count():
            buttons.first.click()
            self.desk.settle()


@pytest.mark.parametrize("login", PEOPLE)
def test_no_page_loads_anything_or_breaks(address, browser, login):
    watched = Watched(browser, address, login, 1440)
    for path in watched.desk.round(*pages_of(login), *FURTHER.get(login, ())):
        watched.uncover()
        watched.check(path)
        watched.narrow()
        watched.check(f"{path}, narrow")
        watched.wide()


def test_an_open_message_loads_nothing(address, browser):
    watched = Watched(browser, address, "kira", 1440)
    for number in range(len(SENTENCES)):
        watched.desk.open(f"triage?message={4 * number + number % 3 + 1}")
        watched.desk.sees("Einschätzung")
        watched.desk.settle()
        watched.uncover()
        watched.check(SENTENCES[number][:80])


def test_what_is_asked_before_an_export_loads_nothing(address, browser):
    watched = Watched(browser, address, "merle", 1440)
    watched.desk.open("faelle?case=1")
    watched.desk.settle()
    watched.desk.page.locator(".st-key-export button").click()
    watched.desk.page.get_by_role("dialog").wait_for()
    watched.desk.settle()
    watched.desk.page.locator(".st-key-export_out input").click()
    watched.desk.page.get_by_role("option").first.wait_for()
    watched.check("what leaves")


def test_the_watch_would_notice(address, browser):
    watched = Watched(browser, address, "kira", 1440)
    watched.desk.open("triage")
    watched.desk.page.evaluate(f"document.body.append(Object.assign(new Image(), {{src: '{EVIL}/x'}}))")
    watched.desk.settle()
    assert watched.outside() == [f"{EVIL}/x"]
    assert watched.acting() == 1
