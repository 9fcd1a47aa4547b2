"""Every field of a message may be hostile: kept or refused with a reason, and nobody behind it is blocked."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casework import fitting, intake
from casework.fitting import Refusal
from casework.message import LONGEST_TEXT, Attachment, Author, Message
from tests import builders
from tests.builders import received

KEPT = {
    "a display name of 100 kB": {"author": Author("1", "anna", "N" * 100_000)},
    "an id with slashes and dots": {"native_id": "../../etc/passwd"},
    "an author's id of 100 kB": {"author": Author("1" * 100_000, "anna")},
    "an attachment that would run": {"attachments": (Attachment("image", "javascript:alert(1)", "=1+1"),)},
    "a thousand attachments": {"attachments": tuple(Attachment("image") for _ in range(1_000))},
    "a language of 100 kB": {"lang": "x" * 100_000},
    "lone surrogates and NUL": {"text": "a\ud800b\0c"},
}
LEFT_OUT = {
    "an address that would run": ({"url": "javascript:alert(1)"}, "url"),
    "an address of 3 kB": ({"url": "https://x.example/" + "a" * 3_000}, "url"),
    "a thread of 100 kB": ({"thread": "t" * 100_000}, "thread"),
    "a line break in what it answers": ({"parent": "1\n2"}, "parent"),
    "a handle with a line break": ({"author": Author("1", "an\nna")}, "author.handle"),
    "a handle of nothing": ({"author": Author("1", " ")}, "author.handle"),
    "a text of 5 MB": ({"text": "x" * 5_000_000}, "text"),
}
REFUSED = {
    "a time before 1970": ({"sent_at": datetime(1969, 7, 20, tzinfo=UTC)}, "sent_at"),
    "a time of the year 9999": ({"sent_at": datetime(9999, 12, 31, tzinfo=UTC)}, "sent_at"),
    "a time without a zone": ({"sent_at": datetime(2026, 11, 21)}, "sent_at"),  # noqa: DTZ001 - that is it
    "an empty id": ({"native_id": " "}, "native_id"),
    "a line break in an id": ({"native_id": "1\n2"}, "native_id"),
}


def _take_in(work, hostile, by="streife"):
    account = builders.an_account(work)
    given = {"native_id": "hostile", **hostile}
    text = given.pop("text", "Moin")
    return intake.take_in(
        work, account, [received(text, **given), received("dahinter", native_id="behind")], by
    )


@pytest.mark.parametrize("what", KEPT)
def test_it_is_kept_and_blocks_nobody(work, what):
    done = _take_in(work, KEPT[what])
    assert (done.count("new"), done.refused) == (2, ())
    assert {m.native_id for m in work.find(Message)} >= {"behind"}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_with_its_field_and_blocks_nobody(work, what):
    hostile, field = REFUSED[what]
    done = _take_in(work, hostile)
    assert [m.native_id for m in work.find(Message)] == ["behind"]
    ((_, reason),) = done.refused
    assert reason.startswith(f"{field}:")


def test_an_attachment_loses_its_odd_address_and_keeps_its_words(work):
    _take_in(work, KEPT["an attachment that would run"])
    kept = next(m for m in work.find(Message) if m.native_id == "hostile")
    assert kept.attachments == (Attachment("image", "", "=1+1"),)


@pytest.mark.parametrize("what", LEFT_OUT)
def test_a_network_keeps_no_message_from_us_by_an_odd_field(work, what):
    hostile, _ = LEFT_OUT[what]
    done = _take_in(work, hostile)
    assert (done.count("new"), done.refused) == (2, ())
    kept = next(m for m in work.find(Message) if m.native_id == "hostile")
    assert (kept.url, kept.thread, kept.parent) == ("", "", "")
    assert "\n" not in kept.author.handle


@pytest.mark.parametrize("what", LEFT_OUT)
def test_whoever_gives_a_file_is_told_of_an_odd_field(work, what):
    hostile, field = LEFT_OUT[what]
    ((_, reason),) = _take_in(work, hostile, by="anna").refused
    assert reason.startswith(f"{field}:")
    assert work.find(Refusal) == []


def test_a_text_that_is_too_long_is_cut_and_its_bytes_are_all_there(work):
    _take_in(work, {"text": "x" * 5_000_000})
    kept = next(m for m in work.find(Message) if m.native_id == "hostile")
    assert (len(kept.text), kept.text[-2:]) == (LONGEST_TEXT, "x…")
    assert len(work.raw(kept.id, 1)) == 5_000_000


@pytest.mark.parametrize("native_id", [" ", "1\n2", "\ud800" * 3_000])
def test_what_is_refused_is_logged_once_however_often_it_lies_in_the_overlap(work, native_id):
    account = builders.an_account(work)
    for _ in range(3):
        done = intake.take_in(work, account, [received(native_id=native_id)])
        assert len(done.refused) == 1
    logged = [e for e in work.audit_of(f"account:{account.id}") if e.act == "taken_in"]
    assert [len(e.detail["refused"]) for e in logged] == [1]
    (kept,) = fitting.refusals(work, [account.id])
    assert kept.reason.startswith("native_id:")


def test_a_refusal_is_shown_until_the_message_came_or_for_a_month(work, clock):
    account = builders.an_account(work)
    late = received(native_id="n", sent_at=datetime(1999, 1, 1, tzinfo=UTC))
    intake.take_in(work, account, [late, replace(late, native_id="m")])
    assert [r.native_id for r in fitting.refusals(work, [account.id])] == ["m", "n"]
    intake.take_in(work, account, [received(native_id="n")])
    assert [r.native_id for r in fitting.refusals(work, [account.id])] == ["m"]
    clock.forward(days=30)
    assert fitting.refusals(work, [account.id]) == []
