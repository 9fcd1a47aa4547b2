from datetime import UTC, date, datetime, timedelta

import pytest

from casework import clocks
from casework.clocks import application_clock, moment_on
from casework.labels import Hostility, Intent
from casework.message import Message
from casework.record import Case, PersonRole
from tests.builders import NOON, a_message, an_account, assessed, received
from tests.casework.leaving import message_ids


class NewYear:
    def is_holiday(self, day, land):
        return (day.month, day.day) == (1, 1)


def _case(known):
    opened = datetime(2026, 9, 1, tzinfo=UTC)
    return Case("WF-2026-0001", "A", 1, "B", PersonRole.OFFICER, 1, opened, offender_known_at=known)


def _last_day(known, first_seen=datetime(2026, 8, 12, 12, tzinfo=UTC)):
    return application_clock(_case(known), first_seen, "DE-NI", NewYear())


def test_three_months_from_the_day_of_knowledge():
    clock = _last_day(datetime(2026, 8, 12, 12, tzinfo=UTC))
    assert (clock.last_day, clock.running) == (date(2026, 11, 12), True)


def test_the_day_is_the_one_in_berlin():
    assert _last_day(datetime(2026, 8, 11, 22, 30, tzinfo=UTC)).last_day == date(2026, 11, 12)


def test_a_weekend_moves_the_end_to_monday():
    assert _last_day(datetime(2026, 8, 14, 12, tzinfo=UTC)).last_day == date(2026, 11, 16)


def test_a_holiday_moves_the_end_to_the_next_working_day():
    assert _last_day(datetime(2026, 10, 1, 12, tzinfo=UTC)).last_day == date(2027, 1, 4)


def test_the_end_of_a_short_month_is_its_last_day():
    assert _last_day(datetime(2026, 11, 30, 12, tzinfo=UTC)).last_day == date(2027, 3, 1)


def test_an_unknown_author_gives_a_cautious_date_only():
    clock = _last_day(None)
    assert (clock.last_day, clock.running) == (date(2026, 11, 12), False)


@pytest.mark.parametrize(
    ("seen", "last"),
    [
        (datetime(2026, 11, 12, 12, tzinfo=UTC), date(2027, 2, 12)),
        (datetime(2026, 11, 30, 12, tzinfo=UTC), date(2027, 3, 1)),  # 28 February is a Sunday
        (datetime(2026, 11, 11, 23, 30, tzinfo=UTC), date(2027, 2, 12)),  # past midnight in Berlin
    ],
)
def test_an_act_seen_after_its_author_was_known_has_its_own_three_months(seen, last):
    clock = _last_day(datetime(2026, 8, 12, 12, tzinfo=UTC), seen)
    assert (clock.last_day, clock.running) == (last, True)


def _acts(work, *days):
    """A message a day, written and seen on it."""
    at = [datetime(2026, month, day, 12, tzinfo=UTC) for month, day in days]
    return [a_message(work, sent_at=one, first_seen_at=one) for one in at]


@pytest.mark.parametrize(
    ("today", "last", "passed"),
    [(date(2026, 11, 12), 12, 0), (date(2026, 11, 13), 20, 1), (date(2026, 11, 21), 20, 1)],
)
def test_a_case_shows_the_act_whose_clock_ends_next_and_how_many_are_over(work, today, last, passed):
    seen = clocks.first_seen(work, _acts(work, (8, 12), (8, 20))).values()
    clock = clocks.of_case(_case(None), seen, "DE-NI", NewYear(), today)
    assert (clock.last_day, clock.passed) == (date(2026, 11, last), passed)
    assert clock.since == date(2026, 8, last)


def test_a_case_without_messages_counts_from_its_opening():
    clock = clocks.of_case(_case(None), [], "DE-NI", NewYear(), date(2026, 9, 2))
    assert (clock.last_day, clock.passed) == (date(2026, 12, 1), 0)


@pytest.mark.parametrize(
    ("knew_on", "last"),
    [(date(2026, 8, 1), date(2027, 2, 22)), (date(2026, 11, 25), date(2027, 2, 25))],
)
def test_what_an_applicant_knew_before_the_act_was_written_counts_from_the_act(work, opened, knew_on, last):
    acts = message_ids(work, opened)
    (clock, _) = clocks.of_acts(work, opened, acts, NewYear(), knew_on).values()
    assert (clock.last_day, clock.running) == (last, True)


def test_a_day_is_the_same_day_here_and_in_utc_and_today_is_now():
    now = datetime(2026, 11, 21, 5, tzinfo=UTC)
    assert moment_on(date(2026, 11, 21), now) == now
    assert moment_on(date(2026, 11, 20), now) == datetime(2026, 11, 20, 11, tzinfo=UTC)


def test_an_edit_that_makes_it_an_insult_is_what_counts_and_no_later_one(work, clock):
    account = an_account(work)
    first = assessed(work, a_message(work, account, "Guten Morgen!", native_id="n"))
    for text, hostile in (("Du Null", [Hostility.INSULT]), ("Du Doppelnull", [Hostility.INSULT])):
        clock.forward(days=100)
        work.take_in(account, [received(text, native_id="n", sent_at=first.sent_at)])
        message = assessed(work, work.get(Message, first.id), Intent.OTHER, *hostile)
    assert clocks.first_seen(work, [message]) == {first.id: NOON + timedelta(days=100)}
