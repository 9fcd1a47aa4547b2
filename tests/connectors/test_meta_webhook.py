"""What Meta's webhooks tell, and who may tell it."""

import hashlib
import hmac
import json
import logging

import pytest

from casework.errors import NotAllowed, Refused
from casework.labels import Platform
from connectors.facebook import Facebook
from connectors.instagram import Instagram
from connectors.meta_webhook import MESSAGES, STREAMS, announced, challenge, concerned
from tests.networks.facebook import FacebookStub
from tests.networks.instagram import InstagramStub

SECRET = "app-secret"


def signed(body, secret=SECRET):
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def told(notice):
    body = json.dumps(notice).encode()
    return concerned(body, signed(body), SECRET)


def a_change(field, native_id="100", object_="page"):
    return {
        "object": object_,
        "entry": [{"id": native_id, "time": 1, "changes": [{"field": field, "value": {}}]}],
    }


@pytest.mark.parametrize(
    ("field", "object_", "streams"),
    [
        ("feed", "page", ("comments", "visitor_posts")),
        ("mention", "page", ("tags",)),
        ("conversations", "page", ("dms",)),
        ("messages", "page", ("dms",)),
        ("message_reactions", "instagram", ("dms",)),
        ("comments", "instagram", ("comments",)),
        ("mentions", "instagram", ("mentions",)),
    ],
)
def test_a_change_concerns_its_streams(field, object_, streams):
    platform = Platform.FACEBOOK if object_ == "page" else Platform.INSTAGRAM
    assert told(a_change(field, "100", object_)) == [(platform, "100", streams)]


@pytest.mark.parametrize("name", ["messaging", "standby"])
def test_a_direct_message_concerns_the_messages(name):
    notice = {"object": "page", "entry": [{"id": "100", name: [{"sender": {"id": "5"}}]}]}
    assert told(notice) == [(Platform.FACEBOOK, "100", ("dms",))]


def test_an_entry_that_is_itself_a_change_is_understood_in_a_list_of_notices():
    notice = [{"object": "instagram", "entry": [{"id": "178", "field": "comments", "value": {"id": "1"}}]}]
    assert told(notice) == [(Platform.INSTAGRAM, "178", ("comments",))]


def named(notice):
    body = json.dumps(notice).encode()
    return announced(body, signed(body), SECRET)


def a_mention(native_id="178", **value):
    change = {"field": "mentions", "value": value}
    return {"object": "instagram", "entry": [{"id": native_id, "changes": [change]}]}


def test_a_mention_is_named_by_its_comment_or_by_the_post_in_whose_caption_it_stands():
    notice = a_mention(media_id="17", comment_id="18")
    notice["entry"] += a_mention(media_id="19")["entry"] * 2
    assert named(notice) == [(Platform.INSTAGRAM, "178", "mentions", ("comment:18", "media:19"))]
    flat = {"id": "178", "field": "mentions", "value": {"comment_id": "18"}}
    assert named([{"object": "instagram", "entry": [flat]}])[0][3] == ("comment:18",)


@pytest.mark.parametrize("odd", ["../me", "1){x}", "", "²", 7, None, [], "1" * 51])
def test_an_id_that_is_none_is_never_asked_for(odd):
    assert named(a_mention(comment_id=odd)) == []


def test_nothing_is_named_without_the_signature():
    with pytest.raises(NotAllowed):
        announced(json.dumps(a_mention(comment_id="18")).encode(), signed(b"{}"), SECRET)


def test_several_entries_name_each_account_once():
    notice = {"object": "page", "entry": a_change("feed")["entry"] * 3 + a_change("mention", "200")["entry"]}
    assert told(notice) == [
        (Platform.FACEBOOK, "100", ("comments", "visitor_posts")),
        (Platform.FACEBOOK, "200", ("tags",)),
    ]


def test_the_signature_is_over_the_very_bytes():
    body = '{"object":"page",  "entry":[{"id":"100","changes":[{"field":"feed","value":"Ä"}]}]}'.encode()
    assert concerned(body, signed(body), SECRET)
    with pytest.raises(NotAllowed):
        concerned(json.dumps(json.loads(body)).encode(), signed(body), SECRET)


@pytest.mark.parametrize(
    "signature", ["", "sha256=", "sha1=0", "x", "ä", "sha256=\udcff", signed(b"{}", "other")]
)
def test_a_wrong_signature_is_nobody(signature):
    with pytest.raises(NotAllowed):
        concerned(b"{}", signature, SECRET)


def test_without_a_secret_nobody_is_meta():
    with pytest.raises(NotAllowed):
        concerned(b"{}", signed(b"{}", ""), "")


def test_what_is_no_json_is_refused():
    with pytest.raises(Refused, match="no JSON"):
        concerned(b"{", signed(b"{"), SECRET)


ODD_ENTRIES = [
    7,
    [7, {}, None],
    [{"changes": [7, {"field": []}]}],
    [{"id": 7, "field": {}, "messaging": "x"}],
]


@pytest.mark.parametrize(
    "notice",
    [None, 7, [], {}, [7], {"object": []}, {"object": "permissions", "entry": []}]
    + [{"object": "page", "entry": entry} for entry in ODD_ENTRIES],
)
def test_a_notice_of_any_shape_concerns_nobody(notice):
    assert told(notice) == []


def test_a_field_that_we_do_not_know_gives_a_signal(caplog):
    with caplog.at_level(logging.WARNING):
        assert told(a_change("brand_new")) == []
    assert "brand_new" in caplog.text


def test_meta_hears_its_challenge_only_with_the_verify_token():
    asked = {"hub.mode": "subscribe", "hub.verify_token": "token", "hub.challenge": "1158201444"}
    assert challenge(asked, "token") == "1158201444"
    for wrong in ({"hub.verify_token": "tokem"}, {"hub.mode": "unsubscribe"}, {"hub.verify_token": ""}):
        with pytest.raises(NotAllowed):
            challenge(asked | wrong, "token")


def test_every_stream_that_a_notice_names_is_one_of_the_connectors():
    streams = {
        Platform.FACEBOOK: FacebookStub().connect().streams(),
        Platform.INSTAGRAM: InstagramStub().connect().streams(),
    }
    assert {Facebook.network, Instagram.network} == set(streams)
    for (platform, _), named in STREAMS.items():
        assert {*named, MESSAGES} <= set(streams[platform])
