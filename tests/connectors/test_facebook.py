"""The Facebook page against the suite and its own special ways."""

import hashlib
import hmac
import json
import logging
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from casework.account import Gap, Hole
from casework.errors import AuthExpired, RateLimited, Refused, SchemaChanged, Transient
from casework.labels import Kind, Platform
from casework.message import Attachment, Author, Checkpoint, Deleted, Received, Unknown
from casework.metering import Unmetered
from casework.outgoing import Followers, Outgoing, OwnPost
from connectors import meta_listings, walk
from connectors.facebook import Facebook
from tests.builders import a_plain_account
from tests.contracts.network import NetworkContract
from tests.networks.facebook import PAGE, POST, DirectMessages, FacebookStub, Tags, VisitorPosts
from tests.networks.graph import SECRET, TOKEN, an_error, as_told
from tests.networks.stub import HTML_502, Answered, minute, serving


class TestComments(NetworkContract):
    new_stub = FacebookStub


class TestVisitorPosts(NetworkContract):
    new_stub = VisitorPosts


class TestTags(NetworkContract):
    new_stub = Tags


class TestDirectMessages(NetworkContract):
    new_stub = DirectMessages


@pytest.fixture
def page():
    with serving(FacebookStub()) as stub:
        yield stub


def pieces(page, stream="comments", cursor=""):
    return list(page.connect().pull(stream, cursor))


def received(page, stream="comments", cursor=""):
    return [piece for piece in pieces(page, stream, cursor) if isinstance(piece, Received)]


def a_draft(to, kind=Kind.COMMENT, thread=POST, text="Gern geschehen! 🚓", author="2001"):
    return Outgoing("draft-1", kind, text, to, thread, Author(author, author), datetime.now(UTC))


class Noting(Unmetered):
    """A meter that notes what it is told."""

    def __init__(self):
        self.asked, self.heard = [], []

    def ask(self, what, *, reads=0, writes=0):
        self.asked.append((what, reads, writes))

    def told(self, what, *, reads=0, writes=0, remaining=None, reset_at=None):
        self.heard.append((what, reads, writes, remaining, reset_at))


class TestWhatIsRead:
    def test_a_new_comment_on_a_post_of_twenty_days_ago_is_found_from_the_mark(self, page):
        old = page.add_post("100_7", minute(-60 * 24 * 20))
        page.add_comment(1, "davor")
        mark = pieces(page)[-1].cursor
        late = page.add_comment(30, "spät", old)
        assert [m.native_id for m in received(page, cursor=mark)][-1] == late

    def test_posts_older_than_a_month_are_not_looked_at_and_that_is_said(self, page):
        page.add_comment(1, "spät", page.add_post("100_7", minute(-60 * 24 * 40)))
        assert received(page) == []
        assert "comments_on_old_posts" in page.connect().blind()

    def test_comments_of_all_posts_come_in_the_order_of_their_time(self, page):
        page.page_size = 2
        posts = [POST, page.add_post("100_2", minute(-50)), page.add_post("100_3", minute(-40))]
        for number in range(1, 22):
            page.add_comment(number, str(number), posts[number % 3])
        assert [m.text for m in received(page)] == [str(n) for n in range(1, 22)]

    def test_what_lies_deeper_than_the_expansion_is_fetched_by_paging(self, page):
        for number in range(1, 70):
            page.add_comment(number, str(number))
        assert len(received(page)) == 69
        deeper = [asked for asked in page.asked if asked.path.endswith(f"/{POST}/comments")]
        assert [asked.query["filter"] for asked in deeper] == ["stream", "stream"]

    def test_an_answer_to_an_answer_names_the_comment_and_the_post_above_it(self, page):
        first = page.add_comment(1, "erster")
        page.add_comment(2, "zweiter", parent={"id": first})
        page.add_comment(3, "dritter", parent={"id": first})
        assert [(m.parent, m.thread, m.kind) for m in received(page)] == [
            (POST, POST, Kind.COMMENT),
            (first, POST, Kind.COMMENT),
            (first, POST, Kind.COMMENT),
        ]

    def test_a_flood_on_one_post_leaves_a_gap_whose_filling_goes_on_where_it_stopped(self, page, monkeypatch):
        page.page_size = 5
        quiet = page.add_post("100_2", minute(-30))
        page.add_comment(1, "Anfang")
        mark = pieces(page)[-1].cursor
        monkeypatch.setattr(walk, "MOST_PAGES", 3)
        for number in range(10, 50):
            page.add_comment(number, str(number), POST if number % 8 else quiet)
        *_, checkpoint = pieces(page, cursor=mark)
        assert isinstance(checkpoint, Checkpoint)
        assert checkpoint.resume
        page.asked.clear()
        found, rest = self.filled(page, checkpoint)
        assert rest.missed_from is None
        assert {m.text for m in found} >= {str(n) for n in range(10, 30)}
        assert len(page.asked) < 12

    def filled(self, page, checkpoint):
        found = []
        for _ in range(9):
            gap = Gap(1, checkpoint.missed_from, checkpoint.missed_to, resume=checkpoint.resume)
            *messages, checkpoint = page.connect().fill("comments", gap)
            found += messages
            if checkpoint.missed_from is None:
                return found, checkpoint
        raise AssertionError(checkpoint)

    def test_what_came_in_the_same_second_is_not_lost_where_a_walk_stops(self, page, monkeypatch):
        page.page_size = 5
        other = page.add_post("100_2", minute(-30))
        page.add_comment(1, "Anfang")
        mark = pieces(page)[-1].cursor
        monkeypatch.setattr(walk, "MOST_PAGES", 2)
        for number in range(10, 40):
            page.add_comment(
                number, str(number), other if number % 2 else POST, created_time=as_told(minute(99))
            )
        *messages, checkpoint = pieces(page, cursor=mark)
        found, _ = self.filled(page, checkpoint)
        assert {m.text for m in messages + found} >= {str(n) for n in range(10, 40)}

    def test_a_way_on_that_is_not_ours_is_told(self, page):
        gap = Gap(1, minute(0), minute(9), resume="{not json")
        with pytest.raises(SchemaChanged, match="way on"):
            list(page.connect().fill("comments", gap))

    def test_own_posts_comments_and_messages_are_no_messages(self, page):
        own = {"from": {"id": PAGE, "name": "Polizei"}}
        page.add_comment(1, "von uns", **own)
        page.add_post("100_5", minute(1), ("feed", "visitor_posts"))
        page.add_post("9_5", minute(1), ("tagged",))
        page.add_message(1, "von uns", who=PAGE)
        assert [received(page, stream) for stream in page.connect().streams()] == [[], [], [], []]

    def test_a_writer_who_hides_from_apps_is_a_person_of_his_own(self, page):
        for number in (1, 2):
            page.add_comment(number, "wer?")
            del page.nodes[f"1_{number}"].fields["from"]
        first, second = received(page)
        assert first.author.handle == second.author.handle == "?"
        assert first.author.id != second.author.id

    def test_emoji_and_umlauts_are_no_mojibake(self, page):
        page.add_comment(1, "Größe 🏳️‍🌈 — „ja“", **{"from": {"id": "5", "name": "Jürgen Öz 🚲"}})
        (message,) = received(page)
        assert message.text == "Größe 🏳️‍🌈 — „ja“"
        assert message.author.name == "Jürgen Öz 🚲"
        assert "🏳️‍🌈".encode() in message.raw

    def test_pictures_films_and_stickers_keep_address_and_description(self, page):
        picture = {"media": {"image": {"src": "https://cdn.example/1.jpg"}}, "description": "Ein Fahrrad"}
        page.add_comment(1, "", attachment={**picture, "type": "photo", "url": "https://fb.example/1"})
        page.add_comment(2, "", attachment={**picture, "type": "sticker", "title": "Daumen"})
        film = {"type": "video_inline", "media": {"source": "https://cdn.example/2.mp4"}, "title": "Film"}
        page.add_comment(3, "", attachment=film)
        assert [m.attachments for m in received(page)] == [
            (Attachment("image", "https://cdn.example/1.jpg", "Ein Fahrrad"),),
            (Attachment("image", "https://cdn.example/1.jpg", "Ein Fahrrad"),),
            (Attachment("video", "https://cdn.example/2.mp4", "Film"),),
        ]

    def test_an_album_is_its_pictures(self, page):
        one = {"media_type": "photo", "media": {"image": {"src": "https://cdn.example/1.jpg"}}}
        album = {"data": [{"media_type": "album", "subattachments": {"data": [one, one]}}]}
        about = {"from": {"id": "5", "name": "A"}, "attachments": album}
        page.add_post("100_5", minute(1), ("visitor_posts",), **about)
        (message,) = received(page, "visitor_posts")
        assert message.attachments == (Attachment("image", "https://cdn.example/1.jpg"),) * 2

    def test_what_comes_with_a_direct_message_is_kept(self, page):
        data = [
            {"image_data": {"url": "https://cdn.example/1.jpg"}, "name": "bild"},
            {"video_data": {"url": "https://cdn.example/2.mp4"}},
            {"mime_type": "audio/mp4", "file_url": "https://cdn.example/3.m4a"},
            {"mime_type": "application/pdf", "file_url": "https://cdn.example/4.pdf", "name": "Anzeige.pdf"},
        ]
        shares = {"data": [{"link": "https://example.org", "name": "Seite"}]}
        sticker = "https://cdn.example/s.png"
        page.add_message(1, "", attachments={"data": data}, sticker=sticker, shares=shares)
        (message,) = received(page, "dms")
        assert [one.kind for one in message.attachments] == [
            "image",
            "video",
            "audio",
            "file",
            "image",
            "link",
        ]
        assert message.attachments[3].alt == "Anzeige.pdf"

    @pytest.mark.parametrize(
        "address", ["javascript:alert(1)", "/relative", "https://a b", 7, None, "x" * 9_000]
    )
    def test_an_odd_address_costs_no_message(self, page, address):
        page.add_comment(1, "Moin", odd={"permalink_url": address})
        assert [m.url for m in received(page)] == [""]

    @pytest.mark.parametrize(
        "odd", [None, 7, "x", [], [None], {"data": 7}, {"data": [None, 7, {"media": []}]}]
    )
    def test_no_shape_of_attachments_stops_the_stream(self, page, odd):
        page.add_comment(1, "Moin", odd={"attachment": odd, "from": odd, "parent": odd})
        page.add_message(1, "Moin", {"attachments": odd, "shares": odd, "sticker": odd, "to": odd})
        assert [m.text for m in received(page) + received(page, "dms")] == ["Moin", "Moin"]

    def test_a_field_that_we_do_not_know_gives_a_signal(self, page, caplog):
        page.add_comment(1, "Moin", odd={"brand_new": 1})
        with caplog.at_level(logging.WARNING):
            received(page)
        assert "brand_new" in caplog.text

    def test_a_conversation_with_more_than_the_network_gives_leaves_a_lost_interval(self, page):
        page.add_message(1, "Anfang", thread="t_1")
        mark = pieces(page, "dms")[-1].cursor
        for number in range(10, 40):
            page.add_message(number, str(number), thread="t_1")
        *messages, checkpoint = pieces(page, "dms", mark)
        assert [m.text for m in messages] == [str(n) for n in range(20, 40)]
        assert checkpoint.holes == (Hole(minute(1), minute(20), lost=True),)
        assert pieces(page, "dms", checkpoint.cursor)[-1].holes == ()

    def test_more_posts_than_we_look_beneath_leave_a_lost_interval(self, page, monkeypatch):
        monkeypatch.setattr(meta_listings, "MOST_ABOVE", 1)
        page.page_size = 2
        page.add_comment(1, "Anfang")
        mark = pieces(page)[-1].cursor
        for number in range(2, 9):
            page.add_post(f"100_{number}", minute(number))
        (hole,) = pieces(page, cursor=mark)[-1].holes
        assert (hole.start, hole.lost) == (minute(1), True)

    def test_a_first_pull_says_how_far_back_the_network_let_it_read(self, page):
        for number in range(10, 40):
            page.add_message(number, str(number), thread="t_1")
        page.add_message(5, "davor", thread="t_2")
        *messages, checkpoint = pieces(page, "dms")
        assert len(messages) == 21
        assert checkpoint.since == minute(20)

    def test_a_month_without_a_pull_is_told_as_lost(self, page):
        page.add_comment(1, "jetzt")
        *_, checkpoint = pieces(page, cursor=(datetime.now(UTC) - timedelta(days=45)).isoformat())
        assert checkpoint.lost
        assert datetime.now(UTC) - checkpoint.missed_to >= timedelta(days=29)

    def test_a_post_that_is_listed_and_unknown_blocks_no_other(self, page):
        page.page_size = 2
        for number in range(1, 6):
            page.add_comment(number, str(number))
        page.faults.extend([None, an_error(100, 33, "Unsupported get request")])
        assert [m.text for m in received(page)] == ["4", "5"]

    @pytest.mark.parametrize("stream", ["comments", "dms"])
    def test_what_stands_on_a_page_that_is_listed_and_not_given_is_told_as_lost(self, page, stream):
        page.page_size = 2
        add = page.add_comment if stream == "comments" else partial(page.add_message, thread="t_1")
        add(1, "Anfang")
        mark = pieces(page, stream)[-1].cursor
        for number in range(2, 7):
            add(number, str(number))
        page.faults.extend([None, an_error(100, 33, "Unsupported get request")])
        *messages, checkpoint = pieces(page, stream, mark)
        assert [m.text for m in messages] == ["5", "6"]
        assert checkpoint.holes == (Hole(minute(1), minute(5), lost=True),)
        assert pieces(page, stream, checkpoint.cursor)[-1].holes == ()

    def test_where_a_filling_that_went_on_is_not_given_more_the_rest_of_the_gap_is_lost(
        self, page, monkeypatch
    ):
        monkeypatch.setattr(walk, "MOST_PAGES", 1)
        page.page_size = 2
        page.add_comment(1, "Anfang")
        mark = pieces(page)[-1].cursor
        for number in range(2, 9):
            page.add_comment(number, str(number))
        missed = pieces(page, cursor=mark)[-1]
        page.faults.extend([None, an_error(100, 33, "Unsupported get request")])
        gap = Gap(1, missed.missed_from, missed.missed_to, resume=missed.resume)
        assert [*page.connect().fill("comments", gap)][-1].holes == (
            Hole(missed.missed_from, missed.missed_to, lost=True),
        )


class TestTroubles:
    @pytest.mark.parametrize(
        ("code", "sub", "kind", "told"),
        [
            (190, 463, AuthExpired, "ran out"),
            (190, 460, AuthExpired, "password was changed"),
            (190, 458, AuthExpired, "app was removed"),
            (190, None, AuthExpired, "connect the account again"),
            (102, None, AuthExpired, "connect the account again"),
            (10, None, AuthExpired, "grant the permission"),
            (200, None, AuthExpired, "grant the permission"),
            (4, None, RateLimited, "too often"),
            (17, None, RateLimited, "too often"),
            (32, None, RateLimited, "too often"),
            (613, None, RateLimited, "too often"),
            (2, None, Transient, "next poll"),
            (100, None, SchemaChanged, "does not know"),
        ],
    )
    @pytest.mark.parametrize("status", [400, 403])
    def test_the_codes_of_the_graph_mean_what_they_say(self, page, code, sub, kind, told, status):
        page.faults.append(
            an_error(code, sub, f"Error with token {TOKEN}" if code == 190 else "(#1)", status)
        )
        with pytest.raises(kind, match=told) as error:
            pieces(page)
        assert TOKEN not in str(error.value)

    @pytest.mark.parametrize(
        "error", [{}, {"code": []}, {"code": {"a": 1}, "error_subcode": []}, {"message": 7}]
    )
    def test_an_error_without_form_is_told_too(self, page, error):
        page.faults.append(Answered({"error": error}, 400))
        with pytest.raises(SchemaChanged):
            pieces(page)

    def test_an_error_that_is_answered_as_success_is_no_success(self, page):
        page.faults.append(an_error(190, 463, status=200))
        with pytest.raises(AuthExpired):
            pieces(page)

    @pytest.mark.parametrize("answer", [[], 7, None, "x", {"data": {}}, {"data": None}, {}])
    def test_an_answer_without_a_list_is_told(self, page, answer):
        page.faults.append(Answered(answer))
        with pytest.raises(SchemaChanged):
            pieces(page)

    def test_usage_is_told_to_the_meter_in_hundredths(self, page):
        meter = Noting()
        business = {"17": [{"call_count": 28, "total_time": 96, "estimated_time_to_regain_access": 12}]}
        headers = {"X-App-Usage": '{"call_count":91}', "X-Business-Use-Case-Usage": json.dumps(business)}
        page.faults.append(Answered({"data": []}, 200, headers))
        list(page.connect(meter).pull("visitor_posts", ""))
        assert meter.asked == [("visitor_posts", 25, 0)]
        ((what, reads, writes, remaining, reset_at),) = meter.heard
        assert (what, reads, writes, remaining) == ("visitor_posts", 0, 0, 4)
        assert timedelta(minutes=11) < reset_at - datetime.now(UTC) <= timedelta(minutes=12)

    @pytest.mark.parametrize(
        "header", ["", "{", "[]", '{"17": 7}', '{"17": [{"call_count": []}]}', '{"1":[NaN]}']
    )
    def test_usage_that_makes_no_sense_is_no_usage(self, page, header):
        meter = Noting()
        page.faults.append(Answered({"data": []}, 200, {"X-Business-Use-Case-Usage": header}))
        list(page.connect(meter).pull("visitor_posts", ""))
        assert meter.heard == [("visitor_posts", 0, 0, None, None)]

    def test_the_meter_hears_that_nothing_is_left(self, page):
        meter = Noting()
        page.faults.append(page.limited(datetime.now(UTC) + timedelta(minutes=7)))
        with pytest.raises(RateLimited):
            list(page.connect(meter).pull("comments", ""))
        assert meter.heard[0][3] == 0

    def test_the_proof_of_the_app_is_sent_and_the_key_stands_in_no_address(self, page):
        page.add_comment(1, "Moin")
        received(page)
        proof = hmac.new(SECRET.encode(), TOKEN.encode(), hashlib.sha256).hexdigest()
        assert {asked.query["appsecret_proof"] for asked in page.asked} == {proof}
        assert not any(TOKEN in str(asked.query) + asked.path for asked in page.asked)

    def test_without_a_secret_no_proof_is_sent(self, page):
        list(page.connect(app_secret="").pull("tags", ""))
        assert "appsecret_proof" not in page.asked[0].query

    @pytest.mark.parametrize("key", ["", "secret", "[]", '{"access_token": "secret"}', '{"access_token": 7}'])
    def test_a_key_that_is_none_is_refused_without_showing_it(self, key):
        with pytest.raises(AuthExpired, match="connect the account again") as error:
            Facebook(a_plain_account(Platform.FACEBOOK), key, Unmetered())
        assert "secret" not in str(error.value)


class TestRecheck:
    def test_all_sorts_are_asked_for_together_and_only_the_gone_one_is_deleted(self, page):
        comments = [page.add_comment(number, str(number)) for number in range(1, 9)]
        post = page.add_post("100_5", minute(1), ("visitor_posts",), **{"from": {"id": "5", "name": "A"}})
        message = page.add_message(1, "Moin")
        page.delete(comments[3])
        answers = {a.native_id: a for a in page.connect().recheck([*comments, post, message])}
        gone = [a.native_id for a in answers.values() if isinstance(a, Deleted)]
        assert gone == [comments[3]]
        assert all(isinstance(answers[one], Received) for one in answers.keys() - gone)
        assert len(page.asked) < 12

    def test_an_edited_comment_comes_with_its_new_words(self, page):
        native_id = page.add_comment(1, "alt")
        page.edit(native_id, "neu")
        (answer,) = page.connect().recheck([native_id])
        assert (answer.text, answer.thread) == ("neu", POST)

    def test_without_the_permission_nothing_is_deleted(self, page):
        native_id = page.add_comment(1, "da")
        gone = an_error(100, 33, "does not exist, cannot be loaded due to missing permissions")
        page.faults.extend([gone, an_error(10, message="(#10) requires pages_read_engagement")])
        with pytest.raises(AuthExpired):
            list(page.connect().recheck([native_id]))

    @pytest.mark.parametrize(
        "native_id", ["m_gone", "tag:9_1", "1/2", "..", "me?fields=x", "100 _1", "1_2,3_4"]
    )
    def test_not_found_is_no_proof_and_odd_ids_are_never_asked_for(self, page, native_id):
        assert list(page.connect().recheck([native_id])) == [Unknown(native_id)]
        assert all(asked.query.get("ids", "m_gone") == "m_gone" for asked in page.asked)


class TestReplies:
    def test_a_public_answer_stands_beneath_the_comment_and_is_no_message(self, page):
        native_id = page.add_comment(1, "Danke!")
        sent = page.connect().reply(a_draft(native_id))
        assert page.writes == [(native_id, "comments", {"message": "Gern geschehen! 🚓"})]
        assert page.nodes[sent.native_id].fields["parent"] == {"id": native_id}
        assert [m.native_id for m in received(page)] == [native_id]

    @pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.DM])
    def test_a_crash_after_sending_never_sends_twice(self, page, kind):
        to, thread = page.add_comment(1, "Danke!"), POST
        if kind is Kind.DM:
            to, thread = page.add_message(1, "Danke!", thread="t_1"), "t_1"
        draft = a_draft(to, kind, thread, author="3001")
        first = page.connect().reply(draft)
        assert page.connect().reply(draft).native_id == first.native_id
        assert page.connect().sent(draft).native_id == first.native_id
        assert len(page.writes) == 1

    def test_an_answer_cut_off_by_the_network_is_found_again(self, page):
        native_id = page.add_comment(1, "Danke!")
        draft, connector = a_draft(native_id), page.connect()
        answer, page.answer = page.answer, lambda asked: (answer(asked), HTML_502)[asked.method == "POST"]
        with pytest.raises(Transient):
            connector.reply(draft)
        assert connector.reply(draft) == connector.sent(draft)
        assert len(page.writes) == 1

    def test_an_answer_to_an_answer_is_found_beside_it(self, page):
        first = page.add_comment(1, "Danke!")
        second = page.add_comment(2, "Wofür?", parent={"id": first})
        draft = a_draft(second)
        sent = page.connect().reply(draft)
        assert page.connect().sent(draft).native_id == sent.native_id

    def test_the_same_words_of_last_week_are_another_answer(self, page):
        native_id = page.add_comment(1, "Danke!")
        own = {"from": {"id": PAGE, "name": "Polizei"}}
        page.add_comment(2, "Gern geschehen! 🚓", **own)
        assert page.connect().sent(a_draft(native_id)) is None

    def test_the_same_words_of_a_citizen_are_not_ours(self, page):
        native_id = page.add_comment(1, "Danke!")
        page.add_comment(2, "Gern geschehen! 🚓", created_time=as_told(datetime.now(UTC)))
        assert page.connect().sent(a_draft(native_id)) is None

    def test_a_direct_message_is_a_response_to_the_citizen(self, page):
        to = page.add_message(1, "Hallo?", thread="t_1")
        page.connect().reply(a_draft(to, Kind.DM, "t_1", author="3001"))
        ((node, edge, form),) = page.writes
        assert (node, edge, form["messaging_type"]) == (PAGE, "messages", "RESPONSE")
        assert json.loads(form["recipient"]) == {"id": "3001"}

    def test_a_comment_may_be_answered_in_private(self, page):
        native_id = page.add_comment(1, "Wo wohnt ihr?")
        draft = a_draft(native_id, Kind.DM)
        page.connect().reply(draft)
        assert json.loads(page.writes[0][2]["recipient"]) == {"comment_id": native_id}

    def test_after_a_day_the_window_is_closed_and_that_is_said_in_plain_words(self, page):
        to = page.add_message(1, "Hallo?", thread="t_1")
        page.faults.extend(
            [None, an_error(10, 2018278, "(#10) This message is sent outside of allowed window")]
        )
        with pytest.raises(Refused, match="24 hours"):
            page.connect().reply(a_draft(to, Kind.DM, "t_1"))

    def test_what_the_network_does_not_take_is_refused_with_its_reason(self, page):
        native_id = page.add_comment(1, "Danke!")
        page.faults.extend([None, an_error(200, message="(#200) Comments are closed")])
        with pytest.raises(Refused, match="Comments are closed"):
            page.connect().reply(a_draft(native_id))

    def test_an_answer_to_something_gone_is_refused(self, page):
        page.delete(POST)
        with pytest.raises(Refused, match="did not take it"):
            page.connect().reply(a_draft("1_1"))

    @pytest.mark.parametrize("to", ["../me", "1/comments", "", "1?x=1"])
    def test_an_id_that_leads_elsewhere_is_refused(self, page, to):
        with pytest.raises(Refused):
            page.connect().reply(a_draft(to))
        assert page.writes == []


def test_own_posts_come_with_their_figures(page):
    page.nodes[POST].fields["shares"] = {"count": 3}
    page.behind(POST, "reactions", "a", "b")
    page.add_comment(1, "Danke!")
    post, followers = page.connect().metrics()
    assert post == OwnPost(
        POST, minute(-60), "Heute auf Streife", f"https://www.facebook.com/{POST}", 2, 1, 3
    )
    assert followers == Followers(4321)
