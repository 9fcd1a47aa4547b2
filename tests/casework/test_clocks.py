from datetime import UTC, date, datetime

from casework.clocks import application_clock
from casework.record import Case, PersonRole


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
