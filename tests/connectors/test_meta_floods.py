"""Floods, crossed posts, broken answers: every message is kept once, or inside an interval told as lost."""

import random

import pytest

from casework import intake
from casework.account import Gap, GapState, Stream
from casework.errors import ConnectorError, SchemaChanged
from casework.message import Message, Received
from connectors import walk
from tests.builders import a_stream, an_account
from tests.networks import facebook, instagram
from tests.networks.stub import TROUBLES, minute, serving

STUBS = [facebook.FacebookStub, facebook.DirectMessages, instagram.InstagramStub, instagram.DirectMessages]


@pytest.fixture
def clock(clock):
    clock.set(minute(60 * 24 * 3))
    return clock


class Week:
    """A week of one stream: messages come, pulls and fillings succeed or fail, nothing waits for anything."""

    def __init__(self, stub, store, seed):
        self.stub, self.store, self.chance = stub, store, random.Random(seed)
        self.number, self.sent = 0, {}
        with store.begin() as work:
            self.account = an_account(work)
            self.stream = a_stream(work, self.account, name=stub.stream)

    def arrive(self, most):
        for _ in range(self.chance.randint(0, most)):
            self.number += 1
            native_id = self.one(str(self.number))
            self.sent[native_id] = self.number

    def one(self, text):
        if self.stub.stream == "dms":
            return self.stub.add_message(self.number, text, thread=f"t_{self.chance.randint(0, 4)}")
        above = self.chance.choice(
            [n for n, node in self.stub.nodes.items() if node.type in ("PagePost", "IGMedia")]
        )
        return self.stub.add_comment(self.number, text, above)

    def go(self):
        try:
            with self.store.view() as work:
                stream, gaps = work.get(Stream, self.stream.id), work.find(Gap, state=GapState.OPEN)
            if gaps and self.chance.random() < 0.5:
                intake.fill(self.store, self.stub.connect(), self.account, stream, self.chance.choice(gaps))
            else:
                intake.collect(self.store, self.stub.connect(), self.account, stream)
        except ConnectorError:
            self.stub.faults.clear()

    def settle(self):
        self.stub.faults.clear()
        with self.store.view() as work:
            stream = work.get(Stream, self.stream.id)
        intake.collect(self.store, self.stub.connect(), self.account, stream)
        for _ in range(40):
            with self.store.view() as work:
                gaps = work.find(Gap, state=GapState.OPEN)
            for gap in gaps:
                intake.fill(self.store, self.stub.connect(), self.account, stream, gap)
            if not gaps:
                return
        raise AssertionError(gaps)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("new_stub", STUBS, ids=lambda stub: f"{stub.__module__[15:]}-{stub.stream}")
def test_every_message_is_kept_once_or_told_as_lost(new_stub, seed, store, clock, monkeypatch):
    monkeypatch.setattr(walk, "MOST_PAGES", 4)
    with serving(new_stub()) as stub:
        stub.page_size = 3
        if hasattr(stub, "add_post"):
            stub.add_post("100_2", minute(-90))
            stub.add_post("100_3", minute(-9_000))
        else:
            stub.add_media("17902", minute(-90))
            stub.add_media("17903", minute(-9_000))
        week = Week(stub, store, seed)
        for _ in range(25):
            week.arrive(week.chance.choice([1, 4, 30]))
            if week.chance.random() < 0.3:
                pause = [None] * week.chance.randint(0, 3)
                stub.faults.extend([*pause, week.chance.choice(list(TROUBLES.values()))])
            week.go()
        week.settle()
    with store.view() as work:
        kept = [message.native_id for message in work.find(Message)]
        lost = [(g.missed_from, g.missed_to) for g in work.find(Gap, state=GapState.LOST)]
    assert len(kept) == len(set(kept))
    missing = {minute(number) for native_id, number in week.sent.items() if native_id not in kept}
    assert [at for at in missing if not any(begin <= at <= end for begin, end in lost)] == []
    assert stub.stream == "dms" or not missing


@pytest.mark.parametrize("odd", [7, [], {}, "gone"], ids=repr)
@pytest.mark.parametrize("new_stub", STUBS, ids=lambda stub: f"{stub.__module__[15:]}-{stub.stream}")
def test_a_form_that_nobody_knows_beneath_a_post_or_conversation_is_told_and_hides_no_other(new_stub, odd):
    with serving(new_stub()) as stub:
        stub.arrives(1, "davor")
        times = dict.fromkeys(stub.times, minute(2).isoformat())
        stub.add("404", "Odd", **times, comments=odd, messages=odd, participants={"data": []})
        edges = {facebook.PAGE: ("feed", "conversations"), instagram.ME: ("media",)}
        for node in edges.keys() & stub.nodes.keys():
            for edge in edges[node]:
                stub.behind(node, edge, "404")
        got = []
        with pytest.raises(SchemaChanged, match="404"):
            got.extend(stub.connect().pull(stub.stream, ""))
    assert [one.text for one in got if isinstance(one, Received)] == ["davor"]
