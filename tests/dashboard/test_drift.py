"""Drift on the pages: an alarm in plain words with its remedy, for those who oversee, and for nobody else."""

from datetime import timedelta

import pytest

from casework import drift_log
from casework.drift import REFERENCE, Aspect, Finding, Shift, Window
from casework.errors import Refused
from casework.people import Role
from dashboard import desk as real
from tests.builders import NOON, a_person
from tests.contracts.page import says
from tests.dashboard.browser import visit

MODEL = "test-1"
POLISH = Shift(Aspect.LANGUAGE, 0.61, 0.1, 0.01, 0.18, "pl")
QUIET = Shift(Aspect.WORDS, 0.02, 0.1, 0.12, 0.13)
MOVED = Shift(Aspect.ABSTENTION, 0.15, 0.1, 0.1, 0.2, "yes")


def a_finding(*shifts, begun=50, before=400, now=250):
    """What a look at noon found, so many days after the model began."""
    begin = NOON - timedelta(days=begun)
    reference = Window(begin, begin + REFERENCE, before)
    return Finding(MODEL, NOON, reference, Window(NOON - timedelta(days=14), NOON, now), shifts)


@pytest.fixture
def found(store, desk):
    """Keeps a finding on the model in force."""
    desk.setattr(real, "model_card", lambda: {"version": MODEL})

    def keep(finding):
        with store.begin() as work:
            drift_log.keep(work, finding)

    return keep


def visited(store, desk, role, page="judgement", **address):
    with store.begin() as work:
        person = a_person(work, role)
    shown = visit(desk, person, page, **address)
    assert not shown.exception
    return shown


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_an_alarm_is_told_with_what_moved_and_what_helps(store, desk, found, role):
    found(a_finding(QUIET, POLISH))
    shown = visited(store, desk, role)
    assert says(shown, "unterscheidet sich deutlich")
    assert says(shown, "Sprachen, vor allem Polnisch")
    assert says(shown, "streife learn")
    assert says(shown, "Eine Sprache, die sie nicht kennt")


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CONTACT_OFFICER, Role.CASE_OFFICER])
def test_officers_are_not_bothered_with_it(store, desk, found, role):
    found(a_finding(POLISH))
    assert not says(visited(store, desk, role), "unterscheidet sich deutlich")


@pytest.mark.parametrize(("page", "role"), [("figures", Role.SUPERVISOR), ("accounts", Role.ADMINISTRATOR)])
def test_the_pages_of_oversight_show_an_alarm_and_lead_to_it(store, desk, found, page, role):
    found(a_finding(POLISH))
    shown = visited(store, desk, role, page)
    assert says(shown, "unterscheidet sich deutlich")
    shown.button(key="drift_look").click().run()
    assert says(shown, "Was jetzt hilft")


@pytest.mark.parametrize("shift", [QUIET, MOVED])
def test_without_an_alarm_those_pages_say_nothing(store, desk, found, shift):
    found(a_finding(shift))
    shown = visited(store, desk, Role.SUPERVISOR, "figures")
    assert not says(shown, "verschiebt sich")
    assert not [b for b in shown.button if b.key == "drift_look"]


def test_what_moves_a_little_is_to_be_watched(store, desk, found):
    found(a_finding(QUIET, MOVED))
    shown = visited(store, desk, Role.SUPERVISOR)
    assert says(shown, "Bitte im Auge behalten")
    assert says(shown, "Enthaltungen")
    assert not says(shown, "Eine Sprache, die sie nicht kennt")


def test_where_all_is_steady_no_remedy_is_offered(store, desk, found):
    found(a_finding(QUIET))
    shown = visited(store, desk, Role.SUPERVISOR)
    assert says(shown, "gleicht dem, womit sie hier begann")
    assert not says(shown, "Was jetzt hilft")


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (a_finding(before=120, now=30), "120 in den ersten vier Wochen, 30 zuletzt"),
        (a_finding(begun=10, now=0), "dauern bis Mi, 9. Dez. 2026"),
    ],
)
def test_too_few_messages_are_said_to_be_too_few(store, desk, found, finding, words):
    found(finding)
    assert says(visited(store, desk, Role.SUPERVISOR), words)


def test_before_the_first_look_the_page_says_so(store, desk, found):
    assert says(visited(store, desk, Role.SUPERVISOR), "Noch nicht verglichen")


def test_another_model_in_force_is_not_blamed(store, desk, found):
    found(a_finding(POLISH))
    desk.setattr(real, "model_card", lambda: {"version": "another"})
    assert says(visited(store, desk, Role.SUPERVISOR), "Noch nicht verglichen")


def test_drift_speaks_english_too(store, desk, found):
    found(a_finding(POLISH, MOVED))
    assert says(visited(store, desk, Role.SUPERVISOR, lang="en"), "What helps now")


def test_a_card_that_cannot_be_read_hides_no_figures(store, desk):
    def broken():
        raise Refused("model.json: cannot be read")

    desk.setattr(real, "model_card", broken)
    shown = visited(store, desk, Role.SUPERVISOR, "figures")
    assert says(shown, "cannot be read")
    assert says(shown, "Noch keine Zahlen")
