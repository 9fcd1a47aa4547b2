import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from streife import front_door, identity
from streife.front_door import COOKIE, SIGN_IN, SIGN_OUT
from streife.settings import Settings
from tests import builders

PASSWORD = "ein-langes-kennwort"
OVER_HTTP = {"base_url": "http://testserver", "follow_redirects": False}


@pytest.fixture
def browser(store, tmp_path):
    """A browser before a page that only signed-in people may see."""
    with store.begin() as work:
        builders.an_officer(work, login="kira", password_hash=identity.hash_password(PASSWORD))

    async def page(request):
        return PlainTextResponse("the desk")

    async def socket(websocket):
        await websocket.accept()
        await websocket.close()

    routes = front_door.Door(Settings(home=tmp_path), store).routes()
    inside = [Route("/", page), Route("/favicon.ico", page), WebSocketRoute("/_stcore/stream", socket)]
    app = Starlette(routes=[*routes, *inside], middleware=[Middleware(front_door.Gate, store=store)])
    return TestClient(app, **OVER_HTTP)


def sign_in(browser, password=PASSWORD):
    return browser.post(SIGN_IN, data={"login": "kira", "password": password})


def test_a_stranger_is_sent_to_the_sign_in_page(browser):
    answer = browser.get("/")
    assert (answer.status_code, answer.headers["location"]) == (303, SIGN_IN)


def test_a_link_from_an_e_mail_leads_on_after_signing_in(browser):
    there = browser.get("/triage?approval=9&view=all").headers["location"]
    assert there == f"{SIGN_IN}?to=%2Ftriage%3Fapproval%3D9%26view%3Dall"
    assert 'name="to" value="/triage?approval=9&amp;view=all"' in browser.get(there).text
    wrong = browser.post(SIGN_IN, data={"login": "kira", "password": "x", "to": "/triage?approval=9"})
    assert 'value="/triage?approval=9"' in wrong.text
    came = browser.post(SIGN_IN, data={"login": "kira", "password": PASSWORD, "to": "/triage?approval=9"})
    assert came.headers["location"] == "/triage?approval=9"


@pytest.mark.parametrize(
    "to",
    [
        *("https://evil.example/", "//evil.example", "/\\evil.example", "/triage/../x", "triage", SIGN_OUT),
        *('/triage?x="><script>', "/triage?x=\r\nSet-Cookie: a=b", "javascript:alert(1)", "/triage\n"),
    ],
)
def test_no_other_address_is_led_to(browser, to):
    assert "evil" not in browser.get(SIGN_IN, params={"to": to}).text
    assert 'name="to"' not in browser.get(SIGN_IN, params={"to": to}).text
    came = browser.post(SIGN_IN, data={"login": "kira", "password": PASSWORD, "to": to})
    assert came.headers["location"] == "/"


def test_a_strangers_socket_is_closed(browser):
    with pytest.raises(WebSocketDisconnect) as closed, browser.websocket_connect("/_stcore/stream"):
        pass
    assert closed.value.code == 4401


@pytest.mark.parametrize("password", ["", "falsch", PASSWORD.upper()])
def test_a_wrong_password_opens_nothing(browser, password):
    assert sign_in(browser, password).status_code == 403
    assert browser.get("/").status_code == 303


def test_a_form_beyond_all_measure_is_not_read_to_its_end(browser):
    answer = browser.post(SIGN_IN, data={"login": "kira", "password": PASSWORD, "more": "a" * 20_000})
    assert answer.status_code == 413
    assert browser.get("/").status_code == 303


def test_whoever_signs_in_gets_in(browser):
    assert sign_in(browser).status_code == 303
    assert browser.get("/").text == "the desk"
    with browser.websocket_connect("/_stcore/stream"):
        pass


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(browser):
    told = sign_in(browser).headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=lax" in told


def test_a_copied_cookie_is_worthless_after_signing_out(browser):
    sign_in(browser)
    copied = browser.cookies[COOKIE]
    browser.get(SIGN_OUT)
    browser.cookies.set(COOKIE, copied)
    assert browser.get("/").status_code == 303


ELSEWHERE = {"sec-fetch-site": "cross-site"}


def test_no_other_site_signs_anybody_out(browser):
    sign_in(browser)
    assert browser.get(SIGN_OUT, headers=ELSEWHERE).headers["location"] == "/"
    assert browser.get("/").text == "the desk"


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_our_own_menu_and_a_typed_address_sign_out(browser, site):
    sign_in(browser)
    assert browser.get(SIGN_OUT, headers={"sec-fetch-site": site}).status_code == 200
    assert browser.get("/").status_code == 303


def test_no_other_site_signs_anybody_in(browser):
    form = {"login": "kira", "password": PASSWORD}
    assert browser.post(SIGN_IN, data=form, headers=ELSEWHERE).status_code == 403
    assert browser.get("/").status_code == 303
    assert browser.post(SIGN_IN, data=form, headers={"sec-fetch-site": "same-origin"}).status_code == 303


@pytest.mark.parametrize("path", ["/healthy", "/anmelden../triage", "/favicons", "/hooks/metal", "/static"])
def test_what_only_begins_like_an_open_path_is_shut(browser, path):
    assert browser.get(path).headers["location"].startswith(SIGN_IN)


def test_a_page_that_begins_like_an_open_path_is_led_to():
    assert front_door.page_wanted("/healthy?x=1") == "/healthy?x=1"
    assert front_door.page_wanted("/health?x=1") == ""


@pytest.mark.parametrize("cookie", ["", "x", "streife_session", 'streife_session="', "ä=1;;;"])
def test_a_broken_cookie_is_no_session(browser, cookie):
    assert browser.get("/", headers={"cookie": cookie.encode("latin-1")}).status_code == 303


@pytest.mark.parametrize("path", ["/", SIGN_IN, "/favicon.ico"])
def test_every_answer_says_that_nothing_comes_from_outside(browser, path):
    headers = browser.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_sign_in_page_names_no_password_outside_of_training(browser):
    assert "uebung" not in browser.get(SIGN_IN).text
