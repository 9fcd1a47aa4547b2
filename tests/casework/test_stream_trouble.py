"""What counts as a stream's trouble, and how two workers that look at once tell it once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import stream_trouble
from casework.errors import Conflict
from casework.record import Notice, NoticeKind
from casework.rhythm import Habit, Silence
from casework.stream_trouble import Sort, StreamTrouble
from tests.builders import a_stream, an_account

HOUR = timedelta(hours=1)


@pytest.fixture
def account(work):
    return an_account(work)


def kinds(notices):
    return [notice.kind for notice in notices]


def test_spent_money_is_a_trouble_too_once_it_lasts(work, account, clock):
    a_stream(work, account, error="BudgetSpent: the cap is 0", last_success_at=clock.now())
    assert stream_trouble.look(work, account, {}) == []
    clock.forward(minutes=61)
    assert kinds(stream_trouble.look(work, account, {})) == [NoticeKind.STREAM_FAILING]


def test_a_silence_is_over_only_when_something_came(work, account, clock):
    stream = a_stream(work, account, last_success_at=clock.now())
    last = clock.now() - 9 * HOUR
    silent = Habit(True, last, Silence(last, 9 * HOUR, HOUR, 0.1))
    assert kinds(stream_trouble.look(work, account, {stream.id: silent})) == [NoticeKind.STREAM_SILENT]
    for habit, told in ((Habit(True, last), []), (Habit(True, clock.now()), [NoticeKind.STREAM_MENDED])):
        assert kinds(stream_trouble.look(work, account, {stream.id: habit})) == told


def test_begin_and_end_of_a_trouble_stand_in_the_log(work, account, clock):
    stream = a_stream(work, account, error="AuthExpired: the key is refused", last_success_at=clock.now())
    stream_trouble.look(work, account, {})
    assert stream_trouble.count(work) == 1
    clock.forward(hours=1)
    work.replace(replace(stream, error="", last_success_at=clock.now()))
    stream_trouble.look(work, account, {})
    assert stream_trouble.count(work) == 0
    acts = [entry.act for entry in work.audit_of(f"stream:{stream.id}")]
    assert acts == ["trouble_found", "trouble_ended"]


def test_of_two_workers_that_find_the_same_trouble_one_tells_it(store, clock):
    with store.begin() as work:
        account = an_account(work)
        stream = a_stream(work, account, error="AuthExpired: the key is refused")
        stream_trouble.look(work, account, {})
        told = len(work.find(Notice))
    with pytest.raises(Conflict), store.begin() as work:
        work.add(StreamTrouble(stream.id, Sort.KEY, clock.now()))
    with store.begin() as work:
        assert stream_trouble.look(work, account, {}) == []
        assert len(work.find(Notice)) == told
