"""Hand-overs, cases, accounts, figures and the record, with something in them."""

from datetime import date, timedelta

import pytest

from casework import case, intake
from casework.account import Account, Gap, GapState
from casework.case import Draft
from casework.figures import DayCount, OpenAlarms, Span
from casework.labels import Hostility, Intent, Platform
from casework.people import Officer, Role, Station
from casework.record import Handover, HandoverState, PersonRole
from casework.waiting import Step, Wait
from dashboard import desk as real
from dashboard import sums
from dashboard.parts import case_file
from tests.builders import (
    NOON,
    a_handover,
    a_message,
    a_person,
    a_station,
    a_stream,
    an_account,
    an_officer,
    assessed,
    received,
)
from tests.contracts.page import says
from tests.dashboard.browser import visit
from tests.dashboard.conftest import NoFigures


@pytest.fixture
def jens(store):
    with store.begin() as work:
        return a_person(work, Role.CONTACT_OFFICER, name="Jens Wolter")


@pytest.fixture
def waiting(store, jens):
    with store.begin() as work:
        message = assessed(work, a_message(work, text="Der Wagen steht da"), Intent.TIP)
        return a_handover(work, message, work.get(Officer, 2), jens.officer, note="**Dein** Viertel")


def test_a_chart_names_what_comes_first_only_where_it_stands_alone():
    assert sums.foremost({Intent.OTHER: 9, Intent.QUESTION: 5, Intent.PRAISE: 4}) is Intent.QUESTION
    assert sums.foremost({Intent.OTHER: 9, Intent.QUESTION: 5, Intent.PRAISE: 5}) is None
    assert sums.foremost({Intent.OTHER: 9}) is None


def test_a_waiting_hand_over_says_why_it_comes(store, desk, jens, waiting):
    shown = visit(desk, jens, "handovers")
    assert says(shown, "Der Wagen steht da")
    assert says(shown, "**Dein** Viertel")


def test_a_hand_over_is_accepted(store, desk, jens, waiting):
    visit(desk, jens, "handovers").button(key=f"accept_{waiting.id}").click().run()
    with store.begin() as work:
        assert work.get(Handover, waiting.id).state is HandoverState.ACCEPTED


def test_giving_back_needs_a_reason(store, desk, jens, waiting):
    shown = visit(desk, jens, "handovers")
    shown.button(key=f"back_{waiting.id}").click().run()
    shown.button(key=f"back_{waiting.id}").click()
    shown.button(key="send_give-back").click().run()
    assert not shown.exception
    with store.begin() as work:
        assert work.get(Handover, waiting.id).state is HandoverState.WAITING


@pytest.fixture
def merle(store):
    with store.begin() as work:
        return a_person(work, Role.CASE_OFFICER, station=a_station(work), name="Merle Dobisch")


@pytest.fixture
def opened(store, merle):
    with store.begin() as work:
        account = an_account(work, merle.officer)
        message = assessed(work, a_message(work, account, "Du Null"), Intent.OTHER, Hostility.INSULT)
        draft = Draft("Beleidigung ![x](y)", "Kira Ahlers", PersonRole.OFFICER, ("185",))
        return case.open_case(work, merle, [message.id], draft)


def test_a_case_shows_its_clock_and_its_hashes(store, desk, merle, opened):
    shown = visit(desk, merle, "cases", case=str(opened.id))
    assert not shown.exception
    assert says(shown, "vorsorglich bis")
    assert says(shown, "SHA-256")
    assert not says(shown, "Du Null")


def test_a_case_is_read_once_however_often_it_is_drawn(store, desk, merle, opened):
    visit(desk, merle, "cases", case=str(opened.id)).run().run()
    with store.begin() as work:
        assert [e.act for e in work.audit_of(f"case:{opened.id}")].count("case_read") == 1


def test_the_list_of_cases_names_people_and_is_logged_once(store, desk, merle, opened):
    visit(desk, merle, "cases").run()
    with store.begin() as work:
        assert [e.detail["cases"] for e in work.audit() if e.act == "cases_listed"] == [[opened.id]]


def bound_too(store, merle, opened):
    with store.begin() as work:
        account = work.find(Account)[0]
        late = assessed(work, a_message(work, account, "Du Wicht"), Intent.OTHER, Hostility.INSULT)
        return case.add_item(work, merle, opened.id, late.id), account, late


def test_what_is_bound_while_a_case_lies_open_is_logged_as_read(store, desk, merle, opened):
    shown = visit(desk, merle, "cases", case=str(opened.id))
    late = bound_too(store, merle, opened)[2]
    shown.run()
    with store.begin() as work:
        read = [e.detail["messages"] for e in work.audit_of(f"case:{opened.id}") if e.act == "case_read"]
    assert late.id in read[-1]


def test_a_case_shows_the_words_that_were_bound_whatever_they_are_now(store, merle, opened):
    item, account, late = bound_too(store, merle, opened)
    with store.begin() as work:
        intake.take_in(work, account, [received("Du Guter", native_id=late.native_id)])
        assert case_file.read(work, merle, opened, [item]).messages[late.id].text == "Du Wicht"


def test_a_case_of_another_station_is_refused_and_the_attempt_logged(store, desk, opened):
    with store.begin() as work:
        other = a_person(work, Role.CASE_OFFICER)
    shown = visit(desk, other, "cases", case=str(opened.id))
    assert not says(shown, "Beleidigung")
    with store.begin() as work:
        refusals = [e.subject for e in work.audit() if e.act == "refused"]
    assert f"case:{opened.id}" in refusals


def test_a_broken_stream_says_why_in_plain_words(store, desk, jens):
    with store.begin() as work:
        account = an_account(work, jens.officer)
        stream = a_stream(work, account, name="mentions", error="AuthExpired: key refused", error_at=NOON)
        work.add(Gap(stream.id, NOON - timedelta(hours=3), NOON - timedelta(hours=1)))
    shown = visit(desk, jens, "accounts")
    assert not shown.exception
    assert says(shown, "muss neu verbunden werden")
    assert says(shown, "wird noch versucht")


class SomeFigures(NoFigures):
    def days(self, span, station_ids):
        return [DayCount(span.last, i, Platform.X, Intent.TIP, False, 12) for i in station_ids]

    def waits(self, span, station_ids, now):
        minute = timedelta(minutes=1)
        week = span.last - timedelta(days=span.last.weekday())
        return [
            Wait(week, i, platform, Step.LOOK, 5, n * minute, minute, 90 * minute)
            for i in station_ids
            for n, platform in ((20, Platform.X), (45, Platform.FACEBOOK))
        ]

    def alarm(self, station_ids):
        return OpenAlarms(1, NOON - timedelta(minutes=12))


def test_figures_state_what_they_found(store, desk):
    desk.setattr(real, "counts", SomeFigures)
    with store.begin() as work:
        birte = a_person(work, Role.SUPERVISOR)
    shown = visit(desk, birte, "figures")
    assert not shown.exception
    assert says(shown, "Am längsten ungesehen bleibt Facebook")
    assert says(shown, "Ein Notfall wartet, seit 12 min")


def test_no_time_stands_where_it_would_be_one_officers_and_who_still_waits_is_told(store, desk):
    class Alone(SomeFigures):
        def waits(self, span, station_ids, now):
            return [Wait(span.last, i, Platform.X, Step.ANSWER, 9, waiting=4, few=True) for i in station_ids]

    desk.setattr(real, "counts", Alone)
    with store.begin() as work:
        birte = a_person(work, Role.SUPERVISOR)
    shown = visit(desk, birte, "figures")
    assert not shown.exception
    assert says(shown, "zu wenige für eine Zahl")
    assert says(shown, "sind 4 Meldungen noch unbeantwortet offen")
    assert says(shown, "wenigstens 10 Meldungen an wenigstens 3 Menschen")


def test_figures_say_where_messages_are_missing(store, desk):
    desk.setattr(real, "counts", SomeFigures)
    with store.begin() as work:
        birte = a_person(work, Role.SUPERVISOR)
        station = work.get(Station, birte.officer.station_id)
        account = an_account(work, an_officer(work, station), platform=Platform.MASTODON)
        stream = a_stream(work, account, last_success_at=work.now)
    assert not says(visit(desk, birte, "figures"), "In diesem Zeitraum fehlen Nachrichten")
    with store.begin() as work:
        work.add(Gap(stream.id, NOON - timedelta(hours=8), NOON - timedelta(hours=3), GapState.LOST))
    shown = visit(desk, birte, "figures")
    assert says(shown, "In diesem Zeitraum fehlen Nachrichten")
    assert says(shown, "Mastodon: ein Kanal")
    assert says(shown, "zusammen 5 h")


def test_where_some_are_not_judged_yet_nobody_is_told_that_no_emergency_waits(store, desk):
    class Unjudged(SomeFigures):
        def alarm(self, station_ids):
            return OpenAlarms(0, None, unjudged=90)

    desk.setattr(real, "counts", Unjudged)
    with store.begin() as work:
        birte = a_person(work, Role.SUPERVISOR)
    shown = visit(desk, birte, "figures")
    assert says(shown, "90 Meldungen sind noch nicht beurteilt")
    assert not says(shown, "Kein Notfall wartet")


def test_hostile_is_a_share_of_what_was_judged():
    day = date(2026, 11, 1)
    judged = DayCount(day, 1, Platform.X, Intent.OTHER, True, 10)
    assert sums.hostile_share([judged, DayCount(day, 1, Platform.X, None, False, 90)]) == 1


def test_a_change_that_may_be_chance_is_none():
    day = date(2026, 11, 1)
    ten, eleven = (
        DayCount(day + timedelta(days=later), 1, Platform.X, Intent.TIP, False, n)
        for later, n in ((0, 10), (9, 11))
    )
    assert sums.change([ten, eleven], day, day + timedelta(days=9)) is None


def test_a_change_too_thin_to_tell_is_none():
    day = date(2026, 11, 1)
    few = [DayCount(day, 1, Platform.X, Intent.TIP, False, 3)]
    span = Span(day, day + timedelta(days=9))
    assert sums.change(few, span.first, span.last) is None


def test_a_change_is_told_with_its_size():
    day = date(2026, 11, 1)
    counts = [
        DayCount(day, 1, Platform.X, Intent.TIP, False, 60),
        DayCount(day + timedelta(days=8), 1, Platform.X, Intent.TIP, False, 90),
    ]
    assert sums.change(counts, day, day + timedelta(days=9)) == pytest.approx(0.5)


def test_looking_at_the_record_is_itself_on_record(store, desk):
    with store.begin() as work:
        admin = a_person(work, Role.ADMINISTRATOR)
    assert not visit(desk, admin, "audit").exception
    with store.begin() as work:
        assert [e.act for e in work.audit()][-1] == "audit_read"
