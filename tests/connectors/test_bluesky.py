"""Against the real AT-protocol network on loopback: the same servers that Bluesky runs."""

import json
import time
from datetime import UTC, datetime

import httpx
import pytest
from atproto import models

from casework import intake
from casework.account import Account, Stream
from casework.errors import AuthExpired
from casework.labels import Kind, Platform
from casework.message import Checkpoint, Deleted, Message, Received, Unknown
from connectors.bluesky import Bluesky
from tests.builders import a_stream, an_account
from tests.contracts.connector import ConnectorContract

pytest_plugins = ["tests.network.bluesky"]
pytestmark = pytest.mark.network
OFFICER, CITIZEN, STRANGER = "kommissarin.test", "anwohner.test", "fremder.test"
PASSWORD = "secret-of-kommissarin"


@pytest.fixture(scope="module")
def network(bluesky_network):
    for handle in (OFFICER, CITIZEN, STRANGER):
        bluesky_network.create_account(handle, PASSWORD)
    return bluesky_network


@pytest.fixture(scope="module")
def posts(network):
    """A mention, a reply to the officer and a quote of the officer, from two citizens."""
    own = network.post(OFFICER, "Wer hat am Sonntag am Wehr etwas gesehen?")
    told = {
        "mention": network.post(CITIZEN, f"Grüße 🚓 an @{OFFICER}: am Wehr stehen zwei Transporter"),
        "reply": network.reply(CITIZEN, "Ja, gegen 23 Uhr", own),
        "quote": network.quote(STRANGER, "Die schon wieder", own),
        "own": own,
    }
    _until(lambda: len(_read(_connect(network))) >= 3)
    return told


@pytest.fixture
def connect(network, posts):
    return lambda: _connect(network)


@pytest.fixture
def connector(connect):
    return connect()


@pytest.fixture
def clock(clock):
    clock.set(datetime.now(UTC))
    return clock


@pytest.fixture
def account(store):
    with store.begin() as work:
        return an_account(work)


class TestBluesky(ConnectorContract):
    def test_mention_reply_and_quote_arrive_as_they_were_written(self, connector, posts):
        found = {r.native_id: r for r in _read(connector)}
        mention, reply, quote = (found[posts[name].uri] for name in ("mention", "reply", "quote"))
        assert mention.text == f"Grüße 🚓 an @{OFFICER}: am Wehr stehen zwei Transporter"
        assert (mention.kind, mention.parent) == (Kind.POST, "")
        assert (reply.kind, reply.parent, reply.thread) == (Kind.COMMENT, posts["own"].uri, posts["own"].uri)
        assert (quote.kind, quote.text, quote.author.handle) == (Kind.POST, "Die schon wieder", STRANGER)
        assert mention.author.id.startswith("did:plc:")
        assert mention.url.startswith(f"https://bsky.app/profile/{CITIZEN}/post/")

    def test_what_comes_later_is_found_from_the_cursor(self, connector, network, store, account):
        with store.begin() as work:
            stream = a_stream(work, account, name="mentions")
        intake.collect(store, connector, account, stream)
        later = network.post(STRANGER, f"@{OFFICER} und noch etwas")
        _until(lambda: later.uri in {r.native_id for r in _read(connector)})
        with store.begin() as work:
            stream = work.get(Stream, stream.id)
        assert stream.cursor
        assert intake.collect(store, connector, account, stream).count("new") == 1
        with store.begin() as work:
            assert later.uri in {m.native_id for m in work.find(Message)}

    def test_a_post_a_thousand_brackets_deep_hides_nothing(self, connector, network):
        stranger = network.client(STRANGER)
        record = {
            "$type": "app.bsky.feed.post",
            "text": f"@{OFFICER} tief",
            "createdAt": datetime.now(UTC).isoformat(),
            "facets": [_mention_of(network.client(OFFICER).me.did, len(OFFICER) + 1)],
            "deep": "HERE",
        }
        body = {"repo": stranger.me.did, "collection": "app.bsky.feed.post", "record": record}
        httpx.post(
            f"{network.pds}/xrpc/com.atproto.repo.createRecord",
            content=json.dumps(body).replace('"HERE"', "[" * 1_000 + "]" * 1_000),
            headers={
                "authorization": f"Bearer {stranger._session.access_jwt}",
                "content-type": "application/json",
            },
        ).raise_for_status()
        _until(lambda: f"@{OFFICER} tief" in {r.text for r in _read(connector)})


def test_a_post_taken_back_is_found_deleted_and_one_that_stands_is_not(connector, network, posts):
    gone = network.post(CITIZEN, f"@{OFFICER} gleich wieder weg")
    _until(lambda: gone.uri in {r.native_id for r in _read(connector)})
    network.delete(CITIZEN, gone)
    _until(lambda: list(connector.recheck([gone.uri])) == [Deleted(gone.uri)])
    stands, never = connector.recheck([posts["mention"].uri, posts["mention"].uri[:-1] + "2"])
    assert isinstance(stands, Received)
    assert isinstance(never, Deleted)


def test_an_author_who_blocks_the_officer_has_not_deleted_the_post(connector, network):
    bluesky_post = network.post(STRANGER, f"@{OFFICER} du kannst mich mal")
    _until(lambda: bluesky_post.uri in {r.native_id for r in _read(connector)})
    stranger = network.client(STRANGER)
    block = stranger.app.bsky.graph.block.create(
        stranger.me.did,
        models.AppBskyGraphBlock.Record(
            subject=network.client(OFFICER).me.did, created_at=stranger.get_current_time_iso()
        ),
    )
    _until(lambda: list(connector.recheck([bluesky_post.uri])) == [Unknown(bluesky_post.uri)])
    stranger.app.bsky.graph.block.delete(stranger.me.did, block.uri.rpartition("/")[2])
    _until(lambda: isinstance(next(iter(connector.recheck([bluesky_post.uri]))), Received))


def test_a_wrong_password_is_told_without_it(network):
    account = Account(Platform.BLUESKY, OFFICER, 1, 1, network.pds)
    with pytest.raises(AuthExpired) as told:
        list(Bluesky(account, "not-the-password").pull("mentions", ""))
    assert "not-the-password" not in str(told.value)


def test_a_broken_session_is_renewed_unseen(connector):
    before = _read(connector)
    connector._server._session()._session.access_jwt += "x"
    assert _read(connector) == before


def test_an_account_nobody_wrote_to_has_an_empty_mark(network):
    network.create_account("niemand.test", PASSWORD)
    quiet = Bluesky(Account(Platform.BLUESKY, "niemand.test", 1, 1, network.pds), PASSWORD)
    assert list(quiet.pull("mentions", "")) == [Checkpoint("")]


def _connect(network):
    return Bluesky(Account(Platform.BLUESKY, OFFICER, 1, 1, network.pds), PASSWORD)


def _read(connector):
    return [p for p in connector.pull("mentions", "") if isinstance(p, Received)]


def _mention_of(did, length):
    feature = {"$type": "app.bsky.richtext.facet#mention", "did": did}
    return {"index": {"byteStart": 0, "byteEnd": length}, "features": [feature]}


def _until(done, seconds=20):
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.2)
