import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import consent, tenure
from casework.account import Account
from casework.errors import Refused
from casework.labels import Platform
from casework.message import Message, Version
from casework.people import Officer
from connectors import jsonl, takeout
from data.memory import MemoryStore
from streife import importing
from tests import builders
from tests.builders import NOON, FakeClock
from tests.connectors.exports import (
    facebook_download,
    meta_message,
    meta_thread,
    x_archive,
    x_message,
    youtube_takeout,
    zipped,
)

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
    return importing.import_lines(store, jsonl.read(_lines(*told), NOON), "merle").told()


def test_a_good_line_is_kept_with_its_exact_bytes(house):
    line = json.dumps(GOOD).encode()
    assert _import(house, line) == {"added": 1, "unchanged": 0, "refused": []}
    with house.begin() as work:
        assert work.find(Version)[0].raw == line


def test_the_log_says_who_gave_the_file_and_not_that_the_network_sent_it(house):
    _import(house, GOOD)
    with house.begin() as work:
        [entry] = [e for e in work.touching(work.find(Message)[0].id) if e.act == "taken_in"]
    assert entry.actor == "merle"


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
    told = importing.import_lines(store, jsonl.read(lines, NOON), "merle").told()
    assert told["added"] + told["unchanged"] + len(told["refused"]) == sum(bool(x.strip()) for x in lines)
    with store.begin() as work:
        assert work.find(Account)


@pytest.mark.parametrize("how", ["left", "closed", "handed_over"])
def test_after_an_account_was_given_up_nothing_is_taken_in_until_its_officer_consents(house, how):
    with house.begin() as work:
        (account,) = work.find(Account)
        tenure.finish(work, account, tenure.End(how))
        if how != "left":
            account = work.replace(replace(account, officer_id=builders.an_officer(work).id))
            tenure.begin(work, account)
    (refused,) = _import(house, GOOD)["refused"]
    assert f"bluesky/kira.example was {how}; nothing is taken in until the officer" in refused["reason"]
    with house.begin() as work:
        assert work.find(Message) == []
        officer = work.get(Officer, account.officer_id)
        consent.give(work, builders.the_person(work, officer), account)
    assert _import(house, GOOD)["added"] == 1


class TestExports:
    @pytest.fixture
    def house(self, store):
        with store.begin() as work:
            for platform, handle in (
                (Platform.X, "@polahlers"),
                (Platform.FACEBOOK, "jonas.petersen.polizei"),
            ):
                builders.an_account(work, platform=platform, handle=handle)
        return store

    def take_in(self, store, file, account=""):
        return importing.take_in_export(store, takeout.opened(file, NOON), "merle", account).told()

    def test_what_others_wrote_is_kept_for_the_account_that_the_export_names(self, house):
        told = self.take_in(house, x_archive(x_message(1), x_message(2, sender="1"), x_message(3, text={})))
        assert (told["added"], told["unchanged"]) == (1, 0)
        assert "message 3: text is missing" in told["refused"][0]["reason"]
        assert told["export"]["account"] == "x/@polahlers"
        assert "replies" in told["export"]["lacks"]
        with house.begin() as work:
            (message,) = work.find(Message)
            assert work.get(Account, message.account_id).handle == "@polahlers"

    @pytest.mark.parametrize(
        "make", [lambda: x_archive(x_message(1)), lambda: facebook_download(meta_message(1))]
    )
    def test_the_same_export_twice_adds_nothing(self, house, make):
        assert self.take_in(house, make())["added"] == 1
        told = self.take_in(house, make())
        assert (told["added"], told["unchanged"], "edited" in told) == (0, 1, False)

    def test_what_the_connector_read_before_is_not_added_again(self, house):
        with house.begin() as work:
            (account,) = work.find(Account, platform=Platform.X)
            builders.a_message(work, account, "Moin", native_id="dm:1")
        told = self.take_in(house, x_archive(x_message(1, "Moin"), x_message(2)))
        assert (told["added"], told["unchanged"]) == (1, 1)

    def test_an_export_that_does_not_name_its_account_is_told_it(self, house):
        file = zipped({"messages/inbox/a_1/message_1.json": meta_thread(meta_message(1), names=("A", "B"))})
        for account in ("", "facebook", "facebook/", "myspace/jonas", "/", "jonas"):
            with pytest.raises(Refused, match="--account PLATFORM/HANDLE"):
                self.take_in(house, file, account)
        file = zipped(
            {
                f"messages/inbox/{name}_1/message_1.json": meta_thread(
                    meta_message(1, sender=name), names=(name, "Jonas")
                )
                for name in ("Anna", "Ben")
            }
        )
        assert self.take_in(house, file, "facebook/jonas.petersen.polizei")["added"] == 2

    @pytest.mark.parametrize(
        ("account", "reason"),
        [
            ("x/somebody", "is of x/PolAhlers, not of x/somebody"),
            ("facebook/PolAhlers", "is of x/PolAhlers, not of facebook/PolAhlers"),
            ("PolAhlers", "not of PolAhlers"),
        ],
    )
    def test_nobodys_messages_are_put_to_another_account(self, house, account, reason):
        with pytest.raises(Refused, match=reason):
            self.take_in(house, x_archive(x_message(1)), account)
        with house.begin() as work:
            assert work.find(Message) == []

    def test_an_account_that_is_not_ours_is_named(self, house):
        with pytest.raises(Refused, match="youtube/Wache is not known"):
            self.take_in(house, youtube_takeout(), "youtube/Wache")

    def test_the_export_of_an_account_that_was_left_is_refused_as_a_whole(self, house):
        with house.begin() as work:
            (account,) = work.find(Account, platform=Platform.X)
            tenure.finish(work, account, tenure.End.LEFT)
        with pytest.raises(Refused, match="x/PolAhlers was left"):
            self.take_in(house, x_archive(x_message(1)))

    def test_json_lines_name_their_accounts_themselves(self, house):
        with pytest.raises(Refused, match="each of the JSON Lines names its own"):
            importing.take_in(house, jsonl.read([], NOON), "merle", "x/polahlers")
