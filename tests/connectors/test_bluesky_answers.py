"""Replies, figures and what hangs on a post, over real HTTP on loopback; for the real network see beside."""

from datetime import UTC, datetime, timedelta

import pytest

from casework.errors import Refused, SchemaChanged, Transient
from casework.labels import Kind
from casework.message import Attachment, Received
from casework.outgoing import Followers, Outgoing, OwnPost, Sent
from connectors.bluesky_replies import record_key
from tests.builders import an_author
from tests.networks.bluesky import CREATE, FEED, OFFICER, POST, PROFILE, BlueskyStub, notification
from tests.networks.stub import Answered, serving

ROOT = {"uri": f"at://{OFFICER}/{POST}/root", "cid": "bafyroot"}
CDN = "https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:citizen"


@pytest.fixture
def at():
    with serving(BlueskyStub()) as stub:
        yield stub


@pytest.fixture
def connector(at):
    return at.connect()


def a_draft(to, text="Danke!", **given):
    basics = {"key": "key-1", "kind": Kind.COMMENT, "thread": to, "begun_at": datetime.now(UTC)}
    return Outgoing(text=text, to=to, author=an_author(), **{**basics, **given})


class TestReplies:
    def test_a_reply_names_its_parent_and_the_first_post_of_the_thread(self, at, connector):
        reply = {"root": ROOT, "parent": {"uri": "at://x", "cid": "b"}}
        to = at.arrives(1, record={"$type": POST, "text": "Ja", "reply": reply})
        sent = connector.reply(a_draft(to))
        record = at.records[sent.native_id]["record"]
        assert record["text"] == "Danke!"
        assert record["reply"]["parent"] == {
            "$type": "com.atproto.repo.strongRef",
            "uri": to,
            "cid": "bafyreib",
        }
        assert record["reply"]["root"]["uri"] == ROOT["uri"]
        assert sent.url == f"https://bsky.app/profile/{OFFICER}/post/{sent.native_id.rpartition('/')[2]}"

    def test_a_post_that_begins_its_thread_is_both_ends(self, at, connector):
        to = at.arrives(1)
        record = at.records[connector.reply(a_draft(to)).native_id]["record"]
        assert record["reply"]["root"]["uri"] == record["reply"]["parent"]["uri"] == to

    def test_a_key_is_sent_once_by_whomever(self, at, connector):
        draft = a_draft(at.arrives(1))
        assert connector.sent(draft) is None
        assert connector.reply(draft) == connector.reply(draft) == at.connect().reply(draft)
        assert connector.sent(draft) == connector.reply(draft)
        assert len(at.asked_for(CREATE)) == len(at.records) == 1

    def test_a_reply_whose_answer_was_lost_is_found_and_not_sent_again(self, at, connector):
        draft = a_draft(at.arrives(1))
        at.methods[CREATE] = lambda asked: at.create(asked) and Answered(b"<html>", 502)
        with pytest.raises(Transient):
            connector.reply(draft)
        assert isinstance(connector.sent(draft), Sent)
        assert connector.reply(draft) == connector.sent(draft)
        assert len(at.records) == 1

    def test_one_who_comes_second_is_told_so_and_finds_the_first(self, at, connector):
        draft = a_draft(at.arrives(1))
        first = connector.reply(draft)
        at.queue("com.atproto.repo.getRecord", Answered({"error": "RecordNotFound"}, 400))
        with pytest.raises(Transient):
            at.connect().reply(draft)
        assert connector.reply(draft) == first

    def test_two_drafts_with_the_same_words_are_two_posts(self, at, connector):
        to, now = at.arrives(1), datetime.now(UTC)
        for key in ("key-1", "key-2"):
            connector.reply(a_draft(to, key=key, begun_at=now))
        assert len(at.records) == 2

    def test_the_key_of_a_record_is_a_tid_of_the_time_at_which_sending_began(self):
        begun = datetime(2026, 11, 21, 12, 0, 0, 999, UTC)
        keys = {record_key(a_draft("x", key=str(n), begun_at=begun)) for n in range(2_000)}
        assert len(keys) == 2_000
        digits = "234567abcdefghijklmnopqrstuvwxyz"
        for key in keys:
            number = int("".join(f"{digits.index(digit):05b}" for digit in key), 2)
            assert len(key) == 13
            assert datetime.fromtimestamp((number >> 10) / 1e6, UTC) - begun < timedelta(seconds=1)
        same = a_draft("x", begun_at=begun.replace(microsecond=0))
        assert record_key(same) == record_key(a_draft("y", text="anders", begun_at=begun))

    @pytest.mark.parametrize(
        "to", ["at://did:plc:citizen/app.bsky.feed.post/gone", "", "convo/1", "../../etc"]
    )
    def test_a_reply_to_what_is_not_there_is_refused_and_nothing_is_sent(self, at, connector, to):
        with pytest.raises(Refused, match="gone or hidden"):
            connector.reply(a_draft(to))
        assert not at.asked_for(CREATE)

    def test_a_post_that_takes_no_reply_from_the_officer_gets_none(self, at, connector):
        to = at.arrives(1, viewer={"replyDisabled": True})
        with pytest.raises(Refused, match="lets this account not reply"):
            connector.reply(a_draft(to))
        assert not at.asked_for(CREATE)

    def test_what_the_network_does_not_take_is_refused_in_its_words(self, at, connector):
        with pytest.raises(Refused, match=r"300 graphemes.*nothing was sent"):
            connector.reply(a_draft(at.arrives(1), "ä" * 301))

    @pytest.mark.parametrize("root", [7, {"uri": 7}, {"uri": "at://x"}, ["x"]])
    def test_a_thread_without_a_beginning_is_named(self, at, connector, root):
        to = at.arrives(1, record={"$type": POST, "text": "Ja", "reply": {"root": root}})
        with pytest.raises(SchemaChanged):
            connector.reply(a_draft(to))


class TestFigures:
    def test_own_posts_are_told_with_their_figures(self, at, connector):
        author = {"did": OFFICER, "handle": "o.test"}
        counts = {"likeCount": 3, "replyCount": 2, "repostCount": 1, "quoteCount": 4}
        own = notification(1, "Unser Fest", author=author, **counts)
        passed_on = {"post": notification(2), "reason": {"$type": "app.bsky.feed.defs#reasonRepost"}}
        silent = notification(3, author=author, likeCount=True, replyCount="2")
        at.feed, at.followers = [{"post": own}, passed_on, {"post": notification(4)}, {"post": silent}], 12
        first, second, followers = connector.metrics()
        assert (first.text, first.likes, first.replies, first.shares) == ("Unser Fest", 3, 2, 5)
        assert (second.likes, second.replies, second.shares, second.views) == (None, None, None, None)
        assert followers == Followers(12)

    def test_a_post_that_cannot_be_read_costs_no_other(self, at, connector):
        author = {"did": OFFICER, "handle": "o.test"}
        good = {"post": notification(1, author=author)}
        at.feed = [7, {"post": None}, {"post": notification(2, author=author, record=None)}, good]
        assert [type(told) for told in connector.metrics()] == [OwnPost, Followers]

    def test_a_number_of_followers_that_is_none_is_left_out(self, at, connector):
        at.queue(PROFILE, Answered({"followersCount": "many"}))
        assert list(connector.metrics()) == []

    def test_a_feed_of_another_form_is_named(self, at, connector):
        at.queue(FEED, Answered({"posts": []}))
        with pytest.raises(SchemaChanged):
            list(connector.metrics())


def an_image(alt="Ein Wehr", cid="bafkrei1"):
    return {
        "alt": alt,
        "image": {"$type": "blob", "ref": {"$link": cid}, "mimeType": "image/jpeg", "size": 1},
    }


class TestAttachments:
    @pytest.mark.parametrize(
        ("embed", "wanted"),
        [
            (
                {"$type": "app.bsky.embed.images", "images": [an_image(), an_image("", "bafkrei2")]},
                [("image", f"{CDN}/bafkrei1@jpeg", "Ein Wehr"), ("image", f"{CDN}/bafkrei2@jpeg", "")],
            ),
            (
                {"$type": "app.bsky.embed.gallery", "items": [an_image()]},
                [("image", f"{CDN}/bafkrei1@jpeg", "Ein Wehr")],
            ),
            (
                {"$type": "app.bsky.embed.video", "video": an_image()["image"], "alt": "Ein Film"},
                [
                    (
                        "video",
                        "https://video.bsky.app/watch/did:plc:citizen/bafkrei1/playlist.m3u8",
                        "Ein Film",
                    )
                ],
            ),
            (
                {"$type": "app.bsky.embed.external", "external": {"uri": "https://a.example", "title": "A"}},
                [("link", "https://a.example", "A")],
            ),
            (
                {
                    "$type": "app.bsky.embed.recordWithMedia",
                    "record": {"record": ROOT},
                    "media": {"$type": "app.bsky.embed.images", "images": [an_image()]},
                },
                [("image", f"{CDN}/bafkrei1@jpeg", "Ein Wehr")],
            ),
            ({"$type": "app.bsky.embed.record", "record": ROOT}, []),
            ({"$type": "app.bsky.embed.images", "images": [7, {"image": {"ref": {"$link": "../x"}}}]}, 2),
            ({"$type": "app.bsky.embed.images", "images": "x"}, []),
            ({"$type": "app.bsky.embed.video", "video": "x"}, 1),
            ({"$type": "app.bsky.embed.external", "external": {"uri": 7}}, []),
            ({"$type": 7}, []),
            ([], []),
            ("x", []),
        ],
    )
    def test_what_hangs_on_a_post_is_told(self, at, connector, embed, wanted):
        at.arrives(1, record={"$type": POST, "text": "Seht", "embed": embed})
        (post,) = (p for p in connector.pull("mentions", "") if isinstance(p, Received))
        if isinstance(wanted, int):
            assert [one.url for one in post.attachments] == [""] * wanted
        else:
            assert list(post.attachments) == [Attachment(*one) for one in wanted]

    def test_a_kind_we_do_not_know_is_told_in_the_log(self, at, connector, caplog):
        at.arrives(1, record={"$type": POST, "text": "Hört", "embed": {"$type": "app.bsky.embed.hologram"}})
        list(connector.pull("mentions", ""))
        assert "hologram" in caplog.text


class TestTheMeter:
    def test_it_is_asked_before_and_told_after_each_request(self, at):
        at.arrives(1)
        meter = Noted()
        list(at.connect(meter).pull("mentions", ""))
        assert meter.asked == [("createSession", 0, 1), ("listNotifications", 100, 0)]
        assert [one[:3] for one in meter.heard] == [("createSession", 0, 1), ("listNotifications", 1, 0)]

    def test_it_hears_how_much_is_left(self, at):
        meter, connector = Noted(), None
        connector = at.connect(meter)
        list(connector.pull("mentions", ""))
        headers = {"ratelimit-remaining": "7", "ratelimit-reset": "1800000000"}
        at.faults.append(Answered({"error": "RateLimitExceeded"}, 429, headers))
        with pytest.raises(Exception, match="too often"):
            list(connector.pull("mentions", ""))
        assert meter.heard[-1][3:] == (7, datetime.fromtimestamp(1_800_000_000, UTC))

    def test_where_it_says_no_nothing_is_asked(self, at):
        connector = at.connect(Forbidding())
        with pytest.raises(Refused):
            list(connector.pull("mentions", ""))
        assert at.asked == []


class Noted:
    def __init__(self):
        self.asked, self.heard = [], []

    def ask(self, what, *, reads=0, writes=0):
        self.asked.append((what.rpartition(".")[2], reads, writes))

    def told(self, what, *, reads=0, writes=0, remaining=None, reset_at=None):
        self.heard.append((what.rpartition(".")[2], reads, writes, remaining, reset_at))


class Forbidding(Noted):
    def ask(self, what, *, reads=0, writes=0):
        raise Refused("not now")
