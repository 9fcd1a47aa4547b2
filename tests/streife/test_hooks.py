"""Meta's webhooks over HTTP: who is let in, and what becomes due."""

import hashlib
import hmac
import json
from datetime import timedelta
from functools import partial

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from casework import announced, polling
from casework.account import Stream
from casework.labels import Platform
from connectors import meta_webhook
from streife import front_door, hooks
from streife.settings import Settings
from tests.builders import a_stream, an_account

SECRET, TOKEN, PAGE = "app-secret", "verify-token", "100"


def browser(store, home, **told):
    settings = Settings(home=home, **({"meta_app_secret": SECRET, "meta_verify_token": TOKEN} | told))
    routes = hooks.Hooks(settings, store, meta_webhook).routes()
    app = Starlette(routes=routes, middleware=[Middleware(front_door.Gate, store=store)])
    return TestClient(app, base_url="http://testserver", follow_redirects=False)


@pytest.fixture
def meta(store, tmp_path):
    return browser(store, tmp_path)


@pytest.fixture
def account(store):
    with store.begin() as work:
        return an_account(work, platform=Platform.FACEBOOK, native_id=PAGE)


@pytest.fixture
def streams(store, clock, account):
    later = clock.now() + timedelta(minutes=5)
    with store.begin() as work:
        names = ("comments", "visitor_posts", "tags", "dms")
        return {name: a_stream(work, account, name=name, next_poll_at=later) for name in names}


def a_notice(native_id=PAGE, field="feed", object_="page"):
    return {
        "object": object_,
        "entry": [{"id": native_id, "changes": [{"field": field, "value": {"x": "Geheim"}}]}],
    }


def tell(meta, notice, secret=SECRET):
    body = notice if isinstance(notice, bytes) else json.dumps(notice).encode()
    signature = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return meta.post(hooks.PATH, content=body, headers={"X-Hub-Signature-256": signature})


def due(store):
    with store.view() as work:
        return {stream.name for stream in work.due_streams(100)}


def entries(store):
    with store.view() as work:
        return [(entry.act, entry.subject, dict(entry.detail)) for entry in work.audit()]


def test_a_notice_makes_the_streams_it_concerns_due_at_once(meta, store, streams, account):
    assert due(store) == set()
    assert tell(meta, a_notice()).status_code == 200
    assert due(store) == {"comments", "visitor_posts"}
    detail = {"streams": ["comments", "visitor_posts"]}
    assert entries(store) == [("webhook_heard", f"account:{account.id}", detail)]


def test_a_mention_is_kept_once_for_the_stream_that_asks_for_it(meta, store, clock):
    with store.begin() as work:
        account = an_account(work, platform=Platform.INSTAGRAM, native_id="178")
        a_stream(work, account, name="mentions", next_poll_at=clock.now() + timedelta(minutes=5))
    notice = a_notice("178", "mentions", "instagram")
    notice["entry"][0]["changes"][0]["value"] = {"comment_id": "18", "media_id": "17"}
    tell(meta, notice)
    tell(meta, notice)
    assert [one.native_id for one in announced.reader(store, account.id, "mentions")(None)] == ["comment:18"]
    assert due(store) == {"mentions"}
    detail = {"streams": ["mentions"], "announced": ["comment:18"]}
    assert entries(store) == [("webhook_heard", f"account:{account.id}", detail)]


def test_the_same_notice_again_changes_nothing(meta, store, streams):
    tell(meta, a_notice())
    before = entries(store)
    assert tell(meta, a_notice()).status_code == 200
    assert entries(store) == before


@pytest.mark.parametrize(
    "notice", [a_notice("101"), a_notice(""), a_notice(object_="instagram"), a_notice(field="x")]
)
def test_what_concerns_nobody_here_is_heard_and_passed_over(notice, meta, store, streams):
    assert tell(meta, notice).status_code == 200
    assert (due(store), entries(store)) == (set(), [])


def test_an_account_without_an_id_is_never_meant(meta, store, clock):
    with store.begin() as work:
        stream = an_account(work, platform=Platform.FACEBOOK)
        a_stream(work, stream, name="comments", next_poll_at=clock.now() + timedelta(minutes=5))
    tell(meta, a_notice(""))
    assert due(store) == set()


def test_a_closed_account_is_not_read_again(meta, store, clock):
    with store.begin() as work:
        closed = an_account(work, platform=Platform.FACEBOOK, native_id=PAGE, active=False)
        a_stream(work, closed, name="comments", next_poll_at=clock.now() + timedelta(minutes=5))
    tell(meta, a_notice())
    assert entries(store) == []


def test_a_stream_that_is_being_read_is_not_taken_from_under_its_reader(meta, store, streams):
    with store.begin() as work:
        taken = polling.take(work, streams["comments"])
    tell(meta, a_notice())
    with store.begin() as work:
        assert work.get(Stream, taken.id) == taken
        pace = polling.heard(work, taken, 0)
    assert pace.stirred_at is not None
    assert due(store) == {"visitor_posts"}


@pytest.mark.parametrize(
    "headers", [{}, {"X-Hub-Signature-256": "sha256=00"}, {"X-Hub-Signature": "sha1=00"}]
)
def test_without_the_signature_nothing_is_due_and_nothing_of_it_is_kept(headers, meta, store, streams):
    assert meta.post(hooks.PATH, content=b'{"Geheim": 1}', headers=headers).status_code == 403
    assert due(store) == set()
    assert entries(store) == [("webhook_refused", "hooks:meta", {"refused": 1})]


def test_who_knocks_often_without_a_signature_fills_no_log(meta, store, monkeypatch):
    knock = partial(tell, meta, a_notice(), "another-secret")
    assert {knock().status_code for _ in range(5)} == {403}
    assert [detail for *_, detail in entries(store)] == [{"refused": 1}]
    monkeypatch.setattr(hooks, "NOTED_EVERY", 0)
    knock()
    assert [detail for *_, detail in entries(store)] == [{"refused": 1}, {"refused": 5}]


@pytest.mark.parametrize("size", [hooks.LARGEST + 1, hooks.LARGEST * 3])
def test_too_large_a_body_is_not_taken(size, meta, store):
    assert tell(meta, b" " * size).status_code == 413
    assert entries(store) == []


def test_a_signed_body_that_is_no_json_is_told(meta):
    assert tell(meta, b"{").status_code == 400


def test_meta_hears_its_challenge(meta):
    asked = {"hub.mode": "subscribe", "hub.verify_token": TOKEN, "hub.challenge": "<b>1158201444"}
    answer = meta.get(hooks.PATH, params=asked)
    assert (answer.status_code, answer.text) == (200, "<b>1158201444")
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert meta.get(hooks.PATH, params=asked | {"hub.verify_token": "x"}).status_code == 403


@pytest.mark.parametrize("missing", ["meta_app_secret", "meta_verify_token"])
def test_without_settings_the_address_is_not_there(missing, store, tmp_path):
    closed = browser(store, tmp_path, **{missing: ""})
    assert (tell(closed, a_notice()).status_code, closed.get(hooks.PATH).status_code) == (404, 404)


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_no_other_method_is_answered(method, meta):
    assert getattr(meta, method)(hooks.PATH).status_code == 405


def test_the_settings_show_no_secret(tmp_path):
    settings = Settings(home=tmp_path, meta_app_secret=SECRET, meta_verify_token=TOKEN)
    assert SECRET not in repr(settings)
    assert TOKEN not in repr(settings)
