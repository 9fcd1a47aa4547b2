import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.account import Account
from casework.labels import Platform
from casework.message import Message, Version
from connectors import jsonl
from data.memory import MemoryStore
from streife import importing
from tests import builders
from tests.builders import NOON, FakeClock

GOOD = {
    "platform": "bluesky",
    "account": "kira.example",
    "native_id": "1",
    "kind": "post",
    "author": {"id": "a", "handle": "nachbarin", "name": "N."},
    "text": "Danke!",
    "sent_at": "2026-11-21T08:41:00+01:00",
}


@pytest.fixture
def house(store):
    with store.begin() as work:
        builders.an_account(work, platform=Platform.BLUESKY, handle="kira.example")
    return store


def _lines(*told):
    return [one if isinstance(one, bytes) else json.dumps(one).encode() for one in told]


def _import(store, *told):
    return importing.import_lines(store, jsonl.read(_lines(*told), NOON)).told()


def test_a_good_line_is_kept_with_its_exact_bytes(house):
    line = json.dumps(GOOD).encode()
    assert _import(house, line) == {"added": 1, "unchanged": 0, "refused": []}
    with house.begin() as work:
        assert work.find(Version)[0].raw == line


def test_the_same_file_twice_adds_nothing(house):
    _import(house, GOOD)
    assert _import(house, GOOD) == {"added": 0, "unchanged": 1, "refused": []}


def test_new_words_for_a_known_message_are_an_edit(house):
    _import(house, GOOD)
    assert _import(house, GOOD | {"text": "Vielen Dank!"})["edited"] == 1


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{kaputt", "not JSON"),
        (b'{"text": "\xff"}', "not UTF-8: byte 11"),
        (b"[1, 2]", "not a JSON object"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": NaN}', "NaN"),
        (b'{"platform": "x", "platform": "x"}', "twice"),
        (GOOD | {"text": "a" * 5_000_000}, "text: 5000000 characters"),
        (GOOD | {"sent_at": "0000-01-01T00:00:00Z"}, "sent_at: year 0 is out of range"),
        (GOOD | {"sent_at": "9999-12-31T23:59:59-10:00"}, "sent_at: outside the calendar"),
        (GOOD | {"sent_at": "9999-12-31T00:00:00Z"}, "sent_at: more than a day in the future"),
        (GOOD | {"sent_at": "1969-07-20T20:17:00Z"}, "sent_at: before the year 2000"),
        (GOOD | {"sent_at": "2026-11-21T08:41:00"}, "sent_at: has no time zone"),
        (GOOD | {"native_id": "a\nb"}, "native_id: holds a control character"),
        (GOOD | {"native_id": ""}, "native_id"),
        (GOOD | {"url": "javascript:alert(1)"}, "url: must begin with"),
        (GOOD | {"platform": "myspace"}, "platform"),
        (GOOD | {"extra": 1}, "extra"),
        (GOOD | {"text": None}, "text"),
        (GOOD | {"account": "niemand"}, "bluesky/niemand is not known"),
    ],
)
def test_a_bad_line_is_named_with_its_reason_and_the_good_ones_are_kept(house, bad, reason):
    told = _import(house, GOOD, bad, GOOD | {"native_id": "2"})
    assert told["added"] == 2
    assert [one["line"] for one in told["refused"]] == [2]
    assert reason in told["refused"][0]["reason"]


@pytest.mark.parametrize("text", ["\u202e rechts", "a\0b", "\ud800", "\x1b[31m rot", "👮🏽\u200d♀️", ""])
def test_hostile_words_are_kept_in_a_form_every_store_takes(house, text):
    assert _import(house, GOOD | {"text": text})["added"] == 1
    with house.begin() as work:
        work.find(Message)[0].text.encode("utf-8")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.binary(max_size=80) | st.just(json.dumps(GOOD).encode()), max_size=8))
def test_whatever_a_file_holds_every_line_is_kept_or_named(lines):
    store = MemoryStore(FakeClock())
    with store.begin() as work:
        builders.an_account(work, platform=Platform.BLUESKY, handle="kira.example")
    lines = [line.replace(b"\n", b"").replace(b"\r", b"").replace(b"\xef\xbb\xbf", b"") for line in lines]
    told = importing.import_lines(store, jsonl.read(lines, NOON)).told()
    assert told["added"] + told["unchanged"] + len(told["refused"]) == sum(bool(x.strip()) for x in lines)
    with store.begin() as work:
        assert work.find(Account)
