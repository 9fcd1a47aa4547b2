import pytest

from casework import announced, consent
from casework.errors import AuthExpired, Refused
from casework.labels import Platform
from casework.people import Officer, Person
from streife import networks, wiring
from streife.keys import Secret
from tests import builders

OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)
CACHED = (wiring.settings, wiring.engine, wiring.store)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own; everything that is kept from call to call is forgotten before and after."""
    monkeypatch.setenv("STREIFE_HOME", str(tmp_path))
    for made in CACHED:
        made.cache_clear()
    yield tmp_path
    wiring.engine().dispose()
    for made in CACHED:
        made.cache_clear()


@pytest.fixture
def kira(home):
    """An account whose officer has consented."""
    return _account(Platform.BLUESKY)


def _account(platform):
    with wiring.store().begin() as work:
        account = builders.an_account(work, platform=platform)
        consent.note(work, OPERATOR, account)
        return account


def _save(account, words):
    with wiring.store().begin() as work:
        wiring.connecting().vault.save(work, account, Secret(words))


def test_a_connector_is_kept_from_poll_to_poll(kira):
    _save(kira, "first key")
    assert wiring.connector(kira) is wiring.connector(kira)


def test_a_new_key_makes_a_new_connector(kira):
    _save(kira, "first key")
    before = wiring.connector(kira)
    _save(kira, "second key")
    assert wiring.connector(kira) is not before


def test_a_connector_of_instagram_looks_up_what_was_announced_to_its_account(home):
    account = _account(Platform.INSTAGRAM)
    _save(account, '{"access_token": "a", "page_id": "1", "ig_user_id": "2"}')
    with wiring.store().begin() as work:
        announced.keep(work, account, "mentions", ["comment:18"])
    assert [one.native_id for one in wiring.connector(account).announced(None)] == ["comment:18"]


def test_an_account_without_a_key_says_how_to_get_one(kira):
    with pytest.raises(AuthExpired, match="connect it"):
        wiring.connector(kira)


def test_an_account_whose_officer_was_not_asked_is_not_read(home):
    with wiring.store().begin() as work:
        account = builders.an_account(work)
    _save(account, "key")
    with pytest.raises(Refused, match="has not consented"):
        wiring.connector(account)


def test_a_network_without_a_connector_says_what_to_do_instead(home, monkeypatch):
    account = _account(Platform.YOUTUBE)
    _save(account, "key")
    monkeypatch.setattr(networks, "entry_points", lambda **_: ())
    with pytest.raises(Refused, match="streife import"):
        wiring.connector(account)


def test_every_network_with_a_door_is_known(home):
    doors = wiring.connecting().doors
    assert {p for p in Platform if doors.way(p).browser} == set(Platform) - {Platform.BLUESKY}
    assert doors.way(Platform.MASTODON).missing == ()


def test_another_home_has_keys_of_its_own(home, monkeypatch, tmp_path_factory):
    first = wiring.connecting()
    assert wiring.connecting() is first
    monkeypatch.setenv("STREIFE_HOME", str(tmp_path_factory.mktemp("other")))
    wiring.engine().dispose()
    for made in CACHED:
        made.cache_clear()
    assert wiring.connecting() is not first


def test_what_an_earlier_version_kept_is_sealed_before_anything_is_read(kira, home):
    (home / "credentials.json").write_text(f'{{"bluesky/{kira.handle}": "old key"}}')
    wiring.connector(kira)
    assert not (home / "credentials.json").exists()
