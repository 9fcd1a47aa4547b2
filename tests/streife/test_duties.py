import logging
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from threading import Event
from time import monotonic, sleep

import pytest

from casework import answering, judging, stream_trouble
from casework.account import Gap, GapState, Stream
from casework.drift import Level
from casework.errors import AuthExpired, BudgetSpent, RateLimited, Transient
from casework.labels import Intent, Kind, Platform
from casework.message import Checkpoint, Message
from casework.polling import LONGEST_QUIET, Rhythm
from casework.record import NoticeKind, SpotCheck
from connectors.at_protocol import NarrowKey
from connectors.meta_troubles import NotPermitted
from connectors.x_troubles import KeyRanOut
from data import sampling
from data.memory import MemoryStore
from streife import duties, embedded
from streife.settings import Settings
from tests import builders
from tests.builders import NOON, FakeClock, received
from tests.streife.outbox import Mailbox

POLL = timedelta(minutes=1)


class Network:
    """A network in memory: pieces to hand in, or a trouble to raise."""

    def __init__(self, *pieces):
        self.pieces = pieces

    def streams(self):
        return ("mentions",)

    def pull(self, stream, cursor):
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    fill = pull


@pytest.fixture
def accounts(store):
    with store.begin() as work:
        accounts = [builders.an_account(work) for _ in range(2)]
        for account in accounts:
            builders.a_stream(work, account, name="mentions", next_poll_at=NOON)
    return accounts


def _collect(store, accounts, *networks):
    by_id = {account.id: network for account, network in zip(accounts, networks, strict=True)}
    return duties.collect(store, lambda account: by_id[account.id], Rhythm(POLL))


def _stream(store, account):
    with store.view() as work:
        return work.find(Stream, account_id=account.id)[0]


TROUBLES = [AuthExpired("the key is refused"), KeyError("a fault of ours")]


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda error: type(error).__name__)
def test_a_stream_that_fails_says_why_and_stops_no_other(store, accounts, trouble):
    new = _collect(store, accounts, Network(trouble), Network(received(), Checkpoint("7")))
    assert new == 1
    failed, heard = (_stream(store, account) for account in accounts)
    assert type(trouble).__name__ in failed.error
    assert failed.last_success_at is None
    assert failed.next_poll_at == NOON + POLL
    assert (heard.error, heard.cursor, heard.last_success_at) == ("", "7", NOON)


def test_a_message_is_kept_with_the_stream_it_came_through(store, accounts, gap, clock):
    _fill(store, Network(received(), Checkpoint("")))
    clock.forward(minutes=2)
    _collect(store, accounts, Network(received(), Checkpoint("1")), Network())
    with store.view() as work:
        assert [m.stream for m in work.find(Message)] == ["mentions", "mentions"]


def test_what_came_before_the_trouble_stays(store, accounts):
    page = [received(), Checkpoint("1"), received(), AuthExpired("the key is refused")]
    _collect(store, accounts, Network(*page), Network())
    assert _stream(store, accounts[0]).cursor == "1"
    with store.view() as work:
        assert len(work.find(Message)) == 1


@pytest.mark.parametrize("refusal", [NotPermitted, NarrowKey, KeyRanOut])
def test_a_key_that_a_network_refuses_in_its_own_way_is_told_at_once_as_a_refused_key(
    store, accounts, refusal
):
    _collect(store, accounts, Network(Checkpoint("1"), refusal("connect the account again")), Network())
    assert _stream(store, accounts[0]).error == "AuthExpired: connect the account again"
    with store.begin() as work:
        told = stream_trouble.look(work, accounts[0], {})
    assert {one.kind for one in told} == {NoticeKind.STREAM_KEY}


def test_a_network_that_asks_for_patience_gets_it(store, accounts):
    later = NOON + timedelta(hours=1)
    _collect(store, accounts, Network(RateLimited("asked too often", later)), Network())
    assert _stream(store, accounts[0]).next_poll_at == later


def test_the_same_trouble_is_logged_once(store, accounts, clock):
    for _ in range(3):
        _collect(store, accounts, Network(AuthExpired("the key is refused")), Network())
        clock.forward(minutes=2)
    with store.view() as work:
        assert [e.act for e in work.audit()].count("poll_failed") == 1


def test_a_network_that_asks_for_patience_without_end_is_asked_again_within_a_day(store, accounts):
    never = datetime(9999, 1, 1, tzinfo=UTC)
    _collect(store, accounts, Network(RateLimited("asked too often", never)), Network())
    assert _stream(store, accounts[0]).next_poll_at == NOON + timedelta(days=1)


def test_money_that_is_spent_is_looked_for_again_within_the_hour(store, accounts):
    spent = BudgetSpent("nothing is left", NOON + timedelta(days=9))
    _collect(store, accounts, Network(spent), Network())
    stream = _stream(store, accounts[0])
    assert stream.next_poll_at == NOON + timedelta(hours=1)
    assert stream.error == "BudgetSpent: nothing is left"


@pytest.mark.parametrize(
    ("trouble", "most"),
    [(Transient("gone"), LONGEST_QUIET), (RateLimited("too often"), timedelta(hours=1))],
    ids=["transient", "limited"],
)
def test_trouble_that_lasts_is_met_with_growing_patience_that_ends(store, accounts, clock, trouble, most):
    waits = []
    for _ in range(12):
        _collect(store, accounts, Network(trouble), Network())
        due = _stream(store, accounts[0]).next_poll_at
        waits.append(due - clock.now())
        clock.set(due)
    assert waits[0] == POLL
    assert waits[1] >= 2 * POLL
    assert waits[:4] == sorted(waits[:4])
    assert most * 0.9 <= waits[-1] <= max(waits) <= most


def test_a_stream_that_speaks_is_polled_soon_and_a_silent_one_seldom(store, accounts):
    _collect(store, accounts, Network(received(), Checkpoint("1")), Network(Checkpoint("1")))
    loud, silent = (_stream(store, account) for account in accounts)
    assert loud.next_poll_at == NOON + POLL
    assert silent.next_poll_at == NOON + Rhythm().quiet


def test_an_emergency_elsewhere_is_read_first(store, accounts):
    with store.begin() as work:
        cry = builders.a_message(work, accounts[1])
        builders.assessed(work, cry, Intent.EMERGENCY)
    asked = []

    class Heard(Network):
        def pull(self, stream, cursor):
            asked.append(self)
            return iter(())

    first, second = Heard(), Heard()
    _collect(store, accounts, first, second)
    assert asked == [second, first]
    assert _stream(store, accounts[1]).next_poll_at == NOON + POLL


def test_a_worker_that_dies_amid_a_poll_leaves_the_stream_to_the_next(store, accounts, clock):
    class Killed(BaseException):
        """The process ended here."""

    dying = Network()
    dying.pull = lambda *_: (_ for _ in ()).throw(Killed)
    with pytest.raises(Killed):
        _collect(store, accounts, dying, Network())
    assert _collect(store, accounts, Network(received()), Network()) == 0
    clock.forward(minutes=3)
    assert _collect(store, accounts, Network(received(), Checkpoint("1")), Network()) == 1


@pytest.fixture
def gap(store, accounts):
    with store.begin() as work:
        stream = work.find(Stream)[0]
        work.replace(replace(stream, next_poll_at=NOON + POLL))
        return work.add(Gap(stream.id, NOON - timedelta(hours=2), NOON - timedelta(hours=1)))


def _fill(store, network):
    return duties.fill_gaps(store, lambda _: network, Rhythm(POLL))


def _gap(store, gap):
    with store.view() as work:
        return work.get(Gap, gap.id)


def test_a_gap_is_filled_go_by_go(store, gap):
    rest = Checkpoint("", gap.missed_from, gap.missed_from + timedelta(minutes=20), "page 2")
    assert _fill(store, Network(received(), rest)) == 1
    assert (_gap(store, gap).state, _gap(store, gap).resume) == (GapState.OPEN, "page 2")
    assert _fill(store, Network(received(), Checkpoint(""))) == 1
    assert _gap(store, gap).state is GapState.FILLED
    assert _fill(store, Network(received(), Checkpoint(""))) == 0


def test_a_gap_that_cannot_be_filled_says_why_and_rests_longer_each_time(store, gap, clock):
    asked = []

    class Down(Network):
        def fill(self, stream, gap):
            asked.append(clock.now())
            raise Transient("out of reach")

    for _ in range(30):
        _fill(store, Down())
        clock.forward(seconds=30)
        with store.begin() as work:  # the stream itself is read well meanwhile
            work.replace(replace(work.find(Stream)[0], next_poll_at=clock.now() + POLL))
    pauses = [b - a for a, b in pairwise(asked)]
    assert len(pauses) >= 3
    assert pauses == sorted(pauses)
    with store.view() as work:
        assert work.find(Stream)[0].error == "Transient: out of reach"


def test_what_could_not_be_read_is_tried_again_seldom_and_behind_what_was_missed(store, gap, clock):
    with store.begin() as work:
        odd = work.add(replace(gap, id=0, retry_at=NOON))
        later = work.add(replace(gap, id=0, retry_at=NOON + timedelta(hours=1)))
    for expected in (gap, odd, None):
        _fill(store, Network(Checkpoint("")))
        filled = [one for one in (gap, odd, later) if _gap(store, one).state is GapState.FILLED]
        assert expected is None or expected in filled
    assert _gap(store, later).state is GapState.OPEN


def test_what_is_due_comes_before_what_was_missed(store, gap, clock):
    clock.forward(minutes=2)
    assert _fill(store, Network(received(), Checkpoint(""))) == 0


@pytest.mark.parametrize("store", [MemoryStore(FakeClock(), training=True)])
def test_training_data_is_never_polled(store, accounts):
    assert _collect(store, accounts, Network(received()), Network(received())) == 0


@dataclass
class Judge:
    """Takes everything for praise in one language, and knows every word."""

    language: str = "de"
    model: str = "judge-1"

    def assess(self, texts, contexts=None):
        return [builders.a_verdict(Intent.PRAISE, model=self.model, language=self.language) for _ in texts]

    def foremost(self, texts):
        return sorted(range(len(texts)), key=lambda n: "Hilfe" not in texts[n])

    def known(self, texts):
        return [1.0] * len(texts)


def _arrive(store, judge, clock, number, days):
    """So many messages spread over so many days, each judged as it comes, and none of them drawn."""
    with store.begin() as work:
        account = builders.an_account(work)
        for _ in range(number):
            clock.forward(days=days / number)
            message = builders.a_message(work, account, sent_at=clock.now())
            judging.keep_verdicts(work, [message], judge.assess([""]), one_in=10**9)
    clock.forward(minutes=1)


def _watch(store, judge):
    return duties.watch(store, judge, sampling, weekly=10)


def _findings(store):
    with store.view() as work:
        return [e for e in work.audit(limit=10_000) if e.act == "drift_examined"]


def test_in_a_flood_a_cry_for_help_does_not_queue(store, accounts):
    with store.begin() as work:
        cry = builders.a_message(work, accounts[0], text="Hilfe!")
        for _ in range(5):
            builders.a_message(work, accounts[0], text="Schöner Post")
    assert [one.message_id for one in judging.assess(store, Judge(), limit=1)] == [cry.id]


def test_the_share_that_is_drawn_is_as_set(store, accounts):
    with store.begin() as work:
        for _ in range(20):
            builders.a_message(work, accounts[0])
    assert duties.assess(store, Judge(), one_in=1) == 20
    with store.view() as work:
        assert len(work.find(SpotCheck)) == 20


def test_the_daily_look_is_taken_once_a_day_and_recorded(store, clock):
    judge = Judge()
    assert _watch(store, judge) is not None
    assert _watch(store, judge) is None
    clock.forward(days=1)
    assert _watch(store, judge) is not None
    assert [e.subject for e in _findings(store)] == ["drift:judge-1"] * 2


def test_the_daily_look_tops_up_the_week_that_ended(store, clock):
    _arrive(store, Judge(), clock, 30, days=14)
    _watch(store, Judge())
    with store.view() as work:
        assert len(work.find(SpotCheck)) == 10


def test_messages_of_another_language_raise_an_alarm_that_the_log_names(store, clock, caplog):
    _arrive(store, Judge(), clock, 250, days=28)
    _arrive(store, Judge("pl"), clock, 250, days=14)
    with caplog.at_level(logging.WARNING):
        found = _watch(store, Judge())
    assert found.level is Level.ALARM
    assert _findings(store)[0].detail["level"] == "alarm"
    assert "streife drift" in caplog.text


def test_another_model_in_force_is_looked_at_on_the_same_day(store):
    assert _watch(store, Judge()).model == "judge-1"
    assert _watch(store, Judge(model="judge-2")).model == "judge-2"


def test_the_runner_takes_the_daily_look_by_itself(store, accounts, tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "WATCH_SECONDS", 1)
    looked = Event()
    nobody = Network()
    runner = embedded.start(Settings(home=tmp_path), store, lambda _: nobody, Judge(), looked.set)
    assert looked.wait(20)
    runner.shutdown()


def test_the_runner_reads_judges_and_answers_by_itself(store, accounts, tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "LOOK_SECONDS", 1)
    with store.begin() as work:
        officer = work.get(builders.Officer, accounts[0].officer_id)
        message = builders.a_message(work, accounts[0])
        answering.queue(work, builders.the_person(work, officer), message.id, "Danke!", Kind.COMMENT)

    class Both(Mailbox, Network):
        def __init__(self):
            Mailbox.__init__(self)
            self.pieces = (received(native_id="new"), Checkpoint("1"))

    network = Both()
    runner = embedded.start(Settings(home=tmp_path), store, lambda _: network, Judge(), lambda: None)
    wait_until(lambda: network.delivered and _judged(store))
    runner.shutdown()
    assert [draft.text for draft in network.delivered] == ["Danke!"]


class Hanging(Network):
    """Answers nothing until it is released."""

    def __init__(self):
        super().__init__()
        self.asked, self.released = 0, Event()

    def pull(self, stream, cursor):
        self.asked += 1
        self.released.wait(60)
        return iter(())

    fill = pull


@contextmanager
def _running(store, connect, tmp_path, monkeypatch):
    """The runner, looking each second, while the one network hangs."""
    monkeypatch.setattr(embedded, "LOOK_SECONDS", 1)
    hanging = Hanging()
    runner = embedded.start(Settings(home=tmp_path), store, connect(hanging), Judge(), lambda: None)
    try:
        wait_until(lambda: hanging.asked)
        yield hanging
    finally:
        hanging.released.set()
        runner.shutdown()


def test_an_emergency_in_the_store_is_judged_while_every_reader_hangs(store, tmp_path, monkeypatch):
    with store.begin() as work:
        for platform in Platform:
            account = builders.an_account(work, platform=platform)
            builders.a_stream(work, account, name="mentions", next_poll_at=NOON)
    with _running(store, lambda hanging: lambda _: hanging, tmp_path, monkeypatch) as hanging:
        wait_until(lambda: hanging.asked == len(Platform))
        with store.begin() as work:
            cry = builders.a_message(work, account, text="Hilfe!")
        wait_until(lambda: _verdict(store, cry))
        assert not hanging.released.is_set()


def test_a_network_that_hangs_keeps_no_other_network_waiting(store, tmp_path, monkeypatch):
    with store.begin() as work:
        for _ in range(embedded.READERS + 2):
            account = builders.an_account(work, platform=Platform.MASTODON)
            builders.a_stream(work, account, name="mentions", next_poll_at=NOON)
    good = Network(received(native_id="new"), Checkpoint("1"))

    def connect(hanging):
        return lambda account: hanging if account.platform is Platform.MASTODON else good

    with _running(store, connect, tmp_path, monkeypatch) as hanging:
        wait_until(lambda: hanging.asked == embedded.READERS)
        with store.begin() as work:
            account = builders.an_account(work, platform=Platform.BLUESKY)
            builders.a_stream(work, account, name="mentions", next_poll_at=NOON)
        wait_until(lambda: _found(store, "new"))
        assert hanging.asked == embedded.READERS


def test_what_waits_on_one_network_hides_nothing_that_is_due_on_another(store):
    with store.begin() as work:
        for platform in [*[Platform.MASTODON] * (duties.STREAMS_AT_ONCE + 1), Platform.BLUESKY]:
            account = builders.an_account(work, platform=platform)
            builders.a_stream(work, account, name="mentions", next_poll_at=NOON)
    asked = []

    def connect(account):
        asked.append(account.platform)
        return Network()

    duties.collect(store, connect, Rhythm(POLL), [Platform.BLUESKY])
    assert asked == [Platform.BLUESKY]


def test_gaps_are_filled_by_the_readers_of_their_own_network(store, accounts, gap):
    other = [p for p in Platform if p is not accounts[0].platform]
    network = Network(received(), Checkpoint(""))
    assert duties.fill_gaps(store, lambda _: network, Rhythm(POLL), other) == 0
    assert duties.fill_gaps(store, lambda _: network, Rhythm(POLL), [accounts[0].platform]) == 1


def _found(store, native_id):
    with store.view() as work:
        return work.find(Message, native_id=native_id)


def _verdict(store, message):
    with store.view() as work:
        return work.get(Message, message.id).intent


def wait_until(true, seconds=20):
    end = monotonic() + seconds
    while not true():
        assert monotonic() < end
        sleep(0.05)


def _judged(store):
    with store.view() as work:
        found = work.find(Message, native_id="new")
    return len(found) == 2 and all(message.intent for message in found)


def test_the_settings_say_how_often_and_for_how_much(tmp_path):
    given = Settings(
        home=tmp_path, poll_seconds=30, poll_quiet_seconds=90, recheck_hours=6, x_monthly_cap_cents=500
    )
    rhythm = given.rhythm
    assert (rhythm.base.seconds, rhythm.quiet.seconds, rhythm.recheck.seconds) == (30, 90, 21_600)
    assert rhythm.cap(builders.a_plain_account(Platform.X)) == 5_000_000
    assert rhythm.cap(builders.a_plain_account()) == 0
    assert rhythm.daily == {Platform.YOUTUBE: 10_000}
