"""Figures are sums: right at the edges of local days, split by station, and without any message in them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from casework.decision import confirm_tip
from casework.escalation import waits
from casework.figures import DayCount, OpenAlarms, Span, Tips
from casework.handover import accept, finish, give_back, hand_over
from casework.labels import Hostility, Intent, Platform, Urgency
from casework.message import Message, State
from casework.people import Role
from casework.record import Outcome
from casework.waiting import Step
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


def some_accounts(work, number=3):
    """So many officers of one station, each with an account on the same network."""
    station = a_station(work)
    return [an_account(work, an_officer(work, station)) for _ in range(number)]


def seen(work, account, minutes, **given):
    """A message of noon, looked at so many minutes later."""
    fields = {"received_at": NOON, "first_seen_at": NOON + timedelta(minutes=minutes), **given}
    return a_message(work, account, sent_at=NOON, **fields)


def unseen(work, account, **given):
    """A message of noon at which nobody has looked."""
    return a_message(work, account, sent_at=NOON, received_at=NOON, **given)


def test_waits_are_told_by_median_and_the_middle_80_percent(sql_store, counts):
    with sql_store.begin() as work:
        accounts = some_accounts(work)
        for minutes in range(11):
            seen(work, accounts[minutes % 3], minutes)
    answer, look = sorted(counts.waits(SPAN, [accounts[0].station_id], NOON), key=lambda w: w.step)
    assert (look.step, look.week, look.messages, look.few) == (Step.LOOK, date(2026, 11, 16), 11, False)
    assert [look.low, look.median, look.high] == [timedelta(minutes=m) for m in (1, 5, 9)]
    assert (answer.step, answer.messages, answer.waiting, answer.few) == (Step.ANSWER, 0, 11, True)


def test_who_still_waits_is_counted_and_makes_the_median_longer(sql_store, counts):
    with sql_store.begin() as work:
        accounts = some_accounts(work)
        for minutes in range(1, 13):
            seen(work, accounts[minutes % 3], minutes)
        for account in accounts * 2:
            unseen(work, account)
    _, look = counts.waits(SPAN, [accounts[0].station_id], NOON + timedelta(days=1))
    assert (look.messages, look.waiting, look.since) == (12, 6, NOON)
    assert look.median == timedelta(minutes=9)  # without the six it would be 6.5
    assert look.high is None


def test_what_nobody_waits_for_any_more_is_left_out(sql_store, counts):
    with sql_store.begin() as work:
        account = an_account(work)
        unseen(work, account, state=State.DISMISSED)
        unseen(work, account, deleted_at=NOON)
        seen(work, account, 5, state=State.IN_CASE)
    (look,) = counts.waits(SPAN, [account.station_id], NOON)
    assert (look.step, look.messages, look.waiting) == (Step.LOOK, 1, 0)


@pytest.mark.parametrize("shares", [[12], [6, 6], [3, 3, 3], [8, 2, 2]])
def test_no_time_is_told_of_few_officers_or_messages_or_where_one_has_most(sql_store, counts, shares):
    with sql_store.begin() as work:
        accounts = some_accounts(work, len(shares))
        for account, number in zip(accounts, shares, strict=True):
            for _ in range(number):
                seen(work, account, 5)
            unseen(work, account)
    _, look = counts.waits(SPAN, [accounts[0].station_id], NOON)
    assert (look.few, look.messages, look.waiting) == (True, sum(shares), len(shares))
    assert (look.median, look.low, look.high, look.since) == (None, None, None, None)


def test_single_officers_together_have_a_time_that_is_nobodys(sql_store, counts):
    with sql_store.begin() as work:
        accounts = [an_account(work) for _ in range(3)]
        for minutes in range(12):
            seen(work, accounts[minutes % 3], minutes)
    found = counts.waits(SPAN, [a.station_id for a in accounts], NOON)
    looks = [w for w in found if w.step is Step.LOOK]
    together = (None, 12, timedelta(minutes=5))
    assert [(w.station_id, w.messages, w.median) for w in looks] == [
        together,
        *[(a.station_id, 4, None) for a in accounts],
    ]


def test_the_time_in_which_streife_had_not_got_the_message_is_nobodys_delay(sql_store, counts):
    with sql_store.begin() as work:
        accounts = some_accounts(work)
        for number in range(12):
            late = seen(work, accounts[number % 3], 5)
            work.replace(replace(late, sent_at=NOON - timedelta(days=3)))
    _, look = counts.waits(SPAN, [accounts[0].station_id], NOON)
    assert look.median == timedelta(minutes=5)


def test_a_week_begins_on_monday_in_local_time(sql_store, counts):
    sunday_evening_utc = datetime(2026, 11, 15, 23, 30, tzinfo=UTC)
    with sql_store.begin() as work:
        account = an_account(work)
        a_message(work, account, sent_at=sunday_evening_utc, first_seen_at=NOON)
    assert counts.waits(SPAN, [account.station_id], NOON)[0].week == date(2026, 11, 16)


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
    assert counts.days(SPAN, [1]) == counts.waits(SPAN, [1], NOON) == []
    assert counts.alarm([1]) == OpenAlarms(0, None)
    assert counts.tips(SPAN, []) == []
