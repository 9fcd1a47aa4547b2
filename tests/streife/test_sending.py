"""Answers go out once, whatever crashes."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import answering, intake
from casework.answering import Reply, ReplyState
from casework.errors import AuthExpired, BudgetSpent, RateLimited, Refused, SchemaChanged, Transient
from casework.labels import Kind
from casework.message import Message, State
from casework.people import Officer
from casework.polling import Pace
from casework.record import Notice, NoticeKind
from data.memory import MemoryStore
from streife import sending
from tests import builders
from tests.builders import FakeClock
from tests.streife.outbox import Mailbox


class Killed(BaseException):
    """The process ended here."""


def _queued(store, text="Danke für den Hinweis!"):
    with store.begin() as work:
        officer = builders.an_officer(work)
        message = builders.a_message(work, builders.an_account(work, officer))
        return answering.queue(work, builders.the_person(work, officer), message.id, text, Kind.COMMENT)


def _send(store, network):
    return sending.send(store, lambda _: network)


def _reply(store):
    with store.view() as work:
        return work.find(Reply)[0]


def test_an_answer_goes_out_and_its_message_is_answered(store, clock):
    reply, network = _queued(store), Mailbox()
    assert _send(store, network) == 1
    sent = _reply(store)
    assert (sent.state, sent.native_id, sent.url) == (
        ReplyState.SENT,
        f"n-{reply.key}",
        "https://network.example/1",
    )
    assert [draft.text for draft in network.delivered] == ["Danke für den Hinweis!"]
    with store.view() as work:
        message = work.get(Message, reply.message_id)
        assert (message.answered_at, message.state) == (clock.now(), State.DONE)
    assert _send(store, network) == 0


def test_an_answer_that_no_stream_brings_back_is_looked_for_and_matched(store):
    _queued(store)
    network = Mailbox()
    _send(store, network)
    assert _reply(store).seen_at is None
    assert sending.look_for_sent(store, lambda _: network) == 1
    assert _reply(store).seen_at is not None
    with store.view() as work:
        assert len(work.find(Message)) == 1


def test_nothing_goes_out_in_the_name_of_whoever_signs_in_no_longer(store):
    reply, network = _queued(store), Mailbox()
    with store.begin() as work:
        work.replace(replace(work.get(Officer, reply.officer_id), active=False))
    assert _send(store, network) == 0
    assert network.delivered == []
    assert "signs in no longer; nothing was sent" in _reply(store).reason


def test_the_automatic_first_answer_needs_nobodys_sign_in(store):
    reply, network = _queued(store), Mailbox()
    with store.begin() as work:
        work.replace(replace(work.get(Reply, reply.id), automatic=True))
        work.replace(replace(work.get(Officer, reply.officer_id), active=False))
    assert _send(store, network) == 1


def test_the_audit_log_knows_each_step_and_never_the_words(store):
    _queued(store, "Geheimes Wort")
    _send(store, Mailbox())
    with store.view() as work:
        acts = [e for e in work.audit() if e.act.startswith("reply_")]
    assert [e.act for e in acts] == ["reply_queued", "reply_begun", "reply_sent"]
    assert "Geheimes" not in str(acts)
    assert acts[0].detail["sha256"] == acts[2].detail["sha256"]


def test_it_is_kept_as_being_sent_before_the_network_hears_of_it(store):
    _queued(store)
    seen = []

    class Watched(Mailbox):
        def reply(self, draft):
            seen.append(_reply(store).state)
            return super().reply(draft)

    _send(store, Watched())
    assert seen == [ReplyState.SENDING]


@pytest.mark.parametrize("error", [AuthExpired("the key is refused"), Refused("too long by 12 characters")])
def test_what_the_network_refuses_fails_with_its_reason(store, error):
    _queued(store)
    _send(store, Mailbox(("before", error)))
    assert (_reply(store).state, _reply(store).reason) == (ReplyState.FAILED, str(error))


@pytest.mark.parametrize(
    "error",
    [Transient("down"), RateLimited("often"), BudgetSpent("no money"), SchemaChanged("?"), KeyError("x")],
)
def test_what_may_pass_is_tried_again_for_a_day_and_then_given_up(store, clock, error):
    _queued(store)
    network, tries = Mailbox(*[("before", error)] * 99), 0
    while (waiting := _reply(store)).state is ReplyState.QUEUED:
        clock.set(waiting.next_try_at)
        _send(store, network)
        tries += 1
    assert 20 < tries < 40
    assert waiting.state is ReplyState.FAILED
    assert "given up after a day" in waiting.reason
    assert clock.now() - waiting.begun_at < answering.GIVE_UP
    assert network.delivered == []


def test_an_answer_that_was_cut_off_is_looked_for_before_it_is_sent_again(store, clock):
    reply, network = _queued(store), Mailbox(("after", Transient("cut off")))
    _send(store, network)
    assert _reply(store).state is ReplyState.QUEUED
    clock.forward(minutes=2)
    _send(store, network)
    assert _reply(store).state is ReplyState.SENT
    assert (len(network.delivered), network.asked) == (1, [reply.key])


def _meanwhile(store, reply, text):
    """Its author changes the message, or takes it back (None)."""
    with store.begin() as work:
        message = work.get(Message, reply.message_id)
        account = work.get(builders.Account, message.account_id)
        if text is None:
            intake.mark_deleted(work, account, message.native_id)
        else:
            intake.take_in(work, account, [builders.received(text, native_id=message.native_id)])


@pytest.mark.parametrize(
    ("text", "why"), [("Dich kriegen wir", "edited since; read it again"), (None, "direct message instead")]
)
@pytest.mark.parametrize("tried", [False, True])
def test_what_was_written_to_other_words_is_its_writers_draft_again(store, clock, text, why, tried):
    reply, network = _queued(store), Mailbox(*[("before", Transient("down"))] * tried)
    if tried:
        _send(store, network)
        clock.forward(minutes=2)
    _meanwhile(store, reply, text)
    assert _send(store, network) == 0
    kept = _reply(store)
    assert (kept.state, kept.attempts, kept.begun_at, network.delivered) == (ReplyState.DRAFT, 0, None, [])
    assert (why in kept.reason, kept.key != reply.key) == (True, True)
    with store.view() as work:
        assert [told.kind for told in work.find(Notice)] == [NoticeKind.REPLY_RETURNED]
        assert work.get(Message, reply.message_id).state is State.OPEN
        assert work.audit_of(f"message:{reply.message_id}")[-1].act == "reply_returned"


def test_who_read_the_new_words_sends_the_same_answer(store):
    reply, network = _queued(store), Mailbox()
    _meanwhile(store, reply, "Danke euch allen")
    _send(store, network)
    with store.begin() as work:
        writer = builders.the_person(work, work.get(Officer, reply.officer_id))
        answering.queue(work, writer, reply.message_id, reply.text, Kind.COMMENT)
    assert _send(store, network) == 1
    with store.view() as work:
        assert work.get(Message, reply.message_id).state is State.DONE


def test_what_stands_on_the_network_already_is_sent_but_settles_no_later_words(store, clock):
    reply, network = _queued(store), Mailbox(("after", Transient("cut off")))
    _send(store, network)
    _meanwhile(store, reply, "Dich kriegen wir")
    clock.forward(minutes=2)
    assert _send(store, network) == 1
    assert (_reply(store).state, len(network.delivered)) == (ReplyState.SENT, 1)
    with store.view() as work:
        assert work.get(Message, reply.message_id).state is State.OPEN


def test_what_comes_back_overwrites_nothing_that_was_begun_since(store):
    reply = _queued(store)
    with store.begin() as work:
        writer = builders.the_person(work, work.get(Officer, reply.officer_id))
        begun = answering.draft(work, writer, reply.message_id, "Was meinen Sie?", Kind.COMMENT)
    _meanwhile(store, reply, "Dich kriegen wir")
    _send(store, Mailbox())
    assert "read it again" in _reply(store).reason
    with store.view() as work:
        assert work.get(Reply, reply.id).state is ReplyState.FAILED
        assert answering.unfinished(work, writer, reply.message_id) == begun


@pytest.fixture
def waiting(monkeypatch, clock):
    """`waiting(minutes, meanwhile)`: so long the next worker waits for its turn at the account."""
    waits, asked = [], sending.asked

    def turn(*given):
        if waits:
            minutes, meanwhile = waits.pop()
            clock.forward(minutes=minutes)
            meanwhile()
        return asked(*given)

    monkeypatch.setattr(sending, "asked", turn)
    return lambda *wait: waits.append(wait)


def test_who_waited_too_long_for_the_account_leaves_the_answer_to_who_took_over(store, waiting):
    _queued(store)
    first, second = Mailbox(), Mailbox()
    waiting(11, lambda: _send(store, second))
    _send(store, first)
    assert (len(second.delivered), first.delivered, first.asked) == (1, [], [])
    assert (_reply(store).state, _reply(store).attempts) == (ReplyState.SENT, 2)


def test_an_answer_that_was_taken_back_meanwhile_stays_where_it_is(store, waiting):
    reply, network = _queued(store), Mailbox()

    def given_up():
        with store.begin() as work:
            answering.failed(work, work.get(Reply, reply.id), "the account left")

    waiting(1, given_up)
    _send(store, network)
    assert (network.delivered, _reply(store).reason) == ([], "the account left")


def test_whoever_sends_has_a_whole_lease_for_it_however_long_it_waited(store, clock, waiting):
    _queued(store)
    leases = []

    class Watched(Mailbox):
        def reply(self, draft):
            leases.append(_reply(store).next_try_at - clock.now())
            return super().reply(draft)

    waiting(9, lambda: None)
    _send(store, Watched())
    assert leases == [answering.LEASE]


def test_a_network_without_answers_says_what_to_do_instead(store):
    _queued(store)
    _send(store, object())
    assert _reply(store).state is ReplyState.FAILED
    assert "answer on the network itself" in _reply(store).reason


def test_nothing_leaves_an_account_that_its_officer_took_back(store):
    reply, network = _queued(store), Mailbox()
    with store.begin() as work:
        account = work.get(builders.Account, reply.account_id)
        work.replace(replace(account, active=False))
    _send(store, network)
    assert (_reply(store).state, network.delivered) == (ReplyState.FAILED, [])


@pytest.mark.parametrize("tried", [False, True])
def test_an_answer_never_goes_out_in_a_successors_name(store, clock, tried):
    reply, network = _queued(store), Mailbox(*[("before", Transient("down"))] * tried)
    if tried:
        _send(store, network)
        clock.set(_reply(store).next_try_at)
    _to_a_successor(store, reply)
    _send(store, network)
    assert (_reply(store).state, network.delivered) == (ReplyState.FAILED, [])
    assert ("may be there" in _reply(store).reason) == tried


def test_a_hand_over_while_the_answer_waits_for_its_turn_keeps_it_here(store):
    reply, network = _queued(store), Mailbox()

    class Late(MemoryStore):
        """The account is handed over once the answer was taken on."""

        def begin(self):
            if _reply(store).state is ReplyState.SENDING and _reply(store).officer_id == _owner(store, reply):
                _to_a_successor(store, reply)
            return store.begin()

        view = store.view

    _send(Late(FakeClock()), network)
    assert (_reply(store).state, network.delivered) == (ReplyState.FAILED, [])


def test_who_leaves_while_it_is_looked_for_has_nothing_sent_any_more(store, clock):
    reply, network = _queued(store), Mailbox(("before", Transient("down")))
    _send(store, network)
    clock.set(_reply(store).next_try_at)
    looked = network.sent

    def leaves(draft):
        with store.begin() as work:
            work.replace(replace(work.get(builders.Account, reply.account_id), active=False))
        return looked(draft)

    network.sent = leaves
    _send(store, network)
    assert (_reply(store).state, network.delivered) == (ReplyState.FAILED, [])


def _owner(store, reply):
    with store.view() as work:
        return work.get(builders.Account, reply.account_id).officer_id


def _to_a_successor(store, reply):
    with store.begin() as work:
        account = work.get(builders.Account, reply.account_id)
        work.replace(replace(account, officer_id=builders.an_officer(work).id))


@pytest.mark.parametrize("store", [MemoryStore(FakeClock(), training=True)])
def test_training_data_never_leave_the_house(store):
    _queued(store)
    network = Mailbox()
    _send(store, network)
    assert (_reply(store).state, network.delivered) == (ReplyState.FAILED, [])


def test_somebody_may_answer_back_so_the_account_is_read_soon(store, clock):
    reply = _queued(store)
    with store.begin() as work:
        stream = builders.a_stream(work, work.get(builders.Account, reply.account_id))
    _send(store, Mailbox())
    with store.view() as work:
        assert work.find(Pace, stream_id=stream.id)[0].stirred_at == clock.now()


class Mortal:
    """A store whose process ends before or after its nth commit."""

    def __init__(self, store, commit, moment):
        self.store, self.left, self.moment = store, commit, moment

    training = False

    @contextmanager
    def begin(self):
        self.left -= 1
        with self.store.begin() as work:
            yield work
            if self.left == 0 and self.moment == "before":
                raise Killed
        if self.left == 0:
            raise Killed

    @contextmanager
    def view(self):
        with self.store.view() as work:
            yield work


MOMENTS = st.sampled_from(["before", "after"])
ENDS = st.one_of(
    st.tuples(st.just("commit"), st.integers(1, 4), MOMENTS),
    st.tuples(
        st.just("network"), st.sampled_from([Killed(), Transient("down"), RateLimited("often")]), MOMENTS
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(ENDS, max_size=8))
def test_whatever_crashes_an_answer_stands_on_the_network_once(ends):
    clock = FakeClock()
    store, network = MemoryStore(clock), Mailbox()
    _queued(store)
    for where, what, moment in ends:
        network.troubles = [(moment, what)] if where == "network" else []
        mortal = Mortal(store, what if where == "commit" else 0, moment)
        try:
            _send(mortal, network)
        except Killed:
            assert len(network.delivered) <= 1
        clock.forward(minutes=61)
    network.troubles = []
    _send(store, network)
    assert len(network.delivered) == 1
    assert _reply(store).state is ReplyState.SENT
