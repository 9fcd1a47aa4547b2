"""Handing the next hostile messages on: by turns, never the emergencies, and only while somebody is there."""

from dataclasses import replace

import pytest

from casework import rotation, worklist
from casework.errors import Refused
from casework.labels import Hostility, Intent
from casework.people import Role
from casework.query import Query, Scope
from tests import builders

OPEN = Query(Scope())


@pytest.fixture
def station(work):
    return builders.a_station(work)


@pytest.fixture
def readers(work, station):
    return [builders.a_person(work, Role.CASE_OFFICER, station=station) for _ in range(3)]


@pytest.fixture
def insult(work, station):
    account = builders.an_account(work, builders.an_officer(work, station))
    return builders.assessed(work, builders.a_message(work, account), Intent.OTHER, Hostility.INSULT)


def queue(work, person, query=OPEN):
    return [m.id for m in worklist.page(work, person, query)]


def test_who_rests_no_longer_finds_hostile_words_in_the_queue_but_can_ask_for_them(work, readers, insult):
    first, second, third = readers
    assert [t.reader_id for t in rotation.rest(work, first)] == [second.id]
    assert queue(work, first) == []
    assert sum(worklist.counts(work, first, OPEN).values()) == 0
    assert queue(work, first, replace(OPEN, hostile=True)) == [insult.id]
    assert queue(work, second) == queue(work, third) == [insult.id]
    rotation.end_rest(work, first)
    assert queue(work, first) == [insult.id]


def test_emergencies_stay(work, readers, insult):
    account = work.get(builders.Account, insult.account_id)
    alarm = builders.assessed(work, builders.a_message(work, account), Intent.EMERGENCY, Hostility.THREAT)
    rotation.rest(work, readers[0])
    assert queue(work, readers[0]) == [alarm.id]


def test_readers_take_turns(work, readers, clock):
    officers = [builders.a_person(work, Role.OFFICER) for _ in range(4)]
    station = work.get(builders.Station, readers[0].officer.station_id)
    whom = []
    for officer in officers:
        builders.an_account(work, officer.officer, station_id=station.id)
        whom += [turn.reader_id for turn in rotation.rest(work, officer)]
        clock.forward(minutes=1)
    first, second, third = (r.id for r in readers)
    assert whom == [first, second, third, first]


def test_a_turn_ends_in_the_morning(work, readers, clock):
    rotation.rest(work, readers[0])
    assert rotation.resting(work, readers[0])
    clock.forward(hours=18)
    assert rotation.resting(work, readers[0]) == []
    assert rotation.reading_for(work, readers[1]) == []


def test_a_turn_holds_only_while_its_reader_is_there(work, readers, insult):
    first, second, _ = readers
    rotation.rest(work, first)
    work.replace(replace(second.officer, active=False))
    assert queue(work, first) == [insult.id]


def test_where_nobody_is_free_nothing_is_handed_on(work, readers):
    first, second, third = readers
    rotation.rest(work, first)
    assert [t.reader_id for t in rotation.rest(work, second)] == [third.id]
    with pytest.raises(Refused, match="no other"):
        rotation.rest(work, third)
    with pytest.raises(Refused, match="already"):
        rotation.rest(work, first)


def test_what_is_aimed_at_the_reader_stays_in_the_queue_of_who_rests(work, station):
    first, second = (
        builders.a_person(work, Role.CASE_OFFICER, Role.OFFICER, station=station) for _ in range(2)
    )
    account = builders.an_account(work, second.officer)
    abuse = builders.assessed(work, builders.a_message(work, account), Intent.OTHER, Hostility.INSULT)
    rotation.rest(work, first)
    assert queue(work, second) == []
    assert queue(work, first) == [abuse.id]


def test_the_reader_learns_for_whom_and_the_log_has_it(work, readers):
    first, second, _ = readers
    rotation.rest(work, first)
    assert [t.officer_id for t in rotation.reading_for(work, second)] == [first.id]
    rotation.end_rest(work, first)
    assert [e.act for e in work.audit_of(f"officer:{first.id}")] == ["rest_begun", "rest_ended"]
    assert rotation.end_rest(work, first) == []
