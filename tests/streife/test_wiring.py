import pytest

from casework.account import Account
from casework.errors import AuthExpired, Refused
from casework.labels import Platform
from streife import credentials, settings, wiring

KIRA = Account(Platform.BLUESKY, "kira.example", officer_id=1, station_id=1, id=1)


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(wiring, "settings", lambda: settings.Settings(home=tmp_path))
    return tmp_path


def test_a_connector_is_kept_from_poll_to_poll(home):
    credentials.save(home, KIRA, "first key")
    assert wiring.connector(KIRA) is wiring.connector(KIRA)


def test_a_new_key_makes_a_new_connector(home):
    credentials.save(home, KIRA, "first key")
    before = wiring.connector(KIRA)
    credentials.save(home, KIRA, "second key")
    assert wiring.connector(KIRA) is not before


def test_an_account_without_a_key_says_how_to_get_one(home):
    with pytest.raises(AuthExpired, match="accounts connect"):
        wiring.connector(KIRA)


def test_a_network_without_a_connector_says_what_to_do_instead(home):
    account = Account(Platform.YOUTUBE, "kira", officer_id=1, station_id=1, id=2)
    credentials.save(home, account, "key")
    with pytest.raises(Refused, match="streife import"):
        wiring.connector(account)
