"""Looking again: whether messages still stand, and erasing what was taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import announced, notice
from casework.account import Account
from casework.erasure import GRACE
from casework.errors import RateLimited, Transient
from casework.message import Deleted, Message, Unknown
from casework.polling import Rhythm
from casework.rechecks import Recheck
from casework.record import Notice, NoticeKind
from data.memory import MemoryStore
from streife import rechecking
from tests import builders
from tests.builders import NOON, FakeClock, received

WEEK_AGO = NOON - timedelta(days=8)


class Network:
    """Answers as it is told, by native id; else that it does not know."""

    def __init__(self, **answers):
        self.answers, self.asked = answers, []

    def recheck(self, native_ids):
        for one in native_ids:
            self.asked.append(one)
            answer = self.answers.get(one, Unknown(one))
            if isinstance(answer, Exception):
                raise answer
            yield answer


def _messages(store, *names):
    with store.begin() as work:
        account = builders.an_account(work)
        at = {"sent_at": WEEK_AGO, "received_at": WEEK_AGO, "assessed_version": 1}
        return [builders.a_message(work, account, native_id=name, **at) for name in names]


def _recheck(store, network):
    return rechecking.recheck(store, lambda _: network, Rhythm())


def _text(store, message):
    with store.view() as work:
        return work.get(Message, message.id).text


def test_what_is_gone_is_noted_and_what_was_edited_gets_a_version(store, clock):
    gone, edited, unknown = _messages(store, "gone", "edited", "unknown")
    anew = received("anders", native_id="edited", sent_at=WEEK_AGO)
    network = Network(gone=Deleted("gone"), edited=anew)
    assert _recheck(store, network) == 1
    with store.view() as work:
        assert work.get(Message, gone.id).deleted_at == clock.now()
        assert work.get(Message, edited.id).version == 2
        checked = {r.message_id: r.checked_at for r in work.find(Recheck)}
    assert checked == {gone.id: NOON, edited.id: NOON, unknown.id: None}
    assert _recheck(store, network) == 0
    assert len(network.asked) == 3


def test_an_edit_that_is_told_once_the_officer_has_left_is_not_kept(store):
    gone, edited = _messages(store, "gone", "edited")

    class Left(Network):
        def recheck(self, native_ids):
            with store.begin() as work:
                account = work.get(Account, gone.account_id)
                work.replace(replace(account, active=False))
            yield from super().recheck(native_ids)

    anew = received("anders", native_id="edited", sent_at=WEEK_AGO)
    assert _recheck(store, Left(gone=Deleted("gone"), edited=anew)) == 1
    assert _text(store, edited) == edited.text


@pytest.mark.parametrize("error", [Transient("down"), RateLimited("often"), KeyError("ours")])
def test_a_network_in_trouble_rests_and_is_asked_again(store, clock, error):
    _messages(store, "one")
    network = Network(one=error)
    _recheck(store, network)
    _recheck(store, network)
    assert network.asked == ["one"]
    clock.forward(hours=1)
    network.answers["one"] = Deleted("one")
    assert _recheck(store, network) == 1


def test_what_was_told_before_an_error_is_kept(store, clock):
    first, _, third = _messages(store, "first", "second", "third")
    network = Network(first=Deleted("first"), second=Transient("down"), third=Deleted("third"))
    assert _recheck(store, network) == 1
    with store.view() as work:
        assert work.get(Message, first.id).deleted_at == clock.now()
        assert work.get(Message, third.id).deleted_at is None
    clock.forward(minutes=2)
    assert _recheck(store, network) == 1
    assert network.asked == ["first", "second", "third"]
    clock.forward(hours=1)
    _recheck(store, network)
    assert network.asked[3:] == ["second"]


class Together(Network):
    """A network that is asked about so many in one request: it answers about all of them or none."""

    at_once = 8

    def recheck(self, native_ids):
        for start in range(0, len(native_ids), self.at_once):
            yield from list(super().recheck(native_ids[start : start + self.at_once]))


@pytest.mark.parametrize("network", [Network, Together])
@pytest.mark.parametrize("bad", [0, 5, 39])
def test_one_id_that_the_network_cannot_bear_blocks_nobody(store, clock, network, bad):
    names = [f"m{n}" for n in range(40)]
    _messages(store, *names)
    asked = network(**{name: Deleted(name) for name in names} | {f"m{bad}": KeyError("ours")})
    gone = 0
    for _ in range(30):
        gone += _recheck(store, asked)
        clock.forward(minutes=61)
    assert gone == 39


def test_polls_and_answers_get_their_turn_between_small_batches(store):
    _messages(store, *[f"m{n}" for n in range(50)])
    network, sizes = Network(), []
    recheck = network.recheck
    network.recheck = lambda ids: sizes.append(len(ids)) or recheck(ids)
    _recheck(store, network)
    assert sizes == [20, 20, 10]


def test_what_was_deleted_is_forgotten_after_the_grace_once(store, clock):
    (gone,) = _messages(store, "gone")
    network = Network(gone=Deleted("gone"))
    _recheck(store, network)
    clock.set(NOON + GRACE)
    assert rechecking.forget_deleted(store) == 0
    _recheck(store, network)
    assert rechecking.forget_deleted(store) == 1
    assert _text(store, gone) == ""
    assert rechecking.forget_deleted(store) == 0


def test_an_author_who_was_hidden_for_a_day_loses_nothing(store, clock):
    (hidden,) = _messages(store, "hidden")
    network = Network(hidden=Deleted("hidden"))
    assert _recheck(store, network) == 1
    clock.forward(days=1)
    network.answers["hidden"] = received(hidden.text, native_id="hidden", sent_at=WEEK_AGO)
    _recheck(store, network)
    with store.view() as work:
        assert work.get(Message, hidden.id).deleted_at is None
    clock.forward(days=30)
    assert rechecking.forget_deleted(store) == 0
    assert _text(store, hidden)


def test_the_grace_can_be_set(store):
    _messages(store, "gone")
    _recheck(store, Network(gone=Deleted("gone")))
    assert rechecking.forget_deleted(store, timedelta()) == 1


def test_thousands_of_deletions_are_forgotten_in_one_go(store, monkeypatch):
    monkeypatch.setattr(rechecking, "BATCH", 3)
    names = [f"m{n}" for n in range(10)]
    _messages(store, *names)
    _recheck(store, Network(**{name: Deleted(name) for name in names}))
    assert rechecking.forget_deleted(store, timedelta()) == 10


@pytest.mark.parametrize("store", [MemoryStore(FakeClock(), training=True)])
def test_training_data_are_never_asked_about(store):
    _messages(store, "one")
    network = Network()
    assert _recheck(store, network) == 0
    assert network.asked == []


def test_what_was_announced_is_dropped_when_nobody_looks_for_it_any_more(store, clock, monkeypatch):
    monkeypatch.setattr(rechecking, "BATCH", 2)
    with store.begin() as work:
        account = builders.an_account(work)
        announced.keep(work, account, "mentions", [f"comment:{n}" for n in range(5)])
    clock.forward(hours=announced.LONGEST.days * 24)
    assert rechecking.forget_announced(store) == 0
    clock.forward(minutes=1)
    assert rechecking.forget_announced(store) == 5


def test_notices_are_dropped_after_so_many_days_and_the_audit_log_stays(store, clock, monkeypatch):
    monkeypatch.setattr(rechecking, "BATCH", 2)
    with store.begin() as work:
        person = builders.a_person(work)
        told = [notice.tell(work, person.id, NoticeKind.DIGEST, f"shift:{n}") for n in range(6)]
        for one in told[:5]:
            work.replace(replace(notice.mark_seen(work, person, one.id), next_try_at=None))
    clock.forward(hours=90 * 24)
    assert rechecking.forget_notices(store, 90) == 0
    clock.forward(minutes=1)
    assert rechecking.forget_notices(store, 90) == 5
    with store.view() as work:
        assert [n.id for n in work.find(Notice)] == [told[5].id]
        assert sum(e.act == "told" for e in work.audit()) == 6
