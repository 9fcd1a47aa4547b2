"""Two acts at the same moment, on real databases: one of them is refused, or comes after."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest

from casework import case, consent, credential, erasure, handover, staff, succession
from casework.account import Account
from casework.case import Draft
from casework.credential import Credential
from casework.errors import StreifeError
from casework.labels import Hostility, Intent, Platform
from casework.message import Message
from casework.people import Officer, Person, Role, Station
from casework.record import PersonRole
from tests import builders

OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)


@pytest.fixture
def beat(sql_store):
    """An account that nobody reads yet, its officer, and a colleague."""
    with sql_store.begin() as work:
        station = builders.a_station(work)
        kira, lena = (builders.a_person(work, Role.OFFICER, station=station) for _ in "kl")
        given = Account(Platform.BLUESKY, "kira.example", kira.id, station.id)
        return staff.add_account(work, OPERATOR, given), kira, lena


def _take_up(work, person, account):
    consent.give(work, person, account)
    held = credential.kept(work, account)
    if held:
        work.replace(replace(held, sealed=b"sealed"))
    else:
        work.add(Credential(account.id, "k", b"sealed", work.now))
    staff.connect(work, person, account, ["mentions"])


@pytest.mark.parametrize("letting_go", ["leave", "close", "hand_over"])
@pytest.mark.parametrize("first", ["taking up", "letting go"])
@pytest.mark.parametrize("known", [True, False], ids=["read before", "never read"])
def test_no_account_is_read_without_consent_whoever_comes_first(sql_store, beat, letting_go, first, known):
    account, kira, lena = beat
    if known:
        with sql_store.begin() as work:
            _take_up(work, kira, account)
    let_go = {
        "leave": lambda work: succession.leave(work, kira, account),
        "close": lambda work: succession.close(work, OPERATOR, account, "why"),
        "hand_over": lambda work: succession.hand_over(work, OPERATOR, account, lena.officer),
    }[letting_go]
    acts = [lambda work: _take_up(work, kira, account), let_go]
    _cross(sql_store, *(acts if first == "taking up" else reversed(acts)))
    with sql_store.view() as work:
        standing = work.get(Account, account.id)
        given = consent.in_force(work, standing)
        assert bool(given) == standing.active == credential.has_key(work, standing)


@pytest.fixture
def withdrawn(sql_store, clock):
    """A message that its author took back a week ago, and who may decide on it and open a case."""
    with sql_store.begin() as work:
        merle = builders.a_person(work, Role.OFFICER, Role.CASE_OFFICER)
        builders.an_officer(work, work.get(Station, 1), Role.CONTACT_OFFICER, login="jens")
        account = builders.an_account(work, merle.officer)
        message = builders.a_message(work, account, "Ich finde dich")
        message = builders.assessed(work, message, Intent.OTHER, Hostility.INSULT)
        message = work.replace(replace(message, deleted_at=work.now))
    clock.forward(days=7)
    return message, merle


NEEDS = {
    "bound": lambda work, person, number: case.open_case(
        work, person, [number], Draft("Drohung", "Merle", PersonRole.OFFICER, ("241",))
    ),
    "held": lambda work, person, number: erasure.hold(work, person, number, "Ermittlung"),
    "handed over": lambda work, person, number: handover.hand_over(
        work, person, number, "jens", "", work.now + timedelta(days=1)
    ),
}


@pytest.mark.parametrize("need", NEEDS)
@pytest.mark.parametrize("first", ["needing", "erasing"])
def test_what_somebody_needs_is_never_erased_whoever_comes_first(sql_store, withdrawn, need, first):
    message, merle = withdrawn
    acts = [
        lambda work: NEEDS[need](work, merle, message.id),
        lambda work: erasure.erase_withdrawn(work, 0, 100),
    ]
    _cross(sql_store, *(acts if first == "needing" else reversed(acts)))
    with sql_store.view() as work:
        standing = work.get(Message, message.id)
        assert bool(standing.text) == erasure.needed(work, standing) == (first == "needing")


def _cross(store, one, other):
    """The other begins when all of the one is written but not kept yet."""
    written = Event()

    def first():
        with store.begin() as work:
            one(work)
            written.set()
            Event().wait(0.4)

    def second():
        assert written.wait(10)
        with store.begin() as work:
            other(work)

    with ThreadPoolExecutor(2) as pool:
        raised = [future.exception(30) for future in [pool.submit(first), pool.submit(second)]]
    assert raised[0] is None
    assert raised[1] is None or isinstance(raised[1], StreifeError)
