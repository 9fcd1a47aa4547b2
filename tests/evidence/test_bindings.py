"""What the signed log does not say, or says otherwise: no item passes as secured past it."""

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from casework import case, erasure, intake
from casework.account import Account
from casework.dossier import gather
from casework.errors import Refused
from casework.message import Author, Message, sha256
from data.engine import open_engine
from data.memory import MemoryStore
from data.migrate import migrate
from data.store import SqlStore
from evidence import bindings, form
from evidence.verify import verify
from tests.builders import FakeClock, an_author, received
from tests.evidence.conftest import a_case, a_dossier, packed, taken_in_long_ago
from tests.evidence.test_verify import lines_of, rewritten, what_failed, with_log

FORGED = b"Ich stech dich ab"


def with_two_wordings(between=lambda *_: None):
    """A case with one message whose second wording was bound; something may befall it between the two."""
    store = MemoryStore(FakeClock())
    officer, opened = a_case(store, ("erste",))
    one = received("v1 harmlos")
    with store.begin() as work:
        account = work.get(Account, 1)
        message = intake.take_in(work, account, [one]).taken[0].message
        between(work, message)
        intake.take_in(work, account, [replace(one, text="v2 Drohung", raw=b"v2 Drohung")])
        case.add_item(work, officer, opened.id, message.id)
        return gather(work, officer, opened.id)


@pytest.fixture(scope="module")
def edited():
    return with_two_wordings()


@pytest.fixture
def package(edited, tmp_path):
    return packed(edited, tmp_path)


def without(package, act):
    return with_log(package, [one for one in lines_of(package) if f'"{act}"' not in one["content"]])


def forge(document):
    """The first wording of the second item becomes another one, with its hash."""
    item = document["items"][1] if "items" in document else document
    item["versions"][0]["sha256"] = sha256(FORGED)


def test_every_wording_is_compared_with_what_the_log_says_arrived(package):
    assert verify(package).holds
    (package / "data/items/0002/raw-v1.bin").write_bytes(FORGED)
    rewritten(package, "data/items/0002/message.json", forge)
    found = what_failed(rewritten(package, form.CASE, forge))
    assert "data/items/0002/raw-v1.bin: entry " in found
    assert "of the audit log says that other bytes were taken in as version 1" in found


def test_an_item_that_the_log_never_bound_does_not_hold(package):
    found = what_failed(without(package, "bound_into_case"))
    assert "data/items/0001: the audit log has no entry that bound it into the case" in found


def test_a_wording_that_the_log_never_took_in_does_not_hold(package):
    found = what_failed(without(package, "taken_in"))
    assert "raw-v2.bin: the audit log has no entry by which version 2 was taken in" in found


def test_a_later_entry_does_not_make_another_wording_the_first_one():
    told = [["", "", "", "taken_in", "account:1", {"messages": [[2, 1, sha256(b)]]}] for b in (b"a", b"b")]
    entries = [[seq, *entry[1:]] for seq, entry in enumerate(told, start=1)]
    assert bindings.logged(entries, 1).arrived == {(2, 1): bindings.Arrival(1, sha256(b"a"))}


def test_a_swapped_earlier_wording_is_not_exported(edited, tmp_path):
    old = edited.exhibits[1]
    swapped = replace(old.versions[0], raw=FORGED, sha256=sha256(FORGED))
    forged = replace(old, versions=(swapped, *old.versions[1:]))
    with pytest.raises(Refused, match=r"message 2: .*other bytes were taken in as version 1"):
        packed(replace(edited, exhibits=(edited.exhibits[0], forged)), tmp_path)


def test_a_message_put_into_the_tables_past_the_log_is_not_exported(store, tmp_path):
    officer, opened = a_case(store, ("erste",))
    with store.begin() as work:
        message = work.take_in(work.get(Account, 1), [received("erfunden")])[0].message
        case.add_item(work, officer, opened.id, message.id)
        dossier = gather(work, officer, opened.id)
    with pytest.raises(Refused, match="no entry by which version 1 was taken in"):
        packed(dossier, tmp_path)


@pytest.mark.parametrize("what", ["text", "author", "sent_at"])
def test_other_words_author_or_time_than_the_log_pins_do_not_hold(package, what):
    def forge(document):
        if what == "text":
            document["versions"][0]["text"] = FORGED.decode()
        else:
            others = {"author": {"id": "x", "handle": "x", "name": "x"}, "sent_at": "2026-01-01T00:00:00Z"}
            document["facts"][what] = others[what]

    found = what_failed(rewritten(package, "data/items/0002/message.json", forge))
    assert "raw-v1.bin: entry " in found
    assert "other words, or another author or time, were read out of these bytes" in found


OTHER_PLACES = {
    "native_id": "x",
    "kind": "dm",
    "url": "https://anderswo.example/1",
    "thread": "x",
    "parent": "x",
    "lang": "xx",
    "attachments": [{"kind": "image", "url": "https://anderswo.example/1.png", "alt": ""}],
}


@pytest.mark.parametrize("what", OTHER_PLACES)
def test_another_address_kind_thread_or_attachment_than_the_log_pins_does_not_hold(package, what):
    def forge(document):
        document["facts"][what] = OTHER_PLACES[what]

    found = what_failed(rewritten(package, "data/items/0002/message.json", forge))
    assert "raw-v2.bin: entry " in found
    assert "other places (address, id, thread, kind) or attachments were read out of these bytes" in found


def test_a_record_whose_address_was_changed_is_not_exported(edited, tmp_path):
    one = edited.exhibits[1]
    forged = replace(one, message=replace(one.message, url="https://anderswo.example/1"))
    with pytest.raises(Refused, match=r"message 2: .*raw-v2.bin: .*other places"):
        packed(replace(edited, exhibits=(edited.exhibits[0], forged)), tmp_path)


def test_an_older_log_that_pinned_no_place_holds_and_that_is_said(package):
    def older(content):
        seq, at, actor, act, about, told = json.loads(content)
        if act == "taken_in":
            told["messages"] = [one[:4] for one in told["messages"]]
        return [seq, at, actor, act, about, told]

    entries = [older(one["content"]) for one in lines_of(package)]
    item = form.CaseFile.model_validate_json((package / form.CASE).read_bytes()).items[1]
    assert "address and attachments" in bindings.logged(entries, 1).unsaid(item)


def test_a_record_whose_author_was_changed_is_not_exported(edited, tmp_path):
    one = edited.exhibits[0]
    forged = replace(one, message=replace(one.message, author=Author("did:x", "anderer.example", "Anderer")))
    with pytest.raises(Refused, match=r"message 1: .*another author or time"):
        packed(replace(edited, exhibits=(forged, *edited.exhibits[1:])), tmp_path)


def test_what_was_taken_in_holds_from_the_database_too(clock, tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'streife.db'}")
    migrate(engine)
    when = datetime(2026, 11, 21, 11, 0, 0, 123456, timezone(timedelta(hours=1)))
    odd = received("Müll \u202e\0\ud800", sent_at=when)
    later = replace(odd, text="anders", raw=b"anders", author=an_author("neu.example"))
    store = SqlStore(engine, clock)
    officer, opened = a_case(store, ("erste",))
    with store.begin() as work:
        account = work.find(Account)[0]
        message = intake.take_in(work, account, [odd]).taken[0].message
        intake.take_in(work, account, [later])
        case.add_item(work, officer, opened.id, message.id)
        dossier = gather(work, officer, opened.id)
    report = verify(packed(dossier, tmp_path / "out"))
    engine.dispose()
    assert report.holds
    assert not any("older log" in one.words for one in report.checks)


def test_an_older_log_that_noted_no_hash_at_arrival_holds_and_that_is_said(store, tmp_path):
    report = verify(packed(a_dossier(store, take=taken_in_long_ago), tmp_path))
    assert report.holds
    assert any("did not note the hash of each wording as it arrived" in one.words for one in report.checks)


def test_a_wording_that_the_log_took_in_cannot_be_left_out(package):
    def drop(document):
        item = document["items"][1] if "items" in document else document
        item["versions"] = item["versions"][1:]

    for file in (package / "data/items/0002").glob("raw-v1*"):
        file.unlink()
    rewritten(package, "data/items/0002/message.json", drop)
    assert "version 1 is missing: entry " in what_failed(rewritten(package, form.CASE, drop))


def test_a_wording_stands_there_once(package):
    def double(document):
        item = document["items"][1] if "items" in document else document
        first = item["versions"][0]
        item["versions"].insert(0, {**first, "text": "x"} if "text" in first else first)

    rewritten(package, "data/items/0002/message.json", double)
    assert "a version stands there twice" in what_failed(rewritten(package, form.CASE, double))


def test_a_message_that_was_erased_and_shown_again_is_named_with_the_remedy(tmp_path):
    def erased_and_shown(work, message):
        erasure.erase(work, work.replace(replace(message, deleted_at=work.now)))
        erasure.seen_again(work, work.get(Message, message.id))

    with pytest.raises(Refused, match="erased as its author took it back; leave the message out"):
        packed(with_two_wordings(erased_and_shown), tmp_path)
