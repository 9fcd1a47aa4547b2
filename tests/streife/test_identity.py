import pytest
from argon2 import PasswordHasher

from casework.errors import Refused
from casework.people import Session
from streife import identity
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


def test_the_token_itself_is_not_kept(store, officer):
    token = identity.sign_in(store, "kira", PASSWORD, 12)
    with store.begin() as work:
        assert token not in repr(work.find(Session))


def test_a_short_password_is_refused():
    with pytest.raises(Refused, match="12"):
        identity.hash_password("kurz")


def test_a_name_that_nobody_has_takes_as_long_as_one_that_somebody_has():
    assert not PasswordHasher().check_needs_rehash(identity._NOBODY)
