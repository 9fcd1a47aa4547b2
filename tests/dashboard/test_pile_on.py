"""The curve of a wave counts by local hours, whatever the clocks do in between, and its writers once each."""

from datetime import UTC, datetime

from casework.clocks import LOCAL
from casework.message import Author
from dashboard.parts.pile_on import _counts, _people
from data.memory import MemoryStore
from tests.builders import FakeClock, a_message


def hours(*moments):
    with MemoryStore(FakeClock(moments[-1])).begin() as work:
        copies = [a_message(work, sent_at=moment) for moment in moments]
        return [(at.astimezone(LOCAL).hour, n) for at, n in _counts(copies, by_day=False).items()]


def test_hours_without_a_message_are_among_them():
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert hours(at, at.replace(hour=11)) == [(10, 1), (11, 0), (12, 1)]


def test_the_night_the_clocks_go_on_has_no_hour_that_was_not():
    assert hours(datetime(2027, 3, 28, 0, 30, tzinfo=UTC), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)) == [
        (1, 1),
        (3, 1),
    ]


def test_the_night_the_clocks_go_back_loses_no_message():
    night = [datetime(2026, 10, 25, hour, 10, tzinfo=UTC) for hour in (0, 1, 2)]
    assert sum(n for _, n in hours(*night)) == len(night)


def test_who_takes_another_name_amid_a_wave_is_one_and_who_takes_a_given_up_name_another():
    who = [("did:1", "alt"), ("did:1", "neu"), ("did:2", "alt"), ("", "gast"), ("", "gast"), ("", "gast2")]
    with MemoryStore(FakeClock()).begin() as work:
        assert _people([a_message(work, author=Author(*one)) for one in who]) == 4
