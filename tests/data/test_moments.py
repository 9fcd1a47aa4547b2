"""A transaction has one moment, however the clock ticks meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import consent, staff, succession, tenure
from casework.account import Account
from casework.errors import Refused
from casework.labels import Platform
from casework.people import Role
from casework.succession import ERASED_AFTER
from data.memory import MemoryStore
from data.store import SqlStore
from tests.builders import NOON, FakeClock, a_message, a_person, a_station

BLINK = timedelta(milliseconds=2)


class Ticking:
    """A clock like the real one: no two looks at it tell the same."""

    def __init__(self):
        self.moment = NOON

    def now(self):
        self.moment += BLINK
        return self.moment


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def opened_on(request):
    """Opens an empty store on a clock."""
    if request.param == "memory":
        return MemoryStore
    engine = request.getfixturevalue(f"{request.param}_engine")
    return lambda clock: SqlStore(engine, clock)


@pytest.fixture
def store(opened_on):
    return opened_on(Ticking())


@pytest.fixture
def beat(store):
    """Ada who manages the accounts, Kira, and her account with a message, to which she consented and which
    she left."""
    with store.begin() as work:
        station = a_station(work)
        ada, kira = (a_person(work, role, station=station) for role in (Role.ADMINISTRATOR, Role.OFFICER))
        account = staff.add_account(work, ada, Account(Platform.BLUESKY, "kira.example", kira.id, station.id))
        a_message(work, account)
    with store.begin() as work:
        consent.give(work, kira, account)
    with store.begin() as work:
        succession.leave(work, kira, account)
    return ada, kira, account


@pytest.mark.parametrize("way", ["begin", "view"])
def test_a_transaction_has_one_moment_and_the_next_a_later_one(store, way):
    with getattr(store, way)() as work:
        first = work.now
        assert work.now == first
    with getattr(store, way)() as work:
        assert work.now > first


def test_what_one_act_stamps_and_its_entry_in_the_log_have_one_time(store, beat):
    _, _, account = beat
    with store.view() as work:
        (ended,) = tenure.of(work, account)
        (given,) = work.find(consent.Consent)
        assert given.given_at < given.withdrawn_at == ended.ended_at == ended.erase_at - ERASED_AFTER
        assert work.audit_of(f"account:{account.id}")[-1].at == ended.ended_at


def test_on_paper_nobody_comes_back_who_left_and_the_erasure_stays_promised(store, beat):
    ada, _, account = beat
    with pytest.raises(Refused, match="only the officer"), store.begin() as work:
        consent.note(work, ada, account)
    with store.view() as work:
        assert tenure.latest(work, account).erase_at


def test_nor_where_an_earlier_version_stamped_the_consents_end_a_blink_later(store, beat):
    ada, _, account = beat
    with store.begin() as work:
        (given,) = work.find(consent.Consent)
        work.replace(replace(given, withdrawn_at=given.withdrawn_at + BLINK))
    with pytest.raises(Refused, match="only the officer"), store.begin() as work:
        consent.note(work, ada, account)


def test_who_came_back_by_the_own_word_may_later_consent_on_paper(store, beat):
    ada, kira, account = beat
    with store.begin() as work:
        consent.give(work, kira, account)
    with store.begin() as work:
        consent.end(work, account)
    with store.begin() as work:
        assert consent.note(work, ada, account).officer_id == kira.id


def test_a_clock_set_by_hand_may_be_moved_meanwhile(opened_on):
    clock = FakeClock()
    with opened_on(clock).begin() as work:
        assert clock.forward(days=60) == work.now
