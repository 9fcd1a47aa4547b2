"""YouTube passes the whole suite against a stub of our own; what is special of it is tested here."""

import json
import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from casework import intake
from casework.account import Account, Gap, GapState, Stream
from casework.errors import AuthExpired, RateLimited, Refused, SchemaChanged, Transient
from casework.labels import Kind, Platform
from casework.message import Attachment, Author, Checkpoint, Deleted, Message, Received, Unknown
from casework.outgoing import Followers, Outgoing, OwnPost, Sent
from casework.pools import Shared
from connectors import youtube_threads
from connectors.youtube import YouTube
from tests.builders import a_plain_account, a_stream, an_account
from tests.contracts.network import NetworkContract
from tests.networks.stub import HTML_502, Answered, minute, serving
from tests.networks.youtube import CHANNEL, VIDEO, YouTubeStub, refused

A_WEEK = 7 * 24 * 60


class TestYouTube(NetworkContract):
    new_stub = YouTubeStub


class Counted:
    """A meter that writes down what it is told."""

    def __init__(self):
        self.asked, self.spent, self.ends, self.shared, self.gone = [], 0, [], [], []

    def ask(self, what, *, reads=0, writes=0, shared=None):
        self.asked.append((what, reads, writes))
        self.shared.append(shared)

    def told(self, what, *, reads=0, writes=0, remaining=None, reset_at=None):
        self.spent += reads + writes
        self.ends += [reset_at] if remaining == 0 else []

    def used_up(self, shared):
        self.gone.append(shared)


@pytest.fixture
def network():
    with serving(YouTubeStub()) as stub:
        yield stub


def pulled(connector, stream="comments", cursor=""):
    """What was handed out, by its text."""
    return {p.text: p for p in connector.pull(stream, cursor) if isinstance(p, Received)}


def texts_until_it_ends(connector):
    """What was handed out, whether or not something could not be read."""
    texts = []
    with suppress(SchemaChanged):
        texts.extend(p.text for p in connector.pull("comments", "") if isinstance(p, Received))
    return texts


def mark(connector, stream="comments", cursor=""):
    return [*connector.pull(stream, cursor)][-1].cursor


def paths(network):
    return [asked.path.rpartition("/")[2] for asked in network.asked]


def a_draft(to, text="Danke für den Hinweis.", thread="", kind=Kind.COMMENT, begun=3_000, key="k1"):
    return Outgoing(key, kind, text, to, thread or to, Author("UCa", "@anna"), minute(begun))


class TestReplies:
    def test_replies_stand_in_their_thread_with_the_video_that_only_the_thread_names(self, network):
        top = network.arrives(1, "Frage")
        reply = network.answered(top, 2, "Antwort")
        found = pulled(network.connect())
        assert (found["Frage"].thread, found["Frage"].parent) == (top, "")
        assert (found["Antwort"].thread, found["Antwort"].parent) == (top, top)
        assert found["Antwort"].url == f"https://www.youtube.com/watch?v={VIDEO}&lc={reply}"
        assert found["Antwort"].kind is Kind.COMMENT

    def test_more_replies_than_a_listing_shows_are_all_read(self, network):
        top = network.arrives(1, "Frage")
        for number in range(2, 132):
            network.answered(top, number, f"Antwort {number}")
        assert len(pulled(network.connect())) == 131

    def test_a_thread_that_did_not_change_is_not_asked_again_and_one_that_did_is(self, network):
        network.page_size = 1
        for thread in (1, 100):
            top = network.arrives(thread, "Frage")
            for number in range(2, 9):
                network.answered(top, thread + number, f"Antwort {number}")
        connector = network.connect()
        cursor = mark(connector)
        network.asked.clear()
        assert mark(connector, cursor=cursor) == cursor
        assert paths(network) == ["commentThreads", "commentThreads"]
        network.answered(top, 10, "noch eine")
        assert "noch eine" in pulled(connector, cursor=cursor)

    def test_what_was_read_but_not_kept_is_read_again(self, network):
        top = network.arrives(1, "Frage")
        for number in range(2, 9):
            network.answered(top, number, f"Antwort {number}")
        connector = network.connect()
        pieces = connector.pull("comments", "")
        assert any(isinstance(piece, Checkpoint) for piece in pieces)
        pieces.close()  # the store could not keep the page
        assert len(pulled(connector)) == 8

    def test_pages_that_were_kept_before_an_error_are_known(self, network):
        network.page_size = 1
        for thread in (1, 100):
            top = network.arrives(thread, f"Frage {thread}")
            for number in range(1, 8):
                network.answered(top, thread + number, f"Antwort {thread + number}")
        connector = network.connect()
        network.faults.extend([None] * 9 + [HTML_502])
        pieces = connector.pull("comments", "")
        read = []
        with pytest.raises(Transient):
            read.extend(pieces)
        assert len([p for p in read if isinstance(p, Received)]) == 8
        network.asked.clear()
        assert len(pulled(connector)) == 8 + 6
        assert sum(path == "comments" for path in paths(network)) == 7

    def test_a_new_reply_in_a_thread_of_last_week_is_found(self, network):
        old = network.arrives(-A_WEEK, "letzte Woche")
        network.arrives(1, "heute")
        connector = network.connect()
        cursor = mark(connector)
        network.answered(old, 5, "späte Antwort")
        assert "späte Antwort" in pulled(connector, cursor=cursor)

    def test_looking_far_back_is_done_seldom_where_it_costs_much(self, network):
        network.page_size = 2
        for number in range(20):
            network.arrives(number * 120 - A_WEEK, f"alt {number}")
        network.arrives(1, "heute")
        connector = network.connect()
        cursor = mark(connector)
        network.asked.clear()
        mark(connector, cursor=cursor)
        assert paths(network) == ["commentThreads"]
        far = mark(network.connect(), cursor=cursor)
        assert far == cursor
        assert paths(network).count("commentThreads") > 10

    def test_a_thread_whose_replies_are_gone_meanwhile_stays_readable(self, network):
        top = network.arrives(1, "Frage")
        for number in range(2, 9):
            network.answered(top, number, f"Antwort {number}")
        network.faults.extend([None, refused(404, "commentNotFound")])
        assert len(pulled(network.connect())) == 6


class TestAReplyThatCannotBeRead:
    """It stands beneath a thread that shows but a few of its replies: the rest is asked for apart."""

    @pytest.fixture
    def reply(self, network):
        top = network.arrives(1, "Frage")
        for number in range(2, 9):
            network.answered(top, number, f"Antwort {number}")
        return network.comments[network.answered(top, 20, "Notruf")]["snippet"]

    @pytest.fixture
    def house(self, network, reply, store, clock):
        """One look at the network, which leaves the gap, and then an hour."""
        clock.set(datetime.now(UTC))
        self.written = reply.pop("publishedAt")
        connector = network.connect()
        with store.begin() as work:
            account = an_account(work, platform=Platform.YOUTUBE, handle="@polizei")
            stream = a_stream(work, account, name="comments")
        with pytest.raises(SchemaChanged):
            intake.collect(store, connector, account, stream)
        clock.forward(hours=1)
        return connector, account, stream

    def fill(self, store, house):
        with store.view() as work:
            (gap,) = work.find(Gap)
        intake.fill(store, *house, gap)
        with store.view() as work:
            return work.find(Gap)[0].state, [m.text for m in work.find(Message)]

    def test_is_missed_until_it_can_be_read_and_then_kept(self, house, store, reply):
        state, texts = self.fill(store, house)
        assert (state, "Notruf" in texts) == (GapState.OPEN, False)
        reply["publishedAt"] = self.written
        state, texts = self.fill(store, house)
        assert (state, "Notruf" in texts) == (GapState.FILLED, True)

    def test_is_asked_for_by_every_pull_that_comes_by(self, house, reply):
        reply["publishedAt"] = self.written
        assert "Notruf" in pulled(house[0])

    def test_is_looked_for_even_where_its_thread_is_known(self, network, reply):
        connector = network.connect()
        pulled(connector)
        gap = Gap(1, minute(0), minute(2), retry_at=minute(60))
        assert "Notruf" in [p.text for p in connector.fill("comments", gap) if isinstance(p, Received)]


class TestMoreRepliesThanAreRead:
    """YouTube says not in which order replies come: what is missing may be older or newer than what came."""

    @pytest.fixture
    def told(self, network, monkeypatch):
        monkeypatch.setattr(youtube_threads, "MOST_REPLY_PAGES", 1)
        monkeypatch.setattr(youtube_threads, "PAGE", 5)
        thread = network.arrives(1, "Anfang")
        mark = [*network.connect().pull("comments", "")][-1].cursor
        for number in range(10, 30):
            network.answered(thread, number, str(number))
        return [*network.connect().pull("comments", mark)][-1]

    def test_the_rest_is_told_as_lost(self, told):
        (hole,) = told.holes
        assert (hole.start, hole.lost) == (minute(1), True)
        assert hole.end > minute(24)


class TestWhatIsHeldBack:
    def test_held_comments_and_likely_spam_have_streams_of_their_own(self, network):
        network.arrives(1, "offen")
        network.arrives(2, "wartet", status="heldForReview")
        network.arrives(3, "Werbung", status="likelySpam")
        connector = network.connect()
        assert {name: [*pulled(connector, name)] for name in connector.streams()} == {
            "comments": ["offen"],
            "held": ["wartet"],
            "spam": ["Werbung"],
        }

    def test_a_reply_that_is_held_back_is_found_in_its_published_thread(self, network):
        top = network.arrives(1, "offen")
        network.answered(top, 2, "wartet", status="heldForReview")
        assert "wartet" in pulled(network.connect(), "held")

    def test_an_api_key_reads_what_everybody_sees_and_never_stands_in_an_address(self, network):
        network.arrives(1, "offen")
        connector = network.connect(api_key="secret-api-key")
        assert connector.streams() == ("comments",)
        assert [*pulled(connector)] == ["offen"]
        channels, threads = network.asked
        assert channels.query["forHandle"] == "polizei"
        assert "moderationStatus" not in threads.query
        assert not any("secret" in value for asked in network.asked for value in asked.query.values())
        with pytest.raises(Refused, match="API key"):
            connector.reply(a_draft("Ug0000000001AaABAg"))

    def test_a_channel_may_be_named_by_its_id(self, network):
        network.handle = CHANNEL
        mark(network.connect(api_key="secret-api-key"))
        assert network.asked[0].query["id"] == CHANNEL

    def test_the_id_by_which_comments_name_the_channel_is_told_by_the_key_or_the_name(self, network):
        by_key = network.connect(**network.key, channel_id=CHANNEL).native_id
        assert (by_key, network.connect().native_id) == (CHANNEL, "")
        network.handle = CHANNEL
        assert network.connect().native_id == CHANNEL
        assert network.asked == []

    def test_the_officers_own_comment_is_no_citizens_where_the_channel_is_named_by_its_id(
        self, network, store, clock
    ):
        clock.set(minute(3_001))
        network.handle = CHANNEL
        network.answered(network.arrives(1, "Frage"), 2, "Von uns", author=CHANNEL)
        connector = network.connect()
        with store.begin() as work:
            named = {"platform": Platform.YOUTUBE, "handle": CHANNEL, "native_id": connector.native_id}
            account = an_account(work, **named)
            taken = intake.take_in(work, account, [*pulled(connector).values()]).taken
        assert [one.message.text for one in taken] == ["Frage"]

    def test_a_channel_connected_before_its_id_was_kept_learns_it_with_its_first_page(
        self, network, store, clock
    ):
        clock.set(minute(3_001))
        top = network.arrives(1, "Frage")
        network.answered(top, 2, "Von uns", author=CHANNEL)
        with store.begin() as work:
            account = an_account(work, platform=Platform.YOUTUBE, handle="polizei")
            stream = work.add(Stream(account.id, "comments"))
        taken = intake.collect(store, network.connect(), account, stream).taken
        assert [one.message.text for one in taken] == ["Frage"]
        with store.view() as work:
            assert work.get(Account, account.id).native_id == CHANNEL
            assert "account_named" in [entry.act for entry in work.audit_of(f"account:{account.id}")]


class TestTroubles:
    def test_a_spent_quota_lasts_until_midnight_in_california(self, network):
        meter = Counted()
        network.faults.append(refused(403, "quotaExceeded"))
        with pytest.raises(RateLimited) as told:
            pulled(network.connect(meter))
        local = told.value.reset_at.astimezone(ZoneInfo("America/Los_Angeles"))
        assert (local.hour, local.minute, local.second) == (0, 0, 0)
        assert timedelta() < told.value.reset_at - datetime.now(UTC) <= timedelta(hours=25)
        assert meter.ends == [told.value.reset_at]
        assert meter.gone == [Shared("client", told.value.reset_at)]

    def test_too_often_for_one_channel_says_nothing_of_the_project(self, network):
        meter = Counted()
        network.faults.append(refused(403, "rateLimitExceeded"))
        with pytest.raises(RateLimited):
            pulled(network.connect(meter))
        assert (len(meter.ends), meter.gone) == (1, [])

    @pytest.mark.parametrize(
        ("key", "app"),
        [
            ({"client_id": "4711-abc.apps.googleusercontent.com"}, "4711"),
            ({"api_key": "secret-api-key"}, "key 61372661cf51fbc3"),
        ],
    )
    def test_channels_of_one_project_share_its_quota_and_no_key_is_told(self, network, key, app):
        meter = Counted()
        pulled(network.connect(meter, **network.key | key))
        assert {shared.app for shared in meter.shared} == {app}

    def test_every_question_costs_a_unit_and_a_reply_fifty(self, network):
        meter = Counted()
        top = network.arrives(1)
        connector = network.connect(meter)
        pulled(connector)
        assert meter.spent == 2
        connector.reply(a_draft(top))
        assert meter.spent == 2 + 1 + 50
        assert {what for what, _, _ in meter.asked} == {"quota"}

    def test_comments_turned_off_are_no_error(self, network):
        network.faults.append(refused(403, "commentsDisabled"))
        assert pulled(network.connect()) == {}

    def test_what_google_fails_to_process_is_tried_again(self, network):
        network.faults.append(refused(400, "processingFailure"))
        with pytest.raises(Transient, match="processingFailure"):
            pulled(network.connect())

    def test_a_page_that_is_known_no_longer_is_told(self, network):
        network.faults.append(refused(400, "invalidPageToken"))
        with pytest.raises(SchemaChanged, match="invalidPageToken"):
            pulled(network.connect())

    @pytest.mark.parametrize("said", [[], "no", {"error": 7}, {"error": {"errors": [7, {"reason": 7}]}}])
    def test_an_error_in_no_known_form_is_told_without_a_crash(self, network, said):
        network.faults.append(Answered(said, 403))
        with pytest.raises(SchemaChanged):
            pulled(network.connect())

    def test_a_key_without_a_channel_is_told(self, network):
        network.subscribers = {}
        with pytest.raises(AuthExpired, match="no channel"):
            pulled(network.connect())

    def test_an_answer_of_a_thousand_brackets_is_read(self, network):
        deep = json.loads("[" * 500 + "]" * 500)
        network.arrives(1, "tief", odd=deep)
        network.arrives(2, "danach")
        assert {"tief", "danach"} <= pulled(network.connect()).keys()


class TestKey:
    def test_a_token_that_runs_out_is_renewed_and_the_new_key_handed_out(self, network):
        network.arrives(1, "Moin")
        network.key["expires_at"] = (datetime.now(UTC) + timedelta(seconds=10)).isoformat()
        connector = network.connect()
        keys = []
        connector.on_new_key = keys.append
        assert [*pulled(connector)] == ["Moin"]
        assert network.asked[0].path == "/token"
        (key,) = map(json.loads, keys)
        assert key["access_token"] == network.tokens[0]
        assert key["refresh_token"] == "secret-refresh"
        assert datetime.fromisoformat(key["expires_at"]) > datetime.now(UTC) + timedelta(minutes=50)
        assert [*pulled(network.connect(**key))] == ["Moin"]

    def test_a_token_that_is_refused_early_is_renewed_once(self, network):
        network.arrives(1, "Moin")
        network.tokens = ["another"]
        assert [*pulled(network.connect())] == ["Moin"]
        assert paths(network)[:3] == ["channels", "token", "channels"]

    def test_a_withdrawn_consent_is_told(self, network):
        network.tokens = []
        with pytest.raises(AuthExpired, match="invalid_grant") as told:
            pulled(network.connect())
        assert "secret" not in str(told.value)
        assert paths(network) == ["channels", "token"]

    @pytest.mark.parametrize("answer", [{}, {"access_token": 7}, [], {"error": {"a": 1}}, "x"])
    def test_an_odd_answer_to_the_renewal_is_told_without_a_secret(self, network, answer):
        network.key["access_token"] = ""
        network.counts = bool
        network.faults.extend([Answered(answer)] * 5)
        with pytest.raises((AuthExpired, Transient, SchemaChanged)) as told:
            pulled(network.connect())
        assert "secret" not in str(told.value)

    @pytest.mark.parametrize("key", ["", "AIzaSecret", "[]", '{"access_token": 7}', "{", "\udc00"])
    def test_a_key_that_is_none_is_told_without_it(self, network, key):
        connector = YouTube(a_plain_account(Platform.YOUTUBE, server=network.url), key, Counted())
        with pytest.raises(AuthExpired) as told:
            pulled(connector)
        assert "secret" not in str(told.value).lower()
        assert network.asked == []


class TestRecheck:
    @pytest.mark.parametrize("strict", [False, True])
    def test_the_gone_are_told_among_many_also_where_youtube_refuses_them_all_for_one(self, network, strict):
        network.strict = strict
        ids = [network.arrives(number, f"{number}") for number in range(60)]
        gone = {ids[3], ids[40], ids[59]}
        for one in gone:
            network.delete(one)
        answers = [*network.connect().recheck([*ids, "import 7", "a,b,c,d,e,f"])]
        assert {a.native_id for a in answers if isinstance(a, Deleted)} == gone
        assert {a.native_id for a in answers if isinstance(a, Unknown)} == {"import 7", "a,b,c,d,e,f"}
        assert len(answers) == 62

    def test_one_empty_answer_takes_back_no_comment_that_stands(self, network):
        ids = [network.arrives(number, f"{number}") for number in range(3)]
        network.delete(ids[1])
        network.faults.append(Answered({"items": []}))
        answers = {a.native_id: a for a in network.connect().recheck(ids)}
        assert [isinstance(answers[one], Deleted) for one in ids] == [False, True, False]

    def test_an_unreadable_comment_is_unknown(self, network):
        one = network.arrives(1, snippet=7)
        assert [*network.connect().recheck([one])] == [Unknown(one)]


class TestReply:
    def test_it_stands_beneath_the_thread_and_comes_back(self, network):
        top = network.arrives(1, "Frage")
        connector = network.connect()
        sent = connector.reply(a_draft(top))
        assert sent == Sent(sent.native_id)
        found = pulled(connector)["Danke für den Hinweis."]
        assert (found.native_id, found.author.handle, found.parent) == (sent.native_id, "@polizei", top)

    def test_it_is_sent_once_however_often_it_is_tried(self, network):
        top = network.arrives(1, "Frage")
        first = network.connect().reply(a_draft(top))
        assert network.connect().reply(a_draft(top)) == first
        assert network.connect().sent(a_draft(top)) == first
        assert sum(asked.method == "POST" for asked in network.asked) == 1

    def test_an_answer_that_was_cut_off_is_found_on_the_network(self, network):
        top = network.arrives(1, "Frage")
        assert network.connect().sent(a_draft(top)) is None
        reply, kept = network.answer, []

        def cut_off(asked):
            answered = reply(asked)
            if asked.method == "POST":
                kept.append(answered)
                return HTML_502
            return answered

        network.answer = cut_off
        with pytest.raises(Transient):
            network.connect().reply(a_draft(top))
        assert len(kept) == 1
        assert network.connect().reply(a_draft(top)).native_id == kept[0].thing["id"]
        assert len(kept) == 1

    def test_the_same_words_of_another_or_of_yesterday_are_not_ours(self, network):
        top = network.arrives(1, "Frage")
        network.answered(top, 3_001, "Danke für den Hinweis.")
        network.answered(top, 5, "Danke für den Hinweis.", author=CHANNEL)
        assert network.connect().sent(a_draft(top)) is None

    def test_a_reply_to_a_reply_names_its_writer(self, network):
        top = network.arrives(1, "Frage")
        reply = network.answered(top, 2, "Und ich?")
        sent = network.connect().reply(a_draft(reply, thread=top))
        assert network.comments[sent.native_id]["snippet"]["textOriginal"] == "@anna Danke für den Hinweis."
        assert network.connect().sent(a_draft(reply, thread=top)) == sent

    @pytest.mark.parametrize(
        ("draft", "why"),
        [
            (a_draft("Ug0000000001AaABAg", kind=Kind.DM), "no direct messages"),
            (a_draft("Ug0000000009AaABAg"), "parentCommentNotFound"),
            (a_draft("Ug0000000001AaABAg", "x" * 10_001), "commentTextTooLong"),
            (a_draft("import/7"), "no comment of YouTube"),
        ],
    )
    def test_what_youtube_does_not_take_is_refused_with_the_reason(self, network, draft, why):
        network.arrives(1, "Frage")
        with pytest.raises(Refused, match=why):
            network.connect().reply(draft)


class TestMetrics:
    def test_public_videos_and_subscribers_are_told(self, network):
        network.uploads = [VIDEO, "hidden"]
        followers, video = network.connect().metrics()
        assert followers == Followers(1230)
        assert video == OwnPost(
            VIDEO,
            datetime(2026, 11, 1, 10, tzinfo=UTC),
            f"Film {VIDEO}",
            f"https://www.youtube.com/watch?v={VIDEO}",
            likes=30,
            replies=4,
            views=900,
        )

    @pytest.mark.parametrize("told", [{"hiddenSubscriberCount": True, "subscriberCount": "0"}, {"a": 1}])
    def test_hidden_subscribers_and_an_empty_channel_are_told_as_nothing(self, network, told):
        network.subscribers, network.uploads = told, []
        assert [*network.connect().metrics()] == []


class TestFields:
    def test_a_picture_is_kept_by_its_address(self, network):
        one = network.arrives(1, "Bild")
        network.comments[one]["snippet"]["imageUrl"] = "https://yt3.example/signed"
        assert pulled(network.connect())["Bild"].attachments == (
            Attachment("image", "https://yt3.example/signed"),
        )

    def test_the_displayed_text_serves_where_the_original_is_not_shown(self, network):
        one = network.arrives(1, "angezeigt")
        del network.comments[one]["snippet"]["textOriginal"]
        assert "angezeigt" in pulled(network.connect())
        assert all(a.query["textFormat"] == "plainText" for a in network.asked if "Threads" in a.path)

    def test_the_comment_of_an_account_that_is_gone_is_kept(self, network):
        one = network.arrives(1, "verwaist")
        network.comments[one]["snippet"] |= {"authorDisplayName": "", "authorChannelId": None}
        assert pulled(network.connect())["verwaist"].author.handle == "?"

    def test_a_field_we_do_not_know_is_named_in_the_log(self, network, caplog):
        one = network.arrives(1)
        network.comments[one]["snippet"]["mood"] = "gut"
        with caplog.at_level(logging.WARNING):
            pulled(network.connect())
        assert "mood" in caplog.text

    @pytest.mark.parametrize("value", [None, 7, [], {"a": 1}, "\ud800", True])
    def test_no_field_of_any_type_stops_the_stream(self, network, value):
        number = 1
        for field in network.comments[network.arrives(number)]["snippet"]:
            number += 1
            network.comments[network.arrives(number, "giftig")]["snippet"][field] = value
        network.arrives(number + 1, "danach")
        texts = texts_until_it_ends(network.connect())
        assert texts.count("danach") == 1
        assert texts.count("giftig") >= 9
