from dataclasses import replace
from datetime import timedelta

import pytest

from casework import limits, rechecks
from casework.case import Draft, open_case
from casework.erasure import Erasure
from casework.labels import Platform
from casework.polling import Rhythm
from casework.prices import CENT
from casework.rechecks import BATCH, HOURLY, WEEKLY, Recheck, interval
from casework.record import Case, CaseState, HandoverState, PersonRole
from tests import builders
from tests.builders import NOON

RHYTHM = Rhythm()
CASE = Draft("Hetze", "Kira Ahlers", PersonRole.OFFICER)


@pytest.fixture
def account(work, officer):
    return builders.an_account(work, officer)


def _message(work, account, days=0):
    at = NOON - timedelta(days=days)
    return builders.a_message(work, account, sent_at=at, received_at=at)


def _due(work, rhythm=RHYTHM):
    return [m.id for one in rechecks.due(work, rhythm) for m in one.messages]


def _asked(work, message):
    for one in rechecks.due(work, RHYTHM):
        claimed = rechecks.claim(work, one)
        rechecks.answered(work, claimed, [message.native_id])


def test_what_matters_is_asked_about_hourly_for_two_days_and_then_daily():
    daily = RHYTHM.recheck
    ages = {0: HOURLY, 47: HOURLY, 48: daily, 1_000: daily}
    for hours, wanted in ages.items():
        assert interval(NOON - timedelta(hours=hours), NOON, daily) == wanted
    assert interval(None, NOON, daily) == WEEKLY


def test_a_message_in_a_case_is_due_an_hour_after_it_was_last_asked_about(work, person, account, clock):
    message = _message(work, account)
    open_case(work, person, [message.id], CASE)
    assert _due(work) == []
    clock.forward(hours=1)
    assert _due(work) == [message.id]
    _asked(work, message)
    assert work.find(Recheck)[0].checked_at == clock.now()
    assert _due(work) == []
    clock.forward(minutes=59)
    assert _due(work) == []
    clock.forward(minutes=1)
    assert _due(work) == [message.id]


def test_an_old_message_that_comes_into_a_case_is_due_at_once(work, person, account):
    message = _message(work, account, days=20)
    _asked(work, message)
    assert _due(work) == []
    work.replace(replace(work.find(Recheck)[0], asked_at=NOON - timedelta(hours=2)))
    assert _due(work) == []
    open_case(work, person, [message.id], CASE)
    assert _due(work) == [message.id]


def test_what_was_handed_over_is_asked_about_until_it_is_done(work, officer, account, clock):
    message = _message(work, account)
    handed = builders.a_handover(work, message, officer, builders.an_officer(work))
    clock.forward(hours=1)
    assert _due(work) == [message.id]
    work.replace(replace(handed, state=HandoverState.DONE))
    assert _due(work) == []


def test_a_closed_case_asks_no_more(work, person, account, clock):
    open_case(work, person, [_message(work, account).id], CASE)
    work.replace(replace(work.find(Case)[0], state=CaseState.CLOSED))
    clock.forward(hours=5)
    assert _due(work) == []


def test_the_rest_is_asked_about_weekly_for_thirty_days(work, account, clock):
    fresh, older, old = (_message(work, account, days) for days in (6, 7, 31))
    assert _due(work) == [older.id]
    clock.forward(days=1)
    assert _due(work) == [older.id, fresh.id]
    assert old.id not in _due(work)


def test_what_is_gone_is_asked_about_daily_for_a_week_and_then_not_any_more(work, account, clock):
    message = _message(work, account, days=40)
    work.replace(replace(message, deleted_at=NOON))
    _asked(work, message)
    asked = 0
    for _ in range(24 * 14):
        clock.forward(hours=1)
        asked += len(_due(work))
        _asked(work, message)
    assert asked == 7


def test_what_was_erased_is_not_asked_about(work, account, clock):
    message = work.replace(replace(_message(work, account), deleted_at=NOON))
    work.add(Erasure(message.id, "deleted_by_author", NOON))
    clock.forward(days=2)
    assert _due(work) == []


def test_an_account_that_is_not_connected_is_not_asked(work, account):
    _message(work, account, days=8)
    work.replace(replace(account, active=False))
    assert _due(work) == []


def test_what_matters_comes_first_in_a_batch(work, person, account):
    for _ in range(BATCH):
        _message(work, account, days=9)
    mine = _message(work, account, days=1)
    open_case(work, person, [mine.id], CASE)
    ids = _due(work)
    assert (len(ids), ids[0]) == (BATCH, mine.id)


@pytest.mark.parametrize("known", [True, False])
def test_two_workers_do_not_ask_about_the_same(work, account, known, clock):
    message = _message(work, account, days=8)
    if known:
        work.add(Recheck(message.id, NOON - WEEKLY))
    (one,), (two,) = rechecks.due(work, RHYTHM), rechecks.due(work, RHYTHM)
    assert [m.id for m in rechecks.claim(work, one).messages] == [message.id]
    assert rechecks.claim(work, two).messages == ()
    assert _due(work) == []


def test_what_was_not_answered_is_as_due_as_before_and_the_first_of_it_an_hour_later(work, account, clock):
    first, second, third = (_message(work, account, days=8) for _ in range(3))
    claimed = rechecks.claim(work, rechecks.due(work, RHYTHM)[0])
    assert _due(work) == []
    rechecks.put_back(work, claimed, [first.native_id], RHYTHM.recheck)
    assert _due(work) == [third.id]
    clock.forward(hours=1)
    assert _due(work) == [third.id, second.id]


@pytest.mark.parametrize("why", ["in a case", "gone"])
def test_what_a_network_stumbles_over_holds_up_no_other_though_it_goes_first(work, person, account, why):
    bad, other = (_message(work, account, days=8) for _ in range(2))
    if why == "gone":
        work.replace(replace(bad, deleted_at=NOON - timedelta(days=2)))
    else:
        open_case(work, person, [bad.id], CASE)
    assert _due(work) == [bad.id, other.id]
    rechecks.put_back(work, rechecks.claim(work, rechecks.due(work, RHYTHM)[0]), [], RHYTHM.recheck)
    assert _due(work) == [other.id]


def test_where_a_batch_brought_nothing_the_next_one_is_half_as_large(work, account):
    for _ in range(BATCH):
        _message(work, account, days=8)
    for wanted in (BATCH, BATCH // 2, BATCH // 4):
        assert len(_due(work)) == wanted
        limits.refused(work, account.id, rechecks.RECHECK)
        rested = work.find(limits.Limit)[0]
        work.replace(replace(rested, reset_at=NOON))


def test_where_asking_costs_only_what_matters_is_asked_without_money_to_spare(work, person, officer):
    paid = builders.an_account(work, officer, platform=Platform.X)
    free = builders.an_account(work, officer)
    there, here = _message(work, paid, days=8), _message(work, free, days=8)
    assert _due(work) == [here.id]
    rich = Rhythm(caps={Platform.X: 1_000 * CENT})
    assert _due(work, rich) == [here.id, there.id]
    open_case(work, person, [there.id], CASE)
    assert _due(work) == [here.id, there.id]
