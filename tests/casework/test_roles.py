from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import reading, staff, worklist
from casework.errors import NotAllowed, Refused
from casework.labels import Hostility, Intent
from casework.people import Officer, Person, Role
from casework.query import Query, Scope
from casework.record import Case, HandoverState, PersonRole
from casework.roles import Act, may
from data.memory import MemoryStore
from tests import builders
from tests.builders import FakeClock

OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)


@pytest.fixture
def work(store):
    with store.begin() as opened:
        yield opened


def test_an_officer_reads_the_messages_of_the_own_account(work):
    officer = builders.an_officer(work)
    message = builders.a_message(work, builders.an_account(work, officer))
    assert reading.look(work, builders.the_person(work, officer), message.id).message.id == message.id


def test_an_officer_never_reads_the_messages_of_another_account(work):
    message = builders.a_message(work)
    stranger = builders.a_person(work, Role.OFFICER)
    with pytest.raises(NotAllowed):
        reading.look(work, stranger, message.id)


def test_a_handed_over_message_is_read_until_it_is_returned(work):
    owner, receiver = builders.an_officer(work), builders.an_officer(work, None, Role.CONTACT_OFFICER)
    message = builders.a_message(work, builders.an_account(work, owner))
    person = builders.the_person(work, receiver)
    given_over = builders.a_handover(work, message, owner, receiver)
    assert may(person, Act.READ_MESSAGE, reading.letter(work, message.id))
    work.replace(given_over.__class__(**{**_fields(given_over), "state": HandoverState.RETURNED}))
    assert not may(person, Act.READ_MESSAGE, reading.letter(work, message.id))


def test_who_is_a_contact_officer_nowhere_any_more_reads_and_answers_no_handover(work):
    owner, receiver = builders.an_officer(work), builders.an_officer(work, None, Role.CONTACT_OFFICER)
    message = builders.a_message(work, builders.an_account(work, owner))
    given_over = builders.a_handover(work, message, owner, receiver)
    elsewhere = Person(receiver, frozenset({(Role.CONTACT_OFFICER, builders.a_station(work).id)}))
    ended = replace(given_over, state=HandoverState.DONE)
    for person, still in ((elsewhere, True), (Person(receiver, frozenset({(Role.OFFICER, 1)})), False)):
        found = replace(reading.letter(work, message.id), handovers=(ended,))
        assert may(person, Act.READ_MESSAGE, found) is still
        assert may(person, Act.ANSWER_HANDOVER, given_over) is still
        assert may(person, Act.READ_HANDOVER, ended) is still
        assert worklist.scope_of(work, person).message_ids == ({message.id} if still else set())


def test_a_case_officer_reads_what_is_hostile_at_the_own_station_alone(work):
    account = builders.an_account(work)
    hostile = builders.assessed(work, builders.a_message(work, account), Intent.OTHER, Hostility.INSULT)
    harmless = builders.assessed(work, builders.a_message(work, account), Intent.PRAISE)
    station = work.get(builders.Station, account.station_id)
    here = builders.a_person(work, Role.CASE_OFFICER, station=station)
    elsewhere = builders.a_person(work, Role.CASE_OFFICER)
    assert may(here, Act.READ_MESSAGE, reading.letter(work, hostile.id))
    assert not may(here, Act.READ_MESSAGE, reading.letter(work, harmless.id))
    assert not may(elsewhere, Act.READ_MESSAGE, reading.letter(work, hostile.id))


def test_supervisors_and_administrators_read_no_message(work):
    account = builders.an_account(work)
    hostile = builders.assessed(work, builders.a_message(work, account), Intent.OTHER, Hostility.THREAT)
    station = work.get(builders.Station, account.station_id)
    for role in (Role.SUPERVISOR, Role.ADMINISTRATOR):
        person = builders.a_person(work, role, station=station)
        assert not may(person, Act.READ_MESSAGE, reading.letter(work, hostile.id))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_the_audit_log_is_for_administrators_and_looking_at_it_is_logged(work, role):
    with pytest.raises(NotAllowed):
        reading.look_at_log(work, builders.a_person(work, role))
    assert reading.look_at_log(work, builders.a_person(work, Role.ADMINISTRATOR)).act == "audit_read"


def test_who_left_may_nothing(work):
    officer = builders.an_officer(work, active=False)
    message = builders.a_message(work, builders.an_account(work, officer))
    person = builders.the_person(work, officer)
    assert not may(person, Act.READ_MESSAGE, reading.letter(work, message.id))
    assert worklist.scope_of(work, person) == Scope()


def test_whoever_opened_a_case_reads_it_while_at_the_station(work):
    there = builders.a_station(work)
    opener = builders.a_person(work, Role.OFFICER, station=there)
    case = Case("W-1", "Titel", there.id, "Kira", PersonRole.OFFICER, opener.id, builders.NOON)
    moved = replace(opener, grants=frozenset({(Role.OFFICER, builders.a_station(work).id)}))
    assert may(opener, Act.READ_CASE, case)
    assert not may(moved, Act.READ_CASE, case)


@pytest.mark.parametrize("login", ["Streife", "shell:root", "merle ", "merle\u202e", "", "mer\nle"])
def test_no_login_looks_in_the_log_like_the_house_the_shell_or_another(work, login):
    station = builders.a_station(work)
    with pytest.raises(Refused):
        staff.add_officer(work, OPERATOR, Officer(login, "Merle", station.id, "argon2"), [])


def test_roles_are_given_only_where_one_manages_people(work):
    here, there = builders.a_station(work), builders.a_station(work)
    admin = builders.a_person(work, Role.ADMINISTRATOR, station=here)
    with pytest.raises(NotAllowed):
        staff.add_officer(
            work, admin, Officer("merle", "Merle", here.id, "argon2"), [(Role.CASE_OFFICER, there.id)]
        )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_worklist_shows_exactly_what_may_be_read(data):
    with MemoryStore(FakeClock()).begin() as work:
        stations = [builders.a_station(work) for _ in range(2)]
        officers = [
            builders.an_officer(work, data.draw(st.sampled_from(stations)), data.draw(st.sampled_from(Role)))
            for _ in range(4)
        ]
        for _ in range(6):
            account = builders.an_account(work, data.draw(st.sampled_from(officers)))
            message = builders.a_message(work, account)
            if data.draw(st.booleans()):
                builders.assessed(work, message, Intent.OTHER, Hostility.INSULT)
            if data.draw(st.booleans()):
                sender, receiver = data.draw(st.permutations(officers))[:2]
                state = data.draw(st.sampled_from(HandoverState))
                builders.a_handover(work, message, sender, receiver, state=state)
        for officer in officers:
            person = builders.the_person(work, officer)
            shown = {m.id for m in worklist.page(work, person, Query(Scope(), states=(), limit=100))}
            every = [m.id for m in work.find(builders.Message)]
            allowed = {i for i in every if may(person, Act.READ_MESSAGE, reading.letter(work, i))}
            assert shown == allowed


def _fields(record):
    return {name: getattr(record, name) for name in record.__slots__}
