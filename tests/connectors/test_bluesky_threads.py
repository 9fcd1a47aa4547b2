"""What is said beneath the officer's own posts, over real HTTP on loopback."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from casework import intake
from casework.account import Gap, GapState
from casework.errors import SchemaChanged, StreifeError
from casework.labels import Kind
from casework.message import Message, Received
from connectors import bluesky_threads
from tests.builders import a_stream, an_account
from tests.contracts.network import NetworkContract
from tests.networks.bluesky import FEED, OFFICER, POST, notification
from tests.networks.bluesky_threads import THREAD, BlueskyThreadsStub
from tests.networks.stub import Answered, minute, serving


@pytest.fixture
def at():
    with serving(BlueskyThreadsStub()) as stub:
        yield stub


@pytest.fixture
def connector(at):
    return at.connect()


def told(connector, cursor=""):
    """The messages, the checkpoint, and the error at the end if there was one."""
    pieces, error = [], None
    try:
        pieces.extend(connector.pull("threads", cursor))
    except StreifeError as why:
        error = why
    return [p for p in pieces if isinstance(p, Received)], pieces[-1] if pieces else None, error


def texts(connector, cursor=""):
    return [message.text for message in told(connector, cursor)[0]]


class TestThreads(NetworkContract):
    new_stub = BlueskyThreadsStub


class TestAThread:
    def test_an_answer_to_somebody_elses_answer_arrives_with_the_threads_first_post(self, at, connector):
        own = at.posted(1)
        first = at.answered(own, 2, "Am Wehr")
        second = at.answered(first, 3, "Stimmt nicht")
        messages, _, error = told(connector)
        assert error is None
        assert [m.native_id for m in messages] == [first, second]
        assert (messages[1].thread, messages[1].parent, messages[1].kind) == (own, first, Kind.COMMENT)

    def test_the_officers_own_answers_are_no_messages_and_hide_none(self, at, connector):
        citizen = at.answered(at.posted(1), 2, "Wann?")
        mine = {"uri": f"at://{OFFICER}/{POST}/00003", "author": {"did": OFFICER, "handle": "o.test"}}
        at.answered(at.answered(citizen, 3, "Um acht", **mine), 4, "Danke")
        assert texts(connector) == ["Wann?", "Danke"]

    @pytest.mark.parametrize("kind", ["#blockedPost", "#notFoundPost"])
    def test_what_the_network_hides_hides_nothing_beside_it(self, at, connector, kind):
        own = at.posted(1)
        at.answered(own, 2, "davor")
        hidden = {"$type": f"app.bsky.feed.defs{kind}", "uri": "at://x", "blocked": True}
        at.answers[own].append(hidden)
        at.answered(own, 3, "danach")
        messages, _, error = told(connector)
        assert ({m.text for m in messages}, error) == ({"davor", "danach"}, None)

    @pytest.mark.parametrize("node", [None, 7, "words", [], {}, {"post": None}])
    def test_an_answer_in_an_unknown_form_is_told_and_hides_none(self, at, connector, monkeypatch, node):
        own = at.posted(1)
        at.answered(own, 2, "davor")
        real = at.thread
        monkeypatch.setitem(at.methods, THREAD, lambda asked: _with(node, real(asked)))
        messages, mark, error = told(connector)
        assert [m.text for m in messages] == ["davor"]
        assert isinstance(error, SchemaChanged)
        assert len(mark.holes) == 1

    def test_an_own_post_that_went_meanwhile_blocks_no_other(self, at, connector):
        at.arrives(1, "bleibt")
        at.queue(THREAD, Answered({"error": "NotFound", "message": "Post not found"}, 400))
        at.arrives(2, "weg")
        messages, _, error = told(connector)
        assert ([m.text for m in messages], error) == (["bleibt"], None)

    def test_a_thread_deeper_than_an_answer_is_asked_on(self, at, connector):
        to = at.posted(1)
        for number in range(2, 100):
            to = at.answered(to, number, f"Tiefe {number}")
        assert sorted(texts(connector)) == sorted(f"Tiefe {number}" for number in range(2, 100))
        assert len(at.asked_for(THREAD)) == 4

    def test_what_also_came_as_a_notification_is_kept_once(self, at, connector, store, clock):
        clock.set(datetime.now(UTC))
        uri = at.arrives(1, "Ja!")
        at.notifications.append({**at.answers[f"at://{OFFICER}/{POST}/00001"][0], "reason": "reply"})
        with store.begin() as work:
            account = an_account(work)
            streams = [a_stream(work, account, name=name) for name in ("mentions", "threads")]
        taken = [intake.collect(store, connector, account, stream) for stream in streams]
        assert [one.count("new") for one in taken] == [1, 0]
        assert taken[1].count("edited") == 0
        with store.view() as work:
            assert [m.native_id for m in work.find(Message)] == [uri]


class TestAnAnswerThatCannotBeRead:
    """It is missed when it came, though its thread was begun days before, beneath other own posts."""

    @pytest.fixture
    def answer(self, at):
        old = at.posted(-3 * 24 * 60)
        for number in range(-2_000, 0, 400):
            at.arrives(number)
        at.answered(old, 100, "Notruf")
        return at.answers[old][0]["record"]

    def test_is_missed_until_it_can_be_read_and_then_kept(self, at, answer, store, clock):
        clock.set(datetime.now(UTC))
        connector, text = at.connect(), answer.pop("text")
        with store.begin() as work:
            account = an_account(work)
            stream = a_stream(work, account, name="threads", cursor=minute(90).isoformat())
        with suppress(SchemaChanged):  # it stands below the mark, and so is no news to complain of
            intake.collect(store, connector, account, stream)
        for told, state in (({}, GapState.OPEN), ({"text": text}, GapState.FILLED)):
            answer |= told
            clock.forward(days=1)
            with store.view() as work:
                (gap,) = work.find(Gap)
            intake.fill(store, connector, account, stream, gap)
            with store.view() as work:
                assert work.find(Gap)[0].state is state
                assert (text in [m.text for m in work.find(Message)]) == (state is GapState.FILLED)


class TestHowMuchIsAsked:
    def test_posts_that_nobody_answered_cost_no_question(self, at, connector):
        for number in range(1, 90):
            at.posted(number)
        at.arrives(90)
        told(connector)
        assert (len(at.asked_for(FEED)), len(at.asked_for(THREAD))) == (1, 1)

    def test_at_first_posts_of_the_last_two_weeks_are_looked_at(self, at, connector):
        at.arrives(-60 * 24 * 15, "alt")
        at.arrives(1, "neu")
        messages, mark, _ = told(connector)
        assert [m.text for m in messages] == ["neu"]
        assert abs(datetime.now(UTC) - timedelta(days=14) - mark.since) < timedelta(minutes=1)

    def test_the_newest_thread_is_asked_each_time_and_older_ones_now_and_then(self, at, connector):
        old = at.arrives(1, "alt")
        for number in range(200, 2_600, 100):
            at.arrives(number)
        mark = told(connector)[1].cursor
        at.arrives(2_600, "neuer Strang")
        at.answered(old, 2_601, "spät")
        at.asked.clear()
        assert "neuer Strang" in texts(connector, mark)
        assert len(at.asked_for(THREAD)) <= 3
        assert "spät" in texts(at.connect(), mark)

    def test_beyond_the_most_threads_the_rest_is_told_as_lost(self, at, store, clock, monkeypatch):
        clock.set(datetime.now(UTC))
        connector = at.connect()
        with store.begin() as work:
            account = an_account(work)
            stream = a_stream(work, account, name="threads", cursor=minute(0).isoformat())
        monkeypatch.setattr(bluesky_threads, "MOST_ASKED", 3)
        for number in range(1, 8):
            at.arrives(number, f"Strang {number}")
        taken = intake.collect(store, connector, account, stream)
        assert (taken.count("new"), len(at.asked_for(THREAD))) == (3, 3)
        with store.view() as work:
            assert [gap.state for gap in work.find(Gap, stream_id=stream.id)] == [GapState.LOST]

    def test_what_was_passed_on_is_nobodys_thread_of_ours(self, at, connector):
        other = {"post": {**notification(2), "replyCount": 3}, "reason": {"$type": "#reasonRepost"}}
        at.queue(FEED, Answered({"feed": [other, 7, None]}))
        messages, _, error = told(connector)
        assert (messages, error) == ([], None)
        assert not at.asked_for(THREAD)


def _with(node, answer):
    answer.thing["thread"]["replies"].append(node)
    return answer
