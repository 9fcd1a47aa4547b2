"""What the real network never does on request, over real HTTP on loopback."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from casework import intake
from casework.errors import AuthExpired, RateLimited, SchemaChanged, StreifeError, Transient
from casework.labels import Kind
from casework.message import Checkpoint, Deleted, Received, Unknown
from casework.metering import Unmetered
from connectors import bluesky, walk
from connectors.bluesky import Bluesky
from tests.builders import FakeClock, a_plain_account, an_account
from tests.contracts.network import NetworkContract
from tests.networks.bluesky import LIST, LOGIN, POSTS, RECORD, BlueskyStub, notification, refused
from tests.networks.stub import Answered, minute, serving


@pytest.fixture
def at():
    with serving(BlueskyStub()) as stub:
        yield stub


@pytest.fixture
def connector(at):
    return at.connect()


def told(connector, cursor=""):
    """Pieces handed out, and the error at the end if there was one."""
    pieces = []
    try:
        for piece in connector.pull("mentions", cursor):
            pieces.append(piece)
    except StreifeError as error:
        return pieces, error
    return pieces, None


def simulated(clock):
    """`datetime` as the connector uses it, with the test's clock."""
    return type("Simulated", (datetime,), {"now": classmethod(lambda _, tz: clock.now().astimezone(tz))})


def numbers(pieces):
    return [int(p.native_id[-5:]) for p in pieces if isinstance(p, Received)]


def newest_first(*wanted):
    return [notification(n) for n in sorted(wanted, reverse=True)]


class TestBluesky(NetworkContract):
    new_stub = BlueskyStub


class TestTheWalk:
    def test_it_hands_out_the_oldest_first_and_marks_the_newest(self, at, connector):
        at.notifications, at.page_size = newest_first(1, 2, 3), 2
        pieces, _ = told(connector)
        assert numbers(pieces) == [1, 2, 3]
        assert pieces[-1] == Checkpoint(minute(3).isoformat())

    def test_it_stops_an_hour_below_the_mark(self, at, connector):
        at.notifications, at.page_size = newest_first(*range(1, 400)), 10
        _, mark = told(connector)[0][-2:]
        at.notifications = newest_first(*range(1, 404))
        at.asked.clear()
        pieces, _ = told(connector, mark.cursor)
        assert len(at.asked_for(LIST)) == 7
        assert numbers(pieces) == [*range(334, 404)]

    def test_a_message_dated_back_by_its_writers_clock_is_not_lost(self, at, connector):
        at.notifications, at.page_size = newest_first(*range(1, 200, 2)), 5
        mark = told(connector)[0][-1]
        at.notifications = newest_first(*range(1, 200, 2), 150, 201)
        assert 150 in numbers(told(connector, mark.cursor)[0])

    def test_a_message_dated_back_by_days_is_found_within_the_day(self, at, connector, monkeypatch):
        at.notifications, at.page_size = newest_first(*range(1, 2_000, 60)), 5
        mark = told(connector)[0][-1].cursor
        at.notifications = newest_first(*range(1, 2_000, 60), 150)
        assert 150 not in numbers(told(connector, mark)[0])
        clock = FakeClock()
        clock.set(datetime.now(UTC) + timedelta(days=1))
        monkeypatch.setattr(bluesky, "datetime", simulated(clock))
        assert 150 in numbers(told(connector, mark)[0])
        assert 150 not in numbers(told(connector, mark)[0])

    def test_a_deep_look_that_breaks_off_is_taken_again_within_the_hour(self, at, connector, monkeypatch):
        at.notifications, at.page_size = newest_first(*range(1, 2_000, 60)), 5
        at.queue(LIST, Answered({"error": "InternalServerError"}, 503))
        told(connector)
        clock = FakeClock()
        clock.set(datetime.now(UTC) + timedelta(hours=1))
        monkeypatch.setattr(bluesky, "datetime", simulated(clock))
        assert 1 in numbers(told(connector, minute(1_990).isoformat())[0])

    def test_equal_times_at_the_mark_are_not_lost(self, at, connector):
        at.notifications = newest_first(1, 2, 3)
        mark = told(connector)[0][-1]
        twin = notification(4, indexedAt=at.notifications[0]["indexedAt"])
        at.notifications = [*at.notifications, twin]
        assert 4 in numbers(told(connector, mark.cursor)[0])

    def test_the_first_pull_is_bounded_and_leaves_no_gap(self, at, connector, monkeypatch):
        monkeypatch.setattr(walk, "FIRST_PAGES", 2)
        at.notifications, at.page_size = newest_first(*range(1, 11)), 2
        pieces, error = told(connector)
        assert numbers(pieces) == [7, 8, 9, 10]
        assert (pieces[-1].missed_from, error) == (None, None)

    def test_an_error_before_anything_was_read_hands_out_no_checkpoint(self, at, connector):
        at.queue(LIST, Answered({"error": "InternalServerError"}, 500))
        assert told(connector)[0] == []

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
        assert len(at.asked_for(LOGIN)) == 1


class TestTroubles:
    @pytest.mark.parametrize("header", [{"ratelimit-reset": "soon"}, {"ratelimit-reset": "9" * 30}])
    def test_asked_too_often_without_a_time_is_no_other_error(self, at, connector, header):
        at.queue(LIST, Answered(b"slow down", 429, {"content-type": "text/plain"} | header))
        error = told(connector)[1]
        assert isinstance(error, RateLimited)
        assert error.reset_at is None

    @pytest.mark.parametrize(
        "trouble",
        [
            Answered({"error": "InternalServerError"}, 503),
            Answered(b"", 200),
            Answered(b'{"notifications": []', 200, {"content-length": "500", "connection": "close"}),
        ],
    )
    def test_a_server_in_trouble_is_transient(self, at, connector, trouble):
        at.queue(LIST, trouble)
        assert isinstance(told(connector)[1], Transient)
        at.queue(LIST, Answered({"notifications": []}))
        assert told(connector)[1] is None

    @pytest.mark.parametrize("thing", [[], {}, {"notifications": {}}, {"items": []}, 7, None])
    def test_an_answer_of_an_unknown_form_is_named(self, at, connector, thing):
        at.queue(LIST, Answered(thing))
        assert isinstance(told(connector)[1], SchemaChanged)

    def test_nobody_there_is_transient(self):
        nowhere = Bluesky(a_plain_account(server="http://127.0.0.1:1"), "secret-of-o", Unmetered())
        assert isinstance(told(nowhere)[1], Transient)

    @pytest.mark.parametrize("url", ["http://[", "nonsense", "ftp://127.0.0.1"])
    def test_an_address_that_is_none_is_a_clear_error(self, url):
        assert isinstance(told(Bluesky(a_plain_account(server=url), "x", Unmetered()))[1], Transient)

    @pytest.mark.parametrize(
        "refusal",
        [
            refused("AuthenticationRequired", "Invalid identifier or password", 401),
            refused("AuthFactorTokenRequired", status=401),
            refused("AccountTakedown"),
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
        at.queue(LIST, refused(code, "Bad token"))
        pieces, error = told(connector)
        assert (numbers(pieces), error) == ([1], None)
        assert len(at.asked_for(LOGIN)) == 2

    def test_a_session_refused_again_and_again_is_told(self, at, connector):
        at.queue(LIST, *[refused("InvalidToken", "Bad token")] * 3)
        assert isinstance(told(connector)[1], AuthExpired)
        assert isinstance(told(connector)[1], AuthExpired)

    def test_what_a_server_says_is_told_on_one_short_printable_line(self, at, connector):
        at.queue(LIST, refused("Odd", "\x1b[2J\u202e\n" * 500))
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
    notification(3, author={"did": "did:plc:c", "handle": "half-a-character-\ud800.test"}),
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
        assert isinstance(error, SchemaChanged)
        mark = pieces[-1]
        assert [hole.start < minute(3) < hole.end for hole in mark.holes] == [True]
        again, error = told(connector, mark.cursor)
        assert (numbers(again), error) == ([1, 2, 4, 5], None)
        assert [hole.start for hole in again[-1].holes] == [hole.start for hole in mark.holes]

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
        at.queue(LIST, Answered(json.dumps({"notifications": posts}).replace('"HERE"', deep).encode()))
        pieces, error = told(connector)
        assert (numbers(pieces), error) == ([1, 2], None)
        assert pieces[1].text == 'the "[" and \\" in the words stay'
        assert json.loads(pieces[1].raw)["record"]

    def test_brackets_that_never_close_are_transient(self, at, connector):
        at.queue(LIST, Answered(b'{"notifications": ' + b"[" * 5_000))
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
        at.queue(RECORD, Answered({"uri": uri, "value": {}}))
        assert list(connector.recheck([uri])) == [Unknown(uri)]

    def test_posts_are_asked_for_by_twenty_five(self, at, connector):
        at.notifications = newest_first(*range(60))
        assert len(list(connector.recheck([n["uri"] for n in at.notifications]))) == 60
        assert len(at.asked_for(POSTS)) == 3

    def test_a_network_in_trouble_never_says_deleted(self, at, connector):
        uri = notification(1)["uri"]
        for trouble in (Answered({"error": "x"}, 500), Answered({"feed": []}), Answered({"posts": 7})):
            at.queue(POSTS, trouble)
            with pytest.raises((Transient, SchemaChanged)):
                list(connector.recheck([uri]))
        at.queue(RECORD, Answered({"error": "InternalServerError"}, 500))
        with pytest.raises(Transient):
            list(connector.recheck([uri]))

    def test_an_author_whose_account_is_out_of_sight_is_unknown(self, at, connector):
        uri = notification(1)["uri"]
        at.queue(RECORD, refused("InvalidRequest", "Could not find repo"))
        assert list(connector.recheck([uri])) == [Unknown(uri)]

    def test_one_poisoned_post_blocks_no_other(self, at, connector):
        at.notifications = [notification(2, record=None), notification(1)]
        ids = [n["uri"] for n in at.notifications]
        unknown, standing = connector.recheck(ids)
        assert unknown == Unknown(ids[0])
        assert numbers([standing]) == [1]
