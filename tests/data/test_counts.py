"""Figures are sums: right at the edges of local days, split by station, and without any message in them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from casework.decision import confirm_tip
from casework.escalation import waits
from casework.figures import DayCount, OpenAlarms, Span, Step, Tips
from casework.handover import accept, finish, give_back, hand_over
from casework.labels import Hostility, Intent, Platform, Urgency
from casework.message import Message, State
from casework.people import Role
from casework.record import Outcome
from data.counts import SqlCounts
from tests.builders import NOON, a_message, a_person, a_station, an_account, an_officer, assessed

DAY = date(2026, 11, 20)
SPAN = Span(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def counts(engine):
    return SqlCounts(engine)


def test_days_are_local_days_in_summer_and_winter(sql_store, counts):
    moments = [
        datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC),
        datetime(2026, 7, 1, 22, 0, tzinfo=UTC),
        datetime(2026, 11, 1, 22, 59, tzinfo=UTC),
        datetime(2026, 11, 1, 23, 0, tzinfo=UTC),
    ]
    with sql_store.begin() as work:
        account = an_account(work)
        for moment in moments:
            a_message(work, account, sent_at=moment)
    found = counts.days(Span(date(2026, 1, 1), date(2026, 12, 31)), [account.station_id])
    assert [c.day for c in found] == [
        date(2026, 7, 1),
        date(2026, 7, 2),
        date(2026, 11, 1),
        date(2026, 11, 2),
    ]
    one_day = counts.days(Span(date(2026, 7, 2), date(2026, 7, 2)), [account.station_id])
    assert [(c.day, c.messages) for c in one_day] == [(date(2026, 7, 2), 1)]


def test_messages_are_summed_by_station_platform_intent_and_hostility(sql_store, counts):
    with sql_store.begin() as work:
        x, facebook = (an_account(work, platform=p) for p in (Platform.X, Platform.FACEBOOK))
        elsewhere = an_account(work)
        for account, intent, hostility in [
            (x, Intent.TIP, ()),
            (x, Intent.TIP, ()),
            (x, Intent.TIP, (Hostility.INSULT,)),
            (x, None, ()),
            (facebook, Intent.TIP, ()),
            (elsewhere, Intent.TIP, ()),
        ]:
            a_message(work, account, sent_at=NOON, intent=intent, hostility=hostility)
    day = date(2026, 11, 21)
    assert counts.days(SPAN, [x.station_id, facebook.station_id]) == [
        DayCount(day, x.station_id, Platform.X, None, False, 1),
        DayCount(day, x.station_id, Platform.X, Intent.TIP, False, 2),
        DayCount(day, x.station_id, Platform.X, Intent.TIP, True, 1),
        DayCount(day, facebook.station_id, Platform.FACEBOOK, Intent.TIP, False, 1),
    ]


def test_waits_are_told_by_median_and_the_middle_80_percent(sql_store, counts):
    with sql_store.begin() as work:
        account = an_account(work)
        for minutes in range(11):
            at = NOON + timedelta(minutes=minutes)
            a_message(work, account, sent_at=NOON, first_seen_at=at)
        a_message(work, account, sent_at=NOON, answered_at=NOON + timedelta(hours=1))
        a_message(work, account, sent_at=NOON)
    answer, look = counts.waits(SPAN, [account.station_id])
    assert (look.step, look.week, look.messages) == (Step.LOOK, date(2026, 11, 16), 11)
    assert [look.low, look.median, look.high] == [timedelta(minutes=m) for m in (1, 5, 9)]
    assert (answer.step, answer.messages, answer.low, answer.high) == (
        Step.ANSWER,
        1,
        timedelta(hours=1),
        timedelta(hours=1),
    )


def test_a_week_begins_on_monday_in_local_time(sql_store, counts):
    sunday_evening_utc = datetime(2026, 11, 15, 23, 30, tzinfo=UTC)
    with sql_store.begin() as work:
        account = an_account(work)
        a_message(work, account, sent_at=sunday_evening_utc, first_seen_at=NOON)
    assert counts.waits(SPAN, [account.station_id])[0].week == date(2026, 11, 16)


def test_tips_are_followed_to_their_end(sql_store, counts):
    with sql_store.begin() as work:
        station, other = a_station(work), a_station(work)
        owner = a_person(work, Role.OFFICER, station=station)
        contact = a_person(work, Role.CONTACT_OFFICER, station=station)
        account = an_account(work, owner.officer)
        tips = [assessed(work, a_message(work, account, f"Tipp {n}")) for n in range(5)]
        confirm_tip(work, owner, tips[1].id)
        due = NOON + timedelta(days=1)
        first, second, third = (hand_over(work, owner, tip.id, contact.login, "", due) for tip in tips[2:])
        accept(work, contact, first.id)
        finish(work, contact, first.id, Outcome.LED_FURTHER)
        give_back(work, contact, second.id, "falsches Viertel")
        again = hand_over(work, owner, second.message_id, contact.login, "", due)
        accept(work, contact, again.id)
    outcomes = {Outcome.TRUE_TIP: 0, Outcome.LED_FURTHER: 1, Outcome.NOTHING_FOUND: 0}
    assert counts.tips(SPAN, [other.id, station.id]) == [
        Tips(station.id, 5, 4, 3, 2, 1, outcomes, helped=1),
        Tips(other.id, 0, 0, 0, 0, 0, dict.fromkeys(Outcome, 0)),
    ]
    assert third.message_id == tips[4].id


def test_the_alarm_counts_open_emergencies_that_nobody_acknowledged(sql_store, counts):
    with sql_store.begin() as work:
        account = an_account(work)
        acute = {"urgency": Urgency.ACUTE, "intent": Intent.EMERGENCY}
        for minutes in (5, 30):
            a_message(work, account, sent_at=NOON - timedelta(minutes=minutes), **acute)
        a_message(work, account, sent_at=NOON - timedelta(days=1), acknowledged_at=NOON, **acute)
        a_message(work, account, sent_at=NOON - timedelta(days=1), state=State.DONE, **acute)
        confirmed = a_message(work, account, sent_at=NOON - timedelta(minutes=40), state=State.TIP, **acute)
        work.replace(replace(confirmed, assessed_version=1))
        a_message(work, an_account(work, an_officer(work)), sent_at=NOON - timedelta(days=1), **acute)
        a_message(work, account, sent_at=NOON - timedelta(days=1), abstained=True, **acute)
        rung = [m.id for m in work.find(Message, account_id=account.id) if waits(m)]
    found = counts.alarm([account.station_id])
    assert (found.waiting, found.oldest_at) == (len(rung) - 1, NOON - timedelta(minutes=40))
    assert (found.waiting, found.maybe) == (3, 1)
    assert found.unjudged == 4  # the acknowledged one among them


def test_where_nothing_came_in_there_is_nothing_to_count(counts):
    assert counts.days(SPAN, [1]) == counts.waits(SPAN, [1]) == []
    assert counts.alarm([1]) == OpenAlarms(0, None)
    assert counts.tips(SPAN, []) == []
