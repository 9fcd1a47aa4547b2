"""Against the real AT-protocol network on loopback: the same servers that Bluesky runs."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import uuid4

import httpx
import pytest
from atproto import models

from casework import intake
from casework.account import Account, Stream
from casework.errors import AuthExpired, Refused, Transient
from casework.labels import Kind, Platform
from casework.message import Checkpoint, Deleted, Message, Received, Unknown
from casework.metering import Unmetered
from casework.outgoing import Followers, Outgoing, OwnPost
from connectors import bluesky_chat, bluesky_threads
from connectors.bluesky import Bluesky
from tests.builders import a_stream, an_account, an_author
from tests.contracts.connector import ConnectorContract
from tests.networks.bluesky import BlueskyChatStub
from tests.networks.stub import serving

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
    told["answer"] = network.reply(STRANGER, "Nein, schon um zehn", told["reply"], own)
    network.reply(CITIZEN, "Meinetwegen", told["answer"], own)
    _until(lambda: len(_read(_connect(network))) >= 3)
    _until(lambda: len(_read(_connect(network), "threads")) >= 3)
    return told


@pytest.fixture
def connect(network, posts):
    return lambda: _connect(network)


@pytest.fixture
def connector(connect):
    return connect()


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


class TestThreads(ConnectorContract):
    @pytest.fixture
    def name(self):
        return "threads"

    def test_an_answer_to_somebody_elses_answer_beneath_our_post_arrives(self, connector, posts):
        (answer,) = (r for r in _read(connector, "threads") if r.native_id == posts["answer"].uri)
        assert (answer.text, answer.author.handle) == ("Nein, schon um zehn", STRANGER)
        assert (answer.kind, answer.parent) == (Kind.COMMENT, posts["reply"].uri)
        assert answer.thread == posts["own"].uri

    def test_what_is_also_a_mention_is_kept_once(self, connector, store, account, posts):
        with store.begin() as work:
            streams = [a_stream(work, account, name=name) for name in ("mentions", "threads")]
        taken = [intake.collect(store, connector, account, stream) for stream in streams]
        assert taken[1].count("edited") == 0
        with store.begin() as work:
            kept = [message.native_id for message in work.find(Message)]
        assert len(kept) == len(set(kept))
        assert {posts["reply"].uri, posts["answer"].uri} < set(kept)

    def test_talk_too_deep_for_a_notification_is_read_to_its_end(self, network, connector, monkeypatch):
        own = to = network.post(OFFICER, "Wer weiß mehr?")
        for number in range(12):
            to = network.reply((CITIZEN, STRANGER)[number % 2], f"Tiefe {number}", to, own)
        _until(lambda: to.uri in {r.native_id for r in _read(connector, "threads")})
        monkeypatch.setattr(bluesky_threads, "DEPTH", 5)  # so that one question does not give all
        deep = [r.native_id for r in _read(connector, "threads") if r.thread == own.uri]
        assert len(deep) == 12
        later = network.post(CITIZEN, f"@{OFFICER} danach")
        _until(lambda: later.uri in {r.native_id for r in _read(connector)})
        assert to.uri not in {r.native_id for r in _read(connector)}

    def test_an_answer_taken_back_hides_nothing_beside_it(self, network, connector):
        own = network.post(OFFICER, "Noch etwas?")
        gone, stays = (network.reply(CITIZEN, text, own) for text in ("geht", "bleibt"))
        network.reply(STRANGER, "darunter", gone, own)
        network.delete(CITIZEN, gone)

        def found():
            return [r.native_id for r in _read(connector, "threads") if r.thread == own.uri]

        _until(lambda: found() == [stays.uri])


def test_a_post_taken_back_is_found_deleted_and_one_that_stands_is_not(connector, network, posts):
    gone = network.post(CITIZEN, f"@{OFFICER} gleich wieder weg")
    _until(lambda: gone.uri in {r.native_id for r in _read(connector)})
    network.delete(CITIZEN, gone)
    _until(lambda: list(connector.recheck([gone.uri])) == [Deleted(gone.uri)])
    uri = posts["mention"].uri
    stands, never = connector.recheck([uri, uri[:-1] + ("3" if uri.endswith("2") else "2")])
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
        list(Bluesky(account, "not-the-password", Unmetered()).pull("mentions", ""))
    assert "not-the-password" not in str(told.value)


def test_a_broken_session_is_renewed_unseen(connector):
    before = _read(connector)
    connector._server._session()._session.access_jwt += "x"
    assert _read(connector) == before


def test_an_account_nobody_wrote_to_has_an_empty_mark(network):
    network.create_account("niemand.test", PASSWORD)
    quiet = Bluesky(Account(Platform.BLUESKY, "niemand.test", 1, 1, network.pds), PASSWORD, Unmetered())
    assert list(quiet.pull("mentions", "")) == [Checkpoint("")]


def test_a_reply_is_posted_once_in_its_thread_however_often_it_is_sent(connector, network, posts):
    draft = _draft(posts["reply"].uri, thread=posts["own"].uri, text="Danke, wir sehen nach! 🚓")
    assert connector.sent(draft) is None
    sent = connector.reply(draft)
    assert connector.reply(draft) == _connect(network).reply(draft) == connector.sent(draft) == sent
    _until(lambda: isinstance(next(iter(connector.recheck([sent.native_id]))), Received))
    (mine,) = connector.recheck([sent.native_id])
    assert (mine.text, mine.parent, mine.thread) == (draft.text, draft.to, draft.thread)
    records = network.client(OFFICER).app.bsky.feed.post.list(network.client(OFFICER).me.did).records
    assert [r.text for r in records.values()].count(draft.text) == 1


def test_two_at_once_with_one_key_are_one_post(network, posts):
    draft = _draft(posts["mention"].uri, text="zugleich")
    connectors = [_connect(network) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        told = [pool.submit(connector.reply, draft) for connector in connectors]
    assert {f.result() for f in told if not f.exception()} == {connectors[0].sent(draft)}
    assert all(isinstance(f.exception(), Transient) for f in told if f.exception())
    records = network.client(OFFICER).app.bsky.feed.post.list(network.client(OFFICER).me.did).records
    assert [r.text for r in records.values()].count("zugleich") == 1


@pytest.mark.parametrize("text", ["ä" * 301, "👮🏽‍♀️" * 301])
def test_a_reply_that_is_too_long_is_refused_and_says_why(connector, posts, text):
    with pytest.raises(Refused, match="300"):
        connector.reply(_draft(posts["mention"].uri, text=text))


def test_three_hundred_characters_of_several_signs_are_taken(connector, posts):
    assert connector.reply(_draft(posts["mention"].uri, text="👨‍👩‍👧" * 150 + "ä" * 150)).native_id


def test_a_reply_to_a_post_that_is_gone_is_refused(connector, network, posts):
    gone = network.post(CITIZEN, f"@{OFFICER} nur kurz")
    network.delete(CITIZEN, gone)
    _until(lambda: _refused_as_gone(connector, gone.uri))


def test_a_post_rewritten_in_place_reads_anew(connector, network):
    post = network.post(CITIZEN, f"@{OFFICER} vorher")
    _until(lambda: post.uri in {r.native_id for r in _read(connector)})
    citizen = network.client(CITIZEN)
    citizen.com.atproto.repo.put_record(
        models.ComAtprotoRepoPutRecord.Data(
            repo=citizen.me.did,
            collection="app.bsky.feed.post",
            rkey=post.uri.rpartition("/")[2],
            record=models.AppBskyFeedPost.Record(text="nachher", created_at=citizen.get_current_time_iso()),
        )
    )
    _until(lambda: [p.text for p in connector.recheck([post.uri])] == ["nachher"])


def test_likes_replies_shares_and_followers_are_counted(connector, network, posts):
    citizen = network.client(CITIZEN)
    citizen.like(posts["own"].uri, posts["own"].cid)
    citizen.repost(posts["own"].uri, posts["own"].cid)
    citizen.follow(network.client(OFFICER).me.did)

    def own():
        return {m.native_id: m for m in connector.metrics() if isinstance(m, OwnPost)}

    _until(lambda: own()[posts["own"].uri].likes == 1 and own()[posts["own"].uri].shares == 2)
    assert own()[posts["own"].uri].replies >= 1
    assert own()[posts["own"].uri].views is None
    _until(lambda: Followers(1) in list(connector.metrics()))


def test_a_network_without_direct_messages_says_so_and_the_mentions_go_on(connector):
    with pytest.raises(Transient, match="bsky_chat"):
        list(connector.pull("dms", ""))
    assert _read(connector)


class TestDirectMessages:
    """The officer's real server leads to a chat service of ours; Bluesky's own is not to be had."""

    @pytest.fixture
    def chat(self, network, monkeypatch):
        with serving(BlueskyChatStub()) as stub:
            monkeypatch.setattr(bluesky_chat, "SERVICE", stub.behind(network.client(OFFICER).me.did))
            yield stub

    @pytest.mark.parametrize("privileged", [True, False])
    def test_they_need_a_key_that_may_read_them(self, chat, network, privileged):
        chat.arrives(1, "Moin")
        made = network.client(OFFICER).com.atproto.server.create_app_password(
            models.ComAtprotoServerCreateAppPassword.Data(name=f"streife-{privileged}", privileged=privileged)
        )
        connector = _connect(network, made.password)
        assert _read(connector)
        if privileged:
            assert [r.text for r in _read(connector, "dms")] == ["Moin"]
            return
        with pytest.raises(AuthExpired, match="this app password may not"):
            _read(connector, "dms")

    def test_an_answer_goes_out_once_and_stands_in_its_conversation(self, chat, connector):
        chat.arrives(1, "Moin")
        (message,) = _read(connector, "dms")
        draft = _draft(message.native_id, thread=message.thread, kind=Kind.DM)
        sent = connector.reply(draft)
        assert connector.reply(draft) == connector.sent(draft) == sent
        assert [m["text"] for m in chat.convos[message.thread]] == [draft.text, "Moin"]
        assert _read(connector, "dms") == [message]


def _refused_as_gone(connector, uri):
    """The network's own views learn of a deletion one after the other."""
    try:
        connector.reply(_draft(uri))
    except Refused as why:
        return "gone" in str(why)
    return False


def _draft(to, thread="", text="Danke!", **given):
    basics = {"key": uuid4().hex, "kind": Kind.COMMENT, "begun_at": datetime.now(UTC)}
    return Outgoing(text=text, to=to, thread=thread or to, author=an_author(), **{**basics, **given})


def _connect(network, password=PASSWORD):
    return Bluesky(Account(Platform.BLUESKY, OFFICER, 1, 1, network.pds), password, Unmetered())


def _read(connector, stream="mentions"):
    return [p for p in connector.pull(stream, "") if isinstance(p, Received)]


def _mention_of(did, length):
    feature = {"$type": "app.bsky.richtext.facet#mention", "did": did}
    return {"index": {"byteStart": 0, "byteEnd": length}, "features": [feature]}


def _until(done, seconds=20):
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.2)
