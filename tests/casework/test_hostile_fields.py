"""Every field of a message may be hostile: kept or refused with a reason, and nobody behind it is blocked."""

from datetime import UTC, datetime

import pytest

from casework import intake
from casework.message import Attachment, Author, Message
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
REFUSED = {
    "an address that would run": ({"url": "javascript:alert(1)"}, "url"),
    "a time before 1970": ({"sent_at": datetime(1969, 7, 20, tzinfo=UTC)}, "sent_at"),
    "a time of the year 9999": ({"sent_at": datetime(9999, 12, 31, tzinfo=UTC)}, "sent_at"),
    "a time without a zone": ({"sent_at": datetime(2026, 11, 21)}, "sent_at"),  # noqa: DTZ001 - that is it
    "an empty id": ({"native_id": " "}, "native_id"),
    "a line break in an id": ({"native_id": "1\n2"}, "native_id"),
    "a thread of 100 kB": ({"thread": "t" * 100_000}, "thread"),
    "a text of 5 MB": ({"text": "x" * 5_000_000}, "text"),
}


def _take_in(work, hostile):
    account = builders.an_account(work)
    given = {"native_id": "hostile", **hostile}
    text = given.pop("text", "Moin")
    return intake.take_in(work, account, [received(text, **given), received("dahinter", native_id="behind")])


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
