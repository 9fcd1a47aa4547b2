"""Applications for prosecution and checks of elements, on the page of a case."""

from dataclasses import replace
from datetime import date

import pytest

from casework import application, case, clocks, elements
from casework.account import Account
from casework.application import Application, Applying, Capacity, Ending, Manner
from casework.elements import Answer, ElementCheck, ElementFinding
from casework.labels import Hostility, Intent
from casework.record import Case, CaseItem, CaseState
from streife.public_holidays import PublicHolidays
from tests.builders import NOON, a_message, assessed
from tests.contracts.page import says
from tests.dashboard.browser import visit
from tests.dashboard.test_leaving import here, kira, merle, opened, press, the_case

__all__ = ["here", "kira", "merle", "opened"]
KIRA = Applying("Kira Ahlers", Capacity.INJURED, Manner.ORAL, NOON, "**Ausweis**", "will es")


def applied(store, merle, opened, told=KIRA):
    with store.begin() as work:
        return application.record(work, merle, opened.id, told, PublicHolidays())


def test_an_application_needs_identity_and_will_and_is_then_kept(store, desk, merle, opened):
    shown = press(the_case(desk, merle, opened), "apply")
    shown.text_input[0].set_value("Kira Ahlers")
    shown.text_input[1].set_value("Dienstausweis")
    press(shown, "apply", "send_apply")
    assert says(shown, "Es fehlt noch eine Angabe")
    shown.text_input[2].set_value("erklärt es")
    press(shown, "apply", "send_apply")
    with store.view() as work:
        (made,) = work.find(Application)
    assert (made.applicant, made.identity, made.will, len(made.messages)) == (
        "Kira Ahlers",
        "Dienstausweis",
        "erklärt es",
        2,
    )
    shown = the_case(desk, merle, opened)
    assert says(shown, "für alle 2 Meldungen")
    assert says(shown, "nahm einen Strafantrag auf")


def test_a_superior_is_asked_for_the_post_at_the_time_and_a_late_one_is_warned_of(
    store, desk, merle, opened, clock
):
    clock.forward(days=200)
    with store.begin() as work:
        known = replace(work.get(Case, opened.id), offender_known_at=NOON)
        work.replace(known)
    shown = press(the_case(desk, merle, opened), "apply")
    assert says(shown, "als verspätet gekennzeichnet")
    shown.selectbox(key="apply_as").set_value(Capacity.SUPERIOR)
    press(shown, "apply")
    assert "Amt zur Zeit der Tat (§ 77a StGB)" in [field.label for field in shown.text_input]
    applied(store, merle, opened, replace(KIRA, made_at=clock.now()))
    assert says(the_case(desk, merle, opened), "nach Fristende am")


def test_what_was_withdrawn_stays_in_sight_and_in_plain_words(store, desk, merle, opened):
    made = applied(store, merle, opened)
    shown = press(the_case(desk, merle, opened), f"apply_end_{made.id}")
    shown.radio(key="apply_end_how").set_value(Ending.WITHDRAWN)
    shown.text_input(key="apply_end_reason").set_value("selbst <b>erklärt</b>")
    press(shown, f"apply_end_{made.id}", "send_apply-end")
    with store.view() as work:
        assert work.get(Application, made.id).end is Ending.WITHDRAWN
    shown = the_case(desk, merle, opened)
    assert says(shown, "zurückgenommen")
    assert "selbst <b>erklärt</b>" in [one.value for one in shown.text]
    assert not [one for one in shown.markdown if "**Ausweis**" in one.value]


def test_nothing_is_chosen_and_only_what_a_human_chose_is_noted(store, desk, merle, opened):
    shown = the_case(desk, merle, opened)
    assert says(shown, "0 von 7 geprüft")
    press(shown, "check_185")
    press(shown, "check_185", "send_elements-check")
    assert says(shown, "Es fehlt noch eine Angabe")
    shown.segmented_control(key="found_185_2").set_value(ElementFinding.UNCLEAR)
    press(shown, "check_185")
    shown.text_input(key="found_185_2_note").set_value("Satire?")
    press(shown, "check_185", "send_elements-check")
    with store.view() as work:
        (one,) = work.find(ElementCheck)
    assert (one.place, one.finding, one.note) == (2, ElementFinding.UNCLEAR, "Satire?")
    assert says(the_case(desk, merle, opened), "1 von 7 geprüft")


def test_a_closed_case_shows_both_and_takes_nothing(store, desk, merle, opened):
    applied(store, merle, opened)
    with store.begin() as work:
        elements.check(work, merle, opened.id, Answer("185", 1, ElementFinding.MET, "Notiz"))
        case.end_case(work, merle, opened.id, CaseState.CLOSED, "fertig")
    shown = the_case(desk, merle, opened, lang="sv")
    assert "Notiz" in [one.value for one in shown.text]
    assert says(shown, "Kira Ahlers")
    keys = [button.key or "" for button in shown.button]
    assert not [key for key in keys if key.startswith(("apply", "check_"))]


@pytest.fixture
def later(store, merle, opened, clock):
    """One more insult in the case, a hundred days later; the author is known since the first."""
    clock.forward(days=100)
    with store.begin() as work:
        work.replace(replace(work.get(Case, opened.id), offender_known_at=NOON))
        (account,) = work.find(Account)
        one = assessed(work, a_message(work, account, sent_at=work.now), Intent.OTHER, Hostility.INSULT)
        return case.add_item(work, merle, opened.id, one.id).message_id


def test_page_and_list_show_the_later_acts_last_day_and_how_many_are_over(desk, merle, opened, later):
    shown = the_case(desk, merle, opened)
    assert says(shown, "bis **")
    assert says(shown, "1. Juni 2027")
    assert says(shown, "noch 92 Tage")
    assert says(shown, "für 2 andere Taten abgelaufen")
    (chart,) = [c for c in shown.get("plotly_chart") if "2027-06-01" in c.proto.spec]
    assert "2027-03-01" in chart.proto.spec, "the bar begins where the shown clock does"
    assert says(visit(desk, merle, "cases"), "noch 92 Tage · für 2 andere Taten abgelaufen")


def test_an_application_that_is_late_for_some_acts_says_for_which(store, desk, merle, opened, later, clock):
    shown = press(the_case(desk, merle, opened), "apply")
    assert says(shown, "Für 2 von 3 Meldungen nach dem letzten Tag")
    applied(store, merle, opened, replace(KIRA, made_at=clock.now(), messages=[later]))
    assert says(the_case(desk, merle, opened), "rechtzeitig, die Frist endet")
    applied(store, merle, opened, replace(KIRA, applicant="Ida Holm", made_at=clock.now()))
    shown = the_case(desk, merle, opened)
    assert says(shown, "verspätet nur für Nr. 1 und 2;")
    assert says(shown, "teilweise verspätet")


def test_that_an_author_became_known_is_noted_on_the_page_and_starts_the_clock(store, desk, merle, opened):
    shown = the_case(desk, merle, opened)
    assert says(shown, "Urheber unbekannt")
    press(shown, "offender_note")
    shown.date_input(key=f"offender_known case:{opened.id}").set_value(date(2026, 11, 20))
    press(shown, "offender_note", "send_offender-note")
    shown = the_case(desk, merle, opened)
    assert says(shown, "Urheber bekannt seit Fr")
    assert says(shown, "Drei Monate ab Kenntnis")
    assert says(shown, "vermerkte, seit wann der Urheber bekannt ist")
    with store.begin() as work:
        case.end_case(work, merle, opened.id, CaseState.CLOSED, "fertig")
    assert "offender_note" not in [button.key for button in the_case(desk, merle, opened).button]


@pytest.mark.parametrize("since", [date(2026, 11, 20), None])
def test_whoever_opens_a_case_tells_since_when_the_author_is_known(store, desk, merle, opened, since):
    with store.begin() as work:
        (account,) = work.find(Account)
        one = assessed(work, a_message(work, account, "Du Wicht"), Intent.OTHER, Hostility.INSULT)
    shown = press(visit(desk, merle, "triage", message=str(one.id)), "do_open-case")
    for field, said in zip(shown.text_input[-2:], ("Beleidigung", "Kira"), strict=True):
        field.set_value(said)
    shown.date_input(key=f"offender_known message:{one.id}").set_value(since)
    press(shown, "do_open-case", "send_open-case")
    with store.view() as work:
        made = work.get(Case, work.find(CaseItem, message_id=one.id)[0].case_id)
        acts = [entry.act for entry in work.audit_of(f"case:{made.id}")]
    assert (made.offender_known_at and clocks.local_day(made.offender_known_at)) == since
    assert ("offender_known" in acts) is bool(since)
