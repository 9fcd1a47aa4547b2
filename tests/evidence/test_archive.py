"""The .zip of a package: deterministic, verified without unpacking, harmless whatever it holds."""

import io
import os
import shutil
import stat
import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.errors import Refused
from evidence import bag
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
