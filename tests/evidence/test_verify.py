"""Verifying a package: any single change is found and named; what cannot be proven is said."""

import hashlib
import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import bagit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework import case, intake
from casework.account import Account
from casework.case import Draft
from casework.dossier import gather
from casework.errors import Refused
from casework.message import Message, sha256
from casework.record import PersonRole
from data.memory import MemoryStore
from evidence import bag, form
from evidence.findings import Check
from evidence.logbook import _roots
from evidence.verify import _found, verify
from tests.builders import NOON, FakeClock, received
from tests.evidence.conftest import a_case, a_dossier, a_sealer, packed

FILES = (
    *form.TAG_FILES,
    *form.TAG_MANIFESTS.values(),
    *(form.SIGNATURE, form.HEAD_SIGNATURE, form.SEAL_SUMS),
    *(form.CASE, form.AUDIT, form.HEAD, form.SEAL, form.README, form.REPORT, form.LETTER),
    *(form.TABLE, form.GRAPH, form.CRATE),
    *(f"data/items/{item}" for item in ("0001/message.json", "0001/raw-v1.json", "0002/raw-v1.bin")),
    "data/items/0002/message.json",
)
many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@contextmanager
def changed(path: Path, content: bytes):
    """The file with other content, put right again afterwards."""
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        yield
    finally:
        path.write_bytes(before)


def rebagged(package: Path, signer=None) -> Path:
    """The package with all manifests computed and signed anew, as a forger who has the key would do."""
    payload = {p.relative_to(package).as_posix(): p.read_bytes() for p in package.rglob("*") if p.is_file()}
    data = {name: content for name, content in payload.items() if name.startswith("data/")}
    oxum = f"Payload-Oxum: {sum(map(len, data.values()))}.{len(data)}\n"
    info = [
        line for line in payload[form.INFO].decode().splitlines(True) if not line.startswith("Payload-Oxum")
    ]
    (package / form.INFO).write_text("".join(info) + oxum)
    for names, manifests in ((data, form.MANIFESTS), (form.TAG_FILES, form.TAG_MANIFESTS)):
        for algorithm, manifest in manifests.items():
            held = {name: hashlib.new(algorithm, (package / name).read_bytes()).hexdigest() for name in names}
            (package / manifest).write_bytes(bag._manifest(held))
    bagit.Bag(str(package)).validate()
    return signed_anew(package, signer or a_sealer().signer)


def signed_anew(package: Path, signer) -> Path:
    """The package with signatures by this key in place of those that it had."""
    made = {name: signer.sign((package / over).read_bytes(), NOON) for name, over in form.SIGNED.items()}
    for name, content in made.items():
        (package / name).write_bytes(content)
    return summed(package)


def exported(package: Path) -> datetime:
    """When this package was exported, as PDFs tell the time."""
    return datetime.fromisoformat(json.loads((package / form.HEAD).read_bytes())["at"])


def summed(package: Path) -> Path:
    """The package with the sums of its signatures put right."""
    names = form.seal_files(stamped=True) & files_in(package)
    sums = {name: sha256((package / name).read_bytes()) for name in names}
    (package / form.SEAL_SUMS).write_bytes(bag._manifest(sums))
    return package


def files_in(package: Path) -> set[str]:
    return {p.relative_to(package).as_posix() for p in package.rglob("*") if p.is_file()}


def what_failed(package: Path, **given) -> str:
    report = verify(package, **given)
    assert report.holds is not bool(report.failed)
    return "\n".join(f"{c.what}: {c.words}" for c in report.failed)


def rewritten(package: Path, name: str, change) -> Path:
    """The JSON file changed and everything packed anew."""
    document = json.loads((package / name).read_bytes())
    change(document)
    (package / name).write_bytes(form.document(document))
    return rebagged(package)


def lines_of(package: Path) -> list[dict]:
    return [json.loads(line) for line in (package / form.AUDIT).read_text().splitlines()]


def with_log(package: Path, lines: list[dict]) -> Path:
    (package / form.AUDIT).write_bytes(b"".join(map(form.line, lines)))
    return rebagged(package)


def test_a_sound_package_holds_and_says_so_item_by_item(package):
    report = verify(package)
    assert report.holds
    assert [c.what for c in report.checks if c.what.startswith("data/items")] == [
        "data/items/0001",
        "data/items/0002",
    ]
    assert report.fingerprint == bag.fingerprint(package)
    assert report.lines()[-1] == "the package holds"
    assert [c.what for c in report.checks if c.what.endswith(".p7s")] == ["audit-head.p7s", "signature.p7s"]
    assert any("DEMO authority" in limit for limit in report.limits)
    assert any("not time-stamped" in limit for limit in report.limits)
    assert any("not checked against a root you trust" in limit for limit in report.limits)


def test_the_list_of_files_is_complete(shared_package):
    assert files_in(shared_package) == set(FILES)


@many
@given(name=st.sampled_from(sorted(FILES)), where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_of_any_file_is_found_and_the_file_named(shared_package, name, where, bit):
    path = shared_package / name
    content = bytearray(path.read_bytes())
    content[int(where * len(content))] ^= 1 << bit
    with changed(path, bytes(content)):
        found = what_failed(shared_package)
    assert name in found


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_first_and_last_bytes_of_each_file_count(shared_package, name):
    content = (shared_package / name).read_bytes()
    for other in (content[1:], content[:-1], content + b"\n", content + b"\0", b"", b"\n" + content):
        with changed(shared_package / name, other):
            assert name in what_failed(shared_package)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_removed_file_is_found(package, name):
    (package / name).unlink()
    assert name in what_failed(package)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_renamed_file_is_found(package, name):
    (package / name).rename(package / (name + "2"))
    found = what_failed(package)
    assert f"{name}2: added" in found
    assert name in found.replace(f"{name}2", "")


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_in_other_letters_is_found(package, name):
    other = Path(name).with_name(Path(name).name.swapcase())
    (package / name).rename(package / other)
    assert str(other) in what_failed(package)


def test_two_files_that_change_places_are_found(package):
    one, two = (package / f"data/items/000{n}/message.json" for n in (1, 2))
    one.rename(package / "x")
    two.rename(one)
    (package / "x").rename(two)
    assert "0001/message.json" in what_failed(package)


@pytest.mark.parametrize(
    "name",
    ["data/x", "x", ".hidden", "data/.hidden", "data/items/0003/raw-v1.bin", "fetch.txt", "manifest-md5.txt"],
)
def test_an_added_file_is_found(package, name):
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_bytes(b"")
    assert name in what_failed(package)


def test_an_added_empty_folder_is_found(package):
    (package / "data/extra").mkdir()
    assert "data/extra: an empty folder" in what_failed(package)


@pytest.mark.parametrize("hostile", ["a\nb", "\u202e", "a b", "\udcff"])
def test_a_file_with_a_strange_name_is_found_and_shown_harmlessly(package, hostile):
    (package / "data" / os.fsencode(hostile).decode(errors="surrogateescape")).write_bytes(b"")
    found = what_failed(package)
    assert "a name that no package holds" in found
    assert not {"\u202e", "\udcff"} & set(found)
    found.encode()


def test_a_link_in_place_of_a_file_is_refused_though_its_content_is_the_same(package, tmp_path):
    path = package / "data/bericht.pdf"
    path.rename(tmp_path / "moved")
    path.symlink_to(tmp_path / "moved")
    assert "data/bericht.pdf: a link" in what_failed(package)


def test_a_link_in_place_of_a_folder_is_refused(package, tmp_path):
    (package / "data/items").rename(tmp_path / "items")
    (package / "data/items").symlink_to(tmp_path / "items")
    assert "data/items: a link" in what_failed(package)


def test_a_pipe_does_not_stop_us(package):
    os.mkfifo(package / "data/pipe")
    assert "data/pipe: a link or special file" in what_failed(package)


@pytest.mark.parametrize(
    "path", ["../../../etc/hostname", "/etc/hostname", "data/../../x", "data//bericht.pdf"]
)
def test_a_manifest_that_points_outside_reads_nothing_there(package, path):
    manifest = package / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text() + f"{'0' * 64}  {path}\n")
    assert f"{path}: missing" in what_failed(package) or "out of order" in what_failed(package)


def test_the_folder_it_was_exported_to_will_do(package):
    assert verify(package.parent).holds


@pytest.fixture
def deep_package(package):
    """A package to dig in; Python 3.11 cannot remove what is dug there, and pytest would stumble over it."""
    yield package
    subprocess.run(["rm", "-rf", package], check=True)


def test_folders_in_folders_without_end_do_not_stop_us(deep_package):
    deep = deep_package / "data"
    for _ in range(1_500):
        deep /= "d"
        deep.mkdir()
    assert "an empty folder" in what_failed(deep_package)


def test_folders_with_a_path_longer_than_the_system_takes_are_found(deep_package):
    nested = deep_package / "data" / ("x" * 200)
    nested.mkdir()
    handle = os.open(nested, os.O_RDONLY)
    for _ in range(25):  # beyond the longest path that the system takes
        os.mkdir("y" * 200, dir_fd=handle)
        handle, last = os.open("y" * 200, os.O_RDONLY, dir_fd=handle), handle
        os.close(last)
    os.close(handle)
    assert "cannot be read" in what_failed(deep_package)


def test_a_package_hidden_inside_a_damaged_one_is_not_taken_for_it(package, tmp_path):
    shutil.copytree(package, tmp_path / "copy")
    (tmp_path / "copy").rename(package / "data/copy")
    (package / form.DECLARATION).unlink()
    assert form.DECLARATION in what_failed(package)


@pytest.mark.parametrize("make", [lambda p: p, lambda p: p.write_bytes(b"PK\x05\x06 no zip")])
def test_what_is_no_package_at_all_is_refused(tmp_path, make):
    make(tmp_path / "thing")
    with pytest.raises(Refused, match="neither"):
        verify(tmp_path / "thing")


def test_an_empty_folder_does_not_hold(tmp_path):
    assert not verify(tmp_path).holds


# What repacking everything leaves to be found: contradictions inside, and the fingerprint.


def test_the_right_fingerprint_holds_in_any_writing(package):
    told = bag.fingerprint(package).upper()
    assert verify(package, fingerprint=f" {told[:32]} {told[32:]}\n").holds


def test_another_fingerprint_does_not_hold(package):
    assert "is NOT the one" in what_failed(package, fingerprint="0" * 64)


def test_what_somebody_with_the_key_packs_anew_is_found_by_the_fingerprint(package):
    told = bag.fingerprint(package)
    (package / form.README).write_text("alles erfunden\n")
    assert verify(rebagged(package)).holds
    assert "is NOT the one" in what_failed(package, fingerprint=told)


def test_other_raw_bytes_packed_anew_contradict_the_case(package):
    (package / "data/items/0001/raw-v1.json").write_bytes(b"{}")
    assert "does not hold the bytes received as version 1" in what_failed(rebagged(package))


def test_other_raw_bytes_with_a_rewritten_case_contradict_the_log(package):
    raw = b"{}"
    (package / "data/items/0001/raw-v1.json").write_bytes(raw)

    def forge(document):
        item = document["items"][0] if "items" in document else document
        item["versions"][0]["sha256"] = sha256(raw)
        if "bound" in item:
            item["bound"]["sha256"] = sha256(raw)

    rewritten(package, "data/items/0001/message.json", forge)
    rewritten(package, form.CASE, forge)
    assert "the audit log says that other bytes were secured" in what_failed(package)


def test_a_case_and_a_message_that_disagree_are_found(package):
    rewritten(package, "data/items/0002/message.json", lambda d: d.update(message_id=1))
    assert "data/items/0002/message.json and data/case.json disagree" in what_failed(package)


def test_an_item_left_out_of_the_case_is_found(package):
    rewritten(package, form.CASE, lambda d: d["items"].pop())
    assert "data/items/0002/message.json: data/case.json does not speak of this file" in what_failed(package)


@pytest.mark.parametrize(
    "file", ["../../../etc/hostname", "/etc/hostname", "data/case.json", "data/items/0001/x"]
)
def test_a_case_that_names_files_outside_an_item_reads_nothing_there(package, file):
    rewritten(package, form.CASE, lambda d: d["items"][0]["versions"][0].update(file=file))
    assert "does not hold the bytes" in what_failed(package)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"[" * 100_000, b"\xff", b'{"format":"streife-package/2"}']
)
def test_a_case_in_another_form_is_found(package, content):
    (package / form.CASE).write_bytes(content)
    assert "data/case.json: not in the form streife-package/1" in what_failed(rebagged(package))


@pytest.mark.parametrize("content", [b"", b"x\n", b"{}\n", b'{"seq":1,"content":"","leaf":"","root":""}\n'])
def test_a_log_in_another_form_is_found(package, content):
    (package / form.AUDIT).write_bytes(content)
    assert form.AUDIT in what_failed(rebagged(package))


def test_a_changed_audit_entry_is_named(package):
    lines = lines_of(package)
    lines[1]["content"] = lines[1]["content"].replace("merle.dobisch", "niemand").replace("streife", "x")
    assert f"entry {lines[1]['seq']}: its content does not yield its leaf" in what_failed(
        with_log(package, lines)
    )


@pytest.mark.parametrize("act", ["media_secured", "capture_secured", "bound_into_case", "released_from_case"])
def test_an_entry_about_a_number_beyond_all_measure_is_only_a_wrong_entry(package, act):
    lines = lines_of(package)
    detail = {"number": 0, "sha256": "0", "files": [], "case": 1}
    lines[0]["content"] = json.dumps([1, "", "x", act, "message:" + "9" * 5_000, detail])
    assert "entry 1: its content does not yield its leaf" in what_failed(with_log(package, lines))


def test_a_check_that_breaks_off_is_a_finding_with_the_kind_of_its_error(caplog):
    def broken():
        yield Check("a", True, "sound")
        raise OverflowError("of whoever made the package")

    one, two = _found("the seal", broken)
    assert (one.what, two.what, two.ok) == ("a", "the seal", False)
    assert "OverflowError" in two.words
    assert caplog.messages == ["checking the seal broke off: OverflowError"]


def test_audit_entries_out_of_order_are_named(package):
    lines = lines_of(package)
    assert "out of order" in what_failed(with_log(package, [lines[1], lines[0], *lines[2:]]))


def test_an_entry_under_another_number_is_found(package):
    lines = lines_of(package)
    lines[-1]["seq"] += 5
    assert "not proven to be in the tree" in what_failed(with_log(package, lines))


def test_a_log_without_its_end_is_found(package):
    assert "does not end at the log's head" in what_failed(with_log(package, lines_of(package)[:-1]))


def test_a_wrong_root_is_found_where_its_predecessors_are_known(package):
    lines = lines_of(package)
    assert [line["seq"] for line in lines[:2]] == [1, 2]
    lines[1]["root"] = "00" * 32
    assert f"entry {lines[1]['seq']}: its root does not follow" in what_failed(with_log(package, lines))


def test_the_report_says_how_many_roots_could_be_computed(package):
    [log] = [c for c in verify(package).checks if c.what == form.AUDIT]
    assert "entries hold" in log.words
    assert "roots could be computed" in log.words


@settings(max_examples=60, deadline=None)
@given(gaps=st.lists(st.integers(0, 6), min_size=1, max_size=25))
def test_roots_of_a_real_log_follow_whatever_is_left_out(gaps):
    store = MemoryStore(FakeClock())
    kept = []
    with store.begin() as work:
        for gap in gaps:
            for _ in range(gap):
                work.record("a", "other", "elsewhere")
            kept.append(work.record("a", "ours", "case:1"))
    lines = [form.AuditLine(seq=e.seq, content="", leaf=e.leaf, root=e.root, proof=()) for e in kept]
    proven, broken = _roots(lines)
    assert broken == []
    assert proven == len(lines) if not any(gaps) else proven <= len(lines)


def test_a_wrong_root_in_a_whole_log_is_always_found():
    store = MemoryStore(FakeClock())
    with store.begin() as work:
        entries = [work.record("a", "act", "case:1") for _ in range(40)]
    lines = [form.AuditLine(seq=e.seq, content="", leaf=e.leaf, root=e.root, proof=()) for e in entries]
    for n, line in enumerate(lines):
        forged = [*lines[:n], line.model_copy(update={"root": "00" * 32}), *lines[n + 1 :]]
        assert line.seq in _roots(forged)[1]


def test_a_message_that_another_case_holds_in_another_wording_contradicts_nothing(store, tmp_path):
    officer, opened = a_case(store)
    with store.begin() as work:
        message = work.find(Message)[1]
        intake.take_in(work, work.find(Account)[0], [received("Anders", native_id=message.native_id)])
        case.open_case(work, officer, [message.id], Draft("Zweiter", "Kira Ahlers", PersonRole.OFFICER))
        dossier = gather(work, officer, opened.id)
    assert what_failed(packed(dossier, tmp_path)) == ""


def test_an_older_package_of_the_same_case_is_told_apart(dossier, tmp_path):
    old = packed(dossier, tmp_path / "old")
    new = packed(replace(dossier, run="other"), tmp_path / "new")
    assert verify(old).holds
    assert "is NOT the one" in what_failed(old, fingerprint=bag.fingerprint(new))


def test_a_package_of_many_items_is_checked_item_by_item(tmp_path):
    package = packed(a_dossier(MemoryStore(FakeClock()), texts=["x"] * 30), tmp_path)
    (package / "data/items/0017/raw-v1.bin").write_bytes(b"y")
    found = what_failed(package)
    assert "data/items/0017: data/items/0017/raw-v1.bin does not hold" in found
    assert "0016" not in found
