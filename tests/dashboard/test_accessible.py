"""Every page in a real browser, wide and narrow, light and dark: axe-core finds nothing, nothing is cut.

The pages are those of `dashboard.doors`, each opened by somebody who may; a new page is walked by itself.
"""

from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe

from casework import case
from casework.account import Gap
from casework.assessment import Assessment
from casework.case import Draft
from casework.labels import Hostility, Intent, Kind
from casework.record import HandoverState, PersonRole
from tests.builders import a_handover, a_message, a_stream, a_verdict, the_person
from tests.dashboard.served import IN_BROWSER, PEOPLE, StationHouse, pages_of
from tests.journeys.house import Desk

pytestmark = IN_BROWSER
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    "rules": {"heading-order": {"enabled": True}, "empty-heading": {"enabled": True}},
    "resultTypes": ["violations"],
}
# A desk, a tablet, a desk at 200 % zoom (half as many pixels to lay out in), a phone.
SIZES = {1440: 900, 1024: 700, 720: 450, 390: 844}
# Colours do not depend on the width.
LOOKS = {1440: (("light", RULES),), 390: (("dark", RULES),)}
PHONE = "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobi"
MESSAGES = (
    ("Hilfe, hier brennt es in der Gerberstraße 11", Intent.EMERGENCY),
    ("Der gesuchte Wagen steht seit Montag in der Lindenstraße", Intent.TIP),
    ("Wann ist Sprechstunde?", Intent.QUESTION),
    ("Ihr seid doch alle Versager", Intent.OTHER, Hostility.INSULT),
    ("Danke für gestern", Intent.PRAISE),
)
KEYS = {"g": "handover", "a": "answer", "e": "dismissal", "b": "correction", "f": "case"}

CUT = """() => {
    const main = document.querySelector('[data-testid=stMain]');
    const cut = e => {
        const place = e.getBoundingClientRect();
        return place.width > 0 && (place.right > innerWidth + 1 || place.left < -1);
    };
    const seen = e => e.checkVisibility() && getComputedStyle(e).position !== 'absolute';
    const over = e => e.offsetWidth > e.parentElement.clientWidth + 1;
    const words = [...main.querySelectorAll('button, h1, h2, p')].filter(e => seen(e) && cut(e));
    const tables = [...main.querySelectorAll('[data-testid=stMarkdownContainer] table')].filter(over);
    return [...words, ...tables].map(e => e.textContent.slice(0, 60));
}"""
NAMELESS = """() => {
    const aloud = e => !e.closest('[aria-hidden=true]') && !e.children.length;
    const words = e => [...e.querySelectorAll('*')].filter(aloud).map(n => n.textContent).join(' ');
    const name = e => e.getAttribute('aria-label') || words(e) || e.textContent;
    return [...document.querySelectorAll('button, a[href]')].filter(e => e.checkVisibility()).map(name)
        .filter(told => !told.trim() || / icon/.test(told));
}"""
FOCUS = """() => {
    const e = document.activeElement;
    const look = n => {
        const s = getComputedStyle(n);
        return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor, s.backgroundColor].join();
    };
    const words = [...e.querySelectorAll('p')].map(p => p.innerText).join(' ');
    const name = (e.getAttribute('aria-label') || words || e.innerText || e.tagName).trim();
    const around = [e, e.parentElement, e.parentElement?.parentElement].filter(Boolean);
    if (e.tagName === 'AUDIO') {  // a player has stops of its own inside, which a blur would begin anew
        const shown = getComputedStyle(e.closest('.st-key-acute_tone')).outlineStyle !== 'none';
        return {name, shown, tag: e.tagName, html: e.outerHTML.slice(0, 200)};
    }
    const focused = around.map(look);
    e.blur();
    const blurred = around.map(look);
    e.focus({focusVisible: true});
    const shown = focused.some((one, i) => one !== blurred[i]);
    return {name, shown, tag: e.tagName, html: e.outerHTML.slice(0, 200)};
}"""


FURTHER = {"kira": ["triage?message=3"], "merle": ["faelle?case=1"], "jens": ["uebergaben"]}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    made = StationHouse(tmp_path_factory.mktemp("accessible"))
    with made.store.begin() as work:
        _fill(work, made)
    with made.served() as address:
        yield address


def _fill(work, made):
    now = datetime.now(UTC)
    kira, jens, merle = (made.people[name] for name in ("kira", "jens", "merle"))
    stream = a_stream(work, made.account, name="mentions", last_success_at=now)
    work.add(Gap(stream.id, now - timedelta(hours=9), now - timedelta(hours=7)))
    made_of = {}
    for minutes, (words, intent, *hostile) in enumerate(MESSAGES):
        at = now - timedelta(minutes=50 - minutes)
        message = a_message(work, made.account, words, sent_at=at, kind=Kind.COMMENT)
        work.assessed([Assessment(message.id, 1, a_verdict(intent, *hostile), now)])
        made_of[words] = message
    for state in (HandoverState.WAITING, HandoverState.ACCEPTED):
        a_handover(work, made_of[MESSAGES[1][0]], kira, jens, state=state, due_at=now + timedelta(days=2))
    draft = Draft("Beleidigung nach dem Einsatz", "Kira", PersonRole.OFFICER, ("185",), "Antrag erklärt")
    case.open_case(work, the_person(work, merle), [made_of[MESSAGES[3][0]].id], draft)


class Eye:
    """Looks at what a person has on the screen."""

    def __init__(self, browser, address, login, **given):
        self.desk = Desk(browser, address, login, bypass_csp=True, **given)
        self.page = self.desk.page
        self.wrong = []

    def look(self, where, looks=LOOKS[1440]):
        """Keeps what axe-core finds."""
        for scheme, rules in looks:
            self.page.emulate_media(color_scheme=scheme)
            self.page.wait_for_timeout(120)
            for found in Axe().run(self.page, options=rules).response["violations"]:
                first = found["nodes"][0]["html"][:160]
                self.wrong.append(f"{where} {scheme} {found['impact']} {found['id']}: {first}")

    def measure(self, where):
        """Keeps by how much the page is too wide, and what is cut or laid over its neighbour."""
        if (wider := self.desk.too_wide()) > 0:
            self.wrong.append(f"{where}: {wider} px too wide")
        self.wrong += [f"{where}: cut: {words}" for words in self.page.evaluate(CUT)]

    def resize(self, width):
        """A window of one of SIZES."""
        self.page.set_viewport_size({"width": width, "height": SIZES[width]})
        self.page.wait_for_timeout(150)

    def nameless(self):
        """Buttons and links whose name is an icon's, or none."""
        return self.page.evaluate(NAMELESS)


@pytest.mark.parametrize("login", PEOPLE)
def test_every_page_is_accessible_and_whole_at_every_size(address, browser, login):
    eye = Eye(browser, address, login)
    for path in eye.desk.round(*pages_of(login), *FURTHER.get(login, ())):
        assert eye.nameless() == [], path
        for width in SIZES:
            eye.resize(width)
            eye.measure(f"{path} {width}")
            if width in LOOKS:
                eye.look(f"{path} {width}", LOOKS[width])
        eye.resize(1440)
    assert eye.wrong == []


def test_axe_finds_nothing_in_forms_and_menus(address, browser):
    eye = Eye(browser, address, "kira")
    eye.desk.open("triage?message=3")
    eye.desk.settle()
    for key, name in KEYS.items():
        eye.page.keyboard.press(key)
        eye.page.get_by_role("dialog").first.wait_for()
        eye.desk.settle()
        eye.look(name)
        eye.page.keyboard.press("Escape")
        eye.page.get_by_role("dialog").first.wait_for(state="detached")
        eye.desk.settle()
    eye.page.get_by_role("button", name="Kira").first.click()
    eye.page.get_by_test_id("stPopoverBody").wait_for()
    eye.look("account menu")
    assert eye.wrong == []


def test_axe_finds_nothing_on_a_phone(address, browser):
    eye = Eye(browser, address, "kira", viewport={"width": 390, "height": 844}, user_agent=PHONE)
    for path, words in (("triage", MESSAGES[0][0]), ("triage?message=3", MESSAGES[2][0])):
        eye.page.goto(f"{address}/{path}")
        eye.desk.sees(words)
        eye.desk.settle()
        eye.look(path)
        eye.measure(path)
    assert eye.wrong == []


def test_every_stop_of_the_tab_key_shows_where_it_is(address, browser):
    eye = Eye(browser, address, "kira")
    eye.desk.open("triage?message=3")
    eye.desk.settle()
    order = []
    for _ in range(45):
        eye.page.keyboard.press("Tab")
        told = eye.page.evaluate(FOCUS)
        order.append(told["name"])
        if not told["shown"] and told["tag"] != "BODY":
            eye.wrong.append(told["html"])
    assert eye.wrong == []
    assert order[0] == "Zum Inhalt springen"
    assert order.index("Triage") < order.index("Kira"), order


def test_the_clock_of_an_emergency_counts_on_between_two_looks(address, browser):
    desk = Desk(browser, address, "kira")
    desk.open("hilfe")
    clock = ".acute-clock"
    shown = desk.page.locator(clock).first.inner_text()
    counted = f"shown => document.querySelector('{clock}').textContent > shown"
    desk.page.wait_for_function(counted, arg=shown, timeout=5_000)
