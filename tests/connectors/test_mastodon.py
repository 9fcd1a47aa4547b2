"""Mastodon passes the whole suite against a stub of our own; what is special of it is tested here."""

import logging
import time
from datetime import UTC, datetime, timedelta

import pytest

from casework.errors import AuthExpired, RateLimited, Refused, SchemaChanged, Transient
from casework.labels import Kind, Platform
from casework.message import Attachment, Author, Deleted, Received, Unknown
from casework.metering import Unmetered
from casework.outgoing import Followers, Outgoing
from connectors.mastodon import Mastodon
from connectors.mastodon_bell import Bell
from connectors.mastodon_post import plain
from tests.builders import a_plain_account
from tests.contracts.network import NetworkContract
from tests.networks.mastodon import MastodonStub, Streaming
from tests.networks.stub import HTML_502, Answered, minute, serving


class TestMastodon(NetworkContract):
    new_stub = MastodonStub


class Counted:
    """A meter that writes down what it is told."""

    def __init__(self):
        self.asked, self.answers = [], []

    def ask(self, what, *, reads=0, writes=0):
        self.asked.append((what, reads, writes))

    def told(self, what, *, reads=0, writes=0, remaining=None, reset_at=None):
        self.answers.append((what, reads, writes, remaining, reset_at))


@pytest.fixture
def network():
    with serving(MastodonStub()) as stub:
        yield stub


def pulled(connector, stream="mentions", cursor=""):
    """What was handed out, by its text."""
    return {p.text: p for p in connector.pull(stream, cursor) if isinstance(p, Received)}


def paths(network):
    return [asked.path.removeprefix("/api/v1/") for asked in network.asked]


def a_draft(to, text="Danke für den Hinweis.", kind=Kind.COMMENT, begun=3_000, key="k1"):
    return Outgoing(key, kind, text, to, to, Author("42", "anna@elsewhere.example"), minute(begun))


class TestStreams:
    def test_what_is_for_the_officer_alone_is_a_direct_message_and_all_else_a_mention(self, network):
        network.arrives(1, "öffentlich")
        network.arrives(2, "leise", {"visibility": "unlisted"})
        network.arrives(3, "für Folgende", {"visibility": "private", "in_reply_to_id": "200001"})
        network.arrives(4, "vertraulich", {"visibility": "direct", "in_reply_to_id": "200001"})
        network.arrives(5, "zitiert", type="quote")
        network.arrives(6, "gefällt", type="favourite")
        connector = network.connect()
        mentions, private = pulled(connector), pulled(connector, "dms")
        assert {text: m.kind for text, m in mentions.items()} == {
            "öffentlich": Kind.POST,
            "leise": Kind.POST,
            "für Folgende": Kind.COMMENT,
            "zitiert": Kind.POST,
        }
        assert {text: m.kind for text, m in private.items()} == {"vertraulich": Kind.DM}
        assert mentions["für Folgende"].thread == mentions["für Folgende"].parent == "200001"

    def test_what_the_server_filters_away_by_default_is_asked_for(self, network):
        pulled(network.connect(), "dms")
        (asked,) = network.asked
        assert asked.query["include_filtered"] == "true"
        assert asked.query["types[]"] == "mention"

    def test_the_token_stands_in_no_address(self, network):
        network.arrives(1)
        pulled(network.connect())
        assert not any("secret" in value for asked in network.asked for value in asked.query.values())


class TestPost:
    @pytest.mark.parametrize(
        ("html", "text"),
        [
            ("<p>eins</p><p>zwei</p>", "eins\n\nzwei"),
            ("<p>eins<br>zwei<br/>drei<BR />vier</p>", "eins\nzwei\ndrei\nvier"),
            ("a &amp; b &lt;c&gt; &#128659;&nbsp;d", "a & b <c> 🚓\xa0d"),
            (
                '<p><span class="h-card"><a href="https://x.example/@p">@<span>p</span></a></span> hi</p>',
                "@p hi",
            ),
            (
                '<a href="#"><span class="invisible">https://www.</span><span class="ellipsis">a.example/b'
                '</span><span class="invisible">cd</span></a>',
                "https://www.a.example/bcd",
            ),
            ("<p>Hilfe :blobcat:</p>", "Hilfe :blobcat:"),
            ("<ul><li>eins</li><li>zwei</li></ul>", "- eins\n- zwei"),
            ("<script>alert(1)</script>", "alert(1)"),
            ("kein <b offenes", "kein <b offenes"),
            ("1 < 2 > 0", "1 < 2 > 0"),
            ("&lt;script&gt;", "<script>"),
            ("", ""),
        ],
    )
    def test_html_becomes_plain_words(self, html, text):
        assert plain(html) == text

    @pytest.mark.parametrize("piece", ["<a ", "<", "<!--", "&#", "<a b='", "<p>", "</", "<![CDATA[", "\n"])
    def test_no_html_takes_long(self, piece):
        begun = time.perf_counter()
        plain(piece * 100_000)
        assert time.perf_counter() - begun < 10

    def test_a_thousand_nested_tags_are_read(self, network):
        network.arrives(1, post={"content": "<b>" * 1_000 + "tief" + "</b>" * 1_000})
        assert "tief" in pulled(network.connect())

    def test_the_warning_comes_first_and_what_a_poll_offers_last(self, network):
        poll = {"options": [{"title": "Ja", "votes_count": 3}, {"title": "Nein"}]}
        post = {"spoiler_text": "Gewalt", "content": "<p>Was tun?</p>", "poll": poll}
        network.arrives(1, post=post)
        assert [*pulled(network.connect())] == ["Gewalt\nWas tun?\n- Ja\n- Nein"]

    def test_pictures_are_kept_by_address_and_description(self, network):
        media = [
            {"type": "image", "url": "https://f.example/a.png", "description": "Ein Rad"},
            {"type": "gifv", "url": "https://f.example/b.mp4", "description": None},
            {"type": "unknown", "url": None, "remote_url": "https://g.example/c"},
        ]
        network.arrives(1, "Bild", {"media_attachments": media})
        assert pulled(network.connect())["Bild"].attachments == (
            Attachment("image", "https://f.example/a.png", "Ein Rad"),
            Attachment("video", "https://f.example/b.mp4"),
            Attachment("file", "https://g.example/c"),
        )

    @pytest.mark.parametrize(
        ("acct", "handle"), [("ben", "ben@social.example"), ("eva@b.example", "eva@b.example")]
    )
    def test_a_handle_names_its_server(self, network, acct, handle):
        network.arrives(1, "Moin", {"account": {"id": "9", "acct": acct}})
        assert pulled(network.connect())["Moin"].author.handle == handle

    def test_an_address_that_is_none_of_the_web_is_left_out(self, network):
        network.arrives(1, "böse", {"url": "javascript:alert(1)"})
        network.arrives(2, "ohne", {"url": None})
        found = pulled(network.connect())
        assert found["böse"].url == ""
        assert found["ohne"].url.endswith("/statuses/100002")

    def test_a_field_we_do_not_know_is_named_in_the_log(self, network, caplog):
        network.arrives(1, mood="gut")
        with caplog.at_level(logging.WARNING):
            pulled(network.connect())
        assert "mood" in caplog.text

    @pytest.mark.parametrize("value", [None, 7, [], {"a": 1}, "\ud800", True, [7, None, {"url": 7}]])
    def test_no_field_of_any_type_stops_the_stream(self, network, value):
        fields = [*network.statuses[network.arrives(1)]]
        for number, field in enumerate(fields, 2):
            network.arrives(number, "giftig", {field: value})
        network.arrives(99, "danach")
        texts, error = [], None
        try:
            texts.extend(p.text for p in network.connect().pull("mentions", "") if isinstance(p, Received))
        except SchemaChanged as why:
            error = why
        assert texts[-1] == "danach"
        assert texts.count("giftig") >= len(fields) - 4
        assert error or len(texts) == len(fields) + 2


class TestLimits:
    def test_what_is_left_is_told_to_the_meter(self, network):
        meter = Counted()
        network.arrives(1)
        pulled(network.connect(meter))
        assert meter.asked == [("read", 40, 0)]
        assert meter.answers == [("read", 1, 0, 299, None)]

    @pytest.mark.parametrize("form", [datetime.isoformat, lambda at: str(int(at.timestamp()))])
    def test_the_end_of_a_limit_is_read_as_a_date_or_as_seconds(self, network, form):
        meter, reset = Counted(), datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=4)
        network.faults.append(Answered({"error": "x"}, 429, {"X-RateLimit-Reset": form(reset)}))
        with pytest.raises(RateLimited) as told:
            pulled(network.connect(meter))
        assert told.value.reset_at == reset
        assert meter.answers == [("read", 0, 0, 0, reset)]

    @pytest.mark.parametrize("name", ["X-RateLimit-Reset", "X-RateLimit-Remaining", "Link", "Date"])
    def test_an_odd_header_is_no_crash(self, network, name):
        network.faults.append(Answered([], 200, {name: "<<odd;;=,>"}))
        assert pulled(network.connect()) == {}

    def test_a_proxy_that_takes_the_links_away_hides_no_page(self, network):
        network.links, network.page_size = False, 2
        for number in range(5):
            network.arrives(number, f"Nachricht {number}")
        assert len(pulled(network.connect())) == 5


class TestKey:
    def test_the_key_may_be_a_json_object(self, network):
        network.arrives(1, "Moin")
        network.key = '{"access_token": "secret-token", "scope": "read write"}'
        assert "Moin" in pulled(network.connect())

    def test_a_key_that_looks_like_a_path_is_not_read_as_a_file(self, network, tmp_path):
        (tmp_path / "token").write_text("secret-token\n")
        network.key = str(tmp_path / "token")
        with pytest.raises(AuthExpired):
            pulled(network.connect())
        assert network.asked[0].headers["authorization"] == f"Bearer {tmp_path / 'token'}"

    @pytest.mark.parametrize(
        "key", ["", "two words", "a\nb", "{}", '{"access_token": 7}', "schlüssel", "\ud800"]
    )
    def test_a_key_that_is_none_is_told_and_not_sent(self, network, key):
        network.key = key
        with pytest.raises(AuthExpired):
            pulled(network.connect())
        assert network.asked == []

    @pytest.mark.parametrize(
        "said", ["Your login is currently disabled", "This action is outside the authorized scopes"]
    )
    def test_an_account_that_may_not_is_to_be_connected_again(self, network, said):
        network.faults.append(Answered({"error": said}, 403))
        with pytest.raises(AuthExpired, match=said):
            pulled(network.connect())

    def test_the_server_may_be_named_by_the_handle_alone(self):
        account = a_plain_account(Platform.MASTODON, handle="@polizei@social.example")
        assert Mastodon(account, "t", Unmetered()).streams() == ("mentions", "dms")
        with pytest.raises(Refused, match="name@server"):
            Mastodon(a_plain_account(Platform.MASTODON, handle="polizei"), "t", Unmetered())


class TestRecheck:
    def test_a_proxys_404_is_no_deletion(self, network):
        one = network.arrives(1)
        network.faults.append(Answered(b"<html>nothing here</html>", 404))
        assert [*network.connect().recheck([one])] == [Unknown(one)]

    def test_a_post_that_is_gone_is_deleted(self, network):
        network.faults.append(Answered({"error": "gone"}, 410))
        assert [*network.connect().recheck(["17"])] == [Deleted("17")]

    def test_an_id_that_leads_elsewhere_is_never_asked_for(self, network):
        ids = ["../accounts/7", "1/context", "1?a=b", "", "x" * 65]
        assert [*network.connect().recheck(ids)] == [Unknown(one) for one in ids]
        assert network.asked == []

    def test_an_edit_is_read_with_its_new_words(self, network):
        one = network.arrives(1, "alt")
        network.edit(one, "neu")
        (found,) = network.connect().recheck([one])
        assert found.text == "neu"


class TestReply:
    @pytest.mark.parametrize("circle", ["public", "unlisted", "private", "direct"])
    def test_it_is_seen_by_the_circle_that_saw_the_question(self, network, circle):
        to = network.arrives(1, "Frage", {"visibility": circle})
        sent = network.connect().reply(a_draft(to))
        posted = network.asked[-1]
        assert posted.form["visibility"] == circle
        assert posted.form["in_reply_to_id"] == to
        assert posted.form["status"] == "@anna@elsewhere.example Danke für den Hinweis."
        assert posted.headers["idempotency-key"] == "k1"
        assert sent.url == f"https://social.example/@polizei/{sent.native_id}"

    def test_a_direct_message_is_for_the_writer_alone(self, network):
        to = network.arrives(1, "Frage")
        network.connect().reply(a_draft(to, kind=Kind.DM))
        assert network.asked[-1].form["visibility"] == "direct"

    def test_a_direct_message_that_names_a_third_is_refused_for_it_would_go_there_too(self, network):
        to = network.arrives(1, "Frage", {"visibility": "direct"})
        with pytest.raises(Refused, match=r"ben@b\.example"):
            network.connect().reply(a_draft(to, "Fragen Sie @ben@b.example.", Kind.DM))
        network.connect().reply(a_draft(to, "An wache@polizei.example, @anna@elsewhere.example", Kind.DM))
        assert len(network.own) == 1

    def test_it_is_sent_once_even_when_the_server_has_forgotten_the_key(self, network):
        to = network.arrives(1, "Frage")
        first = network.connect().reply(a_draft(to))
        network.keys.clear()
        assert network.connect().reply(a_draft(to)) == first
        assert len(network.own) == 1

    def test_an_answer_that_was_cut_off_is_found_among_many_of_ones_own(self, network):
        to = network.arrives(1, "Frage")
        assert network.connect().sent(a_draft(to)) is None
        answer = network.answer
        network.answer = lambda asked: (
            [answer(asked), HTML_502][1] if asked.method == "POST" else answer(asked)
        )
        with pytest.raises(Transient):
            network.connect().reply(a_draft(to))
        network.answer, network.page_size = answer, 3
        other = network.arrives(2, "anderes")
        for number in range(10):
            network.connect().reply(a_draft(other, f"Anderes {number}", key=f"other {number}"))
        found = network.connect().sent(a_draft(to))
        assert found
        assert network.own[found.native_id]["in_reply_to_id"] == to

    def test_other_words_or_those_of_yesterday_are_not_it(self, network):
        to = network.arrives(1, "Frage")
        network.connect().reply(a_draft(to, "Etwas anderes"))
        network.posted_at = minute(5)
        network.connect().reply(a_draft(to, begun=5, key="k0"))
        assert network.connect().sent(a_draft(to)) is None

    @pytest.mark.parametrize(
        ("draft", "why"),
        [
            (a_draft("1"), "Record not found"),
            (a_draft("100001", "x" * 501), "character limit of 500"),
            (a_draft("a/b"), "no post of this server"),
        ],
    )
    def test_what_the_server_does_not_take_is_refused_with_the_reason(self, network, draft, why):
        network.arrives(1, "Frage")
        with pytest.raises(Refused, match=why):
            network.connect().reply(draft)
        assert network.own == {}

    def test_the_sent_post_can_be_read_back_under_its_id(self, network):
        sent = network.connect().reply(a_draft(network.arrives(1, "Frage")))
        (back,) = network.connect().recheck([sent.native_id])
        assert (back.native_id, back.author.handle) == (sent.native_id, "polizei@social.example")


class TestMetrics:
    def test_posts_and_followers_are_told_without_private_messages(self, network):
        connector = network.connect()
        connector.reply(a_draft(network.arrives(1)))
        connector.reply(a_draft(network.arrives(2), "vertraulich", Kind.DM, key="k2"))
        followers, post = connector.metrics()
        assert followers == Followers(421)
        assert (post.likes, post.replies, post.shares, post.views) == (3, 2, 1, None)
        assert "Danke" in post.text
        assert post.sent_at == minute(3_000)


def eventually(true, within=5.0):
    end = time.monotonic() + within
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.01)
    return False


class TestBell:
    @pytest.fixture
    def streaming(self):
        return Streaming()

    def test_a_notification_wakes_both_streams_and_nothing_else_does(self, streaming):
        with streaming.serving() as url:
            account = a_plain_account(Platform.MASTODON, handle="p@social.example", server=url)
            woken = []
            bell = Mastodon(account, "secret-token", Unmetered()).listen(woken.append)
            try:
                assert eventually(lambda: woken == ["mentions", "dms"])  # the connection stands
                assert bell.listening
                streaming.sends(b"event: update\ndata: {}\n\n", b":thump\n", b"event: noti")
                time.sleep(0.1)
                assert len(woken) == 2
                streaming.sends(b'fication\ndata: {"id"', b': "1"}\n\n')
                assert eventually(lambda: woken == ["mentions", "dms"] * 2)
            finally:
                bell.close()
            assert streaming.calls == [("/api/v1/streaming/user/notification", "Bearer secret-token")]

    def test_it_calls_again_when_the_server_hangs_up_but_not_in_a_loop(self, streaming):
        with streaming.serving() as url:
            rung = []
            bell = Bell(url, "t", lambda: rung.append(1), pause=1.0)
            streaming.sends(None)
            assert eventually(lambda: len(streaming.calls) == 2)
            assert eventually(lambda: len(rung) == 2)
            streaming.sends(None, None, None)
            time.sleep(0.3)
            assert len(streaming.calls) <= 4
            bell.close()

    def test_closing_does_not_wait_for_the_servers_next_word(self, streaming):
        with streaming.serving() as url:
            bell = Bell(url, "t", lambda: None)
            assert eventually(lambda: bell.listening)
            begun = time.monotonic()
            bell.close()
            assert time.monotonic() - begun < 10
            assert not bell.listening

    def test_a_line_without_end_hides_nothing_behind_it(self, streaming):
        with streaming.serving() as url:
            rung = []
            bell = Bell(url, "t", lambda: rung.append(1))
            streaming.sends(*[b"x" * 100_000] * 20, b"\nevent: notification\n")
            assert eventually(lambda: len(rung) == 2)
            bell.close()

    def test_a_server_that_is_not_there_is_tried_quietly(self):
        bell = Bell("http://127.0.0.1:9", "t", lambda: None, pause=0.1)
        assert not bell.listening
        begun = time.monotonic()
        bell.close()
        assert time.monotonic() - begun < 6
