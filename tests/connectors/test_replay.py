import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from casework.errors import SchemaChanged
from casework.labels import Kind
from casework.message import Deleted, Received, Unknown
from connectors.replay import Replay, events
from tests.builders import an_account
from tests.contracts.connector import ConnectorContract

RECORDING = Path(__file__).parents[1] / "recordings" / "station.jsonl"
DEMO = Path(__file__).parents[2] / "streife" / "demo"
ANCHOR = date(2026, 11, 21)
KIRA = "kira.ahlers/bluesky"


class TestReplay(ConnectorContract):
    @pytest.fixture
    def connect(self):
        return lambda: Replay(RECORDING, ANCHOR, KIRA)

    @pytest.fixture
    def connector(self, connect):
        return connect()

    @pytest.fixture
    def account(self, store):
        with store.begin() as work:
            return an_account(work)

    def test_it_plays_one_account_only(self, connector):
        ids = {p.native_id for p in connector.pull("recording", "") if isinstance(p, Received)}
        assert ids == {"demo-st-001", "demo-st-002", "demo-st-003", "demo-st-005"}

    def test_after_the_last_checkpoint_nothing_comes(self, connector):
        last = list(connector.pull("recording", ""))[-1]
        assert list(connector.pull("recording", last.cursor)) == []

    def test_recheck_tells_how_each_message_stands_in_the_end(self, connector):
        edited, gone, never = connector.recheck(["demo-st-002", "demo-st-003", "demo-st-004"])
        assert edited.text.endswith("Kennzeichen abgedeckt.")
        assert gone == Deleted("demo-st-003")
        assert never == Unknown("demo-st-004")


def test_local_times_become_utc_on_both_sides_of_the_change_of_clocks():
    def sent(anchor):
        return next(e.at for e in events(RECORDING, anchor) if e.native_id == "demo-st-005")

    assert sent(date(2026, 10, 24)) == datetime(2026, 10, 24, 6, 15, tzinfo=UTC)
    assert sent(date(2026, 10, 25)) == datetime(2026, 10, 25, 7, 15, tzinfo=UTC)


def test_an_edit_and_a_deletion_come_at_their_time():
    told = [
        (e.at.strftime("%d %H:%M"), e.native_id, e.received and e.received.text[-3:])
        for e in events(RECORDING, ANCHOR)
    ]
    assert told == [
        ("18 17:42", "demo-st-001", "ht?"),
        ("18 17:42", "demo-st-002", "er."),
        ("18 18:07", "demo-st-002", "kt."),
        ("19 22:55", "demo-st-003", "st!"),
        ("19 23:15", "demo-st-003", None),
        ("20 06:10", "demo-st-004", "ly."),
        ("21 07:15", "demo-st-005", "rt!"),
    ]


def test_the_raw_bytes_say_that_this_is_training():
    first = events(RECORDING, ANCHOR)[0].received
    assert json.loads(first.raw)["training"] is True
    assert json.loads(first.raw)["text"] == first.text
    assert (first.kind, first.thread, first.parent, first.lang) == (Kind.POST, "demo-st-t01", "", "de")


def test_what_was_expected_of_the_classifier_never_reaches_the_message():
    assert not [e for e in events(RECORDING, ANCHOR) if e.received and b"expect" in e.received.raw]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "7",
        '{"id": "a"}',
        '{"id": "a", "account": "k/x", "day": "x", "time": "08:00"}',
        '{"id": "a", "account": "k/x", "day": 99999999, "time": "08:00"}',
    ],
)
def test_a_line_that_does_not_fit_is_named(tmp_path, line):
    file = tmp_path / "bad.jsonl"
    file.write_text(RECORDING.read_text(encoding="utf-8").splitlines()[0] + "\n\n" + line, encoding="utf-8")
    with pytest.raises(SchemaChanged, match=r"bad\.jsonl, line 3"):
        events(file, ANCHOR)


def test_the_demo_plays_in_order_and_twice_alike():
    for file in sorted(DEMO.glob("*.jsonl")):
        told = events(file, ANCHOR)
        assert len({e.native_id for e in told}) >= 40
        assert [e.at for e in told] == sorted(e.at for e in told)
        assert told == events(file, ANCHOR)
