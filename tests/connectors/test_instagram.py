"""The Instagram account against the suite and its own special ways."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from casework.account import Gap
from casework.errors import AuthExpired, Refused, SchemaChanged, Transient
from casework.labels import Kind
from casework.message import Attachment, Author, Deleted, Received, Unknown
from casework.outgoing import Followers, Outgoing, OwnPost
from connectors import instagram_items
from tests.contracts.network import NetworkContract
from tests.networks.graph import TOKEN, an_error, as_told
from tests.networks.instagram import (
    ELSEWHERE,
    HANDLE,
    ME,
    MEDIA,
    PAGE,
    DirectMessages,
    InstagramStub,
    Mentions,
    Tags,
)
from tests.networks.stub import HTML_502, minute, serving


class TestComments(NetworkContract):
    new_stub = InstagramStub


class TestTags(NetworkContract):
    new_stub = Tags


class TestDirectMessages(NetworkContract):
    new_stub = DirectMessages


class TestMentions(NetworkContract):
    new_stub = Mentions


@pytest.fixture
def network():
    with serving(InstagramStub()) as stub:
        yield stub


def pieces(network, stream="comments", cursor=""):
    return list(network.connect().pull(stream, cursor))


def received(network, stream="comments", cursor=""):
    return [piece for piece in pieces(network, stream, cursor) if isinstance(piece, Received)]


def hole_of(connector, cursor):
    """Where mentions are missing that cannot be read."""
    told = []
    with suppress(SchemaChanged):
        told.extend(connector.pull("mentions", cursor))
    return told[-1].holes


def a_draft(to, kind=Kind.COMMENT, thread=MEDIA, text="Gern geschehen! 🚓", author="3001"):
    return Outgoing("draft-1", kind, text, to, thread, Author(author, author), datetime.now(UTC))


class TestWhatIsRead:
    def test_an_answer_names_the_comment_and_the_post_above_it(self, network):
        first = network.add_comment(1, "erster")
        network.add_comment(2, "zweiter", first)
        assert [(m.text, m.parent, m.thread) for m in received(network)] == [
            ("erster", MEDIA, MEDIA),
            ("zweiter", first, MEDIA),
        ]

    def test_more_answers_than_the_expansion_holds_are_fetched(self, network):
        network.page_size = 3
        first = network.add_comment(1, "erster")
        for number in range(2, 12):
            network.add_comment(number, str(number), first)
        assert len(received(network)) == 11

    def test_more_answers_than_we_ask_for_are_told_as_lost(self, network, monkeypatch):
        monkeypatch.setattr(instagram_items, "PAGES_OF_REPLIES", 1)
        network.page_size = 3
        first = network.add_comment(1, "erster")
        mark = pieces(network)[-1].cursor
        for number in range(2, 12):
            network.add_comment(number, str(number), first)
        (hole,) = pieces(network, cursor=mark)[-1].holes
        assert (hole.start, hole.lost) == (minute(1), True)

    def test_answers_that_are_listed_and_not_given_hide_no_other_and_are_told_as_lost(self, network):
        network.page_size = 3
        first = network.add_comment(1, "erster")
        mark = pieces(network)[-1].cursor
        for number in range(2, 12):
            network.add_comment(number, str(number), first)
        network.add_comment(20, "Notruf")
        network.faults.extend([None, None, an_error(100, 33, "Unsupported get request")])
        *messages, checkpoint = pieces(network, cursor=mark)
        assert {m.text for m in messages} == {"erster", "Notruf", *map(str, range(6, 12))}
        (hole,) = checkpoint.holes
        assert (hole.start, hole.lost) == (minute(1), True)
        assert hole.end > minute(5)

    def test_a_new_answer_to_a_comment_of_weeks_ago_is_found_from_the_mark(self, network):
        old = network.add_media("1790", minute(-60 * 24 * 25))
        first = network.add_comment(-60 * 24 * 24, "erster", old)
        network.page_size = 2
        for number in range(1, 200, 10):
            network.add_comment(number, "mehr")
        mark = pieces(network)[-1].cursor
        late = network.add_comment(300, "spät", first)
        assert late in {m.native_id for m in received(network, cursor=mark)}

    def test_a_poisoned_answer_hides_neither_its_comment_nor_its_brothers(self, network):
        first = network.add_comment(1, "erster")
        network.add_comment(2, "giftig", first, odd={"text": 7})
        network.add_comment(3, "dritter", first)
        texts = []
        with pytest.raises(SchemaChanged, match="1 could not be read; the first: text is missing"):
            texts.extend(p.text for p in network.connect().pull("comments", "") if isinstance(p, Received))
        assert texts == ["erster", "dritter"]

    @pytest.mark.parametrize("odd", [None, 7, "x", [], {"data": 7}, {"data": [None, 7]}, {"paging": []}])
    def test_no_shape_of_answers_hides_the_comment(self, network, odd):
        network.add_comment(1, "Moin", odd={"replies": odd, "from": odd})
        told = network.connect().pull("comments", "")
        assert next(told).text == "Moin"

    def test_own_comments_answers_and_messages_are_no_messages(self, network):
        first = network.add_comment(1, "von uns", who=HANDLE)
        network.add_comment(2, "auch", first, **{"from": {"id": ME}})
        network.add_media("1795", minute(3), "tags")
        network.add_message(1, "von uns", who=ME)
        assert [received(network, stream) for stream in network.connect().streams()] == [[], [], [], []]

    def test_a_writer_is_named_also_where_only_the_name_is_told(self, network):
        native_id = network.add_comment(1, "Moin")
        del network.nodes[native_id].fields["from"]
        (message,) = received(network)
        assert (message.author.id, message.author.handle) == ("nachbarin", "nachbarin")

    def test_a_tagged_picture_keeps_its_description(self, network):
        about = {"username": "nachbarin", "media_url": "https://cdn.example/1.jpg", "alt_text": "Ein Fahrrad"}
        network.add_media("1795", minute(3), "tags", **about)
        (message,) = received(network, "tags")
        assert message.attachments == (Attachment("image", "https://cdn.example/1.jpg", "Ein Fahrrad"),)
        assert (message.native_id, message.kind) == ("tag:1795", Kind.POST)

    def test_a_story_that_names_the_account_and_an_unsupported_message_are_kept(self, network):
        network.add_message(1, "", story={"mention": {"link": "https://cdn.example/s", "id": "1"}})
        unsupported = network.add_message(2, "", is_unsupported=True)
        del network.nodes[unsupported].fields["message"]
        first, second = received(network, "dms")
        assert first.attachments == (Attachment("link", "https://cdn.example/s"),)
        assert second.text == ""

    def test_what_is_never_seen_is_said(self, network):
        assert {"mentions", "stories", "private_accounts", "older_dms"} <= set(network.connect().blind())


class TestWhatIsAnnounced:
    def test_a_comment_that_names_the_account_stands_beneath_the_other_post(self, network):
        native_id = network.add_mention(1, "Hallo @polizei.musterstadt")
        (message,) = received(network, "mentions")
        assert (message.native_id, message.thread, message.parent) == (native_id, ELSEWHERE, ELSEWHERE)
        assert (message.kind, message.author.handle) == (Kind.COMMENT, "nachbarin")
        assert message.url == f"https://www.instagram.com/p/{ELSEWHERE}/"

    def test_a_caption_that_names_the_account_is_the_post_that_a_tag_would_bring(self, network):
        about = {"caption": "Danke, @polizei", "username": "nachbarin", "media_url": "https://cdn.example/1"}
        network.add_media("1795", minute(3), "elsewhere", **about)
        network.announce("media:1795")
        (message,) = received(network, "mentions")
        assert (message.native_id, message.text, message.kind) == ("tag:1795", "Danke, @polizei", Kind.POST)

    def test_beneath_an_own_post_it_is_the_comment_that_the_comments_bring(self, network):
        native_id = network.add_comment(1, "Hallo @polizei.musterstadt")
        network.nodes[native_id].fields["media"] = network.shown_media(MEDIA)
        network.announce(f"comment:{native_id}")
        assert [m.native_id for m in received(network, "mentions")] == [native_id]

    def test_what_is_gone_meanwhile_hides_no_other(self, network):
        network.add_mention(1, "davor")
        network.announce("comment:404")
        network.add_mention(2, "danach")
        assert [m.text for m in received(network, "mentions")] == ["davor", "danach"]

    def test_where_a_field_is_refused_what_metas_page_promises_is_asked_for(self, network):
        network.add_mention(1, "Moin")
        network.faults.append(an_error(100, message="(#100) Tried accessing nonexisting field (from)"))
        assert [m.text for m in received(network, "mentions")] == ["Moin"]

    def test_one_that_the_key_may_not_see_hides_no_other_and_is_missed_until_it_may(self, network):
        connector, mark = network.connect(), (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
        hidden, shown = network.add_mention(1, "Notruf"), network.add_mention(2, "danach")
        real, may_not = network.answer, [hidden.removeprefix("mention:")]
        network.answer = lambda asked: (
            an_error(10) if f"({may_not[0]})" in asked.query.get("fields", "") else real(asked)
        )
        told = []
        with pytest.raises(SchemaChanged, match="grant the permission"):
            told.extend(connector.pull("mentions", mark))
        assert [piece.native_id for piece in told[:-1]] == [shown]
        (hole,) = told[-1].holes
        gap = Gap(1, hole.start, hole.end, retry_at=hole.end)
        assert [*connector.fill("mentions", gap)][-1].holes
        may_not[0] = "nobody"
        assert hidden in [p.native_id for p in connector.fill("mentions", gap) if isinstance(p, Received)]

    def test_a_key_that_may_see_nothing_is_told_as_such(self, network):
        network.add_mention(1, "Moin")
        network.faults.extend([an_error(10)] * 3)
        with pytest.raises(AuthExpired, match="grant the permission"):
            pieces(network, "mentions")

    def test_an_own_mention_is_no_message(self, network):
        network.add_mention(1, "von uns", username=HANDLE, **{"from": {"id": ME}})
        assert received(network, "mentions") == []

    def test_it_is_known_from_the_first_look_on_and_not_asked_for_again(self, network):
        first = pieces(network, "mentions")[-1]
        assert datetime.now(UTC) - first.since < timedelta(minutes=1)
        network.add_mention(1, "neu")
        later = (datetime.now(UTC) + timedelta(minutes=5)).isoformat()
        assert [m.text for m in received(network, "mentions", first.cursor)] == ["neu"]
        network.asked.clear()
        pieces(network, "mentions", later)
        assert network.asked == []

    @pytest.mark.parametrize(("ago", "missed"), [(timedelta(hours=30), 30), (timedelta(days=400), 0)])
    def test_what_cannot_be_read_is_missed_when_it_was_written_unless_that_is_long_ago(
        self, network, ago, missed
    ):
        now = datetime.now(UTC)
        network.add_mention(1, "", odd={"text": 7}, timestamp=as_told(now - ago))
        (hole,) = hole_of(network.connect(), (now - timedelta(days=3)).isoformat())
        assert hole.start < now - timedelta(hours=missed) < hole.end

    def test_what_was_announced_longer_ago_than_we_keep_it_is_lost(self, network):
        months_ago = datetime.now(UTC) - timedelta(days=100)
        (told,) = pieces(network, "mentions", months_ago.isoformat())
        assert (told.lost, told.missed_from) == (True, months_ago)
        assert datetime.now(UTC) - told.missed_to < timedelta(days=91)

    def test_on_somebody_elses_post_nothing_is_answered_and_that_is_said(self, network):
        to = network.add_mention(1, "Hallo?")
        with pytest.raises(Refused, match="use the app"):
            network.connect().reply(a_draft(to, thread=ELSEWHERE))
        assert list(network.connect().recheck([to])) == [Unknown(to)]


class TestNotices:
    def test_the_page_is_subscribed_to_what_its_streams_are_woken_by(self, network):
        network.connect().subscribe()
        assert network.subscribed == [(PAGE, "feed,mention,messages")]

    def test_where_a_permission_is_missing_at_least_the_page_itself_is(self, network):
        network.faults.append(an_error(200, message="(#200) pages_messaging is needed"))
        network.connect().subscribe()
        assert network.subscribed == [(PAGE, "feed")]


class TestTroubles:
    @pytest.mark.parametrize("missing", ["ig_user_id", "page_id", "access_token"])
    def test_a_key_without_a_field_names_it(self, network, missing):
        with pytest.raises(AuthExpired, match=missing) as error:
            network.connect(**{missing: ""})
        assert TOKEN not in str(error.value)


class TestRecheck:
    def test_what_was_deleted_edited_or_cannot_be_asked_for_is_told(self, network):
        gone, edited = network.add_comment(1, "weg"), network.add_comment(2, "alt")
        answer = network.add_comment(3, "Antwort", edited)
        message = network.add_message(1, "Moin")
        network.delete(gone)
        network.edit(edited, "neu")
        answers = {
            a.native_id: a for a in network.connect().recheck([gone, edited, answer, message, "tag:1"])
        }
        assert (answers[gone], answers["tag:1"]) == (Deleted(gone), Unknown("tag:1"))
        assert (answers[edited].text, answers[answer].parent) == ("neu", edited)
        assert answers[answer].thread == MEDIA
        assert answers[message].text == "Moin"

    def test_a_message_that_is_not_found_is_not_taken_for_deleted(self, network):
        assert list(network.connect().recheck(["aWdfold"])) == [Unknown("aWdfold")]


class TestReplies:
    @pytest.mark.parametrize("deep", [False, True])
    def test_a_crash_after_a_public_answer_never_sends_twice(self, network, deep):
        to = first = network.add_comment(1, "Danke!")
        if deep:
            to = network.add_comment(2, "Wofür?", first)
        draft, connector = a_draft(to), network.connect()
        answer = network.answer
        network.answer = lambda asked: (answer(asked), HTML_502)[asked.method == "POST"]
        with pytest.raises(Transient, match="next poll"):
            connector.reply(draft)
        network.answer = answer
        sent = network.connect().reply(draft)
        assert network.nodes[sent.native_id].fields["parent_id"] == first
        assert len(network.writes) == 1

    def test_a_direct_message_goes_through_the_page_and_is_sent_once(self, network):
        to = network.add_message(1, "Hallo?", thread="aWdfthread")
        draft = a_draft(to, Kind.DM, "aWdfthread")
        assert network.connect().reply(draft) == network.connect().reply(draft)
        ((node, edge, form),) = network.writes
        assert (node, edge, json.loads(form["recipient"])) == (PAGE, "messages", {"id": "3001"})

    def test_after_a_day_the_window_is_closed(self, network):
        to = network.add_message(1, "Hallo?", thread="aWdfthread")
        network.faults.extend([None, an_error(10, 2534022, "outside of allowed window")])
        with pytest.raises(Refused, match="24 hours"):
            network.connect().reply(a_draft(to, Kind.DM, "aWdfthread"))

    def test_a_tagging_post_cannot_be_answered_and_that_is_said(self, network):
        with pytest.raises(Refused, match="use the app"):
            network.connect().reply(a_draft("tag:1795", thread="tag:1795"))


def test_own_posts_come_with_their_figures(network):
    post, followers = network.connect().metrics()
    link = f"https://www.instagram.com/p/{MEDIA}/"
    assert post == OwnPost(MEDIA, minute(-60), "Heute auf Streife", link, likes=5, replies=2)
    assert followers == Followers(987)


def test_the_window_of_a_month_is_said_by_the_first_pull(network):
    network.add_comment(1, "Moin")
    assert datetime.now(UTC) - pieces(network)[-1].since > timedelta(days=29)
