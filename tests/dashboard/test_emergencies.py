"""Emergencies are seen on every page, by everybody who may, and by whoever was called."""

from datetime import timedelta

import pytest

from casework import decision, escalation, signals, standby
from casework.assessment import Reason
from casework.escalation import Called
from casework.labels import Hostility, Intent, Urgency
from casework.message import Attachment, Message, State
from casework.people import Role, Station
from casework.record import AuditEntry
from casework.standby import Standby
from dashboard.parts import acute_signal
from streife import escalating
from streife.public_holidays import PublicHolidays
from tests import builders
from tests.builders import a_message, a_person, an_account
from tests.contracts.page import says
from tests.dashboard.browser import visit

PAGES = ["triage", "handovers", "cases", "accounts", "help", "figures", "audit", "judgement", "station"]
PLEA = "Er schlägt sie gerade"


@pytest.fixture
def everybody(store):
    with store.begin() as work:
        return a_person(work, *Role, name="Kira Ahlers")


@pytest.fixture
def account(store, everybody):
    with store.begin() as work:
        return an_account(work, everybody.officer)


def arrives(store, account, **given):
    with store.begin() as work:
        return a_message(work, account, PLEA, **{"urgency": Urgency.ACUTE, "sent_at": work.now, **given})


def keys(shown):
    return {button.key for button in shown.button}


def stands(store, message):
    with store.view() as work:
        return work.get(Message, message.id)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_it_with_its_words_and_lets_one_acknowledge(store, desk, everybody, account, page):
    message = arrives(store, account)
    shown = visit(desk, everybody, page)
    assert not shown.exception
    assert says(shown, PLEA)
    assert says(shown, "Akut · 1 offen")
    shown.button(key=f"acknowledge_strip_{message.id}").click().run()
    assert not shown.exception
    assert stands(store, message).acknowledged_at
    assert f"acknowledge_strip_{message.id}" not in keys(shown)


def test_the_lane_shows_the_description_that_rang_beneath_the_words(store, desk, everybody, account):
    with store.begin() as work:
        message = a_message(work, account, "Danke", attachments=(Attachment("image", alt="Bitte helft mir"),))
        reasons = (Reason(len("Danke\n") + 6, len("Danke\n") + 11, 2.0),)
        builders.assessed(work, message, Intent.EMERGENCY, reasons=reasons)
    shown = visit(desk, everybody)
    assert any("yellow-background[helft]" in one.value for one in shown.markdown)


@pytest.mark.parametrize(
    ("number", "said"), [(1, "mit einer Nachricht derselben"), (2, "mit 2 Nachrichten derselben"), (0, "")]
)
def test_lane_and_message_say_with_how_many_others_a_piece_was_read(
    store, desk, everybody, account, number, said
):
    with store.begin() as work:
        message = a_message(work, account, "lindenstr 5")
        builders.assessed(work, message, Intent.EMERGENCY, read_with=number)
    shown = visit(desk, everybody, message=str(message.id))
    told = [one.value for one in shown.markdown if "Zusammen gelesen" in one.value]
    assert len(told) == (2 if number else 0)
    assert all(said in one for one in told)


def test_what_a_person_made_an_emergency_is_not_said_to_be_one_by_the_words_around_it(
    store, desk, everybody, account
):
    with store.begin() as work:
        message = a_message(work, account, "lindenstr 5", corrected=True, urgency=Urgency.ACUTE)
        builders.assessed(work, message, Intent.EMERGENCY, read_with=2)
    assert not says(visit(desk, everybody), "Zusammen gelesen")


@pytest.mark.parametrize("page", PAGES)
def test_where_none_waits_nothing_is_drawn(store, desk, everybody, account, page):
    arrives(store, account, acknowledged_at=builders.NOON)
    shown = visit(desk, everybody, page)
    assert not [k for k in keys(shown) if k and k.startswith("acknowledge")]
    assert not shown.get("audio")


@pytest.mark.parametrize(
    "address",
    [
        {"view": "tips"},
        {"view": "reread"},
        {"intent": "praise"},
        {"platform": "x"},
        {"hostile": "no"},
        {"account": "99"},
    ],
    ids=str,
)
def test_no_view_and_no_filter_hides_it(store, desk, everybody, account, address):
    with store.begin() as work:
        message = a_message(
            work, account, PLEA, urgency=Urgency.ACUTE, intent=Intent.EMERGENCY, hostility=(Hostility.THREAT,)
        )
    shown = visit(desk, everybody, **address)
    assert {f"acknowledge_{message.id}", f"acknowledge_strip_{message.id}"} <= keys(shown)
    assert says(shown, PLEA)


@pytest.mark.parametrize("state", escalation.AWAITED)
def test_it_stays_whatever_became_of_the_message(store, desk, everybody, account, state):
    message = arrives(store, account, state=state)
    assert f"acknowledge_{message.id}" in keys(visit(desk, everybody))


def test_the_wide_window_and_the_phones_open_message_show_it(store, desk, everybody, account):
    message, other = arrives(store, account), arrives(store, account, urgency=Urgency.ROUTINE)
    shown = visit(desk, everybody, message=str(other.id))
    shown.session_state["compact"] = True
    shown.run()
    assert not shown.exception
    assert f"acknowledge_strip_{message.id}" in keys(shown)


def test_a_dialog_shows_it_too_and_keeps_what_was_written(store, desk, everybody, account):
    message, other = arrives(store, account), arrives(store, account, urgency=Urgency.ROUTINE)
    shown = visit(desk, everybody, message=str(other.id))
    shown.button(key="do_answer").click().run()
    assert not shown.exception
    assert f"acknowledge_inside_{message.id}" in keys(shown)


def test_what_may_be_acute_stands_there_in_orange_and_does_not_ring(store, desk, everybody, account):
    message = arrives(store, account, abstained=True)
    shown = visit(desk, everybody, "help")
    assert says(shown, "Vielleicht akut · 1")
    assert f"acknowledge_strip_{message.id}" in keys(shown)
    assert not shown.get("audio")


def test_it_rings_and_counts_in_the_title_unless_switched_off(store, desk, everybody, account):
    arrives(store, account)
    shown = visit(desk, everybody, "help")
    assert len(shown.get("audio")) == 1
    assert shown.session_state[acute_signal.BADGE] == 1
    with store.begin() as work:
        signals.choose(work, everybody, sound=False, badge=False)
    again = visit(desk, everybody, "help")
    assert not again.get("audio")
    assert acute_signal.BADGE not in again.session_state
    with store.view() as work:
        kept: AuditEntry = work.audit_of(f"officer:{everybody.id}")[-1]
    assert kept.detail == {"sound": False, "badge": False}


def test_the_switches_are_kept_in_the_store(store, desk, everybody, account):
    shown = visit(desk, everybody, "help")
    shown.toggle(key="set_sound").set_value(False).run()
    assert not shown.exception
    with store.view() as work:
        assert (signals.of(work, everybody).sound, signals.of(work, everybody).badge) == (False, True)


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_whoever_was_called_finds_this_message_and_no_other_in_triage(store, desk, account, role):
    message = arrives(store, account)
    other = arrives(store, account, urgency=Urgency.ROUTINE)
    with store.begin() as work:
        station = work.get(Station, account.station_id)
        head = a_person(work, role, station=station)
    before = visit(desk, head, "triage", message=str(message.id))
    assert says(before, "für Ihre Rolle nicht vorgesehen")
    with store.begin() as work:
        work.add(Called(message.id, head.id, station.id, work.now))
    shown = visit(desk, head, "triage", message=str(message.id))
    assert not shown.exception
    assert says(shown, PLEA)
    assert not says(shown, "für Ihre Rolle nicht vorgesehen")
    assert says(visit(desk, head, "triage", message=str(other.id)), "fehlt die Berechtigung")
    with store.begin() as work:
        assert "read" in [e.act for e in work.audit_of(f"message:{message.id}") if e.actor == head.login]
        decision.acknowledge(work, head, message.id)
    assert says(visit(desk, head, "triage"), "für Ihre Rolle nicht vorgesehen")


def test_the_lane_tells_whom_it_was_passed_on_to(store, desk, everybody, account, clock):
    arrives(store, account)
    clock.forward(minutes=5)
    escalating.escalate(store, PublicHolidays())
    shown = visit(desk, everybody)
    assert says(shown, "Niemand ist als Bereitschaft eingetragen. Schritt 1")
    assert says(shown, "Kira")
    with store.begin() as work:
        standby.arrange(work, everybody, Standby(account.station_id, off=(everybody.id,)))
    clock.forward(minutes=5)
    escalating.escalate(store, PublicHolidays())
    assert says(visit(desk, everybody), "Schritt 2, ")


def test_the_clock_counts_from_receipt(store, desk, everybody, account, clock):
    arrives(store, account)
    clock.moment += timedelta(minutes=12, seconds=31)
    shown = visit(desk, everybody, "help")
    told = [h.proto.body for h in shown.get("html")]
    assert [h for h in told if 'data-seconds="751"' in h and ">12:31<" in h]


def test_the_station_page_says_loudly_that_nobody_is_on_standby(store, desk, everybody):
    shown = visit(desk, everybody, "station")
    assert says(shown, "Für Nächte, Wochenenden und Feiertage ist niemand als Bereitschaft eingetragen")
    assert says(shown, "Kira")
    key = f"standby_{everybody.officer.station_id}"
    shown.multiselect(key=f"{key}_off").set_value([everybody.id])
    shown.multiselect(key=f"{key}_office").set_value([everybody.id])
    shown.number_input(key=f"{key}_minutes").set_value(3).run()
    shown.button(key=f"{key}_save").click().run()
    assert not shown.exception
    with store.view() as work:
        plan = standby.of(work, everybody.officer.station_id)
    assert (plan.minutes, plan.off, plan.office) == (3, (everybody.id,), (everybody.id,))
    assert says(shown, "Gesichert")
    assert not says(shown, "ist niemand als Bereitschaft eingetragen")


def test_two_who_set_the_plan_at_once_do_not_overwrite_each_other(store, desk, everybody):
    station = everybody.officer.station_id
    with store.begin() as work:
        standby.arrange(work, everybody, Standby(station))
    shown = visit(desk, everybody, "station")
    with store.begin() as work:
        standby.arrange(work, everybody, Standby(station, minutes=9, maybe_minutes=9))
    shown.number_input(key=f"standby_{station}_minutes").set_value(2).run()
    shown.button(key=f"standby_{station}_save").click().run()
    assert says(shown, "Jemand anders war schneller")
    with store.view() as work:
        assert standby.of(work, station).minutes == 9


def test_a_dismissed_one_is_settled_and_taken_up_again_it_waits_anew(store, desk, everybody, account):
    message = arrives(store, account)
    with store.begin() as work:
        decision.dismiss(work, everybody, message.id, "Probealarm der Leitstelle")
    assert f"acknowledge_{message.id}" not in keys(visit(desk, everybody))
    with store.begin() as work:
        decision.reopen(work, everybody, message.id)
    assert stands(store, message).state is State.OPEN
    assert f"acknowledge_{message.id}" in keys(visit(desk, everybody))
