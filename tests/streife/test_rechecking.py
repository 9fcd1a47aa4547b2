"""Looking again: whether messages still stand, and erasing what was taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import notice
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
        at = {"sent_at": WEEK_AGO, "received_at": WEEK_AGO}
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


@pytest.mark.parametrize("error", [Transient("down"), RateLimited("often"), KeyError("ours")])
def test_a_network_in_trouble_rests_and_is_asked_again(store, clock, error):
    _messages(store, "one")
    network = Network(one=error)
    _recheck(store, network)
    _recheck(store, network)
    assert network.asked == ["one"]
    clock.forward(minutes=2)
    network.answers["one"] = Deleted("one")
    assert _recheck(store, network) == 1


def test_what_was_deleted_is_forgotten_after_the_grace_once(store, clock):
    (gone,) = _messages(store, "gone")
    _recheck(store, Network(gone=Deleted("gone")))
    assert rechecking.forget_deleted(store) == 0
    clock.set(NOON + GRACE)
    assert rechecking.forget_deleted(store) == 1
    assert _text(store, gone) == ""
    assert rechecking.forget_deleted(store) == 0


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
