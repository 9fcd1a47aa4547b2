"""A week in which every fiftieth answer fails, in all ways we know, and some messages come in a form that
nobody can read, for hours or for ever: nothing is lost unsaid, nothing doubled.

The whole of it (40 accounts, 50,000 messages) runs with STREIFE_WEEK=whole; otherwise a smaller one.
"""

import logging
import os
import random
from collections import Counter
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from casework import intake
from casework.account import Gap, GapState, Stream
from casework.errors import ConnectorError, SchemaChanged
from casework.message import Message
from connectors import walk
from data.engine import open_engine
from data.migrate import migrate
from data.store import SqlStore
from tests.builders import FakeClock, a_stream, an_account
from tests.contracts.connector import Killed, KilledAfter
from tests.networks.sample import Mentions, SampleStub
from tests.networks.stub import TROUBLES, Answered, serving

WHOLE = os.environ.get("STREIFE_WEEK") == "whole"
ACCOUNTS, MESSAGES, HOURS = (40, 50_000, 168) if WHOLE else (4, 2_500, 72)
FAILING, KILLED = (0.02, 0.01) if WHOLE else (0.1, 0.05)
UNREADABLE = 0.01
SEEDS = (1, 2, 3) if WHOLE else (1, 2)


class WeekStub(SampleStub):
    """Shows what was written up to `now`; keeps `keeps` of it; every fiftieth answer fails in some way."""

    def __init__(self, random_, keeps):
        super().__init__()
        self.random, self.keeps, self.sent, self.now = random_, keeps, [], None
        self.failed, self.odd_until = set(), {}

    def answer(self, asked):
        if self.random.random() < FAILING:
            return self._trouble()
        start = int(asked.query.get("from") or 0)
        shown = [i for at, i in self.sent if self.now - self.keeps <= at <= self.now]
        newest, end = shown[::-1], start + self.page_size
        return self.page(
            [self._told(item) for item in newest[start:end]], str(end) if end < len(newest) else ""
        )

    def _told(self, item):
        until = self.odd_until.get(item["id"])
        return {**item, "who": {"new": "form"}} if until and self.now < until else item

    def page(self, items, token):
        return Answered({"items": items, "next": token})

    def _trouble(self):
        soon = self.now + timedelta(minutes=5)
        ways = {
            **TROUBLES,
            "limited": self.limited(soon),
            "limited, no header": self.limited(None),
            "expired": self.expired(),
            "revoked": self.revoked(),
            "empty with token": self.empty_with_token(),
        }
        way = self.random.choice(sorted(ways))
        self.failed.add(way)
        return ways[way]


class Week:
    """One account's week: its network, and what befalls its collecting."""

    def __init__(self, stub, work, random_, messages, begin):
        self.stub, self.random, self.broken_off = stub, random_, set()
        self.account = an_account(work)
        self.stream = a_stream(work, self.account, name="mentions")
        span = timedelta(hours=HOURS)
        flood = begin + span * random_.random()
        times = [begin + span * random_.random() for _ in range(messages * 2 // 3)]
        times += [flood + timedelta(seconds=random_.random() * 1_800) for _ in range(messages - len(times))]
        for number, at in enumerate(sorted(times)):
            text = f"Nachricht {number}"
            item = {"id": str(number), "at": at.isoformat(), "who": "anna", "text": text}
            stub.sent.append((at, item))
            if random_.random() < UNREADABLE:
                stub.odd_until[str(number)] = at + random_.choice((timedelta(hours=3), span * 2))
        self.away = random_.randrange(HOURS - 12) if random_.random() < 0.5 else None

    def poll(self, store, hour):
        """One poll, unless the station is away (half a day); a process may be killed amid it."""
        if self.away is not None and self.away <= hour < self.away + 12:
            return
        connector = self.stub.connect()
        killed = KilledAfter(connector, self.random.randrange(1, 60))
        chosen = killed if self.random.random() < KILLED else connector
        with store.view() as work:
            stream = work.get(Stream, self.stream.id)
            gaps = work.find(Gap, stream_id=stream.id, state=GapState.OPEN)
        due = [gap for gap in gaps if gap.retry_at is None or gap.retry_at <= self.stub.now]
        steps = [partial(intake.collect, store, chosen, self.account, stream)]
        steps += [partial(intake.fill, store, connector, self.account, stream, gap) for gap in due]
        for step in steps:
            try:
                step()
            except (ConnectorError, Killed) as trouble:  # the next poll goes on
                self.broken_off.add(type(trouble).__name__)
                if not isinstance(trouble, SchemaChanged):
                    return

    def account_for(self, store):
        """(lost, doubled, told missing): how many of the citizens' messages are where."""
        with store.view() as work:
            kept = Counter(m.native_id for m in work.find(Message, account_id=self.account.id))
            gaps = [g for g in work.find(Gap, stream_id=self.stream.id) if g.state is not GapState.FILLED]
            since = work.get(Stream, self.stream.id).since
        missing = [(at, item["id"]) for at, item in self.stub.sent if not kept[item["id"]]]
        told = [
            number
            for at, number in missing
            if (since and at < since) or any(g.missed_from <= at <= g.missed_to for g in gaps)
        ]
        return len(missing) - len(told), sum(n - 1 for n in kept.values()), len(told)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_message_is_there_once_or_inside_a_reported_gap(seed, tmp_path, monkeypatch):
    monkeypatch.setattr(walk, "MOST_PAGES", 4)
    monkeypatch.setattr(Mentions, "keeps", timedelta(hours=8))
    fate = random.Random(seed)
    begin = datetime.now(UTC) - timedelta(hours=HOURS + 1)
    clock = FakeClock(begin)
    engine = open_engine(f"sqlite:///{tmp_path / 'week.db'}")
    migrate(engine)
    store = SqlStore(engine, clock)
    monkeypatch.setattr(walk, "datetime", simulated(clock))
    with ExitStack() as stack:
        stubs = [stack.enter_context(serving(WeekStub(fate, Mentions.keeps))) for _ in range(ACCOUNTS)]
        with store.begin() as work:
            weeks = [Week(s, work, fate, MESSAGES // ACCOUNTS, begin) for s in stubs]
        for hour in range(HOURS + 6):
            clock.set(begin + timedelta(hours=hour + 1))
            for week in weeks:
                week.stub.now = clock.now()
                week.poll(store, hour)
        fates = [week.account_for(store) for week in weeks]
    failed = {way for week in weeks for way in week.stub.failed}
    broken_off = {error for week in weeks for error in week.broken_off}
    lost, doubled, told = (sum(column) for column in zip(*fates, strict=True))
    logging.getLogger(__name__).info("%d messages, %d told missing, failed: %s", MESSAGES, told, failed)
    assert (lost, doubled) == (0, 0)
    assert told < MESSAGES / 10
    assert len(failed) >= 6
    assert broken_off >= {"Killed", "RateLimited", "AuthExpired", "Transient", "SchemaChanged"}


def simulated(clock):
    """`datetime` as the walk uses it, with the test's clock."""
    return type("Simulated", (datetime,), {"now": classmethod(lambda _, tz: clock.now().astimezone(tz))})
