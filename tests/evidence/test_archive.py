"""The .zip of a package: deterministic, verified without unpacking, harmless whatever it holds."""

import io
import os
import shutil
import stat
import struct
import subprocess
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.errors import Refused
from evidence import bag, zip_layout
from evidence.archive import zipped
from evidence.verify import verify


@pytest.fixture
def archive(package, tmp_path):
    return zipped(package, tmp_path / "package.zip")


def added(archive: Path, name: str, content: bytes = b"x", **given) -> Path:
    """The archive with one more member."""
    with warnings.catch_warnings(), zipfile.ZipFile(archive, "a") as held:
        warnings.simplefilter("ignore")  # zipfile warns of a name that stands there twice
        member = zipfile.ZipInfo(name)
        for field, value in given.items():
            setattr(member, field, value)
        held.writestr(member, content)
    return archive


def what_failed(path: Path) -> str:
    return "\n".join(f"{c.what}: {c.words}" for c in verify(path).failed)


def test_the_zip_holds_like_the_folder(package, archive):
    found = verify(archive)
    assert found == verify(package)
    assert found.holds


def test_the_same_package_makes_the_same_zip(package, tmp_path):
    one = zipped(package, tmp_path / "1.zip").read_bytes()
    for path in package.rglob("*"):
        os.utime(path, (0, 0))
    assert zipped(package, tmp_path / "2.zip").read_bytes() == one


def test_unpacked_it_is_the_package_again(package, archive, tmp_path):
    shutil.unpack_archive(archive, tmp_path / "unpacked")
    assert bag.fingerprint(tmp_path / "unpacked" / package.name) == bag.fingerprint(package)
    assert verify(tmp_path / "unpacked").holds


def test_a_zip_of_the_files_without_their_folder_will_do(package, tmp_path):
    shutil.make_archive(str(tmp_path / "flat"), "zip", package)
    assert verify(tmp_path / "flat.zip").holds


def test_a_zip_made_by_other_tools_with_folders_in_it_will_do(package, tmp_path):
    shutil.make_archive(str(tmp_path / "other"), "zip", package.parent, package.name)
    assert verify(tmp_path / "other.zip").holds


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "{}/../../evil",
        "/evil",
        "{}/data/../../evil",
        "C:\\evil",
        "{}/..\\evil",
        ".",
        "..",
        "{}/a\nb",
    ],
)
def test_names_that_lead_outside_are_named_and_nothing_is_written(package, archive, tmp_path, name):
    before = sorted(tmp_path.rglob("*"))
    assert not verify(added(archive, name.format(package.name))).holds
    assert sorted(tmp_path.rglob("*")) == before


def test_an_added_member_is_found(package, archive):
    assert "data/x: added" in what_failed(added(archive, f"{package.name}/data/x"))


def test_an_added_empty_folder_is_found(package, archive):
    assert "data/empty" in what_failed(added(archive, f"{package.name}/data/empty/", b""))


@pytest.mark.parametrize("name", ["data/bericht.pdf", "data/BERICHT.pdf"])
def test_a_name_that_stands_there_twice_is_found(package, archive, name):
    assert "stands there twice" in what_failed(added(archive, f"{package.name}/{name}"))


def test_a_link_is_found(package, archive):
    link = added(
        archive, f"{package.name}/data/l", b"/etc/passwd", external_attr=(stat.S_IFLNK | 0o777) << 16
    )
    assert "a link or special file" in what_failed(link)


def forged(*names: str) -> bytes:
    """Entries of a .zip without the directory that would list them."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as held:
        for name in names:
            held.writestr(name, b"GEFAELSCHT")
    return made.getvalue()[: held.start_dir]


def moved(archive: bytes, inserted: bytes) -> bytes:
    """The archive with bytes between its last entry and its directory, whose place is put right."""
    with zipfile.ZipFile(io.BytesIO(archive)) as held:
        cut = held.start_dir
    end = bytearray(archive[-22:])
    struct.pack_into("<L", end, 16, cut + len(inserted))
    return archive[:cut] + inserted + archive[cut:-22] + bytes(end)


def changed_at(archive: bytes, start: int, form: str, value: int) -> bytes:
    content = bytearray(archive)
    struct.pack_into(form, content, start, value)
    return bytes(content)


HIDDEN = {
    "entries before ours": (lambda z: forged("a/b") + z, "before the first entry"),
    "bytes before ours": (lambda z: b"#!/bin/sh\n" + z, "before the first entry"),
    "entries behind ours": (
        lambda z: moved(z, forged("a/b", "x.pdf")),
        "does not begin where this one ends",
    ),
    "bytes at the end": (lambda z: z + b"%PDF", "before or behind the directory"),
    "a comment": (lambda z: z[:-2] + b"\4\0%PDF", "before or behind the directory"),
    "another name": (lambda z: z[:30] + bytes([z[30] ^ 1]) + z[31:], "name it or its packing differently"),
    "another method": (lambda z: changed_at(z, 8, "<H", 0), "name it or its packing differently"),
    "other flags": (lambda z: changed_at(z, 6, "<H", 8), "name it or its packing differently"),
    "another sum": (lambda z: changed_at(z, 14, "<L", 7), "different sizes or sums"),
    "another size": (lambda z: changed_at(z, 22, "<L", 7), "different sizes or sums"),
    "another count": (lambda z: changed_at(z, len(z) - 12, "<H", 7), "before or behind the directory"),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_what_the_directory_of_a_zip_does_not_list_is_found(archive, how):
    spoil, words = HIDDEN[how]
    archive.write_bytes(spoil(archive.read_bytes()))
    assert words in what_failed(archive)


def test_entries_hidden_behind_the_end_of_a_stream_are_found(package, tmp_path):
    """Who reads from the start goes on where the stream ends, not where the directory says."""
    piped = tmp_path / "piped.zip"
    piped.write_bytes(streamed(package))
    assert verify(piped).holds
    with zipfile.ZipFile(piped) as held:
        last = held.infolist()[-1]
        body = held.start_dir - last.compress_size - 16
    longer = forged("x")
    content = moved(piped.read_bytes(), longer)
    end = body + last.compress_size
    told = struct.pack("<4sLLL", b"PK\7\x08", last.CRC, last.compress_size + len(longer) + 16, last.file_size)
    content = content[: end + 16] + longer + told + content[end + 16 + len(longer) :]
    content = bytearray(content)
    struct.pack_into("<L", content, content.rindex(b"PK\1\2") + 20, last.compress_size + len(longer) + 16)
    struct.pack_into("<L", content, len(content) - 6, end + 32 + len(longer))
    piped.write_bytes(content)
    assert "its end in the .zip cannot be told from its bytes alone" in what_failed(piped)


def streamed(package: Path) -> bytes:
    """The package as tools that cannot go back write it: sizes stand behind each entry."""

    class Pipe(io.RawIOBase):
        def __init__(self):
            self.written = b""

        def writable(self):
            return True

        def write(self, block):
            self.written += bytes(block)
            return len(block)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as held:
        for path in sorted(p for p in package.rglob("*") if p.is_file()):
            held.write(path, path.relative_to(package))
    return pipe.written


@pytest.mark.parametrize("options", [["-r"], ["-0r"], ["-fz", "-r"]])
def test_zips_of_the_stock_tool_will_do(package, tmp_path, options):
    if not shutil.which("zip"):
        pytest.skip("needs zip")
    subprocess.run(
        ["zip", "-q", *options, tmp_path / "stock.zip", package.name], cwd=package.parent, check=True
    )
    assert verify(tmp_path / "stock.zip").holds


def test_a_zip_of_more_entries_than_plain_ones_hold_is_read_whole(tmp_path):
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as held:
        for number in range(zip_layout.FULL_16 + 1):
            held.writestr(str(number), b"")
    with zipfile.ZipFile(tmp_path / "many.zip") as held:
        assert zip_layout.fault(tmp_path / "many.zip", held) == ""


@pytest.mark.parametrize("name", ["a/" * 11 + "b", "a" * 301])
def test_names_beyond_all_measure_are_refused_at_once(archive, name):
    with pytest.raises(Refused, match="longer or deeper than any of ours"):
        verify(added(archive, name))


def test_a_bomb_is_refused_before_it_is_opened(package, tmp_path):
    bomb = zipped(package, tmp_path / "bomb.zip")
    added(bomb, f"{package.name}/data/zeros", b"\0" * 1_000, compress_type=zipfile.ZIP_DEFLATED)
    content = bytearray(bomb.read_bytes())
    central = content.rindex(b"PK\x01\x02")
    struct.pack_into("<L", content, central + 24, 0xFFFFFFF0)
    bomb.write_bytes(content)
    with pytest.raises(Refused, match="no package of ours"):
        verify(bomb)


def test_a_package_with_a_link_in_it_is_not_zipped(package, tmp_path):
    (package / "data/link").symlink_to("/etc/passwd")
    with pytest.raises(Refused, match="a link"):
        zipped(package, tmp_path / "package.zip")
    assert not (tmp_path / "package.zip").exists()


@settings(max_examples=150, deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_never_raises_anything_but_refused(shared_zip, tmp_path_factory, where, bit):
    content = bytearray(shared_zip)
    content[int(where * len(content))] ^= 1 << bit
    path = tmp_path_factory.mktemp("flip") / "p.zip"
    path.write_bytes(content)
    try:
        report = verify(path)
    except Refused:
        return
    assert not report.holds or same_files(bytes(content), shared_zip)


def same_files(one: bytes, two: bytes) -> bool:
    """Whether only the wrapping differs: times, flags, comments."""
    with zipfile.ZipFile(io.BytesIO(one)) as a, zipfile.ZipFile(io.BytesIO(two)) as b:
        parts = [{m.split("/", 1)[1]: z.read(m) for m in z.namelist()} for z in (a, b)]
    return parts[0] == parts[1]


@pytest.fixture(scope="session")
def shared_zip(shared_package, tmp_path_factory) -> bytes:
    return zipped(shared_package, tmp_path_factory.mktemp("zip") / "package.zip").read_bytes()
