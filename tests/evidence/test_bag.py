"""Writing a package: whole or not at all, reproducible, readable by the reference implementation."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import bagit
import pytest

from casework.errors import Refused, StreifeError
from casework.message import sha256
from data.memory import MemoryStore
from evidence import bag, form, justice
from evidence.archive import zipped
from evidence.package import contents
from evidence.part import Part
from evidence.verify import verify
from tests.builders import FakeClock
from tests.evidence.conftest import INSULT, a_dossier, a_sealer, by_chance, packed, taken_in_long_ago
from tests.evidence.pdf import blank, words_of

FILM = 1 << 20
HOSTILE = [
    "../../etc/passwd",
    "/etc/passwd",
    "a\x00b\x1b[2Jc\r\nSource-Organization: Falsch",
    "\u202etxt.exe\u2066\u200b\ufeff\u061c",
    "Fassung 1\n  | gelogen\n\nFundstück 9 von 9",
    "\ud800 halb",
    "<script>alert(1)</script> =cmd|' /C calc'!A0 {{7*7}} %s %(x)s",
    "👩🏽\u200d🚒❤\ufe0f مرحبا שלום 漢字 e\u0301",
    "x" * 100_000,
    " ",
]


def files_of(package: Path) -> dict[str, bytes]:
    return {p.relative_to(package).as_posix(): p.read_bytes() for p in package.rglob("*") if p.is_file()}


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def with_messages(*packages: str) -> list[str]:
    """Packages, each with the message beside it."""
    return sorted([*packages, *(name + justice.ENDING for name in packages)])


def test_the_package_is_a_valid_bag_of_version_1(package):
    found = bagit.Bag(str(package))
    found.validate()
    assert found.version_info == (1, 0)
    assert set(found.algorithms) == {"sha256", "sha512"}


def test_the_raw_bytes_are_the_ones_received(package):
    items = package / "data/items"
    assert (items / "0001/raw-v1.json").read_bytes() == INSULT.encode()
    assert (items / "0002/raw-v1.bin").read_bytes() == "Ich weiß, wo du wohnst.".encode()


def test_message_json_keeps_facts_suggestions_and_decisions_apart(package, shared_dossier):
    message = json.loads((package / "data/items/0001/message.json").read_bytes())
    assert message["facts"]["author"]["handle"] == "nachbarin.example"
    assert message["machine_suggestions"][0]["verdict"]["hostility"] == ["insult"]
    assert message["human_decisions"][0]["reason"] == "gegen alle gemeint"
    assert message["versions"][0]["sha256"] == shared_dossier.exhibits[0].item.sha256


def test_the_same_dossier_makes_the_same_bytes(dossier, tmp_path):
    one, two = (packed(dossier, tmp_path / name) for name in ("a", "b"))
    assert files_of(one) == files_of(two)


def test_a_key_that_draws_lots_changes_signatures_and_what_names_them_only(dossier, tmp_path):
    sealer = replace(a_sealer(), signer=by_chance(a_sealer().signer))
    one, two = (files_of(bag.write(dossier, tmp_path / name, sealer.begin(dossier))) for name in ("a", "b"))
    apart = {name for name, content in one.items() if two[name] != content}
    manifests = {*form.MANIFESTS.values(), *form.TAG_MANIFESTS.values()}
    signed = {form.REPORT, form.LETTER, *form.SIGNED, form.SEAL_SUMS}
    told_sizes = {form.INFO, form.CRATE}  # the letter names the report by its hash, and packs no two alike
    assert apart - told_sizes == manifests | signed
    assert blank(one[form.REPORT]) == blank(two[form.REPORT])
    assert words_of(one[form.LETTER]) != words_of(two[form.LETTER])  # it names the report by its hash


def test_the_fingerprint_is_the_hash_of_the_tag_manifest(package):
    assert bag.fingerprint(package) == sha256((package / "tagmanifest-sha256.txt").read_bytes())


def test_a_fingerprint_of_nothing_is_refused(tmp_path):
    with pytest.raises(Refused, match="no package"):
        bag.fingerprint(tmp_path)


def test_an_existing_package_is_never_overwritten(dossier, tmp_path):
    package = packed(dossier, tmp_path)
    before = files_of(package)
    with pytest.raises(Refused, match="exists already"):
        packed(dossier, tmp_path)
    assert files_of(package) == before
    assert names_in(tmp_path) == with_messages(package.name)


def test_a_link_at_the_target_is_refused(dossier, tmp_path):
    (tmp_path / bag.name_of(dossier)).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused):
        packed(dossier, tmp_path)
    assert not (tmp_path / "elsewhere").exists()


def test_a_message_in_the_way_is_never_overwritten(dossier, tmp_path):
    taken = tmp_path / (bag.name_of(dossier) + justice.ENDING)
    taken.write_text("schon da")
    with pytest.raises(Refused, match="exists already"):
        packed(dossier, tmp_path)
    assert (names_in(tmp_path), taken.read_text()) == ([taken.name], "schon da")


def test_a_message_that_cannot_be_written_takes_the_package_back(dossier, tmp_path):
    package = packed(dossier, tmp_path / "out")
    away, message = package.rename(tmp_path / "bag"), justice.beside(package).rename(tmp_path / "message")
    justice.beside(package).mkdir()
    with pytest.raises(OSError, match="directory"):
        bag._move(away, message, package)
    assert names_in(tmp_path / "out") == [justice.beside(package).name]


def test_only_its_owner_may_open_the_package(package):
    assert package.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_in_every_field_harm_nothing(store, tmp_path, words):
    made = a_dossier(
        store,
        texts=(words, "zweite"),
        title=words + "!",
        entitled_person=words + "!",
        note=words,
        take=taken_in_long_ago,
    )
    first = made.exhibits[0]
    author = replace(first.message.author, id=words, handle=words, name=words)
    strange = replace(first.message, author=author, native_id=words, url=words, thread=words, lang=words)
    account = replace(first.account, handle=words, server=words)
    item = replace(first, message=strange, account=account)
    dossier = replace(
        made,
        case=replace(made.case, number=words, hints=(words,), ended_reason=words, ended_at=made.exported_at),
        station=replace(made.station, name=words),
        exhibits=(item, *made.exhibits[1:]),
        exporter=words,
    )
    package = packed(dossier, tmp_path / "out")
    bagit.Bag(str(package)).validate()
    assert verify(package).holds, verify(package).failed
    assert package.parent == tmp_path / "out"
    assert sorted(files_of(package)) == sorted(files_of(packed(made, tmp_path / "tame")))
    assert names_in(tmp_path / "out") == with_messages(package.name)


@pytest.mark.parametrize("words", HOSTILE[2:6])
def test_what_people_read_holds_no_hidden_character(store, tmp_path, words):
    package = packed(a_dossier(store, texts=(words,), title=words + "!"), tmp_path)
    for name in ("data/LIESMICH.txt", "bag-info.txt"):
        text = (package / name).read_bytes().decode()
        assert not set(text) & set("\x00\x1b\r\u202e\u2066\u200b\ufeff\u061c\ud800")


def test_json_is_plain_ascii(store, tmp_path):
    package = packed(a_dossier(store, texts=("Müll \u202e 👩",)), tmp_path)
    for name, content in files_of(package).items():
        if name.endswith((".json", ".jsonl")) and "raw-" not in name:
            assert content.isascii()


def test_training_data_says_so_on_its_face(store, tmp_path):
    package = packed(a_dossier(store, training=True), tmp_path)
    assert json.loads((package / "data/case.json").read_bytes())["training"] is True
    assert "TRAINING DATA" in (package / "bag-info.txt").read_text()
    assert "ÜBUNGSDATEN" in (package / "data/LIESMICH.txt").read_text("utf-8")


def test_changed_bytes_in_the_store_are_not_exported(dossier, tmp_path):
    first = dossier.exhibits[0]
    forged = replace(first, versions=(replace(first.versions[0], raw=b"{}"),))
    with pytest.raises(Refused, match=r"message 1, version 1: bytes differ"):
        packed(replace(dossier, exhibits=(forged,)), tmp_path)
    assert names_in(tmp_path) == []


def test_a_version_that_was_secured_and_vanished_is_not_exported(dossier, tmp_path):
    first = dossier.exhibits[0]
    later = replace(first, versions=(replace(first.versions[0], version=2),))
    with pytest.raises(Refused, match="the version that was secured is not there"):
        packed(replace(dossier, exhibits=(later,)), tmp_path)


def test_a_changed_audit_entry_is_not_exported(dossier, tmp_path):
    entry = replace(dossier.audit[2], actor="somebody.else")
    with pytest.raises(Refused, match=f"audit entry {entry.seq}"):
        packed(replace(dossier, audit=(*dossier.audit[:2], entry, *dossier.audit[3:])), tmp_path)


def test_a_killed_export_leaves_no_package_and_the_next_one_clears_up(dossier, tmp_path):
    script = (
        "import sys\n"
        "from dataclasses import replace\n"
        "from pathlib import Path\n"
        "from data.memory import MemoryStore\n"
        "from tests.builders import FakeClock\n"
        "from tests.evidence.conftest import a_dossier, packed\n"
        "dossier = a_dossier(MemoryStore(FakeClock()), texts=['x'])\n"
        "dossier = replace(dossier, exhibits=dossier.exhibits * 200)\n"
        "print('ready', flush=True)\n"
        "packed(dossier, Path(sys.argv[1]))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, tmp_path], stdout=subprocess.PIPE, cwd=Path.cwd()
    )
    with process:
        process.stdout.readline()
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob(f"{bag.PART}*/*/data/items/0*")) and time.monotonic() < deadline:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
    left = names_in(tmp_path)
    assert len(left) == 1
    assert left[0].startswith(bag.PART)
    package = packed(dossier, tmp_path)
    assert names_in(tmp_path) == with_messages(package.name)


def test_an_export_killed_between_message_and_package_leaves_none_to_be_seen(dossier, tmp_path):
    child = os.fork()
    if child == 0:
        move = Path.rename

        def dies_next(path, target):
            move(path, target)
            os.kill(os.getpid(), signal.SIGKILL)

        Path.rename = dies_next
        packed(dossier, tmp_path)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    name = bag.name_of(dossier)
    assert [one for one in names_in(tmp_path) if not one.startswith(bag.PART)] == [name + justice.ENDING]
    others = tmp_path / f"other{justice.ENDING}"
    others.write_text("gehört uns nicht")
    packed(dossier, tmp_path)
    assert names_in(tmp_path) == sorted([*with_messages(name), others.name])
    assert verify(tmp_path / name).holds


def test_two_exports_into_one_folder_do_not_disturb_each_other(tmp_path):
    made = [a_dossier(MemoryStore(FakeClock()), texts=["x"] * 50) for _ in range(4)]
    threads = [threading.Thread(target=packed, args=(one, tmp_path)) for one in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert names_in(tmp_path) == with_messages(*map(bag.name_of, made))
    assert all(verify(tmp_path / bag.name_of(one)).holds for one in made)


def test_a_disk_too_small_is_said_before_starting(dossier, tmp_path):
    with (
        small_disk(tmp_path, "size=1m"),
        pytest.raises(StreifeError, match=r"needs [\d,]+ bytes, [\d,]+ are free"),
    ):
        packed(dossier, tmp_path / "disk")


def test_a_disk_that_fills_up_amid_leaves_nothing(dossier, tmp_path):
    with small_disk(tmp_path, "size=64m,nr_inodes=12") as disk:
        with pytest.raises(StreifeError, match="No space left on device"):
            packed(dossier, disk)
        assert names_in(disk) == []


def test_a_write_that_the_system_refuses_leaves_nothing(store, tmp_path):
    dossier = a_dossier(store, texts=("x" * 50_000,))
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        try:
            packed(dossier, tmp_path)
        except StreifeError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert names_in(tmp_path) == []


def test_a_folder_that_is_a_file_is_a_clear_error(dossier, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StreifeError, match="could not be written"):
        packed(dossier, tmp_path / "file")


def test_the_working_folder_of_the_process_stays(dossier, tmp_path):
    before = Path.cwd()
    packed(dossier, tmp_path)
    assert Path.cwd() == before


def test_the_bytes_of_a_package_are_never_in_memory_together(dossier, tmp_path, monkeypatch):
    films = {f"data/items/0001/film-{n}.mp4": Part(FILM, lambda: bytes(FILM)) for n in range(40)}
    monkeypatch.setattr(bag, "contents", lambda *told: {**contents(*told), **films})
    tracemalloc.start()
    try:
        package = packed(dossier, tmp_path)
        zipped(package, tmp_path / "package.zip")
        assert tracemalloc.get_traced_memory()[1] < 6 * FILM
    finally:
        tracemalloc.stop()
    bagit.Bag(str(package)).validate()


def test_a_file_that_is_not_as_large_as_was_said_leaves_no_package(dossier, tmp_path, monkeypatch):
    wrong = {"data/items/0001/film.mp4": Part(3, lambda: b"four")}
    monkeypatch.setattr(bag, "contents", lambda *told: {**contents(*told), **wrong})
    with pytest.raises(Refused, match=r"film\.mp4: 4 bytes in place of 3"):
        packed(dossier, tmp_path)
    assert names_in(tmp_path) == []


class small_disk:  # noqa: N801 - reads like a word in `with`
    """A small file system of its own at `folder`/disk; skips where none may be mounted."""

    def __init__(self, folder: Path, options: str) -> None:
        self.disk, self.options = folder / "disk", options

    def __enter__(self) -> Path:
        self.disk.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", self.options, "tmpfs", str(self.disk)]
        if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
            pytest.skip("needs the right to mount a tmpfs")
        return self.disk

    def __exit__(self, *_: object) -> None:
        subprocess.run(["umount", str(self.disk)], check=True)
