import json
import logging
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from casework import consent, credential, staff
from casework.account import Account, Stream
from casework.credential import AuthRequest
from casework.errors import ConnectorError, NotAllowed, Refused, Transient
from casework.labels import Platform
from casework.metering import Unmetered
from casework.people import Officer, Person, Role
from casework.succession import Afterwards
from connectors.doors import DOORS
from connectors.oauth import NotGranted
from data.memory import MemoryStore
from streife import front_door, identity, oauth
from streife.connecting import Connecting, NotConnected
from streife.credentials import Vault
from streife.doors import Doors, Token
from streife.front_door import SIGN_IN
from streife.keys import Secret
from streife.settings import Settings
from tests import builders
from tests.builders import FakeClock
from tests.networks.doors import Doors as Network
from tests.networks.doors import secrets_in
from tests.networks.sample import Sample
from tests.networks.stub import CUT_OFF, HTML_200, HTML_502, LIST_500, Answered, serving

PASSWORD = "ein-langes-kennwort"
OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)
APPS = {
    "x_client_id": "x-app",
    "x_client_secret": "x-app-secret",
    "meta_app_id": "meta-app",
    "meta_app_secret": "meta-app-secret",
    "google_client_id": "google-app",
    "google_client_secret": "google-app-secret",
}
WITH_DOOR = [Platform.X, Platform.YOUTUBE, Platform.MASTODON, Platform.FACEBOOK, Platform.INSTAGRAM]
HASHED = identity.hash_password(PASSWORD)
SESSION = "the token of kira's browser"


@pytest.fixture(scope="module")
def stub():
    with serving(Network()) as network:
        yield network


@pytest.fixture
def network(stub):
    """The networks, as new."""
    url = stub.url
    stub.__init__()
    stub.url = url
    return stub


def a_sample(account, key):
    return Sample(account, key.reveal(), Unmetered())


class Station:
    """A station with an officer's accounts at the networks on loopback, nothing connected yet."""

    def __init__(self, store, home, server, apps=APPS, make=a_sample):
        self.store = store
        self.settings = Settings(home=home, **apps)
        self.vault = Vault(self.settings, store)
        self.connecting = Connecting(
            self.settings, store, self.vault, Doors(self.settings.apps(), DOORS), make
        )
        with store.begin() as work:
            station = builders.a_station(work)
            self.kira, self.lena, self.ada = (
                builders.a_person(work, role, station=station, login=login, password_hash=HASHED)
                for login, role in (
                    ("kira", Role.OFFICER),
                    ("lena", Role.OFFICER),
                    ("ada", Role.ADMINISTRATOR),
                )
            )
            self.accounts = {}
            for platform in Platform:
                given = Account(platform, "Kira_Police", self.kira.id, station.id, server)
                self.accounts[platform] = staff.add_account(work, OPERATOR, given)
                consent.give(work, self.kira, self.accounts[platform])

    def begin(self, platform, person=None, session=SESSION):
        """The network's page, and where it sends the officer back to."""
        url = self.connecting.begin(person or self.kira, session, self.accounts[platform].id)
        return url, httpx.get(url).headers["location"]

    def come_back(self, platform, location, person=None, session=SESSION):
        told = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        return self.connecting.finish(person or self.kira, session, platform, told)

    def connect(self, platform):
        self.come_back(platform, self.begin(platform)[1])
        return self.vault.password_of(self.accounts[platform]).reveal()

    def active(self, platform):
        with self.store.view() as work:
            return work.get(Account, self.accounts[platform].id).active

    def has_key(self, platform):
        with self.store.view() as work:
            return credential.has_key(work, self.accounts[platform])


@pytest.fixture
def here(store, tmp_path, network):
    return Station(store, tmp_path, network.url)


@pytest.mark.parametrize("platform", WITH_DOOR)
def test_an_officer_signs_in_at_the_network_and_is_read_from_then_on(here, network, platform):
    key = json.loads(here.connect(platform))
    assert key["access_token"] in network.given
    assert here.active(platform)
    with here.store.view() as work:
        (stream,) = work.find(Stream, account_id=here.accounts[platform].id)
    assert stream.next_poll_at is not None


FORMS = {
    Platform.X: {"access_token", "refresh_token", "client_id", "client_secret", "user_id"},
    Platform.YOUTUBE: {
        *("access_token", "refresh_token", "client_id", "client_secret", "expires_at", "channel_id"),
    },
    Platform.MASTODON: {"access_token", "client_id", "client_secret"},
    Platform.FACEBOOK: {"access_token", "page_id", "app_secret"},
    Platform.INSTAGRAM: {"access_token", "ig_user_id", "page_id", "app_secret"},
}


@pytest.mark.parametrize("platform", WITH_DOOR)
def test_the_key_has_the_form_that_the_connector_asks_for(here, platform):
    assert set(json.loads(here.connect(platform))) == FORMS[platform]


def test_google_gives_the_id_of_the_channel_by_which_its_comments_name_it(here):
    assert json.loads(here.connect(Platform.YOUTUBE))["channel_id"] == "UC1"


class Subscribing(Sample):
    """A connector whose network must be asked for its notices."""

    def __init__(self, account, key, meter, error=None):
        super().__init__(account, key, meter)
        self.error = error

    def subscribe(self):
        if self.error:
            raise self.error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (None, {"subscribed": True}),
        (Transient("down"), {"subscribed": False, "reason": "down"}),
        (Refused("no permission"), {"subscribed": False, "reason": "no permission"}),
    ],
)
def test_on_connecting_the_page_is_subscribed_and_what_becomes_of_it_is_on_record(
    store, tmp_path, network, error, told
):
    def make(account, key):
        return Subscribing(account, key.reveal(), Unmetered(), error)

    here = Station(store, tmp_path, network.url, make=make)
    here.connect(Platform.INSTAGRAM)
    assert here.active(Platform.INSTAGRAM)
    with store.view() as work:
        assert [e.detail for e in work.audit() if e.act == "notices_ordered"] == [told]


def test_meta_gives_the_key_of_the_page_and_not_the_officers(here, network):
    assert "page-kira_police" in json.loads(here.connect(Platform.FACEBOOK))["access_token"]
    assert json.loads(here.connect(Platform.INSTAGRAM))["ig_user_id"] == "ig-kira_police"


@pytest.mark.parametrize("platform", [Platform.X, Platform.YOUTUBE])
def test_the_network_learns_the_hash_of_the_verifier_first(here, platform):
    url, _ = here.begin(platform)
    told = parse_qs(urlsplit(url).query)
    assert told["code_challenge_method"] == ["S256"]
    assert len(told["code_challenge"][0]) == 43


def test_what_is_kept_until_the_way_back_is_sealed(here):
    url, location = here.begin(Platform.X)
    with here.store.view() as work:
        (request,) = work.find(AuthRequest)
    state = parse_qs(urlsplit(url).query)["state"][0]
    shown = repr(request) + str(request.sealed)
    assert "verifier" not in shown
    assert state not in shown
    assert SESSION not in shown
    here.come_back(Platform.X, location)
    with here.store.view() as work:
        (request,) = work.find(AuthRequest)
    assert request.sealed == b""


def _not_connected(here, platform, location, why, **given):
    with pytest.raises(NotConnected) as refused:
        here.come_back(platform, location, **given)
    assert refused.value.why == why
    assert not here.has_key(platform)


def test_who_says_no_at_the_network_changes_nothing(here, network):
    network.answer_to_officer = "refuse"
    _, location = here.begin(Platform.X)
    _not_connected(here, Platform.X, location, "denied")
    _not_connected(here, Platform.X, location, "used")


def test_a_way_back_that_nobody_began_is_refused(here):
    _, location = here.begin(Platform.X)
    forged = location.replace("state=", "state=x")
    _not_connected(here, Platform.X, forged, "unknown")
    _not_connected(here, Platform.X, location.partition("&state")[0], "unknown")


def test_a_way_back_in_another_browser_or_of_another_person_is_refused_and_stays_good(here):
    _, location = here.begin(Platform.X)
    _not_connected(here, Platform.X, location, "elsewhere", session="the attacker's")
    _not_connected(here, Platform.X, location, "elsewhere", person=here.lena)
    here.come_back(Platform.X, location)
    assert here.active(Platform.X)


def test_nobody_comes_back_twice(here):
    _, location = here.begin(Platform.X)
    here.come_back(Platform.X, location)
    with pytest.raises(NotConnected, match="used already"):
        here.come_back(Platform.X, location)


def test_a_newer_beginning_ends_the_older(here):
    (_, older), (_, newer) = here.begin(Platform.X), here.begin(Platform.X)
    _not_connected(here, Platform.X, older, "used")
    here.come_back(Platform.X, newer)


def test_after_ten_minutes_it_is_too_late(here, clock):
    _, location = here.begin(Platform.X)
    clock.forward(minutes=10, seconds=1)
    _not_connected(here, Platform.X, location, "expired")


def test_a_way_back_from_another_network_is_refused(here):
    _, location = here.begin(Platform.X)
    _not_connected(here, Platform.YOUTUBE, location, "unknown")


@pytest.mark.parametrize("told", ["error=server_error", "code=", f"code={'x' * 5000}", ""])
def test_a_way_back_without_a_code_is_refused(here, told):
    _, location = here.begin(Platform.X)
    state = parse_qs(urlsplit(location).query)["state"][0]
    _not_connected(here, Platform.X, f"http://x/?{told}&state={state}", "no-code")


@pytest.mark.parametrize("platform", WITH_DOOR)
def test_a_code_that_the_network_does_not_take_is_told_and_not_shown(here, network, platform):
    _, location = here.begin(platform)
    network.codes.clear()
    with pytest.raises(NotGranted, match=platform.value) as why:
        here.come_back(platform, location)
    assert "secret-code" not in str(why.value)
    assert not here.has_key(platform)


@pytest.mark.parametrize("platform", WITH_DOOR)
def test_whoever_is_signed_in_there_privately_is_not_connected(here, network, platform):
    network.name = "kira_private"
    _, location = here.begin(platform)
    with pytest.raises(NotGranted, match=r"kira_private.*Nothing was kept") as why:
        here.come_back(platform, location)
    assert "Kira_Police" in str(why.value)
    assert not here.has_key(platform)
    if platform not in (Platform.FACEBOOK, Platform.INSTAGRAM):
        assert network.taken_back


TROUBLES = {"HTML 502": HTML_502, "HTML 200": HTML_200, "a list with 500": LIST_500, "cut off": CUT_OFF}


@pytest.mark.parametrize("platform", WITH_DOOR)
@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
def test_a_network_in_trouble_gives_no_key_and_no_traceback(here, network, platform, trouble):
    _, location = here.begin(platform)
    network.faults.append(trouble)
    with pytest.raises(ConnectorError):
        here.come_back(platform, location)
    assert not here.has_key(platform)


ODD = [
    {},
    [],
    7,
    {"access_token": 7},
    {"access_token": None, "scope": 3},
    {"error": {"code": [1]}},
    None,
    "x",
]


@pytest.mark.parametrize("platform", WITH_DOOR)
@pytest.mark.parametrize("odd", ODD, ids=str)
def test_whatever_a_network_answers_is_told_in_our_words(here, network, platform, odd):
    _, location = here.begin(platform)
    network.faults.extend([Answered(odd)] * 3)
    with pytest.raises(ConnectorError):
        here.come_back(platform, location)
    assert not here.has_key(platform)


def test_a_network_out_of_reach_is_told_so(store, tmp_path):
    here = Station(store, tmp_path, "http://127.0.0.1:9")
    with pytest.raises(Transient, match="mastodon"):
        here.connecting.begin(here.kira, SESSION, here.accounts[Platform.MASTODON].id)


def test_who_unticks_a_box_is_told_to_leave_it_ticked(here, network):
    network.granted_scope = "tweet.read"
    _, location = here.begin(Platform.X)
    with pytest.raises(NotGranted, match="not everything"):
        here.come_back(Platform.X, location)


@pytest.mark.parametrize(
    ("platform", "setting"),
    [(Platform.X, "x_client_id"), (Platform.FACEBOOK, "meta_app_id and meta_app_secret")],
)
def test_a_missing_setting_is_named(store, tmp_path, network, platform, setting):
    here = Station(store, tmp_path, network.url, apps={})
    assert here.connecting.doors.way(platform).missing
    with pytest.raises(Refused, match=setting):
        here.begin(platform)


def test_bluesky_says_that_it_has_no_door(here):
    assert not here.connecting.doors.way(Platform.BLUESKY).browser
    with pytest.raises(Refused, match="app password"):
        here.begin(Platform.BLUESKY)


def test_only_the_officer_and_who_manages_accounts_may_begin(here):
    with pytest.raises(NotAllowed):
        here.begin(Platform.X, here.lena)
    _, location = here.begin(Platform.X, here.ada)
    here.come_back(Platform.X, location, here.ada)
    assert here.active(Platform.X)


def test_without_consent_nobody_is_sent_anywhere(here, network):
    here.connecting.leave(here.kira, here.accounts[Platform.X].id)
    with pytest.raises(Refused, match="has not consented"):
        here.begin(Platform.X)
    assert network.asked == []


def test_training_data_are_never_connected(tmp_path, network):
    here = Station(MemoryStore(FakeClock(), training=True), tmp_path, network.url)
    with pytest.raises(Refused, match="training"):
        here.begin(Platform.X)
    with pytest.raises(Refused, match="training"):
        here.connecting.connect(here.kira, here.accounts[Platform.X].id, Secret("key"))


@pytest.mark.parametrize("platform", [Platform.X, Platform.YOUTUBE, Platform.MASTODON])
def test_who_leaves_has_the_key_forgotten_there_too(here, network, platform):
    key = here.connect(platform)
    done = here.connecting.leave(here.kira, here.accounts[platform].id)
    assert done.token is Token.REVOKED
    assert set(network.taken_back) & set(secrets_in(key))
    assert not here.has_key(platform)


def test_where_a_network_offers_no_way_back_it_is_said(here):
    here.connect(Platform.FACEBOOK)
    done = here.connecting.leave(here.kira, here.accounts[Platform.FACEBOOK].id)
    assert done.token is Token.NOT_OFFERED


def test_a_network_in_trouble_keeps_nobody_from_leaving(here, network):
    here.connect(Platform.X)
    network.faults.extend([HTML_502] * 2)
    done = here.connecting.leave(here.kira, here.accounts[Platform.X].id, Afterwards.KEEP)
    assert done.token is Token.FAILED
    assert not here.active(Platform.X)
    assert not here.has_key(Platform.X)
    with here.store.view() as work:
        last = work.audit_of(f"account:{here.accounts[Platform.X].id}")[-1]
    assert (last.act, last.detail) == ("key_given_back", {"token": "failed"})


def test_lost_master_keys_keep_nobody_from_leaving(here, tmp_path):
    here.connect(Platform.X)
    (tmp_path / "streife.key").write_text("rubbish")
    done = here.connecting.leave(here.kira, here.accounts[Platform.X].id)
    assert done.token is Token.FAILED
    assert not here.has_key(Platform.X)


def test_a_successor_connects_anew_and_the_old_key_is_gone(here, network):
    old = here.connect(Platform.X)
    account = here.accounts[Platform.X]
    here.connecting.hand_over(here.ada, account.id, here.lena.officer)
    assert set(network.taken_back) & set(secrets_in(old))
    with here.store.begin() as work:
        consent.give(work, here.lena, account)
    _, location = here.begin(Platform.X, here.lena)
    here.come_back(Platform.X, location, here.lena)
    assert here.vault.password_of(account).reveal() != old


def test_a_connector_stays_from_poll_to_poll_and_through_a_refresh(here):
    here.connect(Platform.X)
    account = here.accounts[Platform.X]
    Sample.on_new_key = None
    try:
        line = here.connecting.lines.of(account)
        assert here.connecting.lines.of(account) is line
        line.on_new_key("fresh")
        assert here.vault.password_of(account).reveal() == "fresh"
        assert here.connecting.lines.of(account) is line
        here.connecting.leave(here.kira, account.id)
        line.on_new_key("too late")
        assert not here.has_key(Platform.X)
        with pytest.raises(Refused):
            here.connecting.lines.of(account)
    finally:
        del Sample.on_new_key


@pytest.fixture
def browser(here):
    """Kira's browser before the front door."""
    routes = [
        *front_door.Door(here.settings, here.store).routes(),
        *oauth.Ways(here.store, here.connecting).routes(),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(front_door.Gate, store=here.store)])
    client = TestClient(app, base_url="http://127.0.0.1:8642", follow_redirects=False)
    client.post(SIGN_IN, data={"login": "kira", "password": PASSWORD})
    return client


def _begin(browser, here, platform=Platform.X, **given):
    return browser.get(f"/connect/{platform.value}?account={here.accounts[platform].id}", **given)


@pytest.mark.parametrize("platform", WITH_DOOR)
def test_there_and_back_in_the_browser(browser, here, platform):
    there = _begin(browser, here, platform)
    assert there.status_code == 303
    back = httpx.get(there.headers["location"]).headers["location"]
    page = browser.get(back, headers={"accept-language": "en"})
    assert page.status_code == 200
    assert "Connected" in page.text
    assert "Kira_Police" in page.text
    assert here.active(platform)


def test_trouble_is_told_on_a_page_in_the_readers_language(browser, here, network):
    network.answer_to_officer = "refuse"
    back = httpx.get(_begin(browser, here).headers["location"]).headers["location"]
    for language, words in (("de", "abgelehnt"), ("en", "used already")):
        page = browser.get(back, headers={"accept-language": language})
        assert page.status_code == 400
        assert words in page.text
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "no-referrer"


def test_a_strangers_browser_gets_to_the_sign_in_page(browser, here):
    browser.cookies.clear()
    assert _begin(browser, here).headers["location"] == SIGN_IN
    assert browser.get("/connect/x/callback?state=s&code=c").headers["location"] == SIGN_IN


def test_no_other_site_can_begin(browser, here):
    assert _begin(browser, here, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    with here.store.view() as work:
        assert work.find(AuthRequest) == []


def test_a_colleagues_account_is_refused(browser, here):
    browser.get("/abmelden")
    browser.post(SIGN_IN, data={"login": "lena", "password": PASSWORD})
    assert _begin(browser, here).status_code == 403


def test_who_signed_out_meanwhile_begins_again(browser, here):
    back = httpx.get(_begin(browser, here).headers["location"]).headers["location"]
    browser.get("/abmelden")
    browser.post(SIGN_IN, data={"login": "kira", "password": PASSWORD})
    assert browser.get(back).status_code == 400
    assert not here.has_key(Platform.X)


@pytest.mark.parametrize(
    "path",
    ["y?account=1", "x?account=99", "x?account=-1", "x", "x?account=²", "x/callback", "y/callback"],
)
def test_an_odd_address_is_refused(browser, path):
    assert browser.get(f"/connect/{path}").status_code in (400, 404)


def test_what_a_network_says_is_no_markup(browser, here, network):
    network.name = "<script>alert(1)</script>"
    back = httpx.get(_begin(browser, here).headers["location"]).headers["location"]
    page = browser.get(back)
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


def test_no_log_ever_shows_a_secret(here, network, browser, caplog):
    with caplog.at_level(logging.DEBUG):
        for platform in WITH_DOOR:
            back = httpx.get(_begin(browser, here, platform).headers["location"]).headers["location"]
            browser.get(back)
        network.name = "somebody"
        _, location = here.begin(Platform.X)
        with pytest.raises(NotGranted) as why:
            here.come_back(Platform.X, location)
        for platform in WITH_DOOR:
            here.connecting.leave(here.kira, here.accounts[platform].id)
    ours = "\n".join(r.getMessage() for r in caplog.records if not r.name.startswith(("httpx", "httpcore")))
    with here.store.view() as work:
        told = ours + str(why.value) + "".join(str(e) for e in work.audit())
    secret = [*network.given, "secret-code", "masto-app-secret"]
    secret += [one for one in APPS.values() if one.endswith("secret")]
    assert len(secret) > 12
    assert not [one for one in secret if one in told]


@pytest.mark.parametrize("platform", WITH_DOOR)
def test_a_handle_of_nothing_is_nobodys(here, network, platform):
    account = builders.a_plain_account(platform, handle="@", server=network.url)
    network.name = ""
    door = DOORS[platform](here.settings.apps())
    page, kept = door.begin(account, "http://127.0.0.1:8642/back", "state")
    code = parse_qs(urlsplit(httpx.get(page).headers["location"]).query)["code"][0]
    with pytest.raises(NotGranted):
        door.finish(account, "http://127.0.0.1:8642/back", kept, code)
