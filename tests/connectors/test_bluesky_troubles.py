"""The troubles that the real network never makes on request, over real HTTP on loopback."""

import json
from datetime import UTC, datetime

import pytest

from casework import intake
from casework.account import Account, Gap, Stream
from casework.errors import AuthExpired, RateLimited, SchemaChanged, StreifeError, Transient
from casework.labels import Kind, Platform
from casework.message import Checkpoint, Deleted, Message, Received, Unknown
from connectors import walk
from connectors.bluesky import Bluesky
from tests.builders import a_stream, an_account
from tests.connectors.at_server import LIST, LOGIN, POSTS, RECORD, answer, notification, serving
from tests.contracts.connector import ConnectorContract


@pytest.fixture
def at():
    with serving() as (server, url):
        server.url = url
        yield server


@pytest.fixture
def connect(at):
    return lambda: Bluesky(Account(Platform.BLUESKY, "o.test", 1, 1, at.url), "secret-of-o")


@pytest.fixture
def connector(connect):
    return connect()


def told(connector, cursor=""):
    """Pieces handed out, and the error at the end if there was one."""
    pieces = []
    try:
        for piece in connector.pull("mentions", cursor):
            pieces.append(piece)
    except StreifeError as error:
        return pieces, error
    return pieces, None


def numbers(pieces):
    return [int(p.native_id[-5:]) for p in pieces if isinstance(p, Received)]


def newest_first(*wanted):
    return [notification(n) for n in sorted(wanted, reverse=True)]


class TestBlueskyOnLoopback(ConnectorContract):
    @pytest.fixture
    def connector(self, at, connect):
        at.page_size, at.notifications = 2, newest_first(1, 2, 3, 4, 5)
        return connect()

    @pytest.fixture
    def account(self, store):
        with store.begin() as work:
            return an_account(work)


class TestTheWalk:
    def test_it_hands_out_the_oldest_first_and_marks_the_newest(self, at, connector):
        at.notifications, at.page_size = newest_first(1, 2, 3), 2
        pieces, _ = told(connector)
        assert numbers(pieces) == [1, 2, 3]
        assert pieces[-1] == Checkpoint("2026-03-01T12:03:00+00:00")

    def test_it_stops_an_hour_below_the_mark(self, at, connector):
        at.notifications, at.page_size = newest_first(*range(1, 400)), 10
        _, mark = told(connector)[0][-2:]
        at.notifications, at.asked = newest_first(*range(1, 404)), []
        pieces, _ = told(connector, mark.cursor)
        assert at.asked.count(LIST) == 7
        assert numbers(pieces) == [*range(334, 404)]

    def test_a_message_dated_back_by_its_writers_clock_is_not_lost(self, at, connector):
        at.notifications, at.page_size = newest_first(*range(1, 200, 2)), 5
        mark = told(connector)[0][-1]
        at.notifications = newest_first(*range(1, 200, 2), 150, 201)
        assert 150 in numbers(told(connector, mark.cursor)[0])

    def test_equal_times_at_the_mark_are_not_lost(self, at, connector):
        at.notifications = newest_first(1, 2, 3)
        mark = told(connector)[0][-1]
        twin = notification(4, indexedAt=at.notifications[0]["indexedAt"])
        at.notifications = [*at.notifications, twin]
        assert 4 in numbers(told(connector, mark.cursor)[0])

    def test_a_page_too_many_is_a_gap_in_the_store(self, at, connector, store, monkeypatch):
        monkeypatch.setattr(walk, "MOST_PAGES", 3)
        at.notifications, at.page_size = newest_first(1, 2), 2
        with store.begin() as work:
            account = an_account(work)
            stream = a_stream(work, account, name="mentions")
        intake.collect(store, connector, account, stream)
        at.notifications = newest_first(*range(1, 21))
        with store.begin() as work:
            stream = work.get(Stream, stream.id)
        intake.collect(store, connector, account, stream)
        with store.begin() as work:
            assert [(g.missed_from, g.missed_to) for g in work.find(Gap)] == [
                (datetime(2026, 3, 1, 12, 2, tzinfo=UTC), datetime(2026, 3, 1, 12, 15, tzinfo=UTC))
            ]
            kept = {int(m.native_id[-5:]) for m in work.find(Message)}
            assert kept == {1, 2, *range(15, 21)}
            assert work.get(Stream, stream.id).cursor == "2026-03-01T12:20:00+00:00"

    def test_the_first_pull_is_bounded_and_leaves_no_gap(self, at, connector, monkeypatch):
        monkeypatch.setattr(walk, "FIRST_PAGES", 2)
        at.notifications, at.page_size = newest_first(*range(1, 11)), 2
        pieces, error = told(connector)
        assert numbers(pieces) == [7, 8, 9, 10]
        assert (pieces[-1].missed_from, error) == (None, None)

    def test_an_error_amid_the_walk_keeps_what_was_read_and_the_next_pull_loses_nothing(
        self, at, connector, store
    ):
        at.notifications, at.page_size = newest_first(1, 2, 3, 4, 5), 2
        page = answer({"notifications": at.notifications[:2], "cursor": "2"})
        at.queue(LIST, page, answer(b"<html>Bad gateway</html>", 502, content_type="text/html"))
        with store.begin() as work:
            account = an_account(work)
            stream = a_stream(work, account, name="mentions")
        with pytest.raises(Transient):
            intake.collect(store, connector, account, stream)
        with store.begin() as work:
            assert len(work.find(Message)) == 2
            stream = work.get(Stream, stream.id)
        intake.collect(store, connector, account, stream)
        with store.begin() as work:
            assert len(work.find(Message)) == 5
            assert work.find(Gap) == []

    def test_an_error_before_anything_was_read_hands_out_no_checkpoint(self, at, connector):
        at.queue(LIST, answer({"error": "InternalServerError"}, 500))
        assert told(connector)[0] == []

    def test_an_empty_page_with_a_cursor_is_not_the_end(self, at, connector):
        at.notifications = newest_first(1)
        at.queue(LIST, answer({"notifications": [], "cursor": "0"}))
        assert numbers(told(connector)[0]) == [1]

    def test_an_account_without_mentions_keeps_its_empty_mark(self, connector):
        assert told(connector) == ([Checkpoint("")], None)

    def test_a_date_in_the_future_never_moves_the_mark_ahead_of_our_clock(self, at, connector):
        at.notifications = [notification(2, indexedAt="2999-01-01T00:00:00Z"), notification(1)]
        pieces, _ = told(connector)
        assert datetime.fromisoformat(pieces[-1].cursor) <= datetime.now(UTC)
        assert all(p.sent_at <= datetime.now(UTC) for p in pieces[:-1])

    def test_it_logs_in_once(self, at, connector):
        at.notifications = newest_first(1)
        told(connector)
        told(connector)
        assert at.asked.count(LOGIN) == 1


class TestTroubles:
    def test_asked_too_often_says_until_when(self, at, connector):
        at.queue(LIST, answer({"error": "RateLimitExceeded"}, 429, ratelimit_reset="1800000000"))
        error = told(connector)[1]
        assert isinstance(error, RateLimited)
        assert error.reset_at == datetime.fromtimestamp(1_800_000_000, UTC)

    @pytest.mark.parametrize("header", [{}, {"ratelimit_reset": "soon"}, {"ratelimit_reset": "9" * 30}])
    def test_asked_too_often_without_a_time_is_no_other_error(self, at, connector, header):
        at.queue(LIST, answer(b"slow down", 429, content_type="text/plain", **header))
        error = told(connector)[1]
        assert isinstance(error, RateLimited)
        assert error.reset_at is None

    @pytest.mark.parametrize(
        "trouble",
        [
            answer(b"<html>Bad gateway</html>", 502, content_type="text/html"),
            answer([{"error": "oops"}], 500),
            answer({"error": "InternalServerError"}, 503),
            answer(b"<html>Welcome to our hotel</html>", 200, content_type="text/html"),
            answer(b'{"notifications": [{"uri": "at://', 200),
            answer(b"", 200),
            answer(b'{"notifications": []', 200, content_length="500"),
        ],
    )
    def test_a_server_in_trouble_is_transient(self, at, connector, trouble):
        at.queue(LIST, trouble)
        assert isinstance(told(connector)[1], Transient)
        at.queue(LIST, answer({"notifications": []}))
        assert told(connector)[1] is None

    @pytest.mark.parametrize("thing", [[], {}, {"notifications": {}}, {"items": []}, 7, None])
    def test_an_answer_of_an_unknown_form_is_named(self, at, connector, thing):
        at.queue(LIST, answer(thing))
        assert isinstance(told(connector)[1], SchemaChanged)

    def test_nobody_there_is_transient(self):
        nowhere = Bluesky(Account(Platform.BLUESKY, "o.test", 1, 1, "http://127.0.0.1:1"), "secret-of-o")
        assert isinstance(told(nowhere)[1], Transient)

    @pytest.mark.parametrize("url", ["http://[", "nonsense", "ftp://127.0.0.1"])
    def test_an_address_that_is_none_is_a_clear_error(self, url):
        assert isinstance(told(Bluesky(Account(Platform.BLUESKY, "o", 1, 1, url), "x"))[1], Transient)

    @pytest.mark.parametrize(
        "refusal",
        [
            answer({"error": "AuthenticationRequired", "message": "Invalid identifier or password"}, 401),
            answer({"error": "AuthFactorTokenRequired"}, 401),
            answer({"error": "AccountTakedown"}, 400),
        ],
    )
    def test_a_key_refused_at_the_door_is_told_without_the_key(self, at, connector, refusal):
        at.queue(LOGIN, refusal)
        error = told(connector)[1]
        assert isinstance(error, AuthExpired)
        assert "secret-of-o" not in str(error)

    @pytest.mark.parametrize("code", ["InvalidToken", "ExpiredToken"])
    def test_a_session_that_ran_out_is_renewed_unseen(self, at, connector, code):
        at.notifications = newest_first(1)
        told(connector)
        at.queue(LIST, answer({"error": code, "message": "Bad token"}, 400))
        pieces, error = told(connector)
        assert (numbers(pieces), error) == ([1], None)
        assert at.asked.count(LOGIN) == 2

    def test_a_session_refused_again_and_again_is_told(self, at, connector):
        at.queue(LIST, *[answer({"error": "InvalidToken", "message": "Bad token"}, 400)] * 3)
        assert isinstance(told(connector)[1], AuthExpired)
        assert isinstance(told(connector)[1], AuthExpired)

    def test_what_a_server_says_is_told_on_one_short_printable_line(self, at, connector):
        at.queue(LIST, answer({"error": "Odd", "message": "\x1b[2J\u202e\n" * 500}, 400))
        line = str(told(connector)[1])
        assert line.isprintable()
        assert len(line) < 400


POISON = [
    7,
    None,
    "words",
    [],
    notification(3, uri=None),
    notification(3, uri=["x"]),
    notification(3, author=None),
    notification(3, author={"handle": "x"}),
    notification(3, record=None),
    notification(3, record={"$type": "app.bsky.feed.post"}),
    notification(3, record={"$type": "app.bsky.feed.post", "text": {"de": "x"}}),
]


class TestPoison:
    @pytest.mark.parametrize("poison", POISON)
    def test_one_poisoned_notification_blocks_none_and_is_told_once(self, at, connector, poison):
        at.notifications = [notification(5), notification(4), poison, notification(2), notification(1)]
        pieces, error = told(connector)
        assert numbers(pieces) == [1, 2, 4, 5]
        if not isinstance(poison, dict):
            return
        assert isinstance(error, SchemaChanged)
        mark = next(p for p in pieces if isinstance(p, Checkpoint))
        again, error = told(connector, mark.cursor)
        assert numbers(again) == [1, 2, 4, 5]
        assert error is None

    @pytest.mark.parametrize(
        "odd",
        [
            {"author": {"did": "did:plc:c", "handle": None, "displayName": 7}},
            {"author": {"did": "did:plc:c", "handle": "handle.invalid"}},
            {"indexedAt": "yesterday"},
            {"indexedAt": "2026-03-01T12:00:00"},
            {"indexedAt": "0001-01-01T00:00:00+14:00"},
            {"record": {"text": "Moin", "createdAt": "1969-12-31T00:00:00Z", "langs": "de", "reply": []}},
            {"record": {"text": "Moin", "createdAt": 7, "langs": [7, "de"], "reply": {"parent": "x"}}},
            {"record": {"text": "Moin", "langs": [], "reply": None, "extra": [{"of": "another client"}]}},
            {"record": {"text": "", "embed": {"$type": "app.bsky.embed.images"}}},
            {"brandNew": True, "labels": None},
        ],
    )
    def test_an_odd_field_never_costs_the_message(self, at, connector, store, odd):
        at.notifications = [notification(1, **odd)]
        pieces, error = told(connector)
        assert error is None
        with store.begin() as work:
            taken = intake.take_in(work, an_account(work), [p for p in pieces if isinstance(p, Received)])
        assert taken.refused == ()
        assert taken.count("new") == 1

    def test_a_field_unknown_to_us_is_told_in_the_log(self, at, connector, caplog):
        at.notifications = [notification(1, brandNew="secret words")]
        told(connector)
        assert "brandNew" in caplog.text
        assert "secret words" not in caplog.text

    def test_likes_and_follows_are_no_messages(self, at, connector):
        like = {"$type": "app.bsky.feed.like", "subject": {}}
        at.notifications = [notification(2, reason="like", record=like), notification(1)]
        assert numbers(told(connector)[0]) == [1]

    def test_a_post_that_answers_and_mentions_is_one_message(self, at, connector):
        at.notifications = [notification(1, reason="reply"), notification(1)]
        assert numbers(told(connector)[0]) == [1]

    def test_the_raw_bytes_hold_every_field_as_it_came(self, at, connector):
        item = notification(1, "Grüße 🚓 \u202everkehrt \ud800", labels=[{"val": "spam", "n": 10**30}])
        at.notifications = [item]
        raw = told(connector)[0][0].raw
        assert json.loads(raw) == item
        assert list(json.loads(raw)) == list(item)
        assert "Grüße 🚓".encode() in raw

    @pytest.mark.parametrize("depth", [101, 250, 1_500, 50_000])
    def test_a_thousand_brackets_in_a_record_hide_nothing(self, at, connector, depth):
        posts = [notification(2, 'the "[" and \\" in the words stay', more="HERE"), notification(1)]
        deep = '[{"k": ' * depth + '"]"' + "}]" * depth
        at.queue(LIST, answer(json.dumps({"notifications": posts}).replace('"HERE"', deep).encode()))
        pieces, error = told(connector)
        assert (numbers(pieces), error) == ([1, 2], None)
        assert pieces[1].text == 'the "[" and \\" in the words stay'
        assert json.loads(pieces[1].raw)["record"]

    def test_brackets_that_never_close_are_transient(self, at, connector):
        at.queue(LIST, answer(b'{"notifications": ' + b"[" * 5_000))
        assert isinstance(told(connector)[1], Transient)

    def test_the_first_post_of_a_conversation_names_its_thread(self, at, connector):
        at.notifications = [notification(1)]
        post = told(connector)[0][0]
        assert (post.thread, post.parent, post.kind) == (post.native_id, "", Kind.POST)

    def test_the_fields_of_a_reply(self, at, connector):
        ends = {"root": {"uri": "at://root", "cid": "b"}, "parent": {"uri": "at://parent", "cid": "b"}}
        record = {"$type": "app.bsky.feed.post", "text": "Nein!", "langs": ["sv", "de"], "reply": ends}
        at.notifications = [notification(1, reason="reply", record=record)]
        post = told(connector)[0][0]
        assert (post.kind, post.thread, post.parent) == (Kind.COMMENT, "at://root", "at://parent")
        assert (post.lang, post.text, post.author.name) == ("sv", "Nein!", "Citizen")
        assert post.url == "https://bsky.app/profile/citizen.test/post/00001"


class TestRecheck:
    def test_a_standing_post_is_received_and_a_lost_record_is_deleted(self, at, connector):
        at.notifications = newest_first(1, 2)
        ids = [n["uri"] for n in newest_first(1, 2, 3)]
        gone, *standing = connector.recheck(ids)
        assert gone == Deleted(ids[0])
        assert numbers(standing) == [2, 1]

    def test_a_post_that_is_only_hidden_from_the_officer_is_unknown(self, at, connector):
        uri = notification(1)["uri"]
        at.queue(RECORD, answer({"uri": uri, "value": {}}))
        assert list(connector.recheck([uri])) == [Unknown(uri)]

    def test_posts_are_asked_for_by_twenty_five(self, at, connector):
        at.notifications = newest_first(*range(60))
        assert len(list(connector.recheck([n["uri"] for n in at.notifications]))) == 60
        assert at.asked.count(POSTS) == 3

    def test_a_network_in_trouble_never_says_deleted(self, at, connector):
        uri = notification(1)["uri"]
        for trouble in (answer({"error": "x"}, 500), answer({"feed": []}), answer({"posts": 7})):
            at.queue(POSTS, trouble)
            with pytest.raises((Transient, SchemaChanged)):
                list(connector.recheck([uri]))
        at.queue(RECORD, answer({"error": "InternalServerError"}, 500))
        with pytest.raises(Transient):
            list(connector.recheck([uri]))

    def test_an_author_whose_account_is_out_of_sight_is_unknown(self, at, connector):
        uri = notification(1)["uri"]
        at.queue(RECORD, answer({"error": "InvalidRequest", "message": "Could not find repo"}, 400))
        assert list(connector.recheck([uri])) == [Unknown(uri)]

    def test_one_poisoned_post_blocks_no_other(self, at, connector):
        at.notifications = [notification(2, record=None), notification(1)]
        ids = [n["uri"] for n in at.notifications]
        unknown, standing = connector.recheck(ids)
        assert unknown == Unknown(ids[0])
        assert numbers([standing]) == [1]
