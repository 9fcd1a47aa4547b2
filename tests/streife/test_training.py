from datetime import date, timedelta

import pytest
from sqlalchemy import select

from casework import spot_check
from casework.application import Application, Ending
from casework.elements import ElementCheck, ElementFinding
from casework.figures import Span
from casework.labels import Hostility, Intent, Target
from casework.message import Message, State
from casework.outcome import ProsecutorResult
from casework.people import Station
from casework.record import Case, Handover
from casework.waiting import Step
from connectors import replay
from dashboard.parts.audit_table import ACTS
from data import audit, log_tables
from data.counts import SqlCounts
from data.engine import open_engine
from data.memory import MemoryStore
from data.migrate import migrate
from data.store import SqlStore, mark_training
from streife import demo_script, demo_world, training
from tests import builders

ANCHOR = date(2026, 11, 21)
EXPECTED = {line["text"]: line["expect"] for line in demo_script.lines()}
EXPECTED |= {line["edit"]["text"]: line["expect"] for line in demo_script.lines() if "edit" in line}


class Oracle:
    """Says what the recording expects, so that the demo's script is tested apart from the model."""

    model = "oracle"

    def assess(self, texts, contexts=None):
        return [self._verdict(EXPECTED[text]) for text in texts]

    def _verdict(self, told):
        hostility = [Hostility(h) for h in told["hostility"]]
        return builders.a_verdict(
            Intent(told["intent"]), *hostility, target=Target(told["target"]), model=self.model
        )


def _filled(a_store):
    clock = training.HandClock(demo_script.moment(ANCHOR, -60, "06:00"))
    events = [e for f in sorted(demo_world.FOLDER.glob("*.jsonl")) for e in replay.events(f, ANCHOR)]
    store = a_store(clock)
    training.fill(store, clock, Oracle(), events, ANCHOR)
    return store


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.sqlite3'}")
    migrate(engine)
    mark_training(engine, True)
    return _filled(lambda clock: SqlStore(engine, clock))


def test_the_demo_has_enough_to_show(demo):
    with demo.view() as work:
        messages = work.find(Message)
        assert len(messages) >= 800
        assert {m.lang for m in messages} == {"de", "en", "sv", "nl"}
        assert {m.state for m in messages} == set(State)
        assert sum(m.deleted_at is not None for m in messages) >= 18
        assert sum(m.version > 1 for m in messages) >= 18
        assert {c.state.value for c in work.find(Case)} == {"open", "sent", "closed"}
        assert len(work.find(Handover)) >= 78
        assert {one.state.value for one in work.find(ProsecutorResult)} == {
            "received",
            "investigating",
            "charged",
        }
        assert [one.end for one in work.find(Application)] == [None, Ending.WITHDRAWN, None]
        assert {one.finding for one in work.find(ElementCheck)} == set(ElementFinding)


@pytest.mark.parametrize("step", Step)
def test_the_demo_has_response_times_to_show_at_two_stations(demo, step):
    with demo.view() as work:
        stations, now = [one.id for one in work.find(Station)], work.now
    waits = SqlCounts(demo.engine).waits(Span(ANCHOR - timedelta(days=55), ANCHOR), stations, now)
    timed = {w.station_id for w in waits if w.step is step and w.median is not None}
    assert len(timed - {None}) >= 2


def test_the_demos_officers_read_the_spot_check_again(demo):
    with demo.view() as work:
        told = spot_check.tally(work, Oracle.model).every
        assert told.missed == 0  # the oracle is never wrong
        assert told.reread >= 50
        assert 5 <= told.drawn - told.reread <= 20


def test_the_demo_is_marked_as_training_data(demo):
    assert demo.training


def test_the_demos_log_holds(demo):
    assert audit.verify(demo.engine).size > 3_000


def test_the_demo_is_the_same_every_time_and_in_every_store(demo):
    again = _filled(MemoryStore)
    with demo.view() as one, again.view() as other:
        assert one.find(Message) == other.find(Message)
        assert one.find(Handover) == other.find(Handover)


def test_every_act_in_the_demos_log_has_a_name_for_readers(demo):
    with demo.engine.connect() as connection:
        assert set(connection.execute(select(log_tables.audit.c.act).distinct()).scalars()) <= set(ACTS)
