from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter

import pytest
from argon2 import PasswordHasher

from casework.errors import Refused
from casework.people import Session
from streife import identity
from streife.attempts import Attempts
from tests import builders

PASSWORD = "ein-langes-kennwort"


@pytest.fixture
def officer(store):
    with store.begin() as work:
        return builders.an_officer(work, login="kira", password_hash=identity.hash_password(PASSWORD))


def test_the_right_password_opens_a_session(store, officer):
    token = identity.sign_in(store, "kira", PASSWORD, 12)
    assert identity.person_of(store, token).login == "kira"


@pytest.mark.parametrize(("login", "password"), [("kira", "falsch"), ("niemand", PASSWORD), ("", "")])
def test_anything_else_opens_none_and_says_no_more(store, officer, login, password):
    with pytest.raises(identity.SignInRefused, match="mismatch"):
        identity.sign_in(store, login, password, 12)


def test_a_copied_cookie_is_worth_nothing_after_sign_out(store, officer):
    token = identity.sign_in(store, "kira", PASSWORD, 12)
    identity.sign_out(store, token)
    assert identity.person_of(store, token) is None


def test_a_session_ends_by_itself(store, officer, clock):
    token = identity.sign_in(store, "kira", PASSWORD, 12)
    clock.forward(hours=12)
    assert identity.person_of(store, token) is None


def test_five_wrong_passwords_lock_the_sign_in_for_a_quarter_of_an_hour(store, officer, clock):
    for _ in range(5):
        with pytest.raises(identity.SignInRefused):
            identity.sign_in(store, "kira", "falsch", 12)
    with pytest.raises(identity.SignInRefused, match="locked"):
        identity.sign_in(store, "kira", PASSWORD, 12)
    clock.forward(minutes=16)
    assert identity.sign_in(store, "kira", PASSWORD, 12)


def fail(store, times, attempts=None):
    for _ in range(times):
        with pytest.raises(identity.SignInRefused):
            identity.sign_in(store, "kira", "falsch", 12, attempts)


def refusals(store):
    with store.view() as work:
        return [entry.detail for entry in work.audit() if entry.act == "sign_in_refused"]


def test_while_a_name_is_locked_one_entry_a_minute_tells_how_many_came(store, officer, clock):
    attempts = Attempts()
    fail(store, 5 + 20, attempts=attempts)
    assert refusals(store) == [{"locked": False}] * 5 + [{"locked": True, "refused": 1}]
    clock.forward(minutes=1)
    fail(store, 1, attempts=attempts)
    assert refusals(store)[6:] == [{"locked": True, "refused": 20}]


def test_while_a_name_is_locked_no_password_is_hashed(store, officer):
    def quickest(times):
        took = []
        for _ in range(times):
            begun = perf_counter()
            fail(store, 1)
            took.append(perf_counter() - begun)
        return min(took)

    hashing = quickest(5)
    assert quickest(5) < hashing / 3


def test_knocking_at_a_locked_name_does_not_keep_its_owner_out_for_longer(store, officer, clock):
    attempts = Attempts()
    fail(store, 5, attempts=attempts)
    for _ in range(14):
        clock.forward(minutes=1)
        fail(store, 1, attempts=attempts)
    clock.forward(minutes=1)
    assert identity.sign_in(store, "kira", PASSWORD, 12, attempts)


def test_a_sign_in_between_wipes_the_slate_and_a_restart_does_not(store, officer):
    attempts = Attempts()
    fail(store, 4, attempts=attempts)
    identity.sign_in(store, "kira", PASSWORD, 12, attempts)
    fail(store, 5, attempts=attempts)
    with pytest.raises(identity.SignInRefused, match="locked"):
        identity.sign_in(store, "kira", PASSWORD, 12, Attempts())


class Meanwhile:
    """A store in which something happens between the look at the password and the opening of the session."""

    def __init__(self, store, act):
        self.store, self.act, self.view = store, act, store.view

    @contextmanager
    def begin(self):
        with self.store.begin() as work:
            self.act(work)
        with self.store.begin() as work:
            yield work


@pytest.mark.parametrize("changed", [{"active": False}, {"password_hash": "argon2-new"}])
def test_who_is_deactivated_or_given_a_new_password_while_signing_in_gets_no_session(store, officer, changed):
    meanwhile = Meanwhile(store, lambda work: work.replace(replace(officer, **changed)))
    with pytest.raises(identity.SignInRefused, match="mismatch"):
        identity.sign_in(meanwhile, "kira", PASSWORD, 12)
    assert refusals(store) == [{"locked": False}]
    with store.view() as work:
        assert work.find(Session) == []


class Watched:
    """A store that notes how many entries of the log each look reads, and what writers would wait for."""

    def __init__(self, store):
        self.store, self.read, self.read_in_writing = store, 0, 0

    @contextmanager
    def view(self):
        with self.store.view() as work:
            yield Counting(work, self, "read")

    @contextmanager
    def begin(self):
        with self.store.begin() as work:
            yield Counting(work, self, "read_in_writing")


class Counting:
    def __init__(self, work, watched, name):
        self._work, self._watched, self._name = work, watched, name

    def __getattr__(self, name):
        return getattr(self._work, name)

    def _count(self, found):
        setattr(self._watched, self._name, getattr(self._watched, self._name) + len(found))
        return found

    def audit(self, after=0, limit=1_000):
        return self._count(self._work.audit(after, limit))

    def audit_of(self, subject):
        return self._count(self._work.audit_of(subject))


@pytest.mark.parametrize("before", [0, 1, 7, 8, 2_000])
def test_an_old_log_is_not_read_again_and_never_while_writers_wait(store, officer, clock, before):
    with store.begin() as work:
        for _ in range(before):
            work.record("streife", "sign_in_refused", f"officer:{officer.id}", {"locked": False})
    clock.forward(minutes=15)
    watched = Watched(store)
    fail(watched, 4)
    assert identity.sign_in(watched, "kira", PASSWORD, 12)
    assert watched.read <= 200
    assert watched.read_in_writing == 0


def test_the_token_itself_is_not_kept(store, officer):
    token = identity.sign_in(store, "kira", PASSWORD, 12)
    with store.begin() as work:
        assert token not in repr(work.find(Session))


def test_a_short_password_is_refused():
    with pytest.raises(Refused, match="12"):
        identity.hash_password("kurz")


def test_a_name_that_nobody_has_takes_as_long_as_one_that_somebody_has():
    assert not PasswordHasher().check_needs_rehash(identity._NOBODY)
