"""Streams in trouble: the right people are told once, and once more when it works again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import rhythm, stream_trouble
from casework.account import Account, Stream
from casework.people import Role
from casework.record import Notice, NoticeKind
from data.memory import MemoryStore
from streife import stream_watch
from tests import builders
from tests.builders import FakeClock, a_person, a_station, an_account, received

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
KEY, FAILING = NoticeKind.STREAM_KEY, NoticeKind.STREAM_FAILING
SILENT, MENDED = NoticeKind.STREAM_SILENT, NoticeKind.STREAM_MENDED
EXPIRED, GONE = "AuthExpired: the key is refused", "Transient: out of reach"


class Desk:
    """An account with two streams, its owner, those who lead its station, and others."""

    def __init__(self, store, clock):
        self.store, self.clock = store, clock
        with store.begin() as work:
            station = a_station(work)
            self.owner = a_person(work, Role.OFFICER, station=station)
            self.head, self.admin = (
                a_person(work, role, station=station) for role in (Role.SUPERVISOR, Role.ADMINISTRATOR)
            )
            a_person(work, Role.OFFICER, station=station)
            a_person(work, Role.SUPERVISOR)
            self.account = an_account(work, self.owner.officer)
            for name in ("mentions", "quotes"):
                builders.a_stream(work, self.account, name=name)
        self.works()

    def works(self, *names):
        self._now_is(names, error="", error_at=None, last_success_at=self.clock.now())

    def fails(self, error, *names):
        self._now_is(names, error=error, error_at=self.clock.now())

    def _now_is(self, names, **state):
        with self.store.begin() as work:
            for stream in work.find(Stream, account_id=self.account.id):
                if not names or stream.name in names:
                    work.replace(replace(stream, **state))

    def told(self):
        """What this look tells, as (officer, kind, number of streams)."""
        with self.store.view() as work:
            before = len(work.find(Notice))
        stream_watch.look(self.store)
        with self.store.view() as work:
            new = work.find(Notice)[before:]
        return sorted((n.officer_id, n.kind, n.detail["streams"]) for n in new)

    def everyone(self, kind, streams):
        return [(person.id, kind, streams) for person in (self.owner, self.head, self.admin)]


@pytest.fixture
def desk(store, clock):
    return Desk(store, clock)


def test_where_all_is_well_nobody_is_told(desk, clock):
    clock.forward(minutes=30)
    assert desk.told() == []


def test_a_refused_key_is_told_at_once_to_owner_and_heads_and_once_for_all_streams(desk, clock):
    clock.forward(minutes=5)
    desk.fails(EXPIRED)
    assert desk.told() == desk.everyone(KEY, 2)
    for _ in range(30):
        clock.forward(hours=1)
        desk.fails(EXPIRED)
        assert desk.told() == []


def test_a_notice_names_the_account_and_leads_to_it_and_is_in_the_log(desk, store):
    desk.fails(EXPIRED)
    desk.told()
    with store.view() as work:
        found = work.find(Notice)[0]
        acts = [entry.act for entry in work.audit_of(f"account:{desk.account.id}")]
        begun = [entry.act for entry in work.audit() if entry.subject.startswith("stream:")]
    assert found.subject == f"account:{desk.account.id}"
    assert found.detail == {"account": f"bluesky/{desk.account.handle}", "streams": 2}
    assert acts == ["told"] * 3
    assert begun == ["trouble_found"] * 2


def test_other_trouble_is_told_once_it_has_lasted_over_an_hour(desk, clock):
    clock.forward(minutes=59)
    desk.fails(GONE, "quotes")
    assert desk.told() == []
    clock.forward(minutes=2)
    assert desk.told() == desk.everyone(FAILING, 1)
    clock.forward(hours=1)
    assert desk.told() == []


def test_a_stream_that_was_never_read_is_told_an_hour_after_it_was_first_seen_to_fail(desk, store, clock):
    with store.begin() as work:
        builders.a_stream(work, desk.account, name="dms", error=GONE)
    assert desk.told() == []
    clock.forward(hours=1)
    assert desk.told() == desk.everyone(FAILING, 1)


def test_that_it_works_again_is_told_and_the_next_trouble_anew(desk, clock):
    desk.fails(EXPIRED)
    desk.told()
    clock.forward(hours=2)
    assert desk.told() == []
    desk.works()
    assert desk.told() == desk.everyone(MENDED, 2)
    assert desk.told() == []
    clock.forward(hours=1)
    desk.fails(EXPIRED)
    assert desk.told() == desk.everyone(KEY, 2)


def test_a_trouble_that_changes_its_face_is_one_until_it_works(desk, clock):
    desk.fails(EXPIRED)
    desk.told()
    for error in (GONE, EXPIRED, GONE):
        clock.forward(hours=1)
        desk.fails(error)
        assert desk.told() == []


def test_a_key_that_is_refused_amid_another_trouble_is_told_too(desk, clock):
    clock.forward(hours=2)
    desk.fails(GONE, "mentions")
    assert desk.told() == desk.everyone(FAILING, 1)
    desk.fails(EXPIRED, "mentions")
    assert desk.told() == desk.everyone(KEY, 1)
    clock.forward(hours=1)
    desk.works()
    assert desk.told() == desk.everyone(MENDED, 1)


def test_a_short_trouble_that_nobody_was_told_of_ends_unsaid(desk, store, clock):
    with store.begin() as work:
        builders.a_stream(work, desk.account, name="dms", error=GONE)
    desk.told()
    clock.forward(minutes=5)
    desk.works()
    clock.forward(hours=1)
    assert desk.told() == []


def test_a_silence_beyond_its_rhythm_is_told_once_and_its_end_too(desk, store, clock):
    begin, stopped = clock.now() - 30 * DAY, clock.now() - 3 * DAY
    hours = [begin + n * HOUR for n in range(24 * 27)]
    arriving = [received(stream="quotes", sent_at=at) for at in hours if at < stopped]
    with store.begin() as work:
        work.take_in(desk.account, arriving)
    assert desk.told() == desk.everyone(SILENT, 1)
    clock.forward(hours=1)
    desk.works()
    assert desk.told() == []
    with store.begin() as work:
        work.take_in(desk.account, [received(stream="quotes", sent_at=clock.now())])
    assert desk.told() == desk.everyone(MENDED, 1)


def test_a_silence_that_outlives_its_history_is_no_end_of_it(desk, store, clock):
    begin = clock.now() - 30 * DAY
    arriving = [received(stream="quotes", sent_at=begin + n * HOUR) for n in range(24 * 27)]
    with store.begin() as work:
        work.take_in(desk.account, arriving)
    assert desk.told() == desk.everyone(SILENT, 1)
    clock.forward(weeks=20)
    desk.works()
    assert desk.told() == []


def test_an_account_that_rests_has_no_trouble(desk, store, clock):
    desk.fails(EXPIRED)
    desk.told()
    with store.begin() as work:
        work.replace(replace(work.get(Account, desk.account.id), active=False))
    assert desk.told() == []
    with store.view() as work:
        assert stream_trouble.count(work) == 0


def test_who_left_is_not_told(desk, store):
    with store.begin() as work:
        work.replace(replace(desk.owner.officer, active=False))
    desk.fails(EXPIRED)
    assert [officer_id for officer_id, _, _ in desk.told()] == [desk.head.id, desk.admin.id]


def test_streams_in_trouble_are_counted_once_however_many_troubles_they_have(desk, store, clock):
    clock.forward(hours=2)
    desk.fails(GONE)
    desk.told()
    desk.fails(EXPIRED, "mentions")
    desk.told()
    with store.view() as work:
        assert stream_trouble.count(work) == 2


@pytest.mark.parametrize("store", [MemoryStore(FakeClock(), training=True)])
def test_training_data_tell_nobody(desk):
    desk.fails(EXPIRED)
    assert desk.told() == []


def test_an_account_that_cannot_be_looked_at_keeps_the_others_from_nothing(desk, store, monkeypatch, caplog):
    usual = rhythm.rhythms
    with store.begin() as work:
        builders.a_stream(work, an_account(work), error=EXPIRED)

    def break_for_one(work, streams, now):
        if any(stream.account_id == desk.account.id for stream in streams):
            raise ValueError("a bug in one record")
        return usual(work, streams, now)

    monkeypatch.setattr(rhythm, "rhythms", break_for_one)
    assert stream_watch.look(store) == 1
    assert f"account {desk.account.id}" in caplog.text
